"""The checklist beside the page: weeks and assessments, ticked, counted and scored."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from coursetracker.course.outline import Kind
from coursetracker.progress.grades import Result
from coursetracker.ui import words
from coursetracker.ui.checklist_model import DUE_ROLE, SCORE_ROLE, ChecklistModel, Due
from coursetracker.ui.marks import BAR_HEIGHT, box_side, draw_bar
from coursetracker.ui.outline_model import ITEM_ROLE, TALLY_ROLE
from coursetracker.ui.rows import GAP, Index, RowDelegate
from coursetracker.ui.score import ScoreField
from coursetracker.ui.speaking import Speaking
from coursetracker.ui.theme import tones

"""How far an assessment stands to the right of its week's edge."""


class ChecklistDelegate(RowDelegate):
    """Draws a second line in each row, the bar and count or the score, and when it is due."""

    def row_height(self, metrics: QFontMetrics) -> int:
        """Return the height of a row without a date."""
        return 2 * metrics.height() + 3 * GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the date, too, where there is one."""
        size = super().sizeHint(option, index)
        dated = index.data(DUE_ROLE) is not None
        return size + QSize(0, option.fontMetrics.height()) if dated else size

    def line(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Return where a row's tick box and title stand; assessments are set in."""
        indent = (
            box_side(option.fontMetrics) + 6 if index.data(ITEM_ROLE).kind is Kind.ASSESSMENT else 0
        )
        line = option.rect.adjusted(indent, GAP - 2, -GAP, 0)
        line.setHeight(option.fontMetrics.height() + 4)
        return line

    def second_line(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Return where a row's bar or score stands."""
        line = self.line(option, index)
        indent = box_side(option.fontMetrics) + GAP + 2  # under the title
        return line.translated(0, line.height() + GAP // 2).adjusted(indent, 0, 0, 0)

    def score_field(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Return where a row's score stands, beside it what has come of it."""
        line, letter = self.second_line(option, index), option.fontMetrics.averageCharWidth()
        _, outcome = index.data(SCORE_ROLE)
        beside = 0
        if outcome is not Result.OPEN:
            beside = option.fontMetrics.horizontalAdvance(_outcome_words(outcome)) + GAP
        line.setWidth(min(12 * letter, max(7 * letter, line.width() - beside)))
        return line

    def font(self, index: Index) -> QFont:
        """Make weeks stand out."""
        font = QFont(super().font(index))
        font.setBold(index.data(ITEM_ROLE).kind is not Kind.ASSESSMENT)
        return font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        self.draw_row(painter, option, index, 0)
        self._draw_due(painter, option, index)
        painter.setPen(self.ink(index, QPalette.ColorRole.PlaceholderText))
        if index.data(ITEM_ROLE).kind is Kind.ASSESSMENT:
            self._draw_score(painter, option, index)
            return
        tally, line = index.data(TALLY_ROLE), self.second_line(option, index)
        count = words.count(tally)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, side, count)
        width = line.width() - option.fontMetrics.horizontalAdvance(count) - GAP
        bar = QRect(line.left(), line.center().y() - BAR_HEIGHT // 2 + 1, width, BAR_HEIGHT)
        draw_bar(painter, bar, tally.share, option.palette)

    def _draw_score(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        score, outcome = index.data(SCORE_ROLE)
        field = self.score_field(option, index)
        painter.drawRoundedRect(field, 3, 3)
        text = self.tr("add score") if score is None else words.percent_points(score)
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, text)
        if outcome is Result.OPEN:
            return
        passed = outcome is Result.PASSED
        self._use_tone(painter, option, index, good=passed)
        beside = self.second_line(option, index).adjusted(field.width() + GAP, 0, 0, 0)
        told = _outcome_words(outcome)
        shown = option.fontMetrics.elidedText(told, Qt.TextElideMode.ElideRight, beside.width())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, shown)

    def _use_tone(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, good: bool
    ) -> None:
        """Write in the tone for what is good or bad; on a chosen row in its own ink."""
        tone = tones(option.palette).good if good else tones(option.palette).bad
        text = QPalette.ColorRole.Text
        painter.setPen(self.ink(index, text) if self.is_chosen(index) else tone)

    def _draw_due(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        due: Due | None = index.data(DUE_ROLE)
        if due is None:
            return
        painter.setPen(self.ink(index, QPalette.ColorRole.PlaceholderText))
        told = due.words
        if due.overdue:
            self._use_tone(painter, option, index, good=False)
            told = f"! {told}"
        elif due.next:
            painter.setPen(self.ink(index, QPalette.ColorRole.Text))
            told = f"▸ {told}"
        line = self.second_line(option, index)
        line.translate(0, line.height() + GAP // 4)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, told)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Open the score at a click on its field; tick as every row does."""
        if isinstance(event, QMouseEvent) and self._opens_score(event, option, index):
            # Not edit(index), which warns where the press before has just closed this very field.
            self._view.edit(index, QAbstractItemView.EditTrigger.AllEditTriggers, event)
            return True
        return super().editorEvent(event, model, option, index)

    def _opens_score(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        left = event.button() is Qt.MouseButton.LeftButton
        released = left and event.type() == QEvent.Type.MouseButtonRelease
        if not released or index.data(ITEM_ROLE).kind is not Kind.ASSESSMENT:
            return False
        return self.score_field(option, index).contains(event.position().toPoint())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return the field in which a score is typed."""
        return ScoreField(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the score that is recorded."""
        assert isinstance(editor, ScoreField)  # noqa: S101
        editor.show_score(index.data(Qt.ItemDataRole.EditRole))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask for the score that was typed, if it is another one."""
        assert isinstance(editor, ScoreField)  # noqa: S101
        editor.interpretText()
        if editor.score() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.score())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field where the score is drawn, as wide as it needs."""
        field = self.score_field(option, index)
        field.setSize(field.size().expandedTo(editor.sizeHint()))
        field.moveBottom(min(field.bottom(), option.rect.bottom()))
        editor.setGeometry(field)


def _outcome_words(outcome: Result) -> str:
    sign = "✓" if outcome is Result.PASSED else "✗"
    return f"{sign} {words.result_word(outcome)}"


class ChecklistView(QListView):
    """The list of weeks and assessments; says which one the learner goes to."""

    item_chosen = Signal(object)  # id of the item
    menu_asked = Signal(object, object)  # id of the item, QPoint of the screen

    def __init__(self, model: ChecklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checklist")
        self.setAccessibleName(self.tr("Checklist of weeks and assessments"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setItemDelegate(ChecklistDelegate(self))
        self.setModel(model)
        self.doubleClicked.connect(self._choose)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        Speaking(self)

    def current_id(self) -> int | None:
        """Return the id of the current row's item."""
        item = self.currentIndex().data(ITEM_ROLE)
        return None if item is None else item.id

    def _ask_menu(self, place: QPoint) -> None:
        """Ask for the menu of the row at a place, or at a key for that of the current row."""
        index = self.indexAt(place)
        index = index if index.isValid() else self.currentIndex()
        if index.isValid():
            self.menu_asked.emit(index.data(ITEM_ROLE).id, self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a row at Return, but not at the Return that ends the typing of a score."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.state() is not QAbstractItemView.State.EditingState:
            self._choose(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        if item is not None:
            self.item_chosen.emit(item.id)
