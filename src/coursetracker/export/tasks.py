"""Progress as Markdown: the outline as a list of tasks, with scores and notes beneath them.

The titles are written so that every reader of Markdown, ours included, reads them as they are.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from coursetracker.course.outline import Item, State
from coursetracker.export import labels
from coursetracker.export.wording import Wording
from coursetracker.problems import Say
from coursetracker.progress.grades import USUAL, Rules, counting_score
from coursetracker.progress.rollup import Progress

_BOXES = {State.NOT_STARTED: " ", State.IN_PROGRESS: "/", State.DONE: "x", State.SKIPPED: "-"}
_MARKUP = re.compile(
    r"[\\`*_\[\]<~$]|&(?=#?\w+;)|:(?=[a-z0-9_+-]+:|//)|(?<=www)\.|(?:^|(?<=\s))#|^[-+=>]",
    re.ASCII | re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(\d+)([.)])", re.ASCII)


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What a list of tasks says beside the progress; `notes` are by item."""

    course: str
    today: date
    rules: Rules = USUAL
    notes: Mapping[int, str] = field(default_factory=dict)


def tasks(progress: Progress, facts: TaskFacts, say: Say) -> str:
    """Return the course as a list of tasks, under its title and what is done as of a day."""
    wording = Wording(say)
    tally = progress.tally(None)
    front = say(labels.TASKS_FRONT).format(
        date=wording.long_date(facts.today), count=wording.count(tally.done, tally.counted)
    )
    lines = [f"# {escaped(facts.course) or say(labels.UNTITLED)}", "", escaped(front), ""]
    for item in progress.outline.items:
        score = counting_score(progress.standing(item.id), facts.rules.counting)
        lines.extend(_lines(progress, item, score, facts.notes.get(item.id, ""), wording))
    return "\n".join(lines).rstrip("\n") + "\n"


def _lines(
    progress: Progress, item: Item, score: float | None, note: str, wording: Wording
) -> Iterator[str]:
    """Yield the lines of an item, without those of what is under it."""
    indent = "  " * sum(1 for _ in progress.outline.ancestors(item.id))
    title = escaped(wording.title(item, progress.outline)) or wording.say(labels.UNTITLED)
    yield f"{indent}- [{_BOXES[progress.state(item.id)]}] {title}"
    if score is not None:
        told = wording.say(labels.TASKS_SCORE).format(score=wording.percent(score))
        yield from ("", f"{indent}  {escaped(told)}")
    if note.strip():
        yield ""
        yield from (f"{indent}  > {line}".rstrip() for line in note.strip("\n").splitlines())
    if score is not None or note.strip():
        yield ""


def escaped(text: str) -> str:
    """Return a text as one line of Markdown that says just this."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _NUMBERED.sub(r"\1\\\2", line)
