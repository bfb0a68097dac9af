"""Reviewing an update: what changed is shown, rows are paired otherwise, nothing is applied."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QPalette,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QToolTip,
)
from pytestqt.qtbot import QtBot

from coursetracker.course.changes import Edition, Fate, Update, update_between
from coursetracker.course.matching import Reason
from coursetracker.course.outline import Item, Kind
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse
from coursetracker.ui.pairing import PairDialog
from coursetracker.ui.review import ReviewDialog
from coursetracker.ui.review_model import PLACE_ROLE, SHOWN, Column, ReviewModel
from coursetracker.ui.review_table import ReviewTable
from ui.conftest import drag_point

OLD = """\
# Baking bread

# Dough

## Mixing
Stir with a spoon until no dry flour is left, then let it rest.

## Kneading
Fold the dough and turn it, for ten minutes.

## Salt
Two percent of the flour, which slows the yeast down.

## Storing
Keep it in a linen bag.

# Baking

## The oven
Heat it an hour before you bake, with the stone in it. Put a tray of boiling water under the
loaf for the first ten minutes, then take it out and turn the oven down by thirty degrees.

## Old ovens
How they were fired.

## Tasting
Warm.
"""
NEW = """\
# Baking bread

# Dough

## Mixing flour and water
Stir with a spoon until no dry flour is left, then let it rest.

## Kneading
Fold the dough and turn it, for eight minutes.

## <b>Starter</b>
Feed it every day.

# Baking

## Salt
Two percent of the flour, which slows the yeast down.

## The oven
Heat it an hour before you bake, with the stone in it.

## Steam
Put a tray of boiling water under the loaf for the first ten minutes, then take it out and turn
the oven down by thirty degrees.

## Keeping
In linen, three days.

## Serving
Butter.
"""
LOST = 900
NO_KEY = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def edition(text: str) -> Edition:
    document = parse(text)
    return Edition.of(document, read_outline(document, "course"))


def make_update() -> Update:
    """Return an update with every fate in it; one row is unsure, one item left earlier."""
    old, new = edition(OLD), edition(NEW)
    serving = item(new, "Serving")
    lost = (
        replace(serving, id=LOST, parent=None),
        Item(LOST + 1, None, Kind.LESSON, "Rolls", 1, 2),
    )
    update = update_between(old, new, lost)
    storing = item(old, "Storing").id
    reasons = {
        "Mixing": Reason.ORDER,
        "Kneading": Reason.PLACE,
        "Salt": Reason.TITLE,
        "The oven": Reason.LINK,
        "Storing": Reason.TEXT,
    }
    return replace(
        update,
        pairs={key: value for key, value in update.pairs.items() if key != storing},
        unsure={storing: item(new, "Keeping").id},
        reasons={item(old, title).id: reason for title, reason in reasons.items()},
        merges={item(old, "Tasting").id: serving.id},
    )


def item(edition: Edition, title: str) -> Item:
    return next(each for each in edition.outline.items if each.title == title)


def old_id(title: str) -> int:
    return item(make_update().old, title).id


def new_id(title: str) -> int:
    return item(make_update().new, title).id


class Review:
    """A dialog on the screen, looked at and used as a learner does."""

    def __init__(self, qtbot: QtBot, update: Update, *, by_itself: bool = False) -> None:
        self.dialog = ReviewDialog(update, "Baking bread", by_itself, None)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        qtbot.waitExposed(self.dialog)
        self.dialog.activateWindow()
        table, tabs = self.dialog.findChild(ReviewTable), self.dialog.findChild(QTabBar)
        assert table is not None
        assert tabs is not None
        self.table, self.tabs = table, tabs

    def label(self, name: str) -> str:
        label = self.dialog.findChild(QLabel, name)
        assert label is not None
        return label.text() if label.isVisible() else ""

    def button(self, name: str) -> QPushButton:
        button = self.dialog.findChild(QPushButton, name)
        assert button is not None
        return button

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def text(self, name: str) -> str:
        text = self.dialog.findChild(QPlainTextEdit, name)
        assert text is not None
        return text.toPlainText() or text.placeholderText()

    def show_only(self, shown: Fate | None) -> None:
        self.tabs.setCurrentIndex(SHOWN.index(shown))

    def rows(self) -> list[tuple[str, ...]]:
        model = self.table.model()
        return [
            tuple(str(model.index(row, column).data()) for column in Column)
            for row in range(model.rowCount())
        ]

    def choose(self, title: str, shown: Fate | None = None) -> None:
        """Make the row of a title the current one."""
        self.show_only(shown)
        row = next(i for i, cells in enumerate(self.rows()) if title in cells)
        self.table.selectRow(row)

    def current(self) -> tuple[str, ...]:
        return self.rows()[self.table.currentIndex().row()]


@pytest.fixture
def review(qtbot: QtBot) -> Review:
    review = Review(qtbot, make_update())
    review.dialog.resize(1200, 900)  # so that no row is out of sight
    return review


def answer(fill: Callable[[PairDialog], None]) -> None:
    """Fill in the next dialog that asks for a partner."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PairDialog)
        fill(dialog)

    QTimer.singleShot(0, act)


