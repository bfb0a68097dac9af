"""A screen that nobody sees, and hands for its keyboard: for the tests and the benchmarks."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_WAIT = 60
"""Seconds after which a window that has not come will not come."""


def can_watch_windows() -> bool:
    """Tell whether the programs for an unseen screen are installed."""
    return all(shutil.which(name) for name in ("Xvfb", "xdotool"))


@contextmanager
def unseen_screen() -> Iterator[dict[str, str]]:
    """Start an X server of its own and yield the environment that leads programs to it.

    It stays as it is when its last program ends: a server that resets refuses the next one.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()  # only when it is ready
        others = {
            name: value
            for name, value in os.environ.items()
            if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XAUTHORITY")
        }
        yield {**others, "DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()


def xdotool(screen: dict[str, str], *arguments: str) -> str:
    """Do something with a screen's windows or keyboard and return what was found."""
    done = subprocess.run(
        ["xdotool", *arguments],
        env=screen, check=True, capture_output=True, text=True, timeout=LONGEST_WAIT,
    )  # fmt: skip
    return done.stdout.strip()


def wait_for_window(screen: dict[str, str], title: str) -> str:
    """Return the window of a title as soon as it can be seen; raises TimeoutError if never.

    Looks every few milliseconds, as xdotool's own way of waiting looks twice a second.
    """
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        try:
            return xdotool(screen, "search", "--onlyvisible", "--name", title).splitlines()[0]
        except subprocess.CalledProcessError:
            time.sleep(0.005)
    raise TimeoutError(f"no window of the title {title} was shown")
