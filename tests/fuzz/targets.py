"""What is fuzzed: each target takes bytes, and raises whatever should not be."""

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from coursetracker.course.changes import Edition, update_between
from coursetracker.course.folder import read_course as outline_of
from coursetracker.course.outline import Outline, State
from coursetracker.library.checking import check_library
from coursetracker.library.courses import CourseKind, add_course, course_text, load_course
from coursetracker.library.database import DATABASE, open_database
from coursetracker.library.exchange.checking import read_export
from coursetracker.library.exchange.importing import exported, import_all, take_back
from coursetracker.library.folders import read_any
from coursetracker.library.notes import keep_draft, settle
from coursetracker.library.record import record
from coursetracker.library.shelf import shelf
from coursetracker.library.sources import Source
from coursetracker.markdown import Document, parse, to_html
from coursetracker.markdown.page import PageLook, page_html
from coursetracker.problems import Problem
from coursetracker.progress.standings import Change, EventKind
from fuzz.mutations import Mutation, mutated, mutated_json
from fuzz.words import BETWEEN, DATABASE_WORDS, FILES, JSON_WORDS, MARKDOWN

NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)
HERE = Path(__file__).parent
SAMPLES = HERE.parent / "library" / "samples"
LOOK = PageLook(
    "#000000", "#555555", "#0000ff", "#ffffff", "#eeeeee", "#cccccc", "mono", 10, dark=False
)


@dataclass(frozen=True)
class Target:
    """Something that takes any bytes."""

    run: Callable[[bytes], object]
    words: Sequence[bytes]
    mutate: Mutation = mutated
    seeds: Callable[[], Sequence[bytes]] = tuple


# Reading


def read(data: bytes) -> None:
    """Read a text as a course, and convert it in all ways."""
    text = data.decode("utf-8", "replace")
    html = to_html(text)
    assert isinstance(html, str)
    document = parse(text)
    _expect_sound(outline_of(text, "course.md"), len(document.lines))
    page = page_html(document.page(list(document.root)), LOOK, lambda _source: None)
    _expect_safe(page)


def _expect_sound(outline: Outline, lines: int) -> None:
    ids = {item.id for item in outline.items}
    assert len(ids) == len(outline.items)
    seen: set[int | None] = {None}
    for item in outline.items:
        assert item.parent in seen, "a parent comes before what hangs under it"
        assert 1 <= item.line <= item.end <= lines + 1, (item.line, item.end, lines)
        seen.add(item.id)


def _expect_safe(page: str) -> None:
    lower = page.lower()
    assert _UNSAFE.findall(lower) == []


_UNSAFE = re.compile(
    r"<(?:script|iframe|object|embed|form|link|meta|base)\b|<img src=(?!\"formula:)"
    r"|href=\"(?!https?:|mailto:|fold:|here:|more:)[a-z][a-z0-9+.-]*:"
)
"""What no page may have: elements that load or run, pictures that nobody allowed, programs."""


def read_folder(data: bytes) -> None:
    """Read files as a folder: the README, what orders it, and lessons."""
    names = ("README.md", "SUMMARY.md", "mkdocs.yml", "docs/a.md", "docs/b/index.md",
             "docs/_category_.json", "es/README.md")  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "course"
        root.mkdir()
        for path, content in zip(names, data.split(BETWEEN), strict=False):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        try:
            source = read_any(root)
        except Problem:
            return
        outline = outline_of(source.text, source.name)
        _expect_sound(outline, source.text.count("\n") + 2)


# Matching


def match(data: bytes) -> None:
    """Compare two editions of a course: every item has one fate, and nothing is paired twice."""
    old, new = (_edition(part) for part in (data + BETWEEN).split(BETWEEN)[:2])
    update = update_between(old, new)
    ours = {item.id for item in old.outline.items}
    theirs = {item.id for item in new.outline.items}
    for pairs in (update.pairs, update.unsure):
        assert pairs.keys() <= ours
        assert set(pairs.values()) <= theirs
        assert len(set(pairs.values())) == len(pairs)
    assert not update.pairs.keys() & update.unsure.keys()
    changes = update.changes()
    assert {each.new.id for each in changes if each.new is not None} == theirs
    assert {each.old.id for each in changes if each.old is not None} >= ours
    same = update_between(old, old)
    assert all(one == other for one, other in same.pairs.items())
    assert same.pairs.keys() == ours or _is_ambiguous(old)


