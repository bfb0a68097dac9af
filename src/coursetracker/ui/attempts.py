"""The attempts at an assessment, what passes, and how the course is graded."""

from datetime import date

from PySide6.QtCore import QAbstractItemModel, QDate, QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.problems import Problem
from coursetracker.progress.grades import (
    PASS_MARK,
    WEIGHT,
    Counting,
    Result,
    Rules,
    counting_score,
    pass_mark,
    result,
    score_of,
    weight,
)
from coursetracker.progress.standings import Attempt, Standing
from coursetracker.ui import words
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.days import day_field, day_of, qt_day
from coursetracker.ui.language import speaker
from coursetracker.ui.option import OptionButton
from coursetracker.ui.proportions import size_dialog
from coursetracker.ui.rows import Index
from coursetracker.ui.score import ScoreField
from coursetracker.ui.session import Assessment

EDIT = Qt.ItemDataRole.EditRole
HEAVIEST = 1000.0
SPACE = 10


class AttemptsDialog(QDialog):
    """Lets the learner list the attempts at an assessment and set how it counts.

    Once it is accepted, `marking` and `rules` say what the learner wants; nothing is kept here.
    """

    def __init__(
        self,
        title: str,
        standing: Standing,
        rules: Rules,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attempts")
        self.setWindowTitle(self.tr("Attempts"))
        self._today = today
        self._make_table(standing)
        self._make_entry()
        self._make_settings(standing, rules)
        self._lay_out(title)
        self._table.itemChanged.connect(self._show_verdict)
        self._pass_mark.valueChanged.connect(self._show_verdict)
        self._best.toggled.connect(self._show_verdict)
        self._show_verdict()
        self._score.setFocus()

    # Putting it together

    def _make_table(self, standing: Standing) -> None:
        self._table = QTableWidget(0, 2, self)
        self._table.setObjectName("attempts-table")
        self._table.setAccessibleName(self.tr("Attempts"))
        self._table.setHorizontalHeaderLabels([self.tr("Date"), self.tr("Score")])
        self._table.verticalHeader().hide()
        stretch = QHeaderView.ResizeMode.Stretch
        self._table.horizontalHeader().setSectionResizeMode(stretch)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setItemDelegateForColumn(0, _Dates(self._table))
        self._table.setItemDelegateForColumn(1, _Scores(self._table))
        self._table.setTabKeyNavigation(False)
        for attempt in standing.attempts:
            self._add_row(attempt)
        self._remove = QPushButton(self.tr("Re&move"), self)
        self._remove.setObjectName("remove-attempt")
        self._remove.setAutoDefault(False)
        self._remove.clicked.connect(self._remove_row)

    def _make_entry(self) -> None:
        """Make the line in which a new attempt is typed."""
        self._date = day_field(self._today, self)
        self._date.setObjectName("attempt-date")
        self._date.setAccessibleName(self.tr("Date of a new attempt"))
        self._score = QLineEdit(self)
        self._score.setObjectName("attempt-score")
        self._score.setAccessibleName(self.tr("Score of a new attempt"))
        self._score.setPlaceholderText(self.tr("85 or 17/20"))
        self._add = QPushButton(self.tr("&Add"), self)
        self._add.setObjectName("add-attempt")
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self.add)
        self._told = QLabel(self)
        self._told.setObjectName("attempt-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.hide()

    def _make_settings(self, standing: Standing, rules: Rules) -> None:
        self._pass_mark = _percent(pass_mark(standing), "pass-mark", self)
        self._pass_mark.setAccessibleName(self.tr("Pass mark in percent"))
        self._weight = QDoubleSpinBox(self)
        self._weight.setObjectName("weight")
        self._weight.setAccessibleName(self.tr("Weight in the grade"))
        self._weight.setRange(0, HEAVIEST)
        self._weight.setDecimals(2)
        self._weight.setValue(weight(standing))
        self._weight.setToolTip(self.tr("Twice the weight counts twice; 0 does not count"))
        self._best = OptionButton(self.tr("The &best attempt counts"), self)
        self._best.setObjectName("count-best")
        self._last = OptionButton(self.tr("The &last attempt counts"), self)
        self._last.setObjectName("count-last")
        chosen = self._best if rules.counting is Counting.BEST else self._last
        chosen.setChecked(True)
        self._target = _percent(rules.target, "target", self)
        self._target.setAccessibleName(self.tr("The grade you want in percent"))
        self._verdict = QLabel(self)
        self._verdict.setObjectName("verdict")

    def _lay_out(self, title: str) -> None:
        name = _heading(title, self)
        entry = QHBoxLayout()
        for part, stretch in ((self._date, 1), (self._score, 1), (self._add, 0)):
            entry.addWidget(part, stretch)
        beside = QHBoxLayout()
        beside.addWidget(self._verdict, 1)
        beside.addWidget(self._remove)
        buttons = ButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addWidget(name)
        column.addWidget(self._table, 1)
        column.addLayout(beside)
        column.addLayout(entry)
        column.addWidget(self._told)
        column.addWidget(_rule(self))
        column.addLayout(self._settings())
        column.addWidget(buttons)
        size_dialog(self, 66, 26)

    def _settings(self) -> QGridLayout:
        """Lay out what holds for the assessment beside what holds for the course."""
        own, course = QFormLayout(), QFormLayout()
        own.setHorizontalSpacing(SPACE)
        course.setHorizontalSpacing(SPACE)
        own.addRow(self.tr("&Pass mark"), self._pass_mark)
        own.addRow(self.tr("&Weight"), self._weight)
        course.addRow(self._best)
        course.addRow(self._last)
        course.addRow(self.tr("The &grade you want"), self._target)
        columns = QGridLayout()
        columns.setHorizontalSpacing(24)
        columns.addWidget(_heading(self.tr("This assessment"), self), 0, 0)
        columns.addWidget(_heading(self.tr("The whole course"), self), 0, 1)
        columns.addLayout(own, 1, 0)
        columns.addLayout(course, 1, 1)
        return columns

    # What it says

    @property
    def marking(self) -> Assessment:
        """What the learner says of the assessment."""
        mark, weighs = self._pass_mark.value(), self._weight.value()
        return Assessment(
            self._attempts(),
            None if mark == PASS_MARK else mark,
            None if weighs == WEIGHT else weighs,
        )

    @property
    def rules(self) -> Rules:
        """How the learner wants the course to be graded."""
        counting = Counting.BEST if self._best.isChecked() else Counting.LAST
        return Rules(counting, self._target.value())

    def _attempts(self) -> tuple[Attempt, ...]:
        """Return the attempts of the table, the earliest first."""
        model = self._table.model()
        attempts = [
            Attempt(day_of(model.index(row, 0).data(EDIT)), model.index(row, 1).data(EDIT))
            for row in range(model.rowCount())
        ]
        return tuple(sorted(attempts, key=lambda each: each.on))

    # What the learner does

    def add(self) -> bool:
        """Add the attempt that was typed; return whether nothing is left that cannot be read."""
        try:
            score = score_of(self._score.text())
        except Problem as problem:
            self._tell(problem.told(speaker("Problem")))
            return False
        self._told.hide()
        if score is not None:
            self._add_row(Attempt(day_of(self._date.date()), score))
            self._score.clear()
            self._show_verdict()
        return True

    def accept(self) -> None:
        """Take what was typed and not yet added too; stay open where it cannot be read."""
        if self.add():
            super().accept()

    def _add_row(self, attempt: Attempt) -> None:
        row = self._table.rowCount()
        with QSignalBlocker(self._table):  # until the row is whole
            self._table.insertRow(row)
            for column, value in enumerate((qt_day(attempt.on), attempt.score)):
                cell = QTableWidgetItem()
                cell.setData(EDIT, value)
                self._table.setItem(row, column, cell)
        self._table.setCurrentCell(row, 1)

    def _remove_row(self) -> None:
        self._table.removeRow(self._table.currentRow())
        self._show_verdict()

    def _show_verdict(self) -> None:
        """Say what comes of the attempts as they stand."""
        self._remove.setEnabled(self._table.rowCount() > 0)
        counting = self.rules.counting
        now = Standing(attempts=self._attempts(), pass_mark=self._pass_mark.value())
        score, outcome = counting_score(now, counting), result(now, counting)
        sign = {Result.OPEN: "", Result.PASSED: "✓ ", Result.FAILED: "✗ "}[outcome]
        told = self.tr("No attempt yet")
        if score is not None:
            told = f"{words.percent_points(score)}  {sign}{words.result_word(outcome)}"
        self._verdict.setText(told)

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()
        self._score.setFocus()
        self._score.selectAll()


class _Dates(QStyledItemDelegate):
    """Days as the learner's language writes them."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:  # noqa: ARG002  Qt's own
        """Return a day with its year."""
        return words.date_words(day_of(value)) if isinstance(value, QDate) else ""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return the field in which a day is typed."""
        return day_field(day_of(index.data(EDIT)), parent)


class _Scores(QStyledItemDelegate):
    """Scores in percent."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:  # noqa: ARG002  Qt's own
        """Return a score with its sign."""
        return words.percent_points(float(value)) if isinstance(value, int | float) else ""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return the field in which a score is typed."""
        field = ScoreField(parent)
        field.setMinimum(0)  # an attempt without a score is removed, not emptied
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the score there is."""
        assert isinstance(editor, ScoreField)  # noqa: S101
        editor.show_score(index.data(EDIT))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Have the score that was typed."""
        assert isinstance(editor, ScoreField)  # noqa: S101
        editor.interpretText()
        model.setData(index, editor.value())


def _percent(value: float, name: str, parent: QWidget) -> QDoubleSpinBox:
    field = ScoreField(parent)
    field.setObjectName(name)
    field.setMinimum(0)
    field.setSpecialValueText("")
    field.setValue(value)
    return field


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setFrameShape(QFrame.Shape.HLine)
    rule.setForegroundRole(QPalette.ColorRole.Mid)
    return rule
