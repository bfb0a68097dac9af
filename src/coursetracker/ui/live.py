"""The page with what can be used on it: boxes to tick, code to copy, pictures to open."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from coursetracker.progress.rollup import Check
from coursetracker.ui.boxes import box_in, draw_boxes, scrolled, task_at
from coursetracker.ui.copying import CodeCopier
from coursetracker.ui.page import SCHEME, PageView
from coursetracker.ui.parts import (
    Marker,
    Part,
    Use,
    line_of,
    parts,
    rectangle,
    resize_pictures,
    task_blocks,
)

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SETTLED = 120
"""So long after the last change of its size a page is fitted to it, in milliseconds."""


class LivePage(PageView):
    """A page whose parts answer to the mouse, and to Tab and Enter."""

    tick_asked = Signal(int)  # the source line of the task
    picture_asked = Signal(str)  # the picture's address
    markdown_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self._parts: list[Part] | None = None
        self._tasks: dict[int, QTextBlock] | None = None
        self._here: Part | None = None
        self._ticks: dict[int, Check] = {}
        self._fitted = 0
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self._fit_pictures)
        self.copier = CodeCopier(self)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def show_page(self, html: str) -> None:
        """Show a page in place of the one before."""
        self._html = html
        self._parts, self._tasks, self._here, self._ticks = None, None, None, {}
        self._fitted = self.column
        self.copier.hide()
        super().show_page(html)
        if "<img" in html:
            resize_pictures(self.document(), self.zoom, self.column)

    # Tasks

    def tasks(self) -> dict[int, QTextBlock]:
        """Return the tasks on the page by their source lines."""
        if self._tasks is None:
            boxed = "checked" in self._html  # most pages have none; looking takes time
            self._tasks = task_blocks(self.document()) if boxed else {}
        return self._tasks

    def show_ticks(self, ticks: Mapping[int, Check]) -> None:
        """Tick and untick tasks by their source lines; only what differs is drawn anew."""
        tasks = self.tasks()
        self._ticks = {tasks[line].position(): check for line, check in ticks.items()}
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for line, check in ticks.items():
            marker = Marker.Checked if check is Check.ALL else Marker.Unchecked
            shape = tasks[line].blockFormat()
            if shape.marker() is not marker:
                shape.setMarker(marker)
                edit.setPosition(tasks[line].position())
                edit.setBlockFormat(shape)
        edit.endEditBlock()
        self.viewport().update()

    # Pictures

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures, too, once the size is settled."""
        super().resizeEvent(event)
        self.copier.hide()
        if self._html:
            self._settle.start()

    def _fit_pictures(self) -> None:
        if self.column != self._fitted and f'src="{SCHEME}:' in self._html:
            self.look_changed.emit()

    # Copying

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu."""
        self.menu_at(event.pos()).popup(event.globalPos())

    def menu_at(self, place: QPoint) -> QMenu:
        """Return Qt's own menu, where what is selected can be copied as it is written, too."""
        menu = self.createStandardContextMenu(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.textCursor().hasSelection():
            action = QAction(self.tr("Copy as Markdown"), menu)
            action.triggered.connect(self.markdown_asked)
            menu.insertAction(menu.actions()[1], action)  # after "Copy"
        return menu

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked, and offer to copy the code below the mouse."""
        super().mouseMoveEvent(event)
        if event.buttons() or self.anchorAt(event.position().toPoint()):
            return
        used = self._part_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if used else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self.copier.offer_at(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave what Tab went to."""
        self._here = None
        super().mousePressEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Use what was clicked; selecting text uses nothing."""
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        if not left or self.textCursor().hasSelection():
            return
        used = self._part_at(event.position())
        if used is not None and not self.anchorAt(event.position().toPoint()):
            self._use(used)

    def _part_at(self, place: QPointF) -> Part | None:
        """Return the task whose box, or the picture that, stands at a place of the viewport."""
        block = task_at(self, place) if self._ticks else None
        if block is not None:
            return Part(Use.TASK, block.position(), block.position(), str(line_of(block) or ""))
        name = self.document().documentLayout().imageAt(place + scrolled(self))
        return Part(Use.PICTURE, 0, 0, name) if name.startswith(f"{SCHEME}:") else None

    def leaveEvent(self, event: QEvent) -> None:
        """Take the offer to copy back."""
        super().leaveEvent(event)
        self.copier.leave()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Let the offer to copy go along with its code."""
        super().scrollContentsBy(dx, dy)
        self.copier.follow()

    # The keyboard

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's names
        """Go to the next part of the page that can be used, and after the last one on."""
        if self._parts is None:
            self._parts = [part for part in parts(self.document()) if self._is_usable(part)]
        found = self._beside(self._parts, forwards=next)
        self._go_to(found)
        if found is not None:
            return True
        return QTextEdit.focusNextPrevChild(self, next)  # QTextBrowser's own would begin again

    def _is_usable(self, part: Part) -> bool:
        return part.use is not Use.PICTURE or part.value.startswith(f"{SCHEME}:")

    def _beside(self, all_parts: list[Part], *, forwards: bool) -> Part | None:
        """Return the part after or before the one Tab went to, or the first that is seen."""
        if self._here in all_parts:
            at = all_parts.index(self._here) + (1 if forwards else -1)
            return all_parts[at] if 0 <= at < len(all_parts) else None
        corner = self.viewport().rect()
        if forwards:
            seen = self.cursorForPosition(corner.topLeft()).position()
            return next((part for part in all_parts if part.start >= seen), None)
        seen = self.cursorForPosition(corner.bottomRight()).position()
        return next((part for part in reversed(all_parts) if part.start <= seen), None)

    def _go_to(self, part: Part | None) -> None:
        """Let the keyboard stand on a part, and show where that is."""
        self._here = part
        cursor = self.textCursor()
        cursor.clearSelection()
        if part is not None:
            cursor.setPosition(part.start)
            if part.use in (Use.LINK, Use.PICTURE):
                cursor.setPosition(part.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if part is None:
            self.copier.hide()
        else:
            self.ensureCursorVisible()
            self.copier.offer(part)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use the part that Tab went to with Enter, a box with the space bar as well."""
        here = self._here
        space = here and here.use is Use.TASK and event.key() == Qt.Key.Key_Space
        if here is not None and (event.key() in ENTER or space):
            self._use(here)
        else:
            super().keyPressEvent(event)

    def _use(self, part: Part) -> None:
        match part.use:
            case Use.LINK:
                self.link_clicked.emit(part.value)
            case Use.TASK if part.value:
                self.tick_asked.emit(int(part.value))
            case Use.PICTURE:
                self.picture_asked.emit(part.value)
            case Use.CODE:
                self.copier.copy()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, with a ring around what the keyboard stands on."""
        super().paintEvent(event)
        if self._ticks:
            draw_boxes(self, self._ticks)
        here = self._here
        if here is not None and here.use in (Use.TASK, Use.CODE) and self.hasFocus():
            self._draw_ring(here)

    def _draw_ring(self, part: Part) -> None:
        ring = rectangle(self.document(), part).translated(-scrolled(self))
        if part.use is Use.TASK:
            ring.setLeft(box_in(self, self.document().findBlock(part.start)).left() - 2)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(self.palette().ColorRole.Accent), 1.5))
        painter.drawRoundedRect(ring, 4, 4)
        painter.end()
