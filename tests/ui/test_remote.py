"""Pictures from the web: only where the learner wants them, only pictures, only from outside."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from coursetracker.ui import fetching, remote
from coursetracker.ui.fetching import fetch, is_public, opener
from coursetracker.ui.live import LivePage
from coursetracker.ui.parts import Use, parts
from coursetracker.ui.remote import name_of, readable_kinds
from coursetracker.ui.window import MainWindow

OpenWindow = Callable[[], MainWindow]


def png() -> bytes:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    into = QBuffer()
    into.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(into, "PNG")  # type: ignore[call-overload]
    content: QByteArray = into.data()
    return bytes(content.data())


class Web(BaseHTTPRequestHandler):
    asked: list[tuple[str, dict[str, str]]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers)))
        name = self.path.strip("/")
        if name == "moved.png":
            self._answer(302, "text/plain", b"", location="/a.png")
        elif name == "file.png":
            self._answer(302, "text/plain", b"", location="file:///etc/passwd")
        elif name == "page.png":
            self._answer(200, "text/html", b"<p>")
        elif name == "large.png":
            self._answer(200, "image/png", b"x" * 9000)
        elif name.endswith(".png") and name != "none.png":
            self._answer(200, "image/png", png())
        else:
            self._answer(404, "text/plain", b"")

    def _answer(self, code: int, kind: str, content: bytes, location: str = "") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def web() -> Iterator[str]:
    Web.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Web) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the web of the test count as the open internet."""
    monkeypatch.setattr(fetching, "is_public", lambda _address: True)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("fe80::1%eth0", False),
    ],
)
def test_only_the_open_internet_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_nothing_is_fetched_from_this_machine(web: str) -> None:
    with pytest.raises(URLError, match="no public address"):
        fetch(f"{web}/a.png", {"image/png"}, opener())
    assert Web.asked == []


def test_a_picture_is_fetched_and_nothing_told(web: str, outside: None) -> None:
    assert fetch(f"{web}/a.png", readable_kinds(), opener()) == png()
    assert fetch(f"{web}/moved.png", readable_kinds(), opener()) == png()
    assert {"Cookie", "Referer"}.isdisjoint(Web.asked[0][1])


@pytest.mark.parametrize("name", ["file.png", "page.png", "large.png", "none.png"])
def test_what_is_no_picture_or_too_large_is_refused(
    web: str, outside: None, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 8000)
    with pytest.raises(OSError, match=r"."):
        fetch(f"{web}/{name}", readable_kinds(), opener())


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://e.org/a.png", "data:image/png,"])
def test_other_schemes_are_refused(address: str) -> None:
    with pytest.raises(URLError):
        fetch(address, readable_kinds(), opener())


def pictures(page: LivePage) -> int:
    return sum(part.use is Use.PICTURE for part in parts(page.document()))


def test_a_course_loads_its_pictures_when_the_learner_says_so(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, web: str, outside: None
) -> None:
    course = tmp_path / "course.md"
    course.write_text(f"# C\n\n![alt]({web}/a.png) ![none]({web}/none.png)\n\n# L\n\nx\n", "utf-8")
    window = open_window()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(course)
    qtbot.waitUntil(lambda: "alt" in window.page.toPlainText())
    action = window.actions_by_name["load-pictures"]
    assert not action.isChecked()
    assert Web.asked == []

    action.trigger()

    qtbot.waitUntil(lambda: pictures(window.page) == 1)
    assert action.isChecked()
    assert "none" in window.page.toPlainText()
    assert [path for path, _ in Web.asked] == ["/a.png", "/none.png"]
    kept = list((tmp_path / "data" / "cache" / "pictures").rglob("*"))
    assert name_of(f"{web}/a.png") in {path.name for path in kept}
    action.trigger()
    assert pictures(window.page) == 0
    assert not action.isChecked()
    action.trigger()

    again = open_window()
    again.session.open_last()
    qtbot.waitUntil(lambda: pictures(again.page) == 1)
    assert again.actions_by_name["load-pictures"].isChecked()


def test_a_course_s_pictures_have_an_end(
    tmp_path: Path, web: str, outside: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MOST_OF_A_COURSE", len(png()))
    sources = (f"{web}/a.png", f"{web}/b.png")
    assert remote.fetch_all(sources, tmp_path / "pictures", lambda *_: None) == 1
