"""The button beside a lesson's title that tells its state and changes it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from coursetracker.course.outline import State
from coursetracker.ui import words

_TOLD = (State.IN_PROGRESS, State.SKIPPED)
"""The states that the tick box beside it does not tell in words."""


class StateButton(QToolButton):
    """Opens a menu of the four states."""

    state_asked = Signal(object)  # State

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson-state")
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setToolTip(self.tr("Change the state of this lesson"))
        self._state = State.NOT_STARTED
        self.clicked.connect(self._open)

    def show_state(self, state: State, *, of_a_lesson: bool) -> None:
        """Show the state of what is read; that of a section is told by its count elsewhere."""
        self._state = state
        told = of_a_lesson and state in _TOLD
        name = words.state_name(state)
        self.setText(f"{name} ▾" if told else "▾")
        self.setAccessibleName(self.tr("State: {state}").format(state=name))

    def menu_of_states(self) -> QMenu:
        """Return a menu of the states, the one that holds now ticked."""
        menu = QMenu(self)
        for state in State:
            ask = partial(self.state_asked.emit, state)
            action = menu.addAction(words.state_name(state), ask)
            action.setCheckable(True)
            action.setChecked(state is self._state)
        return menu

    def _open(self) -> None:
        menu = self.menu_of_states()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
