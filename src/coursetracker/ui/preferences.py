"""The preferences: one dialog, in which each choice is applied at once."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.habits import HabitsForm
from coursetracker.ui.marks import ChoiceBox, box_side
from coursetracker.ui.proportions import size_dialog
from coursetracker.ui.wheel import leave_wheel

if TYPE_CHECKING:
    from coursetracker.progress.streak import Habits

Choices = Iterable[tuple[str, str]]
"""Values and what they are called."""


WIDEST = 0.9
"""The share of the screen's width that a page takes at most; what is wider scrolls."""


class PreferencesDialog(QDialog):
    """Shows what is chosen, and tells at once what the learner chooses otherwise.

    Commands that are on or off, and those that exclude each other, are given by their actions, so
    that menu and dialog never differ.
    """

    named = Signal(str)
    chosen = Signal(str, str)  # name of a choice, and its new value
    backup_asked = Signal()
    restore_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self._tabs = QTabWidget(self)
        self._name = QLineEdit(self)
        self._name.setObjectName("learner")
        self._name.editingFinished.connect(self._tell_name)
        self._told_name = ""
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.finished.connect(self._tell_name)
        column = QVBoxLayout(self)
        column.addWidget(self._tabs, 1)
        column.addWidget(buttons)
        size_dialog(self, 78, 28)

    # Putting it together

    def add_general(self, name: str, combos: Mapping[str, tuple[Choices, str]]) -> None:
        """Add the learner's name, and the choices of one among several with what holds now."""
        self._name.setText(name)
        self._told_name = name
        labels = {
            "language": self.tr("L&anguage"), "theme": self.tr("&Colours"),
            "text": self.tr("Size of &text"), "start": self.tr("At &startup, open"),
        }  # fmt: skip
        page, form = QWidget(self), QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Your &name"), self._name)
        where = self.tr("Appears on progress reports and nowhere else")
        self._name.setAccessibleDescription(where)
        form.addRow("", self._hint(where))
        for key, (choices, now) in combos.items():
            form.addRow(labels[key], self._combo(key, choices, now))
        column = QVBoxLayout(page)
        column.addLayout(form)
        column.addStretch(1)
        self._add(page, self.tr("&General"))

    def _combo(self, key: str, choices: Choices, now: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(key)
        leave_wheel(combo)
        for value, words in choices:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(combo.findData(now), 0))
        combo.activated.connect(lambda row: self.chosen.emit(key, combo.itemData(row)))
        return combo

    def add_lessons(self, actions: Iterable[QAction], *, by_itself: bool) -> None:
        """Add what reading does, and what happens when the author changes a course."""
        page, column = QWidget(self), QVBoxLayout()
        column.setSpacing(8)
        for action in actions:
            column.addWidget(self._box_of(action))
            column.addWidget(self._hint(action.toolTip(), under=True))
            column.addSpacing(8)
        box = ChoiceBox(self.tr("&Apply clear-cut updates without asking"), self)
        box.setObjectName("by-itself")
        box.setChecked(by_itself)
        box.toggled.connect(lambda on: self.chosen.emit("by-itself", "yes" if on else "no"))
        column.addWidget(box)
        sentence = self.tr(
            "If every lesson can be matched after the author changes a course, you are not asked. "
            "Every update can be undone."
        )
        column.addWidget(self._hint(sentence, under=True))
        column.addStretch(1)
        page.setLayout(column)
        self._add(page, self.tr("&Lessons"))

    def _box_of(self, action: QAction) -> ChoiceBox:
        """Return a box that is always as its action is."""
        box = ChoiceBox(action.text(), self)
        box.setObjectName(action.objectName())
        box.setChecked(action.isChecked())
        box.clicked.connect(action.trigger)
        action.toggled.connect(box.setChecked)
        return box

    def add_days(self, form: HabitsForm, keep: "Callable[[Habits], object]") -> None:
        """Add when the learner's day begins, and which days are for rest."""
        form.changed.connect(lambda: keep(form.habits))
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.addWidget(form)
        self._add(page, self.tr("&Days"))

    def add_backups(self, folder: str) -> None:
        """Add where backups are and what can be done with them."""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setSpacing(8)
        sentence = self.tr(
            "Everything you do is backed up on each day of use, and before an update, an import, a"
            " restore or a new version. Of these backups the 10 newest are kept, and one for each "
            "of the last 7 days and 4 weeks of use."
        )
        column.addWidget(self._hint(sentence))
        place = self._hint(folder)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(place)
        row = QHBoxLayout()
        for name, words, signal in (
            ("back-up", self.tr("Back up &now"), self.backup_asked),
            ("restore", self.tr("&Restore a backup…"), self.restore_asked),
            ("show-folder", self.tr("Show the &folder"), self.folder_asked),
        ):
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._outcome = self._hint("")
        self._outcome.setObjectName("backup-outcome")
        column.addWidget(self._outcome)
        column.addStretch(1)
        self._add(page, self.tr("&Backups"))

    def _hint(self, text: str, *, under: bool = False) -> QLabel:
        """Return a sentence in small print, that stands under the words of a box or alone."""
        hint = QLabel(text, self)
        hint.setIndent(box_side(self.fontMetrics()) + 8 if under else -1)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        return hint

    def _add(self, page: QWidget, title: str) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        bar, room = area.verticalScrollBar().sizeHint().width(), self.screen().availableSize()
        needed = page.minimumSizeHint().width() + bar
        area.setMinimumWidth(min(needed, round(room.width() * WIDEST)))
        self._tabs.addTab(area, title)

    # What happens

    def _tell_name(self) -> None:
        if self._name.text() != self._told_name:
            self._told_name = self._name.text()
            self.named.emit(self._told_name)

    def tell_backup(self, sentence: str) -> None:
        """Say what has become of a backup that was asked for."""
        self._outcome.setText(sentence)

    @property
    def place(self) -> tuple[int, str]:
        """Where the keyboard is: the tab, and the name of the control."""
        focus: QWidget | None = self.focusWidget()
        return self._tabs.currentIndex(), focus.objectName() if focus is not None else ""

    def go_to(self, place: tuple[int, str]) -> None:
        """Bring the keyboard to where it was in another one of these."""
        tab, name = place
        self._tabs.setCurrentIndex(tab)
        control = self.findChild(QWidget, name) if name else None
        if control is not None:
            control.setFocus()
