"""Errors that nobody expected."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coursetracker.ui.failures import CRASH, LOG, CrashFile, Failures, keep_log, log


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
    assert "RuntimeError: kaputt" in (tmp_path / LOG).read_text("utf-8")
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
    first._file.close()

    second = CrashFile(tmp_path)
    assert "Segmentation fault" in second.last
    second.close()

    third = CrashFile(tmp_path)
    assert third.last == ""
    third.close()


def test_the_program_starts_without_a_crash_file(tmp_path: Path) -> None:
    (tmp_path / CRASH).mkdir()
    crash = CrashFile(tmp_path)
    assert crash.last == ""
    crash.close()
