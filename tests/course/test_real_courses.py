"""The outlines of real courses, judged by reading them."""

import time
from collections import Counter
from pathlib import Path

import pytest

from course.outlines import SHARED, leaf_count, tree
from coursetracker.course.choices import Shape
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


LEAVES = {
    "Avik-Jain__100-Days-Of-ML-Code/README.md": 54,
    "ForrestKnight__open-source-cs/README.md": 28,
    "MLEveryday__100-Days-Of-ML-Code/README.md": 54,
    "P1xt__p1xt-guides/README.md": 105,
    "ZuzooVn__machine-learning-for-software-engineers/README.md": 168,
    "dabeaz-course__practical-python/Notes/Contents.md": 10,
    "dair-ai__ML-YouTube-Courses/README.md": 59,
    "huggingface__agents-course/README.md": 15,
    "jwasham__coding-interview-university/README.md": 483,
    "kelseyhightower__kubernetes-the-hard-way/README.md": 16,
    "leonardomso__33-js-concepts/README.md": 66,
    "mlabonne__llm-course/README.md": 44,
    "ossu__computer-science/README.md": 69,
    "ossu__computer-science/coursepages/class-based/README.md": 13,
    "ossu__computer-science/extras/readings.md": 63,
    "ossu__data-science/README.md": 45,
    "ossu__math/README.md": 30,
    "practical-tutorials__project-based-learning/README.md": 457,
}


@needs_shared
@pytest.mark.parametrize(("name", "count"), LEAVES.items())
def test_a_real_course_has_the_lessons_that_a_reader_counts(name: str, count: int) -> None:
    assert leaf_count(outline_of(COURSES / name)) == count


@needs_shared
@pytest.mark.parametrize(
    ("name", "evidence"),
    [
        ("ossu__computer-science", ((Shape.ROWS, 63), (Shape.HEADINGS, 6))),
        ("jwasham__coding-interview-university", ((Shape.TASKS, 420), (Shape.HEADINGS, 63))),
        ("practical-tutorials__project-based-learning", ((Shape.BULLETS, 457),)),
    ],
)
def test_the_evidence_names_the_shape(name: str, evidence: tuple[tuple[Shape, int], ...]) -> None:
    outline = outline_of(COURSES / name / "README.md")
    assert tuple((each.shape, each.count) for each in outline.evidence) == evidence


@needs_shared
def test_headings_inside_list_items_are_sections_of_their_own() -> None:
    outline = outline_of(COURSES / "jwasham__coding-interview-university" / "README.md")
    structures = next(item for item in outline.items if item.title == "Data Structures")
    titles = [item.title for item in outline.children(structures.id)]
    assert titles == ["Arrays", "Linked Lists", "Stack", "Queue", "Hash table"]


@needs_shared
def test_a_row_tells_how_long_a_course_takes() -> None:
    outline = outline_of(COURSES / "ossu__math" / "README.md")
    efforts = {item.title: item.effort_minutes for item in outline.items}
    assert efforts["Introduction to Mathematical Thinking"] == 10 * 4 * 60


@needs_shared
def test_a_long_course_is_read_in_a_blink() -> None:
    path = COURSES / "jwasham__coding-interview-university" / "README.md"
    document = parse(path.read_text(encoding="utf-8"))
    before = time.process_time()
    read_outline(document, "name")
    assert time.process_time() - before < 0.4


def test_tens_of_thousands_of_headings_are_read_in_seconds() -> None:
    document = parse("".join(f"{'#' * (1 + n % 6)} Heading *{n}*\n" for n in range(20_000)))
    before = time.process_time()
    outline = read_outline(document, "name")
    assert len(outline.items) == 19_999
    assert time.process_time() - before < 10
