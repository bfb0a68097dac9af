"""Checking the database finds what is wrong, and repairs what can be repaired."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coursetracker.library.backups import Why, backups
from coursetracker.library.checking import CHECKS, Check, CheckReport, Fault, check_library
from coursetracker.library.courses import Course, load_course
from coursetracker.library.database import DATABASE, open_database
from coursetracker.library.indexing import INDEX, renew
from coursetracker.library.record import record, undo
from coursetracker.library.searching import Searcher
from coursetracker.progress.standings import Change, EventKind
from library.course_samples import LAST, LATER, NOW, number, taken_in, tick

TEXT = "# C\n## A\n- [ ] Slices\n- [x] Pointers\n"


@pytest.fixture
def course(db: sqlite3.Connection) -> Course:
    """Return a course with ticks, a score and something that was undone and done again."""
    course = taken_in(db, TEXT)
    slices = number(course, "Slices")
    done = record(db, [tick(slices)], NOW)
    again = undo(db, done.action, LATER)
    undo(db, again.action, LATER)
    record(db, [Change(slices, EventKind.SCORE, {"score": 71})], LAST)
    record(db, [Change(slices, EventKind.DUE_ON, {"due_on": "2026-05-01"})], LAST)
    return load_course(db, course.id)


def check(db: sqlite3.Connection) -> CheckReport:
    return check_library(db, LAST, lambda _done, _total: None)


def faults(report: CheckReport) -> list[tuple[int, int]]:
    return [(finding.found, finding.left) for finding in report.findings]


def test_a_sound_library_has_no_findings_and_needs_no_backup(
    db: sqlite3.Connection, course: Course, folder: Path
) -> None:
    report = check(db)

    assert faults(report) == [(0, 0)] * len(CHECKS)
    assert (report.backup, report.is_damaged, backups(folder)) == (None, False, [])


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE standing SET attempts = '[[\"2026-03-01\", 12]]' WHERE item = {slices}",
        "UPDATE standing SET attempts = '[[\"soon\", 12]]' WHERE item = {slices}",
        "UPDATE standing SET state = 'not started', done_at = NULL WHERE item = {slices}",
        "UPDATE standing SET due_on = 'soon' WHERE item = {slices}",
        "DELETE FROM standing WHERE item = {slices}",
    ],
)
def test_what_is_shown_is_made_again_of_what_was_done(
    db: sqlite3.Connection, course: Course, folder: Path, wrong: str
) -> None:
    db.execute(wrong.format(slices=number(course, "Slices")))

    report = check(db)

    assert faults(report) == [(0, 0), (0, 0), (1, 0), (0, 0), (0, 0)]
    assert load_course(db, course.id) == course
    assert report.backup == backups(folder)[0]
    assert report.backup.why is Why.REPAIR
    assert faults(check(db)) == [(0, 0)] * len(CHECKS)


def test_what_was_done_and_cannot_be_read_is_told_and_left(
    db: sqlite3.Connection, course: Course
) -> None:
    was = load_course(db, course.id)
    db.execute("DROP TRIGGER event_is_never_changed")
    db.execute("""UPDATE event SET value = '{"nothing": 1}' WHERE kind = 'score'""")

    report = check(db)

    assert faults(report)[2] == (1, 1)
    assert load_course(db, course.id) == was


def test_loose_ends_are_told(db: sqlite3.Connection, course: Course) -> None:
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("UPDATE course SET place_item = 999")

    assert faults(check(db)) == [(0, 0), (1, 1), (0, 0), (0, 0), (0, 0)]


def _overwrite(db: sqlite3.Connection, folder: Path, root: str) -> None:
    """Write over the first page of a table or an index, and close the connection."""
    query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    (page,) = db.execute(query, (root,)).fetchone()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    with (folder / DATABASE).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_a_damaged_table_is_told_and_ends_the_check(
    db: sqlite3.Connection, course: Course, folder: Path
) -> None:
    _overwrite(db, folder, "item")
    damaged = (folder / DATABASE).read_bytes()

    with closing(open_database(folder)) as again:
        report = check(again)

    assert report.is_damaged
    assert len(report.findings) == 1
    assert (folder / DATABASE).read_bytes() == damaged
    assert backups(folder) == []


def test_an_index_that_lacks_something_is_made_anew(
    db: sqlite3.Connection, course: Course, folder: Path
) -> None:
    was = list(db.iterdump())
    db.execute("PRAGMA writable_schema = ON")
    (sql,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'event_item'").fetchone()
    db.execute("UPDATE sqlite_schema SET sql = sql || ' WHERE item < 0' WHERE name = 'event_item'")
    db.close()
    with closing(open_database(folder)) as other:
        other.execute("REINDEX event_item")  # of nothing
        other.execute("PRAGMA writable_schema = ON")
        other.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'event_item'", (sql,))
    with closing(open_database(folder)) as again:
        report = check(again)

        found, left = faults(report)[0]
        assert (found > 0, left) == (True, 0)
        assert faults(report)[1:] == [(0, 0)] * (len(CHECKS) - 1)
        assert list(again.iterdump()) == was


def test_a_check_can_be_called_off_within_a_long_statement(
    db: sqlite3.Connection, course: Course
) -> None:
    class Enough(Exception):
        pass

    ticks: list[tuple[int, int]] = []

    def tick_twice(done: int, total: int) -> None:
        ticks.append((done, total))
        if len(ticks) == 2:
            raise Enough

    long = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def find(db: sqlite3.Connection) -> list[Fault]:
        return db.execute(long).fetchall()

    with pytest.raises(Enough):
        check_library(db, LAST, tick_twice, [Check("A long one", find)])

    assert ticks == [(0, 1), (0, 1)]
    assert check(db).findings


def test_notes_are_made_again_of_what_was_noted(db: sqlite3.Connection, course: Course) -> None:
    slices, pointers = number(course, "Slices"), number(course, "Pointers")
    noted = [
        (slices, "note", '{"note": "first"}', None),
        (slices, "note", '{"note": "second"}', None),
        (pointers, "note", '{"note": "gone again"}', None),
        (pointers, "note", '{"note": null}', None),
    ]
    (last,) = db.execute("SELECT max(id) FROM event").fetchone()
    noted.append((slices, "undo", "{}", last + 2))
    for uid, (item, kind, value, undoes) in enumerate(noted):
        db.execute(
            "INSERT INTO event (uid, action, item, at, utc_offset, kind, value, undoes)"
            " VALUES (?, ?, ?, '2026-03-01T00:00:00+00:00', 0, ?, ?, ?)",
            (str(uid), str(uid), item, kind, value, undoes),
        )
    db.execute("INSERT INTO note VALUES (?, 'gone again', '2026')", (pointers,))

    report = check_library(db, LAST, lambda _done, _total: None, (CHECKS[0], CHECKS[3]))

    assert faults(report) == [(0, 0), (2, 0)]
    assert db.execute("SELECT item, text FROM note").fetchall() == [(slices, "first")]


# What is searched


@pytest.mark.parametrize(
    "wrong",
    [
        "DELETE FROM words_docsize WHERE id = (SELECT max(id) FROM words_docsize)",
        "DELETE FROM words_data WHERE id > 10",
        "DELETE FROM title WHERE id = (SELECT max(id) FROM title)",
    ],
)
def test_what_is_searched_is_made_anew_where_it_is_wrong(
    db: sqlite3.Connection, course: Course, folder: Path, wrong: str
) -> None:
    renew(folder)
    assert faults(check(db)) == [(0, 0)] * len(CHECKS)
    with closing(sqlite3.connect(folder / INDEX)) as index:
        index.execute(wrong)
        index.commit()

    *others, searched = check(db).findings
    assert all(finding.found == 0 for finding in others)
    assert (searched.found > 0, searched.left) == (True, 0)
    assert backups(folder) == []
    renew(folder)
    with closing(Searcher(folder)) as searcher:
        assert [hit.title.text for hit in searcher.find("slices", None).hits] == ["Slices"]


def test_a_file_that_is_no_index_is_made_anew(
    db: sqlite3.Connection, course: Course, folder: Path
) -> None:
    (folder / INDEX).write_bytes(b"no database" * 1000)
    assert check(db).findings[-1].found == 1
    assert not (folder / INDEX).exists()
