"""The report's table of assessments, and the grade that they make."""

from dataclasses import dataclass

from coursetracker.course.outline import Item, Kind, State
from coursetracker.export import labels
from coursetracker.export.deadlines import Deadlines
from coursetracker.export.wording import NOTHING, Wording
from coursetracker.progress.grades import (
    Grade,
    Outlook,
    Result,
    Rules,
    counting_score,
    grade,
    pass_mark,
    result,
    weight,
)
from coursetracker.progress.rollup import Progress

_RESULTS = {
    Result.OPEN: (labels.OPEN, State.NOT_STARTED.value),
    Result.PASSED: (labels.PASSED, State.DONE.value),
    Result.FAILED: (labels.FAILED, "failed"),
}


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One assessment: its score, its pass mark and what came of it; `mark` names the symbol.

    `tag` says when it is due, how many attempts there were, and what it weighs, as far as there is
    anything to say.
    """

    title: str
    tag: str
    week: str
    score: str
    pass_mark: str
    result: str
    mark: str


def assessments(
    progress: Progress, rules: Rules, due: Deadlines, wording: Wording
) -> tuple[AssessmentRow, ...]:
    """Return every assessment of the course, in reading order."""
    items = progress.outline.items
    return tuple(
        _row(progress, item, rules, due.get(item.id, ""), wording)
        for item in items
        if item.kind is Kind.ASSESSMENT
    )


def _row(progress: Progress, item: Item, rules: Rules, due: str, wording: Wording) -> AssessmentRow:
    standing = progress.standing(item.id)
    score = counting_score(standing, rules.counting)
    word, mark = _RESULTS[result(standing, rules.counting)]
    tags = [due] if due else []
    if len(standing.attempts) > 1:
        tags.append(wording.say(labels.ATTEMPTS).format(count=len(standing.attempts)))
    if standing.weight is not None:
        tags.append(wording.say(labels.WEIGHT).format(weight=wording.number(weight(standing))))
    return AssessmentRow(
        title=item.title,
        tag=" · ".join(tags),
        week=NOTHING if item.week is None else str(item.week),
        score=NOTHING if score is None else wording.percent(score),
        pass_mark=wording.percent(pass_mark(standing)),
        result=wording.say(word),
        mark=mark,
    )


def grade_lines(progress: Progress, rules: Rules, wording: Wording) -> tuple[str, ...]:
    """Return the course's grade, and what its target needs, in sentences; none where none is."""
    graded = grade(progress, rules)
    if graded is None:
        return ()
    return _so_far(graded, wording), _needed(graded, rules.target, wording)


def _so_far(graded: Grade, wording: Wording) -> str:
    if graded.score is None:
        return wording.say(labels.NO_SCORE)
    sentence = wording.say(labels.GRADE_SO_FAR if graded.open else labels.GRADE)
    return sentence.format(
        score=wording.percent(graded.score), taken=graded.taken, all=graded.taken + graded.open
    )


def _needed(graded: Grade, target: float, wording: Wording) -> str:
    sentences = {
        (Outlook.SURE, False): labels.GRADE_PASSED,
        (Outlook.SURE, True): labels.GRADE_SURE,
        (Outlook.IMPOSSIBLE, False): labels.GRADE_FAILED,
        (Outlook.IMPOSSIBLE, True): labels.GRADE_IMPOSSIBLE,
        (Outlook.NEEDS, True): labels.GRADE_NEEDS,
    }
    needed = graded.needed
    return wording.say(sentences[needed.outlook, graded.open > 0]).format(
        target=wording.percent(target), score=wording.percent(needed.score or 0)
    )
