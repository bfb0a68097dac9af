"""Eight years of a real curriculum, replayed through the real library.

    python tests/benchmarks/replay.py [DIR]

DIR has revisions of a curriculum in pairs, with the truth (see histories.py). The revisions are
put in the order of the file's history. The replay goes from the first to the last revision of
the pair that has the most others between, in eight steps at most: 314 commits and eight years,
in steps of unequal length. So the truth from end to end is that of one pair; none is composed
of others. The other pairs whose two revisions the replay goes through are scored as well, by
where a ticked item is at the one and at the other. Then all revisions that there are are
replayed the same way: sixteen steps, 627 commits, the first of them in the wildest times.

The learner has ticked a third of the lessons; this is done three times, so that in the end each
lesson has been ticked once. No question is answered: what is only proposed goes to Lost & found.

Prints JSON: of the ticks on lessons that survive, those kept, lost (in Lost & found) and wrong
(on another lesson); of those on lessons that were deleted, the ones attached to another all the
same; and of all ticks `silently_lost`, those that are neither on a lesson nor in Lost & found.
"""

import hashlib
import json
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks.histories import RevisionPair, revision_pairs
from benchmarks.workplace import workplace
from coursetracker.course.changes import Edition, update_between
from coursetracker.course.outline import State
from coursetracker.course.reader import read_outline
from coursetracker.library.courses import Course, CourseKind, add_course, load_course
from coursetracker.library.database import open_database
from coursetracker.library.lost import lost_items
from coursetracker.library.record import record
from coursetracker.library.sources import Source
from coursetracker.library.updates import apply_update, before
from coursetracker.markdown import parse
from coursetracker.progress.standings import Change, EventKind

CURRICULUM = "jwasham/coding-interview-university"
STEPS = 8
SHARE = 3
START = datetime(2016, 1, 1, tzinfo=UTC)
YEAR = timedelta(days=365)

Lines = Mapping[int, int]
"""The source line of each item, by id."""


Pairs = dict[tuple[int, int], RevisionPair]
"""Pairs of revisions by the places of the two in a replay."""


def chosen(pairs: Sequence[RevisionPair], steps: int) -> tuple[list[str], Pairs]:
    """Return the revisions to replay in so many steps at most, and the pairs among them."""
    texts = {pair.since: pair.old for pair in pairs} | {pair.until: pair.new for pair in pairs}
    places = {commit: place for place, commit in enumerate(sorted(texts))}
    spans = {(places[pair.since], places[pair.until]): pair for pair in pairs}
    start, end = max(
        (span for span in spans if span[1] - span[0] <= steps), key=lambda span: span[1] - span[0]
    )
    within = {
        (one - start, other - start): pair
        for (one, other), pair in spans.items()
        if start <= one and other <= end
    }
    return [texts[commit] for commit in sorted(texts)[start : end + 1]], within


def read(text: str) -> Edition:
    """Return a text as an edition."""
    document = parse(text)
    return Edition.of(document, read_outline(document, "Curriculum"))


def source(text: str) -> Source:
    """Return a text as if it had been read from a file, always the same one."""
    return Source(Path("/courses/curriculum.md"), text, hashlib.sha256(text.encode()).hexdigest())


def replay(db: sqlite3.Connection, texts: Sequence[str], share: int) -> Iterator[Course]:
    """Take in the first text, tick a share of it and update to each other; yield the course."""
    outline = read(texts[0]).outline
    course = add_course(db, source(texts[0]), outline, kind=CourseKind.FILE, at=START)
    ticks = [
        Change(item.id, EventKind.STATE, {"state": State.DONE.value, "body": item.body_sha256})
        for item in list(course.outline.leaves())[share::SHARE]
    ]
    record(db, ticks, START)
    yield load_course(db, course.id)
    for number, text in enumerate(texts[1:], 1):
        started = before(db, load_course(db, course.id))
        old = Edition.of(parse(started.text), started.course.outline)
        update = update_between(old, read(text), started.lost)
        yield apply_update(db, started, update, source(text), START + number * YEAR)


