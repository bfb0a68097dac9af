"""The pictures of commands and small buttons: one set, drawn in the colours of the palette."""

from typing import ClassVar

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QKeySequence,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QToolButton, QWidget

from coursetracker.resources import resources

Role = QPalette.ColorRole
SET = "lucide"
"""The folder of the set among the shipped icons."""
INK = "currentColor"
"""What a picture of the set calls the colour it is drawn in."""
PICTURE = "picture"
"""Under which an action knows the name of its picture."""


class Drawing(QIconEngine):
    """Draws a picture of the set anew each time, so that it is sharp and in the colours that hold.

    Nothing is read before the icon is first seen. `lit` is the role of its colour where the style
    calls it active: in a menu that is on the colour of what is chosen, on a button it is not.
    """

    _clones: ClassVar[list[QIconEngine]] = []  # Qt does not take them over from Python

    def __init__(self, name: str, lit: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._lit = lit

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _: QIcon.State) -> None:
        """Draw it over a rectangle."""
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  not needed before

        colour = self._colour(mode)
        drawn = (resources() / "icons" / SET / f"{self._name}.svg").read_text(encoding="utf-8")
        data = QByteArray(drawn.replace(INK, colour).encode())
        QSvgRenderer(data).render(painter, QRectF(rect))

    def _colour(self, mode: QIcon.Mode) -> str:
        palette = QGuiApplication.palette()
        if mode is QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, Role.ButtonText).name()
        lit = Role.HighlightedText if mode is QIcon.Mode.Selected else self._lit
        return palette.color(lit if mode is not QIcon.Mode.Normal else Role.ButtonText).name()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it as a picture of a size in pixels."""
        return self.scaledPixmap(size, mode, state, 1)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return it as a picture for a screen that has `scale` pixels for each of the size."""
        picture = QPixmap(size * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(), picture.size()), mode, state)
        painter.end()
        picture.setDevicePixelRatio(scale)
        return picture

    def clone(self) -> QIconEngine:
        """Return another one like it."""
        copy = Drawing(self._name, self._lit)
        self._clones.append(copy)
        return copy


def give_icon(action: QAction, name: str) -> None:
    """Give an action a picture for menus; `name` is that of a file of the set."""
    action.setIcon(QIcon(Drawing(name, Role.HighlightedText)))
    action.setProperty(PICTURE, name)


def button_icon(name: str) -> QIcon:
    """Return a picture for a button."""
    return QIcon(Drawing(name, Role.ButtonText))


def icon_button(name: str, told: str, parent: QWidget) -> QToolButton:
    """Return a flat button that shows a picture only; `told` is its tip and spoken name."""
    button = QToolButton(parent)
    button.setIcon(button_icon(name))
    button.setIconSize(icon_size(button))
    button.setAutoRaise(True)
    button.setToolTip(told)
    button.setAccessibleName(told)
    return button


def icon_size(widget: QWidget) -> QSize:
    """Return how large a picture is beside the widget's text."""
    side = max(16, widget.fontMetrics().height())
    return QSize(side, side)


def action_button(action: QAction, parent: QWidget) -> QToolButton:
    """Return a flat button for an action that shows the action's picture in place of its text."""
    picture = button_icon(str(action.property(PICTURE)))
    button = icon_button("", action.text().replace("&", ""), parent)
    button.setDefaultAction(action)  # gives it the picture for menus, again with each change

    def dress() -> None:
        button.setIcon(picture)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        told = action.toolTip()
        button.setToolTip(f"{told} ({keys})" if keys and keys not in told else told)

    action.changed.connect(dress)
    dress()
    return button
