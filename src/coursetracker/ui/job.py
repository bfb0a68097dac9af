"""Work that takes longer than a frame, done beside the window."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

Tick = Callable[[int, int], None]
"""Tells how much is done, of how much; raises `Cancelled` when nobody wants the rest."""


class Cancelled(Exception):
    """The learner has called the job off."""


class Job(QObject):
    """Runs one function in a thread of its own and reports back by signal.

    The function takes a `Tick` and immutable values only; it touches no widget, session or
    database. After `cancel` nothing but `finished` is heard of it.
    """

    ticked = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(Exception)
    finished = Signal()
    _ended = Signal(object)

    def __init__(self, work: Callable[[Tick], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)
        self._ended.connect(self._announce)

    def start(self) -> None:
        """Begin; the answer comes by signal."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next tick."""
        self._cancelled.set()

    def wait(self) -> None:
        """Block until the thread has ended."""
        self._thread.join()

    def _tick(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self.ticked.emit(done, total)

    def _run(self) -> None:
        try:
            outcome = self._work(self._tick)
        except Exception as error:  # noqa: BLE001  it is told to the window, whatever it is
            outcome = error
        self._ended.emit(outcome)

    def _announce(self, outcome: object) -> None:
        if self._cancelled.is_set() or isinstance(outcome, Cancelled):
            pass
        elif isinstance(outcome, Exception):
            self.failed.emit(outcome)
        else:
            self.succeeded.emit(outcome)
        self.finished.emit()
        self.deleteLater()
