"""Formulas: where GitHub sees them, what stays text, and what is not fit to be drawn."""

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.markdown import parse, plain_text, to_html
from coursetracker.markdown.mathematics import DEEPEST, LONGEST, Formula, formula, formula_of
from coursetracker.markdown.page import MOST_FORMULAS
from pages import body

ENOUGH = 6.0


def formulas(text: str) -> list[Formula]:
    document = parse(text)
    blocks = (document.inlined(block) for block in document.root)
    return [formula_of(element) for block in blocks for element in block.iter("formula")]


def inline(latex: str) -> list[Formula]:
    return [Formula(latex, is_display=False)]


def display(latex: str) -> list[Formula]:
    return [Formula(latex, is_display=True)]


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Let $x$ be", "x"),
        ("($x$)", "x"),
        ("the $n$th element", "n"),
        ("$a_1 * b_2 * c_3$", "a_1 * b_2 * c_3"),
        (r"$\\\{x\}$", r"\\\{x\}"),
        (r"$5\$ + x$", r"5\$ + x"),
        ("$a < b$ and >", "a < b"),
        ("$`x_1`$", "x_1"),
        ("$`a $ b`$", "a $ b"),
        ("**$x$**", "x"),
        ("[of $x$](there)", "x"),
        ("# The loss $J(w)$", "J(w)"),
        ("- [ ] minimise $J$", "J"),
        ("> $x$", "x"),
        ("| a |\n|-|\n| $x$ |", "x"),
        ("$a\nb$", "a b"),
        ("costs $5 and $x$", "x"),
        ("$a % a comment\nb$", "a b"),
        (r"$50\%$", r"50\%"),
    ],
)
def test_formulas_in_lines(text: str, latex: str) -> None:
    assert formulas(text) == inline(latex)


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("$$x^2$$", "x^2"),
        ("$$\nx_1\n= y_1\\\\\n$$", "x_1 = y_1\\\\"),
        ("In $$x$$ a text", "x"),
        (r"$$a \text{ if $x$}$$", r"a \text{ if $x$}"),
        ("- item\n  $$x$$", "x"),
    ],
)
def test_formulas_for_display(text: str, latex: str) -> None:
    assert formulas(text) == display(latex)


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $10.",
        "between $5-$10",
        "US$5 or CA$6",
        "5$ and 6$",
        "$ x $",
        "$x $",
        r"\$x$",
        r"\$5 and \$6",
        r"$x\$",
        "`$x$`",
        "``$`x`$``",
        "$a `b$` c",
        "    $x$",
        "```\n$x$\n```",
        "<b title='$x$'>",
        "<div>\n$x$\n</div>",
        "$$",
        "$$$$",
        "$$ $$",
        "$$$x$$$",
        "$`x`",
        "$",
        "https://example.org/$a$b",
        "[costs $5](http://x.y/) or 6$",
        "a$x$ b",
        "$ $x",
    ],
)
def test_what_is_no_formula(text: str) -> None:
    assert formulas(text) == []


def test_the_plain_conversion_knows_no_formulas() -> None:
    assert to_html("$a_1$ and $$*x*$$") == "<p>$a_1$ and $$<em>x</em>$$</p>\n"


def test_a_title_keeps_the_source_of_its_formulas() -> None:
    document = parse("# The *loss* $J_a * b * c$")
    assert plain_text(document.inlined(document.root[0])) == "The loss $J_a * b * c$"
    assert "the-loss-j_a--b--c" in document.anchors


def test_a_page_has_pictures_described_by_their_source() -> None:
    assert body("Let $x<y$") == (
        '<p><a name="L1"></a>Let <img src="formula:inline" alt="x&lt;y"><code>$x&lt;y$</code></p>'
    )


@pytest.mark.parametrize("text", ["$$\nx\n$$", "```math\nx\n```", "``` math\n  x\n\n```"])
def test_what_is_for_display_stands_in_the_middle(text: str) -> None:
    picture = '<img src="formula:display" alt="x"><code>$$x$$</code>'
    assert body(text) == f'<p align="center"><a name="L1"></a>{picture}</p>'


