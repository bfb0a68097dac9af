"""Work that the window has to wait for, done beside it so that it stays alive."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from coursetracker.ui.job import Job, Tick
from coursetracker.ui.words import verbatim

SOON = 400
"""Milliseconds after which the learner is told what the window waits for."""


def wait_for(work: Callable[[Tick], object], words: str, window: QWidget) -> object:
    """Return what a function returns that runs in a thread; nothing can be done meanwhile.

    Raises what it raises.
    """
    box = QProgressDialog(window)
    box.setLabelText(verbatim(words))
    box.setCancelButton(None)
    box.setRange(0, 1)  # a range of nothing would move by itself
    box.setWindowModality(Qt.WindowModality.WindowModal)
    QTimer.singleShot(SOON, box, box.show)
    loop, job = QEventLoop(), Job(work, window)
    outcomes: list[object] = []
    job.succeeded.connect(outcomes.append)
    job.failed.connect(outcomes.append)
    job.finished.connect(loop.quit)
    job.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    box.close()
    box.deleteLater()
    (outcome,) = outcomes
    if isinstance(outcome, Exception):
        raise outcome
    return outcome
