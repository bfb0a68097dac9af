"""The page's HTML: the same tree, safe, in the HTML that Qt knows."""

from collections.abc import Mapping
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.markdown import parse
from coursetracker.markdown.safe import TABLES_DEEP
from pages import body

FORBIDDEN = {"script", "style", "iframe", "object", "svg", "form", "input", "video", "link", "meta"}


def test_blocks_carry_their_lines_as_anchors() -> None:
    assert body("# One\n\ntext") == ('<h1><a name="L1"></a>One</h1><p><a name="L3"></a>text</p>')


def test_task_items_have_qts_markers() -> None:
    html = body("- [x] done\n- [ ] open\n- [/] begun\n- [-] left\n- plain")
    assert html.count('<li class="checked">') == 1
    assert html.count('<li class="unchecked">') == 3
    assert "◐ begun" in html
    assert "⊘ left" in html
    assert '<li><a name="L5"></a>plain</li>' in html


def test_rows_of_a_table_carry_anchors_and_alignment() -> None:
    html = body("| a | b |\n|:-:|--:|\n| 1 | 2 |")
    assert '<th align="center" bgcolor="#f1f3f6"><a name="L1"></a>a</th>' in html
    assert '<td align="center" bgcolor="#ffffff"><a name="L3"></a>1</td>' in html
    assert '<td align="right" bgcolor="#ffffff">2</td>' in html


def test_lines_that_are_navigation_are_left_out() -> None:
    html = body("## INDEX\n\n- [a](#a)\n\n## a\n\ntext", without={1, 3})
    assert "INDEX" not in html
    assert "<li>" not in html
    assert "text" in html


def test_code_is_coloured_and_keeps_its_lines() -> None:
    html = body("```python\nif x:\n    y = '<b>'\n```")
    assert "<pre>" in html
    assert "color:#" in html
    assert "\n    y" in html
    assert "<b>" not in html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//evil.example/x",
        "\\\\server\\share",
    ],
)
def test_links_that_could_do_harm_keep_their_text_only(address: str) -> None:
    for text in (f"[text]({address})", f'<a href="{address}">text</a>'):
        html = body(text)
        assert "<a href" not in html
        assert "text" in html


@pytest.mark.parametrize(
    "address", ["https://e.org/?a=1&amp;b", "mailto:a@b.org", "#part", "other.md", "dir/x.md#y"]
)
def test_links_that_are_safe_stay(address: str) -> None:
    assert f'<a href="{address}">' in body(f"[text]({address})")


def test_pictures_are_loaded_only_where_allowed() -> None:
    assert '<img src="pic:a.png" alt="An A" title="&lt;qt&gt;An A&lt;/qt&gt;">' in body(
        "![An A](a.png)", pictures=("a.png",)
    )
    for text in (
        "![An A](https://e.org/a.png)",
        '<img src="https://e.org/a.png" alt="An A" title="An A">',
    ):
        html = body(text)
        assert "e.org" not in html
        assert "An A" in html
    assert "<img" not in body("![](https://e.org/a.png)")


def test_the_size_of_a_picture_is_kept_where_it_is_a_number() -> None:
    html = body('<img src="a.png" width="40" height="50%" onload="x">', pictures=("a.png",))
    assert '<img src="pic:a.png" alt="" width="40">' in html


def test_scripts_go_with_their_content_and_handlers_go() -> None:
    html = body('<div onclick="x()"><script>alert(1)</script>stays</div>')
    assert "alert" not in html
    assert "onclick" not in html
    assert "stays" in html


def test_an_author_can_neither_close_what_is_ours_nor_leave_open_what_is_theirs() -> None:
    html = body("- one </li></ul></body> two <b>bold\n- three")
    assert html.count("<ul>") == html.count("</ul>") == 1
    assert html.index("</b>") < html.index("three")


def test_quotes_rules_lists_and_marks_have_what_qt_shows() -> None:
    html = body("> quoted\n\n---\n\n3. three\n\n~~gone~~ <kbd>K</kbd> <mark>m</mark> a\\\nb")
    assert 'width="4" bgcolor="#d5dae1"' in html
    assert "<hr" in html
    assert '<ol start="3">' in html
    assert "<s>gone</s>" in html
    assert "<kbd>K</kbd>" in html
    assert "a<br>" in html


class Checker(HTMLParser):
    """Notes what a page would make a browser do, and whether its tags are balanced."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN or any(name.startswith("on") for name, _ in attrs):
            self.bad.append(f"{tag} {attrs}")
        for name, value in attrs:
            if name in ("href", "src") and (value or "").lower().startswith(
                ("javascript:", "data:", "file:", "vbscript:")
            ):
                self.bad.append(f"{tag} {value}")
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"</{tag}>")


PARTS = """
<b> </b> <div> </div> <script> </script> <p> </li> </ul> </table> <td> <a/href='x'> </a>
<a\thref=javascript:x> <img/src=x/onerror=y> <!-- --> <svg> </svg> <style> <summary> </p> <h1>
<details> </details> </summary>
> < ' " \\ `<b>` &lt;script&gt; text **b** [l](javascript:x) ![i](file:///x) <xmp>
"""
FRAGMENTS = st.lists(
    st.sampled_from([f"{part} " for part in PARTS.split()])
    | st.sampled_from(["\n", "\n\n", "- ", "> ", "| a |\n|-|\n| ", "```\n", "    "]),
    max_size=30,
).map("".join)


@given(FRAGMENTS | st.text())
def test_whatever_the_text_the_page_is_balanced_and_harmless(text: str) -> None:
    checker = Checker()
    checker.feed(body(text))
    checker.close()
    assert checker.bad == []
    assert checker.open == []


class Nesting(HTMLParser):
    """Notes table parts and list items that stand where Qt takes them for another's."""

    WITHIN: Mapping[str, tuple[str, ...]] = {
        "tr": ("table",),
        "td": ("tr",),
        "th": ("tr",),
        "li": ("ul", "ol"),
    }

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.deepest = 0
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag in self.WITHIN and (not self.open or self.open[-1] not in self.WITHIN[tag]):
            self.bad.append(f"<{tag}> in {self.open[-1:]}")
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)
        self.deepest = max(self.deepest, self.open.count("table"))

    def handle_endtag(self, _tag: str) -> None:
        self.open.pop()


