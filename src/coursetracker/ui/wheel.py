"""Controls in a page that scrolls leave the wheel to it, until they have the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class _Leaving(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel go through."""
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        if watched.hasFocus():
            return False
        event.ignore()
        return True


def leave_wheel(control: QWidget) -> None:
    """Let the wheel over a control scroll what it stands on, and not change what is chosen."""
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.installEventFilter(_Leaving(control))
