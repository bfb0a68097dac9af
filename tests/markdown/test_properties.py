"""What is true of any text."""

from xml.etree.ElementTree import Element

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coursetracker.markdown import parse, plain_text, to_html
from coursetracker.markdown.serialise import serialise

PIECES = [
    "\n",
    "\n\n",
    "  ",
    "    ",
    "\t",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "# ",
    "```",
    "~~~",
    "---",
]
PIECES += ["===", "|a|b\n", "|-|-\n", "|", "[x] ", "[/] ", "[r]: /u", "[r]", "](u)", "![", "["]
PIECES += [
    "]",
    "(",
    ")",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "<div>",
    "</div>",
    "<b>",
    "<!--",
    "-->",
    "<?",
    "\\",
]
PIECES += ["&amp;", "http://a.b", "www.a.b", "a@b.cc", "text", "é", "\r\n", "\0", "<h1>t</h1>", " "]
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(TEXTS)
@example("---\na: b\n---\n- x")
def test_lines_of_blocks_are_in_the_text_and_in_order(text: str) -> None:
    document = parse(text)
    lines = [int(line) for block in document.root.iter() if (line := block.get("data-line"))]
    assert lines == sorted(lines)
    assert all(1 <= line <= len(document.lines) for line in lines)


@given(TEXTS)
def test_any_text_can_be_converted_and_twice_to_the_same(text: str) -> None:
    assert to_html(text) == to_html(text)


@given(TEXTS)
def test_inlining_the_whole_equals_inlining_each_block(text: str) -> None:
    document = parse(text)
    whole = serialise(document.inlined(document.root))
    blocks = Element("div")
    blocks.extend(document.inlined(block) for block in document.root)
    assert whole == serialise(blocks)


@given(TEXTS)
def test_anchors_lead_to_lines_of_the_text(text: str) -> None:
    document = parse(text)
    assert all(1 <= line <= len(document.lines) for line in document.anchors.values())


@given(st.text("ab1 .,;!?", min_size=1, max_size=80).filter(str.strip))
@settings(max_examples=50)
def test_words_without_marks_are_kept(text: str) -> None:
    document = parse(f"x{text}")
    assert plain_text(document.inlined(document.root)) == " ".join(f"x{text}".split())
