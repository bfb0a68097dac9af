"""Lessons are marked by keys, by menu and beside their title: one, many, whole sections."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import Item, State
from coursetracker.library.database import open_database
from coursetracker.progress.marking import next_state, ticked, to_mark
from coursetracker.progress.rollup import Check
from coursetracker.ui.lesson import LessonPane
from coursetracker.ui.marks import SIGN_ROLE, Sign, TickBox
from coursetracker.ui.session import Session, read_course
from coursetracker.ui.state_button import StateButton
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE, OpenWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def item(window: MainWindow, title: str) -> Item:
    assert window.session.progress is not None
    return next(each for each in window.session.progress.outline.items if each.title == title)


def state(window: MainWindow, title: str) -> State:
    assert window.session.progress is not None
    return window.session.progress.state(item(window, title).id)


def states(window: MainWindow, *titles: str) -> list[State]:
    return [state(window, title) for title in titles]


def data(window: MainWindow, title: str, role: int = SPOKEN) -> object:
    model = window.outline.model()
    return model.data(model.index_of(item(window, title).id), role)  # type: ignore[attr-defined]


def press(window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press keys in the outline; shortcuts go to the window as well."""
    held = PLAIN
    for each in modifiers:
        held |= each
    QTest.keyClick(window.outline, key, held)


def click(window: MainWindow, title: str, held: Qt.KeyboardModifier = PLAIN) -> None:
    outline = window.outline
    place = outline.visualRect(outline.model().index_of(item(window, title).id))  # type: ignore[attr-defined]
    QTest.mouseClick(
        outline.viewport(), Qt.MouseButton.LeftButton, held,
        QPoint(place.right() - 40, place.center().y()),
    )  # fmt: skip


def entry(menu: QMenu, text: str) -> QAction:
    return next(a for a in menu.actions() if a.text().replace("&", "") == text)


@pytest.fixture
def shown(window: MainWindow) -> MainWindow:
    """Return a window whose shortcuts work."""
    window.activateWindow()
    window.outline.setFocus()
    return window


def test_keys_mark_what_is_read(shown: MainWindow) -> None:
    window = shown
    window.reader.go_to(item(window, "Mixing").id)

    press(window, Qt.Key.Key_P, CTRL, SHIFT)
    assert state(window, "Mixing") is State.IN_PROGRESS
    press(window, Qt.Key.Key_S, CTRL, SHIFT)
    assert state(window, "Mixing") is State.SKIPPED
    press(window, Qt.Key.Key_Return, CTRL)
    assert state(window, "Mixing") is State.DONE
    press(window, Qt.Key.Key_Return, CTRL)
    assert state(window, "Mixing") is State.NOT_STARTED


def test_a_key_goes_round_the_states_and_undo_comes_back(shown: MainWindow) -> None:
    window = shown
    window.reader.go_to(item(window, "Mixing").id)
    seen = []
    for _ in State:
        press(window, Qt.Key.Key_Return, CTRL, SHIFT)
        seen.append(state(window, "Mixing"))

    assert seen == [State.IN_PROGRESS, State.DONE, State.SKIPPED, State.NOT_STARTED]
    undo = window.actions_by_name["undo"]
    words = []
    for _ in State:
        words.append(undo.text().replace("&", ""))
        undo.trigger()
    assert words == [
        "Undo: mark “Mixing” not done", "Undo: skip “Mixing”",
        "Undo: mark “Mixing” done", "Undo: mark “Mixing” in progress",
    ]  # fmt: skip
    assert state(window, "Mixing") is State.NOT_STARTED


def test_letters_still_find_rows_by_their_first_letters(shown: MainWindow) -> None:
    window = shown
    window.outline.go_to(item(window, "Dough").id)
    for letter in "kn":
        QTest.keyClicks(window.outline, letter)
    assert window.reader.item == item(window, "Kneading").id
    assert state(window, "Kneading") is State.NOT_STARTED


def test_the_menu_course_marks_what_is_read(window: MainWindow) -> None:
    window.reader.go_to(item(window, "The oven").id)
    for name, now in (
        ("mark-skipped", State.SKIPPED), ("mark-done", State.DONE),
        ("mark-in-progress", State.IN_PROGRESS), ("mark-not-started", State.NOT_STARTED),
    ):  # fmt: skip
        window.actions_by_name[name].trigger()
        assert state(window, "The oven") is now


def test_nothing_is_marked_in_the_introduction(window: MainWindow) -> None:
    window.reader.introduce()
    for name in ("tick", "mark-done", "mark-next"):
        window.actions_by_name[name].trigger()
    assert window.session.undo_words() is None


def test_the_menu_of_a_row_marks_it_and_shows_its_state(window: MainWindow) -> None:
    menu = window.arranging.menu(item(window, "Mixing").id)
    assert entry(menu, "Not started").isChecked()
    entry(menu, "Skipped").trigger()
    assert state(window, "Mixing") is State.SKIPPED
    assert entry(window.arranging.menu(item(window, "Mixing").id), "Skipped").isChecked()


