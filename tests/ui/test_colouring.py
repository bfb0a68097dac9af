"""Code that colours badly: its page comes all the same, with the code plain."""

import itertools
import signal
import threading
import time
from contextlib import suppress

import pytest

from coursetracker.ui.colouring import Colouring, Overdue, alarm, can_ring

GROUND = "#ffffff"
BAD = "s{" * 20_000
"""Perl that Pygments colours in a time that grows as the square of its length: most of a minute."""

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""An alarm may ring while garbage is collected, and be heard the next time."""

needs_alarm = pytest.mark.skipif(not can_ring(), reason="no alarm on this system")


def test_code_is_coloured() -> None:
    assert "color:" in Colouring()("print(1)", "python", GROUND, dark=False)


@needs_alarm
def test_code_that_takes_too_long_is_plain() -> None:
    begun = time.process_time()
    assert Colouring(0.1)(BAD, "perl", GROUND, dark=False) == BAD
    assert time.process_time() - begun < 20  # a hang, not a figure


@needs_alarm
def test_all_code_of_a_page_has_one_patience() -> None:
    colouring = Colouring(0.05)
    assert colouring(BAD, "perl", GROUND, dark=False) == BAD
    assert colouring("print(1 < 2)", "python", GROUND, dark=False) == "print(1 &lt; 2)"


def test_beside_the_main_thread_only_short_code_is_coloured() -> None:
    told: list[str] = []

    def colour() -> None:
        colouring = Colouring(60)
        told.append(colouring("print(1)", "python", GROUND, dark=False))
        told.append(colouring(BAD, "perl", GROUND, dark=False))

    thread = threading.Thread(target=colour)
    thread.start()
    thread.join()
    assert "color:" in told[0]
    assert told[1] == BAD


@needs_alarm
def test_an_alarm_leaves_what_was_there_before() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(Overdue), alarm(0.01):
        for _ in itertools.count():
            pass
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@needs_alarm
def test_an_alarm_that_is_not_heard_rings_again() -> None:
    def wait() -> None:
        end = time.monotonic() + 10
        while time.monotonic() < end:
            pass

    def wait_on() -> None:
        with suppress(Overdue):
            wait()
        wait()

    with pytest.raises(Overdue), alarm(0.01):
        wait_on()
