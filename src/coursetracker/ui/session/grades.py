"""Attempts, pass marks and weights of assessments, and how the open course is graded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coursetracker.progress.grades import (
    COUNTING,
    TARGET,
    Grade,
    Rules,
    counting_attempt,
    counting_score,
    grade,
)
from coursetracker.progress.standings import (
    Attempt,
    Change,
    EventKind,
    Standing,
    attempts_change,
)

if TYPE_CHECKING:
    from coursetracker.ui.session.session import Session


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the learner says of one assessment; None where that is the usual."""

    attempts: Sequence[Attempt]
    pass_mark: float | None
    weight: float | None


class Grades:
    """What the learner reached in the open course; all that is changed is one step to undo."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def rules(self) -> Rules:
        """Return how the open course is graded."""
        session = self._session
        if session.course is None:
            return Rules()
        return Rules.of(session.setting(COUNTING), session.setting(TARGET))

    def grade(self, rules: Rules) -> Grade | None:
        """Return the grade of the open course; None where it has no assessments that count."""
        progress = self._session.progress
        return None if progress is None else grade(progress, rules)

    def set_score(self, item_id: int, score: float | None, words: str) -> None:
        """Have an attempt of today with this score in percent; None forgets the one that counts."""
        standing, today = self._standing(item_id), self._session.today()
        counting = self.rules().counting
        if score == counting_score(standing, counting):
            return
        if score is None:
            away = counting_attempt(standing, counting)
            attempts = [each for each in standing.attempts if each is not away]
        else:
            attempts = [*_before(standing.attempts, today), Attempt(today, score)]
        change = attempts_change(item_id, standing.attempts, attempts)
        self._session.act([change] if change else [], words)

    def mark(self, item_id: int, marking: Assessment, rules: Rules, words: str) -> None:
        """Have an assessment, and how its course is graded, as the learner says."""
        now = self._standing(item_id)
        attempts = attempts_change(item_id, now.attempts, marking.attempts)
        changes = [attempts] if attempts else []
        if marking.pass_mark != now.pass_mark:
            changes.append(_value(item_id, EventKind.PASS_MARK, marking.pass_mark))
        if marking.weight != now.weight:
            changes.append(_value(item_id, EventKind.WEIGHT, marking.weight))
        before = self.rules()
        wanted: dict[str, str | None] = {}
        if rules.counting is not before.counting:
            wanted[COUNTING] = rules.counting.value
        if rules.target != before.target:
            wanted[TARGET] = str(rules.target)
        self._session.act(changes, words, wanted)

    def _standing(self, item_id: int) -> Standing:
        progress = self._session.progress
        assert progress is not None  # noqa: S101
        return progress.standing(item_id)


def _before(attempts: Sequence[Attempt], today: date) -> Sequence[Attempt]:
    """Return attempts without the last one where that is of today."""
    return attempts[:-1] if attempts and attempts[-1].on == today else attempts


def _value(item_id: int, kind: EventKind, value: object) -> Change:
    return Change(item_id, kind, {kind.value: value})