def test_the_menu_of_one_of_several_rows_marks_them_all(window: MainWindow) -> None:
    click(window, "Mixing")
    click(window, "The crust", CTRL)

    entry(window.arranging.menu(item(window, "Mixing").id), "In progress").trigger()
    assert states(window, "Mixing", "The crust") == [State.IN_PROGRESS] * 2
    entry(window.arranging.menu(item(window, "Kneading").id), "Done").trigger()
    assert states(window, "Mixing", "Kneading") == [State.IN_PROGRESS, State.DONE]


def test_choosing_more_rows_does_not_turn_the_page(window: MainWindow) -> None:
    click(window, "Mixing")
    assert window.reader.item == item(window, "Mixing").id
    click(window, "The oven", CTRL)
    click(window, "The crust", SHIFT)
    press(window, Qt.Key.Key_Down, SHIFT)
    assert window.reader.item == item(window, "Mixing").id
    press(window, Qt.Key.Key_Down)
    assert window.reader.item == window.outline.current_id() != item(window, "Mixing").id


def test_many_rows_are_marked_in_one_step(shown: MainWindow) -> None:
    window = shown
    click(window, "Mixing")
    click(window, "The crust", SHIFT)

    press(window, Qt.Key.Key_S, CTRL, SHIFT)

    lessons = ("Mixing", "Kneading", "Questions", "The oven", "The crust")
    assert states(window, *lessons) == [State.SKIPPED] * 5
    assert state(window, "The loaf") is State.NOT_STARTED
    assert len(window.outline.chosen_ids()) > 1
    assert window.session.undo_words() == "skip 5 lessons"
    window.session.undo()
    assert states(window, *lessons) == [State.NOT_STARTED] * 5
    window.session.redo()
    assert states(window, *lessons) == [State.SKIPPED] * 5


def test_space_ticks_and_unticks_all_that_is_chosen(shown: MainWindow) -> None:
    window = shown
    click(window, "Mixing")
    click(window, "The oven", CTRL)
    press(window, Qt.Key.Key_Space)
    assert states(window, "Mixing", "Kneading", "The oven") == [
        State.DONE, State.NOT_STARTED, State.DONE,
    ]  # fmt: skip
    assert window.session.undo_words() == "mark 2 lessons done"
    press(window, Qt.Key.Key_Space)
    assert states(window, "Mixing", "The oven") == [State.NOT_STARTED] * 2


def test_a_section_is_skipped_as_a_whole_but_for_what_is_done(window: MainWindow) -> None:
    window.toggle(item(window, "Mixing").id)
    window.reader.go_to(item(window, "Week 1: Flour and water").id)
    window.actions_by_name["mark-skipped"].trigger()
    assert states(window, "Mixing", "Kneading", "Questions") == [
        State.DONE, State.SKIPPED, State.SKIPPED,
    ]  # fmt: skip
    assert window.session.undo_words() == "skip “Week 1: Flour and water”"
    assert window.session.progress is not None
    assert window.session.progress.tally(None).counted == 4
    window.actions_by_name["mark-not-started"].trigger()
    assert states(window, "Mixing", "Kneading") == [State.NOT_STARTED] * 2


def test_next_by_ctrl_and_key_chooses_one_row_alone(shown: MainWindow) -> None:
    window = shown
    click(window, "Mixing")
    press(window, Qt.Key.Key_PageDown, CTRL)
    assert window.reader.item == item(window, "Kneading").id
    assert window.outline.chosen_ids() == [window.reader.item]


def test_what_a_filter_hides_is_not_marked_with_several_rows(shown: MainWindow) -> None:
    window = shown
    window.side.field.setText("in")  # Mixing, Kneading, Baking
    window.side.field.setText("mixing")
    window.outline.setFocus()
    window.outline.collapseAll()
    window.outline.expandAll()
    click(window, "Week 1: Flour and water")
    click(window, "Dough", CTRL)

    press(window, Qt.Key.Key_S, CTRL, SHIFT)

    assert states(window, "Mixing", "Kneading", "Questions") == [
        State.SKIPPED, State.NOT_STARTED, State.NOT_STARTED,
    ]  # fmt: skip


def test_states_are_seen_and_spoken(window: MainWindow) -> None:
    window.session.mark(item(window, "Mixing").id, State.IN_PROGRESS)
    window.session.mark(item(window, "Kneading").id, State.SKIPPED)
    window.session.mark(item(window, "Baking").id, State.SKIPPED)

    assert data(window, "Mixing") == "Mixing, lesson, in progress"
    assert data(window, "Kneading") == "Kneading, lesson, skipped"
    assert data(window, "Baking") == "Baking, section, skipped"
    signs = [data(window, t, SIGN_ROLE) for t in ("Mixing", "Kneading", "Baking", "Dough")]
    assert signs == [Sign.HALF, Sign.STROKE, Sign.STROKE, Sign.DASH]
    tip = Qt.ItemDataRole.ToolTipRole
    assert data(window, "Kneading", tip) == "<qt>Kneading<br>Skipped</qt>"
    check = Qt.ItemDataRole.CheckStateRole
    assert data(window, "Kneading", check) == Qt.CheckState.Unchecked
    assert not window.outline.grab().isNull()


