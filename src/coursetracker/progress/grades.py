"""What scores mean: for each assessment, for the course, and for what is still open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from coursetracker.course.outline import Item, Kind
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import MOST, Attempt, Standing

COUNTING, TARGET = "counting", "target"
"""The settings of a course that hold its rules."""
PASS_MARK = 80.0
"""The score in percent that passes where the learner has set no other."""
WEIGHT = 1.0
"""How much an assessment weighs where the learner has set nothing else."""


class Result(StrEnum):
    """How an assessment ended."""

    OPEN = "open"
    PASSED = "passed"
    FAILED = "failed"


class Counting(StrEnum):
    """Which of several attempts counts."""

    BEST = "best"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Rules:
    """How the learner has a course graded; `target` is what its grade should reach, in percent."""

    counting: Counting = Counting.BEST
    target: float = PASS_MARK

    @classmethod
    def of(cls, counting: str | None, target: str | None) -> "Rules":
        """Return the rules that were kept as text; None stands for what was never said.

        Raises ValueError where a text says nothing that can be meant.
        """
        aim = PASS_MARK if target is None else float(target)
        if not 0 <= aim <= MOST:
            raise ValueError(target)
        return cls(Counting.BEST if counting is None else Counting(counting), aim)


USUAL = Rules()
"""How a course is graded where the learner has said nothing."""


# One assessment


def counting_attempt(standing: Standing, counting: Counting = Counting.BEST) -> Attempt | None:
    """Return the attempt that counts: the last one, or the last of the best; None before any."""
    if not standing.attempts:
        return None
    latest_first = standing.attempts[::-1]
    if counting is Counting.LAST:
        return latest_first[0]
    return max(latest_first, key=lambda each: each.score)


def counting_score(standing: Standing, counting: Counting = Counting.BEST) -> float | None:
    """Return the score that counts in percent, None before any attempt."""
    attempt = counting_attempt(standing, counting)
    return None if attempt is None else attempt.score


def pass_mark(standing: Standing) -> float:
    """Return the score in percent from which an assessment is passed."""
    return PASS_MARK if standing.pass_mark is None else standing.pass_mark


def weight(standing: Standing) -> float:
    """Return how much an assessment weighs in the course's grade."""
    return WEIGHT if standing.weight is None else standing.weight


def result(standing: Standing, counting: Counting = Counting.BEST) -> Result:
    """Return how an assessment with this standing ended."""
    score = counting_score(standing, counting)
    if score is None:
        return Result.OPEN
    return Result.PASSED if score >= pass_mark(standing) else Result.FAILED


# The course


class Outlook(StrEnum):
    """What can still come of a target."""

    SURE = "sure"
    NEEDS = "needs"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Needed:
    """What a target needs: `score` percent at least in each open assessment, where it NEEDS any.

    Of a target that is IMPOSSIBLE, `score` is the grade that can still be reached at best.
    """

    outlook: Outlook
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of a course so far, in percent; `score` is None before any.

    `taken` and `open` are how many assessments have a score, and how many wait for one.
    """

    score: float | None
    taken: int
    open: int
    needed: Needed


def graded(progress: Progress) -> Sequence[Item]:
    """Return the assessments that count in a course's grade.

    What is optional or skipped does not, nor what weighs nothing.
    """
    return [
        item
        for item in progress.outline.items
        if item.kind is Kind.ASSESSMENT
        and progress.tally(item.id).counted
        and weight(progress.standing(item.id)) > 0
    ]


def grade(progress: Progress, rules: Rules = USUAL) -> Grade | None:
    """Return the grade of a course, None where it has no assessments that count."""
    standings = [progress.standing(item.id) for item in graded(progress)]
    return grade_of(standings, rules) if standings else None


def grade_of(standings: Sequence[Standing], rules: Rules = USUAL) -> Grade:
    """Return the weighted mean of the scores that count, and what the rules' target needs.

    There has to be at least one standing, and each has to weigh something.
    It is reckoned in the decimals that are typed, not in binary fractions: 80 % is never missed
    by the sixteenth digit.
    """
    scores = [(counting_score(each, rules.counting), _exact(weight(each))) for each in standings]
    weighed = [(_exact(score), weight) for score, weight in scores if score is not None]
    points = sum((score * weight for score, weight in weighed), Fraction())
    taken = sum((weight for _, weight in weighed), Fraction())
    waiting = sum((weight for score, weight in scores if score is None), Fraction())
    return Grade(
        score=float(points / taken) if taken else None,
        taken=len(weighed),
        open=len(scores) - len(weighed),
        needed=_needed(points, taken, waiting, _exact(rules.target)),
    )


def _needed(points: Fraction, taken: Fraction, waiting: Fraction, target: Fraction) -> Needed:
    """Return the least score, to a tenth of a percent, that is needed in all that is open."""
    missing = target * (taken + waiting) - points
    if missing <= 0:
        return Needed(Outlook.SURE)
    if missing > 100 * waiting:
        return Needed(Outlook.IMPOSSIBLE, float((points + 100 * waiting) / (taken + waiting)))
    return Needed(Outlook.NEEDS, ceil(10 * missing / waiting) / 10)


def _exact(number: float) -> Fraction:
    """Return a number as its decimals say it."""
    return Fraction(str(number))


# What the learner types

_SCORE = re.compile(r"(\d+(?:[.,]\d*)?|[.,]\d+)\s*(?:%|/\s*(\d+(?:[.,]\d*)?|[.,]\d+))?")


def score_of(text: str) -> float | None:
    """Return the score in percent that a text says, None where it says nothing.

    ``85``, ``85.5 %``, ``85,5%`` and ``17/20`` can be read; what is above 100 counts as 100.
    Raises Problem where the text is no score.
    """
    typed = " ".join(text.split())
    if not typed:
        return None
    found = _SCORE.fullmatch(typed)
    if found is None or (found[2] and not _decimal(found[2])):
        sentence = QT_TRANSLATE_NOOP(
            "Problem", "“{text}” is not a score. Type it in percent, as in 85, or as in 17/20."
        )
        raise Problem(sentence, text=typed)
    points = _decimal(found[1])
    percent = 100 * points / _decimal(found[2]) if found[2] else points
    return float(min(round(percent, 2), Fraction(100)))


def _decimal(digits: str) -> Fraction:
    return Fraction(digits.replace(",", "."))
