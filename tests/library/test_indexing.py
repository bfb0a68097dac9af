"""What is searched follows the library, whatever is done to it, and can always be made anew."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coursetracker.library import shelf
from coursetracker.library.courses import Course
from coursetracker.library.database import open_database
from coursetracker.library.exchange.importing import exported
from coursetracker.library.indexing import INDEX, forget, open_index, rebuild, renew
from coursetracker.library.notes import keep_draft, settle
from coursetracker.library.record import record, undo
from coursetracker.library.searching import Searcher
from coursetracker.library.updates import take_back
from coursetracker.problems import Problem
from coursetracker.progress.standings import Change, EventKind
from library.course_samples import LATER, NOW, number, taken_in, updated
from library.test_exchange import taken

TEXT = """\
# Pan

Cómo hacer pan en casa.

## Masa

Harina, agua y sal.

### Amasar

Doblar y girar.

## Horno

Caliente.
"""
OTHER = "# Música\n\n## Canción\n\nUn año entero.\n\n## Ritmo\n\nUno, dos.\n"


@pytest.fixture
def course(db: sqlite3.Connection) -> Course:
    return taken_in(db, TEXT)


@pytest.fixture
def other(db: sqlite3.Connection) -> Course:
    return taken_in(db, OTHER, Path("/courses/other.md"))


def found(folder: Path, typed: str) -> list[str]:
    """Return the titles of what is found, once all is searched as it is."""
    renew(folder)
    with closing(Searcher(folder)) as searcher:
        return [hit.title.text for hit in searcher.find(typed, None).hits]


def rows(folder: Path) -> Iterator[tuple[object, ...]]:
    """Yield all that is searched, but for when it was made."""
    with closing(open_index(folder)) as index:
        yield from index.execute("SELECT * FROM title JOIN passage USING (id) ORDER BY id")
        index.execute(
            "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, words, instance)"
        )
        yield from index.execute("SELECT * FROM vocabulary ORDER BY term, doc, col, offset")


def assert_as_if_new(folder: Path, tmp_path: Path) -> None:
    """Compare with what is made of the same library from nothing."""
    renew(folder)
    was = list(rows(folder))
    rebuild(folder)
    assert list(rows(folder)) == was


def test_titles_and_texts_of_all_courses_are_found(
    folder: Path, course: Course, other: Course
) -> None:
    assert found(folder, "amasar") == ["Amasar"]
    assert found(folder, "cancion") == ["Canción"]
    assert found(folder, "harina") == ["Masa"]
    assert found(folder, "casa") == ["Pan"]
    assert found(folder, "ano") == []
    assert found(folder, "año") == ["Canción"]
    assert found(folder, '"doblar y girar"') == ["Amasar"]
    assert found(folder, '"girar y doblar"') == []


def test_nothing_is_made_twice(folder: Path, course: Course) -> None:
    renew(folder)
    told: list[tuple[int, int]] = []
    renew(folder, lambda done, total: told.append((done, total)))
    assert told == [(0, 0)]


def test_an_update_and_taking_it_back_are_followed(
    folder: Path, db: sqlite3.Connection, course: Course, tmp_path: Path
) -> None:
    assert found(folder, "caliente") == ["Horno"]
    updated(db, course, TEXT.replace("Caliente", "Muy frío").replace("# Horno", "# Nevera"))
    assert found(folder, "caliente") == []
    assert found(folder, "frio") == ["Nevera"]
    take_back(db, course.id, LATER)
    assert found(folder, "caliente") == ["Horno"]
    assert found(folder, "frio") == []
    assert_as_if_new(folder, tmp_path)


def test_what_the_learner_calls_an_item_is_found(
    folder: Path, db: sqlite3.Connection, course: Course, tmp_path: Path
) -> None:
    oven = number(course, "Horno")
    renew(folder)
    done = record(db, [Change(oven, EventKind.TITLE, {"title": "Fogón"})], NOW)
    assert found(folder, "fogon") == ["Fogón"]
    assert_as_if_new(folder, tmp_path)
    undo(db, done.action, NOW)
    assert found(folder, "fogon") == []
    assert found(folder, "horno") == ["Horno"]


def test_what_is_hidden_is_not_found_until_it_is_shown_again(
    folder: Path, db: sqlite3.Connection, course: Course
) -> None:
    oven = number(course, "Horno")
    keep_draft(db, oven, "a 240 grados", NOW)
    settle(db, oven, NOW)
    assert found(folder, "grados") == ["Horno"]
    done = record(db, [Change(oven, EventKind.HIDDEN, {"hidden": True})], NOW)
    assert found(folder, "grados") == []
    undo(db, done.action, NOW)
    assert found(folder, "grados") == ["Horno"]


def test_a_course_is_found_by_the_learners_name_for_it(
    folder: Path, db: sqlite3.Connection, course: Course
) -> None:
    assert found(folder, "pan") == ["Pan"]
    shelf.rename(db, course.id, "Panadería")
    assert found(folder, "panaderia") == ["Panadería"]


def test_notes_are_found_as_they_are_now(
    folder: Path, db: sqlite3.Connection, course: Course, tmp_path: Path
) -> None:
    dough = number(course, "Masa")
    keep_draft(db, dough, "La levadura es lo primero", NOW)
    assert found(folder, "levadura") == []
    first = settle(db, dough, NOW)
    assert first is not None
    assert found(folder, "levadura") == ["Masa"]
    keep_draft(db, dough, "El fermento es lo primero", LATER)
    second = settle(db, dough, LATER)
    assert second is not None
    assert found(folder, "levadura") == []
    assert found(folder, "fermento") == ["Masa"]
    assert_as_if_new(folder, tmp_path)
    undo(db, second.action, LATER)
    assert found(folder, "levadura") == ["Masa"]
    undo(db, first.action, LATER)
    assert found(folder, "primero") == []


def test_a_removed_course_is_not_found_until_it_is_back(
    folder: Path, db: sqlite3.Connection, course: Course, other: Course
) -> None:
    assert found(folder, "masa") == ["Masa"]
    shelf.remove(db, course.id, NOW)
    assert found(folder, "masa") == []
    assert found(folder, "ritmo") == ["Ritmo"]
    shelf.restore(db, course.id)
    assert found(folder, "masa") == ["Masa"]


def test_what_is_gone_is_not_shown_even_before_that_is_followed(
    folder: Path, db: sqlite3.Connection, course: Course
) -> None:
    renew(folder)
    shelf.remove(db, course.id, NOW)
    with closing(Searcher(folder)) as searcher:
        assert searcher.find("masa", None).hits == ()


def test_an_imported_course_is_found(
    folder: Path, db: sqlite3.Connection, course: Course, tmp_path: Path
) -> None:
    keep_draft(db, number(course, "Masa"), "levadura", NOW)
    settle(db, number(course, "Masa"), NOW)
    with closing(open_database(tmp_path / "new")) as new:
        taken(exported(db, None), new)
    assert found(tmp_path / "new", "levadura") == ["Masa"]


def test_a_restored_library_is_searched_as_it_is(
    folder: Path, db: sqlite3.Connection, course: Course, tmp_path: Path
) -> None:
    """Another library is in its place, with a course of the same number."""
    renew(folder)
    with closing(open_database(tmp_path / "old")) as old:
        taken_in(old, OTHER)
    (tmp_path / "old" / INDEX).write_bytes((folder / INDEX).read_bytes())
    assert found(tmp_path / "old", "masa") == []
    assert found(tmp_path / "old", "ritmo") == ["Ritmo"]


def test_ids_that_a_restored_library_gives_to_other_courses_are_followed(
    folder: Path, course: Course, other: Course, tmp_path: Path
) -> None:
    renew(folder)
    with closing(open_database(tmp_path / "old")) as old:
        taken_in(old, OTHER)
        again = taken_in(old, TEXT, Path("/courses/bread.md"))
        old.execute("UPDATE course SET opened_at = '2027' WHERE id = ?", (again.id,))
    strays = {item.id for item in again.outline.items} & {item.id for item in course.outline.items}
    assert strays
    (tmp_path / "old" / INDEX).write_bytes((folder / INDEX).read_bytes())
    assert found(tmp_path / "old", "amasar") == ["Amasar"]
    assert found(tmp_path / "old", "ritmo") == ["Ritmo"]
    assert_as_if_new(tmp_path / "old", tmp_path)


def test_whoever_searches_goes_on_while_all_is_made_anew(folder: Path, course: Course) -> None:
    renew(folder)
    with closing(Searcher(folder)) as searcher:
        assert searcher.find("amasar", None).hits
        forget(folder)
        assert not searcher.find("amasar", None).hits
        renew(folder)
        assert searcher.find("amasar", None).hits


def test_what_was_broken_off_goes_on_later(
    folder: Path, db: sqlite3.Connection, course: Course, other: Course
) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Enough

    with pytest.raises(Enough):
        renew(folder, stop)
    with closing(open_index(folder)) as index:
        assert index.execute("SELECT count(*) FROM course").fetchone() == (1,)
    assert found(folder, "ritmo") == ["Ritmo"]
    assert found(folder, "amasar") == ["Amasar"]


@pytest.mark.parametrize("damage", [b"no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_index_is_made_anew(folder: Path, course: Course, damage: bytes) -> None:
    renew(folder)
    (folder / INDEX).write_bytes(damage)
    assert found(folder, "amasar") == ["Amasar"]


def test_an_index_that_reads_words_otherwise_is_made_anew(folder: Path, course: Course) -> None:
    renew(folder)
    with closing(sqlite3.connect(folder / INDEX, isolation_level=None)) as index:
        index.execute("UPDATE title SET key = 'something else'")
        index.execute("PRAGMA user_version = 1")
    assert found(folder, "amasar") == ["Amasar"]
    with closing(open_index(folder)) as index:
        assert index.execute("SELECT count(*) FROM title WHERE key = 'amasar'").fetchone() == (1,)


def test_a_library_that_cannot_be_read_is_told(folder: Path, course: Course) -> None:
    for name in folder.glob("coursetracker.sqlite3*"):
        name.unlink()
    (folder / "coursetracker.sqlite3").write_bytes(b"no database")
    with pytest.raises(Problem, match="damaged"):
        renew(folder)


def test_ticks_change_nothing_that_is_searched(
    folder: Path, db: sqlite3.Connection, course: Course
) -> None:
    renew(folder)
    before = list(rows(folder))
    value = {"state": "done", "body": course.outline.items[-1].body_sha256}
    record(db, [Change(course.outline.items[-1].id, EventKind.STATE, value)], NOW)
    told: list[int] = []
    renew(folder, lambda _done, total: told.append(total))
    assert told == [0]
    assert list(rows(folder)) == before
