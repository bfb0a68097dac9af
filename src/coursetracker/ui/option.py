"""One of several options, drawn so that it is seen in light and in dark colours."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QRadioButton

from coursetracker.ui.marks import BOX, box_side

Role = QPalette.ColorRole


class OptionButton(QRadioButton):
    """A radio button that goes with the window's tick boxes."""

    def sizeHint(self) -> QSize:
        """Return room for the circle as large as it is, which the style does not know."""
        side = box_side(self.fontMetrics())
        return super().sizeHint().expandedTo(QSize(0, side + 4)) + QSize(side - BOX, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle, the text beside it, and a ring around both while it has the focus."""
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = box_side(self.fontMetrics())
        dot = 3.5 * side / BOX
        circle = QRectF(2, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        edge = Role.Accent if self.isChecked() else Role.PlaceholderText
        faint = palette.color(Role.Mid)
        painter.setPen(QPen(palette.color(edge) if self.isEnabled() else faint, 1.2))
        painter.setBrush(palette.color(Role.Window))
        painter.drawEllipse(circle)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Accent))
            painter.drawEllipse(circle.adjusted(dot, dot, -dot, -dot))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(palette.color(Role.WindowText))
        beside = self.rect().adjusted(side + 8, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextShowMnemonic.value
        painter.drawText(beside, flags, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(palette.color(Role.Accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
