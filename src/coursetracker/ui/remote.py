"""The pictures that a course takes from the web: fetched where the learner wants that."""

from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from coursetracker.ui.course_files import SCHEME
from coursetracker.ui.job import Job, Tick

MOST_OF_A_COURSE = 50_000_000
"""So many bytes of pictures are kept for one course."""

TOGETHER = 400
"""Pictures that arrive within so many milliseconds are shown at once."""


class RemotePictures(QObject):
    """Keeps pictures of the web in a folder of the course, and fetches those that lack."""

    arrived = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self._wanted: list[str] = []
        self._tried: set[str] = set()
        self._job: Job | None = None
        self._came = 0
        self._soon = QTimer(self, singleShot=True, interval=TOGETHER)
        self._soon.timeout.connect(self.arrived)

    def address(self, source: str) -> str | None:
        """Return the address under which a page may load a picture, None until it is here."""
        if not source.lower().startswith(("http://", "https://")):
            return None
        name = name_of(source)
        if (self.folder / name).is_file():
            return f"{SCHEME}://web/{name}"
        if source not in self._tried:
            self._tried.add(source)
            self._wanted.append(source)
        return None

    def fetch(self) -> None:
        """Fetch what pages have asked for and is not here, beside the window."""
        if self._wanted and self._job is None:
            work = partial(fetch_all, tuple(self._wanted), self.folder)
            self._wanted = []
            self._job = Job(work, self)
            self._came = 0
            self._job.ticked.connect(self._note)
            self._job.finished.connect(self._go_on)
            self._job.start()

    def stop(self) -> None:
        """Fetch no more; what is on its way is not waited for."""
        self._wanted = []
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()

    def _note(self, came: int, _total: int) -> None:
        if came > self._came:
            self._came = came
            self._soon.start()

    def _go_on(self) -> None:
        self._job = None
        self.fetch()


def name_of(source: str) -> str:
    """Return the name under which a picture of the web is kept."""
    return sha256(source.encode("utf-8", "replace")).hexdigest()


def fetch_all(sources: Sequence[str], folder: Path, tick: Tick) -> int:
    """Fetch pictures into a folder; return how many came. One that does not come is left out."""
    from coursetracker.ui.fetching import fetch, opener  # noqa: PLC0415  rarely needed

    folder.mkdir(parents=True, exist_ok=True)
    room = MOST_OF_A_COURSE - sum(file.stat().st_size for file in folder.iterdir())
    web, kinds, came = opener(), readable_kinds(), 0
    for source in sources:
        try:
            content = fetch(source, kinds, web)
        except (OSError, ValueError, HTTPException):
            content = b""
        if content and len(content) <= room:
            room -= len(content)
            came += 1
            _keep(folder / name_of(source), content)
        tick(came, len(sources))
    return came


def _keep(path: Path, content: bytes) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)  # no page ever sees half a picture


def readable_kinds() -> frozenset[str]:
    """Return the content types of pictures that Qt reads."""
    from PySide6.QtGui import QImageReader  # noqa: PLC0415

    kinds = (bytes(kind.data()).decode("ascii") for kind in QImageReader.supportedMimeTypes())
    return frozenset(kind for kind in kinds if kind.startswith("image/"))