def places(dialog: PairDialog) -> list[str]:
    view = dialog.findChild(QListView)
    assert view is not None
    rows = range(view.model().rowCount())
    return [str(view.model().index(row, 0).data(PLACE_ROLE)) for row in rows]


def offered(dialog: PairDialog) -> list[str]:
    view = dialog.findChild(QListView)
    assert view is not None
    return [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]


def choose_by_typing(typed: str) -> Callable[[PairDialog], None]:
    def fill(dialog: PairDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)

    return fill


# What is shown


def test_it_begins_with_what_is_unsure(review: Review) -> None:
    assert review.rows() == [("Unsure", "Storing", "Keeping", "similar text")]
    assert review.table.hasFocus()


def test_it_begins_with_all_changes_where_nothing_is_unsure(qtbot: QtBot) -> None:
    review = Review(qtbot, replace(make_update(), unsure={}))
    assert review.tabs.currentIndex() == 0
    assert len(review.rows()) == 11


def test_one_sentence_tells_the_numbers(review: Review) -> None:
    assert review.label("numbers") == (
        "1 unsure, 2 gone, 1 back, 2 new, 1 moved, 1 renamed, 2 changed inside"
    )


def test_an_update_that_changes_no_lesson_says_so(qtbot: QtBot) -> None:
    review = Review(qtbot, update_between(edition(OLD), edition(OLD)))
    assert review.label("numbers") == "No lesson has changed"
    assert review.rows() == []
    assert review.text("text-now") == ""


def test_all_changes_are_in_the_order_of_the_course_with_what_speaks_for_them(
    review: Review,
) -> None:
    review.show_only(None)
    assert review.rows() == [
        ("Renamed", "Mixing", "Mixing flour and water", "same neighbours"),
        ("Changed inside", "Kneading", "Kneading", "same place"),
        ("New", "", "Starter", ""),
        ("Moved", "Salt", "Salt", "same title"),
        ("Changed inside", "The oven", "The oven", "same link"),
        ("New", "", "Steam", "split from “The oven”"),
        ("Unsure", "Storing", "Keeping", "similar text"),
        ("Back", "Serving", "Serving", "same title, same text"),
        ("Gone", "Old ovens", "", ""),
        ("Gone", "Tasting", "", "now part of “Serving”"),
    ]


def test_a_title_that_was_changed_is_called_similar_not_same(qtbot: QtBot) -> None:
    update = make_update()
    mixing = {item(update.old, "Mixing").id: Reason.TITLE}
    review = Review(qtbot, replace(update, reasons={**update.reasons, **mixing}))
    review.choose("Mixing")
    assert review.current()[3] == "similar title"


