import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.export.cleaning import MOST, clean, clusters, shortened

ANY_TEXT = st.text(st.characters(), max_size=60)  # lone surrogates among them


@given(ANY_TEXT)
def test_a_cleaned_text_is_one_encodable_line(text: str) -> None:
    cleaned = clean(text)

    cleaned.encode()
    assert cleaned == " ".join(cleaned.split())
    assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cs", "Co", "Zl", "Zp"}


@given(ANY_TEXT)
def test_cleaning_a_cleaned_text_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_clusters_hold_the_whole_text_in_order(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    "title",
    [
        '#import "x": *',
        "]] $ \\ <b> & {placeholder}",
        "Introducción: ¿qué es?",
        "नमस्ते दुनिया",
        "👩‍💻 🇵🇪 👍🏽",
        "مقدمة في تعلم الآلة",
    ],
)
def test_an_ordinary_title_stays_as_it_is(title: str) -> None:
    assert clean(title) == title


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\ud800b", "a\ufffdb"),
        ("a\ue000b\U0010fffeé", "a\ufffdb\ufffdé"),
        ("a\ufdd0é", "a\ufffdé"),
        ("a\x00b\x1fc\x85d", "a b c d"),
        ("  two\n\t lines \u2028 ", "two lines"),
        ("safe\u202egnp.exe\u202c \u2066x\u2069", "safegnp.exe x"),
        ("\ufeffstart", "start"),
        ("e\u0301", "é"),
        ("\u202e \x00", ""),
    ],
)
def test_what_cannot_be_printed_is_replaced_or_gone(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_piles_of_accents_are_cut_to_three() -> None:
    cleaned = clean("Z" + "\u0337\u0301\u0316\u0323\u0310" * 8 + "algo")

    assert len(cleaned) <= len("Zxxxalgo")
    assert unicodedata.normalize("NFD", cleaned)[0] == "Z"
    assert cleaned.endswith("algo")


def test_a_long_text_ends_in_an_ellipsis_between_whole_characters() -> None:
    cleaned = clean("👩‍💻 " * MOST)

    assert len(list(clusters(cleaned))) <= MOST
    assert cleaned.endswith("👩‍💻…")


def test_a_long_run_may_break_and_a_short_one_may_not() -> None:
    assert clean("a" * 29) == "a" * 29
    assert clean("a" * 31) == "\u200b".join(["aaaaaa"] * 5 + ["a"])
    assert clean("x" + "e\u0323\u0302" * 31).count("\u200b") == 5


@pytest.mark.parametrize("run", ["深度学习" * 20, "สวัสดี" * 20])
def test_scripts_without_spaces_break_by_themselves(run: str) -> None:
    assert clean(run) == run


def test_shortening_counts_what_a_reader_counts() -> None:
    assert shortened("🇵🇪🇪🇸🇫🇷", 3) == "🇵🇪🇪🇸🇫🇷"
    assert shortened("🇵🇪🇪🇸🇫🇷🇩🇪", 3) == "🇵🇪🇪🇸…"
    assert shortened("plain words", 7) == "plain…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab", ["a", "b"]),
        ("👨‍👩‍👧x", ["👨‍👩‍👧", "x"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿.", ["🏴󠁧󠁢󠁳󠁣󠁴󠁿", "."]),
        ("क्षि", ["क्षि"]),
        ("각", ["각"]),
        ("🇵🇪🇪", ["🇵🇪", "🇪"]),
    ],
)
def test_what_belongs_together_is_one_cluster(text: str, expected: list[str]) -> None:
    assert list(clusters(text)) == expected
