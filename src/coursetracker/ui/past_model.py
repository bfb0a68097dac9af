"""The history as a Qt list: what was done, under the days when it was, read as it is needed."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from coursetracker.problems import Problem
from coursetracker.progress.past import Entry
from coursetracker.seeking.folding import fold
from coursetracker.ui import words
from coursetracker.ui.past_words import PastWords
from coursetracker.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Row = Entry | date
T = TypeVar("T")
NOWHERE = QModelIndex()
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
TIME_ROLE = Qt.ItemDataRole.UserRole + 2
TAKEN_BACK_ROLE = Qt.ItemDataRole.UserRole + 3
_NONE: Sequence[Entry] = ()
ROOM = 60
"""So many rows are read at a time: more than there is room for."""


class PastModel(QAbstractListModel):
    """Lists the entries of the open course, the newest first, each day under its own heading.

    A page is read when the view comes to the end. While words are looked for, one page is
    looked through at each turn of the event loop until enough was found, so that nothing waits.
    """

    refused = Signal(object)  # Exception

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = PastWords(self)
        self._session = session
        self._rows: list[Row] = []
        self._newest = 0
        self._before: int | None = None
        self.is_whole = False
        self._looked_for: Sequence[str] = ()
        self._wanted = 0
        self._going_on = QTimer(self)
        self._going_on.setInterval(0)
        self._going_on.timeout.connect(self._read_page)

    def begin(self, looked_for: str = "") -> None:
        """Show the history anew, or of it only what has these words."""
        self.beginResetModel()
        self._rows = []
        self._before, self.is_whole = None, False
        self._looked_for = fold(looked_for).split()
        self._newest = self._attempt(self._session.past.newest, self._newest)
        self.endResetModel()
        self.fetchMore()

    def refresh(self) -> None:
        """Take in what was done since, and what was taken back or done again."""
        since = self._newest
        self._newest = self._attempt(self._session.past.newest, since)
        rows = {row.action: at for at, row in enumerate(self._rows) if isinstance(row, Entry)}
        fresh: list[Entry] = []
        for entry in self._attempt(lambda: self._session.past.since(since), _NONE):
            at = rows.get(entry.action)
            if at is not None:
                self._rows[at] = entry
                self.dataChanged.emit(self.index(at), self.index(at))
            elif entry.events[0].id > since and self._fits(entry):
                fresh.append(entry)
        for entry in reversed(fresh):
            self._put_first(entry)

    def _put_first(self, entry: Entry) -> None:
        day = entry.at.date()
        has_heading = bool(self._rows) and self._rows[0] == day
        place = 1 if has_heading else 0
        rows: list[Row] = [entry] if has_heading else [day, entry]
        self.beginInsertRows(NOWHERE, place, place + len(rows) - 1)
        self._rows[place:place] = rows
        self.endInsertRows()

    # Reading on

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        """Return whether there is more to read."""
        return not parent.isValid() and not self.is_whole and not self._going_on.isActive()

    def fetchMore(self, parent: Index = NOWHERE) -> None:  # noqa: ARG002
        """Read on."""
        self._wanted = len(self._rows) + ROOM
        self._read_page()

    def _read_page(self) -> None:
        entries = self._attempt(lambda: self._session.past.page(self._before), _NONE)
        if entries:
            self._before = entries[-1].events[0].id
            self._append([entry for entry in entries if self._fits(entry)])
        self.is_whole = not entries
        if self.is_whole or len(self._rows) >= self._wanted:
            self._going_on.stop()
        else:
            self._going_on.start()

    def _append(self, entries: Sequence[Entry]) -> None:
        last = self._rows[-1] if self._rows else None
        day = last.at.date() if isinstance(last, Entry) else None
        rows: list[Row] = []
        for entry in entries:
            if entry.at.date() != day:
                day = entry.at.date()
                rows.append(day)
            rows.append(entry)
        if rows:
            self.beginInsertRows(NOWHERE, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _fits(self, entry: Entry) -> bool:
        """Return whether all words looked for are in what is told of an entry, or its titles."""
        if not self._looked_for:
            return True
        text = fold("\n".join([self.told(entry), *entry.titles.values()]))
        return all(word in text for word in self._looked_for)

    # What is shown

    def told(self, entry: Entry) -> str:
        """Return an entry as a sentence."""
        return self.words.told(entry, self._title)

    def _title(self, item: int, authored: str) -> str:
        progress = self._session.progress
        known = progress is not None and item in progress.outline
        return progress.outline.item(item).title if progress is not None and known else authored

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows are read, those of days among them."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only entries be chosen; the keyboard passes over days."""
        if isinstance(self._row(index), Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and says."""
        row = self._row(index)
        if isinstance(row, Entry):
            return self._data_of_entry(row, role)
        if row is not None and role in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole,
        ):  # fmt: skip
            return self.words.day(row)
        return None

    def _data_of_entry(self, entry: Entry, role: int) -> object:
        shown: dict[int, Callable[[Entry], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda entry: self.words.detailed(entry, self._title),
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            ENTRY_ROLE: lambda entry: entry,
            TIME_ROLE: self.words.time,
            TAKEN_BACK_ROLE: self.words.taken_back,
        }
        show = shown.get(role)
        return None if show is None else show(entry)

    def _tip(self, entry: Entry) -> str:
        some = [self._title(*each) for each in islice(entry.titles.items(), TITLES)]
        more = "…" if len(entry.titles) > TITLES else ""
        return words.verbatim(self.words.moment(entry), *(some if len(some) > 1 else ()), more)

    def _spoken(self, entry: Entry) -> str:
        parts = (self.told(entry), self.words.moment(entry), self.words.taken_back(entry))
        return ", ".join(filter(None, parts))

    def _row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def _attempt(self, read: Callable[[], T], otherwise: T) -> T:
        """Return what is read, or else something to go on with; what went wrong is told."""
        try:
            return read()
        except Problem as problem:
            self.refused.emit(problem)
            return otherwise


TITLES = 12
"""So many lessons of one action are named in its tip."""
