"""The courses of the library as a Qt list, narrowed down by title."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from coursetracker.ui import words
from coursetracker.ui.outline_model import NOWHERE
from coursetracker.ui.session import Shelved

Index = QModelIndex | QPersistentModelIndex
SHELVED_ROLE = Qt.ItemDataRole.UserRole + 1
OPENED_ROLE = Qt.ItemDataRole.UserRole + 2
BADGES_ROLE = Qt.ItemDataRole.UserRole + 3


def opened(moment: datetime, today: date) -> str:
    """Return when a course was opened last, in words."""
    days = (today - moment.astimezone().date()).days
    if days <= 0:
        return QCoreApplication.translate("Shelf", "opened today")
    if days == 1:
        return QCoreApplication.translate("Shelf", "opened yesterday")
    return QCoreApplication.translate("Shelf", "opened on {day}").format(day=words.day(moment))


def counted(shelved: Shelved) -> str:
    """Return how far a course is, as in "12 of 65 · 18 %"; "" where nothing counts."""
    tally = shelved.tally
    if not tally.counted:
        return ""
    return f"{words.count(tally)} · {words.percent(tally.share)}"


def following(shelved: Shelved) -> str:
    """Return what a course goes on with, in words."""
    if shelved.following is not None:
        sentence = QCoreApplication.translate("Shelf", "Next: {title}")
        return sentence.format(title=shelved.following.title)
    if shelved.tally.counted:
        return QCoreApplication.translate("Shelf", "All done")
    return QCoreApplication.translate("Shelf", "Nothing to tick off")


@dataclass(frozen=True, slots=True)
class Badge:
    """Something out of the ordinary about a course; `warns` where something is wrong."""

    word: str
    warns: bool = False


def badges(shelved: Shelved, *, missing: bool) -> tuple[Badge, ...]:
    """Return what is out of the ordinary about a course."""
    told = (
        (missing, Badge(QCoreApplication.translate("Shelf", "file missing"), warns=True)),
        (shelved.is_archived, Badge(QCoreApplication.translate("Shelf", "archived"))),
    )
    return tuple(badge for holds, badge in told if holds)


class ShelfModel(QAbstractListModel):
    """Lists the courses whose titles hold what is typed, archived ones only where wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Shelved] = ()
        self._shown: Sequence[Shelved] = ()
        self._missing: frozenset[int] = frozenset()
        self._today = date.min
        self._words: Sequence[str] = ()
        self._archived = False
        self._roles: dict[int, Callable[[Shelved], object]] = {
            Qt.ItemDataRole.DisplayRole: attrgetter("title"),
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            SHELVED_ROLE: lambda shelved: shelved,
            OPENED_ROLE: self._opened,
            BADGES_ROLE: self._badges,
        }

    def replace(self, courses: Sequence[Shelved], today: date) -> None:
        """Show other courses, or the same ones as they are now."""
        self._all, self._today = courses, today
        self._narrow()

    def narrow(self, typed: str, *, archived: bool) -> None:
        """Show only titles that hold all of these words, in any order."""
        self._words, self._archived = typed.casefold().split(), archived
        self._narrow()

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = [
            shelved
            for shelved in self._all
            if (self._archived or not shelved.is_archived)
            and all(word in shelved.title.casefold() for word in self._words)
        ]
        self.endResetModel()

    def show_missing(self, missing: frozenset[int]) -> None:
        """Mark the courses whose files are not there."""
        self._missing = missing
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    @property
    def total(self) -> int:
        """How many courses there are, shown or not."""
        return len(self._all)

    @property
    def archived(self) -> int:
        """How many of them are archived."""
        return sum(shelved.is_archived for shelved in self._all)

    def course(self, index: Index) -> Shelved | None:
        """Return the course of a row; None at the invalid index."""
        return self._shown[index.row()] if index.isValid() else None

    def index_of(self, course_id: int | None) -> QModelIndex:
        """Return the row of a course; the invalid index where it is not shown."""
        rows = (row for row, shelved in enumerate(self._shown) if shelved.id == course_id)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many courses are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and says."""
        shelved = self.course(index)
        show = self._roles.get(role)
        return show(shelved) if shelved is not None and show is not None else None

    def _opened(self, shelved: Shelved) -> str:
        return opened(shelved.opened_at, self._today)

    def _badges(self, shelved: Shelved) -> tuple[Badge, ...]:
        return badges(shelved, missing=shelved.id in self._missing)

    def _tip(self, shelved: Shelved) -> str:
        author = ""
        if shelved.title != shelved.author_title:
            author = self.tr("The author calls it “{title}”.").format(title=shelved.author_title)
        return words.verbatim(shelved.title, author, str(shelved.source))

    def _spoken(self, shelved: Shelved) -> str:
        """Return what a screen reader says of a course."""
        count = ""
        if shelved.tally.counted:
            done = self.tr("{count} done").format(count=words.count(shelved.tally))
            count = f"{done}, {words.percent(shelved.tally.share)}"
        badges = (badge.word for badge in self._badges(shelved))
        parts = (shelved.title, count, following(shelved), self._opened(shelved), *badges)
        return ", ".join(filter(None, parts))
