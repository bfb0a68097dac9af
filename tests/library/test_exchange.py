"""Courses out as JSON and in again: nothing is lost, whatever was done to them."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.course.outline import State
from coursetracker.library.backups import Why, backups, write_copy
from coursetracker.library.courses import (
    Course,
    Place,
    course_text,
    keep_place,
    load_course,
    opened,
)
from coursetracker.library.database import folder_of, open_database
from coursetracker.library.exchange.checking import read_export
from coursetracker.library.exchange.document import EventDoc, LibraryDoc, NoteDoc, notes_of, text_of
from coursetracker.library.exchange.importing import (
    Imported,
    exported,
    import_all,
    summary,
    take_back,
)
from coursetracker.library.notes import keep_draft
from coursetracker.library.record import record, undo
from coursetracker.library.rows import EVENTS, STANDINGS, event_of, standings_of
from coursetracker.library.settings import keep_course_setting, keep_setting, setting
from coursetracker.library.shelf import archive, remove, rename
from coursetracker.library.updates import apply_again
from coursetracker.library.updates import take_back as take_update_back
from coursetracker.problems import Problem
from coursetracker.progress.schedule import PLAN, Plan, Unit, plan_text
from coursetracker.progress.standings import Change, EventKind, fold_all
from library.course_samples import LAST, LATER, NOW, number, taken_in, tick, updated
from library.test_any_update import Did, act, assert_sound, did, editions, library

SAMPLES = Path(__file__).parent / "samples"
TEXT = "# Bread\n\n## Week 1\n\n- [x] Mix\n- [ ] Knead\n\n## Week 2\n\n- [ ] Bake\n"


def written(text: str, folder: Path) -> Path:
    path = folder / "export.json"
    path.write_text(text, "utf-8")
    return path


def taken(text: str, db: sqlite3.Connection) -> Imported:
    return import_all(db, read_export(written(text, folder_of(db))))


def standings(db: sqlite3.Connection) -> dict[str, dict[str, Any]]:
    """Return what is true of each item by its uid, as exports tell it."""
    courses = json.loads(exported(db, None))["courses"]
    return {uid: each for course in courses for uid, each in course["standings"].items()}


def assert_folded(db: sqlite3.Connection) -> None:
    events = [event_of(row) for row in db.execute(EVENTS + "ORDER BY id")]
    assert standings_of(db.execute(STANDINGS)) == fold_all(events)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


# A library in which everything was done


@pytest.fixture
def full(db: sqlite3.Connection) -> Course:
    """Return a course with something in every table and column that an export tells."""
    course = taken_in(db, TEXT)
    knead, bake = number(course, "Knead"), number(course, "Bake")
    done = record(db, [tick(knead)], NOW)
    undone = undo(db, done.action, LATER)
    undo(db, undone.action, LATER)
    record(db, [Change(bake, EventKind.SCORE, {"score": 71})], LATER)
    tries = {"taken": [["2026-03-01", 80.5], ["2026-02-28", 60]], "dropped": [["2026-03-01", 80.5]]}
    record(db, [Change(bake, EventKind.ATTEMPTS, tries)], LATER)
    record(db, [Change(bake, EventKind.DUE_ON, {"due_on": "2026-05-01"})], LATER)
    week = Change(number(course, "Week 1"), EventKind.WEEK, {"week": number(course, "Week 2")})
    record(db, [week, Change(bake, EventKind.TITLE, {"title": "Hornear ñ =😀"})], LATER)
    record(db, [Change(bake, EventKind.NOTE, {"note": "Ojo:\n“250 °C”"})], LATER)
    keep_draft(db, knead, "¿Cuánto ti", LATER)
    keep_course_setting(db, course.id, PLAN, plan_text(Plan(NOW.date(), Unit.HOURS, 3.5, (LATER,))))
    keep_setting(db, "learner", "Ana")
    keep_setting(db, f"pictures of {course.uid}", "yes")
    course = updated(db, course, TEXT.replace("- [ ] Knead\n", "- [ ] Fold\n"))
    course = updated(db, course, TEXT.replace("## Week 2", "## Week 2: Heat"))
    take_update_back(db, course.id, LAST)
    rename(db, course.id, "My loaf")
    archive(db, course.id, LAST)
    keep_place(db, course.id, Place(bake, 0.25))
    remove(db, taken_in(db, "# Old\n\n- [ ] Rye\n", Path("/courses/old.md")).id, LAST)
    return load_course(db, course.id)


def test_out_in_and_out_again_is_byte_for_byte_the_same(
    db: sqlite3.Connection, full: Course, tmp_path: Path
) -> None:
    first = exported(db, None)
    other = open_database(tmp_path / "other")
    done = taken(first, other)

    assert exported(other, None) == first
    assert sorted(done.summary.new) == ["My loaf", "Old"]
    assert done.summary.settings == 1
    assert_folded(other)
    course = load_course(other, 1 if full.uid == first_uid(first) else 2)
    assert (course.title, course.uid, course.source) == (full.title, full.uid, full.source)
    assert course_text(other, course.id) == course_text(db, full.id)
    assert_updates_work(other, course.id)
    other.close()


def first_uid(text: str) -> str:
    uid: str = json.loads(text)["courses"][0]["uid"]
    return uid


def assert_updates_work(db: sqlite3.Connection, course_id: int) -> None:
    """Check that updates of a course that was taken in can be made again, and taken back."""
    now = exported(db, course_id)
    apply_again(db, course_id, LAST)
    take_update_back(db, course_id, LAST)
    take_update_back(db, course_id, LAST)
    assert "Knead" in [item.title for item in load_course(db, course_id).outline.items]
    apply_again(db, course_id, LAST)
    assert (
        json.loads(exported(db, course_id))["courses"][0]["standings"]
        == (json.loads(now)["courses"][0]["standings"])
    )


def test_all_that_the_library_keeps_is_in_the_file(db: sqlite3.Connection) -> None:
    """A table or column that is new has to be told, or named here with the reason why not."""
    told = {
        "course": {"id", "uid", "title", "own_title", "source", "kind", "choices", "place_item",
                   "place_scroll", "opened_at", "archived_at", "removed_at", "removed_source",
                   "revision"},
        "revision": {"id", "course", "updates", "taken_at", "sha256", "title", "source", "choices",
                     "weeks", "evidence", "text", "items"},
        "item": {"id", "uid", "course", "parent", "position", "kind", "title", "line", "end_line",
                 "week", "marked", "link", "optional", "effort_minutes", "body_sha256",
                 "since_revision", "gone_at"},
        "event": {"id", "uid", "action", "item", "at", "utc_offset", "kind", "value", "undoes"},
        "note": {"item", "text", "updated_at"},
        "setting": {"name", "value"},
        "course_setting": {"course", "name", "value"},
    }  # fmt: skip
    follows = {"standing"}
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables - follows - {"draft"} == set(told)
    for table, columns in told.items():
        rows = db.execute("SELECT name FROM pragma_table_info(?)", (table,))
        assert {name for (name,) in rows} == columns, table


def test_one_course_goes_alone_and_without_what_is_the_learners(
    db: sqlite3.Connection, full: Course
) -> None:
    content = json.loads(exported(db, full.id))
    assert [each["uid"] for each in content["courses"]] == [full.uid]
    assert content["settings"] is None
    assert json.loads(exported(db, None))["settings"] == {"learner": "Ana"}


@pytest.mark.parametrize("sample", sorted(path.name for path in SAMPLES.glob("*.sqlite3")))
def test_libraries_of_older_programs_come_through(sample: str, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "coursetracker.sqlite3").write_bytes((SAMPLES / sample).read_bytes())
    old, new = open_database(folder), open_database(tmp_path / "new")
    taken(exported(old, None), new)
    assert exported(new, None) == exported(old, None)
    assert_folded(new)
    old.close()
    new.close()


# Into a library that is used


def copied(db: sqlite3.Connection, folder: Path) -> sqlite3.Connection:
    """Return another library that is the same as this one."""
    write_copy(db, folder / "coursetracker.sqlite3")
    return open_database(folder)


def test_two_machines_come_together(db: sqlite3.Connection, full: Course, tmp_path: Path) -> None:
    other = copied(db, tmp_path / "other")
    bake, mix = number(full, "Bake"), number(full, "Mix")
    record(db, [tick(bake)], LAST)
    record(other, [tick(mix, State.NOT_STARTED)], LAST)
    mine, theirs = exported(db, full.id), exported(other, full.id)

    done = taken(theirs, db)
    taken(mine, other)

    assert done.summary.changed == ("My loaf",)
    assert done.summary.actions == 1
    assert standings(db) == standings(other)
    assert_folded(db)
    assert_folded(other)
    other.close()


def test_a_newer_text_is_taken_and_an_older_one_is_not(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    course = taken_in(db, TEXT)
    other = copied(db, tmp_path / "other")
    newer = TEXT.replace("Knead", "Fold slowly")
    updated(db, course, newer)
    record(other, [tick(number(course, "Knead"))], LAST)

    back = taken(exported(other, course.id), db)
    there = taken(exported(db, course.id), other)

    assert (back.summary.updated, there.summary.updated) == ((), ("Bread",))
    assert course_text(other, course.id) == course_text(db, course.id) == newer
    assert load_course(other, course.id).outline == load_course(db, course.id).outline
    assert standings(db) == standings(other)
    other.close()


def test_texts_of_which_neither_is_newer_stay_and_that_is_told(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    course = taken_in(db, TEXT)
    other = copied(db, tmp_path / "other")
    mine, theirs = TEXT + "- [ ] Eat\n", TEXT + "- [ ] Share\n"
    updated(db, course, mine)
    share = updated(other, course, theirs)
    record(other, [tick(number(share, "Share"))], LAST)

    done = taken(exported(other, course.id), db)

    assert done.summary.kept == ("Bread",)
    assert course_text(db, course.id) == mine
    assert "Share" not in [item.title for item in load_course(db, course.id).outline.items]
    assert "Share" in [item["title"] for item in one(db)["items"]]
    assert_folded(db)
    other.close()


def one(db: sqlite3.Connection) -> dict[str, Any]:
    """Return the only course of a library as its export tells it."""
    (course,) = json.loads(exported(db, None))["courses"]
    assert isinstance(course, dict)
    return course


def test_what_the_learner_wants_here_stays(db: sqlite3.Connection, tmp_path: Path) -> None:
    course = taken_in(db, TEXT)
    other = copied(db, tmp_path / "other")
    for library_, name, goal in ((db, "Mine", "80"), (other, "Theirs", "90")):
        rename(library_, course.id, name)
        keep_course_setting(library_, course.id, "target", goal)
        keep_setting(library_, "learner", name)
    keep_course_setting(other, course.id, "shown", "weekly")
    opened(other, course.id, LAST)

    taken(exported(other, None), db)

    assert one(db)["own_title"] == "Mine"
    assert one(db)["settings"] == {"shown": "weekly", "target": "80"}
    assert one(db)["opened_at"].startswith(LAST.date().isoformat())
    assert setting(db, "learner") == "Mine"
    other.close()


def test_the_note_written_last_is_kept(db: sqlite3.Connection, tmp_path: Path) -> None:
    course = taken_in(db, TEXT)
    other = copied(db, tmp_path / "other")
    mix, bake = number(course, "Mix"), number(course, "Bake")
    record(db, [Change(mix, EventKind.NOTE, {"note": "old"})], NOW)
    record(other, [Change(bake, EventKind.NOTE, {"note": "old"})], NOW)
    record(db, [Change(bake, EventKind.NOTE, {"note": "new"})], LATER)
    record(other, [Change(mix, EventKind.NOTE, {"note": "new"})], LATER)
    mine, theirs = exported(db, None), exported(other, None)
    taken(theirs, db)
    taken(mine, other)
    assert [note["text"] for note in one(db)["notes"]] == ["new", "new"]
    assert one(db)["notes"] == one(other)["notes"]
    other.close()


def test_a_note_is_what_its_events_say() -> None:
    def event(uid: str, at: str, text: str | None, undoes: str | None = None) -> EventDoc:
        kind, value = ("undo", {}) if undoes else ("note", {"note": text})
        return {
            "uid": uid, "action": uid, "item": "i", "at": at, "utc_offset": 0, "kind": kind,
            "value": value, "undoes": undoes,
        }  # fmt: skip

    first, other, gone = event("a", "1", "one"), event("b", "2", "two"), event("c", "3", None)
    undo_ = event("d", "4", None, "c")
    rows: list[NoteDoc] = [
        {"item": "i", "text": "stale", "updated_at": "9"},
        {"item": "j", "text": "kept", "updated_at": "1"},
    ]

    def notes(*events: EventDoc) -> list[tuple[str, str]]:
        return [(note["item"], note["text"]) for note in notes_of(rows, events)]

    assert notes() == [("i", "stale"), ("j", "kept")]
    assert notes(first, other) == [("i", "two"), ("j", "kept")]
    assert notes(first, other, gone) == [("j", "kept")]
    assert notes(first, other, gone, undo_) == [("i", "two"), ("j", "kept")]


def test_what_was_being_typed_comes_with_a_new_course_only(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    other = open_database(tmp_path / "other")
    for library_ in (db, other):
        library_.execute(
            "CREATE TABLE IF NOT EXISTS draft (item INTEGER PRIMARY KEY, text TEXT, at TEXT)"
        )
    course = taken_in(db, TEXT)
    db.execute("INSERT INTO draft VALUES (?, 'half a sent', '2026')", (number(course, "Bake"),))
    text = exported(db, None)
    taken(text, other)
    assert exported(other, None) == text
    other.execute("DELETE FROM draft")
    assert not taken(text, other).summary.changes_anything
    other.close()


def test_a_removed_course_comes_back_with_its_file(db: sqlite3.Connection) -> None:
    course = taken_in(db, TEXT)
    text = exported(db, None)
    remove(db, course.id, LAST)
    done = taken(text, db)
    assert done.summary.changed == ("Bread",)
    assert exported(db, None) == text


def test_a_file_that_is_another_course_here_stays_with_that_one(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    course = taken_in(db, TEXT)
    other = open_database(tmp_path / "other")
    mine = taken_in(other, TEXT)
    record(other, [tick(number(mine, "Bake"))], NOW)

    taken(exported(db, None), other)

    sources = {each["uid"]: each["source"] for each in courses_of(other)}
    assert sources[mine.uid] == str(mine.source)
    assert sources[course.uid] == f"{course.source} ({course.uid[:8]})"
    other.close()


def courses_of(db: sqlite3.Connection) -> list[dict[str, Any]]:
    courses: list[dict[str, Any]] = json.loads(exported(db, None))["courses"]
    return courses


def test_the_sample_that_nobody_has_used_gives_way(db: sqlite3.Connection, tmp_path: Path) -> None:
    course = taken_in(db, TEXT)
    record(db, [tick(number(course, "Bake"))], NOW)
    text = exported(db, None)
    other = open_database(tmp_path / "other")
    unused = taken_in(other, TEXT)

    done = taken(text, other)

    assert exported(other, None) == text
    back = take_back(other, done)
    assert [each["uid"] for each in courses_of(other)] == [unused.uid]
    take_back(other, back)
    assert exported(other, None) == text
    other.close()


# Taking back


def test_an_import_is_taken_back_and_done_again(
    db: sqlite3.Connection, full: Course, tmp_path: Path
) -> None:
    other = copied(db, tmp_path / "other")
    updated(other, load_course(other, full.id), TEXT + "- [ ] Eat\n")
    record(other, [tick(number(full, "Bake"))], LAST)
    taken_in(other, "# Soup\n\n- [ ] Stir\n", Path("/courses/soup.md"))
    keep_setting(other, "shared", "yes")
    was = exported(db, None)

    done = taken(exported(other, None), db)
    now = exported(db, None)
    back = take_back(db, done)

    assert exported(db, None) == was != now
    assert_folded(db)
    take_back(db, back)
    assert exported(db, None) == now
    assert_folded(db)
    other.close()


def test_what_was_done_since_is_not_taken_back(
    db: sqlite3.Connection, full: Course, tmp_path: Path
) -> None:
    other = open_database(tmp_path / "other")
    done = taken(exported(db, None), other)
    (here,) = other.execute("SELECT id FROM course WHERE uid = ?", (full.uid,)).fetchone()
    keep_place(other, here, Place(None, 0.5))
    course = load_course(other, here)
    leaf = next(course.outline.leaves())
    record(other, [tick(leaf.id)], LAST)
    now = exported(other, None)
    with pytest.raises(Problem, match=r"-import\.sqlite3"):
        take_back(other, done)
    assert exported(other, None) == now
    assert backups(folder_of(other))[0].why is Why.IMPORT
    other.close()


# Whatever was done


def every_way(db: sqlite3.Connection, texts: Sequence[str], doings: Sequence[Did]) -> Course:
    """Do to a course what it says, with an undo here and there."""
    course = taken_in(db, texts[0])
    for text in texts[1:]:
        act(db, course, doings)
        if doings and len(doings) % 2:
            (action,) = db.execute("SELECT action FROM event ORDER BY id DESC").fetchone() or (
                None,
            )
            if action:
                undo(db, action, LAST)
        course = updated(db, load_course(db, course.id), text)
    if len(doings) > 2 and len(texts) > 1:
        take_update_back(db, course.id, LAST)
    keep_course_setting(db, course.id, "shown", str(len(doings)))
    return load_course(db, course.id)


@contextmanager
def two() -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    with library() as one_, library() as other:
        yield one_, other


@settings(max_examples=40, deadline=None)
@given(editions(), did)
def test_any_course_comes_through(texts: list[str], doings: list[Did]) -> None:
    with two() as (db, other):
        course = every_way(db, texts, doings)
        first = exported(db, None)

        taken(first, other)

        assert exported(other, None) == first
        assert_folded(other)
        assert_sound(other, load_course(other, 1))
        assert load_course(other, 1).outline.title == course.outline.title
        again = taken(first, other)
        assert not again.summary.changes_anything
        assert exported(other, None) == first


doings_of_two = st.tuples(did, did, st.integers(0, 2), st.integers(0, 2))


@settings(max_examples=40, deadline=None)
@given(editions(), did, doings_of_two)
def test_two_libraries_that_exchange_come_to_the_same(
    texts: list[str], before: list[Did], since: tuple[list[Did], list[Did], int, int]
) -> None:
    with two() as (db, other):
        course = every_way(db, texts[:1], before)
        taken(exported(db, None), other)
        for library_, doings, ahead in ((db, since[0], since[2]), (other, since[1], since[3])):
            here = load_course(library_, course.id)
            for text in texts[1 : 1 + ahead]:
                act(library_, here, doings)
                here = updated(library_, here, text)
            act(library_, here, doings)
        mine, theirs = exported(db, None), exported(other, None)

        done = taken(theirs, db)
        taken(mine, other)

        assert standings(db) == standings(other)
        assert [e["uid"] for e in one(db)["events"]] == [e["uid"] for e in one(other)["events"]]
        for library_, text in ((db, theirs), (other, mine)):
            now = exported(library_, None)
            assert_folded(library_)
            assert_sound(library_, load_course(library_, 1))
            assert not summary(library_, read_export(written(text, folder_of(library_)))).changed
            taken(text, library_)
            assert exported(library_, None) == now
        take_back(db, done)
        assert exported(db, None) == mine


def test_the_same_document_gives_the_same_text() -> None:
    empty: LibraryDoc = {"settings": {}, "courses": []}
    assert text_of(empty) == text_of(empty)
    assert json.loads(text_of(empty)) == {
        "format": "coursetracker", "version": 1, "settings": {}, "courses": [],
    }  # fmt: skip
