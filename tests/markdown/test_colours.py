"""Code colours are readable on their ground."""

from html import unescape
from re import sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.markdown.colours import ENOUGH, LONGEST, coloured, contrast, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("ground", ["#f1f3f6", "#1f242c"])
@given(colour=COLOURS)
def test_every_colour_becomes_readable(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= ENOUGH


@pytest.mark.parametrize(("ground", "dark"), [("#f1f3f6", False), ("#1f242c", True)])
def test_every_colour_of_a_style_is_readable(ground: str, dark: bool) -> None:
    html = coloured("class A:  # note\n    x = f'{1}' + \"\"\n", "python", ground, dark=dark)
    found = {part[:7] for part in html.split("color:")[1:]}
    assert found
    assert all(contrast(colour, ground) >= ENOUGH for colour in found)


def test_unknown_languages_and_huge_code_stay_plain() -> None:
    assert coloured("a < b", "no-such-language", "#ffffff", dark=False) == "a &lt; b"
    assert coloured("a < b", "", "#ffffff", dark=False) == "a &lt; b"
    assert "<span" not in coloured("x = 1\n" * LONGEST, "python", "#ffffff", dark=False)


def test_the_code_itself_is_unchanged() -> None:
    code = "\n\n  def f(x):\n\treturn x < 1 & 2\n\n"
    html = coloured(code, "python", "#ffffff", dark=False)
    assert unescape(sub(r"</?span[^>]*>", "", html)) == code


def test_no_line_of_code_is_lost_to_a_lexer() -> None:
    for language in ("console", "pycon", "bash-session", "python", "http", "diff", "json"):
        for code in ("$ cd x\n$ git graph", "a\n\n  b", "x"):
            html = coloured(code, language, "#ffffff", dark=False)
            assert unescape(sub("<[^>]*>", "", html)) == code
