"""Progress bars and tick boxes as the outline and the checklist draw them."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QWidget

from coursetracker.course.outline import State
from coursetracker.progress.rollup import Check, Progress
from coursetracker.ui.theme import tones

Role = QPalette.ColorRole
BAR_HEIGHT = 4
BOX = 16
"""How wide and high a tick box is at least."""
SIGN_ROLE = Qt.ItemDataRole.UserRole + 9
"""Under which a row knows the sign in its box."""


class Sign(Enum):
    """What a tick box holds; the sign tells it, not the colour."""

    NONE = "none"
    TICK = "tick"  # all is done
    DASH = "dash"  # some of what hangs under it is
    HALF = "half"  # the lesson is in progress
    STROKE = "stroke"  # skipped


SIGNS = {
    Qt.CheckState.Unchecked: Sign.NONE,
    Qt.CheckState.PartiallyChecked: Sign.DASH,
    Qt.CheckState.Checked: Sign.TICK,
}
_OF_CHECK = {Check.NONE: Sign.NONE, Check.SOME: Sign.DASH, Check.ALL: Sign.TICK}
_OF_STATE = {State.IN_PROGRESS: Sign.HALF, State.SKIPPED: Sign.STROKE}
_LINES = {
    Sign.TICK: ((0.27, 0.52), (0.44, 0.69), (0.74, 0.33)),
    Sign.DASH: ((0.3, 0.5), (0.7, 0.5)),
    Sign.STROKE: ((0.32, 0.68), (0.68, 0.32)),
}


def box_side(metrics: QFontMetrics) -> int:
    """Return how wide and high a tick box is beside text: it grows with that."""
    return max(BOX, round(0.9 * metrics.height()))


def sheet_side(metrics: QFontMetrics) -> int:
    """Return how wide and high the mark of a note is beside text."""
    return 3 * box_side(metrics) // 4


def draw_bar(
    painter: QPainter, place: QRect, share: float, palette: QPalette, *, chosen: bool = False
) -> None:
    """Draw a rounded bar filled to a share (0 to 1), on a row that is chosen or on the base."""
    room = QRectF(place)
    radius = room.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink, track = palette.color(Role.Accent), tones(palette).track
    if chosen:  # the accent is the colour of the ground there
        ink = palette.color(Role.HighlightedText)
        track = QColor(ink)
        track.setAlphaF(0.3)
    painter.setBrush(track)
    painter.drawRoundedRect(room, radius, radius)
    if share > 0:
        filled = QRectF(room)
        filled.setWidth(max(room.height(), room.width() * share))
        painter.setBrush(tones(palette).good if share >= 1 and not chosen else ink)
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


class TickBox(QCheckBox):
    """A check box that looks like the tick boxes of the outline; its state is only ever set."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._sign: Sign | None = None

    def show_sign(self, sign: Sign | None) -> None:
        """Show a sign of its own in the box; None shows that of the check state."""
        self._sign = sign
        self.update()

    def nextCheckState(self) -> None:
        """Leave the box as it is at a click: it shows a tick once that is recorded."""

    def sizeHint(self) -> QSize:
        """Return room for the box as large as it is, which the style does not know."""
        side = box_side(self.fontMetrics())
        return super().sizeHint().expandedTo(QSize(0, side + 4)) + QSize(side - BOX, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the text beside it, and a ring around both while it has the focus."""
        painter, palette = QPainter(self), self.palette()
        side = box_side(self.fontMetrics())
        box = QRectF(2, (self.height() - side) / 2, side, side)
        roles = (Role.Window, Role.Accent, Role.PlaceholderText)
        sign = self._sign or SIGNS[self.checkState()]
        draw_box(painter, box, sign, *(palette.color(role) for role in roles))
        painter.setPen(palette.color(Role.WindowText))
        beside = self.rect().adjusted(side + 8, 0, 0, 0)
        how = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(beside, how, self.text())
        if self.hasFocus():
            painter.setPen(palette.color(Role.Accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class ChoiceBox(TickBox):
    """A check box drawn as the window's other ones, and ticked at once."""

    def nextCheckState(self) -> None:
        """Change at a click."""
        self.setChecked(not self.isChecked())


def sign_of(progress: Progress, item_id: int) -> Sign:
    """Return what stands in an item's box."""
    state = progress.state(item_id)
    if state is State.SKIPPED or progress.outline.is_leaf(item_id):
        return _OF_STATE.get(state, _OF_CHECK[progress.check(item_id)])
    return _OF_CHECK[progress.check(item_id)]


def draw_box(  # noqa: PLR0913, PLR0917  one box, three colours
    painter: QPainter, box: QRectF, sign: Sign, ground: QColor, ink: QColor, edge: QColor
) -> None:
    """Draw a tick box: full where something is done, else open; half full while in progress."""
    full = sign in (Sign.TICK, Sign.DASH)
    room, scale = box.adjusted(1, 1, -1, -1), box.width() / BOX
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink if full or sign is Sign.HALF else edge, 1.2 * scale))
    painter.setBrush(ink if full else ground)
    painter.drawRoundedRect(room, 3 * scale, 3 * scale)
    if sign is Sign.HALF:
        painter.setClipRect(room.adjusted(0, 0, -room.width() / 2, 0))
        painter.setBrush(ink)
        painter.drawRoundedRect(room, 3 * scale, 3 * scale)
    elif sign in _LINES:
        _draw_lines(painter, box, ground if full else edge, _LINES[sign])
    painter.restore()


def _draw_lines(
    painter: QPainter, box: QRectF, ink: QColor, lines: Sequence[tuple[float, float]]
) -> None:
    width = 1.8 * box.width() / BOX
    painter.setPen(QPen(ink, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(
        [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in lines]
    )


def draw_note(painter: QPainter, sheet: QRectF, ink: QColor) -> None:
    """Draw the mark of a note: a sheet with lines on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(sheet.adjusted(1.5, 0.5, -1.5, -0.5), 1.5, 1.5)
    for share in (0.32, 0.52, 0.72):
        across = sheet.y() + share * sheet.height()
        end = 0.7 if share < 0.7 else 0.55
        painter.drawLine(
            QPointF(sheet.x() + 0.32 * sheet.width(), across),
            QPointF(sheet.x() + end * sheet.width(), across),
        )
    painter.restore()
