"""Whatever people type and call their files goes through the program and all its exports."""

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import State
from coursetracker.course.reader import read_outline
from coursetracker.export.appendix import appendix
from coursetracker.export.pdf import write_pdf
from coursetracker.export.table import table
from coursetracker.export.tasks import TaskFacts, tasks
from coursetracker.markdown import parse
from coursetracker.problems import Problem
from coursetracker.progress.standings import EventKind
from coursetracker.ui.session import Session, read_course
from coursetracker.ui.session.exchange import exported, read_file, take_in_all
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

TEXTS = {
    "words": "Sourdough and " * 715,
    "one word": "x" * 10_000,
    "right to left": "שלום \u202eעולם\u202c مرحبا",
    "marks": "Z" + "\u0301" * 200 + "algo",
    "emoji": "👩‍👩‍👧‍👦🇪🇸🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🍞",
    "zero": "Knead\0 it",
    "half an emoji": "Knead \ud83c it \udf5e",
    "formula": '=HYPERLINK("https://example.org/","Bread")',
    "at": "@SUM(1+1)",
    "markup": "<b>&amp; {title} %n %1 *a* `b` | c",
    "controls": "Knead\x1b[31m \ufeff it \ufffe \U0010ffff",
}
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")
EVERY_TEXT = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def fit(text: str) -> str:
    """Return a text as it is kept: what is no character is U+FFFD."""
    return "".join("�" if c == "\0" or 0xD800 <= ord(c) < 0xE000 else c for c in text)


def say(sentence: str) -> str:
    return sentence


@pytest.fixture
def session(open_window: OpenWindow) -> Session:
    return open_window().session


def first_leaf(session: Session) -> int:
    assert session.progress is not None
    return next(session.progress.outline.leaves()).id


def check_exports(session: Session, tmp_path: Path) -> None:
    """Write all that is exported and read it again with somebody else's reader where we can."""
    progress, course = session.progress, session.course
    assert progress is not None
    assert course is not None
    notes = session.notes.all()

    made = session.report("en", say)
    made = replace(made, notes=appendix(session.notes.to_report(()), lambda *_: None))
    write_pdf(made, tmp_path / "o.pdf", lambda *_: None)
    assert (tmp_path / "o.pdf").read_bytes().startswith(b"%PDF")

    rules, due = session.grades.rules(), {first_leaf(session): session.today()}
    written = table(progress, rules, due, notes).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert len(rows) == 1 + len(progress.outline.items)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row
    )

    markdown = tasks(progress, TaskFacts(course.title, session.today(), rules, notes), say)
    again = read_outline(parse(markdown.encode().decode()), "tasks")
    assert len(list(again.leaves())) == len(list(progress.outline.leaves()))

    session.planning.set_due(progress.outline.items[0].id, session.today(), "due")
    calendar = icalendar.Calendar.from_ical(session.planning.calendar(say))
    assert calendar.walk("VEVENT")
    session.undo()

    (tmp_path / "o.json").write_bytes(exported(session.folder, None))
    json.loads((tmp_path / "o.json").read_text("utf-8"))
    other = tmp_path / "other"
    take_in_all(other, read_file(other, tmp_path / "o.json"))
    assert exported(other, None) == exported(session.folder, None)


@EVERY_TEXT
def test_what_an_author_writes_is_opened_and_exported(
    text: str, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "c.md"
    body = f"# {text}\n\n## {text}\n\n{text}\n\n- [ ] {text}\n- [ ] Bake\n\n{'Wait. ' * 40}\n"
    path.write_bytes(body.encode("utf-8", "surrogatepass"))
    session.admit(read_course(path))
    session.mark(first_leaf(session), State.DONE)

    assert session.course is not None
    assert len(session.course.title) >= len(text.split(maxsplit=1)[0]) / 2
    check_exports(session, tmp_path)


@EVERY_TEXT
def test_what_a_learner_types_is_kept_and_exported(
    text: str, session: Session, course_file: Path, tmp_path: Path
) -> None:
    session.admit(read_course(course_file))
    leaf = first_leaf(session)
    session.arrange([leaf], EventKind.TITLE, text, text)
    session.notes.keep_draft(leaf, text)
    session.notes.keep_draft(leaf, text + "!")
    session.notes.settle()
    session.name_learner(text)
    assert session.course is not None
    session.shelf.rename(session.course.id, text)
    session.set_setting("anything", text, text)

    assert session.progress is not None
    assert session.progress.outline.item(leaf).title == fit(text)
    assert session.notes.all() == {leaf: fit(text) + "!"}
    assert session.learner() == fit(text).strip()
    assert session.course.title == fit(text)
    assert session.setting("anything") == fit(text)
    check_exports(session, tmp_path)
    session.undo()  # the setting
    assert session.setting("anything") is None
    session.undo()  # the note
    assert session.notes.all() == {}


@EVERY_TEXT
def test_a_window_stays_as_it_is_with_any_text(text: str, window: MainWindow, qtbot: QtBot) -> None:
    session, size = window.session, window.size()
    leaf = first_leaf(session)
    session.arrange([leaf], EventKind.TITLE, text, f"rename “{text}”")
    assert session.course is not None
    session.shelf.rename(session.course.id, text)
    window.reader.go_to(leaf)
    window.shelving.show()
    window.shelving.leave()
    window.grab()

    assert window.size() == size
    assert window.minimumSizeHint().width() <= 1366
    assert len(window.actions_by_name["undo"].text()) < 100
    window.opening.fill_recent(window.recent)
    assert all(len(action.text()) < 100 for action in window.recent.actions())


NAMES = [
    "שלום \u202eעולם",
    "👩‍👩‍👧 🍞",
    "-rf =1+1",
    "a\nb\t'c'",
    "n\u0303" * 40,
    "x" * 250,
    ' "&<b>%1{name}',
]


@pytest.mark.skipif(os.name == "nt", reason="Windows has not all of these names")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_a_course_and_takes_a_report(
    name: str, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.md"
    path.write_text("- [ ] Mix\n- [ ] Bake\n", "utf-8")
    session.admit(read_course(path))
    assert session.course is not None
    assert session.course.source == path
    assert session.known(path) == session.course.id
    check_exports(session, tmp_path)

    target = tmp_path / f"{name}.pdf"
    write_pdf(session.report("en", say), target, lambda *_: None)
    assert target.exists()


@pytest.mark.skipif(os.name != "posix", reason="names are text elsewhere")
def test_a_name_that_is_no_text_is_told_and_a_folder_goes_on_without_it(
    window: MainWindow, tmp_path: Path
) -> None:
    session, name = window.session, os.fsdecode(b"caf\xe9 \x80.md")
    folder = tmp_path / "book"
    folder.mkdir()
    try:
        (folder / name).write_text("# Coffee\n", "utf-8")
    except OSError:
        pytest.skip("this file system has names of text only")
    (folder / "1.md").write_text("# Bread\n\n- [ ] Mix\n", "utf-8")

    with pytest.raises(Problem, match=r"caf� �\.md has characters that cannot be read") as raised:
        read_course(folder / name)
    window.show_problem(raised.value)
    assert "Rename it" in window.pane.notice.text()

    session.admit(read_course(folder))
    assert session.course is not None
    assert session.course.title == "book"
    assert "empty or cannot be read (1)" in window.pane.notice.text()
    write_pdf(session.report("en", say), folder / os.fsdecode(b"\xff.pdf"), lambda *_: None)
    check_exports(session, tmp_path)
