"""Days as Qt has them, and a field in which one is chosen."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from coursetracker.problems import QT_TRANSLATE_NOOP

CONTROLS = {
    "qt_calendar_prevmonth": QT_TRANSLATE_NOOP("Days", "Previous month"),
    "qt_calendar_nextmonth": QT_TRANSLATE_NOOP("Days", "Next month"),
    "qt_calendar_yearedit": QT_TRANSLATE_NOOP("Days", "Year"),
}
"""What a calendar leaves without words, by the names that Qt's code has for it."""


def day_field(day: date, parent: QWidget) -> QDateEdit:
    """Return a field for a day, with a calendar to choose it from."""
    field = QDateEdit(qt_day(day), parent)
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMM yyyy")
    for name, words in CONTROLS.items():
        control = field.calendarWidget().findChild(QWidget, name)
        if control is not None:
            control.setAccessibleName(QCoreApplication.translate("Days", words))
            control.setToolTip(control.accessibleName())
    return field


def qt_day(day: date) -> QDate:
    """Return a day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def day_of(day: QDate) -> date:
    """Return a day of Qt's."""
    return date(day.year(), day.month(), day.day())
