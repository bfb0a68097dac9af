"""Bare machines to try packages on: made once, and made anew where making was stopped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "machine.sh"
MAKER = """\
#!/bin/sh
mkdir -p "$3/etc/apt/apt.conf.d"
echo made >>"$MADE"
[ -z "$STOPPED" ]
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Debian")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Let a program that only writes down that it ran make machines; return where it does."""
    (tmp_path / "debootstrap").write_text(MAKER)
    (tmp_path / "debootstrap").chmod(0o755)
    return tmp_path / "made"


def make(made: Path, folder: Path, *, stopped: str = "") -> int:
    names = ("PIP_CONFIG", "CERTIFICATES", "APT_CONFIG_DIRECTORY", "MIRROR")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment |= {"PATH": f"{made.parent}:{os.environ['PATH']}"}
    environment |= {"MADE": str(made), "STOPPED": stopped}
    words = f'. "{SCRIPT}"; make_machine trixie "{folder}"'
    told = subprocess.run(["bash", "-euc", words], env=environment, check=False)
    return told.returncode


def test_a_machine_is_made_once(made: Path, tmp_path: Path) -> None:
    assert make(made, tmp_path / "machine") == make(made, tmp_path / "machine") == 0
    assert made.read_text() == "made\n"


def test_a_machine_whose_making_was_stopped_is_made_anew(made: Path, tmp_path: Path) -> None:
    machine = tmp_path / "machine"
    assert make(made, machine, stopped="yes") != 0
    (machine / "half").touch()
    assert make(made, machine) == 0
    assert not (machine / "half").exists()
    assert (machine / "etc" / "apt").is_dir()


def test_a_folder_that_holds_something_else_is_left_alone(made: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").touch()
    assert make(made, tmp_path / "home") != 0
    assert (tmp_path / "home" / "letter").exists()
    assert not made.exists()
