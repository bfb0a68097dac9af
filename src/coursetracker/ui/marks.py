"""Progress bars and tick boxes as the outline and the checklist draw them."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QStyleOptionViewItem

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
    box = row.widget.style().subElementRect(part, row, row.widget)
    selected = bool(row.state & QStyle.StateFlag.State_Selected)
    ground = Role.Highlight if selected else Role.Base
    ink = Role.HighlightedText if selected else Role.Accent
    edge = Role.HighlightedText if selected else Role.PlaceholderText
    colours = [row.palette.color(role) for role in (ground, ink, edge)]
    _draw_box(painter, QRectF(box), row.checkState, *colours)


class TickBox(QCheckBox):
    """A check box that looks like the tick boxes of the outline."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw our box over the style's."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(part, option, self)
        roles = (Role.Window, Role.Accent, Role.PlaceholderText)
        colours = [self.palette().color(role) for role in roles]
        _draw_box(QPainter(self), QRectF(box), self.checkState(), *colours)


def _draw_box(  # noqa: PLR0913, PLR0917  one box, three colours
    painter: QPainter, box: QRectF, state: Qt.CheckState, ground: QColor, ink: QColor, edge: QColor
) -> None:
    blank = state is Qt.CheckState.Unchecked
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, ground)
    painter.setPen(QPen(edge if blank else ink, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if blank else ink)
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
