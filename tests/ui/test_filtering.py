"""The outline narrows down to what is looked for."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from coursetracker.course.outline import Item, Kind
from coursetracker.ui.filtering import TitleFilter
from coursetracker.ui.window import MainWindow


def items(*titles: str) -> list[Item]:
    return [Item(i, None, Kind.LESSON, title, i, i + 1) for i, title in enumerate(titles, 1)]


def test_all_words_have_to_be_there_in_any_order() -> None:
    found = TitleFilter(items("Error analysis", "Analysis", "Análisis de errores"))
    assert found.found("ana err") == [1, 3]
    assert found.found("analysis") == [1, 2]


def test_fewer_letters_find_more_again() -> None:
    found = TitleFilter(items("one", "only", "two"))
    assert found.found("onl") == [2]
    assert found.found("on") == [1, 2]
    assert found.found("") == [1, 2, 3]
    assert found.found("o n") == [1, 2]


def shown(window: MainWindow) -> list[str]:
    model = window.outline.model()

    def under(parent: QModelIndex) -> list[str]:
        rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
        return [title for row in rows for title in (row.data(), *under(row))]

    return under(QModelIndex())


def test_typing_shows_what_is_found_with_what_stands_above_it(window: MainWindow) -> None:
    window.actions_by_name["filter"].trigger()
    QTest.keyClicks(window.side.field, "knead")
    assert shown(window) == ["Week 1: Flour and water", "Dough", "Kneading"]
    QTest.keyClick(window.side.field, Qt.Key.Key_Escape)
    assert window.side.field.text() == ""
    assert len(shown(window)) == 12
    assert window.outline.hasFocus()


def test_what_is_read_stays_current_while_filtering(window: MainWindow) -> None:
    assert window.session.progress is not None
    oven = next(i for i in window.session.progress.outline.items if i.title == "The oven")
    window.outline.go_to(oven.id)
    QTest.keyClicks(window.side.field, "oven")
    assert window.outline.current_id() == oven.id
    assert window.reader.item == oven.id
    QTest.keyClick(window.side.field, Qt.Key.Key_Down)
    assert window.outline.hasFocus()


def test_a_tick_in_a_filtered_outline_counts_for_the_whole_course(window: MainWindow) -> None:
    QTest.keyClicks(window.side.field, "mixing")
    assert window.session.progress is not None
    mixing = next(i for i in window.session.progress.outline.items if i.title == "Mixing")
    window.toggle(mixing.id)
    assert window.session.progress.tally(None).done == 1
    assert shown(window) == ["Week 1: Flour and water", "Dough", "Mixing"]
