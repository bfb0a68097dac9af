"""The button beside a lesson's title that tells its state and changes it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from coursetracker.course.outline import State
from coursetracker.ui import words
from coursetracker.ui.icons import button_icon, icon_size


class StateButton(QToolButton):
    """Opens a menu of the four states; the tick box beside it tells which one holds."""

    state_asked = Signal(object)  # State

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson-state")
        self.setAutoRaise(True)
        self.setIcon(button_icon("chevron-down"))
        self.setIconSize(icon_size(self))
        self.setToolTip(self.tr("Change the state of this lesson"))
        self._state = State.NOT_STARTED
        self.clicked.connect(self._open)

    def show_state(self, state: State) -> None:
        """Know the state of what is read, and say it."""
        self._state = state
        told = self.tr("State: {state}").format(state=words.state_name(state))
        self.setAccessibleName(told)

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
