"""Collects garbage in the window's thread, and nowhere else.

Python collects wherever the next object happens to be made: in a thread that works beside the
window, too, and what is collected there may be a widget that Qt is just drawing in the other one.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 100
"""What work beside the window makes in this time is looked through in less than a frame."""


class Collector(QObject):
    """Stands in for Python's own collector as long as there is a window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(collect)
        timer.start()


def collect() -> None:
    """Collect the oldest generation that is due, by the counts that Python keeps for itself."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > threshold > 0
    ]
    if due:
        gc.collect(due[-1])
