"""The boxes of tasks on the page, drawn as in the outline over the small ones that Qt draws."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from coursetracker.ui.marks import Role, Sign, draw_box
from coursetracker.ui.parts import is_task

GAP = 6
"""How far the box stands from the text, in pixels at the usual size."""

LINE = 15
"""The height of a line of text that boxes of 16 pixels go with."""


def draw_boxes(page: QTextEdit, ticks: Mapping[int, Sign]) -> None:
    """Draw the boxes that are seen; `ticks` says by the places of their texts how they are."""
    palette = page.palette()
    colours = [palette.color(role) for role in (Role.Base, Role.Accent, Role.PlaceholderText)]
    painter = QPainter(page.viewport())
    for block in _seen(page):
        if block.position() in ticks:
            box = box_in(page, block)
            painter.fillRect(box.adjusted(0, 0, GAP * 2 / 3, 0), colours[0])  # over Qt's own box
            draw_box(painter, box, ticks[block.position()], *colours)
    painter.end()


def box_in(page: QTextEdit, block: QTextBlock) -> QRectF:
    """Return where in the viewport a task has its box."""
    scale = QFontMetricsF(block.charFormat().font()).lineSpacing() / LINE
    line = block.layout().lineAt(0).naturalTextRect()
    room = page.document().documentLayout().blockBoundingRect(block)
    right = room.left() + line.left() - GAP * scale
    middle = room.top() + line.center().y()
    box = QRectF(right - 16 * scale, middle - 8 * scale, 16 * scale, 16 * scale)
    return box.translated(-scrolled(page))


def task_at(page: QTextEdit, place: QPointF) -> QTextBlock | None:
    """Return the task whose box stands at a place of the viewport."""
    block = page.cursorForPosition(place.toPoint()).block()
    is_drawn = is_task(block) and block.layout().lineCount()
    found = is_drawn and box_in(page, block).contains(place)
    return block if found else None


def scrolled(page: QTextEdit) -> QPointF:
    """Return where in its document the viewport begins."""
    return QPointF(page.horizontalScrollBar().value(), page.verticalScrollBar().value())


def _seen(page: QTextEdit) -> Iterator[QTextBlock]:
    layout, bottom = page.document().documentLayout(), page.viewport().height()
    block, down = page.cursorForPosition(QPoint(0, 0)).block(), page.verticalScrollBar().value()
    while block.isValid() and layout.blockBoundingRect(block).top() - down < bottom:
        if block.layout().lineCount():  # asking for a line that is not there ends the program
            yield block
        block = block.next()
