"""Pages that are too large to be laid out at once are shown in portions."""

from copy import deepcopy
from xml.etree.ElementTree import tostring

from hypothesis import given
from hypothesis import strategies as st

from coursetracker.markdown import parse
from coursetracker.markdown.portions import WEIGHT, portion

KINDS = {
    "paragraph": "word " * 100_000,
    "links": "[a](b) " * 50_000,
    "code": "```py\n" + "x = 1\n" * 50_000,
    "list": "- x\n" * 50_000,
    "nested list": "".join("  " * (n % 40) + "- x\n" for n in range(50_000)),
    "table": "|a|b|\n|-|-|\n" + "|c|d|\n" * 50_000,
    "quote": "> x\n\n" * 50_000,
}


def size(text: str, weight: int) -> int:
    return sum(len(tostring(block)) for block in portion(parse(text).root, weight))


def test_a_page_of_usual_length_is_whole() -> None:
    blocks = list(parse("# A\n\nSome words.\n\n- [ ] one\n- [x] two\n").root)
    shown = portion(blocks, WEIGHT)
    assert all(one is other for one, other in zip(shown, blocks, strict=True))


def test_whatever_makes_a_page_long_only_a_part_of_it_is_shown() -> None:
    for name, text in KINDS.items():
        shown = portion(parse(text).root, WEIGHT)
        assert shown[-1].tag == "more", name
        assert 1_000 < size(text, WEIGHT) < 700_000, name


def test_more_of_it_is_shown_each_time_until_nothing_is_left() -> None:
    text = "\n\n".join(f"Paragraph {number}." for number in range(200))
    tags = [[block.tag for block in portion(parse(text).root, 1000 * n)] for n in range(1, 40)]
    shown = [len(each) for each in tags]
    assert shown == sorted(shown)
    assert tags[0][-1] == "more"
    assert tags[-1] == ["p"] * 200


def test_a_table_that_is_cut_keeps_its_head_and_whole_cells() -> None:
    text = "|a|b|\n|-|-|\n" + "|c|d|\n" * 5_000
    (table, more) = portion(parse(text).root, 20_000)
    rows = list(table.iter("tr"))
    assert more.tag == "more"
    assert [cell.tag for cell in rows[0]] == ["th", "th"]
    assert 10 < len(rows) < 200


@given(st.text(alphabet="ab *_[]()`|-\n#>1.", max_size=300), st.integers(0, 5000))
def test_cutting_changes_nothing_that_it_was_given(text: str, weight: int) -> None:
    root = parse(text).root
    before = deepcopy(root)
    shown = portion(root, weight)
    assert tostring(root) == tostring(before)
    assert len(shown) <= len(root) + 1
