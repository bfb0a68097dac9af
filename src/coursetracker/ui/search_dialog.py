"""The field in which is typed what is looked for, and the list of what was found."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.ui import marked, words
from coursetracker.ui.marks import draw_note, sheet_side
from coursetracker.ui.proportions import pad_field, size_dialog
from coursetracker.ui.rows import GAP, Index, RowDelegate
from coursetracker.ui.session.seeking import BETWEEN, Found, Hit

HIT_ROLE = Qt.ItemDataRole.UserRole
PAGE = 5
"""So many results Page Up and Page Down go on."""

WIDER = 1.3
"""So much wider than an average letter some are; measuring each text would take too long."""

Role = QPalette.ColorRole


class Mode(Enum):
    """What the field is for."""

    EVERYWHERE = auto()
    LESSONS = auto()


class HitsModel(QAbstractListModel):
    """What was found, as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()

    def replace(self, hits: Sequence[Hit]) -> None:
        """Show other results."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many results there are."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is drawn or said of a result."""
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.verbatim(hit.title.text, hit.where)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(hit)
        return None

    def said(self, hit: Hit) -> str:
        """Return a result as a screen reader says it."""
        text = hit.text.text if hit.text else ""
        if hit.is_note:
            text = self.tr("in your note: {text}").format(text=text)
        return ". ".join(part for part in (hit.title.text, hit.where, text) if part)


