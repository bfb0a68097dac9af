"""A folder is one course in the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Item, State
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow

FILES = {
    "README.md": "# Baking\n\nHow to bake.\n\n## Lessons\n\n- [Dough](lessons/dough.md)\n"
    "- [The oven](lessons/oven.md)\n- [Crust](lessons/crust.md)\n",
    "lessons/dough.md": "# Dough\n\nStir it, then see [the oven](oven.md#heat).\n",
    "lessons/oven.md": "# The oven\n\n## Heat\n\nHot. ![A flame](../pictures/flame.svg)\n",
    "lessons/crust.md": "# Crust\n\nCrisp and brown, with a sound when it is cut, "
    "as bread has it.\n",
    "pictures/flame.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "baking"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


@pytest.fixture
def opened(open_window: OpenWindow, qtbot: QtBot, folder: Path) -> MainWindow:
    window = open_window()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(folder)
    return window


def item(window: MainWindow, title: str) -> Item:
    assert window.session.progress is not None
    return next(i for i in window.session.progress.outline.items if i.title == title)


def test_the_page_of_a_lesson_is_its_file(opened: MainWindow) -> None:
    assert "How to bake." in opened.pane.page.toPlainText()
    opened.reader.go_to(item(opened, "Dough").id)
    assert "Stir it" in opened.pane.page.toPlainText()
    assert "Crisp" not in opened.pane.page.toPlainText()


def test_a_link_to_a_folder_leads_to_its_front_page(opened: MainWindow, folder: Path) -> None:
    opened.reader.go_to(item(opened, "Dough").id)
    for link in ("..", "../", "/", "../lessons/.."):
        opened.reader.follow("oven.md")
        opened.reader.follow(link)
        assert "How to bake." in opened.pane.page.toPlainText(), link


def test_a_link_that_leads_to_no_page_says_so(opened: MainWindow, folder: Path) -> None:
    opened.reader.go_to(item(opened, "Dough").id)
    opened.reader.follow("../pictures/flame.svg")
    told = opened.pane.notice.text()
    assert (
        told
        == f"flame.svg is not written as Markdown. You can find it in the folder {folder}/pictures."
    )
    opened.reader.follow("gone.md")
    assert (
        "The link “gone.md” leads to nothing in this course's folder" in opened.pane.notice.text()
    )


def test_a_link_leads_to_another_lesson_and_pictures_are_found(opened: MainWindow) -> None:
    opened.reader.go_to(item(opened, "Dough").id)
    opened.reader.follow("oven.md#heat")
    assert opened.reader.item == item(opened, "The oven").id
    assert "course-picture:lessons/../pictures/flame.svg" in opened.pane.page.toHtml()
    for link in ("../README.md", "../../outside.md"):
        opened.reader.follow(link)
        assert "How to bake." in opened.pane.page.toPlainText()


def test_a_tick_stays_with_a_file_that_is_renamed(
    qtbot: QtBot, opened: MainWindow, folder: Path, open_window: OpenWindow
) -> None:
    opened.toggle(item(opened, "Crust").id)
    readme = folder / "README.md"
    (folder / "lessons" / "crust.md").rename(folder / "lessons" / "shell.md")
    readme.write_text(
        FILES["README.md"].replace("[Crust](lessons/crust.md)", "[The crust](lessons/shell.md)"),
        "utf-8",
    )
    opened.actions_by_name["check"].trigger()
    qtbot.waitUntil(lambda: opened.updating.proposal is not None)
    opened.updating.apply()
    assert opened.session.progress is not None
    assert opened.session.progress.state(item(opened, "The crust").id) is State.DONE
    opened.close()

    again = open_window()
    again.session.open_last()
    assert again.session.progress is not None
    assert again.session.progress.state(item(again, "The crust").id) is State.DONE


def test_a_change_within_the_folder_is_noticed(
    qtbot: QtBot, opened: MainWindow, folder: Path
) -> None:
    qtbot.waitUntil(lambda: opened.updating.is_watching)
    with qtbot.waitSignal(opened.updating.proposal_changed):
        (folder / "lessons" / "dough.md").write_text("# Dough\n\nKnead it.\n", "utf-8")
    assert "1 changed inside" in opened.pane.notice.text()


def test_a_folder_opens_with_its_readme_whatever_its_other_files_are_called(
    open_window: OpenWindow, qtbot: QtBot, folder: Path
) -> None:
    (folder / "A_GUIDE.md").write_text("# A guide\n\nHow to contribute.\n", "utf-8")
    window = open_window()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(folder)
    qtbot.waitUntil(lambda: not window.page.document().isEmpty())
    assert window.reader.item is None
    assert "How to bake." in window.page.toPlainText()


def test_a_file_of_a_folder_is_not_taken_for_a_version_of_it(
    opened: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    with qtbot.waitSignal(opened.session.course_opened):
        opened.open_path(folder / "README.md")
    assert opened.session.course is not None
    assert opened.session.course.source == folder / "README.md"
