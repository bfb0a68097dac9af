import pytest

from coursetracker.markdown import to_html
from coursetracker.markdown.blocks import parse_blocks


def html(*lines: str) -> str:
    return to_html("\n".join(lines))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Week 1", "<h1>Week 1</h1>\n"),
        ("###### Deep ##  ", "<h6>Deep</h6>\n"),
        ("####### Seven", "<p>####### Seven</p>\n"),
        ("#", "<h1></h1>\n"),
        ("# C#", "<h1>C#</h1>\n"),
        ("#hashtag", "<p>#hashtag</p>\n"),
        ("Intro\ngoes on\n===", "<h1>Intro\ngoes on</h1>\n"),
        ("Intro\n---", "<h2>Intro</h2>\n"),
        ("***", "<hr />\n"),
        ("- - -", "<hr />\n"),
        ("text\n***\ntext", "<p>text</p>\n<hr />\n<p>text</p>\n"),
        ("    x = 1\n\n      y\n\n", "<pre><code>x = 1\n\n  y\n</code></pre>\n"),
        ("text\n    still text", "<p>text\nstill text</p>\n"),
        (
            "```py\nx\n\n```\nafter",
            '<pre><code class="language-py">x\n\n</code></pre>\n<p>after</p>\n',
        ),
        ("~~~\nopen\n```", "<pre><code>open\n```\n</code></pre>\n"),
        ("````\n```\n`````", "<pre><code>```\n</code></pre>\n"),
        ("  ```\n   a\n b\n  ```", "<pre><code> a\nb\n</code></pre>\n"),
        ("``` a`b\nc", "<p>``` a`b\nc</p>\n"),
        ("```\n    ```", "<pre><code>    ```\n</code></pre>\n"),
        ("```c\\+\\+ &amp;\n```", '<pre><code class="language-c++"></code></pre>\n'),
    ],
)
def test_a_leaf_block_becomes(source: str, expected: str) -> None:
    assert to_html(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("> a\nlazy", "<blockquote>\n<p>a\nlazy</p>\n</blockquote>\n"),
        ("> a\n\nb", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n"),
        ("> a\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr />\n"),
        ("> a\n===", "<blockquote>\n<p>a\n===</p>\n</blockquote>\n"),
        (">\t\tcode", "<blockquote>\n<pre><code>  code\n</code></pre>\n</blockquote>\n"),
        ("> ```\ncode", "<blockquote>\n<pre><code></code></pre>\n</blockquote>\n<p>code</p>\n"),
        ("> a\n<b>\n", "<blockquote>\n<p>a</p>\n</blockquote>\n<b>\n"),
    ],
)
def test_a_quote_becomes(source: str, expected: str) -> None:
    assert to_html(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("- a\n+ b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n"),
        ("7. a\n8. b", '<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("text\n- a", "<p>text</p>\n<ul>\n<li>a</li>\n</ul>\n"),
        ("text\n2. a", "<p>text\n2. a</p>\n"),
        ("text\n-", "<h2>text</h2>\n"),
        ("text\n+", "<p>text\n+</p>\n"),
        ("1234567890. a", "<p>1234567890. a</p>\n"),
        ("-a", "<p>-a</p>\n"),
        ("- a\n  - b\n - c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"),
        (
            "-\ta\n\n\t\tcode",
            "<ul>\n<li>\n<p>a</p>\n<pre><code>code\n</code></pre>\n</li>\n</ul>\n",
        ),
        ("-     code", "<ul>\n<li>\n<pre><code>code\n</code></pre>\n</li>\n</ul>\n"),
        ("-\n\n  a", "<ul>\n<li></li>\n</ul>\n<p>a</p>\n"),
        ("- ### Arrays\n  text", "<ul>\n<li>\n<h3>Arrays</h3>\ntext</li>\n</ul>\n"),
        ("- a\nlazy", "<ul>\n<li>a\nlazy</li>\n</ul>\n"),
    ],
)
def test_a_list_becomes(source: str, expected: str) -> None:
    assert to_html(source) == expected


@pytest.mark.parametrize(
    ("source", "is_loose"),
    [
        ("- a\n- b", False),
        ("- a\n\n- b", True),
        ("- a\n\n  b", True),
        ("- a\n\n\n", False),
        ("- a\n  > q\n  >\n- b", False),
        ("- a\n\n  ```\n  x\n\n  ```", True),
        ("- a\n  ```\n\n  ```\n- b", False),
        ("-\n\n- b", True),
        ("- \n- b", False),
        ("- a\n\n  [r]: /u\n- b", True),
        ("- <!--\n\n  -->\n- b", False),
        ("- a\n  <!--\n\n- b", True),
    ],
)
def test_a_blank_line_between_blocks_loosens_their_list(source: str, is_loose: bool) -> None:
    root = parse_blocks(source.split("\n")).root
    paragraphs = [p for item in root.findall("./ul/li") for p in item.findall("p")]
    assert paragraphs
    assert {p.get("data-tight") for p in paragraphs} == {None if is_loose else "1"}


