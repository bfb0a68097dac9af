"""How much was done over time, drawn as steps, and between which days all may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QDate, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from coursetracker.ui import scales
from coursetracker.ui.charts import GAP, Chart, Point, Role

FARTHEST = 3
"""Of what may come, so many times the time that went by is shown; more would flatten that."""

AT_LEAST = 60
"""So many days of what may come are shown in any case."""


@dataclass(frozen=True)
class Growth:
    """What the curve shows beside its points: on which day each of these stands, and the aim.

    `given` is what was done before the first day. `expected` are the two days between which the
    aim may be reached; None is farther away than can be told. `aim_words` say the aim.
    """

    days: tuple[date, ...]
    given: float
    today: date
    aim: float
    aim_words: str
    expected: tuple[date | None, date | None] | None = None

    @cached_property
    def first(self) -> date:
        """The day that the curve begins on."""
        return min(*self.days, self.today) - timedelta(days=1)

    @cached_property
    def last(self) -> date:
        """The last day that is shown."""
        known = max(day for day in (*self.days, self.today) if day not in self._expected)
        if self.expected is None:
            return known
        ahead = timedelta(days=max(FARTHEST * (known - self.first).days, AT_LEAST))
        latest = self.expected[1]
        return known + ahead if latest is None else max(known, min(latest, known + ahead))

    @property
    def _expected(self) -> Sequence[date | None]:
        return self.expected or ()


class CurveChart(Chart):
    """The curve of what was done, with a wedge that opens towards what may come."""

    def __init__(self) -> None:
        super().__init__()
        self.growth: Growth | None = None

    def show_growth(self, growth: Growth, points: Sequence[Point], *, whole: bool) -> None:
        """Show a curve in place of the one before it."""
        self.growth = growth
        self.show_points(points, whole=whole)

    def _top(self) -> float:
        return max(self.highest, self.growth.aim if self.growth else 0.0)

    def _newest(self) -> int:
        """Return the last point that is no forecast."""
        return max((at for at, point in enumerate(self.points) if not point.open), default=0)

    def _x(self, area: QRectF, growth: Growth, day: date) -> float:
        span = max((growth.last - growth.first).days, 1)
        return area.left() + area.width() * (day - growth.first).days / span

    def _tops(self, area: QRectF) -> list[QPointF]:
        if self.growth is None:
            return []
        return [
            QPointF(min(self._x(area, self.growth, day), area.right()), self._y(area, point.value))
            for day, point in zip(self.growth.days, self.points, strict=True)
        ]

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        if self.growth is None:
            return
        tops = self._tops(area)
        done = [top for top, point in zip(tops, self.points, strict=True) if not point.open]
        begin = QPointF(area.left(), self._y(area, self.growth.given))
        self._draw_expected(painter, area, done[-1] if done else begin)
        self._draw_steps(painter, area, [begin, *done])
        self._draw_aim(painter, area)
        self._draw_days(painter, area)
        if self.cursor_at is not None:
            painter.setPen(QPen(self.palette().color(Role.Base), 2))
            painter.setBrush(self.palette().color(Role.Accent))
            painter.drawEllipse(tops[self.cursor_at], 5, 5)

    def _draw_steps(self, painter: QPainter, area: QRectF, tops: Sequence[QPointF]) -> None:
        """Draw the curve, level until the next day that adds to it."""
        path = QPainterPath(tops[0])
        for before, top in pairwise(tops):
            path.lineTo(top.x(), before.y())
            path.lineTo(top)
        below = QPainterPath(path)
        below.lineTo(tops[-1].x(), area.bottom())
        below.lineTo(area.left(), area.bottom())
        painter.fillPath(below, self._faint())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().color(Role.Accent), 2))
        painter.drawPath(path)

    def _faint(self) -> QColor:
        colour = self.palette().color(Role.Accent)
        colour.setAlphaF(0.15)
        return colour

    def _draw_expected(self, painter: QPainter, area: QRectF, now: QPointF) -> None:
        """Draw the wedge from today to the days between which the aim may be reached."""
        growth = self.growth
        if growth is None or growth.expected is None:
            return
        goal = self._y(area, growth.aim)
        far = growth.today + timedelta(days=5 * 365)
        ends = [QPointF(self._x(area, growth, day or far), goal) for day in growth.expected]
        painter.save()
        painter.setClipRect(area)
        ink = self.palette().color(Role.Accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.5)
        painter.drawPolygon(QPolygonF([now, *ends]))
        painter.setOpacity(1.0)
        painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DashLine))
        for end in ends:
            painter.drawLine(now, end)
        painter.restore()

    def _draw_aim(self, painter: QPainter, area: QRectF) -> None:
        assert self.growth is not None  # noqa: S101
        y = self._y(area, self.growth.aim)
        painter.setPen(QPen(self.palette().color(Role.Text), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(self.palette().color(Role.Text))
        descent = QFontMetricsF(painter.font()).descent()
        painter.drawText(QPointF(area.left() + GAP, y - descent - 2), self.growth.aim_words)

    def _draw_days(self, painter: QPainter, area: QRectF) -> None:
        """Mark today, and write days under the axis."""
        growth = self.growth
        assert growth is not None  # noqa: S101
        x = round(self._x(area, growth, growth.today)) + 0.5
        if growth.last > growth.today:
            painter.setPen(QPen(self.palette().color(Role.PlaceholderText), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        widest = QFontMetricsF(painter.font()).horizontalAdvance("MMMM 0000")
        most = max(2, int(area.width() / (widest + GAP)))
        days = scales.days(growth.first, growth.last, most)
        by_month = all(day.day == 1 for day in days)
        for number, day in enumerate(days):
            with_year = by_month and (number == 0 or day.month == 1)
            form = "MMM yyyy" if with_year else "MMM" if by_month else "d MMM"
            words = self.locale().toString(QDate(day.year, day.month, day.day), form)
            self._write_below(painter, area, self._x(area, growth, day), words)
