"""Every action of the window: one row each, and the loop that makes menus of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from coursetracker.ui.icons import give_icon

Shortcut = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Command:
    """One menu entry: its name never changes, its text is translated.

    `run` takes no argument. Several shortcuts are written as "Ctrl++; Ctrl+=". Commands that
    share a `choice` exclude each other and show which one holds. A command whose `rule` is set
    begins a new group of its menu; one that `toggles` shows whether it is on. The keys of a
    `local` one belong to the part of the window that it is added to. `icon` names a picture of
    the set; what toggles or is a choice has none, as its mark stands in that place.
    """

    name: str
    menu: str
    text: str
    run: Callable[[], object]
    shortcut: Shortcut = None
    tip: str = ""
    choice: str = ""
    rule: bool = False
    toggles: bool = False
    local: bool = False
    icon: str = ""


def add_commands(
    window: QWidget, menus: Mapping[str, QMenu], commands: Iterable[Command]
) -> dict[str, QAction]:
    """Put every command into its menu and return the actions by name."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for command in commands:
        action = _action(window, command)
        action.setCheckable(command.toggles)
        if command.choice:
            action.setCheckable(True)
            groups.setdefault(command.choice, QActionGroup(window)).addAction(action)
        if command.rule:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(action)
        actions[command.name] = action
    return actions


def _action(window: QWidget, command: Command) -> QAction:
    action = QAction(window)
    action.setText(command.text)
    action.setObjectName(command.name)
    if command.icon:
        give_icon(action, command.icon)
    if command.shortcut is not None:
        action.setShortcuts(_keys(command.shortcut))
        if command.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    if command.tip:
        action.setStatusTip(command.tip)
        action.setToolTip(command.tip)
    action.triggered.connect(without_arguments(command.run))
    return action


def _keys(shortcut: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    if isinstance(shortcut, str):
        return QKeySequence.listFromString(shortcut)
    return [QKeySequence(shortcut)]


def without_arguments(run: Callable[[], object]) -> Callable[[], None]:
    """Return a slot that drops `checked`."""

    def act() -> None:
        run()

    return act
