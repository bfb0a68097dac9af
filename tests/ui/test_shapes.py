"""The learner chooses how lessons are found: the dialog, what it applies, and the way back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from coursetracker.course.choices import Choices, Shape
from coursetracker.course.outline import State
from coursetracker.markdown import parse
from coursetracker.ui.shapes import ShapesDialog
from coursetracker.ui.window import MainWindow
from ui.conftest import OpenWindow
from ui.test_updating import found, item, press, state, titles

COURSE = """\
# Baking
## Videos
- [Flour](https://example.org/flour)
- [Water](https://example.org/water)
## Steps
- Stir
- Fold
## Extras (optional)
- [ ] Steam
"""


@pytest.fixture
def course_file(tmp_path: Path) -> Path:
    path = tmp_path / "baking.md"
    path.write_text(COURSE, "utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot) -> ShapesDialog:
    dialog = ShapesDialog(parse(COURSE), "Baking", Choices())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(tree: QTreeWidget) -> list[str]:
    """Return the titles in a tree, in order."""

    def below(row: QTreeWidgetItem | None) -> list[str]:
        assert row is not None
        return [
            row.text(0),
            *(title for n in range(row.childCount()) for title in below(row.child(n))),
        ]

    return [title for n in range(tree.topLevelItemCount()) for title in below(tree.topLevelItem(n))]


def go_to(dialog: ShapesDialog, title: str) -> None:
    tree = found(dialog, QTreeWidget, "sections")
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    tree.setCurrentItem(tree.findItems(title, flags)[0])


def choose(dialog: ShapesDialog, option: str) -> None:
    found(dialog, QRadioButton, f"shape-{option}").click()


def labels(dialog: ShapesDialog) -> list[str]:
    return [
        found(dialog, QRadioButton, f"shape-{option}").text()
        for option in ("evidence", "headings", "tasks", "rows", "bullets")
    ]


def test_the_evidence_and_the_places_with_a_choice_are_shown(dialog: ShapesDialog) -> None:
    evidence = found(dialog, QLabel, "evidence").text()
    assert evidence == "Detected from: 2 list entries, 1 heading, 1 checkbox"
    tree = found(dialog, QTreeWidget, "sections")
    assert rows(tree) == ["Baking", "Videos", "Steps", "Extras (optional)"]
    assert not found(dialog, QPushButton, "apply-shapes").isEnabled()
    assert not found(dialog, QPushButton, "as-found").isEnabled()


def test_each_shape_tells_how_many_lessons_it_would_give(
    qtbot: QtBot, dialog: ShapesDialog
) -> None:
    counted = [
        "Detected automatically (4)",
        "Headings (3)",
        "Checkboxes (3)",
        "Table rows",
        "Bullets (5)",
    ]
    qtbot.waitUntil(lambda: labels(dialog) == counted)
    assert not found(dialog, QRadioButton, "shape-rows").isEnabled()
    go_to(dialog, "Steps")
    counted = [
        "Detected automatically (1)",
        "Headings (1)",
        "Checkboxes",
        "Table rows",
        "Bullets (2)",
    ]
    qtbot.waitUntil(lambda: labels(dialog) == counted)


def test_the_preview_follows_the_section_and_the_choice(dialog: ShapesDialog) -> None:
    preview, total = found(dialog, QTreeWidget, "preview"), found(dialog, QLabel, "total")
    assert rows(preview) == [
        "Videos", "Flour", "Water", "Steps", "Extras (optional)", "Steam",
    ]  # fmt: skip
    assert total.text() == "4 lessons"
    go_to(dialog, "Steps")
    assert (rows(preview), total.text()) == (["Steps"], "1 lesson")
    choose(dialog, "bullets")
    assert (rows(preview), total.text()) == (["Steps", "Stir", "Fold"], "2 lessons")
    assert [leaf.title for leaf in dialog.outline.leaves()][2:4] == ["Stir", "Fold"]


def test_a_section_goes_by_what_is_chosen_above_unless_it_has_its_own(
    dialog: ShapesDialog,
) -> None:
    choose(dialog, "headings")
    go_to(dialog, "Videos")
    assert found(dialog, QRadioButton, "shape-evidence").text() == "As chosen above"
    assert rows(found(dialog, QTreeWidget, "preview")) == ["Videos"]
    choose(dialog, "bullets")
    assert dialog.outline.choices == Choices(Shape.HEADINGS, {"videos": Shape.BULLETS})


def test_as_found_takes_all_choices_back(dialog: ShapesDialog) -> None:
    choose(dialog, "headings")
    go_to(dialog, "Steps")
    choose(dialog, "bullets")
    found(dialog, QPushButton, "as-found").click()
    assert dialog.outline.choices == Choices()
    assert found(dialog, QRadioButton, "shape-evidence").isChecked()
    assert not found(dialog, QPushButton, "apply-shapes").isEnabled()


def test_a_shape_is_chosen_by_keyboard(dialog: ShapesDialog) -> None:
    radio = found(dialog, QRadioButton, "shape-evidence")
    radio.setFocus()
    QTest.keyClick(radio, Qt.Key.Key_Down)
    headings = found(dialog, QRadioButton, "shape-headings")
    QTest.keyClick(headings, Qt.Key.Key_Space)
    assert dialog.outline.choices == Choices(Shape.HEADINGS)


# In the window


@pytest.fixture
def ask(window: MainWindow) -> Callable[[Callable[[ShapesDialog], object]], None]:
    """Return a function that opens the dialog, does something in it, and closes it."""

    def run(act: Callable[[ShapesDialog], object]) -> None:
        def answer() -> None:
            dialog = found(window, ShapesDialog, "shapes")
            act(dialog)
            found(dialog, QPushButton, "apply-shapes").click()

        QTimer.singleShot(0, answer)
        window.actions_by_name["shapes"].trigger()

    return run


Ask = Callable[[Callable[[ShapesDialog], object]], None]


def only_headings(dialog: ShapesDialog) -> None:
    choose(dialog, "headings")


def bullets_of_steps(dialog: ShapesDialog) -> None:
    go_to(dialog, "Steps")
    choose(dialog, "bullets")


def test_a_new_course_tells_how_its_lessons_were_found(
    qtbot: QtBot, window: MainWindow, course_file: Path
) -> None:
    told = "Lessons found by 2 list entries, 1 heading, 1 checkbox."
    assert window.pane.notice.text() == told
    shown: list[str] = []

    def look() -> None:
        dialog = found(window, ShapesDialog, "shapes")
        shown.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, look)
    press(window, "Change…")
    assert shown == ["How lessons are found – Baking"]

    window.session.open_bundled()
    assert not window.pane.notice.isVisible()
    window.open_path(course_file)
    assert not window.pane.notice.isVisible()


def test_without_a_course_there_is_nothing_to_choose(open_window: OpenWindow) -> None:
    window = open_window()
    window.choosing.ask()
    assert not window.choosing.can_ask


def test_a_choice_is_applied_undone_and_done_again(window: MainWindow, ask: Ask) -> None:
    window.toggle(item(window, "Flour").id)
    flour = item(window, "Flour").id
    window.pane.notice.hide()
    ask(only_headings)
    assert titles(window) == ["Videos", "Steps", "Extras (optional)"]
    assert "“Baking” is read as you chose: 3 lessons." in window.pane.notice.text()
    lost = window.side.lost
    assert lost is not None
    assert lost.isVisible()
    assert window.session.undo_words() == "change of how lessons are found"

    press(window, "Undo")
    assert item(window, "Flour").id == flour
    assert state(window, "Flour") is State.DONE
    assert not lost.isVisible()
    assert window.session.course is not None
    assert window.session.course.outline.choices == Choices()

    window.actions_by_name["redo"].trigger()
    assert titles(window) == ["Videos", "Steps", "Extras (optional)"]
    assert window.session.course.outline.choices == Choices(Shape.HEADINGS)


def test_what_a_choice_took_comes_back_with_its_tick_when_it_is_taken_back(
    window: MainWindow, ask: Ask
) -> None:
    window.toggle(item(window, "Flour").id)
    ask(only_headings)

    ask(lambda dialog: found(dialog, QPushButton, "as-found").click())
    assert state(window, "Flour") is State.DONE


def test_a_dialog_that_is_cancelled_changes_nothing(window: MainWindow, ask: Ask) -> None:
    before = window.session.course
    ask(lambda dialog: dialog.reject())
    assert window.session.course is before


def test_the_next_text_is_read_as_chosen_and_so_is_the_course_after_a_restart(
    qtbot: QtBot, window: MainWindow, ask: Ask, course_file: Path, open_window: OpenWindow
) -> None:
    ask(bullets_of_steps)
    window.toggle(item(window, "Stir").id)
    qtbot.waitUntil(lambda: window.updating.is_watching)
    with qtbot.waitSignal(window.updating.proposal_changed, timeout=5000):
        course_file.write_text(COURSE.replace("- Fold", "- Fold\n- Rest"), "utf-8")
    window.updating.apply()
    assert [title for title in titles(window) if title in ("Stir", "Fold", "Rest")] == [
        "Stir", "Fold", "Rest",
    ]  # fmt: skip
    assert state(window, "Stir") is State.DONE
    window.close()

    again = open_window()
    again.session.open_last()
    assert again.session.course is not None
    assert again.session.course.outline.choices == Choices(sections={"steps": Shape.BULLETS})
    again.session.take_update_back()
    again.session.take_update_back()
    assert again.session.course.outline.choices == Choices()


def test_a_change_of_the_file_that_waits_is_told_again_after_a_choice(
    qtbot: QtBot, window: MainWindow, ask: Ask, course_file: Path
) -> None:
    qtbot.waitUntil(lambda: window.updating.is_watching)
    with qtbot.waitSignal(window.updating.proposal_changed, timeout=5000):
        course_file.write_text(COURSE.replace("Steam", "Much steam"), "utf-8")
    ask(bullets_of_steps)
    qtbot.waitUntil(lambda: window.updating.proposal is not None)
    assert "has changed: 1 renamed" in window.pane.notice.text()
