"""A picture by itself, as large as it is."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QDialog, QFrame, QGraphicsScene, QGraphicsView, QVBoxLayout, QWidget

STEP = 1.25
CLOSEST = 8.0
FARTHEST = 0.05


class PictureView(QGraphicsView):
    """Shows a picture whole; Ctrl and the wheel, or plus and minus, bring it closer."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        scene = QGraphicsScene(self)
        scene.addPixmap(QPixmap.fromImage(image))
        self.setScene(scene)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the whole picture, or its own size where that has room."""
        super().showEvent(event)
        room, picture = self.viewport().rect(), self.sceneRect()
        self.scale_to(min(1.0, room.width() / picture.width(), room.height() / picture.height()))

    def scale_to(self, scale: float) -> None:
        """Show the picture so many times as large as it is."""
        scale = float(min(max(scale, FARTHEST), CLOSEST))
        self.resetTransform()
        self.scale(scale, scale)

    def shown_scale(self) -> float:
        """Return how many times as large as it is the picture is shown."""
        return self.transform().m11()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, come closer or go farther."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.scale_to(self.shown_scale() * STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Come closer with plus, go farther with minus; 0 shows the picture's own size."""
        scales = {"+": self.shown_scale() * STEP, "-": self.shown_scale() / STEP, "0": 1.0}
        if event.text() in scales:
            self.scale_to(scales[event.text()])
        else:
            super().keyPressEvent(event)


def show_picture(parent: QWidget, image: QImage, name: str) -> QDialog:
    """Open a picture in a window of its own, and return that."""
    dialog = QDialog(parent)
    dialog.setObjectName("picture-window")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(name or QCoreApplication.translate("Pictures", "Picture"))
    room = parent.screen().availableSize()
    dialog.resize(
        min(max(image.width() + 8, 320), room.width() * 9 // 10),
        min(max(image.height() + 8, 240), room.height() * 9 // 10),
    )
    view = PictureView(image, dialog)
    view.setAccessibleName(dialog.windowTitle())
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(view)
    dialog.open()
    return dialog
