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


# Weeks, sections, leaves, and how many of those are optional.
COUNTS = {
    "Avik-Jain__100-Days-Of-ML-Code/README.md": (0, 0, 54, 0),
    "EbookFoundation__free-programming-books/README.md": (0, 9, 121, 5),
    "EbookFoundation__free-programming-books/books/free-programming-books-es.md": (0, 52, 173, 0),
    "EbookFoundation__free-programming-books/books/free-programming-books-langs.md": (
        0,
        224,
        1637,
        0,
    ),
    "EbookFoundation__free-programming-books/courses/free-courses-ar.md": (0, 52, 351, 0),
    "EbookFoundation__free-programming-books/courses/free-courses-en.md": (0, 120, 1384, 0),
    "EbookFoundation__free-programming-books/courses/free-courses-es.md": (0, 26, 185, 0),
    "ForrestKnight__open-source-cs/README.md": (0, 7, 28, 0),
    "MLEveryday__100-Days-Of-ML-Code/README.md": (0, 0, 54, 0),
    "P1xt__p1xt-guides/README.md": (0, 18, 105, 0),
    "P1xt__p1xt-guides/v4/README.md": (0, 10, 94, 1),
    "ZuzooVn__machine-learning-for-software-engineers/README.md": (0, 21, 168, 2),
    "bmorelli25__Become-A-Full-Stack-Web-Developer/README.md": (0, 52, 222, 4),
    "dabeaz-course__practical-python/Notes/Contents.md": (0, 1, 10, 0),
    "dair-ai__ML-YouTube-Courses/README.md": (0, 0, 59, 0),
    "donnemartin__system-design-primer/README.md": (0, 46, 226, 5),
    "huggingface__agents-course/README.md": (0, 2, 15, 3),
    "jwasham__coding-interview-university/README.md": (0, 50, 482, 114),
    "jwasham__coding-interview-university/translations/README-ar.md": (0, 54, 516, 48),
    "jwasham__coding-interview-university/translations/README-de.md": (0, 83, 699, 7),
    "jwasham__coding-interview-university/translations/README-es.md": (0, 84, 683, 214),
    "jwasham__coding-interview-university/translations/README-ja.md": (0, 52, 476, 22),
    "karan__Projects/README.md": (0, 13, 95, 3),
    "kelseyhightower__kubernetes-the-hard-way/README.md": (0, 1, 16, 3),
    "leonardomso__33-js-concepts/README.md": (0, 18, 66, 4),
    "mlabonne__llm-course/README.md": (0, 8, 44, 28),
    "mtdvio__every-programmer-should-know/README.md": (0, 37, 191, 0),
    "ossu__computer-science/README.md": (0, 18, 69, 4),
    "ossu__computer-science/coursepages/class-based/README.md": (0, 1, 13, 0),
    "ossu__computer-science/coursepages/intro-programming/README.md": (0, 4, 30, 5),
    "ossu__computer-science/coursepages/ostep/README.md": (0, 5, 22, 0),
    "ossu__computer-science/extras/courses.md": (0, 7, 61, 0),
    "ossu__computer-science/extras/other_curricula.md": (0, 0, 5, 0),
    "ossu__computer-science/extras/puzzles-practice-plods.md": (0, 0, 8, 0),
    "ossu__computer-science/extras/readings.md": (0, 6, 63, 0),
    "ossu__data-science/README.md": (0, 9, 45, 12),
    "ossu__data-science/extras/books.md": (0, 1, 7, 0),
    "ossu__data-science/extras/courses.md": (0, 2, 3, 0),
    "ossu__data-science/extras/specializations.md": (0, 12, 9, 0),
    "ossu__math/README.md": (0, 13, 30, 4),
    "practical-tutorials__project-based-learning/README.md": (0, 88, 457, 12),
    "rasbt__LLMs-from-scratch/README.md": (0, 13, 71, 52),
    "trekhleb__javascript-algorithms/README.md": (0, 24, 167, 1),
}
LESSONS = {
    "ForrestKnight__open-source-cs/README.md": ("Intro to Computer Science", "Cryptography I"),
    "MLEveryday__100-Days-Of-ML-Code/README.md": ("网页搜罗 | 第21天",),
    "P1xt__p1xt-guides/README.md": ("MDN HTML", "Compilers"),
    "P1xt__p1xt-guides/v4/README.md": ("Algebra I", "Tier 5 - Specialize"),
    "dair-ai__ML-YouTube-Courses/README.md": ("Caltech CS156: Learning from Data",),
    "donnemartin__system-design-primer/README.md": ("CDN caching", "Airbnb Engineering"),
    "jwasham__coding-interview-university/README.md": ("Big And Little Endian", "Final Review"),
    "karan__Projects/README.md": ("Find PI to the Nth Digit", "Fizz Buzz", "Web", "GIF Creator"),
    "leonardomso__33-js-concepts/README.md": ("this, call, apply, bind", "Recursion", "Cookies"),
    "mlabonne__llm-course/README.md": ("🧐 LLM AutoEval", "1. Running LLMs"),
    "mtdvio__every-programmer-should-know/README.md": ("Big O Cheatsheet", "NomadList"),
    "ossu__computer-science/README.md": ("Software Testing", "Fullstack Open"),
    "ossu__computer-science/coursepages/class-based/README.md": ("Lab 1", "34, 35"),
    "ossu__data-science/README.md": ("Essence of Linear Algebra", "Process Mining"),
    "practical-tutorials__project-based-learning/README.md": (
        "Write a Shell in C",
        "Handmade Hero",
    ),
    "trekhleb__javascript-algorithms/README.md": ("B Linked List", "A N-Queens Problem"),
}
NO_LESSONS = {
    "EbookFoundation__free-programming-books/books/free-programming-books-langs.md": ("Index",),
    "MLEveryday__100-Days-Of-ML-Code/README.md": ("目录",),
    "P1xt__p1xt-guides/v4/README.md": ("Intermediate developer", "Table of Contents"),
    "jwasham__coding-interview-university/README.md": ("Getting the Job", "The Study Plan"),
    "jwasham__coding-interview-university/translations/README-es.md": ("Tabla de contenido",),
    "karan__Projects/README.md": ("Index", "Numbers"),
    "ossu__computer-science/README.md": ("Contents",),
    "ossu__computer-science/coursepages/class-based/README.md": ("-",),
    "ossu__data-science/README.md": ("Contents", "Open Source Society University"),
}
OPTIONAL = {
    "coderefinery__git-intro/content/branches.md": ("Optional exercises with branches",),
    "jwasham__coding-interview-university/README.md": ("The Daily Plan", "Compilers", "Papers"),
    "jwasham__coding-interview-university/translations/README-es.md": ("Emacs y Vi(m)",),
    "kelseyhightower__kubernetes-the-hard-way/README.md": ("Target Audience", "Copyright"),
    "leonardomso__33-js-concepts/README.md": ("About", "License"),
    "mlabonne__llm-course/README.md": ("🧐 LLM AutoEval", "3. Neural Networks"),
    "ossu__data-science/README.md": ("Duration", "About", "Team"),
    "rasbt__LLMs-from-scratch/README.md": ("KV Cache", "Self-Refinement"),
}
NOT_OPTIONAL = {
    "jwasham__coding-interview-university/README.md": (
        "UDP and TCP: Comparison of Transport Protocols (video)",
    ),
    "jwasham__coding-interview-university/translations/README-es.md": ("Paciencia",),
    "kelseyhightower__kubernetes-the-hard-way/README.md": ("Smoke Test", "Prerequisites"),
    "mlabonne__llm-course/README.md": ("1. Running LLMs",),
    "ossu__data-science/README.md": ("Multivariable Calculus",),
    "rasbt__LLMs-from-scratch/README.md": ("Ch 2: Working with Text Data",),
}
WITHOUT_LESSONS = {
    "coderefinery__git-intro/README.md",
    "coderefinery__git-intro/content/exercises.md",
    "coderefinery__git-intro/content/img/gitink/README.md",
    "coderefinery__git-intro/content/index.md",
    "dabeaz-course__practical-python/Notes/09_Packages/TheEnd.md",
}
"""Files in which nobody would name a lesson."""


