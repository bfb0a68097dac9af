"""A disk that fails while the program works: what was shown as done is there all the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from survival.checking import Witness, kept
from survival.conftest import SEED, Drive

COMPILER = shutil.which("cc")
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or COMPILER is None, reason="preloads a library in C"
)


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the library that makes the disk fail."""
    library = tmp_path_factory.mktemp("failing") / "failing.so"
    source = Path(__file__).with_name("failing.c")
    assert COMPILER is not None
    subprocess.run([COMPILER, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.mark.parametrize("one_in", [2, 7, 40])
def test_what_was_shown_is_there_though_the_disk_failed(
    one_in: int, failing: Path, drive: Drive, tmp_path: Path
) -> None:
    switch, witness = tmp_path / "on", Witness()
    driver = drive(
        SEED + one_in,
        LD_PRELOAD=str(failing),
        FAILING_SWITCH=str(switch),
        FAILING_ONE_IN=str(one_in),
        FAILING_SEED=str(one_in),
    )
    assert driver.stdout is not None
    witness.hear([driver.stdout.readline()])
    for fails in (True, False, True):
        switch.touch() if fails else switch.unlink()
        for _ in range(24):
            witness.hear([driver.stdout.readline()])
    driver.kill()
    witness.hear(driver.stdout.readlines())

    assert witness.refused > 0
    assert witness.actions > witness.refused
    there = kept(tmp_path / "data")
    witness.check(there)
    witness.settle(there)
    again = drive(SEED)  # and it starts again, on what is there
    assert again.stdout is not None
    witness.hear([again.stdout.readline()])
    witness.check(there)
