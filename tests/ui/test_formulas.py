"""Formulas on the page: on the baseline, in the text's colour, and never in the window's way."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette, QTextCursor
from pytestqt.qtbot import QtBot

from coursetracker.markdown import parse
from coursetracker.markdown.mathematics import DEEPEST, Formula
from coursetracker.markdown.page import page_html
from coursetracker.ui.formulas import KEPT, Formulas, Undrawable, attempt, deadline, draw
from coursetracker.ui.page import PageView, look_from_palette

COST = r"J(w,b)=\frac{1}{2m}\sum_{i=1}^{m}\left(f_{w,b}(x^{(i)})-y^{(i)}\right)^2"
LIGHT = ("#ffffff", "#101418")
DARK = ("#16191e", "#e8eaed")


def inline(latex: str) -> Formula:
    return Formula(latex, is_display=False)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PageView]:
    page = PageView()
    qtbot.addWidget(page)
    page.resize(760, 400)
    page.show()
    yield page
    if page._formulas is not None:
        page._formulas._formulas.cancel()
        page._formulas._formulas.wait(10)


def show(page: PageView, text: str) -> None:
    document = parse(text)
    look = look_from_palette(page.palette(), page.font(), page.zoom)
    page.show_page(page_html(document.page(document.root), look, lambda _: None))


def show_drawn(qtbot: QtBot, page: PageView, text: str) -> None:
    """Show a page and wait until its formulas are drawn."""
    show(page, text)
    view = page._formulas
    assert view is not None
    qtbot.waitUntil(lambda: not view.is_drawing, timeout=20_000)


def colours(page: PageView, ground: str, text: str) -> None:
    palette = QPalette(page.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor(ground))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    page.setPalette(palette)


def ink(page: PageView, start: int, end: int) -> tuple[int, int, list[QColor]]:
    """Return the first and the last row, and the colours, of what is drawn between two places."""
    picture = page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    places = []
    for at in (start, end):
        cursor = QTextCursor(page.document())
        cursor.setPosition(at)
        places.append(page.cursorRect(cursor))
    scale = picture.devicePixelRatio()
    left, right = (round(place.left() * scale) for place in places)
    ground = QColor(picture.pixelColor(2, 2))
    top, bottom = places[0].top() - 12, places[0].bottom() + 12
    rows = range(max(0, round(top * scale)), round(bottom * scale))
    found = [
        (y, picture.pixelColor(x, y))
        for y in rows
        for x in range(left, right)
        if picture.pixelColor(x, y) != ground
    ]
    assert found
    strong = [y for y, colour in found if abs(colour.lightness() - ground.lightness()) > 90]
    return min(strong), max(strong), [colour for _, colour in found]


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.2])
@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("nnnn", "x"),
        ("nnnn", r"\mathrm{H}"),
        ("nnnn", r"\hat{x}"),
        ("nnnn", r"\mathrm{H}^2"),
    ],
)
def test_letters_stand_on_the_line_of_the_text(
    qtbot: QtBot, page: PageView, zoom: float, text: str, formula: str
) -> None:
    page.zoom = zoom
    show_drawn(qtbot, page, f"{text} ${formula}$ {text}")
    _, line, _ = ink(page, 0, len(text))
    _, bottom, _ = ink(page, len(text) + 1, len(text) + 2)
    assert abs(bottom - line) <= 1


@pytest.mark.parametrize("tall", [r"\frac{a}{b}", r"\sqrt{\frac{a}{\frac{b}{c}}}", r"x_{a_{b_c}}"])
def test_a_tall_formula_moves_no_letter_off_the_line(
    qtbot: QtBot, page: PageView, tall: str
) -> None:
    text = f"nnnn $\\mathrm{{H}}$ ${tall}$"
    show_drawn(qtbot, page, text)
    _, line, _ = ink(page, 0, 4)
    _, bottom, _ = ink(page, 5, 6)
    assert abs(bottom - line) <= 1


def test_small_letters_are_as_high_as_those_of_the_text(qtbot: QtBot, page: PageView) -> None:
    page.zoom = 2.0
    show_drawn(qtbot, page, r"xxxx $\mathrm{x}$")
    top, bottom, _ = ink(page, 0, 4)
    formula_top, formula_bottom, _ = ink(page, 5, 6)
    assert abs((formula_bottom - formula_top) - (bottom - top)) <= 1


@pytest.mark.parametrize(("ground", "text"), [LIGHT, DARK])
def test_formulas_have_the_colour_of_the_text(
    qtbot: QtBot, page: PageView, ground: str, text: str
) -> None:
    colours(page, ground, text)
    show_drawn(qtbot, page, r"$\rule{1em}{1em}+$ $\color{red}\blacksquare$")
    assert QColor(text) in ink(page, 0, 1)[2]
    second = len(r"?$\rule{1em}{1em}+$ ")
    assert QColor("red") in ink(page, second, second + 1)[2]


def test_a_formula_in_a_link_has_the_colour_of_links(qtbot: QtBot, page: PageView) -> None:
    page.zoom = 2.0
    show_drawn(qtbot, page, r"[$\mathbf{H}$](#there)")
    link = QColor(look_from_palette(page.palette(), page.font()).link)
    assert link in ink(page, 0, 1)[2]


def test_the_source_takes_no_room_once_the_picture_is_there(qtbot: QtBot, page: PageView) -> None:
    show_drawn(qtbot, page, f"a $`{COST}`$ b")
    place = QTextCursor(page.document())
    place.setPosition(3)
    before = page.cursorRect(place).left()
    place.setPosition(3 + len(COST) + 2)
    assert page.cursorRect(place).left() - before <= 3


def test_what_cannot_be_drawn_stays_as_its_source(qtbot: QtBot, page: PageView) -> None:
    show_drawn(qtbot, page, r"a $\frac{a$ b")
    place = QTextCursor(page.document())
    place.setPosition(5)
    assert page.document().toPlainText().endswith(r"$\frac{a$ b")
    assert page._formulas is not None
    assert page._formulas.drawings == {}
    mono = look_from_palette(page.palette(), page.font()).mono
    assert place.charFormat().fontFamilies() == [mono]


def test_the_source_is_copied(qtbot: QtBot, page: PageView) -> None:
    show_drawn(qtbot, page, f"Let $x_1$ be *it*.\n\n$$\n{COST}\n$$")
    page.selectAll()
    copied = page.createMimeDataFromSelection()
    assert copied.text() == f"Let $x_1$ be it.\n$${COST}$$"
    assert "$x_1$" in copied.html()
    assert "transparent" not in copied.html()


def test_the_source_is_told_to_screen_readers(qtbot: QtBot, page: PageView) -> None:
    show_drawn(qtbot, page, "Let $x_1$ be")
    told = QAccessible.queryAccessibleInterface(page).textInterface()
    assert "$x_1$" in told.text(0, told.characterCount())


def test_the_source_is_the_tip_of_a_formula(qtbot: QtBot, page: PageView) -> None:
    show_drawn(qtbot, page, "$x_1$")
    place = QTextCursor(page.document())
    place.setPosition(1)
    assert place.charFormat().toolTip() == "<qt>x_1</qt>"


def test_a_wide_formula_fits_the_column(qtbot: QtBot, page: PageView) -> None:
    show_drawn(qtbot, page, f"$${'+'.join([COST] * 4)}$$")
    page.grab()
    assert page.horizontalScrollBar().maximum() == 0


def test_a_page_with_many_formulas_does_not_keep_the_window(qtbot: QtBot, page: PageView) -> None:
    text = "\n\n".join(f"${COST} + {n}$" for n in range(100))
    start = time.perf_counter()
    show(page, text)
    assert time.perf_counter() - start < 1
    assert "J(w,b)" in page.toPlainText()
    show(page, "no formula")
    assert page._formulas is not None
    assert page._formulas._formulas.wait(10)
    assert page._formulas.drawings == {}


def test_going_on_while_formulas_are_drawn(qtbot: QtBot, page: PageView) -> None:
    for n in range(20):
        show(page, f"${COST} + {n}$ $y_{{{n}}}$")
    show_drawn(qtbot, page, "$x$")
    assert page._formulas is not None
    assert list(page._formulas.drawings) == [inline("x")]


def test_a_page_goes_while_its_formulas_are_drawn(qtbot: QtBot) -> None:
    page = PageView()
    show(page, "\n\n".join(f"${COST} + {n}$" for n in range(100)))
    assert page._formulas is not None
    formulas = page._formulas._formulas
    page.deleteLater()
    del page
    qtbot.wait(20)
    assert formulas.wait(10)


def test_selecting_and_painting_all_of_a_page(qtbot: QtBot, page: PageView) -> None:
    show_drawn(qtbot, page, f"$x$ and ${COST}$\n\n| $a$ |\n|-|\n| $$b$$ |")
    page.selectAll()
    page.grab()
    page.resize(300, 200)
    page.grab()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the clock's
@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{1}{" * DEEPEST + "x" + "}" * DEEPEST,
        r"\left(" * DEEPEST + "x" + r"\right)" * DEEPEST,
        "x^" * 400 + "x",
        r"\sqrt" * 190 + " x",
        r"\hat" * 240 + " x",
        "x+" * 499,
        r"\begin{matrix}" + "a&" * 480 + r"\end{matrix}",
        r"\text{" + "a " * 480 + "}",
        r"a\hspace{999999999em}b",
        r"\rule{9999999em}{99999em}",
        r"\text{<image href='/etc/passwd'/>}",
        r"\color{url(file:///etc/passwd)}x",
        r"\begin{array}{" + "c" * 900 + r"}a\end{array}",
        r"\tag{1}\tag{2}x",
        "\ud800",
        "}{",
        r"\unknown",
    ],
)
def test_a_bomb_takes_little_time_and_raises_nothing(latex: str) -> None:
    attempt(inline("x"))
    start = time.monotonic()
    drawing = attempt(inline(latex))
    assert time.monotonic() - start < 4
    assert drawing is None or ("<image" not in drawing.svg and "<use" not in drawing.svg)


PIECES = [
    *(r"\frac", "{", "}", "x", "^", "_", "&", r"\\", r"\left(", r"\right)", r"\sqrt", "[", "]"),
    *(r"\begin{matrix}", r"\end{matrix}", r"\text", r"\color{red}", r"\hat", r"\sum", "'", "<"),
    *(">", r"\tag{1}", r"\binom", r"\quad", "é", "中", "😀"),
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_nothing_that_can_be_written_raises(pieces: list[str]) -> None:
    attempt(inline(" ".join(pieces)))


def test_drawings_are_measured_from_the_baseline() -> None:
    letter, low = draw(inline(r"\mathrm{H}")), draw(inline("y"))
    assert letter.descent < 0.05 < low.descent
    assert 0.6 < letter.ascent < 0.8


def test_a_deadline_breaks_off() -> None:
    def nothing() -> None:
        """Give the clock an occasion."""

    def forever() -> None:
        with deadline(0.1):
            while True:
                nothing()

    start = time.monotonic()
    with pytest.raises(Undrawable):
        forever()
    assert time.monotonic() - start < 1
    nothing()


def test_drawings_are_kept_but_not_all() -> None:
    formulas = Formulas()
    for n in range(KEPT + 5):
        formulas._keep(inline(str(n)), None)
    assert not formulas.known(inline("4"))
    assert formulas.known(inline("5"))
    formulas.begin([inline("x"), inline("x")])
    assert formulas.wait(20)
    assert formulas.drawing(inline("x")) is not None
    formulas.begin([inline("x")])
    assert formulas.wait(0)
