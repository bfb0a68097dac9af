"""The pictures of commands: each has one, in the colours of the palette, sharp on any screen."""

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from coursetracker.resources import resources
from coursetracker.ui import commands
from coursetracker.ui.icons import PICTURE, SET, action_button, button_icon, give_icon
from coursetracker.ui.theme import Scheme, apply_scheme
from ui.conftest import OpenWindow

FOLDER = resources() / "icons" / SET
SOURCES = Path(commands.__file__).parent
Role = QPalette.ColorRole
Mode = QIcon.Mode


def inks(picture: QImage) -> set[str]:
    """Return the colours of what is drawn, without soft edges."""
    seen = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return {colour.name() for colour in seen if colour.alpha() > 250}


def drawn(icon: QIcon, mode: QIcon.Mode = Mode.Normal, scale: float = 1) -> QImage:
    """Return an icon as it is drawn beside text."""
    return icon.pixmap(QSize(32, 32), scale, mode).toImage()


def test_each_command_without_a_mark_has_a_picture(open_window: OpenWindow) -> None:
    window = open_window()
    for name, action in window.actions_by_name.items():
        marked = action.isCheckable()
        assert action.icon().isNull() == marked, name
        assert marked or (FOLDER / f"{action.property(PICTURE)}.svg").is_file(), name


def test_no_picture_is_left_over() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    named = set(re.findall(r'"([a-z0-9-]+)"', code))
    assert {path.stem for path in FOLDER.glob("*.svg")} <= named


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_a_picture_has_the_colour_of_the_text_that_it_stands_beside(
    open_window: OpenWindow, scheme: Scheme
) -> None:
    undo = open_window().actions_by_name["undo"]
    back = button_icon("arrow-left")
    apply_scheme(scheme)
    palette = QGuiApplication.palette()
    assert inks(drawn(undo.icon())) == {palette.color(Role.ButtonText).name()}
    assert inks(drawn(undo.icon(), Mode.Active)) == {palette.color(Role.HighlightedText).name()}
    assert inks(drawn(back, Mode.Active)) == {palette.color(Role.ButtonText).name()}
    assert inks(drawn(back, Mode.Selected)) == {palette.color(Role.HighlightedText).name()}
    dim = palette.color(QPalette.ColorGroup.Disabled, Role.ButtonText).name()
    assert inks(drawn(undo.icon(), Mode.Disabled)) == {dim}
    apply_scheme(Scheme.LIGHT)


def test_a_picture_is_drawn_with_as_many_points_as_the_screen_has(qapp: QApplication) -> None:
    sharp = drawn(button_icon("search"), scale=2)
    assert (sharp.width(), sharp.devicePixelRatio()) == (64, 2.0)
    doubled = drawn(button_icon("search")).scaled(64, 64)
    assert sharp.convertToFormat(doubled.format()) != doubled


def test_a_button_of_a_command_keeps_its_own_picture(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    action = QAction("&Back", menu)
    give_icon(action, "arrow-left")
    button = action_button(action, menu)
    action.setEnabled(False)
    action.setEnabled(True)
    lit = drawn(button.icon(), Mode.Active)
    assert inks(lit) == {QGuiApplication.palette().color(Role.ButtonText).name()}
    assert button.accessibleName() == "Back"


def test_a_copy_of_a_picture_outlives_the_first(qapp: QApplication) -> None:
    first = button_icon("search")
    copy = QIcon(first)
    copy.addPixmap(QPixmap(8, 8))  # Qt asks for a copy of what draws it then
    del first
    gc.collect()
    assert inks(drawn(copy)) <= {QColor(QGuiApplication.palette().color(Role.ButtonText)).name()}
