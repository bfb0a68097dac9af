"""The user guide tells the truth, in each language."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from coursetracker.markdown import parse
from coursetracker.resources import languages, resources
from coursetracker.ui.guide import guide_file
from coursetracker.ui.live import SETTLED
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

FOLDER = resources() / "guide"
COMMAND = re.compile(r"\*\*([^*]+?\s>\s[^*]+?)\*\*")
NATIVE = QKeySequence.SequenceFormat.NativeText
KEYS = re.compile(r"^\| \*\*(.+?)\*\* \| (.+?) \|$", re.MULTILINE)


def text(language: str) -> str:
    return (FOLDER / f"{language}.md").read_text("utf-8")


def headings(language: str) -> list[str]:
    document = parse(text(language))
    return [block.tag for block in document.root if re.fullmatch("h[1-6]", block.tag)]


def shape(language: str) -> list[str]:
    """Return what kinds of blocks a guide has, one after the other."""
    return [block.tag for block in parse(text(language)).root]


def commands(window: MainWindow) -> dict[str, list[str]]:
    """Return the commands of the window by their way through the menus, with keys as these say."""
    found: dict[str, list[str]] = {}

    def walk(menu: QMenu, way: str) -> None:
        way += _plain(menu.title())
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                walk(inner, f"{way} > ")
            else:
                keys = [keys.toString(NATIVE) for keys in action.shortcuts()]
                found[f"{way} > {_plain(action.text())}"] = keys

    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        walk(menu, "")
    return found


def _plain(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def test_there_is_a_guide_in_each_language() -> None:
    assert {guide_file(each).name for each in languages()} == {f"{e}.md" for e in languages()}
    assert guide_file("tlh") == FOLDER / "en.md"


@pytest.mark.parametrize("language", languages())
def test_all_guides_say_the_same(language: str) -> None:
    assert headings(language) == headings("en")
    assert shape(language) == shape("en")
    assert len(COMMAND.findall(text(language))) == len(COMMAND.findall(text("en")))


@pytest.mark.parametrize("language", languages())
def test_what_a_guide_names_is_there(
    language: str, open_window: OpenWindow, request: pytest.FixtureRequest
) -> None:
    if language == "es":
        request.getfixturevalue("spanish")
    known = commands(open_window())
    named = {" ".join(each.split()) for each in COMMAND.findall(text(language))}
    assert len(named) > 40
    assert named - known.keys() == set()
    keys = dict(KEYS.findall(text(language)))
    assert len(keys) > 10
    assert {way for way, key in keys.items() if key not in known[way]} == set()


@pytest.mark.parametrize("language", languages())
def test_pictures_and_links_of_a_guide_lead_somewhere(language: str) -> None:
    targets = re.findall(r"\]\(([^)]+)\)", text(language))
    assert targets
    assert [each for each in targets if not (FOLDER / each).exists()] == []
    assert {Path(each).name[:2] for each in targets} == {language}


def test_the_guide_is_shown_with_its_contents(window: MainWindow) -> None:
    window.actions_by_name["guide"].trigger()
    guide = window.guide
    assert guide.isVisible()
    assert guide.contents.count() == len(headings("en"))
    assert "First steps" in guide.page.toPlainText()
    guide.contents.setCurrentRow(guide.contents.count() - 1)
    assert guide.page.verticalScrollBar().value() > 0
    guide.close()


def test_it_speaks_the_windows_language(spanish: None, open_window: OpenWindow) -> None:
    window = open_window()
    window.show_guide()
    assert "Primeros pasos" in window.guide.page.toPlainText()


def test_the_guide_stays_where_it_is_read(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["guide"].trigger()
    guide = window.guide
    qtbot.waitExposed(guide)
    qtbot.wait(2 * SETTLED)  # its pictures are fitted to its size
    bar = guide.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    place, line = bar.value(), guide.page.fontMetrics().lineSpacing()
    for theme in ("theme-dark", "theme-light"):
        with qtbot.waitSignal(guide.page.page_shown):
            window.actions_by_name[theme].trigger()
        qtbot.waitUntil(lambda: abs(bar.value() - place) <= 3 * line)

    guide.contents.itemClicked.emit(guide.contents.item(0))  # chosen already
    assert bar.value() < place
    guide.page.zoom_asked.emit(2)
    assert guide.page.zoom > 1
    guide.close()


def test_pictures_of_the_guide_are_shown_whole(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_by_name["guide"].trigger()
    shown: list[str] = []
    monkeypatch.setattr(QDialog, "open", lambda dialog: shown.append(dialog.windowTitle()))
    window.guide.page.picture_asked.emit("course-picture:pictures/en-window.png")
    assert shown == ["en-window.png"]
    window.guide.close()
