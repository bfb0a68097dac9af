"""The files beside a course: which of them may be read, and its pictures as they are shown."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QUrl

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

SCHEME = "course-picture"
"""The scheme of addresses that `images` gives out; no other is ever loaded."""

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
SVG = (b"svg", b"svgz")
MOST_COPIES = 20
_TAKES_IN = re.compile(
    rb"image|<!DOCTYPE|<!ENTITY|\x00|\A\x1f\x8b|encoding\s*=\s*.(?!utf-8.)", re.IGNORECASE
)


def images(folder: Path, within: str = "") -> Callable[[str], str | None]:
    """Return what turns a picture's address in the text into one that the page may load.

    `within` is the folder of the text itself, in the course's.
    """

    def address(source: str) -> str | None:
        encoded = source.partition("?")[0].partition("#")[0]
        name = QUrl.fromPercentEncoding(encoded.encode("utf-8", "replace"))
        if within and not name.startswith("/"):
            name = f"{within}/{name}"
        return f"{SCHEME}:{_quoted(name)}" if file_below(folder, name) is not None else None

    return address


def _quoted(name: str) -> str:
    return bytes(QUrl.toPercentEncoding(name, b"/").data()).decode("ascii")


def picture(
    path: Path, zoom: float = 1.0, widest: int | None = None, dots: float = 1.0
) -> "QImage | None":
    """Return a picture, no wider than `widest`; None where it is too large or no picture.

    Where a pixel of the window has several `dots` of the screen across, it is as sharp as these.
    """
    from PySide6.QtGui import QImageReader  # noqa: PLC0415  not for the first paint

    if path.stat().st_size > MAX_BYTES:
        return None
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) in SVG and not draws_alone(path.read_bytes()):
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return None
    width = round(size.width() * zoom)
    width = width if widest is None else min(width, widest)
    drawn = bytes(reader.format().data()) in SVG
    sharp = round(width * dots) if drawn else max(width, min(round(width * dots), size.width()))
    if sharp != size.width():
        reader.setScaledSize(QSize(sharp, max(1, size.height() * sharp // size.width())))
    read = reader.read()
    if read.isNull():
        return None
    read.setDevicePixelRatio(read.width() / max(width, 1))
    return read


def draws_alone(svg: bytes) -> bool:
    """Return whether an SVG draws by itself: it takes in no other file and repeats little.

    Qt's SVG reads pictures from any path, and copies of copies grow without bound.
    """
    return not _TAKES_IN.search(svg) and svg.count(b"use") <= MOST_COPIES


FRONT_PAGES = ("README.md", "readme.md", "index.md")


def page_below(folder: Path, name: str) -> Path | None:
    """Return a file as `file_below` does, or the front page of the folder of that name."""
    fronts = (f"{name.rstrip('/')}/{front}" for front in FRONT_PAGES)
    found = (file_below(folder, each) for each in (name, *fronts))
    return next((path for path in found if path is not None), None)


def file_below(folder: Path, name: str) -> Path | None:
    """Return a file by its path in the course's folder.

    None where there is none, or where the path, its links followed, leads out of the folder.
    """
    if not name or "\x00" in name or ":" in name or "\\" in name or name.startswith("//"):
        return None
    try:
        root = folder.resolve()
        path = (root / name.lstrip("/")).resolve()
        return path if path.is_relative_to(root) and path.is_file() else None
    except (OSError, RuntimeError):  # no file can have such a name, or links go in a circle
        return None
