"""A row of parts that stand below each other where there is too little room beside."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class StackingRow(QWidget):
    """Holds parts side by side as long as each has the width that it wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """Add a part; those of a row that is not full keep to its beginning."""
        alignment = Qt.AlignmentFlag(0) if stretch else Qt.AlignmentFlag.AlignLeft
        self.box.addWidget(part, stretch, alignment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place of the parts anew."""
        super().resizeEvent(event)
        self._turn()

    def sizeHint(self) -> QSize:
        """Return the room that the parts want as they stand now."""
        return self.box.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for the widest part, as they may stand below each other."""
        widths = [
            max(part.minimumSizeHint().width(), part.minimumWidth()) for part in self._parts()
        ]
        sides = self.box.contentsMargins()
        width = max(widths, default=0) + sides.left() + sides.right()
        return QSize(width, self.box.minimumSize().height())

    def _parts(self) -> list[QWidget]:
        every = (self.box.itemAt(at) for at in range(self.box.count()))
        parts = (None if each is None else each.widget() for each in every)
        return [part for part in parts if part is not None]

    def _turn(self) -> None:
        sides = self.box.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        parts = [part for part in self._parts() if not part.isHidden()]
        wanted = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in parts)
        wanted += self.box.spacing() * (len(parts) - 1)
        direction = QBoxLayout.Direction
        wished = direction.LeftToRight if wanted <= room else direction.TopToBottom
        if wished is not self.box.direction():
            self.box.setDirection(wished)
            self.box.activate()
            self.updateGeometry()
