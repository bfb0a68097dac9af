"""What was removed from a text and what was added, word by word."""

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course import differences
from coursetracker.course.differences import Piece, PieceKind, word_differences

WORDY = st.lists(
    st.sampled_from(["the", "oven", "is", "hot", "bread", " ", " ", "\n", ", ", "ñandú", "\u0301"])
).map("".join)
SIGNS = {PieceKind.SAME: "{}", PieceKind.REMOVED: "[-{}]", PieceKind.ADDED: "[+{}]"}


def told(old: str, new: str) -> str:
    pieces = word_differences(old, new)
    return "".join(SIGNS[piece.kind].format(piece.text) for piece in pieces)


def side(pieces: tuple[Piece, ...], left_out: PieceKind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind is not left_out)


@given(st.text() | WORDY, st.text() | WORDY)
def test_the_pieces_make_both_texts_again(old: str, new: str) -> None:
    pieces = word_differences(old, new)
    assert side(pieces, PieceKind.ADDED) == old
    assert side(pieces, PieceKind.REMOVED) == new


@given(WORDY, WORDY)
def test_no_piece_is_empty_and_none_follows_its_own_kind(old: str, new: str) -> None:
    pieces = word_differences(old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.kind is not other.kind for one, other in pairwise(pieces))


@given(st.text())
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert word_differences(text, text) == ((Piece(PieceKind.SAME, text),) if text else ())


def test_words_are_compared_not_letters() -> None:
    assert told("Bake it hot.", "Bake it hotter.") == "Bake it [-hot][+hotter]."


def test_a_word_put_in_and_a_word_left_out() -> None:
    assert told("Stir it well", "Stir it very well") == "Stir it [+very ]well"
    assert told("Stir it very well", "Stir it well") == "Stir it [-very ]well"


def test_a_phrase_put_in_place_of_another_is_told_whole() -> None:
    assert told("a sourdough starter now", "a yeasty liquid now") == (
        "a [-sourdough starter][+yeasty liquid] now"
    )
    assert (
        told("Warm water wakes the dry yeast quickly.", "Leave everything alone the night before.")
        == "[-Warm water wakes the dry yeast quickly][+Leave everything alone the night before]."
    )


def test_what_is_the_same_between_two_changes_stays() -> None:
    assert told("one slice of warm bread", "two slice of warm cake") == (
        "[-one][+two] slice of warm [-bread][+cake]"
    )


def test_texts_of_many_words_are_compared_by_lines() -> None:
    old = [f"Line {number} of the text.\n" for number in range(5_000)]
    new = [*old]
    new[0], new[2_500], new[-1] = "Begin.\n", "Another sentence.\n", "End.\n"
    started = time.perf_counter()
    pieces = word_differences("".join(old), "".join(new))
    assert time.perf_counter() - started < 5
    added = [piece.text for piece in pieces if piece.kind is PieceKind.ADDED]
    assert added == ["Begin.\n", "Another sentence.\n", "End.\n"]
    assert side(pieces, PieceKind.ADDED) == "".join(old)


def test_what_is_too_long_by_lines_too_is_told_whole() -> None:
    old = "same\n" + "a b\n" * 12_000 + "end\n"
    new = "same\n" + "c b\n" * 12_000 + "end\n"
    assert [piece.kind for piece in word_differences(old, new)] == [
        PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED, PieceKind.SAME,
    ]  # fmt: skip
    assert differences.MOST < 12_000**2
