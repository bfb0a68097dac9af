"""How a course was read, as the database keeps it: the learner's choices and the evidence."""

import json
from collections.abc import Iterable, Iterator

from coursetracker.course.choices import CHOOSABLE, Choices, Evidence, Shape

_FIRST_WORDS = {
    "heading": Shape.HEADINGS,
    "headings": Shape.HEADINGS,
    "task": Shape.TASKS,
    "table": Shape.ROWS,
    "list": Shape.BULLETS,
    "file": Shape.FILES,
    "files": Shape.FILES,
}
"""Evidence was once kept in words: "63 table rows with a link"."""

_SHAPES = frozenset(CHOOSABLE)


def choices_row(choices: Choices) -> str:
    """Return the JSON that keeps choices."""
    kept = {
        "shape": choices.shape,
        "sections": dict(choices.sections),
        "weeks": dict(choices.weeks),
    }
    return json.dumps({name: value for name, value in kept.items() if value}, ensure_ascii=False)


def choices_of(row: str) -> Choices:
    """Return the choices that JSON keeps; a shape that is not known counts as none."""
    kept = json.loads(row)
    shape = kept.get("shape")
    sections = kept.get("sections", {})
    return Choices(
        shape=Shape(shape) if shape in _SHAPES else None,
        sections={slug: Shape(name) for slug, name in sections.items() if name in _SHAPES},
        weeks=kept.get("weeks", {}),
    )


def evidence_row(evidence: Iterable[Evidence]) -> str:
    """Return the JSON that keeps evidence."""
    return json.dumps([(each.shape, each.count) for each in evidence])


def evidence_of(row: str) -> tuple[Evidence, ...]:
    """Return the evidence that JSON keeps, as values or, from an older program, in words."""
    return tuple(_evidence(json.loads(row)))


def _evidence(kept: Iterable[str | tuple[str, int]]) -> Iterator[Evidence]:
    for each in kept:
        if isinstance(each, str):
            number, first, *_ = each.split()
            yield Evidence(_FIRST_WORDS[first], int(number.replace(",", "")))
        else:
            shape, count = each
            yield Evidence(Shape(shape), count)
