"""Charts that can be read with the eyes, with the keys, and with a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBrush,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coursetracker.ui import scales

Role = QPalette.ColorRole
Key = Qt.Key
GAP = 6
"""Pixels between what is drawn and what is written."""

FEWEST = 34
"""Pixels that a mark of the upright axis needs for itself."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a chart: what it is of, in full and for the axis, its value, that in words.

    What is `open` may still grow, or is a forecast; it is drawn hatched.
    """

    label: str
    short: str
    value: float
    shown: str
    open: bool = False

    @property
    def spoken(self) -> str:
        """The figure in words."""
        return f"{self.label}: {self.shown}"


class Chart(QWidget):
    """What all charts have in common: axes, and a cursor that goes from point to point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: Sequence[Point] = ()
        self.cursor_at: int | None = None
        self._whole = True
        self.highest = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a size in which the axes are not crowded."""
        return QSize(360, 180)

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which figures can be read."""
        return QSize(200, 110)

    def show_points(self, points: Sequence[Point], *, whole: bool) -> None:
        """Show points in place of those before; the cursor stays where it can."""
        self.points, self._whole = points, whole
        self.highest = max((point.value for point in points), default=0.0)
        if self.cursor_at is not None:
            self.cursor_at = min(self.cursor_at, len(points) - 1) if points else None
        self._describe()
        self.update()

    # The cursor

    def go_to(self, point: int) -> None:
        """Put the cursor on a point, and have it said by a screen reader."""
        self._point_at(point)
        if self.points:
            words = self.points[self.cursor_at or 0].spoken
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _point_at(self, point: int) -> None:
        self.cursor_at = max(0, min(point, len(self.points) - 1)) if self.points else None
        self._describe()
        self.update()

    def _describe(self) -> None:
        if self.cursor_at is None:
            self.setAccessibleDescription(self.tr("Arrow keys go from figure to figure."))
        else:
            self.setAccessibleDescription(self.points[self.cursor_at].spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another point."""
        at, last = self.cursor_at or 0, len(self.points) - 1
        goal = {
            Key.Key_Left: at - 1, Key.Key_Right: at + 1, Key.Key_Home: 0, Key.Key_End: last,
            Key.Key_PageUp: at - 10, Key.Key_PageDown: at + 10,
        }.get(Key(event.key()))  # fmt: skip
        if goal is None:
            super().keyPressEvent(event)
        else:
            self.go_to(goal)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on the point that is nearest to the mouse, from left to right."""
        x = event.position().x()
        tops = self._tops(self._area())
        if tops:
            self._point_at(min(range(len(tops)), key=lambda at: abs(tops[at].x() - x)))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the cursor away with the mouse, unless the keys have it."""
        if not self.hasFocus():
            self.cursor_at = None
            self._describe()
            self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor at the newest point."""
        if self.cursor_at is None:
            self._point_at(self._newest())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away."""
        self.cursor_at = None
        self._describe()
        self.update()
        super().focusOutEvent(event)

    def _newest(self) -> int:
        return len(self.points) - 1

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the axes, the chart between them, and what the cursor is on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(Role.Base))
        area = self._area()
        if self.points:
            self._draw_values(painter, area)
            self._draw(painter, area)
            if self.cursor_at is not None:
                self._draw_bubble(painter, area, self.cursor_at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        edge = Role.Accent if self.hasFocus() else Role.Mid
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.palette().color(edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw what is particular to a chart."""
        raise NotImplementedError

    def _tops(self, area: QRectF) -> list[QPointF]:
        """Return where each point stands."""
        raise NotImplementedError

    def _top(self) -> float:
        """Return the highest value that is shown."""
        return self.highest

    def _values(self, height: float) -> list[float]:
        return scales.values(self._top(), max(2, int(height / FEWEST)), whole=self._whole)

    def _area(self) -> QRectF:
        """Return where the chart stands between its axes."""
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        room = QRectF(self.rect()).adjusted(2 * GAP, 2 * GAP + line, -2 * GAP, -2 * GAP - line)
        marks = self._values(room.height())
        widest = max(metrics.horizontalAdvance(self._mark(value)) for value in marks)
        return room.adjusted(widest + GAP, 0, 0, 0)

    def _mark(self, value: float) -> str:
        decimals = 0 if value == int(value) else 1
        return self.locale().toString(float(value), "f", decimals)

    def _y(self, area: QRectF, value: float) -> float:
        return area.bottom() - area.height() * value / self._values(area.height())[-1]

    def _draw_values(self, painter: QPainter, area: QRectF) -> None:
        line = painter.fontMetrics().height()
        for value in self._values(area.height()):
            y = round(self._y(area, value)) + 0.5
            painter.setPen(self.palette().color(Role.Mid))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self.palette().color(Role.PlaceholderText))
            place = QRectF(0, y - line / 2, area.left() - GAP, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, self._mark(value))

    def _write_below(self, painter: QPainter, area: QRectF, x: float, words: str) -> None:
        """Write under the axis, as near to x as there is room."""
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(words)
        left = min(max(x - width / 2, area.left() - GAP), self.width() - GAP - width)
        painter.setPen(self.palette().color(Role.PlaceholderText))
        painter.drawText(QPointF(left, area.bottom() + GAP + metrics.ascent()), words)

    def _draw_bubble(self, painter: QPainter, area: QRectF, at: int) -> None:
        top, words = self._tops(area)[at], self.points[at].spoken
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(words) + 2 * GAP
        height = metrics.height() + GAP
        left = min(max(top.x() - width / 2, GAP), self.width() - GAP - width)
        y = top.y() - height - GAP
        bubble = QRectF(left, y if y >= 2 else top.y() + 2 * GAP, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(Role.ToolTipBase))
        painter.drawRoundedRect(bubble, 4, 4)
        painter.setPen(self.palette().color(Role.ToolTipText))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, words)


