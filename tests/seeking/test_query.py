"""Whatever is typed is read as words and phrases, and never refused."""

import re
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.seeking.folding import fold
from coursetracker.seeking.query import LONGEST, MOST, Term, read_query, words_of


def told(typed: str) -> list[str]:
    """Return terms as they could be typed; an asterisk stands after what may go on."""
    return [" ".join(term.words) + "*" * term.is_begun for term in read_query(typed)]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("  \t", []),
        ('"', []),
        ("-*:^()", []),
        ("pan", ["pan*"]),
        ("Pan ", ["pan"]),
        ("pan de Maíz", ["pan", "de", "maiz*"]),
        ("año", ["año*"]),
        ('"masa madre" hor', ["masa madre", "hor*"]),
        ('"masa ma', ["masa ma*"]),
        ('"masa madre"', ["masa madre"]),
        ("«masa madre»", ["masa madre"]),
        ("“masa madre” pan", ["masa madre", "pan*"]),
        ("NEAR AND OR NOT", ["near", "and", "or", "not*"]),
        ("e-mail", ["e mail*"]),
        ("title:pan", ["title pan*"]),
        ("C++ c#", ["c++", "c#*"]),
        ("c+", ["c*"]),
        ("snake_case", ["snake case*"]),
        ("机器学习", ["机 器 学 习*"]),
        ("pan\0de", ["pan", "de*"]),
        ("\ud800 pan", ["pan*"]),
    ],
)
def test_what_is_typed_is_read_as_terms(typed: str, terms: list[str]) -> None:
    assert told(typed) == terms


def test_no_more_is_read_than_anybody_types() -> None:
    assert len(read_query("a b c d " * 100)) == MOST
    (term,) = read_query("a" * 10_000)
    assert len(term.words[0]) == LONGEST


@given(st.text())
def test_terms_are_words_that_the_text_has(typed: str) -> None:
    words = words_of(fold(typed.replace('"', " ")))
    for term in read_query(typed):
        assert term.words
        assert set(term.words) <= {*words, *words_of(fold(typed[:LONGEST]))} or len(typed) > LONGEST


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_a_word_is_never_cut_by_sqlite(text: str) -> None:
    """FTS5 has its own mind of what a word is; what we hand it is one to it too."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(
            "CREATE VIRTUAL TABLE t USING fts5(a, tokenize = 'unicode61 remove_diacritics 0')"
        )
        db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
        words = [word for word in words_of(fold(text)) if not set("+#") & set(word)]
        db.execute("INSERT INTO t VALUES (?)", (" ".join(words),))
        (count,) = db.execute("SELECT count(*) FROM v").fetchone()
        assert count == len(words)


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        (Term(("pan",)), "un pan", "pan"),
        (Term(("pan",)), "empanada panes", None),
        (Term(("pan",), is_begun=True), "empanada panes", "pan"),
        (Term(("masa", "madre")), "la masa, madre!", "masa, madre"),
        (Term(("masa", "madre")), "masamadre", None),
        (Term(("c++",)), "in c++, c", "c++"),
        (Term(("c",)), "in c++", "c"),
        (Term(("机", "器")), "学机器习", "机器"),
    ],
)
def test_a_term_is_found_in_a_text_as_in_the_index(
    term: Term, text: str, found: str | None
) -> None:
    match = re.search(term.pattern, text)
    assert (match.group() if match else None) == found
