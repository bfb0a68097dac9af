"""A driver of the real program, and the course that it works through."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from survival.driver import course_text

DRIVER = Path(__file__).with_name("driver.py")
SEED = int(os.environ.get("KILLS_SEED", "20260301"))

Driver = subprocess.Popen[bytes]
Drive = Callable[..., Driver]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    path = tmp_path / "bread.md"
    path.write_text(course_text(SEED % 1000), "utf-8")
    return path


@pytest.fixture
def drive(tmp_path: Path, course: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Drive]:
    """Return a function that starts a driver; none survives the test."""
    started: list[Driver] = []

    def drive(*words: object, **environment: str) -> Driver:
        driver = subprocess.Popen(
            [sys.executable, DRIVER, tmp_path / "data", course, *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        )
        started.append(driver)
        return driver

    with TemporaryDirectory() as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield drive
        for driver in started:
            if driver.poll() is None:
                driver.kill()
            driver.communicate()
    log = tmp_path / "data" / "coursetracker.log"
    assert "Uncaught" not in log.read_text("utf-8")
