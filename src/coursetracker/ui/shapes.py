"""Choosing how the lessons of a course are found, with what each choice would make of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.course.choices import CHOOSABLE, Choices, Shape
from coursetracker.course.choosing import Place, places
from coursetracker.course.outline import Outline
from coursetracker.course.reader import read_outline
from coursetracker.markdown import Document
from coursetracker.ui import words
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.option import OptionButton
from coursetracker.ui.proportions import size_dialog
from coursetracker.ui.quantities import Quantities

ROOM = 8
OPTIONS: Sequence[Shape | None] = (None, *CHOOSABLE)
"""What can be chosen; None is "by evidence"."""


class ShapesDialog(QDialog):
    """Lets the learner choose shapes for a course and its sections; nothing is applied here.

    Once it is accepted, `outline` is the course as it reads with the choices made.
    """

    def __init__(
        self, document: Document, title: str, choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shapes")
        self.setWindowTitle(self.tr("How lessons are found – {title}").format(title=title))
        self._document = document
        self._title = title
        self._before = self._choices = choices
        self._places = places(document, title)
        self._read: list[tuple[Choices, Outline]] = []
        self._counting = QTimer(self)
        self._counting.timeout.connect(self._count_next)
        self._uncounted: list[Shape | None] = []
        self._add_parts()
        self._list_places()
        self._sections.currentItemChanged.connect(self._show_place)
        self._sections.setCurrentItem(self._rows[0])
        self._sections.setFocus()
        size_dialog(self, 122, 38)

    @property
    def outline(self) -> Outline:
        """The course as it reads with the choices made."""
        return self._outline(self._choices)

    # Putting it together

    def _add_parts(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        found = Quantities().evidence(self._outline(self._before.as_found()).evidence)
        evidence = QLabel(self.tr("Detected from: {evidence}").format(evidence=found), self)
        evidence.setObjectName("evidence")
        evidence.setWordWrap(True)
        evidence.setVisible(bool(found))
        column.addWidget(evidence)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        self._sections = self._tree("sections", self.tr("The course and its sections"))
        splitter.addWidget(self._sections)
        splitter.addWidget(self._right())
        splitter.setSizes([400, 600])
        column.addWidget(splitter, 1)
        column.addWidget(self._buttons())

    def _right(self) -> QWidget:
        """Return the choice for a section, and under it the lessons that it makes."""
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._heading = self._bold("chosen-section")
        column.addWidget(self._heading)
        self._group = QButtonGroup(self)
        self._radios: dict[Shape | None, OptionButton] = {}
        for number, option in enumerate(OPTIONS):
            radio = OptionButton(right)
            radio.setObjectName(f"shape-{option or 'evidence'}")
            self._group.addButton(radio, number)
            self._radios[option] = radio
            column.addWidget(radio)
        self._group.idToggled.connect(self._choose)
        column.addSpacing(8)
        self._total = self._bold("total")
        column.addWidget(self._total)
        self._preview = self._tree("preview", self.tr("The lessons that this gives"))
        self._preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        column.addWidget(self._preview, 1)
        return right

    def _bold(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        return label

    def _tree(self, name: str, spoken: str) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName(name)
        tree.setAccessibleName(spoken)
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setIndentation(16)
        tree.setAllColumnsShowFocus(True)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _buttons(self) -> QDialogButtonBox:
        buttons, roles = ButtonBox(self), QDialogButtonBox.ButtonRole
        self._as_found = buttons.addButton(self.tr("&Detect automatically"), roles.ResetRole)
        self._as_found.setObjectName("as-found")
        self._as_found.setToolTip(
            self.tr("Undo all choices, and detect lessons automatically again")
        )
        self._as_found.clicked.connect(self._take_back)
        self._apply = buttons.addButton(self.tr("&Apply"), roles.AcceptRole)
        self._apply.setObjectName("apply-shapes")
        self._apply.setDefault(True)
        buttons.addButton(self.tr("Cancel"), roles.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _list_places(self) -> None:
        self._rows: list[QTreeWidgetItem] = []
        for place in self._places:
            row = self._row(place.title)
            if place.above is None:
                self._sections.addTopLevelItem(row)
            else:
                self._rows[place.above].addChild(row)
            self._rows.append(row)
        self._sections.expandAll()

    # Choosing

    @property
    def _place(self) -> Place:
        row = self._sections.currentItem()
        return self._places[self._rows.index(row)] if row in self._rows else self._places[0]

    def _choose(self, number: int, chosen: bool) -> None:  # noqa: FBT001  a slot
        if chosen:
            self._become(self._choices.chosen(self._place.slug, OPTIONS[number]))

    def _take_back(self) -> None:
        self._become(self._choices.as_found())

    def _become(self, choices: Choices) -> None:
        self._choices = choices
        self._show_place()

    def _outline(self, choices: Choices) -> Outline:
        """Return the course as it reads with choices; the last few are remembered."""
        for known, outline in self._read:
            if known == choices:
                return outline
        outline = read_outline(self._document, self._title, choices)
        self._read = [*self._read[-2 * len(OPTIONS) :], (choices, outline)]
        return outline

    # Showing

    def _show_place(self) -> None:
        place = self._place
        self._heading.setText(place.title)
        with QSignalBlocker(self._group):
            self._radios[self._choices.of(place.slug)].setChecked(True)
        for option, radio in self._radios.items():
            radio.setText(self._option_word(option))
            radio.setEnabled(option in (None, Shape.HEADINGS) or option in place.shapes)
        self._show_preview()
        for row, each in zip(self._rows, self._places, strict=True):
            own = self._choices.of(each.slug)
            row.setText(1, words.shape_word(own) if own else "")
        self._apply.setEnabled(self._choices != self._before)
        self._as_found.setEnabled(self._choices != self._choices.as_found())
        self._uncounted = [option for option in OPTIONS if self._radios[option].isEnabled()]
        self._counting.start(0)

    def _option_word(self, option: Shape | None) -> str:
        if option is not None:
            return words.shape_word(option)
        if any(self._choices.of(place.slug) for place in self._above()):
            return self.tr("As chosen above")
        return self.tr("Detected automatically")

    def _above(self) -> Iterator[Place]:
        """Yield the places that the current one is in."""
        above = self._place.above
        while above is not None:
            yield self._places[above]
            above = self._places[above].above

    def _count_next(self) -> None:
        """Show how many lessons the next option would give: one at a time, to stay awake."""
        if not self._uncounted:
            self._counting.stop()
            return
        option, place = self._uncounted.pop(0), self._place
        count = place.count(self._outline(self._choices.chosen(place.slug, option)))
        text = self.tr("{shape} ({count})")
        shape = self._option_word(option)
        self._radios[option].setText(text.format(shape=shape, count=self.locale().toString(count)))

    def _show_preview(self) -> None:
        """Show the lessons of the current section, under the sections that they are in."""
        outline, place = self.outline, self._place
        self._total.setText(Quantities().lessons(place.count(outline)))
        self._preview.clear()
        rows: dict[int | None, QTreeWidgetItem] = {}
        tops: list[QTreeWidgetItem] = []
        for item in place.items(outline):
            leaf = outline.is_leaf(item.id)
            row = self._row(item.title, self.tr("optional") if leaf and item.optional else "")
            if not leaf:
                row.setForeground(0, self._faint())
            if item.parent in rows:
                rows[item.parent].addChild(row)
            else:
                tops.append(row)
            rows[item.id] = row
        self._preview.addTopLevelItems(tops)
        self._preview.expandAll()

    def _row(self, title: str, remark: str = "") -> QTreeWidgetItem:
        """Return a row of either tree."""
        row = QTreeWidgetItem([title, remark])
        row.setSizeHint(0, QSize(0, self.fontMetrics().height() + ROOM))
        row.setForeground(1, self._faint())
        row.setToolTip(0, words.verbatim(title))
        return row

    def _faint(self) -> QBrush:
        return self.palette().brush(QPalette.ColorRole.PlaceholderText)
