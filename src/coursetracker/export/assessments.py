"""The report's table of assessments."""

from dataclasses import dataclass

from coursetracker.course.outline import Item, Kind, State
from coursetracker.export import labels
from coursetracker.export.wording import NOTHING, Wording
from coursetracker.progress.grades import PASS_MARK, Result, result
from coursetracker.progress.rollup import Progress

_RESULTS = {
    Result.OPEN: (labels.OPEN, State.NOT_STARTED.value),
    Result.PASSED: (labels.PASSED, State.DONE.value),
    Result.FAILED: (labels.FAILED, "failed"),
}


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One assessment: its score, its pass mark and what came of it; `mark` names the symbol."""

    title: str
    week: str
    score: str
    pass_mark: str
    result: str
    mark: str


def assessments(progress: Progress, wording: Wording) -> tuple[AssessmentRow, ...]:
    """Return every assessment of the course, in reading order."""
    items = progress.outline.items
    return tuple(_row(progress, i, wording) for i in items if i.kind is Kind.ASSESSMENT)


def _row(progress: Progress, item: Item, wording: Wording) -> AssessmentRow:
    standing = progress.standing(item.id)
    word, mark = _RESULTS[result(standing)]
    return AssessmentRow(
        title=item.title,
        week=NOTHING if item.week is None else str(item.week),
        score=NOTHING if standing.score is None else wording.percent(standing.score),
        pass_mark=wording.percent(PASS_MARK if standing.pass_mark is None else standing.pass_mark),
        result=wording.say(word),
        mark=mark,
    )
