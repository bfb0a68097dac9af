"""One window for each library: real programs that start while another one runs."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coursetracker import instance
from coursetracker.instance import Claim, claim_or_hand_over, received
from coursetracker.ui.answering import Door

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sockets are of POSIX")

Start = Callable[..., "subprocess.Popen[str]"]
WATCHED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from coursetracker import __main__, app
opened = app.open_first

def open_first(window, path, **circumstances):
    opened(window, path, **circumstances)
    window.session.course_opened.connect(lambda course: print(course.title, flush=True))
    QTimer.singleShot(0, window, lambda: print("shown", flush=True))

app.open_first = open_first
sys.exit(__main__.main())
"""


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty folder for the sockets, with a short path as those of systems have."""
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        yield Path(name)


@pytest.fixture
def start(runtime: Path) -> Iterator[Start]:
    """Return a function that starts the program, which tells what course it opens."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path, *words: str | Path, cwd: Path | None = None) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-c", WATCHED, "--data-dir", folder.absolute(), *words],
            stdout=subprocess.PIPE,
            text=True,
            cwd=cwd,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        started.append(program)
        return program

    yield start
    for program in started:
        program.kill()
        program.communicate()


def line(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


@pytest.fixture
def course(tmp_path: Path) -> Path:
    path = tmp_path / os.fsdecode("pan ñ.md".encode())
    path.write_text("# Bread\n\n- [ ] Mix\n- [ ] Bake\n", "utf-8")
    return path


def test_a_second_start_hands_its_file_over_and_ends(
    start: Start, course: Path, tmp_path: Path
) -> None:
    first = start(tmp_path / "data")
    assert line(first) == "shown"
    second = start(tmp_path / "data", course.name, cwd=tmp_path)
    assert second.wait(60) == 0
    assert line(first) == "Bread"
    assert line(second) == ""


def test_starts_at_the_same_moment_leave_one_window(start: Start, tmp_path: Path) -> None:
    programs = [start(tmp_path / "data") for _ in range(3)]
    ended = [program for program in programs if _ends(program)]
    assert [program.returncode for program in ended] == [0, 0]


def _ends(program: "subprocess.Popen[str]") -> bool:
    return line(program) != "shown" and program.wait(60) is not None


def test_after_a_kill_the_next_start_is_the_first(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path / "data")
    assert line(first) == "shown"
    first.kill()
    first.wait()
    assert line(start(tmp_path / "data")) == "shown"


def test_another_library_and_a_window_beside_are_programs_of_their_own(
    start: Start, tmp_path: Path
) -> None:
    assert line(start(tmp_path / "data")) == "shown"
    assert line(start(tmp_path / "other")) == "shown"
    assert line(start(tmp_path / "data", "--new-window")) == "shown"


def test_a_window_that_hangs_is_not_waited_for_long(
    runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "PATIENCE", 0.2)
    first = claim_or_hand_over(tmp_path / "data", None)
    assert first is not None
    assert first.address is not None
    with closing(socket.socket(socket.AF_UNIX)) as silent:
        silent.bind(first.address)
        silent.listen()
        second = claim_or_hand_over(tmp_path / "data", None)
    assert second == Claim(None)
    first.release()
    first.release()


def test_a_file_of_any_name_arrives_whole(
    qtbot: QtBot, runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9 \xf0\x9f\x8d\x9e\n.md")
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token ñ")
    claim = claim_or_hand_over(tmp_path / "data", None)
    assert claim is not None
    assert claim.address is not None
    Path(claim.address).touch()  # left over
    room, heard = QObject(), []
    door = Door(claim.address, lambda *told: heard.append(told), room)
    with closing(socket.socket(socket.AF_UNIX)) as rude:
        rude.connect(claim.address)
        rude.sendall(b"no end")
    code = "import sys; from pathlib import Path; from coursetracker.instance import *;"
    code += "sys.exit(claim_or_hand_over(Path(sys.argv[1]), Path(sys.argv[2])) is not None)"
    second = subprocess.Popen([sys.executable, "-c", code, tmp_path / "data", path])
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert second.wait(20) == 0
    assert heard == [(path, "token ñ")]
    door.close()
    assert not Path(claim.address).exists()
    claim.release()


def test_a_message_is_heard_once_it_is_whole() -> None:
    assert received(b"/a.md\0") is None
    assert received(b"/a.md\0token\0") == (Path("/a.md"), "token")
    assert received(b"\0\0") == (None, "")


def test_sockets_are_closed_to_others_and_their_paths_short(
    runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def address() -> str | None:
        claim = claim_or_hand_over(tmp_path / "data", None)
        assert claim is not None
        claim.release()
        return claim.address

    usual = address()
    assert usual is not None
    assert Path(usual).parent == runtime / "coursetracker"
    assert Path(usual).parent.stat().st_mode & 0o777 == 0o700

    Path(usual).parent.chmod(0o755)  # somebody else may come in
    long = runtime / ("x" * 90)
    long.mkdir()
    monkeypatch.setenv("TMPDIR", str(long))
    elsewhere = address()
    assert elsewhere is not None
    assert elsewhere.startswith(f"/tmp/coursetracker-{os.getuid()}/")  # noqa: S108
