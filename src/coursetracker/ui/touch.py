"""Using what is on the page, by mouse and by keyboard."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextCursor

from coursetracker.ui.boxes import box_in, draw_boxes, scrolled, task_at
from coursetracker.ui.copying import CodeCopier
from coursetracker.ui.course_files import SCHEME
from coursetracker.ui.marks import Sign
from coursetracker.ui.parts import (
    Marker,
    Part,
    Use,
    changing,
    line_of,
    parts,
    rectangle,
    task_blocks,
)

if TYPE_CHECKING:
    from coursetracker.ui.live import LivePage

MARKERS = (Marker.Unchecked, Marker.Checked)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Touch(QObject):
    """Knows what on a page can be used, and which of it the keyboard stands on."""

    def __init__(self, page: "LivePage") -> None:
        super().__init__(page)
        self._page = page
        page.viewport().setMouseTracking(True)
        self._boxed = False
        self._parts: Sequence[Part] | None = None
        self._tasks: dict[int, QTextBlock] | None = None
        self._ticks: dict[int, Sign] = {}
        self.here: Part | None = None
        self.copier = CodeCopier(page)

    def begin(self, html: str) -> None:
        """Forget the page before; what stands on this one is looked for when it is asked for."""
        self._parts, self._tasks, self._ticks, self.here = None, None, {}, None
        self._boxed = "checked" in html  # most pages have no tasks; looking for them takes time
        self.copier.hide()

    # Tasks

    def tasks(self) -> dict[int, QTextBlock]:
        """Return the tasks on the page by their source lines."""
        if self._tasks is None:
            self._tasks = task_blocks(self._page.document()) if self._boxed else {}
        return self._tasks

    def show_ticks(self, ticks: Mapping[int, Sign]) -> None:
        """Tick and untick tasks by their source lines; only what differs is drawn anew."""
        tasks = self.tasks()
        self._ticks = {tasks[line].position(): sign for line, sign in ticks.items()}
        wanted = [(tasks[line], MARKERS[sign is Sign.TICK]) for line, sign in ticks.items()]
        others = [each for each in wanted if each[0].blockFormat().marker() is not each[1]]
        if others:
            with changing(self._page.document()) as cursor:
                for block, marker in others:
                    shape = block.blockFormat()
                    shape.setMarker(marker)
                    cursor.setPosition(block.position())
                    cursor.setBlockFormat(shape)
        self._page.viewport().update()

    # The mouse

    def hover(self, place: QPointF) -> None:
        """Show what the mouse is over."""
        if self._page.anchorAt(place.toPoint()):
            return  # Qt shows that
        used = self._part_at(place) is not None
        shape = Qt.CursorShape.PointingHandCursor if used else Qt.CursorShape.IBeamCursor
        self._page.viewport().setCursor(shape)
        self.copier.offer_at(place.toPoint())

    def click(self, place: QPointF) -> None:
        """Use what stands at a place; links are Qt's."""
        used = self._part_at(place)
        if used is not None and not self._page.anchorAt(place.toPoint()):
            self._use(used)

    def _part_at(self, place: QPointF) -> Part | None:
        """Return the task whose box, or the picture that, stands at a place of the viewport."""
        block = task_at(self._page, place) if self._ticks else None
        if block is not None:
            return Part(Use.TASK, block.position(), block.position(), str(line_of(block) or ""))
        layout = self._page.document().documentLayout()
        name = layout.imageAt(place + scrolled(self._page))
        return Part(Use.PICTURE, 0, 0, name) if name.startswith(f"{SCHEME}:") else None

    # The keyboard

    def step(self, *, forwards: bool) -> bool:
        """Go to the part after, or before; return whether there is one."""
        if self._parts is None:
            self._parts = [part for part in parts(self._page.document()) if _is_usable(part)]
        self._go_to(self._beside(self._parts, forwards=forwards))
        return self.here is not None

    def _beside(self, all_parts: Sequence[Part], *, forwards: bool) -> Part | None:
        """Return the part beside the one we are on, or the first that is seen."""
        if self.here in all_parts:
            at = all_parts.index(self.here) + (1 if forwards else -1)
            return all_parts[at] if 0 <= at < len(all_parts) else None
        corner = self._page.viewport().rect()
        if forwards:
            seen = self._page.cursorForPosition(corner.topLeft()).position()
            return next((part for part in all_parts if part.start >= seen), None)
        seen = self._page.cursorForPosition(corner.bottomRight()).position()
        return next((part for part in reversed(all_parts) if part.start <= seen), None)

    def _go_to(self, part: Part | None) -> None:
        """Let the keyboard stand on a part, and show where that is."""
        self.here = part
        cursor = self._page.textCursor()
        cursor.clearSelection()
        if part is not None:
            cursor.setPosition(part.start)
            if part.use in (Use.LINK, Use.PICTURE):
                cursor.setPosition(part.end, QTextCursor.MoveMode.KeepAnchor)
        self._page.setTextCursor(cursor)
        if part is None:
            self.copier.hide()
        else:
            self._page.ensureCursorVisible()
            self.copier.offer(part)
        self._page.viewport().update()

    def leave(self) -> None:
        """Stand on nothing."""
        if self.here is not None:
            self.here = None
            self._page.viewport().update()

    def press(self, key: int) -> bool:
        """Use what we are on where the key says so; return whether it does."""
        here = self.here
        if here is None or not (key in ENTER or (here.use is Use.TASK and key == Qt.Key.Key_Space)):
            return False
        self._use(here)
        return True

    def _use(self, part: Part) -> None:
        match part.use:
            case Use.LINK:
                self._page.link_clicked.emit(part.value)
            case Use.TASK if part.value:
                self._page.tick_asked.emit(int(part.value))
            case Use.PICTURE:
                self._page.picture_asked.emit(part.value)
            case Use.CODE:
                self.copier.copy()

    # Drawing

    def paint(self) -> None:
        """Draw what Qt does not: our boxes, and a ring around what the keyboard stands on."""
        if self._ticks:
            draw_boxes(self._page, self._ticks)
        here = self.here
        if here is not None and here.use in (Use.TASK, Use.CODE) and self._page.hasFocus():
            self._draw_ring(here)

    def _draw_ring(self, part: Part) -> None:
        page = self._page
        ring = rectangle(page.document(), part).translated(-scrolled(page))
        if part.use is Use.TASK:
            ring.setLeft(box_in(page, page.document().findBlock(part.start)).left() - 2)
        painter = QPainter(page.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(page.palette().color(page.palette().ColorRole.Accent), 1.5))
        painter.drawRoundedRect(ring, 4, 4)
        painter.end()


def _is_usable(part: Part) -> bool:
    return part.use is not Use.PICTURE or part.value.startswith(f"{SCHEME}:")
