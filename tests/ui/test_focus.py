"""Where the keyboard is can be seen, in each of the schemes of colours."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coursetracker.ui.theme import Scheme, apply_scheme
from coursetracker.ui.window import MainWindow

RING = 30
"""At least so many points have to look otherwise: a thin ring around a small button has more."""
APART = 60
"""So far apart, in steps of 255 over three colours, two points are seen to differ."""


def picture(control: QWidget) -> QImage:
    """Return how a control and what is just around it look."""
    window = control.window()
    corner = control.mapTo(window, control.rect().topLeft())
    room = control.rect().translated(corner).adjusted(-4, -4, 4, 4)
    return window.grab(room & window.rect()).toImage()


def differing(one: QImage, other: QImage) -> int:
    """Return how many points of two pictures of one size can be seen to differ."""
    count = 0
    for y in range(one.height()):
        for x in range(one.width()):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            apart = abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
            count += apart > APART
    return count


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_each_control_shows_that_it_has_the_keyboard(
    window: MainWindow, qtbot: QtBot, scheme: Scheme
) -> None:
    apply_scheme(scheme)
    window.actions_by_name["note"].trigger()
    window.outline.setFocus()
    seen: dict[QWidget, int] = {}
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        with_keys = picture(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        seen[focus] = differing(with_keys, picture(focus))
    names = {f"{type(each).__name__} {each.objectName()}": n for each, n in seen.items()}
    assert len(seen) >= 7
    assert {name: n for name, n in names.items() if n < RING} == {}
