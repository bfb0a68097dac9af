"""The pairs that are made are one to one, and no others are worth more."""

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course import assignment
from coursetracker.course.assignment import LARGEST, Weights, best_assignment

PLACES = st.integers(0, 4)
PAIRS = st.tuples(PLACES, PLACES)
TIED = st.integers(-2, 3).map(float)
WEIGHTS = st.dictionaries(PAIRS, TIED | st.floats(-5, 10), max_size=25)


def worth(weights: Weights, chosen: dict[int, int]) -> float:
    return sum(weights[pair] for pair in chosen.items())


def most(weights: Weights) -> float:
    """Return the largest sum there is, by trying every assignment."""
    lefts = sorted({left for left, _ in weights})
    rights = [*sorted({right for _, right in weights}), *[None] * len(lefts)]
    return max(
        sum(
            max(0.0, weights.get((left, right), 0.0))
            for left, right in zip(lefts, seats, strict=True)
            if right is not None
        )
        for seats in permutations(rights, len(lefts))
    )


def square(size: int) -> dict[tuple[int, int], float]:
    """Return random weights of everything with everything; the best one each is the same."""
    draw = random.Random(size)
    weights = {(left, right): draw.random() for left in range(size) for right in range(size)}
    return weights | {(left, 0): 2 + draw.random() for left in range(size)}


@given(st.dictionaries(st.tuples(st.integers(0, 3), PLACES), TIED | st.floats(-5, 10)))
def test_no_other_assignment_is_worth_more(weights: Weights) -> None:
    assert worth(weights, best_assignment(weights)) == pytest.approx(most(weights))


@given(WEIGHTS)
def test_it_is_always_one_to_one_and_of_pairs_worth_something(weights: Weights) -> None:
    chosen = best_assignment(weights)
    assert len(set(chosen.values())) == len(chosen)
    assert all(weights[pair] > 0 for pair in chosen.items())


@given(WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_of_the_weights_does_not_change_what_it_is_worth(
    weights: dict[tuple[int, int], float], draw: random.Random
) -> None:
    shuffled = list(weights.items())
    draw.shuffle(shuffled)
    chosen, other = best_assignment(weights), best_assignment(dict(shuffled))
    assert worth(weights, chosen) == pytest.approx(worth(weights, other))


def test_nothing_is_assigned_to_nothing() -> None:
    assert best_assignment({}) == {}


def test_one_pair_is_assigned_where_it_is_worth_something() -> None:
    assert best_assignment({(3, 7): 0.1}) == {3: 7}
    assert best_assignment({(3, 7): 0.0}) == {}
    assert best_assignment({(3, 7): -1.0}) == {}


def test_the_best_pair_gives_way_where_two_others_are_worth_more() -> None:
    weights = {(1, 1): 5.0, (1, 2): 4.0, (2, 1): 4.0}
    assert best_assignment(weights) == {1: 2, 2: 1}


def test_who_has_a_bad_pair_only_stays_alone() -> None:
    weights = {(1, 1): 5.0, (2, 1): 4.0, (2, 2): -1.0}
    assert best_assignment(weights) == {1: 1}


def test_groups_that_nothing_joins_are_solved_on_their_own() -> None:
    weights = {(1, 1): 5.0, (1, 2): 4.0, (2, 1): 4.0}
    far = {(left + 10, right + 10): weight for (left, right), weight in weights.items()}
    assert best_assignment(weights | far) == {1: 2, 2: 1, 11: 12, 12: 11}


def test_a_group_of_the_largest_size_is_still_solved_as_a_whole() -> None:
    chain = {(each, each): 3.0 for each in range(LARGEST)}
    chain |= {(each, each + 1): 4.0 for each in range(LARGEST - 1)}
    assert worth(chain, best_assignment(chain)) == pytest.approx(4 * (LARGEST - 1))


def test_a_larger_group_is_dealt_with_best_pair_first(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {(1, 1): 5.0, (1, 2): 4.0, (2, 1): 4.0, (3, 2): 1.0}
    monkeypatch.setattr(assignment, "LARGEST", 2)
    assert best_assignment(weights) == {1: 1, 3: 2}


def test_a_larger_group_is_one_to_one_too() -> None:
    weights = square(LARGEST + 1)
    chosen = best_assignment(weights)
    assert sorted(chosen) == sorted(chosen.values()) == list(range(LARGEST + 1))
