"""Titles, names and notes with markup in them are shown as they are, wherever they are shown.

Qt takes a plain text for HTML where it looks so, and then reads the files that it names.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPixmap, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import State
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE
from ui.test_accessible_tree import DIALOGS, opened

MARKUP = "<img src='/nowhere.png'> <b>bold</b> &amp;"
FORMULA = "a <b>c</b> b"


@pytest.fixture
def course_file(tmp_path: Path) -> Path:
    """Return a course all of whose titles, and whose own name, hold markup."""
    escaped = MARKUP.replace("<", "\\<").replace("&", "\\&")
    lines = [line.replace("# ", f"# {escaped} ", 1) for line in COURSE.split("\n")]
    path = tmp_path / "<b>course<b>.md"
    told = f"\n![{MARKUP}](a.png)\n\n${FORMULA}$\n"
    path.write_text("\n".join(lines) + told, "utf-8")
    QPixmap(9, 9).save(str(tmp_path / "a.png"))
    return path


@pytest.fixture
def marked(window: MainWindow, qtbot: QtBot, course_file: Path) -> MainWindow:
    """A window with that course, something of it done, an update waiting and a lesson lost."""
    session = window.session
    assert session.progress is not None
    first, second, *_, last = session.progress.outline.leaves()
    assert MARKUP in first.title
    session.mark(first.id, State.DONE)
    session.notes.keep_draft(first.id, MARKUP)
    session.notes.settle()
    session.planning.set_due(second.id, session.today(), "due")
    window.reader.go_to(last.id)
    text = course_file.read_text("utf-8")
    course_file.write_text(text + f"\n## Cooling {MARKUP}\nWait.\n", "utf-8")
    window.updating.check()
    qtbot.waitUntil(lambda: window.updating.proposal is not None)
    return window


def misread(widget: QWidget) -> Iterator[str]:
    """Return the texts that Qt would take for HTML, though nobody meant that."""
    for label in widget.findChildren(QLabel):
        if label.textFormat() is Qt.TextFormat.AutoText and is_misread(label.text()):
            yield f"label {label.objectName()}: {label.text()}"
    for each in widget.findChildren(QWidget):
        if is_misread(each.toolTip()):
            yield f"tip of {each.objectName()}: {each.toolTip()}"
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount()):
            tip = model.index(row, 0, QModelIndex()).data(Qt.ItemDataRole.ToolTipRole)
            if is_misread(str(tip or "")):
                yield f"tip of a row of {view.objectName()}: {tip}"


def is_misread(text: str) -> bool:
    """Return whether a text has markup of the course's in it that is not escaped."""
    return any(tag in text for tag in ("<img", "<b>"))


def test_the_window_shows_markup_as_it_is(marked: MainWindow) -> None:
    assert list(misread(marked)) == []
    marked.shelving.show()
    assert list(misread(marked)) == []


@pytest.mark.parametrize("command", [each for each in DIALOGS if each != "about"])
def test_dialogs_show_markup_as_it_is(marked: MainWindow, command: str) -> None:
    if command == "attempts":
        assert marked.session.progress is not None
        items = marked.session.progress.outline.items
        marked.reader.go_to(next(each.id for each in items if each.kind.value == "assessment"))
    found: list[str] = []
    opened(marked, command, lambda dialog: found.extend(misread(dialog)))
    assert found == []


def test_tips_of_the_page_say_what_the_course_says(marked: MainWindow, qtbot: QtBot) -> None:
    def tips() -> set[str]:
        block, found = marked.page.document().begin(), set()
        while block.isValid():
            found |= {each.format.toolTip() for each in block.textFormats()}
            block = block.next()
        return found - {""}

    qtbot.waitUntil(lambda: len(tips()) == 2)  # a formula has its own once it is drawn
    assert not any(map(is_misread, tips()))
    told = {QTextDocumentFragment.fromHtml(tip).toPlainText() for tip in tips()}
    assert told == {MARKUP.replace("&amp;", "&"), FORMULA}
