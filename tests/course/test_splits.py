"""Lessons that were divided among several, or put together, are known by their text."""

from course.editions import cut
from coursetracker.course.matching import SURE, Pair, Reason, match
from coursetracker.course.splits import NEAR, merged_into, split_from

ARRAYS = "Arrays hold their values one after another in memory, so any is found at once by number."
CHAINS = "Chains point from each node to the next one and grow easily, walked from the start."
OTHER = "Hashing spreads the keys over a table by a number that each of them is turned into first."

WHOLE = f"""
# C
## Structures
### Sequences
{ARRAYS} {CHAINS}
### Hash tables
{OTHER}
"""
DIVIDED = f"""
# C
## Structures
### Sequences
{ARRAYS}
### Chains
{CHAINS}
### Hash tables
{OTHER}
"""
SEQUENCES, CHAINS_NOW = 2, 3  # indices of passages


def splits(old: str, new: str) -> dict[int, int]:
    ours, theirs = cut(old), cut(new)
    return split_from(ours, theirs, match(ours, theirs))


def merges(old: str, new: str) -> dict[int, int]:
    ours, theirs = cut(old), cut(new)
    return merged_into(ours, theirs, match(ours, theirs))


def test_a_new_lesson_with_a_part_of_anothers_text_comes_from_it() -> None:
    assert splits(WHOLE, DIVIDED) == {CHAINS_NOW: SEQUENCES}
    assert merges(WHOLE, DIVIDED) == {}


def test_a_lesson_whose_text_went_into_another_was_merged() -> None:
    assert merges(DIVIDED, WHOLE) == {CHAINS_NOW: SEQUENCES}
    assert splits(DIVIDED, WHOLE) == {}


def test_the_part_that_went_first_is_found_too() -> None:
    new = DIVIDED.replace("### Sequences", "### X").replace("### Chains", "### Sequences")
    new = new.replace("### X", "### Nodes")
    assert splits(WHOLE, new) == {SEQUENCES: SEQUENCES}


def test_a_text_may_be_changed_a_little_where_it_went() -> None:
    assert splits(WHOLE, DIVIDED.replace("grow easily", "grow with ease")) == {3: 2}


def test_nothing_was_split_where_the_text_still_stands_whole() -> None:
    copied = DIVIDED.replace(ARRAYS, f"{ARRAYS} {CHAINS}")
    assert splits(WHOLE, copied) == {}


def test_a_new_lesson_with_a_text_of_its_own_comes_from_none() -> None:
    words = "Quite another text that is about nothing which was in the old one before, not a bit."
    assert splits(WHOLE, DIVIDED.replace(CHAINS, words)) == {}


def test_short_texts_are_within_others_by_chance() -> None:
    assert splits(WHOLE, DIVIDED.replace(CHAINS, "Chains point from each node.")) == {}


def test_only_what_stands_near_is_looked_at() -> None:
    sections = "".join(f"### More {number}\nSee {number}.\n" for number in range(NEAR))
    part = f"### Chains\n{CHAINS}\n"
    new = DIVIDED.replace(part, "") + sections + part
    assert splits(WHOLE + sections, new) == {}


def test_what_is_only_proposed_is_no_ground_for_a_split() -> None:
    ours, theirs = cut(WHOLE), cut(DIVIDED)
    unsure = [Pair(SEQUENCES, SEQUENCES, Reason.TITLE, SURE / 2)]
    assert split_from(ours, theirs, unsure) == {}