NESTED = """
<table> <tr> <td> <th> </td> </tr> </table> <ul> <ol> <li> </li> </ul> <p> </p> <b> </b>
<blockquote> </blockquote> <svg> </svg> <div> </div> x
"""
PIECES = st.lists(
    st.sampled_from(NESTED.split())
    | st.sampled_from(["\n", "\n\n", "\n\n- ", "\n\n> ", "\n\n| a |\n|-|\n| "]),
    max_size=60,
).map("".join)


@given(PIECES)
def test_parts_of_tables_and_lists_stand_in_their_own_only(text: str) -> None:
    nesting = Nesting()
    nesting.feed(body(text))
    assert nesting.bad == []
    assert nesting.deepest <= TABLES_DEEP + 1  # and a block of code


@pytest.mark.parametrize("text", ["> " * 60 + "x", "<table><tr><td>" * 900 + "x"])
def test_tables_in_tables_have_an_end(text: str) -> None:
    assert body(text).count("<table") <= TABLES_DEEP


@pytest.mark.parametrize("start", ["<embed src=x>", "<svg>", "<video>", "<iframe src=x/>"])
def test_a_tag_that_never_ends_takes_no_block_along(start: str) -> None:
    assert "stays" in body(f"{start}\n\nstays")
    assert "stays" in body(f"{start}\n\n- a\n  - stays")


def test_a_link_may_end_with_a_slash_and_have_no_quotes() -> None:
    for address in ("https://example.org/", "https://example.org/?q=1"):
        assert f'<a href="{address}">site</a>' in body(f"<div><a href={address}>site</a></div>")


def test_end_tags_of_nothing_take_no_time() -> None:
    started = process_time()
    body("<div>" + "<b>" * 20_000 + "</i>" * 20_000)
    assert process_time() - started < 2


def test_deep_nesting_is_no_matter() -> None:
    assert body("*a " * 3000 + "b" + "*" * 3000)
    assert body("<b>" * 5000)
    assert body("> " * 500 + "deep")


@pytest.mark.parametrize(
    "text",
    [
        "<h2>The place</h2>",
        "<div>\n\n</div>\n<h2\n  align=center>The <i>place</i></h2>",
        '<p>a</p>\n\n<table>\n<tr id="the-place"><td>b</td></tr></table>',
        "a\n\n<a name='the-place'></a>\n\n# Heading",
        'a\n<a id="the-place"></a>b',
        '| a |\n|-|\n| <a name="the-place">b</a> |',
        '- a\n  <!-- -->\n  b <a name="the-place">c</a>',
        "<details>\n<summary>\n<h3>The place</h3></summary>a</details>",
    ],
)
def test_every_place_that_a_link_leads_to_has_its_anchor_on_the_page(text: str) -> None:
    line = parse(text).line_of("the-place")
    assert line is not None
    assert f'<a name="L{line}"></a>' in body(text)
    assert line == parse(f"\n{text}").anchors["the-place"] - 1


def test_headings_of_the_same_name_are_told_apart() -> None:
    document = parse("# A b\n\n<h2>A b</h2>\n\n## A b\n\n## A-b 1")
    assert document.anchors == {"a-b": 1, "a-b-1": 3, "a-b-2": 5, "a-b-1-1": 7}


def test_links_with_githubs_prefix_or_capitals_lead_there_too() -> None:
    document = parse("# Über uns")
    for fragment in ("über-uns", "Über-uns", "user-content-über-uns"):
        assert document.line_of(fragment) == 1
    assert document.line_of("elsewhere") is None


def test_a_diagram_is_its_source_and_says_so() -> None:
    html = body("```mermaid\ngraph TD;\n  A-->B;\n```")
    assert "<small>A diagram, shown as its source</small></p>" in html
    assert "A--&gt;B;" in html
    assert "diagram" not in body("```\nmermaid\n```")


@pytest.mark.parametrize(
    "text", ["- - a", "1.\n2. a", "- ![](https://e.org/a.png)\n- a", "<ol><li></li><li>a</li></ol>"]
)
def test_an_item_without_a_text_of_its_own_is_no_less_an_item(text: str) -> None:
    assert body(text).count("&nbsp;") == 1


def test_an_item_that_begins_with_code_or_a_quote_needs_no_blank() -> None:
    assert "&nbsp;" not in body("- > a\n- ```\n  b\n  ```\n- # c\n- <b>d</b>")


def test_a_picture_that_is_all_of_a_link_is_called_by_its_file() -> None:
    link = '<a href="https://e.org/">{}</a>'
    for text in (link.format('<img src="x/cover.png?9">'), "[![](x/cover.png)](https://e.org/)"):
        shown = '<span class="muted">▣ <i>cover.png</i></span>'
        assert link.format(shown) in body(text)
