"""The dialogs for dates: the plan of a course, and the due date of one item."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.course.outline import Kind
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import (
    Plan,
    Unit,
    due_dates,
    end_of,
    landmarks,
    units,
)
from coursetracker.ui import words
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.days import day_field, day_of
from coursetracker.ui.option import OptionButton
from coursetracker.ui.proportions import give_room, size_dialog

USUAL: Mapping[Unit, float] = {Unit.WEEKS: 7, Unit.LESSONS: 5, Unit.HOURS: 5}
"""How much is proposed of each unit: days for a week of the course, lessons and hours in a week."""
MOST: Mapping[Unit, float] = {Unit.WEEKS: 365, Unit.LESSONS: 500, Unit.HOURS: 168}
LEAST: Mapping[Unit, float] = {Unit.WEEKS: 1, Unit.LESSONS: 1, Unit.HOURS: 0.5}


class PlanDialog(QDialog):
    """Asks from when on and how fast a course is followed, and shows what would be due when.

    Once it is accepted, `plan` is what the learner wants; None is for no plan.
    """

    def __init__(
        self, progress: Progress, plan: Plan | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("plan")
        self.setWindowTitle(self.tr("Study plan"))
        self._progress = progress
        self._before = plan
        self._today = today
        self.plan = plan
        self._start = day_field(plan.starts_on if plan else today, self)
        self._start.setObjectName("plan-start")
        self._make_units(plan)
        self._make_preview()
        self._lay_out()
        self._start.dateChanged.connect(self._show_preview)
        self._units.idToggled.connect(self._show_preview)
        self._show_preview()

    # Putting it together

    def _make_units(self, plan: Plan | None) -> None:
        self._units = QButtonGroup(self)
        self._offered = units(self._progress.outline)
        self._amounts: dict[Unit, QDoubleSpinBox] = {}
        texts = {
            Unit.WEEKS: (self.tr("The &weeks of the course"), self.tr("days each")),
            Unit.LESSONS: (self.tr("&Lessons"), self.tr("a week")),
            Unit.HOURS: (self.tr("&Hours"), self.tr("a week")),
        }
        chosen = plan.unit if plan and plan.unit in self._offered else self._offered[0]
        for number, unit in enumerate(self._offered):
            text, each = texts[unit]
            option = OptionButton(text, self)
            option.setObjectName(f"unit-{unit.value}")
            option.setChecked(unit is chosen)
            self._units.addButton(option, number)
            amount = QDoubleSpinBox(self)
            amount.setObjectName(f"amount-{unit.value}")
            amount.setAccessibleName(f"{text.replace('&', '')}, {each}")
            amount.setDecimals(1 if unit is Unit.HOURS else 0)
            amount.setRange(LEAST[unit], MOST[unit])
            amount.setSuffix(f" {each}")
            amount.setValue(plan.amount if plan and plan.unit is unit else USUAL[unit])
            amount.valueChanged.connect(self._show_preview)
            self._amounts[unit] = amount

    def _make_preview(self) -> None:
        self._end = QLabel(self)
        self._end.setObjectName("plan-end")
        self._end.setWordWrap(True)
        font = self._end.font()
        font.setBold(True)
        self._end.setFont(font)
        self._dates = QTreeWidget(self)
        self._dates.setObjectName("plan-dates")
        self._dates.setAccessibleName(self.tr("Proposed due dates"))
        self._dates.setHeaderLabels([self.tr("Part of the course"), self.tr("Due")])
        self._dates.setRootIsDecorated(False)
        self._dates.setUniformRowHeights(True)
        give_room(self._dates)
        self._dates.setAllColumnsShowFocus(True)
        header = self._dates.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._rows = {
            item.id: QTreeWidgetItem(self._dates, [item.title, ""])
            for item in landmarks(self._progress.outline)
        }
        bold = self.font()
        bold.setBold(True)
        for item in landmarks(self._progress.outline):
            row = self._rows[item.id]
            row.setToolTip(0, words.verbatim(item.title))
            if item.kind is Kind.WEEK:
                row.setFont(0, bold)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(10)
        form.addRow(self.tr("&Start"), self._start)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for row, unit in enumerate(self._offered):
            grid.addWidget(self._units.button(row), row, 0)
            grid.addWidget(self._amounts[unit], row, 1)
        grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addLayout(grid)
        if self._before is not None and self._before.restarts:
            again = self.tr("Replanned on {day}; unfinished lessons follow from that day.")
            told = QLabel(again.format(day=words.date_words(self._before.began)), self)
            told.setWordWrap(True)
            told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            column.addWidget(told)
        column.addWidget(self._end)
        column.addWidget(self._dates, 1)
        column.addWidget(self._buttons())
        size_dialog(self, 62, 32)

    def _buttons(self) -> QDialogButtonBox:
        buttons, roles = ButtonBox(self), QDialogButtonBox.ButtonRole
        use = buttons.addButton(self.tr("&Use this plan"), roles.AcceptRole)
        use.setObjectName("use-plan")
        use.setDefault(True)
        none = buttons.addButton(self.tr("&No plan"), roles.ResetRole)
        none.setObjectName("no-plan")
        none.setToolTip(self.tr("Remove the plan; dates set by hand stay"))
        none.setEnabled(self._before is not None)
        none.clicked.connect(self._take_away)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    # What the learner does

    def _chosen(self) -> Plan:
        """Return the plan as it is set; another start forgets where it began anew."""
        start = day_of(self._start.date())
        unit = self._offered[self._units.checkedId()]
        before = self._before
        same_start = before is not None and before.starts_on == start
        restarts = before.restarts if before is not None and same_start else ()
        return Plan(start, unit, self._amounts[unit].value(), restarts)

    def _show_preview(self) -> None:
        """Show what the plan as it is set makes due when."""
        for number, unit in enumerate(self._offered):
            self._amounts[unit].setEnabled(number == self._units.checkedId())
        self.plan = self._chosen()
        due = due_dates(self._progress, self.plan)
        end = end_of(due)
        self._end.setText(
            self.tr("Nothing in this course can be planned.")
            if end is None
            else self.tr("All of it by {day}").format(day=words.date_words(end))
        )
        for item_id, row in self._rows.items():
            row.setText(1, self._told(item_id, due.get(item_id)))

    def _told(self, item_id: int, day: date | None) -> str:
        """Return when an item would be due, and whether that was set by hand."""
        if day is None:
            return ""
        by_hand = self._progress.standing(item_id).due_on is not None
        told = self.tr("{day}, by hand") if by_hand else "{day}"
        return told.format(day=words.date_words(day))

    def _take_away(self) -> None:
        self.plan = None
        self.accept()


class DueDialog(QDialog):
    """Asks when an item is due; `day` is None where that is left to the plan."""

    def __init__(
        self, title: str, by_hand: date | None, shown: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("due-date")
        self.setWindowTitle(self.tr("Due date"))
        name = QLabel(title, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        self._field = day_field(shown, self)
        self._field.setObjectName("due-on")
        self._field.setAccessibleName(self.tr("Due date of {title}").format(title=title))
        self._by_plan = False
        buttons, roles = ButtonBox(self), QDialogButtonBox.ButtonRole
        buttons.addButton(self.tr("&Set"), roles.AcceptRole).setDefault(True)
        plan = buttons.addButton(self.tr("&By the plan"), roles.ResetRole)
        plan.setObjectName("due-by-plan")
        plan.setToolTip(self.tr("Remove the date that was set by hand"))
        plan.setEnabled(by_hand is not None)
        plan.clicked.connect(self._leave_to_plan)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (name, self._field, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(360)
        self._field.setFocus()

    @property
    def day(self) -> date | None:
        """The day that the learner set, None for what the plan says."""
        return None if self._by_plan else day_of(self._field.date())

    def _leave_to_plan(self) -> None:
        self._by_plan = True
        self.accept()
