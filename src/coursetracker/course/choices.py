"""What the lessons of a course may look like, and what the learner decided about that."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Shape(StrEnum):
    """What the lessons of a section look like; with HEADINGS its own blocks are text.

    FILES are those of a course that is a folder: they are evidence, and no choice.
    """

    HEADINGS = "headings"
    TASKS = "tasks"
    ROWS = "rows"
    BULLETS = "bullets"
    FILES = "files"


CHOOSABLE = (Shape.HEADINGS, Shape.TASKS, Shape.ROWS, Shape.BULLETS)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many lessons of a course were recognised by a shape."""

    shape: Shape
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the learner decided about a course.

    `shape` is for the whole course, `sections` for single ones and what is under them,
    `weeks` moves sections to a listed week. Sections are known by the slug of their heading.
    """

    shape: Shape | None = None
    sections: Mapping[str, Shape] = field(default_factory=dict)
    weeks: Mapping[str, int] = field(default_factory=dict)

    def of(self, slug: str | None) -> Shape | None:
        """Return what was chosen for a section itself, or with None for the whole course."""
        return self.shape if slug is None else self.sections.get(slug)

    def chosen(self, slug: str | None, shape: Shape | None) -> "Choices":
        """Return these choices with another shape, None for "by evidence", for a section."""
        if slug is None:
            return replace(self, shape=shape)
        others = {key: value for key, value in self.sections.items() if key != slug}
        return replace(self, sections=others if shape is None else {**others, slug: shape})

    def as_found(self) -> "Choices":
        """Return these choices without those of shapes."""
        return Choices(weeks=self.weeks)
