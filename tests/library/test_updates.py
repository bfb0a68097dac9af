"""An update keeps what the learner did; it can be taken back whole, and made again."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coursetracker.course.changes import Edition, update_between
from coursetracker.course.choices import Choices, Shape
from coursetracker.course.choosing import reread
from coursetracker.course.outline import Outline, State, Week
from coursetracker.course.reader import read_outline
from coursetracker.library import updates
from coursetracker.library.backups import BACKUPS, Why, backups
from coursetracker.library.courses import (
    Course,
    Place,
    course_text,
    find_course,
    keep_place,
    load_course,
)
from coursetracker.library.database import DATABASE, open_database
from coursetracker.library.lost import lost_items
from coursetracker.library.record import Recorded, record, undo
from coursetracker.library.updates import (
    apply_again,
    apply_update,
    before,
    can_take_back,
    take_back,
    taken_back,
    text_when,
)
from coursetracker.markdown import parse
from coursetracker.problems import Problem
from coursetracker.progress.grades import counting_score
from coursetracker.progress.standings import Attempt, Change, EventKind, Standing
from library.course_samples import (
    LAST,
    LATER,
    NOW,
    PATH,
    file,
    number,
    proposed,
    reading,
    taken_in,
    tick,
    updated,
)

OLD = """\
# Python
## Week 1: Start
### Basics
- [ ] Install Python
- [ ] First program
### Lists
- [ ] Slices
- [ ] Comprehensions
## Week 2: More
### Classes
- [ ] Inheritance
"""
NEW = """\
# Python for all
## Week 1: Begin
### Basics
- [ ] Install Python
- [ ] First program
- [x] Virtual environments
### Lists
- [ ] Comprehensions
## Week 2: More
### Classes
- [ ] Slices
### Files
- [ ] Open
"""
UNMARKED = NEW.replace("[x]", "[ ]")
KEPT = ("Install Python", "First program", "Slices", "Comprehensions", "Basics", "Classes")
TABLES = {
    "course": "SELECT id, uid, title, source, kind, revision FROM course ORDER BY id",
    "item": "SELECT * FROM item ORDER BY id",
    "event": "SELECT * FROM event ORDER BY id",
    "standing": "SELECT * FROM standing ORDER BY item",
    "note": "SELECT * FROM note ORDER BY item",
}


@pytest.fixture
def course(db: sqlite3.Connection) -> Course:
    return taken_in(db, OLD)


def kept(db: sqlite3.Connection) -> dict[str, list[object]]:
    """Return all that the library has of its courses, but how it came there."""
    return {table: db.execute(query).fetchall() for table, query in TABLES.items()}


def everything(db: sqlite3.Connection) -> list[str]:
    return list(db.iterdump())


def outline_of(edition: Outline) -> list[tuple[object, ...]]:
    """Return an outline without its ids: by the titles that its items stand under."""
    return [
        (tuple(above.title for above in edition.ancestors(item.id)), replace(item, id=0, parent=0))
        for item in edition.items
    ]


def uids(db: sqlite3.Connection) -> dict[int, str]:
    return dict(db.execute("SELECT id, uid FROM item").fetchall())


def gone(db: sqlite3.Connection) -> set[str]:
    rows = db.execute("SELECT title FROM item WHERE gone_at IS NOT NULL").fetchall()
    return {title for (title,) in rows}


# Applying


def test_the_outline_is_that_of_the_new_text(db: sqlite3.Connection, course: Course) -> None:
    now = updated(db, course, NEW)

    assert outline_of(now.outline) == outline_of(reading(NEW).outline)
    assert now == load_course(db, course.id)
    assert (now.title, now.outline.weeks) == ("Python for all", (Week(1, "Begin"), Week(2, "More")))
    assert (now.id, now.uid, now.updates) == (course.id, course.uid, course.revision)
    assert (now.sha256, course_text(db, course.id)) == (file(NEW).sha256, NEW)


def test_paired_items_keep_their_ids_and_names(db: sqlite3.Connection, course: Course) -> None:
    names = uids(db)

    now = updated(db, course, NEW)

    assert [number(now, title) for title in KEPT] == [number(course, title) for title in KEPT]
    assert {item: uid for item, uid in uids(db).items() if item in names} == names


def test_what_the_learner_did_stays_on_the_paired_items(
    db: sqlite3.Connection, course: Course
) -> None:
    slices = number(course, "Slices")
    done = record(db, [tick(slices)], NOW)
    record(db, [Change(slices, EventKind.SCORE, {"score": 71.0})], NOW)
    events, tried = kept(db)["event"], (Attempt(NOW.date(), 71.0),)

    now = updated(db, course, UNMARKED)

    assert now.standings == {slices: Standing(State.DONE, NOW, NOW, "b0d1", attempts=tried)}
    assert kept(db)["event"] == events
    assert undo(db, done.action, LATER).standings == {slices: Standing(attempts=tried)}


def test_new_items_have_ids_of_their_own_and_the_marks_of_the_file(
    db: sqlite3.Connection, course: Course
) -> None:
    other = taken_in(db, OLD, Path("/courses/other.md"))
    before_it = set(uids(db))

    now = updated(db, course, NEW)

    new = {number(now, title) for title in ("Virtual environments", "Files", "Open")}
    assert not new & before_it
    assert set(uids(db)) == before_it | new
    environments = number(now, "Virtual environments")
    body = now.outline.item(environments).body_sha256
    assert now.standings == {environments: Standing(State.DONE, LATER, LATER, body)}
    (value,) = db.execute("SELECT value FROM event").fetchone()
    assert json.loads(value) == {"state": "done", "body": body, "from": "file"}
    assert load_course(db, other.id) == other


def test_a_mark_in_the_file_says_nothing_of_a_lesson_the_learner_has(
    db: sqlite3.Connection, course: Course
) -> None:
    now = updated(db, course, OLD.replace("- [ ] Slices", "- [x] Slices"))

    assert now.standings == {}


def test_a_gone_item_leaves_the_outline_and_keeps_all(
    db: sqlite3.Connection, course: Course
) -> None:
    heirs = number(course, "Inheritance")
    record(db, [tick(heirs)], NOW)
    keep_note(db, heirs)
    row, name = db.execute("SELECT * FROM standing").fetchone(), uids(db)[heirs]

    now = updated(db, course, UNMARKED)

    assert heirs not in now.outline
    assert heirs not in now.standings
    assert db.execute("SELECT uid, gone_at, title FROM item WHERE id = ?", (heirs,)).fetchall() == [
        (name, "2026-03-02T08:00:00.000000+00:00", "Inheritance")
    ]
    assert db.execute("SELECT * FROM standing").fetchall() == [row]
    assert db.execute("SELECT item FROM note").fetchall() == [(heirs,)]
    assert gone(db) == {"Inheritance"}


def keep_note(db: sqlite3.Connection, item: int) -> Recorded:
    return record(db, [Change(item, EventKind.NOTE, {"note": "A note"})], NOW)


def test_an_item_that_was_gone_comes_back_under_its_old_id(
    db: sqlite3.Connection, course: Course
) -> None:
    heirs = number(course, "Inheritance")
    record(db, [tick(heirs)], NOW)
    without = updated(db, course, UNMARKED)

    now = updated(db, without, UNMARKED + "- [ ] Inheritance\n")

    assert number(now, "Inheritance") == heirs
    assert now.standings[heirs].done_at == NOW
    assert gone(db) == set()
    assert now.outline.item(heirs).parent == number(now, "Files")


def test_the_learner_may_pair_an_item_that_was_gone(db: sqlite3.Connection, course: Course) -> None:
    heirs = number(course, "Inheritance")
    started = before(db, updated(db, course, UNMARKED))
    text = UNMARKED + "- [ ] Something else\n"
    update = proposed(started, text)
    new = next(i.id for i in update.new.outline.items if i.title == "Something else")

    now = apply_update(db, started, update.paired(heirs, new), file(text), LAST)

    assert number(now, "Something else") == heirs


def test_the_place_is_kept_where_its_lesson_is(db: sqlite3.Connection, course: Course) -> None:
    place = Place(number(course, "Slices"), 0.25)
    keep_place(db, course.id, place)

    assert updated(db, course, NEW).place == place


def test_the_place_is_the_beginning_where_its_lesson_is_gone(
    db: sqlite3.Connection, course: Course
) -> None:
    keep_place(db, course.id, Place(number(course, "Inheritance"), 0.25))

    assert updated(db, course, NEW).place == Place()


def test_the_course_follows_its_file_to_another_place(
    db: sqlite3.Connection, course: Course
) -> None:
    moved = Path("/courses/moved.md")
    now = updated(db, course, NEW, moved)

    assert (now.source, find_course(db, moved), find_course(db, PATH)) == (moved, course.id, None)
    assert take_back(db, course.id, LAST).source == PATH


def test_a_course_may_become_empty_and_full_again(db: sqlite3.Connection, course: Course) -> None:
    record(db, [tick(number(course, "Slices"))], NOW)
    empty = updated(db, course, "Nothing here.\n")
    assert empty.outline.items == ()

    now = updated(db, empty, OLD)

    assert now.outline.items == course.outline.items
    assert now.standings == {number(course, "Slices"): Standing(State.DONE, NOW, NOW, "b0d1")}


# Applying, where it fails


def test_a_backup_is_made_before(db: sqlite3.Connection, folder: Path, course: Course) -> None:
    record(db, [tick(number(course, "Slices"))], NOW)
    was = kept(db)

    updated(db, course, NEW)

    (made,) = backups(folder)
    assert made.why is Why.UPDATE
    with closing(sqlite3.connect(made.path)) as backup:
        assert kept(backup) == was


def test_nothing_changes_where_the_backup_cannot_be_made(
    db: sqlite3.Connection, folder: Path, course: Course
) -> None:
    (folder / BACKUPS).touch()  # a file where the folder should be
    was = everything(db)

    with pytest.raises(Problem, match="cannot be made"):
        updated(db, course, NEW)

    assert everything(db) == was


STEPS = ["_leave", "add_revision", "_mark_gone", "add_items", "_place", "keep_marks"]


@pytest.mark.parametrize("step", [*STEPS, "_leave_place"])
def test_an_update_that_fails_half_way_changes_nothing(
    db: sqlite3.Connection, course: Course, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    record(db, [tick(number(course, "Inheritance"))], NOW)
    was = everything(db)
    monkeypatch.setattr(updates, step, _failing)

    with pytest.raises(Problem, match="disk is full"):
        updated(db, course, NEW)

    assert everything(db) == was
    monkeypatch.undo()
    assert updated(db, course, NEW).updates == course.revision


def _failing(*_args: object, **_more: object) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


@pytest.mark.parametrize("step", ["_leave", "_restore", "turn_to", "_leave_place"])
@pytest.mark.parametrize("go", [take_back, apply_again])
def test_a_way_back_that_fails_half_way_changes_nothing(
    db: sqlite3.Connection, course: Course, monkeypatch: pytest.MonkeyPatch, step: str, go: object
) -> None:
    assert callable(go)
    updated(db, course, NEW)
    if go is apply_again:
        take_back(db, course.id, LAST)
    was = everything(db)
    monkeypatch.setattr(updates, step, _failing)

    with pytest.raises(Problem, match="disk is full"):
        go(db, course.id, LAST)

    assert everything(db) == was


def test_an_update_in_another_window_meanwhile_is_not_written_over(
    db: sqlite3.Connection, folder: Path, course: Course
) -> None:
    started = before(db, course)
    with closing(open_database(folder)) as other:
        updated(other, course, OLD + "- [ ] Other\n")
    was = everything(db)

    with pytest.raises(Problem, match="updated in another window"):
        apply_update(db, started, proposed(started, NEW), file(NEW), LAST)

    assert everything(db) == was


def test_a_course_that_is_gone_is_not_updated(db: sqlite3.Connection, course: Course) -> None:
    started = before(db, course)
    update = proposed(started, NEW)
    db.execute("DELETE FROM course")

    with pytest.raises(Problem):
        apply_update(db, started, update, file(NEW), LAST)


# Taking back, and making again


def test_a_course_that_was_never_updated_has_no_way_back(
    db: sqlite3.Connection, course: Course
) -> None:
    was = everything(db)
    assert can_take_back(db, course.id) is None
    assert taken_back(db, course.id) == frozenset()
    for go in (take_back, apply_again):
        with pytest.raises(Problem, match="no update of this course"):
            go(db, course.id, LAST)
    assert everything(db) == was


@pytest.mark.parametrize("go", [take_back, apply_again])
def test_a_course_that_is_gone_has_no_way_back(db: sqlite3.Connection, go: object) -> None:
    assert callable(go)
    with pytest.raises(Problem):
        go(db, 99, LAST)


def test_an_update_is_taken_back_exactly(db: sqlite3.Connection, course: Course) -> None:
    record(db, [tick(number(course, title)) for title in ("Slices", "Inheritance")], NOW)
    keep_note(db, number(course, "Inheritance"))
    was, course = kept(db), load_course(db, course.id)
    updated(db, course, UNMARKED)

    assert take_back(db, course.id, LAST) == course
    assert kept(db) == was


def test_an_update_is_made_again_exactly(db: sqlite3.Connection, course: Course) -> None:
    record(db, [tick(number(course, title)) for title in ("Slices", "Inheritance")], NOW)
    now = updated(db, course, NEW)
    was = kept(db)
    take_back(db, course.id, LAST)

    assert apply_again(db, course.id, LAST) == now
    assert kept(db) == was


def test_it_is_told_what_can_be_taken_back_and_what_was(
    db: sqlite3.Connection, course: Course
) -> None:
    updated(db, course, NEW)
    assert (can_take_back(db, course.id), taken_back(db, course.id)) == (LATER, frozenset())

    take_back(db, course.id, LAST)
    assert can_take_back(db, course.id) is None
    assert taken_back(db, course.id) == {file(NEW).sha256}

    apply_again(db, course.id, LAST)
    assert (can_take_back(db, course.id), taken_back(db, course.id)) == (LATER, frozenset())


def test_what_was_made_again_is_the_update_taken_back_last(
    db: sqlite3.Connection, course: Course
) -> None:
    updated(db, course, NEW)
    updated(db, take_back(db, course.id, LAST), UNMARKED)
    take_back(db, course.id, LAST)

    assert taken_back(db, course.id) == {file(NEW).sha256, file(UNMARKED).sha256}
    assert apply_again(db, course.id, LAST).sha256 == file(UNMARKED).sha256


def test_a_course_that_was_taken_back_can_be_updated_otherwise(
    db: sqlite3.Connection, course: Course
) -> None:
    record(db, [tick(number(course, "Slices"))], NOW)
    updated(db, course, NEW)

    now = updated(db, take_back(db, course.id, LAST), OLD + "- [ ] Other\n")

    assert outline_of(now.outline) == outline_of(reading(OLD + "- [ ] Other\n").outline)
    assert now.updates == course.revision
    assert now.standings[number(course, "Slices")].done_at == NOW


def test_ticks_made_since_stay_on_the_lessons_that_stay(
    db: sqlite3.Connection, course: Course
) -> None:
    slices = number(updated(db, course, UNMARKED), "Slices")
    done = record(db, [tick(slices)], LATER)

    assert take_back(db, course.id, LAST).standings == done.standings
    assert apply_again(db, course.id, LAST).standings == done.standings


def test_ticks_made_since_on_lessons_that_leave_wait_in_lost_and_found(
    db: sqlite3.Connection, course: Course
) -> None:
    now = updated(db, course, UNMARKED)
    new = number(now, "Open")
    done = record(db, [tick(new)], LATER)
    noted = keep_note(db, number(now, "Virtual environments"))
    events = kept(db)["event"]

    back = take_back(db, course.id, LAST)

    assert outline_of(back.outline) == outline_of(course.outline)
    assert {each.item.title for each in lost_items(db, course.id)} == {
        "Open",
        "Virtual environments",
    }
    assert next(e for e in lost_items(db, course.id) if e.item.id == new).above == (
        "Week 2: More",
        "Files",
    )
    assert kept(db)["event"] == events
    again = apply_again(db, course.id, LAST)
    assert again.standings == {**done.standings, **noted.standings}


def test_the_place_is_the_beginning_where_its_lesson_came_with_the_update(
    db: sqlite3.Connection, course: Course
) -> None:
    now = updated(db, course, UNMARKED)
    keep_place(db, course.id, Place(number(now, "Open"), 0.5))

    assert take_back(db, course.id, LAST).place == Place()


def test_the_place_stays_where_its_lesson_does(db: sqlite3.Connection, course: Course) -> None:
    place = Place(number(updated(db, course, NEW), "Slices"), 0.5)
    keep_place(db, course.id, place)

    assert take_back(db, course.id, LAST).place == place


def test_ids_that_were_given_away_meanwhile_do_not_collide(
    db: sqlite3.Connection, course: Course
) -> None:
    now = updated(db, course, UNMARKED)
    names = uids(db)
    take_back(db, course.id, LAST)
    other = taken_in(db, OLD, Path("/courses/other.md"))
    taken = {number(now, title) for title in ("Files", "Open")}
    assert taken <= {item.id for item in other.outline.items}

    again = apply_again(db, course.id, LAST)

    assert outline_of(again.outline) == outline_of(now.outline)
    assert [uids(db)[item.id] for item in again.outline.items] == [
        names[item.id] for item in now.outline.items
    ]
    assert load_course(db, other.id) == other
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert take_back(db, course.id, LAST) == course
    assert apply_again(db, course.id, LAST) == again


def test_an_update_that_was_begun_before_ids_changed_is_refused(
    db: sqlite3.Connection, folder: Path, course: Course
) -> None:
    now = updated(db, course, UNMARKED)
    started = before(db, now)
    with closing(open_database(folder)) as window:
        take_back(window, course.id, LAST)
        other = taken_in(window, OLD, Path("/courses/other.md"))
        apply_again(window, course.id, LAST)
    was = everything(db)

    with pytest.raises(Problem, match="updated in another window"):
        apply_update(db, started, proposed(started, OLD), file(OLD), LAST)

    assert everything(db) == was
    assert load_course(db, other.id) == other


def test_a_file_that_is_another_course_now_stays_with_that_course(
    db: sqlite3.Connection, course: Course
) -> None:
    moved = Path("/courses/moved.md")
    updated(db, course, UNMARKED, moved)
    other = taken_in(db, OLD)  # from where the first course came

    back = take_back(db, course.id, LAST)

    assert replace(back, source=PATH) == course
    assert (back.source, find_course(db, PATH), find_course(db, moved)) == (
        moved,
        other.id,
        course.id,
    )


def test_several_updates_are_taken_back_one_by_one(db: sqlite3.Connection, course: Course) -> None:
    record(db, [tick(number(course, "Inheritance"))], NOW)
    states, now = [], course
    for text in (UNMARKED, "Nothing.\n", OLD + "- [ ] More\n", UNMARKED):
        states.append(kept(db))
        now = updated(db, now, text)

    for was in reversed(states):
        take_back(db, course.id, LAST)
        assert kept(db) == was


def test_the_way_back_outlives_the_program(
    db: sqlite3.Connection, folder: Path, course: Course
) -> None:
    updated(db, course, UNMARKED)
    db.close()

    with closing(open_database(folder)) as again:
        assert take_back(again, course.id, LAST) == course


# What a lesson said when it was done

SAYS = "# C\n## A\n- [ ] Pointers\n  said {}\n- [ ] Stack\n## B\n- [ ] Heap\n"


def said_then(db: sqlite3.Connection, course: Course, title: str, body: str) -> str | None:
    item = course.outline.item(number(course, title))
    return text_when(db, course.id, item, body, _read)


def _read(text: str, outline: Outline) -> Edition:
    return Edition.of(parse(text), outline)


def body(course: Course, title: str) -> str:
    return course.outline.item(number(course, title)).body_sha256


def test_it_is_known_what_a_lesson_said_when_it_was_done(db: sqlite3.Connection) -> None:
    first = taken_in(db, SAYS.format("first"))
    second = updated(db, first, SAYS.format("second"))
    third = updated(db, second, "Preface.\n\n" + SAYS.format("third"))

    texts = [said_then(db, third, "Pointers", body(then, "Pointers")) for then in (first, second)]

    assert texts == ["- [ ] Pointers\n  said first", "- [ ] Pointers\n  said second"]


def test_what_no_text_said_is_not_known(db: sqlite3.Connection) -> None:
    course = updated(db, taken_in(db, SAYS.format("first")), SAYS.format("second"))

    assert said_then(db, course, "Pointers", "no such hash") is None


def test_it_is_known_after_an_update_was_taken_back(db: sqlite3.Connection) -> None:
    first = taken_in(db, SAYS.format("first"))
    second = updated(db, first, SAYS.format("second"))
    back = take_back(db, first.id, LAST)

    assert said_then(db, back, "Pointers", body(second, "Pointers")) == (
        "- [ ] Pointers\n  said second"
    )


def test_a_lesson_that_came_again_under_another_id_is_known_by_its_name(
    db: sqlite3.Connection,
) -> None:
    course = taken_in(db, "# C\n## A\n- [ ] Stack\n")
    new = updated(db, course, SAYS.format("first"))
    take_back(db, course.id, LAST)
    taken_in(db, OLD, Path("/courses/other.md"))
    again = apply_again(db, course.id, LAST)
    assert number(again, "Pointers") != number(new, "Pointers")

    now = updated(db, again, SAYS.format("second"))

    assert said_then(db, now, "Pointers", body(new, "Pointers")) == "- [ ] Pointers\n  said first"


# Libraries that were made by earlier programs

SAMPLES = Path(__file__).parent / "samples"


def opened(folder: Path, sample: str) -> sqlite3.Connection:
    folder.mkdir()
    (folder / DATABASE).write_bytes((SAMPLES / sample).read_bytes())
    return open_database(folder)


def test_a_course_of_schema_1_can_be_updated(folder: Path) -> None:
    with closing(opened(folder, "v1.sqlite3")) as db:
        course = load_course(db, 1)
        was = kept(db)
        assert (course.revision, course.updates, course.title) == (1, None, "Pan ñ")
        assert can_take_back(db, 1) is None
        title, source = db.execute("SELECT title, source FROM revision").fetchone()
        assert (title, source) == ("Pan ñ", "/courses/pan ñ.md")

        now = updated(db, course, "# Pan ñ\n## Masa\n- [ ] Amasar\n- [ ] Enfriar\n", course.source)
        assert now.updates == course.revision
        assert "Enfriar" in [item.title for item in now.outline.items]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []

        assert replace(take_back(db, 1, LAST), place=course.place) == course
        assert kept(db) == was


def test_an_update_of_schema_2_can_be_taken_back_and_made_again(folder: Path) -> None:
    with closing(opened(folder, "v2.sqlite3")) as db:
        course, was = load_course(db, 1), kept(db)
        assert [item.title for item in course.outline.leaves()] == ["Amasar", "Reposar", "Enfriar"]
        assert [(each.item.title, counting_score(each.standing)) for each in lost_items(db, 1)] == [
            ("Examen", 60.0)
        ]

        back = take_back(db, 1, LAST)
        assert [item.title for item in back.outline.leaves()] == ["Amasar", "Reposar", "Examen"]
        assert counting_score(back.standings[number(back, "Examen")]) == 60.0

        assert apply_again(db, 1, LAST) == course
        assert kept(db) == was


# Read otherwise


def read_as(text: str, choices: Choices) -> Edition:
    document = parse(text)
    return Edition.of(document, read_outline(document, "name", choices))


def test_choices_are_taken_back_and_made_again_with_their_update(
    db: sqlite3.Connection, course: Course
) -> None:
    record(db, [tick(number(course, "Slices"))], NOW)
    choices = Choices(sections={"lists": Shape.HEADINGS})
    started = before(db, course)
    update = reread(Edition.of(parse(OLD), course.outline), read_as(OLD, choices))

    chosen = apply_update(db, started, update, file(OLD), LATER)

    assert chosen.outline.choices == choices
    assert "Slices" not in {item.title for item in chosen.outline.items}
    assert [lost.item.title for lost in lost_items(db, course.id)] == ["Slices"]
    back = take_back(db, course.id, LATER)
    assert back.outline.choices == Choices()
    assert not lost_items(db, course.id)
    assert apply_again(db, course.id, LATER).outline.choices == choices


def test_an_update_of_another_text_keeps_the_choices(
    db: sqlite3.Connection, course: Course
) -> None:
    choices = Choices(Shape.HEADINGS)
    started = before(db, course)
    old = Edition.of(parse(OLD), course.outline)

    updated_course = apply_update(
        db, started, update_between(old, read_as(NEW, choices)), file(NEW), LATER
    )

    assert updated_course.outline.choices == choices
    assert load_course(db, course.id).outline.choices == choices
    assert take_back(db, course.id, LATER).outline.choices == Choices()
