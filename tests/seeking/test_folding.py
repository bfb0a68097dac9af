"""Texts are compared without case and accents, but ñ stays a letter."""

from sys import maxunicode
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.seeking.folding import NO_MARKS_FROM, fold, fold_with_places


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Canción", "cancion"),
        ("ÁRBOL", "arbol"),
        ("Niño", "niño"),
        ("NIN\N{COMBINING TILDE}O", "niño"),
        ("São", "sao"),
        ("Straße", "strasse"),
        ("Œuvre, Łódź, Ærø", "oeuvre, lodz, aero"),
        ("a\N{NO-BREAK SPACE}b\tc", "a b c"),
    ],
)
def test_case_and_accents_are_left_out(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_an_enye_is_no_n() -> None:
    assert fold("año") != fold("ano")


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_however_a_character_is_composed_it_is_the_same(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text))


@given(st.text())
def test_places_are_those_of_the_folded_text(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(text)
    for place, letter in zip(places, folded, strict=False):
        assert fold(text[place : place + 2]).startswith(letter) or letter in fold(text[place])


def test_no_mark_is_left_out_of_sight() -> None:
    assert not any(combining(chr(c)) for c in range(NO_MARKS_FROM, maxunicode + 1))
