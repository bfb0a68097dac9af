"""A course as the learner has arranged it; its text stays as the author wrote it."""

from collections.abc import Mapping
from dataclasses import replace

from coursetracker.course.outline import Item, Kind, Outline
from coursetracker.progress.standings import EventKind, Standing

ARRANGING = (
    EventKind.TITLE,
    EventKind.KIND,
    EventKind.WEEK,
    EventKind.HIDDEN,
    EventKind.OPTIONAL,
)
"""What sets how an item is shown, not what was done with it."""


def is_arranged(standing: Standing) -> bool:
    """Return whether the learner has an item otherwise than its author."""
    return any(getattr(standing, kind.value) is not None for kind in ARRANGING)


def arranged(outline: Outline, standings: Mapping[int, Standing]) -> Outline:
    """Return an outline with the learner's titles, kinds and weeks, and without what is hidden.

    Ids stay. What hangs under a hidden item is hidden with it. A section that was moved to a
    week stands there after the author's own; a week that is gone takes none.
    """
    changed = {item: each for item, each in standings.items() if is_arranged(each)}
    if not changed:
        return outline
    children: dict[int | None, list[Item]] = {}
    for item in outline.items:
        own = changed.get(item.id, _AS_WRITTEN)
        parent = own.week if _can_move(outline, item, own.week) else item.parent
        children.setdefault(parent, []).append(_shown(item, own, parent))
    items: list[Item] = []
    waiting: list[tuple[Item, Item | None]] = [
        (item, None) for item in reversed(children.get(None, []))
    ]
    while waiting:
        item, above = waiting.pop()
        if changed.get(item.id, _AS_WRITTEN).hidden:
            continue
        week = item if item.kind is Kind.WEEK else above
        items.append(item if week is None else replace(item, week=week.week))
        waiting.extend((below, week) for below in reversed(children.get(item.id, [])))
    return replace(outline, items=tuple(items))


_AS_WRITTEN = Standing()


def _can_move(outline: Outline, item: Item, week: int | None) -> bool:
    """Return whether an item can stand under a week: one that is there, and not within it."""
    return (
        week is not None
        and week in outline
        and outline.item(week).kind is Kind.WEEK
        and item.kind is not Kind.WEEK
        and all(above.id != item.id for above in outline.ancestors(week))
    )


def _shown(item: Item, own: Standing, parent: int | None) -> Item:
    title = item.title if own.title is None else own.title
    kind = item.kind if own.kind is None or item.kind is Kind.WEEK else own.kind
    return replace(item, title=title, kind=kind, parent=parent)


def as_written(standing: Standing) -> list[EventKind]:
    """Return what has to be cleared for an item to be as its author wrote it."""
    return [kind for kind in ARRANGING if getattr(standing, kind.value) is not None]
