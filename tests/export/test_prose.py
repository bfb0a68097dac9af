"""Markdown as plain values, whatever it is."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.export.appendix import Noted, appendix, noted
from coursetracker.export.cleaning import clean_code, clean_prose
from coursetracker.export.prose import DEEPEST, MOST_FORMULAS, Block, Prose
from coursetracker.export.typesetting import _printable
from coursetracker.markdown.mathematics import Formula
from coursetracker.progress.standings import Standing
from export.courses import lost, ml_course


def draw(formula: Formula) -> tuple[str, float, float, float] | None:
    """Draw every formula but one as a square."""
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    return None if "bad" in formula.latex else (square, 1.0, 0.8, 0.2)


def blocks(text: str) -> tuple[Block, ...]:
    return Prose(draw).blocks(text)


def said(text: str) -> list[tuple[str, str]]:
    """Return the runs of a text's only block: how each looks, and what it says."""
    (block,) = blocks(text)
    return [
        (
            run.kind[0]
            + "b" * run.bold
            + "i" * run.italic
            + "s" * run.struck
            + (f" {run.link}" if run.link else ""),
            str(run.text),
        )
        for run in block.runs
    ]


def test_inline_elements_become_runs_that_nest_in_nothing() -> None:
    assert said("a **b *c* `d`** ~~e~~") == [
        ("t", "a "), ("tb", "b "), ("tbi", "c"), ("tb", " "), ("cb", "d"), ("t", " "), ("ts", "e"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("[a](https://x.org/ñ)", [("t https://x.org/%C3%B1", "a")]),
        ("[a](javascript:alert)", [("t", "a")]),
        ("[a](lesson.md)", [("t", "a")]),
        ("![alt *x*](p.png)", [("ti", "alt x")]),
        ("a  \n b", [("t", "a"), ("b", ""), ("t", "b")]),
        ("a <b>c</b>", [("t", "a "), ("t", "c")]),
        ("$x^2$ and $bad$", [("f", "x^2"), ("t", " and "), ("c", "$bad$")]),
    ],
)
def test_what_cannot_be_printed_is_told(text: str, runs: list[tuple[str, str]]) -> None:
    assert said(text) == runs


def test_blocks_keep_their_shape() -> None:
    text = "> q\n\n3. a\n4. b\n\n- [x] t\n\n---\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n```\n  x\n```"
    quote, numbers, tasks, rule, table, code = blocks(text)

    assert (quote.kind, quote.blocks[0].runs[0].text) == ("quote", "q")
    assert (numbers.kind, numbers.level, len(numbers.items)) == ("numbers", 3, 2)
    assert [run.text for run in tasks.items[0][0].runs] == ["☑ ", "t"]
    assert rule.kind == "rule"
    assert (table.align, len(table.rows)) == (("center", "right"), 2)
    assert (code.kind, code.text) == ("code", "  x")


def test_headings_skip_no_level_and_say_something() -> None:
    levels = [block.level for block in blocks("### a\n\n# b\n\n#\n\n###### c\n\n###### d")]

    assert levels == [3, 3, 4, 5]


def test_raw_html_is_what_is_seen_of_it() -> None:
    (block,) = blocks("<div>one <b>two</b> &amp; <script>alert(1)</script></div>")

    assert block.runs[0].text.split() == ["one", "two", "&"]


def test_footnotes_come_last_after_a_rule() -> None:
    text, rule, notes = blocks("a[^x]\n\n[^x]: *b*")

    assert [run.text for run in text.runs] == ["a", "[1]"]
    assert (rule.kind, notes.kind, notes.items[0][0].runs[0].text) == ("rule", "numbers", "b")


def depth(block: Block) -> int:
    below = [*block.blocks, *(each for item in block.items for each in item)]
    return 1 + max(map(depth, below), default=0)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_deep_nesting_is_cut_and_nothing_is_lost(mark: str) -> None:
    (block,) = blocks(mark * 200 + "deep")

    assert depth(block) <= DEEPEST + 1
    assert "deep" in json.dumps(_printable(block, ()))


def test_very_many_formulas_stay_as_their_source() -> None:
    (block,) = blocks("$x$ " * (MOST_FORMULAS + 3))

    assert sum(run.kind == "formula" for run in block.runs) == MOST_FORMULAS


def test_texts_are_made_fit_as_titles_are() -> None:
    assert clean_prose(" a\x00\u202eb\n c ") == " a b c "
    assert clean_prose("A" * 400).replace("\u200b", "") == "A" * 400
    assert clean_code("\tx = 1\n\n  y\x07\u202e") == "    x = 1\n\n  y "
    assert clean_prose("\ue000") == "\ufffd"


@settings(max_examples=100, deadline=None)
@given(st.text("ab *_`[]()#>-|$\\<&\n1.~!\u202e\x00ñ漢", max_size=80))
def test_any_text_becomes_values_that_json_can_hold(text: str) -> None:
    made = appendix([Noted("t", (), text)], draw)

    json.dumps(_printable(made, ())).encode()


def test_notes_are_in_reading_order_and_lost_ones_last() -> None:
    outline = ml_course()
    first, second = list(outline.leaves())[:2]
    gone = lost("Old tools", Standing(), has_note=True)
    found = noted(outline, {second.id: "2", first.id: "1", gone.item.id: "3"}, [gone])

    assert [(each.title, each.text) for each in found] == [
        (first.title, "1"), (second.title, "2"), ("Old tools", "3"),
    ]  # fmt: skip
    assert found[0].above == ("Overview of the ML lifecycle and deployment", "The Lifecycle")
    assert [each.text for each in noted(outline, {first.id: "1", gone.item.id: "3"})] == ["1"]
