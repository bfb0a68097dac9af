"""The program's window, put together at once: tests need not see it empty."""

from pathlib import Path

from coursetracker.app import furnish
from coursetracker.starting import empty_window
from coursetracker.ui.garbage import Collector
from coursetracker.ui.language import speak, spoken_language
from coursetracker.ui.window import MainWindow


def make_window(folder: Path) -> MainWindow:
    """Return the window over the library in a folder, with no course open yet.

    It speaks what was spoken before, else English.

    Raises Problem where the library cannot be opened.
    """
    speak(spoken_language())
    window = empty_window(folder)
    furnish(window, folder)
    Collector(window)
    return window
