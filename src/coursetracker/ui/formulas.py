"""Drawing formulas, beside the window: ziamath takes 5 to 50 ms for each.

What it can do wrong is kept away from the window: only formulas that are `is_fit` come here, a
drawing that takes too long is broken off from within its thread, and what goes wrong in it means
that the formula stays as its source.
"""

import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import tostring

from coursetracker.markdown.mathematics import Formula

if TYPE_CHECKING:
    from types import FrameType

INK = "currentColor"
"""Stands in a drawing for the colour of the text."""

EM = 100.0
"""The size at which formulas are drawn; they are vectors, and shown at any."""

MARGIN = 2.0
"""What letters may reach beyond their measures."""

LONGEST_TIME = 2.0
"""After so many seconds a drawing is broken off."""

PAGE_TIME = 20.0
"""After so many seconds the formulas of a page that are left stay as their source."""

WIDEST = 150.0
LARGEST = 300_000
"""How wide a picture may be, in its letters' size, and how many characters its SVG may have."""

KEPT = 1000

_ONE_AT_A_TIME = threading.Lock()
"""ziamath shares its font."""


class Undrawable(Exception):
    """The formula cannot be drawn, or would take too long or too much room."""


class Drawing(NamedTuple):
    """A formula as SVG; its measures, from the baseline, count its letters' size as 1."""

    svg: str
    width: float
    ascent: float
    descent: float


def draw(formula: Formula) -> Drawing:
    """Return the picture of a formula.

    Raises `Undrawable`, and whatever ziamath does of a formula that it does not understand.
    """
    from ziamath.config import config  # noqa: PLC0415  only formulas need it, and it takes 250 ms
    from ziamath.zmath import Latex  # noqa: PLC0415

    config.svg2 = False  # Qt's SVG does not show all of the second version
    inline = not formula.is_display
    root = Latex(formula.latex, EM, inline=inline, color=INK, margin=MARGIN).svgxml()
    _, top, width, height = (float(number) for number in root.attrib["viewBox"].split())
    svg = tostring(root, encoding="unicode").replace('"black"', f'"{INK}"')  # rules are black
    if not len(root) or not 0 < max(width, height) <= WIDEST * EM or len(svg) > LARGEST:
        raise Undrawable
    return Drawing(svg, width / EM, -top / EM, (height + top) / EM)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Break off what takes longer: the call of Python code after that raises `Undrawable`."""
    end = time.monotonic() + seconds
    before = sys.gettrace()

    def look_at_the_clock(_frame: "FrameType", _event: str, _value: object) -> None:
        if time.monotonic() > end:
            raise Undrawable

    sys.settrace(look_at_the_clock)
    try:
        yield
    finally:
        sys.settrace(before)


class Formulas:
    """Draws formulas in a thread, and keeps what was drawn last.

    The thread touches nothing of Qt; who wants its drawings looks for them from time to time.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[Formula, Drawing | None] = OrderedDict()
        self._stop = threading.Event()
        self._done = threading.Event()
        self._done.set()

    def begin(self, formulas: Iterable[Formula]) -> None:
        """Draw these, and no more those before that are still to be drawn."""
        self.cancel()
        wanted = dict.fromkeys(formulas)
        for formula in wanted.keys() & self._kept.keys():
            self._kept.move_to_end(formula)
        missing = [formula for formula in wanted if formula not in self._kept]
        if missing:
            self._stop, self._done = threading.Event(), threading.Event()
            run = (missing, self._stop, self._done)
            threading.Thread(target=self._draw, args=run, name="formulas", daemon=True).start()

    def cancel(self) -> None:
        """Draw no more than the formula that is begun."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the drawings, and return whether there is none to wait for any more."""
        return self._done.wait(seconds)

    def known(self, formula: Formula) -> bool:
        """Return whether a formula has been tried."""
        return formula in self._kept

    def drawing(self, formula: Formula) -> Drawing | None:
        """Return the drawing of a formula; None if there is none, or not yet."""
        return self._kept.get(formula)

    def _draw(
        self, formulas: Iterable[Formula], stop: threading.Event, done: threading.Event
    ) -> None:
        end = time.monotonic() + PAGE_TIME
        with _ONE_AT_A_TIME:
            for formula in formulas:
                if stop.is_set() or time.monotonic() > end:
                    break
                self._keep(formula, attempt(formula))
        done.set()

    def _keep(self, formula: Formula, drawing: Drawing | None) -> None:
        self._kept[formula] = drawing
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)


def attempt(formula: Formula) -> Drawing | None:
    """Return the picture of a formula, None where it cannot be drawn in time."""
    try:
        import ziamath  # noqa: F401, PLC0415  outside the time for drawing

        with deadline(LONGEST_TIME):
            return draw(formula)
    except Exception:  # noqa: BLE001  ziamath raises what it likes; the source stays
        return None


def draw_alone(formula: Formula) -> Drawing | None:
    """Return the picture of a formula while no other one is drawn."""
    with _ONE_AT_A_TIME:
        return attempt(formula)
