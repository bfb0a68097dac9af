"""The program is killed at any moment; what its window showed as done is there."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from survival.checking import Witness, kept
from survival.driver import course_text

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
DRIVER = Path(__file__).with_name("driver.py")
SEED = int(os.environ.get("KILLS_SEED", "20260301"))

Driver = subprocess.Popen[bytes]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    path = tmp_path / "bread.md"
    path.write_text(course_text(SEED % 1000), "utf-8")
    return path


@pytest.fixture
def drive(
    tmp_path: Path, course: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Driver]]:
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


def kill(driver: Driver, witness: Witness, chance: random.Random) -> None:
    """Kill a driver after some of its lines, and sometimes before the first."""
    assert driver.stdout is not None
    if chance.random() < 0.15:
        time.sleep(chance.uniform(0, 0.6))
    else:
        for _ in range(chance.randint(1, 30)):
            witness.hear([driver.stdout.readline()])
        time.sleep(chance.uniform(0, 0.05))
    driver.send_signal(signal.SIGKILL)
    witness.hear(driver.stdout.readlines())
    assert driver.wait() == -signal.SIGKILL


@pytest.mark.parametrize(
    "kills", [20, pytest.param(300, marks=pytest.mark.soak)], ids=["twenty", "three-hundred"]
)
def test_what_was_shown_is_there_after_a_kill(
    kills: int, drive: Callable[..., Driver], tmp_path: Path
) -> None:
    chance, witness = random.Random(SEED), Witness()
    for number in range(kills):
        kill(drive(SEED + number), witness, chance)
        if (tmp_path / "data" / "coursetracker.sqlite3").exists() and witness.titles:
            there = kept(tmp_path / "data")
            witness.check(there)
            witness.settle(there)
    assert witness.actions > kills
    print(f"{kills} kills, {witness.actions} actions shown, {len(witness.notes)} notes")  # noqa: T201


def test_two_programs_on_one_library_both_keep_what_they_show(
    drive: Callable[..., Driver], tmp_path: Path
) -> None:
    first = drive(SEED)
    assert first.stdout is not None
    first.stdout.readline()  # the course is taken in
    first.kill()
    witnesses = [Witness(), Witness()]
    drivers = [drive(SEED + share, share, 2) for share in range(2)]
    for _ in range(40):
        for driver, witness in zip(drivers, witnesses, strict=True):
            assert driver.stdout is not None
            witness.hear([driver.stdout.readline()])
    for driver, witness in zip(drivers, witnesses, strict=True):
        driver.kill()
        assert driver.stdout is not None
        witness.hear(driver.stdout.readlines())
    there = kept(tmp_path / "data")
    for share, witness in enumerate(witnesses):
        assert witness.actions > 10
        witness.check(there, (share, 2))
