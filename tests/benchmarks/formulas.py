"""How long formulas take: a drawing first and again, and the page that shows them.

Prints JSON: milliseconds. The page holds a hundred formulas; "shown" is when its text is there
and the window free again, "longest_stall" the longest time that the window then does nothing
else while the pictures come.
"""

import json
import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from coursetracker.markdown import parse
from coursetracker.markdown.mathematics import Formula
from coursetracker.markdown.page import page_html
from coursetracker.starting import make_application
from coursetracker.ui.formulas import Formulas, attempt
from coursetracker.ui.language import speak
from coursetracker.ui.page import PageView, look_from_palette

LATEX = (
    "x^2",
    r"\alpha \in \mathbb{R}^n",
    r"\frac{TP}{TP + FP}",
    r"f_{w,b}(x) = wx + b",
    r"\sigma(z) = \frac{1}{1 + e^{-z}}",
    r"J(w,b) = \frac{1}{2m} \sum_{i=1}^{m} \left( f_{w,b}(x^{(i)}) - y^{(i)} \right)^2",
    r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}",
)


def milliseconds(start: float) -> float:
    """Return the milliseconds since a moment."""
    return round(1000 * (time.perf_counter() - start), 2)


def drawings() -> dict[str, float]:
    """Return how long drawings take: the first with its imports, and others alone."""
    start = time.perf_counter()
    attempt(Formula("x", is_display=False))
    first = milliseconds(start)
    times = []
    for latex in LATEX:
        start = time.perf_counter()
        attempt(Formula(latex, is_display=True))
        times.append(milliseconds(start))
    kept = Formulas()
    wanted = [Formula(latex, is_display=True) for latex in LATEX]
    kept.begin(wanted)
    kept.wait(10)
    start = time.perf_counter()
    kept.begin(wanted)
    kept.wait(10)
    again = milliseconds(start)
    return {
        "with_imports": first,
        "median": statistics.median(times),
        "longest": max(times),
        "all_again": again,
    }


def pages(app: QApplication) -> dict[str, float]:
    """Return how long a page of a hundred formulas keeps the window."""
    page = PageView()
    page.resize(900, 700)
    page.show()
    text = "\n\n".join(f"Number {n}: ${LATEX[n % len(LATEX)]} + {n}$" for n in range(100))
    document = parse(text)
    look = look_from_palette(page.palette(), page.font())
    html = page_html(document.page(document.root), look, lambda _: None)

    def shown() -> tuple[float, float, float]:
        start = time.perf_counter()
        page.show_page(html)
        free = milliseconds(start)
        longest, end = 0.0, start + 20
        view = page._formulas
        while view is not None and view.is_drawing and time.perf_counter() < end:
            turn = time.perf_counter()
            app.processEvents()
            longest = max(longest, milliseconds(turn))
            time.sleep(0.001)
        return free, longest, milliseconds(start)

    first, again = shown(), shown()
    return {
        "shown": first[0],
        "longest_stall": first[1],
        "all_drawn": first[2],
        "shown_again": again[0],
        "all_drawn_again": again[2],
    }


def main() -> None:
    """Measure and print."""
    app = make_application(sys.argv[:1])
    speak("en")
    print(json.dumps({"drawing_ms": drawings(), "page_ms": pages(app)}))


if __name__ == "__main__":
    main()