def header(window: MainWindow) -> tuple[StateButton, TickBox]:
    pane: LessonPane = window.pane
    button, box = pane.findChild(StateButton), pane.findChild(TickBox, "lesson-done")
    assert button is not None
    assert box is not None
    return button, box


def test_the_state_stands_beside_the_title_and_is_changed_there(window: MainWindow) -> None:
    window.reader.go_to(item(window, "Mixing").id)
    button, box = header(window)
    assert button.accessibleName() == "State: Not started"

    entry(button.menu_of_states(), "Skipped").trigger()

    assert state(window, "Mixing") is State.SKIPPED
    assert (box.text(), button.accessibleName()) == ("Skipped", "State: Skipped")
    assert box.accessibleDescription() == "skipped"
    assert entry(button.menu_of_states(), "Skipped").isChecked()
    window.reader.introduce()
    assert not button.isVisible()


def test_the_button_opens_its_menu_by_key(qtbot: QtBot, window: MainWindow) -> None:
    window.reader.go_to(item(window, "Mixing").id)
    button, _ = header(window)
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert state(window, "Mixing") is State.IN_PROGRESS


def test_marks_outlive_the_program(window: MainWindow, open_window: OpenWindow) -> None:
    window.session.mark(item(window, "Kneading").id, State.SKIPPED)
    window.close()
    again = open_window()
    again.session.open_last()
    assert state(again, "Kneading") is State.SKIPPED


def test_a_refusal_is_told_and_marks_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.reader.go_to(item(window, "Mixing").id)
    window.session._db.execute("PRAGMA query_only = ON")
    window.actions_by_name["mark-skipped"].trigger()
    assert state(window, "Mixing") is State.NOT_STARTED
    assert window.pane.notice.isVisible()
    window.session._db.execute("PRAGMA query_only = OFF")


ACTS = st.tuples(
    st.sampled_from(["mark", "toggle", "cycle", "undo", "redo"]),
    st.lists(st.integers(0, 30), min_size=1, max_size=4),
    st.sampled_from(State),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(ACTS, max_size=10))
def test_bulk_marks_undone_and_done_again_are_what_a_list_remembers(
    qapp: QApplication, acts: list[tuple[str, list[int], State]]
) -> None:
    with tempfile.TemporaryDirectory() as name, closing(open_database(Path(name))) as db:
        path = Path(name) / "course.md"
        path.write_text(COURSE, "utf-8")
        session = Session(db)
        session.admit(read_course(path))
        done, undone = [_states(session)], list[dict[int, State]]()
        for what, rows, state in acts:
            _act(session, what, rows, state, done=done, undone=undone)
            assert _states(session) == done[-1]


def _states(session: Session) -> dict[int, State]:
    assert session.progress is not None
    return {leaf.id: session.progress.state(leaf.id) for leaf in session.progress.outline.leaves()}


def _act(
    session: Session,
    what: str,
    rows: list[int],
    state: State,
    *,
    done: list[dict[int, State]],
    undone: list[dict[int, State]],
) -> None:
    """Do the same to a session and to lists of what was true before and after."""
    progress = session.progress
    assert progress is not None
    items = progress.outline.items
    chosen = [items[row % len(items)].id for row in rows]
    before = done[-1]
    if what == "undo" and len(done) > 1:
        session.undo()
        undone.append(done.pop())
    elif what == "redo" and undone:
        session.redo()
        done.append(undone.pop())
    elif what in ("mark", "toggle", "cycle"):
        spared = None
        acts: dict[str, Callable[[], None]] = {
            "mark": lambda: session.marks.set_state(chosen, state),
            "toggle": lambda: session.marks.toggle(chosen),
            "cycle": lambda: session.marks.cycle(chosen),
        }
        if what == "toggle":
            state, spared = ticked(progress, chosen), (State.SKIPPED,)
        if what == "cycle":
            state = next_state(progress, chosen)
        changes = {each.id: state for each in to_mark(progress, chosen, state, spared)}
        acts[what]()
        if changes:
            done.append({**before, **changes})
            undone.clear()


def test_a_parent_is_ticked_by_what_hangs_under_it(window: MainWindow) -> None:
    assert window.session.progress is not None
    dough = item(window, "Dough").id
    window.session.mark(item(window, "Mixing").id, State.SKIPPED)
    window.session.mark(item(window, "Kneading").id, State.DONE)
    assert window.session.progress.check(dough) is Check.ALL
