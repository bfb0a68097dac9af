"""Passages that fold, ``<details>``."""

import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.markdown import parse, plain_text
from coursetracker.markdown.folds import Fold, folds_over
from pages import body

SHUT, OPEN = "▸", "▾"


def lines(html: str) -> list[str]:
    """Return the lines that passages fold to: the sign and the name in the link."""
    return [f"{sign} {name}" for name, sign in re.findall(r'href="fold:([\d.]+)".*?([▸▾])', html)]


def test_a_passage_is_folded_to_its_summary_and_opens() -> None:
    text = "a\n\n<details>\n<summary>More <b>of</b> it</summary>\n\n**inside**\n\n</details>\n\nb"
    html = body(text)
    assert lines(html) == [f"{SHUT} 3"]
    assert "&nbsp; More <b>of</b> it</b></a></p>" in html
    assert "inside" not in html
    assert ">b</p>" in html
    html = body(text, toggled={"3"})
    assert lines(html) == [f"{OPEN} 3"]
    assert "<strong>inside</strong>" in html
    assert html.count("<div ") == html.count("</div>") == 1


def test_an_author_may_want_it_open() -> None:
    text = "<details open>\n<summary>s</summary>\ninside\n</details>"
    assert "inside" in body(text)
    assert "inside" not in body(text, toggled={"1"})


def test_a_passage_without_a_summary_is_called_details() -> None:
    for text in ("<details>\n\ninside\n\n</details>", "<details><summary> </summary>x</details>"):
        assert "&nbsp; Details</b>" in body(text)


def test_passages_in_passages() -> None:
    text = (
        "<details><summary>outer</summary>\n\n- a\n\n<details open>\n<summary>inner</summary>\n\n"
        "deep\n\n</details>\n\nlast\n\n</details>\n\nafter"
    )
    assert lines(body(text)) == [f"{SHUT} 1"]
    html = body(text, toggled={"1"})
    assert lines(html) == [f"{OPEN} 1", f"{OPEN} 5"]
    assert "deep" in html
    html = body(text, toggled={"1", "5"})
    assert lines(html) == [f"{OPEN} 1", f"{SHUT} 5"]
    assert "deep" not in html
    assert "last" in html


def test_several_on_a_line_have_names_of_their_own() -> None:
    text = "<details>a</details><details>b</details>\n\n| x |\n|-|\n| <details>c</details> |"
    assert lines(body(text)) == [f"{SHUT} 1", f"{SHUT} 1.2", f"{SHUT} 5"]


@pytest.mark.parametrize(
    "text", ["- i\n\n  {}\n- j", "> {}", "| a |\n|-|\n| {} |", "<div>{}</div>"]
)
def test_passages_stand_in_lists_quotes_cells_and_html(text: str) -> None:
    html = body(text.format("<details><summary>s</summary>inside</details>"))
    assert len(lines(html)) == 1
    assert "inside" not in html


def test_a_passage_that_never_ends_ends_with_what_it_stands_in_and_before_the_notes() -> None:
    html = body("- <details>\n\n  in\n- out\n\n<details>\n\nx[^1]\n\n[^1]: note")
    assert ">in<" not in html
    assert "out" in html
    assert "note" in html


def test_headings_and_links_in_a_summary_stand_in_its_line() -> None:
    html = body("<details><summary><h3>Title</h3></summary>\n\nx\n\n</details>")
    assert "Title</b></a></p>" in html
    html = body("<details><summary>\n\n## Title\n\n- list\n\n</summary>\n</details>", toggled={"1"})
    assert "Title</b></a></p>" in html
    assert "list" in html


@pytest.mark.parametrize(
    "text",
    ["<!-- <details> -->", "`<details>`", "a <summary>b</summary>", "</details>", "<DETAILSX>"],
)
def test_what_is_no_passage_does_not_fold(text: str) -> None:
    assert lines(body(f"{text} stays\n\nstays")) == []
    assert body(f"{text}\n\nstays").endswith("stays</p>")


def test_an_author_cannot_forge_the_link() -> None:
    assert "href" not in body('<a href="fold:1">x</a> [y](here:note-1)')


def test_what_hides_a_line_is_found() -> None:
    text = (
        "<details>\n\none\n\n- <details>\n\n  two\n\n  </details>\n- three\n\n"
        "</details>\n\n<details>\n\nfour"
    )
    document = parse(text)
    for word, names in {"one": ["1"], "two": ["1", "5"], "three": ["1"], "four": ["14"]}.items():
        line = next(n for n, line in enumerate(document.lines, 1) if line.endswith(word))
        found = [fold.name for fold in folds_over(list(document.root), line)]
        assert found == names, word
        assert word in body(text, toggled=set(found))
    assert list(folds_over(list(document.root), 13)) == []


HOSTILE = {
    "nested": "<details><summary>a</summary>\n\n" * 5_000 + "x",
    "nested in one block": "<details>" * 20_000 + "x" + "</details>" * 20_000,
    "side by side": "<details open>\n\nx\n\n</details>\n\n" * 5_000,
    "summaries": "<details>\n" + "<summary>" * 20_000,
    "ends": "<details>\n" + "</summary></details>" * 20_000,
    "in lists": "- <details open>\n  " * 2_000,
    "attributes": "<details " + 'a="<b" ' * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_only(name: str) -> None:
    started = process_time()
    body(HOSTILE[name])
    document = parse(HOSTILE[name])
    assert all(isinstance(fold, Fold) for fold in folds_over(list(document.root), 9_000))
    assert process_time() - started < 6


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.is_balanced = True

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.is_balanced = self.is_balanced and bool(self.open) and self.open.pop() == tag


PIECES = """
<details> <details\topen> </details> <summary> </summary> <b> </b> <div> </div> <p> <table> <tr>
<td> </td> <script> </script> <li> x word
"""
TEXTS = st.lists(
    st.sampled_from(PIECES.split())
    | st.sampled_from(["\n", "\n\n", "\n\n- ", "\n\n> ", "    ", "\n\n# ", "\n\n| a |\n|-|\n| "])
    | st.sampled_from(["[^a]", "\n[^a]: "]),
    max_size=40,
).map("".join)


@given(TEXTS, st.sets(st.integers(1, 20).map(str)))
def test_whatever_folds_the_page_is_balanced(text: str, toggled: set[str]) -> None:
    balance = Balance()
    balance.feed(body(text, toggled=toggled))
    balance.close()
    assert balance.is_balanced
    assert balance.open == []


WORDS = st.lists(st.sampled_from(["w", "<details>\n", "</details>\n", "<details open>\n"]))


@given(WORDS)
def test_what_is_revealed_is_shown(parts: list[str]) -> None:
    text = "\n".join(f"word{n}.\n" if part == "w" else part for n, part in enumerate(parts))
    document = parse(text)
    for block in document.root:
        if block.tag == "p":
            line = int(block.attrib["data-line"])
            closed = {f.name for f in folds_over(list(document.root), line) if not f.is_open}
            assert plain_text(block) in body(text, toggled=closed)
