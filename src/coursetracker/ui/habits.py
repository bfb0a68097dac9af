"""When the learner's day begins and when rest is planned: the form for it, and its dialog."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coursetracker.progress.streak import Habits, spans
from coursetracker.ui import pace_words
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.days import day_field, day_of
from coursetracker.ui.marks import ChoiceBox
from coursetracker.ui.proportions import give_room, size_dialog
from coursetracker.ui.wheel import leave_wheel

Span = tuple[date, date]
SPAN_ROLE = Qt.ItemDataRole.UserRole + 1
LONGEST = 366
"""Days of rest that can be added at once."""


class HabitsForm(QWidget):
    """Lets the learner say what a day is, and which days are for rest."""

    changed = Signal()

    def __init__(self, habits: Habits, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hour = QComboBox(self)
        self._hour.setObjectName("day-begins")
        leave_wheel(self._hour)
        for hour in range(24):
            self._hour.addItem(QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat))
        self._hour.setCurrentIndex(habits.day_begins)
        self._weekdays: dict[int, ChoiceBox] = {}
        self._days = QListWidget(self)
        self._days.setObjectName("rest-days")
        give_room(self._days)
        self._days.setMinimumHeight(4 * self._days.fontMetrics().lineSpacing())
        self._days.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._days.setAccessibleName(self.tr("Planned days of rest"))
        self._from = self._date_field("rest-from", self.tr("First day of rest"), today)
        self._until = self._date_field("rest-until", self.tr("Last day of rest"), today)
        self._from.dateChanged.connect(self._follow)
        self._lay_out()
        for number, box in self._weekdays.items():
            box.setChecked(number in habits.weekdays)
        self._show_days(habits.days)
        self._days.currentRowChanged.connect(self._enable)
        self._hour.activated.connect(self.changed)
        for box in self._weekdays.values():
            box.clicked.connect(self.changed)

    @property
    def habits(self) -> Habits:
        """What the form says now."""
        weekdays = frozenset(n for n, box in self._weekdays.items() if box.isChecked())
        return Habits(self._hour.currentIndex(), weekdays, self._own_days())

    # Putting it together

    def _date_field(self, name: str, spoken: str, today: date) -> QDateEdit:
        field = day_field(today, self)
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        leave_wheel(field)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        begins = QHBoxLayout()
        begins.addWidget(self._label(self.tr("&My day begins at"), self._hour))
        begins.addWidget(self._hour)
        begins.addStretch(1)
        column.addLayout(begins)
        column.addWidget(
            self._hint(self.tr("What you finish before that counts for the day before."))
        )
        column.addSpacing(8)
        column.addWidget(self._label(self.tr("Weekdays for rest")))
        grid = QGridLayout()
        for place, number in enumerate(pace_words.weekdays()):
            box = ChoiceBox(pace_words.weekday(number), self)
            box.setObjectName(f"rest-weekday-{number}")
            self._weekdays[number] = box
            grid.addWidget(box, place // 4, place % 4)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(self._label(self.tr("&Other days for rest"), self._days))
        column.addWidget(self._days, 1)
        column.addWidget(self._removing(), 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(self._adding())
        column.addWidget(
            self._hint(self.tr("Days of rest do not break a streak, not even those in the past."))
        )

    def _removing(self) -> QPushButton:
        """Return the button that takes days off; the key for that does so, too."""
        self._remove = QPushButton(self.tr("&Remove"), self)
        self._remove.setObjectName("rest-remove")
        self._remove.setEnabled(False)
        self._remove.clicked.connect(self._take_off)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._days)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._take_off)
        return self._remove

    def _adding(self) -> QHBoxLayout:
        """Return the row that adds days."""
        add = QPushButton(self.tr("&Add"), self)
        add.setObjectName("rest-add")
        add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.addWidget(self._label(self.tr("&From"), self._from))
        row.addWidget(self._from)
        row.addWidget(self._label(self.tr("&until"), self._until))
        row.addWidget(self._until)
        row.addWidget(add)
        row.addStretch(1)
        return row

    def _label(self, text: str, buddy: QWidget | None = None) -> QLabel:
        label = QLabel(text, self)
        if buddy is not None:
            label.setBuddy(buddy)
        return label

    def _hint(self, text: str) -> QLabel:
        hint = QLabel(text, self)
        hint.setWordWrap(True)
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        return hint

    # Days

    def _own_days(self) -> frozenset[date]:
        return frozenset(day for row in range(self._days.count()) for day in self._row_days(row))

    def _row_days(self, row: int) -> Iterable[date]:
        first, last = self._days.item(row).data(SPAN_ROLE)
        return (first + timedelta(days=n) for n in range((last - first).days + 1))

    def _show_days(self, days: Iterable[date]) -> None:
        self._days.clear()
        for first, last in spans(days):
            words = pace_words.day(first)
            if last != first:
                words = self.tr("{first} – {last}").format(first=words, last=pace_words.day(last))
            row = QListWidgetItem(words, self._days)
            row.setData(SPAN_ROLE, (first, last))
        self._enable()

    def _enable(self) -> None:
        self._remove.setEnabled(self._days.currentRow() >= 0)

    def _follow(self, first: QDate) -> None:
        """Let the last day not be before the first one, nor years after it."""
        self._until.setDateRange(first, first.addDays(LONGEST))

    def _add(self) -> None:
        first = day_of(self._from.date())
        count = (day_of(self._until.date()) - first).days + 1
        added = {first + timedelta(days=n) for n in range(count)}
        self._show_days(self._own_days() | added)
        self.changed.emit()

    def _take_off(self) -> None:
        row = self._days.currentRow()
        if row >= 0:
            self._show_days(self._own_days() - set(self._row_days(row)))
            self.changed.emit()


class HabitsDialog(QDialog):
    """The form in a window of its own, until it is agreed to."""

    def __init__(self, habits: Habits, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("habits")
        self.setWindowTitle(self.tr("Days and rest"))
        self.form = HabitsForm(habits, today, self)
        buttons = ButtonBox(self)
        buttons.setStandardButtons(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.form, 1)
        column.addWidget(buttons)
        size_dialog(self, 66, 26)