def test_the_tabs_count_and_narrow_the_table_down(review: Review) -> None:
    assert [review.tabs.tabText(tab).replace("  ", " ") for tab in range(len(SHOWN))] == [
        "All changes 10",
        "Unsure 1",
        "Gone 2",
        "New 2",
        "Moved 1",
        "Renamed 1",
        "Changed inside 2",
        "Back 1",
        "Kept 2",
    ]
    review.show_only(Fate.KEPT)
    assert [row[1] for row in review.rows()] == ["Dough", "Baking"]
    review.show_only(Fate.NEW)
    assert [row[2] for row in review.rows()] == ["Starter", "Steam"]


def test_a_fate_that_nothing_has_cannot_be_chosen(qtbot: QtBot) -> None:
    review = Review(qtbot, replace(make_update(), unsure={}))
    assert not review.tabs.isTabEnabled(SHOWN.index(Fate.UNSURE))


def test_a_cell_says_where_its_item_stands(review: Review) -> None:
    review.choose("Salt")
    row = review.table.currentIndex().row()
    spoken = [
        review.table.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in (Column.BEFORE, Column.NOW)
    ]
    assert spoken == ["Salt, Dough", "Salt, Baking"]


def test_a_title_is_shown_as_it_is_in_a_tip(review: Review) -> None:
    hostile = Item(1, None, Kind.LESSON, "<img src=x> & more", 1, 2)
    update = make_update()
    outline = replace(update.new.outline, items=(hostile,))
    new = Edition(outline, update.new.lines, ())
    nothing: dict[int, int] = {}
    model = ReviewModel(Update(update.old, new, nothing, nothing, {}, {}, *[nothing] * 3))
    row = next(
        row
        for row in range(model.rowCount())
        if model.index(row, Column.NOW).data() == hostile.title
    )
    tip = model.index(row, Column.NOW).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>&lt;img src=x> &amp; more</qt>"


@pytest.mark.qt_log_ignore("does not support", extend=True)  # what no screen is there for
def test_a_tip_shows_what_has_no_room_and_only_that(review: Review, qtbot: QtBot) -> None:
    def point_at(column: Column) -> None:
        index = review.table.currentIndex().siblingAtColumn(column)
        place = review.table.visualRect(index).center()
        view = review.table.viewport()
        QApplication.sendEvent(
            view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
        )

    review.choose("Tasting")
    for column in Column:
        point_at(column)
        assert QToolTip.text() == ""
    review.table.setColumnWidth(Column.WHY, 60)
    point_at(Column.WHY)
    assert QToolTip.text() == "<qt>now part of “Serving”</qt>"
    review.dialog.resize(640, 600)
    review.table.setColumnWidth(Column.WHY, 300)
    review.choose("Mixing flour and water")
    point_at(Column.NOW)
    assert QToolTip.text() == "<qt>Mixing flour and water<br>Dough</qt>"


def test_the_texts_of_the_current_row_are_compared(review: Review) -> None:
    review.choose("Kneading")
    assert "ten minutes" in review.text("text-before")
    assert "eight minutes" in review.text("text-now")
    review.choose("Starter")
    assert review.text("text-before") == "Not in the old version"
    review.choose("Old ovens")
    assert review.text("text-now") == "Not in the new version"


def test_going_to_another_tab_stays_at_the_row_if_it_is_there(review: Review) -> None:
    review.choose("Salt")
    review.show_only(Fate.MOVED)
    assert review.current()[1] == "Salt"
    review.show_only(None)
    assert review.current()[1] == "Salt"


# Pairing


def test_a_proposal_is_accepted(review: Review) -> None:
    review.click("same")

    assert review.dialog.update.pairs[old_id("Storing")] == new_id("Keeping")
    assert review.label("numbers").startswith("2 gone")
    assert review.label("left-unsure") == ""
    review.choose("Storing")
    assert review.current()[0] == "Moved, renamed, changed inside"
    assert review.current()[1:] == ("Storing", "Keeping", "similar text")
    assert not review.button("same").isEnabled()


