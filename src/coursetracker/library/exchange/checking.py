"""Reading an export that may be anything: another file, one cut short, one made to do harm."""

import json
import stat
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, cast

from coursetracker.library.exchange.document import (
    FORMAT,
    REFERS_TO_ITEM,
    VERSION,
    CourseDoc,
    EventDoc,
    ItemDoc,
    LibraryDoc,
    standings_of,
)
from coursetracker.library.exchange.schema import complaint
from coursetracker.library.reading import choices_of, evidence_of
from coursetracker.library.sources import MEGABYTE
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.progress.grades import COUNTING, TARGET, Rules
from coursetracker.progress.schedule import PLAN, plan_of
from coursetracker.progress.standings import EventKind
from coursetracker.resources import resources

MAX_BYTES = 200 * MEGABYTE

_UNREADABLE = QT_TRANSLATE_NOOP(
    "Problem", "{path} cannot be read ({reason}). Choose another file to import."
)
_LARGE = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} has {size} MB, and what is imported may have {limit} MB at most. "
    "Export fewer courses into a file.",
)
_OTHER = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} is not an export of CourseTracker, so nothing was imported. Choose a file that was "
    "made with File > Export > This course as JSON…",
)
_CUT = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} is damaged or not whole (line {line}), so nothing was imported. "
    "Copy or export it once more.",
)
_WRONG = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} was changed or is damaged, so nothing was imported. What is wrong is at {place}. "
    "Export it once more.",
)
_NEWER = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} was made by a newer CourseTracker, so nothing was imported. "
    "Install the newest version and try again.",
)


