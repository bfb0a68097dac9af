"""Errors that nobody expected: logged, shown once with a copy button, and survived.

Nothing of the learner's comes into the log: no titles, no notes, no paths.
"""

import faulthandler
import logging
import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject, Qt, Signal

from coursetracker import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

LOG = "coursetracker.log"
CRASHES = "crash-*.txt"
LAST_CRASH = "last-crash.txt"
WEEK = 7 * 24 * 3600
log = logging.getLogger("coursetracker")


def keep_log(folder: Path) -> None:
    """Write the program's log into a folder: three files of at most 512 KiB."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  not needed to start

    path = folder / LOG
    try:
        handler = RotatingFileHandler(path, maxBytes=1 << 19, backupCount=2, encoding="utf-8")
    except OSError as error:  # the program runs without it as well
        log.warning("No log: %s", error.strerror)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def versions() -> str:
    """Return one line that says what is running on what."""
    import platform  # noqa: PLC0415  not needed to start

    from PySide6.QtCore import qVersion  # noqa: PLC0415

    return (
        f"CourseTracker {__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, {platform.platform()}"
    )


class CrashFile:
    """The file into which the interpreter writes when the program dies of a fault.

    Each running program has its own. What is written in one is about a program that is no more;
    an empty one may belong to a program that runs.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / CRASHES.replace("*", os.urandom(8).hex())
        self.last = _taken_crash(folder)
        self._file: TextIO | None = None
        try:
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        except OSError as error:  # the program runs without it as well
            log.warning("No crash file: %s", error.strerror)

    def close(self) -> None:
        """End in order: nothing is left to be shown at the next start."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._path.unlink(missing_ok=True)


def _taken_crash(folder: Path) -> str:
    """Return how programs have died, keep that for a report, and clear their files away."""
    crashes = []
    for path in folder.glob(CRASHES):
        with suppress(OSError):
            found = path.read_text("utf-8", "replace").strip()
            if found:
                from coursetracker.ui.tracing import without_paths  # noqa: PLC0415  rarely needed

                crashes.append(without_paths(found))
            if found or time.time() - path.stat().st_mtime > WEEK:  # of a program that was killed
                path.unlink()
    last = "\n\n".join(crashes)
    if last:
        with suppress(OSError):
            (folder / LAST_CRASH).write_text(last, "utf-8")
    return last


class Failures(QObject):
    """Catches what no code of ours caught, in whatever thread, and shows it in the window."""

    happened = Signal(str)

    def __init__(self, parent: "QWidget") -> None:
        super().__init__(parent)
        self._window = parent
        self._open: QMessageBox | None = None
        queued = Qt.ConnectionType.QueuedConnection  # an error may come while something is painted
        self.happened.connect(self.show_failure, queued)

    def watch(self) -> None:
        """Take over what Python does with uncaught errors."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback  # noqa: PLC0415  not needed to start

        from coursetracker.ui.tracing import trace as told  # noqa: PLC0415  not needed to start

        log.error("Uncaught error\n%s", told(error.with_traceback(trace)))
        self.happened.emit("".join(traceback.format_exception(kind, error, trace)))

    def _caught_in_thread(self, failed: threading.ExceptHookArgs) -> None:
        error = failed.exc_value or failed.exc_type()
        self._caught(failed.exc_type, error, failed.exc_traceback)

    def show_failure(self, details: str) -> None:
        """Say what happened, once: later errors are logged while the dialog is open."""
        self._show(
            self.tr("Something went wrong that should not have."),
            self.tr("Your progress is safe and you can go on. Copy the details to report it."),
            details,
        )

    def show_crash(self, details: str) -> None:
        """Say that the program died the last time it ran."""
        log.error("The last run ended with a fault\n%s", details)
        self._show(
            self.tr("CourseTracker stopped unexpectedly the last time it ran."),
            self.tr("Everything that was shown as done is kept. Copy the details to report it."),
            details,
        )

    def _show(self, what: str, so: str, details: str) -> None:
        if self._open is not None:
            return
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  not needed to start

        box = QMessageBox(
            QMessageBox.Icon.Warning, self.tr("CourseTracker"), what, parent=self._window
        )
        box.setObjectName("failure")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(so)
        box.setDetailedText(f"{versions()}\n\n{details}")
        copy = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(self._copy)
        box.addButton(QMessageBox.StandardButton.Close)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        self._open = box
        box.open()

    def _copy(self) -> None:
        if self._open is not None:
            from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  not needed to start

            QGuiApplication.clipboard().setText(self._open.detailedText())

    def _closed(self) -> None:
        self._open = None
