import pytest

from coursetracker.markdown import Reference, parse
from coursetracker.markdown.references import label_key


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        ("[a]: /u", Reference("/u", "")),
        ("  [a]:\n  <u v>\n  'w\nx'", Reference("u v", "w\nx")),
        ('[a]: /u "t"', Reference("/u", "t")),
        ('[a]: /u\n"t" no title', Reference("/u", "")),
        ("[a]: /u\n\n[a]: /v", Reference("/u", "")),
        ("[a]: <>", Reference("", "")),
        ("> [a]: /u", Reference("/u", "")),
        (r"[a]: /u\*v&amp;", Reference("/u*v&", "")),
    ],
)
def test_a_definition_is_read(source: str, reference: Reference) -> None:
    assert parse(source).references == {"a": reference}


@pytest.mark.parametrize(
    "source",
    [
        "[a]:",
        '[a]: /u "t" x',
        "[ ]: /u",
        "[a] : /u",
        "text\n[a]: /u",
        "[a]: <u",
        '[a]: /u"t" x',
        "[a: /u",
    ],
)
def test_a_line_is_no_definition(source: str) -> None:
    assert parse(source).references == {}


def test_text_after_definitions_is_a_paragraph_on_its_own_line() -> None:
    paragraph = parse("[a]: /u\n[b]:\n/v\nand text").root[0]
    assert (paragraph.text, paragraph.get("data-line")) == ("and text", "4")


def test_a_heading_needs_more_than_definitions() -> None:
    document = parse("[a]: /u\n===\ntext")
    assert [(block.tag, block.text, block.get("data-line")) for block in document.root] == [
        ("p", "===\ntext", "2")
    ]


def test_labels_match_without_case_and_white_space() -> None:
    assert label_key(" Straße\n ONE ") == label_key("STRASSE one")


def test_a_label_of_a_thousand_characters_is_none() -> None:
    assert not label_key("a" * 1000)
