"""Progress bars and tick boxes as the outline and the checklist draw them."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox

from coursetracker.ui.theme import tones

Role = QPalette.ColorRole
BAR_HEIGHT = 4
BOX = 16
SHEET = 12
"""How wide and high the mark of a note is."""


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

    def nextCheckState(self) -> None:
        """Leave the box as it is at a click: it shows a tick once that is recorded."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the text beside it, and a ring around both while it has the focus."""
        painter, palette = QPainter(self), self.palette()
        box = QRectF(2, (self.height() - BOX) / 2, BOX, BOX)
        roles = (Role.Window, Role.Accent, Role.PlaceholderText)
        draw_box(painter, box, self.checkState(), *(palette.color(role) for role in roles))
        painter.setPen(palette.color(Role.WindowText))
        beside = self.rect().adjusted(BOX + 8, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(palette.color(Role.Accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class ChoiceBox(TickBox):
    """A check box drawn as the window's other ones, and ticked at once."""

    def nextCheckState(self) -> None:
        """Change at a click."""
        self.setChecked(not self.isChecked())


def draw_box(  # noqa: PLR0913, PLR0917  one box, three colours
    painter: QPainter, box: QRectF, state: Qt.CheckState, ground: QColor, ink: QColor, edge: QColor
) -> None:
    """Draw a tick box: empty, with a tick, or with a dash where only some is done."""
    blank = state is Qt.CheckState.Unchecked
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge if blank else ink, 1.2))
    painter.setBrush(ground if blank else ink)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    if not blank:
        _draw_sign(painter, box, ground, whole=state is Qt.CheckState.Checked)
    painter.restore()


def _draw_sign(painter: QPainter, box: QRectF, ink: QColor, *, whole: bool) -> None:
    """Draw a tick for all, a dash for some: the sign tells it, not the colour."""
    painter.setPen(QPen(ink, 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    signs = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.33)) if whole else ((0.3, 0.5), (0.7, 0.5))
    painter.drawPolyline(
        [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in signs]
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


def note_icon(palette: QPalette) -> QIcon:
    """Return the mark of a note as a picture for a button."""
    picture = QPixmap(2 * BOX, 2 * BOX)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_note(painter, QRectF(1, 1, BOX - 2, BOX - 2), palette.color(Role.ButtonText))
    painter.end()
    return QIcon(picture)
