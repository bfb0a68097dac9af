"""The outlines of real courses, judged by reading them."""

from collections import Counter
from pathlib import Path

import pytest

from course.outlines import SHARED, tree
from coursetracker.course.outline import Item, Kind, Outline
from coursetracker.course.reader import read_outline
from coursetracker.markdown import parse
from coursetracker.resources import bundled_course

COURSES = SHARED / "courses"
SEED = SHARED / "seed-course.md"
needs_shared = pytest.mark.skipif(not COURSES.is_dir(), reason="needs the real course files")


def outline_of(path: Path) -> Outline:
    return read_outline(parse(path.read_text(encoding="utf-8")), path.stem)


def facts(outline: Outline) -> list[tuple[Kind, str, int | None]]:
    return [(item.kind, item.title, item.week) for item in outline.items]


def sections(outline: Outline) -> list[Item]:
    return [item for week in outline.children(None) for item in outline.children(week.id)]


@pytest.mark.parametrize("path", [bundled_course(), pytest.param(SEED, marks=needs_shared)])
def test_the_customers_course_reads_as_three_weeks(path: Path) -> None:
    outline = outline_of(path)
    assert outline.title == "Machine Learning in Production"
    assert [(week.number, week.title) for week in outline.weeks] == [
        (1, "Visión general del ciclo de vida y despliegue de ML"),
        (2, "Selección y entrenamiento de un modelo"),
        (3, "Definición de datos y línea de base"),
    ]
    assert Counter(item.kind for item in sections(outline)) == {Kind.SECTION: 8, Kind.ASSESSMENT: 3}
    leaves = [sum(1 for _ in outline.leaves(item.id)) for item in sections(outline)]
    assert leaves == [6, 6, 4, 6, 4, 9, 3, 7, 5, 9, 6]
    assert not [item for item in outline.items if "INDEX" in item.title]
    assert ("S Scoping", 3) in [
        (line.strip(), item.week) for line, item in zip(tree(outline), outline.items, strict=True)
    ]


@needs_shared
def test_the_bundled_course_has_the_outline_of_the_customers() -> None:
    assert facts(outline_of(bundled_course())) == facts(outline_of(SEED))
