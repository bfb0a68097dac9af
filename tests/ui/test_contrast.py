"""Text stands out from its ground, measured on pictures of what is shown.

The measure is that of WCAG 2.2, success criterion 1.4.3: the ratio of relative luminances.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coursetracker.course.outline import State
from coursetracker.ui.marks import box_side
from coursetracker.ui.rows import RowDelegate
from coursetracker.ui.theme import Scheme, apply_scheme
from coursetracker.ui.window import MainWindow
from ui.test_accessible_tree import opened

LEAST = {Scheme.LIGHT: 4.5, Scheme.DARK: 4.5, Scheme.CONTRAST: 7.0}
SCHEMES = tuple(LEAST)
PAGE = """\
# Baking bread

Plain words, **strong** ones, *slanted* ones, `code`, ~~struck~~, [a link](https://example.org).

> A quotation.

> [!NOTE]
> Worth knowing.

> [!WARNING]
> Take care.

> [!CAUTION]
> Hot.

> [!IMPORTANT]
> Wait.

> [!TIP]
> Steam.

| Flour | Water |
|---|---|
| 500 g | 350 g |

```python
@decorated
class Dough(Base):
    \"\"\"Words about it.\"\"\"
    rise = 3.5 + len("yeast")  # hours
    def knead(self, times: int = 10) -> None:
        return None if times else print(f"{times}")
```

<details open><summary>More</summary>

Hidden words.

</details>

## Mixing

- [x] Stir
- [ ] Wait
"""


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white)."""
    parts = [each / 255 for each in (colour.red(), colour.green(), colour.blue())]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: QColor, other: QColor) -> float:
    """Return how far two colours are apart, 1 (the same) to 21 (black and white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast(picture: QImage, place: QRect) -> float:
    """Return how far the text in a place stands out from what most of the place is.

    The text is the colour that is furthest from that; the edges of its letters are in between.
    """
    place &= picture.rect()
    found = Counter(
        picture.pixel(x, y)
        for x in range(place.left(), place.right() + 1)
        for y in range(place.top(), place.bottom() + 1)
    )
    ((ground, _),) = found.most_common(1)
    return max(ratio(QColor(ground), QColor(each)) for each in found)


Text = tuple[str, QRect]
"""Some words, and where they stand in the window."""


def texts(window: QWidget) -> Iterator[Text]:
    """Return the words that a window shows, where each stands."""
    for each in [window, *window.findChildren(QWidget)]:
        if each.isVisible() and each.isEnabled() and each.window() is window:
            for words, place in words_in(each):
                inner = each.viewport() if isinstance(each, QAbstractScrollArea) else each
                corner = inner.mapTo(window, QPoint(0, 0))
                yield f"{type(each).__name__} {each.objectName()} {words}", place.translated(corner)


def words_in(control: QWidget) -> Iterator[Text]:
    """Return the words of one control, where they stand in it."""
    if isinstance(control, QTextEdit):
        yield from words_of(control)
    elif isinstance(control, QAbstractItemView):
        yield from rows_of(control)
    elif isinstance(control, QMenu):
        yield from entries_of(control)
    elif isinstance(control, (QLabel, QAbstractButton, QLineEdit, QComboBox)):
        shown = control.currentText() if isinstance(control, QComboBox) else control.text()
        if isinstance(control, QLineEdit):
            shown = shown or control.placeholderText()
        if shown and control.visibleRegion().boundingRect() == control.rect():
            yield shown[:30], control.rect().adjusted(4, 3, -4, -3)


def entries_of(menu: QMenu) -> Iterator[Text]:
    """Return what a menu offers now."""
    for action in menu.actions():
        if action.isEnabled() and not action.isSeparator():
            yield action.text(), menu.actionGeometry(action).adjusted(2, 2, -2, -2)


def words_of(edit: QTextEdit) -> Iterator[Text]:
    """Return each run of one format on a page, where it is seen."""
    room = edit.viewport().rect()
    block = edit.document().begin()
    while block.isValid():
        for run in _fragments(block):
            words = run.text().strip()
            cursor = edit.textCursor()
            cursor.setPosition(run.position())
            start = edit.cursorRect(cursor)
            cursor.setPosition(run.position() + run.length())
            end = edit.cursorRect(cursor)
            if words and words[0].isalnum() and start.top() == end.top():
                place = start.united(end)
                if room.contains(place):
                    yield words[:30], place
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    each = block.begin()
    while not each.atEnd():
        yield each.fragment()
        each += 1


def rows_of(view: QAbstractItemView) -> Iterator[Text]:
    """Return the titles of the first rows of a view, without their tick boxes."""
    box = box_side(view.fontMetrics()) + 12 if isinstance(view.itemDelegate(), RowDelegate) else 0
    model, room = view.model(), view.viewport().rect()
    index = model.index(0, 0)
    for _ in range(12):
        place = view.visualRect(index)
        if index.isValid() and room.contains(place) and index.data():
            yield str(index.data())[:30], place.adjusted(box, 2, 0, -(place.height() // 4))
        if isinstance(view, QTreeView):
            index = view.indexBelow(index)
        else:
            index = index.siblingAtRow(index.row() + 1)


def faint(window: QWidget, least: float) -> dict[str, float]:
    """Return the texts of a window that do not stand out, and how little they do."""
    QApplication.processEvents()
    picture = window.grab().toImage()
    found: dict[str, float] = {}
    count = 0
    for words, place in texts(window):
        if place.width() > 3 and place.height() > 3:
            count += 1
            apart = contrast(picture, place)
            if apart < least:
                found[words] = round(apart, 2)
    assert count > 0
    return found


@pytest.fixture(params=SCHEMES, ids=[each.value for each in SCHEMES])
def scheme(request: pytest.FixtureRequest) -> Iterator[Scheme]:
    apply_scheme(request.param)
    yield request.param
    apply_scheme(Scheme.LIGHT)


@pytest.fixture
def course_file(tmp_path: Path) -> Path:
    path = tmp_path / "bread.md"
    tests = "\n# Test (Assessment 1)\n\n## Questions\n\nFive.\n\n# Exam (Assessment 2)\n\n## Loaf\n"
    path.write_text(PAGE + tests, "utf-8")
    return path


@pytest.fixture
def busy(window: MainWindow, scheme: Scheme) -> MainWindow:
    session = window.session
    assert session.progress is not None
    leaves = [item.id for item in session.progress.outline.leaves()]
    session.toggle(leaves[0])
    session.mark(leaves[1], State.SKIPPED)
    first, second = (i.id for i in session.progress.outline.items if "Assessment" in i.title
                     or i.title in ("Test", "Exam"))  # fmt: skip
    session.set_score(first, 30.0)
    session.set_score(second, 95.0)
    session.planning.set_due(second, session.today(), "due")
    session.notes.keep_draft(leaves[0], "A *note* of mine.")
    session.notes.settle()
    return window


def test_the_page_is_readable_to_its_end(busy: MainWindow, scheme: Scheme, qtbot: QtBot) -> None:
    busy.reader.go_to(None)
    qtbot.waitUntil(lambda: not busy.page.document().isEmpty())
    bar = busy.page.verticalScrollBar()
    for share in (0, 0.5, 1):
        bar.setValue(round(share * bar.maximum()))
        assert faint(busy, LEAST[scheme]) == {}


def test_the_window_is_readable(busy: MainWindow, scheme: Scheme, qtbot: QtBot) -> None:
    busy.actions_by_name["note"].trigger()
    busy.reader.go_to(None)
    qtbot.waitUntil(lambda: not busy.page.document().isEmpty())
    assert faint(busy, LEAST[scheme]) == {}


def test_chosen_rows_and_messages_are_readable(busy: MainWindow, scheme: Scheme) -> None:
    busy.outline.selectAll()
    busy.checklist.selectAll()
    busy.pane.notice.tell("Something is told.", [("Do it", lambda: None)])
    assert faint(busy, LEAST[scheme]) == {}


def test_the_start_page_is_readable(busy: MainWindow, scheme: Scheme) -> None:
    busy.shelving.show()
    assert faint(busy, LEAST[scheme]) == {}


@pytest.mark.parametrize(
    "command",
    ["history", "search", "preferences", "attempts", "plan", "pace", "shapes", "all-notes",
     "commands", "restore-backup", "report-problem"],
)  # fmt: skip
def test_dialogs_are_readable(busy: MainWindow, scheme: Scheme, command: str) -> None:
    assert busy.session.progress is not None
    exam = next(i.id for i in busy.session.progress.outline.items if i.title.startswith("Exam"))
    busy.reader.go_to(exam)
    found: dict[str, float] = {}
    opened(busy, command, lambda dialog: found.update(faint(dialog, LEAST[scheme])))
    assert found == {}


def test_menus_are_readable(busy: MainWindow, scheme: Scheme, qtbot: QtBot) -> None:
    for action in busy.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.popup(busy.mapToGlobal(QPoint(10, 10)))
        qtbot.waitExposed(menu)
        assert faint(menu, LEAST[scheme]) == {}
        menu.close()


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QPushButton, QDateEdit, QPlainTextEdit])
def test_fields_have_edges_that_can_be_seen(
    kind: type[QWidget], scheme: Scheme, qtbot: QtBot
) -> None:
    """The measure is that of WCAG 2.2, success criterion 1.4.11."""
    around = QWidget()
    qtbot.addWidget(around)
    field = kind(around)
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field.setGeometry(20, 20, 120, 40)
    around.resize(160, 80)
    around.show()
    qtbot.waitExposed(around)
    picture = around.grab().toImage()
    ground = picture.pixelColor(5, 5)
    across = [picture.pixelColor(80, y) for y in range(14, 30)]
    assert max(ratio(ground, each) for each in across) >= 3


def test_the_measure_is_the_known_one() -> None:
    assert ratio(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert ratio(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
