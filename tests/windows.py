"""The program's window, put together at once: tests need not see it empty."""

from pathlib import Path

from coursetracker.app import furnish
from coursetracker.starting import empty_window
from coursetracker.ui.garbage import Collector
from coursetracker.ui.window import MainWindow


def make_window(folder: Path) -> MainWindow:
    """Return the window over the library in a folder, with no course open yet.

    Raises Problem where the library cannot be opened.
    """
    window = empty_window(folder)
    furnish(window, folder)
    Collector(window)
    return window
