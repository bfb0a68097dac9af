"""Parts stand side by side as long as they have the width that they want."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coursetracker.ui.stacking import StackingRow


def test_parts_come_to_stand_below_each_other(qtbot: QtBot) -> None:
    row = StackingRow()
    qtbot.addWidget(row)
    first, second = QLabel("a part with some words", row), QLabel("another part", row)
    row.add(first, 1)
    row.add(second)
    wanted = first.sizeHint().width() + second.sizeHint().width() + row.box.spacing()
    row.resize(wanted + 10, 40)
    row.show()
    qtbot.waitExposed(row)
    assert first.y() == second.y()
    assert row.minimumSizeHint().width() < wanted

    row.resize(wanted - 10, 80)
    qtbot.waitUntil(lambda: second.y() > first.y())
    assert first.width() >= first.sizeHint().width()
    row.resize(wanted + 10, 80)
    qtbot.waitUntil(lambda: second.y() == first.y())
