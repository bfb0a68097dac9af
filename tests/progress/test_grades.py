"""Scores: which attempt counts, what passes, the course's grade, and what is still needed."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline, State
from coursetracker.problems import Problem
from coursetracker.progress.grades import (
    PASS_MARK,
    Counting,
    Needed,
    Outlook,
    Result,
    Rules,
    counting_attempt,
    counting_score,
    grade,
    grade_of,
    result,
    score_of,
)
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Attempt, Standing

DAY = date(2026, 3, 1)


def tried(*scores: float) -> tuple[Attempt, ...]:
    return tuple(Attempt(DAY + timedelta(days=n), score) for n, score in enumerate(scores))


# One assessment


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
    attempts = () if score is None else tried(score)
    assert result(Standing(attempts=attempts, pass_mark=pass_mark)) is expected


def test_the_best_or_the_last_attempt_counts() -> None:
    standing = Standing(attempts=tried(50, 90, 90, 70))
    assert counting_attempt(standing) == Attempt(DAY + timedelta(days=2), 90)
    assert counting_score(standing, Counting.LAST) == 70
    assert result(standing) is Result.PASSED
    assert result(standing, Counting.LAST) is Result.FAILED
    assert counting_attempt(Standing()) is None


# The course


def test_the_grade_is_the_mean_by_weight() -> None:
    standings = [
        Standing(attempts=tried(60, 100)),
        Standing(attempts=tried(70), weight=3.0),
        Standing(weight=0.5),
    ]
    graded = grade_of(standings)
    assert (graded.score, graded.taken, graded.open) == (77.5, 2, 1)
    assert grade_of(standings, Rules(Counting.BEST, 70)).needed == Needed(Outlook.NEEDS, 10.0)
    assert graded.needed == Needed(Outlook.NEEDS, 100.0)
    assert grade_of(standings, Rules(Counting.LAST, 81)).needed.outlook is Outlook.IMPOSSIBLE


@pytest.mark.parametrize(
    ("scores", "waiting", "target", "needed"),
    [
        ([], 3, 80, Needed(Outlook.NEEDS, 80.0)),
        ([90], 1, 80, Needed(Outlook.NEEDS, 70.0)),
        ([90, 85], 1, 80, Needed(Outlook.NEEDS, 65.0)),
        ([70], 2, 80, Needed(Outlook.NEEDS, 85.0)),
        ([100], 2, 80, Needed(Outlook.NEEDS, 70.0)),
        ([0], 1, 80, Needed(Outlook.IMPOSSIBLE, 50.0)),
        ([60], 1, 80, Needed(Outlook.NEEDS, 100.0)),
        ([100, 100], 1, 60, Needed(Outlook.SURE)),
        ([80], 0, 80, Needed(Outlook.SURE)),
        ([79.9], 0, 80, Needed(Outlook.IMPOSSIBLE, 79.9)),
        ([], 1, 0, Needed(Outlook.SURE)),
        ([80.1, 79.9], 0, 80, Needed(Outlook.SURE)),
        ([100, 33.3], 1, 66.6, Needed(Outlook.NEEDS, 66.5)),
    ],
)
def test_what_a_target_needs(
    scores: list[float], waiting: int, target: float, needed: Needed
) -> None:
    standings = [*(Standing(attempts=tried(each)) for each in scores), *[Standing()] * waiting]
    assert grade_of(standings, Rules(target=target)).needed == needed


percent = st.integers(0, 1000).map(lambda tenths: tenths / 10)
weights = st.none() | st.sampled_from([0.1, 0.5, 1.0, 2.0, 3.3])
assessments = st.lists(
    st.builds(
        lambda scores, weighs: Standing(attempts=tried(*scores), weight=weighs),
        st.lists(percent, max_size=3),
        weights,
    ),
    min_size=1,
    max_size=6,
)


def finished(standings: Sequence[Standing], score: float) -> list[Standing]:
    """Return the assessments with this score in all that are open."""
    return [
        each if each.attempts else Standing(attempts=tried(score), weight=each.weight)
        for each in standings
    ]


@given(assessments, percent, st.sampled_from(Counting))
def test_what_is_needed_is_enough_and_not_more_than_that(
    standings: list[Standing], target: float, counting: Counting
) -> None:
    rules = Rules(counting, target)
    needed = grade_of(standings, rules).needed

    def reaches(score: float) -> bool:
        return grade_of(finished(standings, score), rules).needed.outlook is Outlook.SURE

    if needed.outlook is Outlook.SURE:
        assert reaches(0)
    elif needed.outlook is Outlook.IMPOSSIBLE:
        assert not reaches(100)
        assert grade_of(finished(standings, 100), rules).score == needed.score
    else:
        assert needed.score is not None
        assert reaches(needed.score)
        assert not reaches(round(needed.score - 0.1, 1))


@given(assessments, st.sampled_from(Counting))
def test_a_grade_lies_between_the_scores_that_count(
    standings: list[Standing], counting: Counting
) -> None:
    graded = grade_of(standings, Rules(counting))
    scores = [each.attempts[-1].score for each in standings if each.attempts]
    if counting is Counting.BEST:
        scores = [max(a.score for a in each.attempts) for each in standings if each.attempts]
    assert (graded.score is None) == (not scores)
    assert (graded.taken, graded.open) == (len(scores), len(standings) - len(scores))
    if graded.score is not None:
        assert min(scores) <= graded.score <= max(scores)


def test_what_counts_in_no_percentage_counts_in_no_grade() -> None:
    outline = Outline(
        "Course",
        (
            Item(1, None, Kind.LESSON, "Lesson", 1, 2),
            *(Item(n, None, Kind.ASSESSMENT, f"Exam {n}", n, n + 1) for n in range(2, 6)),
        ),
    )
    standings = {
        1: Standing(attempts=tried(1)),
        2: Standing(attempts=tried(90)),
        3: Standing(attempts=tried(20), optional=True),
        4: Standing(State.SKIPPED, attempts=tried(30)),
        5: Standing(attempts=tried(40), weight=0.0),
    }
    graded = grade(Progress.of(outline, standings))
    assert graded is not None
    assert (graded.score, graded.taken, graded.open) == (90.0, 1, 0)
    assert grade(Progress.of(Outline("None", outline.items[:1]), {})) is None


@pytest.mark.parametrize(
    ("counting", "target", "rules"),
    [
        (None, None, Rules(Counting.BEST, PASS_MARK)),
        ("last", "66.5", Rules(Counting.LAST, 66.5)),
        ("best", "0", Rules(Counting.BEST, 0)),
    ],
)
def test_rules_are_read_as_they_were_kept(
    counting: str | None, target: str | None, rules: Rules
) -> None:
    assert Rules.of(counting, target) == rules


@pytest.mark.parametrize(
    ("counting", "target", "told"),
    [("first", None, "first"), (None, "101", "101"), (None, "nan", "nan"), (None, "", "float")],
)
def test_rules_that_mean_nothing_are_refused(
    counting: str | None, target: str | None, told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        Rules.of(counting, target)


# What the learner types


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("", None),
        ("  ", None),
        ("85", 85),
        ("85.5 %", 85.5),
        ("85,5%", 85.5),
        (",5", 0.5),
        ("17/20", 85),
        ("17 / 20", 85),
        ("1/3", 33.33),
        ("12,5/20", 62.5),
        ("130", 100),
        ("25/20", 100),
        ("100\N{NO-BREAK SPACE}%", 100),
    ],
)
def test_a_score_is_read_as_learners_type_it(text: str, score: float | None) -> None:
    assert score_of(text) == score


@pytest.mark.parametrize("text", ["good", "-5", "8/0", "1/2/3", "85 points", "1e3", "²", "%"])
def test_what_is_no_score_is_told(text: str) -> None:
    with pytest.raises(Problem, match="is not a score"):
        score_of(text)


@given(st.integers(0, 100), st.integers(1, 100))
def test_points_of_points_are_percent(points: int, of: int) -> None:
    score = score_of(f"{points}/{of}")
    assert score is not None
    exact = min(Fraction(100 * points, of), Fraction(100))
    assert abs(Fraction(str(score)) - exact) <= Fraction(1, 200)
