"""Somebody who presses anything: commands, keys, buttons and menus, in any order."""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from shiboken6 import isValid

from coursetracker.ui.turns import is_free
from coursetracker.ui.window import MainWindow

LEFT_OUT = {"quit", "new-window", "print", "print-preview", "print-report", "open-web"}
"""Commands that end the program, or begin another or one of the system's."""

KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F2),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_A, Qt.Key.Key_9),
)
MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 5,
    *(Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier),
)
SOON = 15
"""Milliseconds between two looks whether a dialog or a menu is open."""

Act = Callable[[], None]


class Presser(QObject):
    """Presses things in a window; what it did last is in `trail`, for whoever looks for a fault."""

    def __init__(self, window: MainWindow, rng: random.Random, courses: list[Path]) -> None:
        super().__init__(window)
        self.trail: list[str] = []
        self._window = window
        self._rng = rng
        self._courses = courses
        self._acts: list[Act] = [
            *[self._command] * 9,
            *[self._key] * 5,
            *[self._click] * 4,
            *(self._open, self._edit, self._resize),
        ]
        self._answering = QTimer(self, interval=SOON)
        self._answering.timeout.connect(self._answer_soon)
        self._answering.start()

    def act(self) -> None:
        """Do one thing, in the window or in what is open over it."""
        if is_free():
            self._rng.choice(self._acts)()
        else:
            self._answer()

    def stop(self) -> None:
        """Press nothing any more, and leave nothing open."""
        self._answering.stop()
        for each in self._over():
            each.close()

    # In the window

    def _command(self) -> None:
        action = self._rng.choice(list(self._window.actions_by_name.values()))
        if action.isEnabled() and action.objectName() not in LEFT_OUT:
            self.trail.append(f"command {action.objectName()}")
            action.trigger()

    def _key(self) -> None:
        self._press(QApplication.focusWidget() or self._window)

    def _press(self, widget: QWidget) -> None:
        key, modifier = self._rng.choice(KEYS), self._rng.choice(MODIFIERS)
        if not (key is Qt.Key.Key_A and modifier is Qt.KeyboardModifier.ControlModifier):
            self.trail.append(f"{modifier.name} {key.name} in {type(widget).__name__}")
            QTest.keyClick(widget, key, modifier)

    def _click(self) -> None:
        window = self._window
        views = (window.outline.viewport(), window.checklist.viewport(), window.page.viewport())
        view = self._rng.choice(views)
        if not view.isVisible():
            return
        place = QPoint(self._rng.randrange(view.width()), self._rng.randrange(view.height()))
        self.trail.append(f"click {place.toTuple()} in {type(view.parent()).__name__}")
        if self._rng.random() < 0.8:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        else:
            mouse = QContextMenuEvent.Reason.Mouse
            asked = QContextMenuEvent(mouse, place, view.mapToGlobal(place))
            QCoreApplication.postEvent(view, asked)

    def _open(self) -> None:
        path = self._rng.choice(self._courses)
        self.trail.append(f"open {path.name}")
        self._window.open_path(path)

    def _edit(self) -> None:
        """Let the author move, rewrite and delete lines of a course."""
        path = self._rng.choice(self._courses)
        lines = path.read_text("utf-8").split("\n")
        for _ in range(self._rng.randrange(1, 30)):
            at = self._rng.randrange(len(lines))
            if self._rng.random() < 0.5:
                lines.insert(self._rng.randrange(len(lines)), lines.pop(at))
            elif self._rng.random() < 0.5 and len(lines) > 3:
                del lines[at]
            else:
                lines[at] += " changed"
        self.trail.append(f"edit {path.name}")
        path.write_text("\n".join(lines), "utf-8")

    def _resize(self) -> None:
        self._window.resize(self._rng.randrange(700, 1600), self._rng.randrange(450, 1000))

    # In what is open over it

    def _over(self) -> list[QWidget]:
        tops = [each for each in QApplication.topLevelWidgets() if isValid(each)]
        return [each for each in tops if each.isVisible() and each is not self._window]

    def _answer_soon(self) -> None:
        """Have the timer go on while what is pressed opens a dialog over a dialog."""
        QTimer.singleShot(0, self, self._answer)

    def _answer(self) -> None:
        over = self._over()
        if not over:
            return
        top = self._rng.choice(over)
        name = top.objectName() or type(top).__name__
        if isinstance(top, QMenu):
            self._choose(top)
        elif self._rng.random() < 0.2:
            self.trail.append(f"close {name}")
            top.close()
        elif self._rng.random() < 0.6:
            buttons = [b for b in top.findChildren(QAbstractButton) if b.isVisibleTo(top)]
            if buttons:
                button = self._rng.choice(buttons)
                self.trail.append(f"button {button.text()!r} in {name}")
                button.click()
        else:
            self._press(QApplication.focusWidget() or top)

    def _choose(self, menu: QMenu) -> None:
        """Choose something of a menu, or nothing, and have it closed."""
        actions = [a for a in menu.actions() if a.isEnabled() and a.menu() is None]
        chosen = self._rng.choice([None, *actions])
        menu.close()
        if chosen is not None and chosen.objectName() not in LEFT_OUT:
            self.trail.append(f"menu {chosen.text()!r}")
            chosen.trigger()
