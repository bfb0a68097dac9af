"""All commands with their keys: found by words, given by Enter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coursetracker.ui.command_list import CommandList
from coursetracker.ui.window import MainWindow


def opened(window: MainWindow, qtbot: QtBot) -> CommandList:
    window.actions_by_name["commands"].trigger()
    dialog = window.findChild(CommandList)
    assert isinstance(dialog, CommandList)
    qtbot.waitExposed(dialog)
    return dialog


def texts(dialog: CommandList) -> list[str]:
    return [row.text(0) for row in dialog.rows()]


def test_every_command_is_listed_with_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    assert len(dialog.rows()) == len(window.actions_by_name)
    keys = {row.text(0): row.text(1) for row in dialog.rows()}
    assert keys["Mark done or not done"] == "Ctrl+Return"
    assert keys["Commands and shortcuts…"] == "F1"
    assert not any("&" in text for text in texts(dialog))


def test_words_find_commands_by_text_keys_and_tip(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    QTest.keyClicks(dialog.field, "FORECÁST")
    assert texts(dialog) == ["Pace and forecast…"]
    dialog.field.setText("ctrl+k")
    assert "Go to a lesson…" in texts(dialog)
    dialog.field.setText("zzz")
    assert texts(dialog) == []


def test_enter_gives_the_command_that_the_arrows_chose(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    QTest.keyClicks(dialog.field, "colours")
    assert texts(dialog)[:3] == ["Preferences…", "Colours of the system", "Light colours"]
    chosen = dialog.list.currentItem()
    assert chosen is not None
    assert chosen.text(0) == "Colours of the system"  # it has the word in its name
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    qtbot.waitUntil(window.actions_by_name["theme-light"].isChecked)


def test_what_cannot_be_done_now_is_shown_and_not_given(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    QTest.keyClicks(dialog.field, "redo")
    assert texts(dialog) == ["Redo"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_nothing_is_done_to_a_course_that_is_not_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.reader.next()
    window.actions_by_name["courses"].trigger()
    dialog = opened(window, qtbot)
    for words in ("mark done or not done", "hide", "skipped"):
        dialog.field.setText(words)
        assert dialog.rows()[0].isDisabled(), words
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.isVisible()
    dialog.field.setText("quit")
    assert not dialog.rows()[0].isDisabled()


def test_a_screen_reader_hears_what_is_chosen_while_words_are_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    QTest.keyClicks(dialog.field, "zoom in")
    assert dialog.field.accessibleDescription().startswith("Zoom in, Ctrl++, ")
    assert dialog.field.accessibleDescription().endswith(f"1 of {len(dialog.rows())}")
    dialog.field.setText("zzz")
    assert dialog.field.accessibleDescription() == "No commands match."
