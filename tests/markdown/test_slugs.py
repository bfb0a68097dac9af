import pytest

from coursetracker.markdown import parse
from coursetracker.markdown.slugs import slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Week 1: Graphs", "week-1-graphs"),
        ("C++ & C#", "c--c"),
        ("Año_2 – Índice", "año_2--índice"),
        ("🚀 Start", "-start"),
        ("⚙️ Tools", "️-tools"),
        ("a - b", "a---b"),
        (":memo: Notes", "memo-notes"),
        ("x² ٣", "x-٣"),
        ("नमस्ते", "नमस्ते"),
    ],
)
def test_a_heading_is_named_as_on_github(text: str, name: str) -> None:
    assert slug(text) == name


def test_repeated_headings_are_numbered() -> None:
    anchors = parse("# a\n# a\n# a-1\n# a").anchors
    assert anchors == {"a": 1, "a-1": 2, "a-1-1": 3, "a-2": 4}


def test_names_come_from_the_text_a_reader_sees() -> None:
    anchors = parse("# [*Big* `O`](x) ![pic](y)\n\n- ## In an item").anchors
    assert anchors == {"big-o": 1, "in-an-item": 3}


def test_headings_in_raw_html_have_names() -> None:
    source = (
        '<div>\n<h1 align="center">\n  The <b>R&amp;D</b>\n</h1><h2>b</h3></h2>\n</div>\n\n# The RD'
    )
    assert parse(source).anchors == {"the-rd": 2, "b": 4, "the-rd-1": 7}


def test_named_places_count_where_no_heading_has_the_name() -> None:
    source = '# A\n<a name="a"></a>\n\ntext <a id=there></a>\n\n```\n<a name="code">\n```'
    assert parse(source).anchors == {"a": 1, "there": 4}