def _edition(part: bytes) -> Edition:
    text = part.decode("utf-8", "replace")
    document: Document = parse(text)
    return Edition.of(document, outline_of(text, "course.md"))


def _is_ambiguous(edition: Edition) -> bool:
    """Return whether some items look the same, so that a pair of them may be any of them."""
    looks = [(item.title, edition.text(item.id)) for item in edition.outline.items]
    return len(set(looks)) < len(looks)


# Importing


def import_json(data: bytes) -> None:
    """Import a file into a library with a course: all of it, or nothing and a sentence."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(_library(), folder / DATABASE)
        path = folder / "in.json"
        path.write_bytes(data)
        with closing(open_database(folder)) as db:
            before = exported(db, None)
            try:
                done = import_all(db, read_export(path))
            except Problem:
                assert exported(db, None) == before
                return
            after = exported(db, None)
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
            report = check_library(db, NOW, lambda _done, _of: None)
            assert all(finding.found == 0 for finding in report.findings), report
            path.write_text(after, "utf-8")
            import_all(db, read_export(path))  # what is exported can be imported
            assert exported(db, None) == after
            for entry in shelf(db):
                load_course(db, entry.id)
            take_back(db, done)
            assert exported(db, None) == before


@cache
def _library() -> Path:
    """Return a small library, made once."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-library-"))
    text = "# Bread\n\n## Week 1\n\n### Mixing\nStir.\n\n### Baking (Assessment 1)\n\n- [x] One\n"
    source = Source(Path("/courses/bread.md"), text, "sha")
    with closing(open_database(folder)) as db:
        course = add_course(db, source, outline_of(text, source.name), kind=CourseKind.FILE, at=NOW)
        leaves = [item.id for item in course.outline.leaves()]
        done = Change(leaves[0], EventKind.STATE, {"state": State.DONE.value})
        record(db, [done], NOW)
        keep_draft(db, leaves[0], "A *note*.", NOW)
        settle(db, leaves[0], NOW)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode = DELETE")
    return folder / DATABASE


def _exports() -> Sequence[bytes]:
    with tempfile.TemporaryDirectory() as name:
        shutil.copy(_library(), Path(name) / DATABASE)
        with closing(open_database(Path(name))) as db:
            whole = json.loads(exported(db, None))
    other = json.loads(json.dumps(whole).replace("Bread", "Cake"))
    empty = {**whole, "courses": []}
    return [json.dumps(each).encode() for each in (whole, other, empty)]


# Databases


def open_damaged(data: bytes) -> None:
    """Open a database with some bytes changed: it works, or is refused with a sentence.

    The first byte says which sample; then come changes: three bytes where, one how many, and
    what stands there.
    """
    samples = sorted(SAMPLES.glob("v*.sqlite3"), key=lambda path: int(path.stem[1:]))
    content = bytearray(samples[data[0] % len(samples) if data else 0].read_bytes())
    at = 1
    while at + 4 < len(data):
        place = int.from_bytes(data[at : at + 3], "big") % len(content)
        new = data[at + 4 : at + 4 + data[at + 3]]
        content[place : place + len(new)] = new
        at += 4 + len(new)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / DATABASE).write_bytes(content)
        try:
            with closing(open_database(folder)) as db:
                for entry in shelf(db):
                    load_course(db, entry.id)
                    course_text(db, entry.id)
                exported(db, None)
                check_library(db, NOW, lambda _done, _of: None)
        except Problem:
            return


TARGETS = {
    "reader": Target(read, MARKDOWN),
    "folder": Target(read_folder, FILES),
    "matching": Target(match, (*MARKDOWN, BETWEEN)),
    "import": Target(import_json, JSON_WORDS, mutated_json, _exports),
    "database": Target(open_damaged, DATABASE_WORDS),
}
