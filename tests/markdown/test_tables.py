import pytest

from coursetracker.markdown import to_html
from coursetracker.markdown.blocks import parse_blocks
from coursetracker.markdown.tables import MOST_CELLS_FILLED, split_row


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("a|b", ["a", "b"]),
        ("| |", [""]),
        ("||", [""]),
        ("|", []),
        (r"a \| b | c", ["a | b", "c"]),
        (r"| `x\|y` |", ["`x|y`"]),
        (r"a \\| b", [r"a \| b"]),
    ],
)
def test_a_row_is_split_at_pipes_that_are_not_escaped(row: str, cells: list[str]) -> None:
    assert split_row(row) == cells


def test_columns_keep_their_alignment() -> None:
    html = to_html("a | b | c | d\n:-- | :-: | --: | ---\n1 | 2 | 3 | 4")
    assert html == (
        '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="center">b</th>\n'
        '<th align="right">c</th>\n<th>d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td align="left">1</td>\n<td align="center">2</td>\n<td align="right">3</td>\n'
        "<td>4</td>\n</tr>\n</tbody>\n</table>\n"
    )


def test_rows_have_as_many_cells_as_the_header() -> None:
    rows = parse_blocks(["|a|b|", "|-|-|", "|1", "|1|2|3|", "x"]).root.findall(".//tbody/tr")
    assert [[cell.text for cell in row] for row in rows] == [["1", ""], ["1", "2"], ["x", ""]]


@pytest.mark.parametrize(
    "line", ["|a|b|\n|-|", "a\n|-|-|", "|-|", "\n|-|", "|a|\n||", "[r]: /u\n--|-"]
)
def test_no_table_without_a_suitable_header(line: str) -> None:
    assert "<table>" not in to_html(line)


def test_the_header_is_the_last_line_of_a_paragraph() -> None:
    assert to_html("text\n|a|\n|-|").startswith("<p>text</p>\n<table>\n")


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("", ""),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"),
        ("# h", "<h1>h</h1>\n"),
        ("- i", "<ul>\n<li>i</li>\n</ul>\n"),
        ("    c", "<pre><code>c\n</code></pre>\n"),
        ("<b>", "<b>\n"),
    ],
)
def test_another_block_ends_a_table(line: str, after: str) -> None:
    assert to_html(f"|a|\n|-|\n{line}").endswith(f"</table>\n{after}")


def test_a_table_in_an_item_ends_with_the_item() -> None:
    assert to_html("- |a|\n  |-|\ntext").endswith("</table>\n</li>\n</ul>\n<p>text</p>\n")


def test_cells_that_rows_leave_out_are_made_up_for_within_a_limit() -> None:
    columns = 500
    rows = 2 * MOST_CELLS_FILLED // columns
    source = ["|a" * columns, "|-" * columns, *["|b"] * rows]
    body = parse_blocks(source).root.findall(".//tbody/tr")
    assert len(body) == rows
    assert sum(len(row) for row in body) == MOST_CELLS_FILLED + rows
