"""Footnotes, as GitHub has them."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.markdown import parse, plain_text, to_html
from pages import body


def notes(text: str) -> list[tuple[str, str]]:
    """Return what refers to notes on a text's page, and what is noted, in order."""
    document = parse(text)
    found = []
    for block in document.page(document.root):
        for element in block.iter():
            if element.tag == "note":
                found.append(("[]", element.attrib["data-number"]))
            elif element.tag == "noted":
                found.append((element.attrib["data-number"], plain_text(element)))
    return found


def test_a_note_is_linked_there_and_back() -> None:
    html = body("A claim.[^why]\n\n[^why]: Because *so*.")
    assert '<a name="note-1-1"></a><sup><a href="here:note-1">[1]</a></sup>' in html
    assert '<li><a name="note-1"></a><p><a name="L3"></a>Because <em>so</em>.' in html
    assert ' <a href="here:note-1-1" title="Back to the text">↩</a></p></li>' in html
    assert "[^" not in html


def test_notes_are_numbered_by_their_first_reference() -> None:
    text = "a[^x] b[^y] c[^x]\n\n[^y]: second\n[^unused]: no\n[^x]: first"
    assert notes(text) == [
        ("[]", "1"), ("[]", "2"), ("[]", "1"), ("1", "first"), ("2", "second"),
    ]  # fmt: skip
    html = body(text)
    assert 'href="here:note-1-2" title="Back to the text">↩<sup>2</sup></a>' in html
    assert ">no<" not in html


def test_a_note_may_take_more_than_a_paragraph() -> None:
    text = "a[^1]\n\n[^1]: one\nlazy\n\n    two\n\n    - three\n\nafter"
    assert notes(text)[-1] == ("1", "one lazy two three")
    assert [block.tag for block in parse(text).root] == ["p", "p"]


def test_notes_refer_to_notes_and_to_themselves() -> None:
    text = "a[^1]\n\n[^1]: one[^2]\n[^2]: two[^2][^1]"
    assert [number for _, number in notes(text)[:1]] == ["1"]
    assert ("2", "two") in notes(text)


def test_only_the_notes_of_a_page_stand_on_it_wherever_they_are_defined() -> None:
    document = parse("# A\n\na[^1]\n\n# B\n\nb[^2]\n\n[^1]: one\n[^2]: two")
    page = document.page(list(document.root)[2:4])
    assert [plain_text(note) for note in page[-1]] == ["two"]
    assert document.page(list(document.root)[:1])[-1].tag == "h1"


@pytest.mark.parametrize(
    "text",
    ["a[^1]", "`[^1]`\n\n[^1]: x", "a\\[^1]\n\n[^1]: x", "[^ 1]\n\n[^ 1]: x y", "[^]\n\n[^]: x y"],
)
def test_what_is_no_reference_stays_text(text: str) -> None:
    assert notes(text) == []
    assert "[^" in body(text)


def test_links_go_before_notes_and_notes_stand_in_links() -> None:
    assert notes("[^1](u)\n\n[^1]: x") == []
    assert notes("[^1](no link)\n\n[^1]: x") == [("[]", "1"), ("1", "x")]
    assert notes("[^1][r]\n\n[^1]: x\n\n[r]: u") == []
    assert len(notes("[^1][^1] ![^1] [a [^1]](u)\n\n[^1]: x")) == 5


def test_definitions_stand_in_lists_and_quotes_too() -> None:
    assert notes("- a[^1]\n  [^1]: x\n\n> [^2]: y\n\nb[^2]")[-2:] == [("1", "x"), ("2", "y")]


def test_titles_and_the_plain_conversion_know_no_notes() -> None:
    document = parse("# Title[^1]\n\n[^1]: x")
    assert plain_text(document.inlined(document.root[0])) == "Title"
    assert "title" in document.anchors
    assert to_html("a[^1]\n\n[^1]: x y") == "<p>a[^1]</p>\n<p>[^1]: x y</p>\n"


def test_html_that_never_ends_takes_no_notes_along() -> None:
    html = body("a[^1][^2]\n\n<svg>\n\n[^1]: note\n[^2]: <script>")
    assert "note" in html
    assert html.count("↩") == 2


HOSTILE = {
    "many notes": "".join(f"a[^{n}] " for n in range(10_000))
    + "".join(f"\n\n[^{n}]: x[^{n + 1}]" for n in range(10_000)),
    "one note, many references": "a[^1] " * 20_000 + "\n\n[^1]: x",
    "a chain": "a[^0]" + "".join(f"\n\n[^{n}]: x[^{n + 1}]" for n in range(10_000)),
    "notes in notes": "[^a]: " * 10_000,
    "notes that never end": "[^" * 50_000 + "\n\n[^a]: b",
    "references in brackets": "[" * 20_000 + "[^a]" * 20_000 + "\n\n[^a]: b",
    "names that go on": "[^a](" * 20_000 + "\n\n[^a]: b",
    "notes by indentation": "\n".join("    " * n + f"[^{n}]: x" for n in range(500)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_only(name: str) -> None:
    started = process_time()
    body(HOSTILE[name])
    assert process_time() - started < 6


PIECES = st.lists(
    st.sampled_from(
        ["[^a]", "[^b]", "[^a]: ", "[^b]: ", "\n", "\n\n", "    ", "- ", "> ", "x", "*"]
    ),
    max_size=40,
).map("".join)


@given(PIECES)
def test_every_reference_has_a_note_and_every_way_back_leads_somewhere(text: str) -> None:
    html = body(text)
    for part in html.split('href="here:')[1:]:
        anchor = part.partition('"')[0]
        assert f'<a name="{anchor}"></a>' in html
