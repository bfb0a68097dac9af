"""The buttons of a dialog."""

from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QDialogButtonBox


class ButtonBox(QDialogButtonBox):
    """Shows buttons in words alone.

    Some desktops add pictures to them, which are made for other colours than those we may have.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Take the pictures away."""
        for button in self.buttons():
            button.setIcon(QIcon())
        super().showEvent(event)
