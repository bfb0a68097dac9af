"""GitHub's alerts."""

import pytest

from coursetracker.markdown import parse, to_html
from coursetracker.markdown.alerts import SIGNS
from coursetracker.markdown.colours import contrast
from pages import LOOK, body

AA = 4.5
"""The least contrast that WCAG 2 asks for at this level."""


@pytest.mark.parametrize("kind", SIGNS)
def test_an_alert_has_a_bar_a_sign_and_a_title(kind: str) -> None:
    html = body(f"> [!{kind.upper()}]\n> Read *this*.")
    sign = SIGNS[kind]
    assert f'<td width="4" bgcolor="{sign.light}"></td>' in html
    assert f"<b>{sign.sign}&nbsp; {LOOK.words.of(kind)}</b>" in html
    assert '<p><a name="L2"></a>Read <em>this</em>.</p>' in html
    assert "[!" not in html


def test_their_colours_are_readable_on_both_grounds() -> None:
    for sign in SIGNS.values():
        assert contrast(sign.light, "#ffffff") >= AA
        assert contrast(sign.dark, "#14171c") >= AA


def test_small_letters_trailing_blanks_and_a_gap_are_all_the_same() -> None:
    for text in ("> [!note]  \n> text", "> [!Note]\n>\n> text", ">[!NOTE]\n>- text"):
        html = body(text)
        assert SIGNS["note"].sign in html
        assert "text" in html
        assert "[!" not in html


@pytest.mark.parametrize(
    "text",
    [
        "> [!NOTE]",
        "> [!NOTE] text",
        "> [!OTHER]\n> text",
        "> text\n> [!NOTE]",
        "> \\[!NOTE]\n> text",
        "> # [!NOTE]\n> text",
        "> > [!NOTE]\n> > text",
        "- > [!NOTE]\n  > text",
        "[!NOTE]\ntext",
        ">",
    ],
)
def test_what_is_no_alert_stays_as_it_is(text: str) -> None:
    html = body(text)
    assert not any(sign.sign in html or sign.light in html for sign in SIGNS.values())
    assert ("[!" in html) == ("[!" in text)


def test_the_plain_conversion_knows_no_alerts() -> None:
    assert to_html("> [!NOTE]\n> text") == ("<blockquote>\n<p>[!NOTE]\ntext</p>\n</blockquote>\n")


def test_an_author_cannot_make_an_alert_of_html() -> None:
    assert "x<y" not in body('<blockquote data-alert="x<y">a</blockquote>')


def test_lines_after_the_mark_keep_their_numbers() -> None:
    quote = parse("> [!TIP]\n> one\n>\n> two").root[0]
    assert [(block.text, block.get("data-line")) for block in quote] == [("one", "2"), ("two", "4")]
