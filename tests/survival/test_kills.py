"""The program is killed at any moment; what its window showed as done is there."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from survival.checking import Witness, kept
from survival.conftest import SEED, Drive, Driver

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")


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


ROUNDS = [0, *(pytest.param(number, marks=pytest.mark.soak) for number in range(1, 16))]
KILLS = 20


@pytest.mark.parametrize("round_", ROUNDS)
def test_what_was_shown_is_there_after_a_kill(round_: int, drive: Drive, tmp_path: Path) -> None:
    chance, witness = random.Random(SEED + round_), Witness()
    for number in range(KILLS * round_, KILLS * (round_ + 1)):
        kill(drive(SEED + number), witness, chance)
        if (tmp_path / "data" / "coursetracker.sqlite3").exists() and witness.titles:
            there = kept(tmp_path / "data")
            witness.check(there)
            witness.settle(there)
    assert witness.actions > KILLS


def test_two_programs_on_one_library_both_keep_what_they_show(drive: Drive, tmp_path: Path) -> None:
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
