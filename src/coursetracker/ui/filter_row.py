"""What stands over the outline to narrow it down: words to look for, and what is to be seen."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from coursetracker.progress.filters import Only
from coursetracker.ui.proportions import pad_field
from coursetracker.ui.quantities import Quantities
from coursetracker.ui.stacking import StackingRow

_PRESSED = QEvent.Type.KeyPress


def name(only: Only) -> str:
    """Return what the learner may want to see, in words."""
    return {
        Only.ALL: QCoreApplication.translate("Filters", "All lessons"),
        Only.REMAINING: QCoreApplication.translate("Filters", "Remaining"),
        Only.IN_PROGRESS: QCoreApplication.translate("Filters", "In progress"),
        Only.DUE: QCoreApplication.translate("Filters", "Due this week"),
        Only.OVERDUE: QCoreApplication.translate("Filters", "Overdue"),
        Only.CHANGED: QCoreApplication.translate("Filters", "Changed"),
        Only.NOTED: QCoreApplication.translate("Filters", "With a note"),
        Only.OPTIONAL: QCoreApplication.translate("Filters", "Optional"),
    }[only]


class FilterRow(StackingRow):
    """A field for words in titles, and beside or below it a choice of lessons."""

    changed = Signal()  # what is to be seen
    only_chosen = Signal(object)  # Only, by the learner
    left = Signal()  # by a key that goes on to the outline

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setObjectName("outline-filter")
        self.field.setPlaceholderText(self.tr("Filter lessons"))
        self.field.setAccessibleName(self.tr("Filter lessons by words in their titles"))
        pad_field(self.field)
        self.field.textChanged.connect(self.changed)
        self.field.installEventFilter(self)
        self._choice = QComboBox(self)
        self._choice.setObjectName("outline-only")
        self._choice.setAccessibleName(self.tr("Which lessons the outline shows"))
        self._choice.setToolTip(self.tr("Which lessons the outline shows"))
        for only in Only:
            self._choice.addItem(name(only), only)
        self._choice.currentIndexChanged.connect(self.changed)
        self._choice.activated.connect(lambda: self.only_chosen.emit(self.only()))
        self._choice.installEventFilter(self)
        self.box.setContentsMargins(6, 6, 6, 6)
        self.add(self.field, 1)
        self.add(self._choice)

    @property
    def order(self) -> tuple[QWidget, ...]:
        """The parts that Tab goes through, in their order."""
        return self.field, self._choice

    def words(self) -> str:
        """Return the words that titles have to hold."""
        return self.field.text().strip()

    def only(self) -> Only:
        """Return which lessons are to be seen."""
        return Only(self._choice.currentData())

    def choose(self, only: Only) -> None:
        """Let other lessons be seen, as if the learner had chosen them."""
        if only is not self.only():
            self._choice.setCurrentIndex(list(Only).index(only))
            self.only_chosen.emit(only)

    def restore(self, only: Only) -> None:
        """Show what the learner chose before; the outline is shown by whoever opens the course."""
        with QSignalBlocker(self._choice):
            self._choice.setCurrentIndex(list(Only).index(only))

    def say_found(self, lessons: int | None) -> None:
        """Let a screen reader know how many lessons are let through; None is all."""
        said = "" if lessons is None else Quantities().lessons(lessons)
        self.field.setAccessibleDescription(said)
        self._choice.setAccessibleDescription(said)

    def show_all(self) -> None:
        """Look for nothing any more."""
        self.field.clear()
        self.choose(Only.ALL)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave by Escape, which empties the field, and by the keys that go on downwards."""
        if isinstance(event, QKeyEvent) and event.type() == _PRESSED:
            in_field = watched is self.field
            if in_field and event.key() == Qt.Key.Key_Escape:
                self.field.clear()
            onwards = (Qt.Key.Key_Down, Qt.Key.Key_Return) if in_field else ()
            if event.key() in (Qt.Key.Key_Escape, *onwards):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


class NothingFound(QWidget):
    """Says that no lesson is let through, and how to see all of them."""

    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nothing-found")
        text = QLabel(self.tr("No lessons match this filter."), self)
        text.setWordWrap(True)
        self._everything = everything = QPushButton(self.tr("Show all"), self)
        everything.setObjectName("show-all")
        everything.clicked.connect(self.all_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(text, 1)
        row.addWidget(everything)

    def take_focus(self) -> None:
        """Give the keyboard to the button."""
        self._everything.setFocus(Qt.FocusReason.OtherFocusReason)