def test_a_proposal_is_turned_down(review: Review) -> None:
    review.click("not-same")

    assert review.dialog.update.unsure == {}
    assert old_id("Storing") not in review.dialog.update.pairs
    assert "3 gone" in review.label("numbers")
    assert "3 new" in review.label("numbers")


def test_a_pair_that_was_taken_for_sure_is_parted(review: Review) -> None:
    review.choose("Salt")
    review.click("not-same")
    assert old_id("Salt") not in review.dialog.update.pairs
    assert review.current() == ("New", "", "Salt", "")


def test_what_is_left_unsure_is_told(review: Review, qtbot: QtBot) -> None:
    one = "1 unsure row is left as it is: the old one goes to Lost & found"
    assert review.label("left-unsure") == one
    update = make_update()
    unsure = {**update.unsure, old_id("Tasting"): new_id("Starter")}
    two = Review(qtbot, replace(update, unsure=unsure))
    assert two.label("left-unsure") == (
        "2 unsure rows are left as they are: the old ones go to Lost & found"
    )


def test_a_gone_lesson_is_paired_with_a_new_one(review: Review) -> None:
    review.choose("Old ovens")
    seen: list[str] = []

    def fill(dialog: PairDialog) -> None:
        seen.extend(offered(dialog))
        choose_by_typing("START")(dialog)

    answer(fill)
    review.click("pair-with")

    assert seen == ["Starter", "Steam", "Keeping"]
    assert review.dialog.update.pairs[old_id("Old ovens")] == new_id("Starter")
    assert review.current()[1:] == ("Old ovens", "Starter", "you chose it")


def test_a_new_lesson_is_paired_with_one_that_left_earlier(review: Review) -> None:
    review.choose("Steam")
    seen: list[str] = []
    where: list[str] = []

    def fill(dialog: PairDialog) -> None:
        seen.extend(offered(dialog))
        where.extend(places(dialog))
        choose_by_typing("rol")(dialog)

    answer(fill)
    review.click("pair-with")

    assert seen == ["Storing", "Old ovens", "Tasting", "Rolls"]
    assert where == ["Dough", "Baking", "Baking", "left in an earlier version"]
    assert review.dialog.update.back[LOST + 1] == new_id("Steam")
    assert review.current() == ("Back", "Rolls", "Steam", "you chose it")
    assert review.text("text-before") == "Not in the old version"


def test_nothing_is_paired_where_the_learner_thinks_better_of_it(review: Review) -> None:
    review.choose("Steam")
    answer(lambda dialog: dialog.reject())
    review.click("pair-with")
    assert review.dialog.update == make_update()
    assert not review.button("undo-pairing").isEnabled()


def test_the_arrow_keys_walk_through_the_list_while_words_are_typed(review: Review) -> None:
    review.choose("Old ovens")

    def fill(dialog: PairDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Return)

    answer(fill)
    review.click("pair-with")
    assert review.dialog.update.pairs[old_id("Old ovens")] == new_id("Steam")