def ticked(course: Course) -> set[int]:
    """Return the items of a course that are ticked."""
    done = (item for item, each in course.standings.items() if each.state is State.DONE)
    return {item for item in done if item in course.outline}


def waiting(db: sqlite3.Connection, course: Course) -> set[int]:
    """Return the items in Lost & found that are ticked."""
    lost = lost_items(db, course.id)
    return {each.item.id for each in lost if each.standing.state is State.DONE}


def judged(pair: RevisionPair, old: Lines, new: Lines, ticks: Collection[int]) -> Counter[str]:
    """Count what became of some ticks between the two revisions of a pair."""
    counts: Counter[str] = Counter()
    for item in ticks:
        if old[item] not in pair.truth:
            counts["unknown"] += 1
            continue
        truth, got = pair.truth[old[item]], new.get(item)
        if truth is None:
            counts.update(["deleted"] + ["attached"] * (got is not None))
        else:
            fate = "kept" if got == truth else "lost" if got is None else "wrong"
            counts.update(["surviving", fate])
    return counts


def lines(course: Course) -> Lines:
    """Return where the items of a course stand in its text."""
    return {item.id: item.line for item in course.outline.items}


def replayed(texts: Sequence[str], pairs: Pairs, share: int) -> tuple[Counter[str], Counter[str]]:
    """Replay with a share of ticks; return what became of them from end to end, and by pairs."""
    with workplace() as folder, closing(open_database(folder)) as db:
        courses = list(replay(db, texts, share))
        found, last = waiting(db, courses[-1]), courses[-1]
        ticks = ticked(courses[0])
        silently = ticks - ticked(last) - found
    places = [lines(course) for course in courses]
    by_pair = {
        span: judged(pair, places[span[0]], places[span[1]], ticks & places[span[0]].keys())
        for span, pair in pairs.items()
    }
    whole = by_pair[0, len(texts) - 1]
    whole.update({"ticks": len(ticks), "silently_lost": len(silently)})
    return whole, sum(by_pair.values(), Counter())


def told(counts: Counter[str]) -> dict[str, float]:
    """Return counts with what is in hundred of them."""
    shares = {
        f"{name}_percent": round(100 * counts[name] / max(1, counts["surviving"]), 2)
        for name in ("kept", "lost", "wrong")
    }
    names = ("surviving", "kept", "lost", "wrong", "deleted", "attached", "unknown")
    return {name: counts[name] for name in names} | shares


def figures(pairs: Sequence[RevisionPair], steps: int) -> dict[str, object]:
    """Replay in so many steps at most, with each share of ticks, and return what became of them."""
    texts, within = chosen(pairs, steps)
    start = time.process_time()
    runs = [replayed(texts, within, share) for share in range(SHARE)]
    seconds = time.process_time() - start
    whole = sum((whole for whole, _ in runs), Counter[str]())
    return {
        "steps": len(texts) - 1,
        "ticks": whole["ticks"],
        "silently_lost": whole["silently_lost"],
        **told(whole),
        "update_cpu_s": round(seconds / SHARE / (len(texts) - 1), 2),
        "every pair on the way": told(sum((each for _, each in runs), Counter[str]())),
    }


def main() -> None:
    """Replay and print."""
    pairs = [pair for pair in revision_pairs() if pair.repository == CURRICULUM]
    found = figures(pairs, STEPS)
    silently, wrong = found["silently_lost"], found["wrong_percent"]
    assert isinstance(wrong, float)
    found["targets"] = {
        "silently_lost = 0": f"{silently} {'met' if silently == 0 else 'MISSED'}",
        "wrong_percent <= 0.2": f"{wrong} {'met' if wrong <= 0.2 else 'MISSED'}",
    }
    print(json.dumps(found | {"all revisions": figures(pairs, len(pairs) * 2)}))


if __name__ == "__main__":
    main()