class HitDelegate(RowDelegate):
    """Draws a result: its title, where it stands, and a part of its text, with marks in both."""

    def row_height(self, metrics: QFontMetrics) -> int:
        """Return the height of a row that has no text."""
        return metrics.height() + 2 * GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for one or two more lines where there is a text."""
        hit: Hit = index.data(HIT_ROLE)
        height = self.row_height(option.fontMetrics)
        if hit.text is not None:
            noted = sheet_side(option.fontMetrics) + GAP if hit.is_note else 0
            width = self._view.viewport().width() - 2 * (GAP + 4) - noted
            letters = width / option.fontMetrics.averageCharWidth() / WIDER
            lines = 1 if len(hit.text.text) <= letters else 2
            height += lines * option.fontMetrics.height() + GAP // 2
        return QSize(160, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        self.draw_ground(painter, option, index)
        hit: Hit = index.data(HIT_ROLE)
        ground = None if self.is_chosen(index) else self._view.palette().color(Role.Mid)
        look = marked.mark_look(self.ink(index, Role.Text), ground)
        line = option.rect.adjusted(GAP + 4, GAP, -GAP - 4, 0)
        line.setHeight(option.fontMetrics.height())
        painter.setFont(self.font(index))
        room = self._draw_where(painter, line, hit, index)
        painter.setPen(self.ink(index, Role.Text))
        marked.draw(painter, line.adjusted(0, 0, -room, 0), hit.title, look)
        if hit.text is not None:
            painter.setPen(self.ink(index, Role.PlaceholderText))
            below = line.translated(0, line.height() + GAP // 2)
            if hit.is_note:
                size = sheet_side(option.fontMetrics)
                sheet = QRect(below.left(), below.center().y() - size // 2, size, size)
                draw_note(painter, sheet.toRectF(), self.ink(index, Role.PlaceholderText))
                below.setLeft(sheet.right() + GAP)
            first, rest = marked.split(hit.text, self.font(index), below.width())
            marked.draw(painter, below, first, look)
            marked.draw(painter, below.translated(0, line.height()), rest, look)

    def _draw_where(self, painter: QPainter, line: QRect, hit: Hit, index: Index) -> int:
        """Draw at the end of a line where a result stands, and return the width it takes."""
        metrics = QFontMetrics(self.font(index))
        title = metrics.horizontalAdvance(hit.title.text)
        room = max(line.width() // 4, line.width() - title * 6 // 5 - 2 * GAP)
        where = _fitting(hit.where, metrics, room)
        painter.setPen(self.ink(index, Role.PlaceholderText))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, side, where)
        return metrics.horizontalAdvance(where) + 2 * GAP if where else 0

    def editorEvent(
        self,
        event: QEvent,  # noqa: ARG002
        model: QAbstractItemModel,  # noqa: ARG002
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> bool:
        """Leave clicks to the list."""
        return False


def _fitting(where: str, metrics: QFontMetrics, room: int) -> str:
    """Return a place in a course without as many of its first parts as there is no room for."""
    parts = where.split(BETWEEN)
    shown = where
    while len(parts) > 1 and metrics.horizontalAdvance(shown) > room:
        parts = parts[1:]
        shown = BETWEEN.join(["…", *parts])
    return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)


class SearchField(QLineEdit):
    """A field from which keys walk through the results."""

    stepped = Signal(int)
    chosen = Signal()
    STEPS = {  # noqa: RUF012  never changed
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_PageDown: PAGE,
        Qt.Key.Key_PageUp: -PAGE,
    }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the results, or choose the current one."""
        if event.key() in self.STEPS:
            self.stepped.emit(self.STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class SearchDialog(QDialog):
    """Asks for what was typed, shows what is found of it, and says which result is gone to."""

    asked = Signal(str)
    chosen = Signal(object)  # Hit

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.mode = Mode.EVERYWHERE
        self._typed = {Mode.EVERYWHERE: "", Mode.LESSONS: ""}
        self._found = Found()
        self._reading: tuple[int, int] | None = None
        self._problem = ""
        self._chooses = False
        self.field = SearchField(self)
        self.field.setObjectName("search-field")
        pad_field(self.field)
        self.field.textChanged.connect(self.asked)
        self.field.textChanged.connect(self._forget_choice)
        self.field.stepped.connect(self._step)
        self.field.chosen.connect(self._choose)
        self.model = HitsModel(self)
        self.list = self._make_list()
        self._hint = self._label("search-hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setMargin(40)
        self._hint.setFrameShape(QLabel.Shape.StyledPanel)
        self._hint.setBackgroundRole(Role.Base)
        self._hint.setAutoFillBackground(True)
        self._foot = self._label("search-foot")
        self._lay_out()
        size_dialog(self, 96, 32)

    def _make_list(self) -> QListView:
        found = QListView(self)
        found.setObjectName("search-results")
        found.setAccessibleName(self.tr("Results"))
        found.setModel(self.model)
        found.setItemDelegate(HitDelegate(found))
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setResizeMode(QListView.ResizeMode.Adjust)
        found.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        found.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        found.clicked.connect(self._choose)
        found.activated.connect(self._choose)
        found.selectionModel().currentChanged.connect(self._say_current)
        return found

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setForegroundRole(Role.PlaceholderText)
        return label

    def _lay_out(self) -> None:
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self._hint)
        column = QVBoxLayout(self)
        for part, stretch in ((self.field, 0), (self._middle, 1), (self._foot, 0)):
            column.addWidget(part, stretch)

    def begin(self, mode: Mode) -> None:
        """Open for one thing or the other, with what was typed for it last."""
        self._typed[self.mode] = self.field.text()
        if mode is not self.mode or not self.isVisible():
            self.mode = mode
            everywhere = mode is Mode.EVERYWHERE
            self.setWindowTitle(
                self.tr("Search everywhere") if everywhere else self.tr("Go to a lesson")
            )
            asks = (
                self.tr("Search titles, pages and notes of all courses")
                if everywhere
                else self.tr("Some letters of a title")
            )
            self.field.setPlaceholderText(asks)
            self.field.setAccessibleName(asks)
            self.show_found(Found())
            kept = self._typed[mode] if everywhere else ""
            if kept == self.field.text():
                self.asked.emit(kept)
            self.field.setText(kept)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.open()

    @property
    def only_titles(self) -> bool:
        """Whether letters of a title are typed, not words of all texts."""
        return self.mode is Mode.LESSONS

    # What is shown

    def show_found(self, found: Found) -> None:
        """Show what was found; where the current result is still there, it stays current."""
        current = self.list.currentIndex().data(HIT_ROLE)
        self._found = found
        self.model.replace(found.hits)
        same = [(hit.course, hit.item) for hit in found.hits]
        row = 0
        if self._chooses and current is not None and (current.course, current.item) in same:
            row = same.index((current.course, current.item))
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._middle.setCurrentWidget(self.list if found.hits else self._hint)
        self._tell()

    def show_reading(self, done: int, total: int) -> None:
        """Say how many courses have been read, of those that have to be before they are found."""
        self._reading = (done, total) if done < total else None
        self._tell()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing can be found; "" where all is well."""
        self._problem = sentence
        self._tell()

    def _tell(self) -> None:
        typed = self.field.text().strip()
        if self._problem:
            self._hint.setText(self._problem)
        elif not typed:
            self._hint.setText(self._tell_how())
        elif self._reading is not None:
            sentence = self.tr("Nothing was found for “{typed}” in what has been read so far.")
            self._hint.setText(sentence.format(typed=typed))
        else:
            self._hint.setText(self.tr("Nothing was found for “{typed}”.").format(typed=typed))
        foot = []
        if self._reading is not None:
            done, total = self._reading
            reading = self.tr("Reading your courses: {done} of {total}…")
            foot = [reading.format(done=done, total=total)]
        if self._found.hits:
            foot.insert(0, self._count())
        self._foot.setText("   ".join(foot))
        self._say_current()

    def _tell_how(self) -> str:
        if self.only_titles:
            return self.tr("Type some letters of a lesson's title, in any course.")
        return self.tr(
            "Type words from titles, pages and your notes, in any course.\n"
            "Accents and capitals make no difference. “Words in quotes” have to stand together."
        )

    def _count(self) -> str:
        count = len(self._found.hits)
        if self._found.has_more:
            return self.tr("The first %Ln results; type more to see others", "", count)
        return self.tr("%Ln results", "", count)

    def _say_current(self) -> None:
        """Let a screen reader know the current result, which keys in the field walk to."""
        hit = self.list.currentIndex().data(HIT_ROLE)
        said = self._hint.text() if hit is None else f"{self.model.said(hit)}. {self._foot.text()}"
        self.field.setAccessibleDescription(said)

    # What is done

    def _step(self, by: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            row = min(max(0, self.list.currentIndex().row() + by), last)
            self.list.setCurrentIndex(self.model.index(row, 0))
            self._chooses = True

    def _forget_choice(self) -> None:
        self._chooses = False

    def _choose(self) -> None:
        hit = self.list.currentIndex().data(HIT_ROLE)
        if hit is not None and self.isVisible():
            self.accept()
            self.chosen.emit(hit)