@needs_shared
@pytest.mark.parametrize(("name", "counts"), COUNTS.items())
def test_a_real_course_has_what_a_reader_counts(
    name: str, counts: tuple[int, int, int, int]
) -> None:
    outline = outline_of(COURSES / name)
    sections = [i for i in outline.items if i.kind is Kind.SECTION and not outline.is_leaf(i.id)]
    optional = sum(leaf.optional for leaf in outline.leaves())
    assert (len(outline.weeks), len(sections), leaf_count(outline), optional) == counts


@needs_shared
@pytest.mark.parametrize(("name", "titles"), LESSONS.items())
def test_a_real_course_has_the_lessons_that_a_reader_names(
    name: str, titles: tuple[str, ...]
) -> None:
    assert set(titles) <= {item.title for item in outline_of(COURSES / name).items}


@needs_shared
@pytest.mark.parametrize(("name", "titles"), NO_LESSONS.items())
def test_what_a_reader_would_not_call_a_lesson_is_none(name: str, titles: tuple[str, ...]) -> None:
    assert not set(titles) & {leaf.title for leaf in outline_of(COURSES / name).leaves()}


@needs_shared
@pytest.mark.parametrize(("name", "titles"), OPTIONAL.items())
def test_what_its_author_calls_optional_is(name: str, titles: tuple[str, ...]) -> None:
    items = [item for item in outline_of(COURSES / name).items if item.title in titles]
    assert {item.title for item in items if item.optional} == set(titles)


@needs_shared
@pytest.mark.parametrize(("name", "titles"), NOT_OPTIONAL.items())
def test_what_its_author_does_not_call_optional_counts(name: str, titles: tuple[str, ...]) -> None:
    items = outline_of(COURSES / name).items
    assert not [item.title for item in items if item.title in titles and item.optional]


@needs_shared
def test_every_real_file_opens_with_a_lesson_where_a_reader_sees_one() -> None:
    empty = {
        path.relative_to(COURSES).as_posix()
        for path in COURSES.glob("*/**/*.md")
        if not outline_of(path).items
    }
    assert empty == WITHOUT_LESSONS


@needs_shared
@pytest.mark.parametrize(
    ("name", "evidence"),
    [
        ("ossu__computer-science", ((Shape.ROWS, 63), (Shape.HEADINGS, 6))),
        ("jwasham__coding-interview-university", ((Shape.TASKS, 420), (Shape.HEADINGS, 62))),
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


def test_tens_of_thousands_of_headings_are_read_in_seconds() -> None:
    document = parse("".join(f"{'#' * (1 + n % 6)} Heading *{n}*\n" for n in range(20_000)))
    before = time.process_time()
    outline = read_outline(document, "name")
    assert len(outline.items) == 19_999
    assert time.process_time() - before < 10
