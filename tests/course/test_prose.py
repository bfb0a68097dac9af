"""What a course says is told as plain words, item by item."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.outline import Item, Kind, Outline
from coursetracker.course.prose import own_texts, plain
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Bold** and _thin_ `code` ~~gone~~", "Bold and thin code gone"),
        ("[a link](https://example.org/a_(b)) here", "a link here"),
        ("![a picture](pic.png)", "a picture"),
        ("[![badge](b.svg)](https://example.org)", "badge"),
        ("See https://example.org/x and <https://example.org>.", "See and ."),
        ("> quoted\n> - [ ] a task", "quoted a task"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a b 1 2"),
        ("```python\nprint(x)\n```", "print(x)"),
        ("a <!-- never\nshown --> b", "a b"),
        ("<details><summary>More</summary>", "More"),
        (r"1\. not a list, snake_case and \*stars\*", "1. not a list, snake_case and *stars*"),
        ("Fish &amp; chips", "Fish & chips"),
        ("$x_i^2$", "$x_i^2$"),
        ("## A heading\n\nText", "A heading Text"),
        ("[ref]: https://example.org 'a title'\nText", "Text"),
    ],
)
def test_marks_are_left_out(markdown: str, words: str) -> None:
    assert plain(markdown) == words


TEXT = """\
---
title: hidden
---
# Bread

How it begins.

## Dough

Flour and water.

### Mixing

Stir *well*.

## Oven

Hot.
"""


def test_each_item_has_the_words_that_are_its_own() -> None:
    outline = read_outline(parse(TEXT), "name")
    titles = {item.id: item.title for item in outline.items}
    texts = {titles.get(number or 0, ""): words for number, words in own_texts(outline, TEXT)}
    assert texts["Mixing"] == "Stir well."
    assert texts["Dough"] == "Flour and water."
    assert texts["Oven"] == "Hot."
    assert "hidden" not in " ".join(texts.values())
    assert "How it begins." in " ".join(texts.values())


@given(st.text(alphabet=st.sampled_from("a#*_-`[]()<>!|&\\\n\t ~$:/.1é")))
def test_any_text_gives_one_line(text: str) -> None:
    assert "\n" not in plain(text)
    outline = Outline("", (Item(1, None, Kind.LESSON, "a", 1, 3),))
    assert {number for number, _ in own_texts(outline, text)} == {None, 1}


@pytest.mark.parametrize(
    "piece",
    ["<!--", "[a](", "_", "[[[[", "<a", "> ", "[]", "`", "[x]((", "http:", "&", "- ", "![", "\\"],
)
def test_hostile_texts_take_no_longer(piece: str) -> None:
    start = time.process_time()
    plain(piece * 100_000)
    assert time.process_time() - start < 30