def test_a_double_click_takes_a_partner(review: Review) -> None:
    review.choose("Old ovens")

    def fill(dialog: PairDialog) -> None:
        view = dialog.findChild(QListView)
        assert view is not None
        place = view.visualRect(view.model().index(1, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert dialog.isVisible()
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    answer(fill)
    review.click("pair-with")
    assert review.dialog.update.pairs[old_id("Old ovens")] == new_id("Steam")


def test_what_no_title_holds_cannot_be_paired(review: Review) -> None:
    review.choose("Old ovens")

    def fill(dialog: PairDialog) -> None:
        choose_by_typing("no such title")(dialog)
        assert dialog.isVisible()
        assert offered(dialog) == []
        dialog.reject()

    answer(fill)
    review.click("pair-with")
    assert review.dialog.update == make_update()


@pytest.mark.parametrize(
    ("dragged", "target"), [("Old ovens", "Starter"), ("Starter", "Old ovens")]
)
def test_a_row_dragged_onto_another_is_paired_with_it(
    review: Review, qtbot: QtBot, dragged: str, target: str
) -> None:
    review.choose(target)
    onto = review.table.currentIndex()
    review.choose(dragged)

    data = review.table.model().mimeData([review.table.currentIndex()])
    drop(review.table, data, review.table.visualRect(onto).center())

    qtbot.waitUntil(lambda: old_id("Old ovens") in review.dialog.update.pairs)
    assert review.dialog.update.pairs[old_id("Old ovens")] == new_id("Starter")
    assert review.current()[1:] == ("Old ovens", "Starter", "you chose it")
    assert review.table.drop_row == -1


def test_the_row_that_would_take_a_drop_stands_out(review: Review) -> None:
    review.choose("Starter")
    onto = review.table.currentIndex()
    review.choose("Old ovens")
    data = review.table.model().mimeData([review.table.currentIndex()])

    drag(review.table, data, review.table.visualRect(onto).center())

    assert review.table.drop_row == onto.row()
    ground = review.table.viewport().grab().toImage()
    accent = review.table.palette().color(QPalette.ColorRole.Accent)
    assert ground.pixelColor(review.table.visualRect(onto).topLeft()) == accent
    QApplication.sendEvent(review.table.viewport(), QDragLeaveEvent())
    assert review.table.drop_row == -1


def test_a_row_cannot_be_dropped_where_it_makes_no_pair(review: Review) -> None:
    model = review.table.model()
    review.choose("Tasting")
    data = model.mimeData([review.table.currentIndex()])
    for title, may in (("Steam", True), ("Keeping", True), ("Old ovens", False), ("Salt", False)):
        review.choose(title)
        link = Qt.DropAction.LinkAction
        assert model.canDropMimeData(data, link, -1, -1, review.table.currentIndex()) is may, title


def drag(table: ReviewTable, data: QMimeData, place: QPoint) -> None:
    rest = Qt.DropAction.LinkAction, data, Qt.MouseButton.LeftButton, NO_KEY
    for event in (
        QDragEnterEvent(drag_point(place), *rest),
        QDragMoveEvent(drag_point(place), *rest),
    ):
        QApplication.sendEvent(table.viewport(), event)
        assert event.isAccepted()


def drop(table: ReviewTable, data: QMimeData, place: QPoint) -> None:
    drag(table, data, place)
    rest = Qt.DropAction.LinkAction, data, Qt.MouseButton.LeftButton, NO_KEY
    event = QDropEvent(QPointF(place), *rest)
    QApplication.sendEvent(table.viewport(), event)
    assert event.isAccepted()


def test_pairings_are_taken_back_one_by_one(review: Review) -> None:
    review.click("same")
    review.choose("Salt")
    review.click("not-same")

    QTest.keyClick(review.dialog, Qt.Key.Key_Z, CONTROL)
    assert review.dialog.update.pairs[old_id("Salt")] == new_id("Salt")
    assert review.dialog.update.unsure == {}
    review.click("undo-pairing")
    assert review.dialog.update == make_update()
    assert not review.button("undo-pairing").isEnabled()


def test_the_key_for_undo_works_from_the_texts_too(review: Review) -> None:
    review.click("same")
    text = review.dialog.findChild(QPlainTextEdit, "text-now")
    assert text is not None
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert review.dialog.update == make_update()


def test_taking_back_goes_to_where_it_was(review: Review) -> None:
    review.choose("Salt")
    review.click("not-same")
    review.choose("Kneading")
    review.click("undo-pairing")
    assert review.current() == ("Moved", "Salt", "Salt", "same title")


# Keys, and the end


def test_the_table_has_the_keyboard_once_a_button_has_done_its_work(review: Review) -> None:
    button = review.button("same")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not button.isEnabled()
    assert review.table.hasFocus()


@pytest.mark.qt_log_ignore("does not support", extend=True)  # what no screen is there for
def test_return_on_a_row_opens_its_menu_and_applies_nothing(review: Review, qtbot: QtBot) -> None:
    QTest.keyClick(review.table, Qt.Key.Key_Return)

    menu = review.dialog.findChild(QMenu, "change-menu")
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    assert [action.text().replace("&", "") for action in menu.actions()] == [
        "They are the same",
        "Pair with…",
        "Not the same",
    ]
    QTest.keyClick(menu, Qt.Key.Key_S)
    assert review.dialog.isVisible()
    assert review.dialog.update.pairs[old_id("Storing")] == new_id("Keeping")


def test_return_applies_nothing_from_the_tabs_and_the_texts(review: Review) -> None:
    for name in ("shown", "text-before", "text-now"):
        widget = review.dialog.findChild(QTabBar if name == "shown" else QPlainTextEdit, name)
        assert widget is not None
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return)
        assert review.dialog.isVisible(), name


def test_return_with_control_applies_from_anywhere(review: Review) -> None:
    QTest.keyClick(review.table, Qt.Key.Key_Return, CONTROL)
    assert review.dialog.result() == ReviewDialog.DialogCode.Accepted


def test_return_applies_at_once_where_everything_is_certain(qtbot: QtBot) -> None:
    certain = update_between(edition(OLD), edition(OLD + "\n## Serving\nButter.\n"))
    review = Review(qtbot, certain)
    focus = review.dialog.focusWidget()
    assert isinstance(focus, QPushButton)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert review.dialog.result() == ReviewDialog.DialogCode.Accepted
    assert review.dialog.update is certain


def test_escape_leaves_everything_as_it_is(review: Review) -> None:
    QTest.keyClick(review.table, Qt.Key.Key_Escape)
    assert review.dialog.result() == ReviewDialog.DialogCode.Rejected
    assert not review.dialog.isVisible()


@pytest.mark.parametrize("before", [False, True])
def test_the_learner_says_whether_to_be_asked(qtbot: QtBot, before: bool) -> None:
    review = Review(qtbot, make_update(), by_itself=before)
    assert review.dialog.by_itself is before
    box = review.dialog.findChild(QCheckBox, "by-itself")
    assert box is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert review.dialog.by_itself is not before


def test_it_fits_a_small_screen(qtbot: QtBot) -> None:
    review = Review(qtbot, make_update())
    assert review.dialog.width() <= 1366
    assert review.dialog.height() <= 768 - 60
    least = review.dialog.minimumSizeHint()
    assert least.width() < 800
    assert least.height() < 600


def test_the_model_is_sound(qtbot: QtBot) -> None:
    model = ReviewModel(make_update())
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, fatal, model)
    for shown in SHOWN:
        model.show_only(shown)
    assert model.row_of(old_id("Baking"), new_id("Baking")) is not None


def test_ten_thousand_rows_are_shown_and_paired_anew(qtbot: QtBot) -> None:
    items = tuple(Item(i, None, Kind.LESSON, f"Lesson {i}", i, i + 1) for i in range(1, 10_001))
    many = replace(edition(OLD).outline, items=items)
    old = Edition(many, [f"- Lesson {i}" for i in range(1, 10_001)], ())
    pairs = {each.id: each.id for each in items if each.id > 5_000}
    nothing: dict[int, int] = {}
    update = Update(old, old, pairs, nothing, {}, {}, nothing, nothing, nothing)
    review = Review(qtbot, update)
    assert review.table.model().rowCount() == 10_000

    review.dialog.pair(1, 5_000)
    QApplication.processEvents()
    assert review.current() == ("Renamed", "Lesson 1", "Lesson 5000", "you chose it")
