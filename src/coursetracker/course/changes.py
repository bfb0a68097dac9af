"""What a new edition of a course changes, item by item; the learner may pair items otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from coursetracker.course.matching import SURE, Reason, match
from coursetracker.course.outline import Item, Outline
from coursetracker.course.parts import is_joined
from coursetracker.course.passages import Passage, own_lines, passages, passages_of_items
from coursetracker.course.splits import merged_into, split_from
from coursetracker.markdown import Document, parse


class Fate(StrEnum):
    """What becomes of an item; a pair may be moved, renamed and changed inside all at once."""

    KEPT = "kept"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed inside"
    NEW = "new"
    GONE = "gone"
    UNSURE = "unsure"
    BACK = "back"  # it was gone, and the author has brought it back


@dataclass(frozen=True)
class Edition:
    """A text of a course with its outline."""

    outline: Outline
    lines: Sequence[str]
    passages: Sequence[Passage]
    _indices: Mapping[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        items = self.outline.items
        if self.lines and is_joined(self.lines[0]):  # then each item makes a passage
            indices = {item.id: index for index, item in enumerate(items)}
        else:
            by_line = {passage.line: passage.index for passage in self.passages}
            indices = {item.id: by_line[item.line] for item in items if item.line in by_line}
        object.__setattr__(self, "_indices", indices)

    @classmethod
    def read(cls, text: str, outline: Outline) -> "Edition":
        """Return the edition that a course's text makes, of one file or of several."""
        if not is_joined(text):
            return cls.of(parse(text), outline)
        lines = text.split("\n")
        return cls(outline, lines, passages_of_items(outline, lines))

    @classmethod
    def of(cls, document: Document, outline: Outline) -> "Edition":
        """Return the edition that a document makes, read as this outline."""
        return cls(outline, document.lines, passages(document, outline))

    def passage(self, item_id: int) -> int | None:
        """Return the index of the passage that an item begins."""
        return self._indices.get(item_id)

    def text(self, item_id: int) -> str:
        """Return the source of an item, down to what comes next or hangs under it."""
        item = self.outline.item(item_id)
        if self.lines and is_joined(self.lines[0]):
            return "\n".join(own_lines(self.outline, self.lines, item)).strip("\n")
        index = self.passage(item_id)
        following = None if index is None else index + 1
        if following is not None and following < len(self.passages):
            end = min(item.end, self.passages[following].line)
        else:
            end = item.end
        return "\n".join(self.lines[item.line - 1 : end - 1]).strip("\n")


@dataclass(frozen=True, slots=True)
class Change:
    """One row of an update: an old item, a new one, or the two that are paired.

    For an unsure pair, `new` is what is proposed. `reason` says what speaks for the pair; it is
    None where the learner made it, and where there is none. `kin` is the other item, where the
    text of one was split into several or several were merged into one: of a new item the old
    one, of a gone item the new one.
    """

    fates: frozenset[Fate]
    old: Item | None
    new: Item | None
    reason: Reason | None = None
    kin: Item | None = None


@dataclass(frozen=True)
class Update:
    """A new edition beside the old one, and which item of the old is which of the new.

    `pairs` (old id to new id) are applied; `unsure` ones are only proposed, and count as gone
    and new until the learner pairs them. `lost` are the items that left earlier, and `back`
    says which of them have come back, as which new item. All are one to one.
    """

    old: Edition
    new: Edition
    pairs: Mapping[int, int]
    unsure: Mapping[int, int]
    reasons: Mapping[int, Reason]
    lost: Mapping[int, Item]
    back: Mapping[int, int]
    splits: Mapping[int, int]  # new id to the old one that held its text
    merges: Mapping[int, int]  # old id to the new one that holds its text

    def paired(self, old: int, new: int) -> "Update":
        """Return the update with two items paired; `old` may be one that left earlier.

        What either of them was paired with is left alone.
        """
        pairs = _without(self.pairs, old, new)
        back = _without(self.back, old, new)
        unsure = _without(self.unsure, old, new)
        (back if old in self.lost else pairs)[old] = new
        reasons = {key: reason for key, reason in self.reasons.items() if key != old}
        if self.unsure.get(old) == new:
            reasons[old] = self.reasons[old]
        return replace(self, pairs=pairs, back=back, unsure=unsure, reasons=reasons)

    def unpaired(self, old: int) -> "Update":
        """Return the update with an old item paired with none."""
        return replace(
            self,
            pairs=_without(self.pairs, old, None),
            back=_without(self.back, old, None),
            unsure=_without(self.unsure, old, None),
        )

    def changes(self) -> tuple[Change, ...]:
        """Return what becomes of every item: the new ones in order, each gone one in its place."""
        return tuple(_changes(self))

    def counts(self) -> Mapping[Fate, int]:
        """Return how many items have each fate."""
        return Counter(fate for change in self.changes() for fate in change.fates)

    @property
    def is_certain(self) -> bool:
        """Whether nothing is unsure and nothing is gone."""
        return not self.unsure and len(self.pairs) == len(self.old.outline.items)


