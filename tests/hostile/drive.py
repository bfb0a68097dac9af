"""Open each hostile course in the real window, read its pages and follow all of their links.

    drive.py FOLDER

Prints a line of JSON for each case: what became of it, and where its links wanted to go outside.
"""

# ruff: noqa: T201  what it prints is read by the test

import json
import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QCursor, QDesktopServices, QTextDocument
from PySide6.QtWidgets import QToolTip

from coursetracker.starting import make_application
from coursetracker.ui.language import speak
from coursetracker.ui.window import MainWindow
from hostile.courses import CASES, FORBIDDEN, png
from windows import make_window

LONGEST = 150.0
PAGES = 4


class Outside(QObject):
    """Stands in for the browser: notes what would be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note an address."""
        self.asked.append(url.toString())


def turns(seconds: float) -> None:
    """Let the window work."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.005)  # jobs need their turns too


def links(document: QTextDocument) -> list[str]:
    """Return where all links of a page lead."""
    found = []
    block = document.begin()
    while block.isValid():
        found += [
            each.format.anchorHref() for each in block.textFormats() if each.format.isAnchor()
        ]
        block = block.next()
    return [link for link in dict.fromkeys(found) if link][:60]


def point_at_all(window: MainWindow) -> None:
    """Show the tips of a page and of the first rows of the outline, as a mouse that rests does."""
    block, tips = window.page.document().begin(), []
    while block.isValid():
        tips += [each.format.toolTip() for each in block.textFormats()]
        block = block.next()
    rows = range(min(window.outline_model.rowCount(), PAGES))
    tips += [window.outline_model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in rows]
    for tip in [tip for tip in dict.fromkeys(tips) if tip][:60]:
        QToolTip.showText(QCursor.pos(), tip, window.page)
        turns(0.01)
    QToolTip.hideText()


def open_case(window: MainWindow, path: Path) -> str:
    """Open a course and return "opened", or what was said instead."""
    opened: list[object] = []
    told: list[str] = []
    hearing = [
        window.session.course_opened.connect(opened.append),
        window.pane.notice.told.connect(told.append),
    ]
    window.opening.open_path(path, is_new=True)
    until = time.monotonic() + LONGEST
    while not opened and not refused(told) and time.monotonic() < until:
        turns(0.005)
    turns(0.05)
    for connection in hearing:
        QObject.disconnect(connection)
    return "opened" if opened else (told or ["nothing happened"])[-1]


def refused(told: list[str]) -> bool:
    """Return whether something else was said than that the course is being read."""
    return bool(told) and not told[-1].startswith("Reading ")


def read(window: MainWindow) -> None:
    """Read the first pages, and follow every link on them."""
    progress = window.session.progress
    if progress is None:
        return
    for item in [None, *(each.id for each in progress.outline.items[:PAGES])]:
        window.reader.go_to(item)
        turns(0.01)
        point_at_all(window)
        for link in links(window.page.document()):
            window.reader.follow(link)
        window.reader.go_to(item)
    turns(0.1)


def forbid(folder: Path) -> None:
    """Write what nothing may read."""
    folder.mkdir()
    (folder / "secret.md").write_text("# Secret\n\n## Of others\n", "utf-8")
    (folder / "secret.png").write_bytes(png(1, 1))
    (folder / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")


def main() -> None:
    """Drive the window through all cases."""
    root = Path(sys.argv[1])
    make_application(["coursetracker"])
    speak("en")
    outside = Outside()
    for scheme in ("http", "https", "mailto", "file", "ftp", "javascript", "data", "qrc", "smb"):
        QDesktopServices.setUrlHandler(scheme, outside, "take")  # type: ignore[arg-type]  # the stub is wrong
    window = make_window(root / "data")
    window.show()
    for number, (name, write) in enumerate(CASES.items()):
        folder = root / str(number) / "course"
        folder.mkdir(parents=True)
        forbid(folder.parent / FORBIDDEN)
        try:
            path = write(folder)
        except OSError as error:  # a file system that has no such names
            print(json.dumps({"name": name, "became": f"not written: {error}"}), flush=True)
            continue
        outside.asked.clear()
        begun = time.monotonic()
        became = open_case(window, path)
        taken = time.monotonic() - begun
        if became == "opened":
            read(window)
        facts = {"name": name, "became": became, "asked": outside.asked, "seconds": round(taken, 2)}
        print(json.dumps(facts), flush=True)
    window.close()
    window.session.close()
    os._exit(0)


if __name__ == "__main__":
    main()