def read_export(path: Path) -> LibraryDoc:
    """Read a file and return what it holds, sound in itself.

    Raises Problem where it cannot be read, and where it is not what an export has to be.
    """
    content = _parsed(_content(path), path)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Problem(_OTHER, path=path)
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Problem(_NEWER, path=path)
    place = complaint(content, _schema())
    if place is not None:
        raise Problem(_WRONG, path=path, place=place[:80] or "1")
    courses: list[CourseDoc] = content["courses"]
    _Check(path).courses(courses)
    for course in content["courses"]:
        del course["standings"]
    return {"settings": content["settings"], "courses": courses}


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Problem(_OTHER, path=path)
        if status.st_size > MAX_BYTES:
            size = f"{status.st_size / MEGABYTE:.0f}"
            raise Problem(_LARGE, path=path, size=size, limit=MAX_BYTES // MEGABYTE)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Problem(_UNREADABLE, path=path, reason=reason) from error


def _parsed(content: bytes, path: Path) -> Any:
    """Return what JSON says; no number that JSON has not, and no half of a character."""
    try:
        value = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except json.JSONDecodeError as error:
        begins = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        raise Problem(_CUT if begins else _OTHER, path=path, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise Problem(_OTHER, path=path) from error
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((resources() / "export.schema.json").read_text("utf-8"))
    return schema


class _Check:
    """Checks what a schema cannot say: that all names lead somewhere, and nothing in circles."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def _expect(self, is_so: object, place: str) -> None:
        if not is_so:
            raise Problem(_WRONG, path=self._path, place=place)

    def courses(self, courses: Iterable[CourseDoc]) -> None:
        """Raise Problem where something is wrong with any of the courses, or between them."""
        courses = list(courses)
        self._differ((each["uid"] for each in courses), "courses")
        self._differ((item["uid"] for each in courses for item in each["items"]), "items")
        self._differ((event["uid"] for each in courses for event in each["events"]), "events")
        for number, course in enumerate(courses):
            self._course(course, f"courses[{number}]")

    def _differ(self, names: Iterable[str], place: str) -> None:
        names = list(names)
        self._expect(len(names) == len(set(names)), place)

    def _course(self, course: CourseDoc, place: str) -> None:
        removed = course["removed_at"] is None, course["removed_source"] is None
        self._expect(removed[0] == removed[1], f"{place}.removed_source")
        uids = {item["uid"] for item in course["items"]}
        here = course["place"]["item"]
        self._expect(here is None or here in uids, f"{place}.place")
        self._expect(_can_be_meant(course["settings"]), f"{place}.settings")
        self._revisions(course, place)
        self._items(course["items"], course, f"{place}.items")
        for name, noted in (("notes", course["notes"]), ("drafts", course["drafts"])):
            about = [each["item"] for each in noted]
            self._differ(about, f"{place}.{name}")
            self._expect(uids.issuperset(about), f"{place}.{name}")
        self._events(course, uids, f"{place}.events")

    def _revisions(self, course: CourseDoc, place: str) -> None:
        names: set[str | None] = {None}
        for number, each in enumerate(course["revisions"]):
            here = f"{place}.revisions[{number}]"
            self._expect(each["updates"] in names and each["name"] not in names, here)
            names.add(each["name"])
            self._reading(each["choices"], each["evidence"], each["weeks"], here)
            self._items(each["items"] or (), course, f"{here}.items")
        self._expect(course["revision"] in names, f"{place}.revision")

    def _reading(
        self, choices: dict[str, Any], evidence: list[Any], weeks: list[Any], place: str
    ) -> None:
        try:
            choices_of(json.dumps(choices))
            evidence_of(json.dumps(evidence))
            sound = all(type(n) is int and type(title) is str for n, title in weeks)
        except (ValueError, KeyError, TypeError, AttributeError):
            sound = False
        self._expect(sound, place)

    def _items(self, items: Iterable[ItemDoc], course: CourseDoc, place: str) -> None:
        items = list(items)
        names = {each["name"] for each in course["revisions"]}
        known = {item["uid"]: item for item in items}
        self._expect(len(known) == len(items), place)
        for number, item in enumerate(items):
            parent = known.get(item["parent"] or "")
            sound = item["since_revision"] in names and (parent is None) == (item["parent"] is None)
            if sound and parent is not None and item["gone_at"] is None:
                sound = parent["gone_at"] is None and parent["position"] < item["position"]
            self._expect(sound, f"{place}[{number}]")
        self._expect(_has_no_circle({uid: item["parent"] for uid, item in known.items()}), place)

    def _events(self, course: CourseDoc, uids: set[str], place: str) -> None:
        were = {item["uid"] for each in course["revisions"] for item in each["items"] or ()}
        for number, event in enumerate(course["events"]):
            here = f"{place}[{number}]"
            if event["kind"] not in set(EventKind):
                raise Problem(_NEWER, path=self._path)
            self._expect(event["item"] in uids, here)
            self._expect((event["kind"] == EventKind.UNDO) == (event["undoes"] is not None), here)
            refers = event["value"].get(REFERS_TO_ITEM.value)
            if event["kind"] == REFERS_TO_ITEM and refers is not None:
                self._expect(isinstance(refers, str) and refers in uids | were, here)
        self._expect(_adds_up(course["events"], cast("dict[str, Any]", course)["standings"]), place)


def _can_be_meant(settings: Mapping[str, str]) -> bool:
    """Return whether the settings of a course that are not any text say what they have to."""
    try:
        Rules.of(settings.get(COUNTING), settings.get(TARGET))
        plan_of(settings.get(PLAN))
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
    return True


def _has_no_circle(parents: dict[str, str | None]) -> bool:
    sound: set[str | None] = {None}
    for uid in parents:
        way = list(_up(uid, parents, sound))
        if len(way) != len(set(way)) or len(way) > len(parents):
            return False
        sound.update(way)
    return True


def _up(uid: str | None, parents: dict[str, str | None], until: set[str | None]) -> Iterator[str]:
    """Yield what stands above an item, itself first, as long as it is not known to be sound."""
    seen: set[str] = set()
    while uid is not None and uid not in until:
        yield uid
        if uid in seen:
            return
        seen.add(uid)
        uid = parents[uid]


def _adds_up(events: list[EventDoc], told: dict[str, Any]) -> bool:
    """Return whether events can be folded, and lead to the states that the file tells."""
    try:
        standings = standings_of(events)
    except (KeyError, ValueError, TypeError, OverflowError, AttributeError):
        return False
    states = {uid: standing["state"] for uid, standing in standings.items()}
    return states == {uid: standing.get("state") for uid, standing in told.items()}
