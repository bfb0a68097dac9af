"""Searching finds what is there, the likeliest first, whatever is typed."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursetracker.library.courses import Course
from coursetracker.library.indexing import INDEX, is_damage, renew
from coursetracker.library.notes import keep_draft, settle
from coursetracker.library.searching import MOST, Overtaken, Searcher
from coursetracker.problems import Problem
from coursetracker.seeking.marking import Marked
from coursetracker.seeking.titles import Titles
from library.course_samples import NOW, number, taken_in

BREAD = """\
# Baking bread

## Dough

Flour and water. The oven comes later.

### Kneading

Fold and turn, in C++ if you must.

## The oven

Hot. Hot.
"""
CAKE = "# Baking cake\n\n## Batter\n\nEggs, and an oven.\n\n## Kneading nothing\n\nNo need.\n"
Any = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def bread(db: sqlite3.Connection) -> Course:
    return taken_in(db, BREAD)


@pytest.fixture
def cake(db: sqlite3.Connection) -> Course:
    return taken_in(db, CAKE, Path("/courses/cake.md"))


@pytest.fixture
def searcher(folder: Path, bread: Course, cake: Course) -> Iterator[Searcher]:
    renew(folder)
    with closing(Searcher(folder)) as searcher:
        yield searcher


def marks(marked: Marked | None) -> list[str]:
    return [marked.text[start:end] for start, end in marked.spans] if marked else []


def titles(searcher: Searcher, typed: str, here: int | None = None) -> list[str]:
    return [hit.title.text for hit in searcher.find(typed, here).hits]


def test_titles_come_before_texts(searcher: Searcher) -> None:
    assert titles(searcher, "oven") == ["The oven", "Batter", "Dough"]


def test_the_title_that_says_no_more_comes_first(searcher: Searcher, cake: Course) -> None:
    assert titles(searcher, "kneading") == ["Kneading", "Kneading nothing"]
    assert titles(searcher, "kneading", cake.id) == ["Kneading nothing", "Kneading"]


def test_a_result_says_where_it_is_and_what_was_found(searcher: Searcher) -> None:
    (hit,) = searcher.find("turn fol", None).hits
    assert hit.where == "Baking bread  ›  Dough"
    assert hit.text is not None
    assert hit.text.text == "Fold and turn, in C++ if you must."
    assert marks(hit.text) == ["Fol", "turn"]
    assert not hit.is_note


def test_a_course_itself_is_found(searcher: Searcher, cake: Course) -> None:
    (hit,) = searcher.find("cake", None).hits
    assert (hit.course, hit.item, hit.title.text, hit.where) == (cake.id, None, "Baking cake", "")


def test_words_may_be_in_title_and_text(searcher: Searcher) -> None:
    assert titles(searcher, "kneading turn") == ["Kneading"]


def test_the_last_word_may_be_begun_and_others_not(searcher: Searcher) -> None:
    assert titles(searcher, "knea") == ["Kneading", "Kneading nothing"]
    assert titles(searcher, "knea ") == []
    assert titles(searcher, "knea turn") == []


def test_signs_make_a_word_where_they_belong_to_it(searcher: Searcher) -> None:
    assert titles(searcher, "c++") == ["Kneading"]
    assert titles(searcher, "c# ") == []


def test_a_note_is_shown_where_it_has_what_was_looked_for(
    searcher: Searcher, folder: Path, db: sqlite3.Connection, bread: Course
) -> None:
    keep_draft(db, number(bread, "Dough"), "Ask **Ana**\nabout flour", NOW)
    settle(db, number(bread, "Dough"), NOW)
    renew(folder)
    (hit,) = searcher.find("ana", None).hits
    assert (hit.is_note, hit.text and hit.text.text) == (True, "Ask **Ana** about flour")
    (hit,) = searcher.find("water", None).hits
    assert not hit.is_note


def test_many_results_begin_with_the_titles_of_the_course_here(
    folder: Path, db: sqlite3.Connection
) -> None:
    many = "".join(f"## Lesson {n}\n\nSome oven.\n\n" for n in range(700))
    taken_in(db, f"# One\n\n{many}", Path("/courses/one.md"))
    here = taken_in(db, f"# Two\n\n{many}## An oven\n\nHere.\n", Path("/courses/two.md"))
    renew(folder)
    with closing(Searcher(folder)) as searcher:
        found = searcher.find("o", here.id)
        assert found.has_more
        assert len(found.hits) == MOST
        assert found.hits[0].title.text == "An oven"
        assert searcher.find("o", None).hits[0].title.text in ("An oven", "One")
        assert {hit.course for hit in searcher.find("some o", here.id).hits} == {here.id}


# By title


def go_to(searcher: Searcher, typed: str, here: Course | None) -> list[str]:
    known = Titles([] if here is None else [(i.id, i.title) for i in here.outline.items])
    found = searcher.go_to(typed, known, None if here is None else here.id)
    return [hit.title.text for hit in found.hits]


def test_titles_of_this_course_come_before_those_of_others(
    searcher: Searcher, bread: Course, cake: Course
) -> None:
    assert go_to(searcher, "knea", bread) == ["Kneading", "Kneading nothing"]
    assert go_to(searcher, "kneadi", cake) == ["Kneading nothing", "Kneading"]
    assert go_to(searcher, "kneadi", None) == ["Kneading", "Kneading nothing"]


def test_a_few_letters_in_order_are_enough(searcher: Searcher, bread: Course) -> None:
    assert go_to(searcher, "tvn", bread) == ["The oven"]
    assert go_to(searcher, "bttr", bread) == ["Batter"]
    assert go_to(searcher, "oven the", None) == ["The oven"]
    assert go_to(searcher, "zzz", bread) == []


def test_before_anything_is_typed_this_course_is_shown(searcher: Searcher, bread: Course) -> None:
    assert go_to(searcher, "", bread) == [item.title for item in bread.outline.items]
    assert go_to(searcher, "", None) == []


# Anything


@Any
@given(st.text(), st.booleans())
def test_nothing_that_is_typed_is_refused(searcher: Searcher, typed: str, spaced: bool) -> None:
    typed += " " * spaced
    searcher.find(typed, None)
    searcher.find(typed, 1)
    searcher.go_to(typed, Titles([]), None)


@Any
@given(st.text(alphabet="\"*^:()-+#{}[]?\\'% \0ovenANDORNOTNEAR", max_size=30))
def test_the_language_of_sqlite_cannot_be_typed(searcher: Searcher, typed: str) -> None:
    for hit in searcher.find(typed, 2).hits:
        assert marks(hit.title) or marks(hit.text)
    for hit in searcher.go_to(typed, Titles([]), None).hits:
        assert marks(hit.title)


@pytest.mark.parametrize(
    "typed", ["a " * 5000, "a" * 5000, '"a b" ' * 5000, "a." * 5000, '"' * 5000]
)
def test_a_whole_page_may_be_pasted(searcher: Searcher, typed: str) -> None:
    searcher.find(typed, 1)
    searcher.go_to(typed, Titles([(1, "a")]), 1)


def test_what_is_overtaken_ends(searcher: Searcher) -> None:
    slow = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    begun = threading.Event()

    def interrupt() -> None:
        begun.wait()
        while not ended:
            searcher.interrupt()

    ended: list[int] = []
    thread = threading.Thread(target=interrupt)
    thread.start()
    begun.set()
    with pytest.raises(Overtaken), searcher._telling():
        searcher._db.execute(f"{slow} LIMIT -1 OFFSET 100000000").fetchall()
    ended.append(1)
    thread.join()
    assert titles(searcher, "turn") == ["Kneading"]


def test_damage_is_told_as_what_can_be_made_anew(folder: Path, bread: Course) -> None:
    renew(folder)
    whole = (folder / INDEX).read_bytes()
    (folder / INDEX).write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with closing(Searcher(folder)) as searcher, pytest.raises(Problem) as told:
        searcher.find("oven", None)
    assert is_damage(told.value, folder)
    assert is_damage(Problem("another sentence"), folder) is False
