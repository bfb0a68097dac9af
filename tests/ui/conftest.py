"""A real window over a real library, and a small course to open in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QPoint,
    QPointF,
    QVersionNumber,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coursetracker.ui.fonts import choose_family, lend
from coursetracker.ui.language import speak
from coursetracker.ui.window import MainWindow
from windows import make_window

COURSE = """\
# Baking bread

How to bake bread at home.

- Week 1: Flour and water
- Week 2: Heat

# Dough
Flour, water, salt, time. See [the oven](#the-oven) and [the web](https://example.org/).

## Mixing
Stir.

## Kneading
Fold and turn.

# Test yourself (Assessment 1)

## Questions
Five of them.

# Baking

## The oven
Hot.

## The crust
Crisp.

# Final exam (Assessment 2)

## The loaf
Bake one.
"""

OpenWindow = Callable[[], MainWindow]


def drag_point(point: QPoint) -> QPoint:
    """Return a place as the events of dragging take it: Qt 6.12 wants one with decimals."""
    newer = QLibraryInfo.version() >= QVersionNumber(6, 12)
    return cast("QPoint", QPointF(point)) if newer else point


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Have the program speak English, until a test wants it otherwise, and write in its font."""
    speak("en")
    choose_family()
    lend()


@pytest.fixture
def course_file(tmp_path: Path) -> Path:
    path = tmp_path / "curso de pan ñ.md"
    path.write_text(COURSE, "utf-8")
    return path


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """Return a function that starts the program's window, over the same library each time."""
    folder = tmp_path / "data"
    windows: list[MainWindow] = []

    def start() -> MainWindow:
        window = make_window(folder)
        windows.append(window)
        window.resize(1280, 780)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield start
    for window in windows:
        window.close()
        window.session.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot, course_file: Path) -> MainWindow:
    """Return a window in which the small course is open, and what is told of it was read."""
    window = open_window()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(course_file)
    window.pane.notice.hide()
    return window


@pytest.fixture
def spanish(qtbot: QtBot) -> Iterator[None]:
    """Have the program speak Spanish."""
    before = QLocale()
    speak("es")
    yield
    speak("en")
    QLocale.setDefault(before)
