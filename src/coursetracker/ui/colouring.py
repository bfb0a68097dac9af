"""Colouring code within a time, since a regular expression may take hours for a few lines.

Only an alarm breaks off a match that runs: Python's engine looks for signals while it matches,
and lets nothing else run. Where there is none (Windows, or beside the main thread) only short
code is coloured.
"""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from types import FrameType

from coursetracker.markdown.colours import coloured

PATIENCE = 0.5
"""So many seconds may the colours of one page take; code after that stays plain."""

SHORT = 5_000
"""Code of so many characters is coloured even where nothing can break it off."""


AGAIN = 0.1
"""Seconds after which an alarm rings again, if nothing has ended for it."""


class Overdue(Exception):
    """What was to be done takes too long."""


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Break off what takes longer, by raising `Overdue` within it; main thread of POSIX only.

    It rings until it is heard: Python drops what is raised while it collects garbage.
    """
    is_waiting = True

    def ring(_signal: int, _frame: FrameType | None) -> None:
        if is_waiting:
            raise Overdue

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        try:
            yield
        finally:
            is_waiting = False  # one that rings before this is raised here
    finally:
        is_waiting = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Colouring:
    """Colours the code of one page, until its patience is at an end."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._left = patience

    def __call__(self, code: str, language: str, ground: str, *, dark: bool) -> str:
        """Return code as HTML, coloured if its language is known and there is time for it."""
        begun = time.monotonic()
        try:
            return self._coloured(code, language, ground, dark=dark)
        except Overdue:
            return escape(code, quote=False)
        finally:
            self._left -= time.monotonic() - begun

    def _coloured(self, code: str, language: str, ground: str, *, dark: bool) -> str:
        if self._left <= 0:
            raise Overdue
        if can_ring():
            with alarm(self._left):
                return coloured(code, language, ground, dark=dark)
        return coloured(code, language if len(code) <= SHORT else "", ground, dark=dark)


def can_ring() -> bool:
    """Return whether an alarm can be set here."""
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and hasattr(signal, "setitimer")