def test_what_is_for_display_in_a_text_has_its_own_line() -> None:
    picture = '<img src="formula:display" alt="x"><code>$$x$$</code>'
    assert body("a $$x$$ b").endswith(f"</a>a <br>{picture}<br>b</p>")
    assert body("a\n$$x$$").endswith(f"</a>a\n<br>{picture}</p>")
    assert body("$$x$$ and $$x$$ *b*").endswith(
        f"</a>{picture}<br>and <br>{picture}<br><em>b</em></p>"
    )
    assert body("$$x$$ and *b*").endswith(f"</a>{picture}<br>and <em>b</em></p>")


def test_an_author_s_picture_is_no_formula() -> None:
    html = body('<img src="formula:inline" alt="x"> ![x](formula:display)', pictures=())
    assert "formula:" not in html


@pytest.mark.parametrize(
    "latex",
    [
        "x" * (LONGEST + 1),
        "{" * (DEEPEST + 1) + "x" + "}" * (DEEPEST + 1),
        r"\left(" * (DEEPEST + 1),
        r"\begin{matrix}" * (DEEPEST + 1),
        r"\newcommand{\a}{\a\a}\a",
        r"\def\a{\a\a}\a",
        r"\DeclareMathOperator{\a}{a}",
        "a\x01b",
        "a\u202eb",
    ],
)
def test_what_is_not_fit_stays_as_its_source(latex: str) -> None:
    assert not Formula(latex, is_display=False).is_fit
    html = body(f"a $`{latex}`$")
    assert "<img" not in html
    assert "<code>$" in html


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{\partial J}{\partial \theta_{j}} = \frac{1}{1 + e^{-\theta^{T} x^{(i)}}}",
        r"\left\{ \{a\} \leftarrow b \right\}" * 12,
        r"\begin{cases} a & b \\ c & d \end{cases}",
        r"\{" * 20,
    ],
)
def test_what_is_fit(latex: str) -> None:
    assert Formula(latex, is_display=True).is_fit


def test_a_page_draws_so_many_formulas_only() -> None:
    html = body("$x$ " * (MOST_FORMULAS + 10))
    assert html.count("<img") == MOST_FORMULAS
    assert html.count("<code>") == MOST_FORMULAS + 10


@given(st.text(alphabet="$`\\ ab5_*[](){}<>|&\n-"))
def test_any_text_of_signs_becomes_a_page(text: str) -> None:
    html = body(text)
    assert len(re.findall("<p[ >]", html)) == html.count("</p>")
    for found in formulas(text):
        assert found.latex
        assert found.latex == " ".join(found.latex.split())


@given(st.text(alphabet="xy_*+ ^", min_size=1).filter(lambda text: text == text.strip()))
def test_no_sign_within_a_formula_is_taken_from_it(latex: str) -> None:
    expected = formula(latex, is_display=False)
    assert formulas(f"a ${latex}$ b") == [expected]
    assert formulas(f"a $`{latex}`$ b") == [expected]


HOSTILE: dict[str, Callable[[], str]] = {
    "dollars": lambda: "$" * 100_000,
    "openings": lambda: "$a " * 50_000,
    "closings": lambda: "a$ " * 50_000,
    "displays": lambda: "$$a " * 50_000,
    "runs of all lengths": lambda: "".join("e" + "$" * n for n in range(1, 600)),
    "ticked": lambda: "$`a" * 50_000,
    "ticked and closed": lambda: "$`a`" * 50_000,
    "escapes": lambda: "$\\" * 50_000,
    "lone display": lambda: "$$" + "$a" * 50_000,
    "formulas": lambda: "$a$ " * 30_000,
    "displays in a text": lambda: "a $$b$$ " * 5_000,
    "groups": lambda: "$" + "{" * 100_000 + "$",
    "fences": lambda: "```math\nx\n```\n" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_only(name: str) -> None:
    text = HOSTILE[name]()
    start = time.process_time()
    body(text)
    assert time.process_time() - start < ENOUGH
