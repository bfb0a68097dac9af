"""Errors that nobody expected."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coursetracker.ui.failures import CRASHES, LAST_CRASH, LOG, CrashFile, Failures, keep_log, log


@pytest.fixture
def failures(qtbot: QtBot) -> Iterator[Failures]:
    window = QWidget()
    qtbot.addWidget(window)
    watching = Failures(window)
    hooks = sys.excepthook, threading.excepthook
    watching.watch()
    yield watching
    sys.excepthook, threading.excepthook = hooks


def dialog(failures: Failures) -> QMessageBox:
    (box,) = dialogs(failures)
    return box


def dialogs(failures: Failures) -> list[QMessageBox]:
    window = failures.parent()
    assert window is not None
    return window.findChildren(QMessageBox, "failure")


def raised(message: str) -> None:
    try:
        raise RuntimeError(message)
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    QCoreApplication.processEvents()


def test_an_uncaught_error_is_logged_and_shown_with_a_copy_button(
    failures: Failures, tmp_path: Path
) -> None:
    keep_log(tmp_path)
    raised("kaputt")
    box = dialog(failures)
    assert "RuntimeError: kaputt" in box.detailedText()
    copy = next(b for b in box.findChildren(QPushButton) if "Copy" in b.text())
    copy.click()
    assert "RuntimeError: kaputt" in QGuiApplication.clipboard().text()
    assert box.isVisible()
    logged = (tmp_path / LOG).read_text("utf-8")
    assert "test_failures.py" in logged
    assert "in raised" in logged
    assert "RuntimeError" in logged
    assert "kaputt" not in logged  # it may be the learner's: the dialog shows it, the log does not
    for handler in log.handlers[:]:
        handler.close()
        log.removeHandler(handler)
    box.close()


def test_a_second_error_opens_no_second_dialog(failures: Failures) -> None:
    raised("first")
    raised("second")
    boxes = dialogs(failures)
    assert len(boxes) == 1
    boxes[0].close()


def test_an_error_in_a_thread_is_shown_by_the_window(qtbot: QtBot, failures: Failures) -> None:
    def fail() -> None:
        raise ValueError("in a thread")

    with qtbot.waitSignal(failures.happened) as heard:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert "in a thread" in heard.args[0]
    qtbot.waitUntil(lambda: len(dialogs(failures)) == 1)
    dialog(failures).close()


def test_a_crash_is_shown_at_the_next_start_and_an_orderly_end_is_not(tmp_path: Path) -> None:
    first = CrashFile(tmp_path)
    assert first.last == ""
    assert first._file is not None
    first._file.write("Fatal Python error: Segmentation fault\n")
    first._file.write('  File "/home/iñigo/venv/coursetracker/ui/page.py", line 7 in paintEvent\n')
    first._file.close()

    second = CrashFile(tmp_path)
    assert "Segmentation fault" in second.last
    assert 'File "coursetracker/ui/page.py", line 7' in second.last
    assert (tmp_path / LAST_CRASH).read_text("utf-8") == second.last
    second.close()

    third = CrashFile(tmp_path)
    assert third.last == ""
    third.close()


def test_two_programs_have_a_crash_file_each(tmp_path: Path) -> None:
    first, second = CrashFile(tmp_path), CrashFile(tmp_path)
    assert len(list(tmp_path.glob(CRASHES))) == 2
    assert first._file is not None
    assert second._file is not None
    second.close()
    first._file.write("Fatal Python error: Aborted\n")
    first._file.close()

    third = CrashFile(tmp_path)
    assert "Aborted" in third.last
    third.close()
    assert not list(tmp_path.glob(CRASHES))


def test_what_a_killed_program_left_goes_after_a_week(tmp_path: Path) -> None:
    old, new = tmp_path / "crash-old.txt", tmp_path / "crash-new.txt"
    for left in (old, new):
        left.touch()
    os.utime(old, (0, 0))

    CrashFile(tmp_path).close()

    assert (old.exists(), new.exists()) == (False, True)


def test_the_program_starts_without_a_crash_file(tmp_path: Path) -> None:
    crash = CrashFile(tmp_path / "no such folder")
    assert crash.last == ""
    crash.close()
