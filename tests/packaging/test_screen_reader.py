"""The program as a screen reader has it: heard, and worked with by what it offers and by keys."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from screens import can_watch_windows, unseen_screen, wait_for_window, xdotool

if TYPE_CHECKING:
    from screen_reader import ScreenReader

PROGRAM = Path(__file__).resolve().parents[2] / "dist" / "coursetracker" / "coursetracker"
COMMANDS = {"sources": [sys.executable, "-m", "coursetracker"], "bundle": [str(PROGRAM)]}


@pytest.fixture
def desktop() -> Iterator[dict[str, str]]:
    screen_reader = pytest.importorskip("screen_reader", reason="needs jeepney")
    if not sys.platform.startswith("linux") or not can_watch_windows():
        pytest.skip("Xvfb and xdotool are needed")
    if screen_reader.launcher() is None:
        if os.environ.get("REQUIRE_BUNDLE"):
            pytest.fail("at-spi2-core and dbus-daemon are needed")
        pytest.skip("at-spi2-core and dbus-daemon are needed")
    with unseen_screen() as screen, screen_reader.unseen_desktop(screen) as found:
        yield found


@pytest.fixture(params=["sources", pytest.param("bundle", marks=pytest.mark.frozen)])
def program(
    request: pytest.FixtureRequest, desktop: dict[str, str], tmp_path: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program, and kill it at the end."""
    command = COMMANDS[request.param]
    if not Path(command[0]).exists():
        pytest.skip("there is no bundle: python3 dev.py bundle makes it")
    running = subprocess.Popen(
        [*command, "--data-dir", str(tmp_path / "data"), "--lang", "en"], cwd=tmp_path, env=desktop
    )
    try:
        window = wait_for_window(desktop, ". CourseTracker")  # with the course in its title
        xdotool(desktop, "windowfocus", window)
        yield running
    finally:
        running.kill()
        running.wait()


def write_report(reader: "ScreenReader", target: Path) -> None:
    """Write the report by what menu and dialogs offer."""
    report = reader.find(lambda thing: thing.name == "Progress report as PDF…")
    reader.do(report, "Press")
    asking = reader.find(lambda thing: thing.name == "Your name")
    reader.do(reader.find(lambda thing: thing.name == "OK", asking), "Press")
    saving = reader.find(lambda thing: thing.name == "Export progress as PDF")
    reader.type(reader.find(lambda thing: thing.role == "text", saving), str(target))
    reader.do(reader.find(lambda thing: thing.name == "Save", saving), "Press")
    reader.find(lambda thing: thing.role == "push button" and thing.name == "Show in folder")


@pytest.mark.usefixtures("program")
def test_a_lesson_is_found_ticked_and_reported_by_ear(
    desktop: dict[str, str], tmp_path: Path
) -> None:
    from screen_reader import ScreenReader  # noqa: PLC0415  where it cannot be, this is skipped

    with closing(ScreenReader(desktop)) as reader:
        welcome = reader.find(lambda thing: thing.name == "Welcome, lesson, not started")
        assert welcome.role == "tree item"
        assert not reader.is_checked(welcome)

        xdotool(desktop, "key", "Home")
        with reader.hearing("focused") as next_focus:
            for _ in range(12):
                xdotool(desktop, "key", "Down")
                if (heard := next_focus()).name == welcome.name:
                    break
            assert heard == welcome

        with reader.hearing("checked") as next_tick:
            xdotool(desktop, "key", "space")
            while next_tick().name != "Welcome, lesson, done":  # the page has a box for it too
                pass
        assert reader.is_checked(welcome)

        xdotool(desktop, "key", "alt+2")  # to the page, where no row tells of itself
        with reader.announcements() as next_sentence:
            xdotool(desktop, "key", "ctrl+z")
            assert next_sentence() == "Welcome, lesson, not started"
            assert next_sentence().startswith("Undone: mark “Welcome” done")
            xdotool(desktop, "key", "ctrl+Return")
            assert next_sentence() == "Welcome, lesson, done"

        write_report(reader, tmp_path / "progress.pdf")
    assert (tmp_path / "progress.pdf").read_bytes().startswith(b"%PDF")
