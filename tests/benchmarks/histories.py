"""Real revisions of real courses in pairs, with what became of every heading and task."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HISTORIES = Path(__file__).resolve().parents[2].parent / "shared" / "recon"
NOT_HERE = 3
"""The exit code of a benchmark whose data is not there."""


@dataclass(frozen=True, slots=True)
class RevisionPair:
    """An older and a newer revision of a course file.

    `since` and `until` are their places in the history of the file, in commits. `truth` says by
    source line what an item became, or None where it was deleted; items of which that is not
    known are left out. What is `tough` keeps neither its path and title nor a title of its own.
    """

    repository: str
    file: str
    since: int
    until: int
    old: str
    new: str
    truth: Mapping[int, int | None] = field(repr=False)
    tough: frozenset[int] = field(repr=False)


def revision_pairs() -> list[RevisionPair]:
    """Return the pairs in the folder that is given to the program, or else beside the project.

    Where there are none, the program ends with a sentence that says so.
    """
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HISTORIES
    found = [_read(path) for path in sorted(folder.glob("open/pairs/*.json"))]
    if not found:
        print(f"There are no pairs of revisions (open/pairs/*.json) in {folder}.", file=sys.stderr)
        sys.exit(NOT_HERE)
    return found


def _read(path: Path) -> RevisionPair:
    told = json.loads(path.read_text("utf-8"))
    old, new = (
        (path.parents[1] / "md" / told[name]).read_bytes().decode()
        for name in ("old_markdown", "new_markdown")
    )
    since, until = path.stem.rpartition("__")[2].split("-")
    return RevisionPair(
        repository=told["source"].partition(":")[2],
        file=told["file"],
        since=int(since),
        until=int(until),
        old=old,
        new=new,
        truth=dict(told["truth"]),
        tough=frozenset(int(line) for line, tags in told["tags"].items() if "tough" in tags),
    )
