"""The program that PyInstaller made, started as a learner starts it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from screens import LONGEST_WAIT, can_watch_windows, unseen_screen, wait_for_window, xdotool

FOLDER = Path(__file__).resolve().parents[2] / "dist" / "coursetracker"
PROGRAM = FOLDER / "coursetracker"
LARGEST = 200_000_000
DONE = "SELECT item FROM standing WHERE state = 'done'"
ITEMS = "SELECT id FROM item WHERE course = (SELECT max(id) FROM course)"  # the last one's
TITLES = (
    "SELECT title FROM item WHERE course = (SELECT max(id) FROM course) AND gone_at IS NULL"
    " ORDER BY position"
)


def required_or_skip(reason: str) -> None:
    """Skip the tests; fail where the bundle has to be tried, as in the CI."""
    if os.environ.get("REQUIRE_BUNDLE"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def bundle() -> None:
    if not PROGRAM.exists():
        required_or_skip("there is no bundle: python3 dev.py bundle makes it")


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    if not sys.platform.startswith("linux") or not can_watch_windows():
        required_or_skip("Xvfb and xdotool are needed")
    with unseen_screen() as environment:
        yield {**environment, "PATH": ""}


def watching(screen: dict[str, str]) -> dict[str, str]:
    """Return the environment of a program that looks at the screen, and may be found."""
    return {**screen, "PATH": os.environ["PATH"]}


@contextmanager
def started(screen: dict[str, str], data: Path, *more: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the bundle with no Python in reach, and kill it without a warning at the end."""
    elsewhere = data.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    running = subprocess.Popen([PROGRAM, "--data-dir", data, *more], cwd=elsewhere, env=screen)
    try:
        wait_for_window(watching(screen), ". CourseTracker")  # with the course in its title
        assert running.poll() is None
        yield running
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait()


def asked(data: Path, question: str) -> list[object]:
    """Return the first column of what the program's database answers."""
    with closing(sqlite3.connect(data / "coursetracker.sqlite3")) as db:
        return [answer for (answer, *_) in db.execute(question)]


def done(data: Path) -> list[object]:
    return asked(data, DONE)


def wait_for_answer(data: Path, question: str, wanted: list[object]) -> None:
    until = time.monotonic() + LONGEST_WAIT
    while asked(data, question) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    assert asked(data, question) == wanted


def press_until_done(screen: dict[str, str], data: Path) -> list[object]:
    """Go to the first lesson and tick it, as soon as the window takes keys."""
    time.sleep(1)
    xdotool(watching(screen), "key", "--delay", "50", "Home", "Down", "Down", "space")
    until = time.monotonic() + LONGEST_WAIT
    while not (ticked := done(data)) and time.monotonic() < until:
        time.sleep(0.05)
    return ticked


@pytest.mark.frozen
def test_a_tick_made_by_keyboard_outlives_a_killed_program(
    screen: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with started(screen, data):
        ticked = press_until_done(screen, data)
    assert len(ticked) == 1
    with started(screen, data):
        assert done(data) == ticked


@pytest.mark.frozen
def test_the_bundle_updates_a_course_whose_file_changes(
    screen: dict[str, str], tmp_path: Path
) -> None:
    data, course = tmp_path / "data", tmp_path / "course.md"
    course.write_text("# Bread\n\n## Mixing\n\nStir.\n\n## Kneading\n\nFold and turn.\n", "utf-8")
    with started(screen, data, course):
        wait_for_answer(data, TITLES, ["Mixing", "Kneading"])
        with closing(sqlite3.connect(data / "coursetracker.sqlite3")) as db, db:
            db.execute("INSERT INTO setting VALUES ('update by itself', 'yes')")
        time.sleep(1)  # until the file is watched
        course.write_text(course.read_text("utf-8").replace("Kneading", "Kneading well"), "utf-8")
        wait_for_answer(data, TITLES, ["Mixing", "Kneading well"])
    assert len(asked(data, ITEMS)) == 2


@pytest.mark.frozen
def test_what_the_bundle_starts_loads_its_own_libraries(
    screen: dict[str, str], tmp_path: Path
) -> None:
    course, told = tmp_path / "course.md", tmp_path / "told"
    course.write_text("# Bread\n\n[Stir](https://example.org/stir)\n\n## Mixing\n", "utf-8")
    opener = tmp_path / "programs" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\n/usr/bin/env >"{told}.new"\n/bin/mv "{told}.new" "{told}"\n')
    opener.chmod(0o755)
    led = {**screen, "PATH": str(opener.parent), "LD_LIBRARY_PATH": "/nowhere/at/all"}
    until = time.monotonic() + LONGEST_WAIT
    with started(led, tmp_path / "data", course):
        window = wait_for_window(watching(screen), ". CourseTracker")
        while not told.exists() and time.monotonic() < until:
            xdotool(watching(screen), "windowfocus", window)  # which may have been too early
            for key in ("Escape", "alt+1", "alt+2", "Tab", "Return"):  # to the page's first link
                time.sleep(0.3)
                xdotool(watching(screen), "key", key)
    found = told.read_text().splitlines()
    assert "LD_LIBRARY_PATH=/nowhere/at/all" in found
    assert not [line for line in found if str(FOLDER) in line and not line.startswith("_PYI_")]


@pytest.mark.frozen
def test_the_bundle_writes_a_report_without_a_screen(tmp_path: Path) -> None:
    subprocess.run(
        [PROGRAM, "--data-dir", tmp_path / "data", "export", "--pdf", tmp_path / "out.pdf"],
        cwd=tmp_path, env={"PATH": "", "HOME": str(tmp_path)}, check=True, timeout=LONGEST_WAIT,
    )  # fmt: skip
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.frozen
def test_the_bundle_speaks_spanish(tmp_path: Path) -> None:
    missing = tmp_path / "nada.md"
    said = subprocess.run(
        [PROGRAM, "--lang", "es", "outline", missing],
        env={"PATH": "", "HOME": str(tmp_path), "PYTHONUTF8": "1"},
        check=False, timeout=LONGEST_WAIT, capture_output=True, text=True,
    )  # fmt: skip
    assert said.returncode == 1
    assert "No hay ningún archivo" in said.stderr


@pytest.mark.frozen
def test_the_bundle_is_smaller_than_200_mb() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) < LARGEST