def test_a_blank_line_in_an_inner_list_loosens_the_outer_one_only() -> None:
    root = parse_blocks(["- a", "  - b", "", "- c"]).root
    assert root.find("./ul/li/p").get("data-tight") is None  # type: ignore[union-attr]
    assert root.find("./ul/li/ul/li/p").get("data-tight") == "1"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- [ ] a", '<li><input type="checkbox" disabled="" /> a</li>'),
        ("- [x] a", '<li><input type="checkbox" checked="" disabled="" /> a</li>'),
        ("- [X] a", '<li><input type="checkbox" checked="" disabled="" /> a</li>'),
        ("- [x]a", "<li>[x]a</li>"),
        ("- [x]", "<li>[x]</li>"),
        ("- [/] a", "<li>[/] a</li>"),
        ("- [-] a", "<li>[-] a</li>"),
        ("- [ ] # a", '<li><input type="checkbox" disabled="" /> # a</li>'),
        ("1. [ ] a", '<li><input type="checkbox" disabled="" /> a</li>'),
        ("-     [ ] a", "<li>\n<pre><code>[ ] a\n</code></pre>\n</li>"),
    ],
)
def test_a_task_item_becomes(source: str, expected: str) -> None:
    assert to_html(source).split("\n", 1)[1].rsplit("\n", 2)[0] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<script>\n\nx\n</script>\n*a*", "<script>\n\nx\n</script>\n<p><em>a</em></p>\n"),
        ("<!-- a\n\nb -->\nc", "<!-- a\n\nb -->\n<p>c</p>\n"),
        ("<?php\n\n?>\nc", "<?php\n\n?>\n<p>c</p>\n"),
        ("<!DOCTYPE html>\nc", "<!DOCTYPE html>\n<p>c</p>\n"),
        ("<![CDATA[\n\n]]>\nc", "<![CDATA[\n\n]]>\n<p>c</p>\n"),
        ("<div>\n*a*\n\n*b*", "<div>\n*a*\n<p><em>b</em></p>\n"),
        ("</details>\na", "</details>\na\n"),
        ("<custom-tag a='1'>\n*a*", "<custom-tag a='1'>\n*a*\n"),
        ("<b> a", "<p><b> a</p>\n"),
        ("text\n<div>", "<p>text</p>\n<div>\n"),
        ("text\n<b>", "<p>text\n<b></p>\n"),
        ("<divan\n", "<p>&lt;divan</p>\n"),
        ("<!b>", "<p>&lt;!b&gt;</p>\n"),
    ],
)
def test_raw_html_becomes(source: str, expected: str) -> None:
    assert to_html(source) == expected


def test_every_block_knows_its_source_line() -> None:
    root = parse_blocks(
        [
            "# One",
            "",
            "- two",
            "  three",
            "",
            "  ## four",
            "> five",
            "",
            "| a |",
            "|---|",
            "| b |",
            "```",
            "```",
            "<hr>",
            "",
            "[r]: /u",
            "after",
            "the definition",
            "",
            "setext",
            "---",
            "***",
            "    code",
        ],
        first=101,
    ).root
    places = [(block.tag, int(block.get("data-line", "0")) - 100) for block in root.iter()]
    assert [place for place in places if place[1] > 0] == [
        ("h1", 1),
        ("ul", 3),
        ("li", 3),
        ("p", 3),
        ("h2", 6),
        ("blockquote", 7),
        ("p", 7),
        ("table", 9),
        ("thead", 9),
        ("tr", 9),
        ("tbody", 11),
        ("tr", 11),
        ("pre", 12),
        ("raw", 14),
        ("p", 17),
        ("h2", 20),
        ("hr", 22),
        ("pre", 23),
    ]


def test_text_blocks_hold_their_inline_source() -> None:
    root = parse_blocks(["# *a*", "b  ", "  `c`"]).root
    assert [block.text for block in root] == ["*a*", "b  \n`c`"]


def test_containers_beyond_the_deepest_are_text() -> None:
    root = parse_blocks([">" * 150 + " a", "- " * 150 + "b"]).root
    assert sum(block.tag == "blockquote" for block in root.iter()) == 99
    assert sum(block.tag == "li" for block in root.iter()) == 99
    assert "".join(root.itertext()) == ">" * 51 + " a" + "- " * 51 + "b"


def test_a_list_after_definitions_and_a_blank_line_ends_the_item() -> None:
    assert html("- [a]: /b", "", "", "  c") == "<ul>\n<li></li>\n</ul>\n<p>c</p>\n"
