"""Progress bars and tick boxes as the outline and the checklist draw them."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from coursetracker.ui.theme import tones

Role = QPalette.ColorRole
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
        painter.setBrush(tones(palette).good if complete else palette.color(Role.Accent))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def draw_check(painter: QPainter, row: QStyleOptionViewItem) -> None:
    """Draw a row's tick box over the style's own, whose edge cannot be seen in the dark."""
    part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    box = QRectF(row.widget.style().subElementRect(part, row, row.widget))
    selected = bool(row.state & QStyle.StateFlag.State_Selected)
    palette = row.palette
    edge = palette.color(Role.HighlightedText if selected else Role.PlaceholderText)
    fill = palette.color(Role.HighlightedText if selected else Role.Accent)
    ink = palette.color(Role.Highlight if selected else Role.Base)
    ground = palette.color(Role.Highlight if selected else Role.Base)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, ground)
    blank = row.checkState is Qt.CheckState.Unchecked
    painter.setPen(QPen(edge if blank else fill, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if blank else fill)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    if not blank:
        _draw_sign(painter, box, ink, whole=row.checkState is Qt.CheckState.Checked)
    painter.restore()


def _draw_sign(painter: QPainter, box: QRectF, ink: QColor, *, whole: bool) -> None:
    """Draw a tick for all, a dash for some: the sign tells it, not the colour."""
    painter.setPen(QPen(ink, 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    signs = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.33)) if whole else ((0.3, 0.5), (0.7, 0.5))
    painter.drawPolyline(
        [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in signs]
    )
