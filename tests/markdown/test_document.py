from copy import deepcopy
from xml.etree.ElementTree import Element, tostring

import pytest

from coursetracker.markdown import Document, parse, plain_text
from coursetracker.markdown.serialise import serialise

COURSE = """---
title: "Graphs, and trees"
weeks: 3
nested:
  inner: x
---
# Week 1

- [/] *begun* item
- [-] skipped
- [x] done [link][r]

[r]: /u
"""


@pytest.fixture
def document() -> Document:
    return parse(COURSE)


def test_front_matter_is_cut_off_and_its_lines_are_counted(document: Document) -> None:
    assert document.front_matter == {"title": "Graphs, and trees", "weeks": "3", "nested": ""}
    assert document.root[0].get("data-line") == "7"
    assert document.lines[6] == "# Week 1"


@pytest.mark.parametrize(
    "source",
    [
        "---\n\n# A\n---",
        "---\ntitle: a",
        "# A\n---\ntitle: b\n---",
        "--- \ntext\n---",
        "---a\nb: c\n---",
        "",
    ],
)
def test_what_is_no_front_matter_stays(source: str) -> None:
    assert parse(source).front_matter == {}


def test_empty_front_matter_is_cut_off() -> None:
    assert [block.tag for block in parse("---\n---\na").root] == ["p"]


def test_a_course_has_tasks_in_four_states(document: Document) -> None:
    items = list(document.root.iter("li"))
    assert [item.get("data-task") for item in items] == ["/", "-", "x"]
    assert items[0][0].text == "*begun* item"


def test_inlining_makes_a_copy(document: Document) -> None:
    before = tostring(document.root)
    inlined = document.inlined(document.root[1])
    assert tostring(document.root) == before
    assert inlined.find(".//em").text == "begun"  # type: ignore[union-attr]
    assert inlined.find(".//a").get("href") == "/u"  # type: ignore[union-attr]


def test_a_paragraph_made_elsewhere_can_be_inlined(document: Document) -> None:
    paragraph = Element("p")
    paragraph.text = "**a** [r]"
    assert serialise(document.inlined(paragraph)) == '<strong>a</strong> <a href="/u">r</a>'


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a *b*  `c`\nd", "a b c d"),
        ("![picture](u) a<br>b", "picture ab"),
        ("a  \nb <!-- c -->", "a b"),
        ("[**l**ink](u) me@a.org", "link me@a.org"),
        ("- a\n- b", "a b"),
    ],
)
def test_plain_text_is_what_a_reader_sees(source: str, text: str) -> None:
    document = parse(source)
    assert plain_text(document.inlined(document.root[0])) == text


def test_line_ends_of_all_systems_and_odd_characters_are_normalised() -> None:
    document = parse("\ufeff# A\r\nb\rc\0\n")
    assert document.lines == ["# A", "b", "c\ufffd"]
    assert [(block.tag, block.text) for block in document.root] == [
        ("h1", "A"),
        ("p", "b\nc\ufffd"),
    ]


def test_a_document_is_frozen(document: Document) -> None:
    with pytest.raises(AttributeError):
        document.lines = []  # type: ignore[misc]


def test_anchors_are_found_once(document: Document) -> None:
    assert document.anchors == {"week-1": 7}
    assert document.anchors is document.anchors


def test_a_deep_copy_of_deep_elements_is_possible() -> None:
    document = parse("> " * 200 + "*a " * 500 + "b*" * 500)
    assert plain_text(deepcopy(document.inlined(document.root))).count("b") == 500
