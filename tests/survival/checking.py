"""What the window showed, held against what the database has after the program is gone."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from coursetracker.course.outline import State
from coursetracker.library.database import DATABASE
from coursetracker.library.rows import EVENTS, STANDINGS, event_of, standings_of
from coursetracker.progress.grades import Counting, counting_score
from coursetracker.progress.standings import Standing, fold_all, note_text, noted


@dataclass
class Kept:
    """What a database has: standings, notes or drafts of them, and titles of the course."""

    standings: dict[int, Standing]
    notes: dict[int, str]
    titles: list[str]


def kept(folder: Path) -> Kept:
    """Return what a library has once it has passed its checks."""
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        events = [event_of(row) for row in db.execute(EVENTS + "ORDER BY id")]
        standings = standings_of(db.execute(STANDINGS))
        assert standings == fold_all(events)
        notes = dict(db.execute("SELECT item, text FROM note").fetchall())
        told = {item: note_text(event) for item, event in noted(events).items()}
        assert notes == {item: text for item, text in told.items() if text is not None}
        notes |= dict(db.execute("SELECT item, text FROM draft").fetchall())
        titles = db.execute(
            "SELECT item.title FROM item JOIN course ON course.id = course"
            " WHERE course.title = 'Bread' AND gone_at IS NULL ORDER BY position"
        )
        return Kept(standings, notes, [title for (title,) in titles])


@dataclass
class Witness:
    """Reads what a driver says, and knows what has to be there whenever it is killed.

    `doubtful` is what was acted on since something was last seen to be written: what a disk
    refuses may be on it all the same, until the next that it takes is written in its place. In
    `typing` are items whose notes were not shown as saved since they were typed into.
    """

    shown: dict[int, tuple[bool | None, float | None]] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    doubtful: set[int | str] = field(default_factory=set)
    typing: set[int] = field(default_factory=set)
    actions: int = 0
    refused: int = 0

    def hear(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            if line.endswith(b"\n"):  # else it was cut off
                self._hear(json.loads(line))

    def _hear(self, told: dict) -> None:  # type: ignore[type-arg]
        if "about" in told:
            self.doubtful.add(told["about"])
            if told.get("typing"):
                self.typing.add(told["about"])
            return
        self.actions += 1
        before = dict(self.shown), self.titles
        self.shown |= {int(item): (one[0], one[1]) for item, one in told["shown"].items()}
        self.titles = told["titles"]
        if told["note"] is not None:
            item, text = told["note"]
            self.notes[item] = text
            self.typing.discard(item)
        self.refused += told["refused"]
        was_written = told["note"] is not None or before != (self.shown, self.titles)
        if was_written and not told["refused"]:
            self.doubtful = set()

    def check(self, there: Kept, only: tuple[int, int] = (0, 1)) -> None:
        """Hold all that was shown against what is there; of two drivers, each has its share."""
        share, of = only
        for item, (done, score) in self.shown.items():
            if item in self.doubtful or item % of != share:
                continue
            standing = there.standings.get(item, Standing())
            assert done in (None, standing.state is State.DONE), item
            assert score == counting_score(standing, Counting.BEST), item
        for item, text in self.notes.items():
            if item in self.typing or item in self.doubtful:
                assert _is_within(text, there.notes[item]), (item, text, there.notes[item])
            else:
                assert there.notes[item] == text, (item, text, there.notes[item])
        if "course" not in self.doubtful and self.titles:
            assert there.titles == self.titles

    def settle(self, there: Kept) -> None:
        """Take what is there for what the next start has to show."""
        for item, (done, _) in self.shown.items():
            standing = there.standings.get(item, Standing())
            now = standing.state is State.DONE
            self.shown[item] = (
                None if done is None else now,
                counting_score(standing, Counting.BEST),
            )
        self.notes = {item: there.notes[item] for item in self.notes}
        self.titles = there.titles
        self.doubtful, self.typing = set(), set()


def _is_within(text: str, longer: str) -> bool:
    """Return whether one text became the other by typing somewhere into it."""
    letters = iter(longer)
    return all(letter in letters for letter in text)
