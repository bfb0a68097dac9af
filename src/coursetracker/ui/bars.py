"""Progress bars as the outline and the checklist draw them."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette

from coursetracker.ui.theme import tones

BAR_HEIGHT = 4


def draw_bar(painter: QPainter, place: QRect, share: float, palette: QPalette) -> None:
    """Draw a rounded bar filled to a share (0 to 1)."""
    room = QRectF(place)
    radius = room.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tones(palette).track)
    painter.drawRoundedRect(room, radius, radius)
    if share > 0:
        filled = QRectF(room)
        filled.setWidth(max(room.height(), room.width() * share))
        complete = share >= 1
        painter.setBrush(
            tones(palette).good if complete else palette.color(QPalette.ColorRole.Accent)
        )
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()
