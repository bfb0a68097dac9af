"""Files that the system asks the program to open, in place of the command line."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """The Qt application. macOS tells it, and not the command line, which files to open."""

    file_asked = Signal(str)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.asked: Path | None = None
        """The file that was asked for last."""

    def event(self, event: QEvent) -> bool:
        """Keep which file is to be opened, and tell it to a window that stands already."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked = Path(event.file())
            self.file_asked.emit(event.file())
            return True
        return super().event(event)
