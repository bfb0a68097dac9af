"""Errors that nobody expected: logged, shown once with a copy button, and survived."""

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject, Qt, Signal

from coursetracker import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

LOG = "coursetracker.log"
CRASH = "crash.txt"
log = logging.getLogger("coursetracker")


def keep_log(folder: Path) -> None:
    """Write the program's log into a folder: three files of at most 512 KiB."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  not needed to start

    handler = RotatingFileHandler(folder / LOG, maxBytes=1 << 19, backupCount=2, encoding="utf-8")
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
    """The file into which the interpreter writes when the program dies of a fault."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / CRASH
        self.last = self._read()
        self._file: TextIO | None = None
        try:
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        except OSError as error:  # the program runs without it as well
            log.warning("No crash file: %s", error)

    def _read(self) -> str:
        try:
            return self._path.read_text("utf-8", "replace").strip()
        except OSError:
            return ""

    def close(self) -> None:
        """End in order: nothing is left to be shown at the next start."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._path.unlink(missing_ok=True)


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

        log.error("Uncaught error", exc_info=(kind, error, trace))
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
            self.tr("All that was shown as done is kept. Copy the details to report it."),
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
