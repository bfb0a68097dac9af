"""The window is written in the desktop's font, or in the one that is shipped."""

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coursetracker.ui import fonts
from coursetracker.ui.proportions import Step, stepped


@pytest.fixture
def font(qtbot: QtBot) -> QFont:
    return QApplication.font()


def test_where_the_desktop_names_no_font_the_shipped_one_is_used(font: QFont) -> None:
    try:
        QApplication.setFont(QFont("Sans Serif", 9))
        fonts.choose_family()
        fonts.lend()
        assert QFontInfo(QApplication.font()).family() == fonts.OWN
        assert QApplication.font().pointSizeF() == pytest.approx(9 * fonts.LARGER)
        fonts.choose_family()  # only once
        assert QApplication.font().pointSizeF() == pytest.approx(9 * fonts.LARGER)
    finally:
        QApplication.setFont(font)


def test_a_font_that_the_desktop_names_is_left_alone(font: QFont) -> None:
    try:
        QApplication.setFont(QFont("DejaVu Sans", 12))
        fonts.choose_family()
        assert (QApplication.font().family(), QApplication.font().pointSize()) == (
            "DejaVu Sans", 12,
        )  # fmt: skip
    finally:
        QApplication.setFont(font)


def test_the_scale_goes_down_step_by_step(font: QFont) -> None:
    sizes = [stepped(font, step).pointSizeF() for step in Step]
    assert sizes == sorted(sizes, reverse=True)
    assert not stepped(font, Step.TITLE, bold=False).bold()
