"""A score passes from the pass mark on."""

from datetime import date

import pytest

from coursetracker.progress.grades import PASS_MARK, Result, result
from coursetracker.progress.standings import Attempt, Standing

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("score", "pass_mark", "expected"),
    [
        (None, None, Result.OPEN),
        (None, 50.0, Result.OPEN),
        (PASS_MARK, None, Result.PASSED),
        (79.9, None, Result.FAILED),
        (60.0, 60.0, Result.PASSED),
        (59.0, 60.0, Result.FAILED),
        (0.0, 0.0, Result.PASSED),
    ],
)
def test_a_score_is_held_against_the_pass_mark(
    score: float | None, pass_mark: float | None, expected: Result
) -> None:
    attempts = () if score is None else (Attempt(DAY, score),)
    assert result(Standing(attempts=attempts, pass_mark=pass_mark)) is expected
