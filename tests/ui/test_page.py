"""The page view: shows, scrolls, and loads nothing but the course's own pictures."""

import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextBlockFormat, QTextDocument
from pytestqt.qtbot import QtBot

from coursetracker.markdown import parse
from coursetracker.markdown.page import page_html
from coursetracker.ui.course_files import SCHEME, file_below, images, picture
from coursetracker.ui.page import PageView, look_from_palette

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    course = tmp_path / "course"
    (course / "img").mkdir(parents=True)
    picture = QImage(2000, 500, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    for path in (course / "img" / "a b.png", tmp_path / "secret.png"):
        assert picture.save(str(path))
    (course / "out.png").symlink_to(tmp_path / "secret.png")
    return course


@pytest.fixture
def page(qtbot: QtBot, folder: Path) -> PageView:
    page = PageView()
    qtbot.addWidget(page)
    page.set_folder(folder)
    page.resize(760, 400)
    page.show()
    return page


def show(page: PageView, text: str, folder: Path) -> None:
    document = parse(text)
    look = look_from_palette(page.palette(), page.font())
    page.show_page(page_html(map(document.inlined, document.root), look, images(folder)))


def test_anchors_of_lines_scroll(page: PageView, folder: Path) -> None:
    show(page, "\n\n".join(f"# Heading {n}\n\ntext" for n in range(40)), folder)
    page.scrollToAnchor("L81")
    assert page.verticalScrollBar().value() > 0
    cursor = page.cursorForPosition(page.viewport().rect().topLeft())
    block = cursor.block()
    assert "Heading 20" in (block.text(), block.next().text())


def test_anchors_of_rows_and_tasks_scroll(page: PageView, folder: Path) -> None:
    rows = "\n".join(f"| [r{n}](x) |" for n in range(80))
    tasks = "\n".join(f"- [ ] t{n}" for n in range(80))
    show(page, f"| a |\n|-|\n{rows}\n\n{tasks}", folder)
    page.scrollToAnchor("L43")
    in_table = page.verticalScrollBar().value()
    page.scrollToAnchor("L124")
    assert 0 < in_table < page.verticalScrollBar().value()


def test_task_items_have_boxes(page: PageView, folder: Path) -> None:
    show(page, "- [x] done\n- [ ] open\n- plain", folder)
    block, markers = page.document().begin(), []
    while block.isValid():
        if block.textList() is not None:
            markers.append(block.blockFormat().marker())
        block = block.next()
    marker = QTextBlockFormat.MarkerType
    assert markers == [marker.Checked, marker.Unchecked, marker.NoMarker]


def test_a_picture_of_the_course_is_loaded_and_fits_the_column(
    page: PageView, folder: Path
) -> None:
    address = images(folder)("img/a%20b.png")
    assert address is not None
    picture = page.loadResource(IMAGE, QUrl(address))
    assert isinstance(picture, QImage)
    assert picture.width() <= 760


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "img/../../secret.png",
        "out.png",
        "%2e%2e/secret.png",
        "file:///etc/passwd",
        "//host/share.png",
        "\\\\host\\share.png",
        "https://example.org/a.png",
        "img",
        "",
        "a\x00b.png",
        "x" * 5000,
    ],
)
def test_no_picture_from_elsewhere(folder: Path, name: str) -> None:
    assert images(folder)(name) is None
    assert file_below(folder, name) is None


def test_links_in_a_circle_are_no_picture(folder: Path) -> None:
    (folder / "a.png").symlink_to("b.png")
    (folder / "b.png").symlink_to("a.png")
    assert images(folder)("a.png") is None


def test_an_absolute_path_is_below_the_course_s_folder(folder: Path) -> None:
    assert file_below(folder, "/img/a b.png") == folder / "img" / "a b.png"
    assert file_below(folder, str(folder.parent / "secret.png")) is None


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/a.png", "file:///etc/passwd", f"{SCHEME}:../secret.png", "img/a b.png"],
)
def test_nothing_else_is_loaded(page: PageView, address: str) -> None:
    assert page.loadResource(IMAGE, QUrl(address)) is None


def test_only_pictures_are_loaded(page: PageView, folder: Path) -> None:
    (folder / "style.css").write_text("p {}", "utf-8")
    sheet = QTextDocument.ResourceType.StyleSheetResource.value
    assert page.loadResource(sheet, QUrl(f"{SCHEME}:style.css")) is None


