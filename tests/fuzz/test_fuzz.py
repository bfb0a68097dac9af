"""What fuzzing has found stays mended, and a little is fuzzed each time."""

import random
import sys
from pathlib import Path

import pytest

from fuzz.engine import Fuzzer, limited
from fuzz.targets import TARGETS, Target

CORPUS = Path(__file__).parent / "corpus"
STEPS = {"reader": 60, "folder": 60, "matching": 60, "import": 25, "database": 25}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no timer to break off")


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_known_is_borne(name: str) -> None:
    files = sorted((CORPUS / name).iterdir())
    assert files
    for file in files:
        with limited(20):
            TARGETS[name].run(file.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_near_it_is_borne(name: str) -> None:
    """The same steps each time, so that a test run tells of a change; `dev.py fuzz` explores."""
    fuzzer = Fuzzer(TARGETS[name], random.Random(1))
    fuzzer.begin([*TARGETS[name].seeds(), *map(Path.read_bytes, (CORPUS / name).iterdir())][:40])
    for _ in range(STEPS[name]):
        fuzzer.step()
    assert fuzzer.findings == {}


def test_a_fault_behind_three_words_is_found() -> None:
    """The fuzzer itself: blind changes would need far more than so many steps."""

    def run(data: bytes) -> None:
        from coursetracker.course.durations import effort_minutes  # noqa: PLC0415

        minutes = effort_minutes(data.decode("utf-8", "replace"))
        if minutes == 97:
            raise ValueError

    target = Target(run, (b"1", b"9", b"7", b" h", b" min", b"3"))
    fuzzer = Fuzzer(target, random.Random(1))
    fuzzer.begin([b"x"])
    for _ in range(20_000):
        fuzzer.step()
        if fuzzer.findings:
            break
    assert len(fuzzer.findings) == 1
