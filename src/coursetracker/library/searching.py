"""Finding titles, pages and notes of all courses, in what `indexing` keeps ready."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from coursetracker.library.indexing import INDEX, indexed, open_index, place, read_library
from coursetracker.library.transactions import snapshot, telling
from coursetracker.seeking.marking import Marked, excerpt, marked, terms_in
from coursetracker.seeking.query import LONGEST, Terms, read_query
from coursetracker.seeking.titles import Titles, key_of, marked_title

BETWEEN = "  ›  "
"""What stands between the parts of a place in a course."""

MOST = 50
"""So many results are shown; whoever wants others types more."""

RANKED = 1000
"""Where more than so many fit, as with a single letter, none are weighed against each other."""

CANDIDATES = 300

_WEIGHTS = "10.0, 1.0, 4.0, 0.0"  # of a title, a text, a note, and the course
_MATCHING = f"SELECT rowid FROM words WHERE words MATCH ? LIMIT {RANKED + 1}"  # noqa: S608  ours
_BEST = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, {_WEIGHTS}) LIMIT {MOST}"  # noqa: S608
_FIRST = f"SELECT rowid FROM words WHERE words MATCH ? LIMIT {MOST}"  # noqa: S608
_LIKELY = "instr(key, ?) = 0, instr(key, ?) <> 1, length(key), id"
_CACHED = -16_000  # KiB


class Overtaken(Exception):
    """Something else is searched for by now."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An item, or for None a course itself, in which what was looked for was found."""

    course: int
    item: int | None
    title: Marked
    where: str
    text: Marked | None = None
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the likeliest first, and whether there is more of it."""

    hits: tuple[Hit, ...] = ()
    has_more: bool = False


class Searcher:
    """Reads the library and its index; belongs to the thread that made it, but for `interrupt`.

    Raises Problem where either cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / INDEX
        self._library = read_library(folder)
        try:
            self._db = open_index(folder)
        except BaseException:
            self._library.close()
            raise
        self._db.execute(f"PRAGMA cache_size = {_CACHED}")

    def close(self) -> None:
        """Let go of both files."""
        self._db.close()
        self._library.close()

    def interrupt(self) -> None:
        """End what is being searched for with Overtaken; may be called in any thread."""
        self._db.interrupt()

    # Words

    def find(self, typed: str, here: int | None) -> Found:
        """Return what has all words that were typed; of many, those of the course here first.

        Raises Overtaken where it was interrupted, and Problem where the index is damaged.
        """
        terms = read_query(typed)
        if not terms:
            return Found()
        with self._telling():
            rows = self._rows(_expression(terms), here)
            hits = list(self._hits(rows[:MOST], terms))
        hits.sort(key=lambda hit: _unlikely(hit, terms, here))
        return Found(tuple(hits), len(rows) > MOST)

    def _rows(self, expression: str, here: int | None) -> list[int]:
        """Return the ids of what fits, the likeliest first; more than MOST if there are more."""
        fit = self._ids(_MATCHING, expression)
        if len(fit) <= RANKED:
            best = self._ids(_BEST, expression)
            return [*best, *fit[len(best) :]]
        found: dict[int, None] = {}
        in_titles = f"{{title}} : ({expression})"
        stages = [in_titles, expression]
        if here is not None:
            mine = f'{{place}} : "{place(here)}"'
            stages = [f"{mine} AND ({in_titles})", in_titles, f"{mine} AND ({expression})"]
        for stage in stages:
            found |= dict.fromkeys(self._ids(_FIRST, stage))
            if len(found) >= MOST:
                break
        found |= dict.fromkeys(fit)
        return list(found)

    def _ids(self, query: str, expression: str) -> list[int]:
        return [number for (number,) in self._db.execute(query, (expression,))]

    def _hits(self, rows: Sequence[int], terms: Terms) -> Iterator[Hit]:
        found = ",".join(map(str, rows))
        texts = {
            number: (text, note)
            for number, text, note in self._db.execute(
                f"SELECT id, text, note FROM passage WHERE id IN ({found})"  # noqa: S608  numbers
            )
        }
        for known in self._named([row for row in rows if row in texts]):
            text, note = texts[known.item or -known.course]
            in_note = bool(note) and terms_in(note, terms) > terms_in(text, terms)
            shown = note if in_note else text
            yield Hit(
                known.course,
                known.item,
                marked(known.title, terms),
                known.where,
                excerpt(" ".join(shown.split()), terms) if shown else None,
                in_note,
            )

    # Titles

    def go_to(self, typed: str, titles: Titles, here: int | None) -> Found:
        """Return items by a few letters of their titles, those of the course here first.

        Raises Overtaken where it was interrupted, and Problem where the index is damaged.
        """
        typed = typed[:LONGEST]
        rows = titles.found(typed, MOST + 1)
        with self._telling():
            if len(rows) <= MOST and key_of(typed).split():
                rows += self._elsewhere(typed, here)[: MOST + 1 - len(rows)]
            hits = [
                Hit(known.course, known.item, marked_title(known.title, typed), known.where)
                for known in self._named(rows[:MOST])
            ]
        return Found(tuple(hits), len(rows) > MOST)

    def _elsewhere(self, typed: str, here: int | None) -> list[int]:
        """Return the items of other courses whose titles have these letters."""
        words = key_of(typed).split()
        has_letters = ("key GLOB ?", [f"*{'*'.join(''.join(words))}*"])
        has_words = (" AND ".join(["instr(key, ?) > 0"] * len(words)), words)
        for fits, values in (has_words, has_letters) if len(words) > 1 else (has_letters,):
            query = (
                f"SELECT id, key FROM title WHERE {fits} AND course IS NOT ?"  # noqa: S608  ours
                f" ORDER BY {_LIKELY} LIMIT {CANDIDATES}"
            )
            rows = self._db.execute(query, (*values, here, words[0], words[0])).fetchall()
            if rows:
                return Titles(rows).found(typed, MOST + 1)
        return []

    # Names

    def _named(self, rows: Sequence[int]) -> Iterator["_Named"]:
        """Yield the items, and by numbers below zero the courses, that are in the library."""
        with snapshot(self._library):
            courses = dict(
                self._library.execute(
                    "SELECT id, coalesce(own_title, title) FROM course WHERE removed_at IS NULL"
                ).fetchall()
            )
            items = self._items(rows)
        for row in rows:
            if row < 0 and -row in courses:
                yield _Named(-row, None, courses[-row], "")
            elif row in items and items[row].course in courses:
                above = reversed([items[each].title for each in _above(row, items)])
                where = BETWEEN.join([courses[items[row].course], *above])
                yield _Named(items[row].course, row, items[row].title, where)

    def _items(self, rows: Sequence[int]) -> Mapping[int, "_Item"]:
        """Return items, and all that they stand under, by the titles that the learner sees."""
        found = ",".join(str(row) for row in rows if row > 0)
        query = f"""
            WITH RECURSIVE shown (id) AS (
                SELECT id FROM item WHERE id IN ({found}) AND gone_at IS NULL
                UNION SELECT parent FROM item JOIN shown USING (id) WHERE parent IS NOT NULL
            )
            SELECT item.id, course, parent, coalesce(standing.title, item.title)
            FROM item JOIN shown USING (id) LEFT JOIN standing ON standing.item = item.id
        """  # noqa: S608  numbers
        return {number: _Item(*rest) for number, *rest in self._library.execute(query)}

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            with telling(self._path):
                yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise Overtaken from error
            raise


@dataclass(frozen=True, slots=True)
class _Item:
    course: int
    parent: int | None
    title: str


@dataclass(frozen=True, slots=True)
class _Named:
    course: int
    item: int | None
    title: str
    where: str


def _above(row: int, items: Mapping[int, _Item]) -> Iterator[int]:
    parent = items[row].parent
    while parent is not None and parent in items:
        yield parent
        parent = items[parent].parent


def _unlikely(hit: Hit, terms: Terms, here: int | None) -> tuple[int, ...]:
    """Return how far down a result belongs: titles that have all stand first, the shortest here."""
    if terms_in(hit.title.text, terms) < len(terms):
        return (1,)
    return (0, hit.course != here, len(hit.title.text))


def _expression(terms: Terms) -> str:
    """Return terms as FTS5 is asked for them; nothing of what was typed is syntax."""
    return " AND ".join(f'"{indexed(" ".join(term.words))}"{"*" * term.is_begun}' for term in terms)