def test_what_is_no_picture_is_not_shown(page: PageView, folder: Path) -> None:
    (folder / "fake.png").write_bytes(b"not a picture")
    assert page.loadResource(IMAGE, QUrl(f"{SCHEME}:fake.png")) is None


def test_a_page_full_of_addresses_calls_nobody(page: PageView, folder: Path) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.3)
        base = f"http://127.0.0.1:{server.getsockname()[1]}"
        page.setHtml(
            f'<link rel="stylesheet" href="{base}/a.css"><img src="{base}/b.png">'
            f'<table background="{base}/c.png"><tr><td>x</td></tr></table>'
        )
        page.grab()
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_click_on_a_link_is_only_told(qtbot: QtBot, page: PageView, folder: Path) -> None:
    show(page, "[there](#some-part)", folder)
    with qtbot.waitSignal(page.link_clicked) as clicked:
        page.anchorClicked.emit(QUrl("#some-part"))
    assert clicked.args == ["#some-part"]
    assert "there" in page.toPlainText()


def test_new_colours_ask_for_the_page_anew(qtbot: QtBot, page: PageView) -> None:
    palette = page.palette()
    palette.setColor(palette.ColorRole.Text, QColor("orange"))
    with qtbot.waitSignal(page.look_changed):
        page.setPalette(palette)


SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'


def test_an_svg_that_draws_by_itself_is_shown(page: PageView, folder: Path) -> None:
    (folder / "a.svg").write_text(SQUARE.format('<rect width="9" height="9"/>'), "utf-8")
    assert isinstance(page.loadResource(IMAGE, QUrl(f"{SCHEME}:a.svg")), QImage)


@pytest.mark.parametrize(
    "content",
    [
        SQUARE.format('<image href="../secret.png" width="9" height="9"/>'),
        SQUARE.format('<g id="a"/>' + '<use href="#a"/>' * 100),
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + SQUARE.format("<text>&a;</text>"),
    ],
)
def test_an_svg_that_takes_in_others_or_grows_is_not(
    page: PageView, folder: Path, content: str
) -> None:
    (folder / "a.svg").write_text(content, "utf-8")
    assert page.loadResource(IMAGE, QUrl(f"{SCHEME}:a.svg")) is None


@pytest.mark.parametrize(
    "text",
    [
        "<h2>The place</h2>",
        '<p>a</p>\n\n<table>\n<tr id="the-place"><td>b</td></tr></table>',
        "<a name='the-place'></a>\n\n# Heading",
        "<a name='the-place'></a>\n\n```\ncode\n```",
        '| a |\n|-|\n| <a name="the-place">b</a> |',
        "<details>\n<summary>\n<h3>The place</h3></summary>a</details>",
    ],
)
def test_places_in_html_are_scrolled_to(page: PageView, folder: Path, text: str) -> None:
    filler = "\n\n".join(["text"] * 60)
    show(page, f"{filler}\n\n{text}\n\n{filler}", folder)
    line = parse(f"{filler}\n\n{text}").line_of("the-place")
    page.scrollToAnchor(f"L{line}")
    assert 0 < page.verticalScrollBar().value() < page.verticalScrollBar().maximum()


def test_a_page_that_was_overtaken_before_it_was_seen_is_not_shown(qtbot: QtBot) -> None:
    page = PageView()
    qtbot.addWidget(page)
    shown: list[str] = []
    page.when_seen(lambda: shown.append("first"))
    page.show()
    page.repaint()  # it is seen, and what waited for that comes when the events are done
    page.when_seen(lambda: shown.append("second"))
    qtbot.wait(20)
    assert shown == ["second"]


def test_a_picture_is_as_sharp_as_the_screen(folder: Path) -> None:
    wide = QImage(400, 200, QImage.Format.Format_RGB32)
    wide.fill(0)
    wide.save(str(folder / "wide.png"))
    usual = picture(folder / "wide.png", 1.0, 100)
    sharp = picture(folder / "wide.png", 1.0, 100, 2.0)
    assert usual is not None
    assert sharp is not None
    assert (usual.width(), usual.devicePixelRatio()) == (100, 1)
    assert (sharp.width(), sharp.devicePixelRatio()) == (200, 2)
    own = picture(folder / "wide.png", 1.0, 400, 2.0)  # there are no more dots than it has
    assert own is not None
    assert (own.width(), own.devicePixelRatio()) == (400, 1)
