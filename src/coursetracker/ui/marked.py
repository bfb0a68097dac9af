"""Lines of text with parts of them marked, as results show what was looked for."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from coursetracker.seeking.marking import Marked

ELLIPSIS = "…"
LONGEST = 500
"""So many characters of a line are laid out at most; no screen shows more."""


def qt_places(text: str) -> Sequence[int]:
    """Return where each character of a text, and its end, stands for Qt.

    A character beyond the first 65,536 counts as two there.
    """
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    return [0, *accumulate(1 + (character > "\uffff") for character in text)]


def mark_look(ink: QColor, ground: QColor | None) -> QTextCharFormat:
    """Return how marked letters look: bold, and on a ground or, without one, underlined."""
    look = QTextCharFormat()
    look.setForeground(ink)
    look.setFontWeight(QFont.Weight.Bold)
    if ground is None:
        look.setFontUnderline(True)
    else:
        look.setBackground(ground)
    return look


def split(marked: Marked, font: QFont, width: int) -> tuple[Marked, Marked]:
    """Return what of a text fits into a line of this many pixels, and the rest."""
    layout = _laid_out(marked, _bold(font), width)
    counted = layout.lineAt(0).textLength() if layout.lineCount() else 0
    places = qt_places(marked.text)
    cut = next((at for at, place in enumerate(places) if place >= counted), len(marked.text))
    return _part(marked, 0, cut), _part(marked, cut, len(marked.text))


def draw(painter: QPainter, place: QRect, marked: Marked, look: QTextCharFormat) -> None:
    """Draw a text as one line in the painter's font and ink, as much of it as fits."""
    marked = _part(marked, 0, LONGEST)
    room = 10 * place.width()  # one line, however long
    layout = _laid_out(marked, painter.font(), room, look)
    if layout.lineCount() and layout.lineAt(0).naturalTextWidth() > place.width():
        metrics = QFontMetrics(_bold(painter.font()))
        shown = _part(marked, 0, _characters(marked.text, metrics, place.width()))
        marked = Marked(shown.text.rstrip() + ELLIPSIS, shown.spans)
        layout = _laid_out(marked, painter.font(), room, look)
    height = layout.boundingRect().height()
    layout.draw(painter, QPointF(place.x(), place.y() + (place.height() - height) / 2))


def _bold(font: QFont) -> QFont:
    """Return the font of marks; what fits in it fits wherever marks are."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    return bold


def _characters(text: str, metrics: QFontMetrics, width: int) -> int:
    """Return how many characters fit into a width, with an ellipsis after them."""
    few, many = 0, len(text)
    while few < many:
        middle = (few + many + 1) // 2
        if metrics.horizontalAdvance(text[:middle] + ELLIPSIS) <= width:
            few = middle
        else:
            many = middle - 1
    return few


def _part(marked: Marked, start: int, end: int) -> Marked:
    spans = ((max(first, start) - start, min(after, end) - start) for first, after in marked.spans)
    return Marked(marked.text[start:end], tuple(span for span in spans if span[0] < span[1]))


def _laid_out(
    marked: Marked, font: QFont, width: int, look: QTextCharFormat | None = None
) -> QTextLayout:
    layout = QTextLayout(marked.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if look is not None:
        places = qt_places(marked.text)
        layout.setFormats([_range(places[a], places[b], look) for a, b in marked.spans])
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _range(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, look
    return found
