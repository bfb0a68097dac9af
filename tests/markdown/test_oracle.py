"""Comparison with cmark-gfm, the parser that GitHub uses."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.markdown import to_html

cmarkgfm = pytest.importorskip("cmarkgfm")
UNSAFE = 1 << 17
SPECIFICATION = Path(__file__).resolve().parents[2].parent / "shared" / "gfm-spec" / "spec.txt"
EXAMPLE = re.compile(
    r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$|^#{1,6} +(.*?)$", re.DOTALL | re.MULTILINE
)


def github(text: str) -> str:
    """Return what cmark-gfm makes of a text."""
    html: str = cmarkgfm.markdown_to_html_with_extensions(
        text, options=UNSAFE, extensions=["table", "autolink", "strikethrough", "tasklist"]
    )
    return html


def sections() -> dict[str, list[str]]:
    """Return the specification's examples by section."""
    found: dict[str, list[str]] = {}
    section = ""
    if SPECIFICATION.exists():
        for match in EXAMPLE.finditer(SPECIFICATION.read_text(encoding="utf-8")):
            if match[2]:
                section = match[2]
            else:
                found.setdefault(section, []).append(match[1].replace("→", "\t"))
    return found


@pytest.mark.skipif(not SPECIFICATION.exists(), reason="the specification is not here")
def test_the_specification_has_its_examples() -> None:
    assert sum(map(len, sections().values())) >= 650


@pytest.mark.parametrize("section", sections())
def test_examples_of_the_specification_become_what_github_makes_of_them(section: str) -> None:
    examples = sections()[section]
    assert [
        source for source in examples if to_html(source).strip() != github(source).strip()
    ] == []


WORDS = st.sampled_from(
    ["one", "two", "*em*", "**strong**", "`code`", "~~no~~", "[a](/b)", "![c](d)"]
)
WORDS |= st.sampled_from(
    ["<b>", "&amp;", "http://a.org/b_c", "www.a.org.", "me@a.org", "[r]", "\\*"]
)
WORDS |= st.sampled_from(["*", "_", "**", "~", "`", "[", "](/u)", "<", "a_b", "é”"])
TEXT = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
JOINED = st.lists(WORDS, min_size=1, max_size=8).map("".join)
LINE = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "  ", "    ", "\t", "> ", "- ", "  - ", "    - ", "1. ", "   2. "]),
    st.sampled_from(["", "", "", "# ", "> ", "* ", "```", "| ", "[r]: ", "<div>", "---", "==="]),
    TEXT | JOINED | st.just(""),
)


def unspaced(html: str) -> str:
    """Return HTML without white space: cmark-gfm keeps some that a paragraph's lines begin with."""
    return "".join(html.split())


@given(st.lists(LINE, max_size=12).map("\n".join))
@settings(max_examples=300, derandomize=True)
def test_generated_texts_become_what_github_makes_of_them(text: str) -> None:
    assert unspaced(to_html(text)) == unspaced(github(text))


@given(JOINED | TEXT)
@settings(max_examples=300, derandomize=True)
def test_generated_lines_become_what_github_makes_of_them(text: str) -> None:
    assert to_html(text).strip() == github(text).strip()
