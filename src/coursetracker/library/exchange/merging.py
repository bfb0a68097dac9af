"""One course of two documents of it: what each has and the other lacks is in the outcome.

Merging asks neither when nor in which library it is done: merging again changes nothing, and two
libraries that took in each other's file hold the same actions in the same order.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coursetracker.library.exchange.document import (
    CourseDoc,
    EventDoc,
    ItemDoc,
    PlaceDoc,
    RevisionDoc,
    notes_of,
)


def merged(mine: CourseDoc, theirs: CourseDoc) -> CourseDoc:
    """Return a course with all that two documents of it hold.

    Its text is the one that was made of the other; where neither was, it is mine. What the
    learner wants of the course as a whole stays mine where it was said here.
    """
    text = theirs if follows(theirs, mine) else mine
    items = _items(text, theirs if text is mine else mine)
    events = united(mine["events"], theirs["events"])
    later = theirs if theirs["opened_at"] > mine["opened_at"] else mine
    comes_back = mine["removed_at"] is not None and theirs["removed_at"] is None
    return {
        **mine,
        "title": text["title"],
        "own_title": mine["own_title"] or theirs["own_title"],
        "source": (mine["removed_source"] or "") if comes_back else mine["source"],
        "choices": text["choices"],
        "place": _place(later["place"], items),
        "opened_at": later["opened_at"],
        "removed_at": None if comes_back else mine["removed_at"],
        "removed_source": None if comes_back else mine["removed_source"],
        "settings": dict(sorted((theirs["settings"] | mine["settings"]).items())),
        "revision": text["revision"],
        "revisions": _revisions(mine["revisions"], theirs["revisions"]),
        "items": items,
        "notes": notes_of((*mine["notes"], *theirs["notes"]), events),
        "events": events,
    }


# Texts and items


def follows(one: CourseDoc, other: CourseDoc) -> bool:
    """Return whether the text of one document was made of that of the other, by updates."""
    return other["revision"] in _before(one)


def differ(one: CourseDoc, other: CourseDoc) -> bool:
    """Return whether two documents have texts of which neither was made of the other."""
    same = one["revision"] == other["revision"]
    return not (same or follows(one, other) or follows(other, one))


def _before(course: CourseDoc) -> Iterator[str]:
    """Yield the names of the texts that the one now was made of, the nearest first."""
    updates = {each["name"]: each["updates"] for each in course["revisions"]}
    name = updates[course["revision"]]
    while name is not None:
        yield name
        name = updates[name]


def _revisions(mine: Sequence[RevisionDoc], theirs: Sequence[RevisionDoc]) -> list[RevisionDoc]:
    others = {each["name"]: each for each in theirs}
    both: list[RevisionDoc] = [
        {**each, "items": others[each["name"]]["items"]}
        if each["items"] is None and each["name"] in others
        else each
        for each in mine
    ]
    known = {each["name"] for each in mine}
    return [*both, *(each for each in theirs if each["name"] not in known)]


def _items(text: CourseDoc, other: CourseDoc) -> list[ItemDoc]:
    """Return the items as one document has them; those of the other alone have left."""
    known = {item["uid"] for item in text["items"]}
    taken_at = next(r["taken_at"] for r in text["revisions"] if r["name"] == text["revision"])
    left: list[ItemDoc] = [
        {**item, "gone_at": item["gone_at"] or taken_at}
        for item in other["items"]
        if item["uid"] not in known
    ]
    return sorted((*text["items"], *left), key=lambda item: (item["position"], item["uid"]))


def _place(place: PlaceDoc, items: Iterable[ItemDoc]) -> PlaceDoc:
    """Return a place in the course; its beginning where the item is there no more."""
    there = {item["uid"] for item in items if item["gone_at"] is None}
    lost = place["item"] is not None and place["item"] not in there
    return {"item": None, "scroll": 0.0} if lost else place


# Actions


def united(mine: Sequence[EventDoc], theirs: Sequence[EventDoc]) -> list[EventDoc]:
    """Return the events of both histories in one order.

    Where one has all that the other has, in the same order, it is that one's. Else they are in
    the order of their times, and what undoes another is after it.
    """
    events = {event["uid"]: event for event in (*theirs, *mine)}
    for all_, some in ((mine, theirs), (theirs, mine)):
        if len(all_) == len(events) and _in_order(some, all_):
            return [events[event["uid"]] for event in all_]
    ranks = _ranks((*mine, *theirs))
    return sorted(events.values(), key=lambda event: ranks[event["uid"]])


def _in_order(some: Sequence[EventDoc], all_: Sequence[EventDoc]) -> bool:
    wanted = [event["uid"] for event in some]
    known = frozenset(wanted)
    return wanted == [event["uid"] for event in all_ if event["uid"] in known]


Rank = tuple[str, int, str, str]


def _ranks(events: Iterable[EventDoc]) -> Mapping[str, Rank]:
    """Return what events are sorted by, which follows from nothing but the events.

    It is the time; a clock that was set back lets nothing be undone before it was done.
    """
    ranks: dict[str, Rank] = {}
    for event in events:
        at, depth = event["at"], 0
        if event["undoes"] is not None:
            before, above, *_ = ranks[event["undoes"]]
            at, depth = max(at, before), above + 1
        ranks[event["uid"]] = (at, depth, event["action"], event["uid"])
    return ranks
