"""What a score means: passed, failed, or still open."""

from enum import StrEnum

from coursetracker.progress.standings import Standing

PASS_MARK = 80.0
"""The score in percent that passes where the learner has set no other."""


class Result(StrEnum):
    """How an assessment ended."""

    OPEN = "open"
    PASSED = "passed"
    FAILED = "failed"


def result(standing: Standing) -> Result:
    """Return how an assessment with this standing ended."""
    if standing.score is None:
        return Result.OPEN
    mark = PASS_MARK if standing.pass_mark is None else standing.pass_mark
    return Result.PASSED if standing.score >= mark else Result.FAILED