def update_between(old: Edition, new: Edition, lost: Iterable[Item] = ()) -> Update:
    """Return what changes from an old edition to a new one.

    `lost` are the items that left the course in earlier updates; their ids differ from those
    of the old edition.
    """
    found = match(old.passages, new.passages)
    ours = {old.passage(item.id): item.id for item in old.outline.items}
    theirs = {new.passage(item.id): item.id for item in new.outline.items}
    items = [
        (pair, ours[pair.old], theirs[pair.new])
        for pair in found
        if pair.old in ours and pair.new in theirs
    ]
    pairs = {one: other for pair, one, other in items if pair.confidence >= SURE}
    gone = {item.id: item for item in lost}
    back = _back(gone, new, set(pairs.values()))
    taken = {*pairs.values(), *back.values()}  # what came back is proposed to no other
    return Update(
        old=old,
        new=new,
        pairs=pairs,
        unsure={one: other for _, one, other in items if one not in pairs and other not in taken},
        reasons={one: pair.reason for pair, one, other in items},
        lost=gone,
        back=back,
        splits=_ids(split_from(old.passages, new.passages, found), theirs, ours),
        merges=_ids(merged_into(old.passages, new.passages, found), ours, theirs),
    )


def _ids(
    found: Mapping[int, int], keys: Mapping[int | None, int], values: Mapping[int | None, int]
) -> dict[int, int]:
    return {
        keys[one]: values[other] for one, other in found.items() if one in keys and other in values
    }


def _without(pairs: Mapping[int, int], old: int, new: int | None) -> dict[int, int]:
    return {one: other for one, other in pairs.items() if one != old and other != new}


def _back(lost: Mapping[int, Item], new: Edition, taken: set[int]) -> dict[int, int]:
    """Return which lost items have come back: those of the same title, link and text.

    Where several are the same, none is taken: that would be a guess.
    """
    returned: dict[tuple[str, str | None, str], list[int]] = {}
    for item in new.outline.items:
        if item.id not in taken:
            returned.setdefault(_looks(item), []).append(item.id)
    waiting = Counter(map(_looks, lost.values()))
    return {
        item.id: returned[_looks(item)][0]
        for item in lost.values()
        if waiting[_looks(item)] == len(returned.get(_looks(item), ())) == 1
    }


def _looks(item: Item) -> tuple[str, str | None, str]:
    return item.title.casefold(), item.link, item.body_sha256


def _changes(update: Update) -> Iterator[Change]:
    old, new = update.old.outline, update.new.outline
    of_new = {other: one for one, other in update.pairs.items()}
    back = {other: one for one, other in update.back.items()}
    unsure = {other: one for one, other in update.unsure.items()}
    places = {item.id: place for place, item in enumerate(old.items)}
    gone = _gone(update)
    waiting = next(gone, None)
    for item in new.items:
        one = of_new.get(item.id)
        if one is not None:
            while waiting is not None and waiting[0] < places[one]:
                yield waiting[1]
                waiting = next(gone, None)
            yield Change(_fates(update, one, item), old.item(one), item, update.reasons.get(one))
        elif item.id in back:
            yield Change(frozenset({Fate.BACK}), update.lost[back[item.id]], item)
        elif item.id in unsure:
            source = unsure[item.id]
            fates = frozenset({Fate.UNSURE})
            yield Change(fates, old.item(source), item, update.reasons.get(source))
        else:
            kin = update.splits.get(item.id)
            whole = None if kin is None else old.item(kin)
            yield Change(frozenset({Fate.NEW}), None, item, kin=whole)
    while waiting is not None:
        yield waiting[1]
        waiting = next(gone, None)


def _gone(update: Update) -> Iterator[tuple[int, Change]]:
    """Yield what is gone, with its place in the old outline."""
    for place, item in enumerate(update.old.outline.items):
        if item.id not in update.pairs and item.id not in update.unsure:
            kin = update.merges.get(item.id)
            into = None if kin is None else update.new.outline.item(kin)
            yield place, Change(frozenset({Fate.GONE}), item, None, kin=into)


def _fates(update: Update, one: int, new: Item) -> frozenset[Fate]:
    old = update.old.outline.item(one)
    above = None if old.parent is None else update.pairs.get(old.parent, -1)
    fates = {
        fate
        for fate, is_so in (
            (Fate.MOVED, above != new.parent or old.week != new.week),
            (Fate.RENAMED, old.title != new.title),
            (Fate.CHANGED, old.body_sha256 != new.body_sha256),
        )
        if is_so
    }
    return frozenset(fates or {Fate.KEPT})