class BarChart(Chart):
    """A bar for each point, with its value over it where there is room."""

    def _bars(self, area: QRectF) -> list[QRectF]:
        step = area.width() / len(self.points)
        width = min(step * 0.7, 48.0)
        centres = (area.left() + step * (at + 0.5) for at in range(len(self.points)))
        tops = (self._y(area, point.value) for point in self.points)
        return [
            QRectF(x - width / 2, y, width, area.bottom() - y)
            for x, y in zip(centres, tops, strict=True)
        ]

    def _tops(self, area: QRectF) -> list[QPointF]:
        if not self.points:
            return []
        return [QPointF(bar.center().x(), bar.top()) for bar in self._bars(area)]

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        ink = self.palette().color(Role.Accent)
        bars = self._bars(area)
        for at, (bar, point) in enumerate(zip(bars, self.points, strict=True)):
            pattern = Qt.BrushStyle.BDiagPattern if point.open else Qt.BrushStyle.SolidPattern
            painter.setPen(QPen(ink, 2.5 if at == self.cursor_at else 1.0))
            painter.setBrush(QBrush(ink, pattern))
            if point.value:
                painter.drawRect(bar)
        step = area.width() / len(bars)
        self._write_values(painter, bars, step)
        widest = max(metrics.horizontalAdvance(point.short) for point in self.points) + GAP
        every = max(1, -int(-widest // step))
        for at in range(len(bars) - 1, -1, -every):
            self._write_below(painter, area, bars[at].center().x(), self.points[at].short)

    def _write_values(self, painter: QPainter, bars: Sequence[QRectF], step: float) -> None:
        metrics = QFontMetricsF(painter.font())
        words = [self._mark(round(point.value, 1)) if point.value else "" for point in self.points]
        if max(metrics.horizontalAdvance(each) for each in words) > step:
            return
        painter.setPen(self.palette().color(Role.Text))
        for bar, each in zip(bars, words, strict=True):
            x = bar.center().x() - metrics.horizontalAdvance(each) / 2
            painter.drawText(QPointF(x, bar.top() - metrics.descent() - 1), each)
