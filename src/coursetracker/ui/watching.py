"""Notices that a course's file, or its folder, has changed on disk."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SUFFIXES = (".md", ".markdown", ".mdown", ".yml", "_category_.json")
MOST = 3000
"""So many files are watched: systems allow a few thousand."""

AT_ONCE = 200
"""So many files are asked for at once, a few milliseconds' work."""

QUIET = 300
"""Milliseconds without another change, after which a file counts as written."""


class FileWatch(QObject):
    """Watches one file, and its folder, since editors replace a file rather than write to it.

    Of a course that is a folder, its files and folders are watched, MOST at most.
    """

    touched = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._wait)
        self._watcher.directoryChanged.connect(self._wait)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._look)
        self._known: set[str] = set()
        self._coming: Iterator[str] = iter(())
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._arm_some)

    def watch(self, path: Path | None) -> None:
        """Watch this file and no other; None watches nothing."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._quiet.stop()
        self._next.stop()
        self._path = path
        self._stamp = None if path is None else _stamp(path)
        self._arm()

    @property
    def is_watching(self) -> bool:
        """Whether a file is watched."""
        return bool(self._watcher.files() or self._watcher.directories())

    def _arm(self) -> None:
        """Watch the files that stand there now; a replaced one is not watched any more."""
        if self._path is not None:
            self._known = {*self._watcher.files(), *self._watcher.directories()}
            self._coming = islice(_watched(self._path), MOST)
            self._arm_some()

    def _arm_some(self) -> None:
        some = list(islice(self._coming, AT_ONCE))
        missing = [path for path in some if path not in self._known and os.path.exists(path)]  # noqa: PTH110  thousands of them
        if missing:
            self._watcher.addPaths(missing)
        if len(some) == AT_ONCE:
            self._next.start(0)

    def _wait(self) -> None:
        self._quiet.start()

    def _look(self) -> None:
        self._arm()
        stamp = None if self._path is None else _stamp(self._path)
        whole = self._path is not None and self._path.is_dir()  # what changed is within it
        if stamp is not None and (whole or stamp != self._stamp):  # a file away is no news
            self._stamp = stamp
            self.touched.emit()


def _watched(path: Path) -> Iterator[str]:
    """Yield what has to be watched for a course."""
    yield str(path)
    if not path.is_dir():
        yield str(path.parent)
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(name for name in files if name.endswith(SUFFIXES))):
            yield f"{folder}{os.sep}{name}"


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what changes whenever a file is written or replaced."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino
