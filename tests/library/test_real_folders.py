"""Real repositories as courses, in the order that a person would give their lessons."""

from pathlib import Path

import pytest

from coursetracker.course.folder import read_course
from coursetracker.course.outline import Outline
from coursetracker.library.folders import read_folder

COURSES = Path(__file__).resolve().parents[3] / "shared" / "courses"
pytestmark = pytest.mark.skipif(not COURSES.is_dir(), reason="needs the real course files")


def outline_of(name: str) -> Outline:
    source = read_folder(COURSES / name)
    return read_course(source.text, source.name)


def counted(outline: Outline) -> list[str]:
    return [leaf.title for leaf in outline.leaves() if not leaf.optional]


def test_kubernetes_the_hard_way_is_its_thirteen_labs() -> None:
    outline = outline_of("kelseyhightower__kubernetes-the-hard-way")
    assert outline.title == "Kubernetes The Hard Way"
    links = [leaf.link or "" for leaf in outline.leaves()]
    assert [link[:7] for link in links] == [f"docs/{number:02}" for number in range(1, 14)]
    assert counted(outline)[0] == "Prerequisites"
    assert counted(outline)[-1] == "Cleaning Up"


def test_practical_python_is_its_nine_chapters() -> None:
    outline = outline_of("dabeaz-course__practical-python")
    top = [item for item in outline.children(None) if not item.optional]
    assert [item.title for item in top] == [
        "0. Course Setup (READ FIRST!)",
        "1. Introduction to Python",
        "2. Working with Data",
        "3. Program Organization",
        "4. Classes and Objects",
        "5. The Inner Workings of Python Objects",
        "6. Generators",
        "7. A Few Advanced Topics",
        "8. Testing, Logging, and Debugging",
        "9. Packages",
    ]
    first = [leaf.title for leaf in outline.leaves(top[1].id)]
    assert first == [
        "1.1 Introducing Python",
        "1.2 A First Program",
        "1.3 Numbers",
        "1.4 Strings",
        "1.5 Lists",
        "1.6 Files",
        "1.7 Functions",
    ]


def test_git_intro_follows_its_toctree() -> None:
    titles = counted(outline_of("coderefinery__git-intro"))
    assert titles[:4] == [
        "Motivation",
        "Configuring Git command line and editor",
        "Copy and browse an existing project",
        "Recording changes",
    ]
    assert not [title for title in titles if "img" in title.lower()]


@pytest.mark.parametrize(
    ("name", "first", "known"),
    [
        (
            "ossu__computer-science",
            "Introduction to Computer Science and Programming using Python",
            "Systematic Program Design",
        ),
        ("ossu__data-science", "Introduction to programming", "Java Programming"),
    ],
)
def test_the_courses_of_a_curriculum_are_its_rows(name: str, first: str, known: str) -> None:
    outline = outline_of(name)
    assert counted(outline)[0] == first
    assert known in counted(outline)
    optional = [leaf.link or "" for leaf in outline.leaves() if leaf.optional]
    assert [link for link in optional if link.startswith("extras/")]


# Lessons, and how many of those are optional.
COUNTS = {
    "Avik-Jain__100-Days-Of-ML-Code": (54, 0),
    "EbookFoundation__free-programming-books": (116, 0),
    "ForrestKnight__open-source-cs": (28, 0),
    "MLEveryday__100-Days-Of-ML-Code": (54, 0),
    "P1xt__p1xt-guides": (106, 1),
    "ZuzooVn__machine-learning-for-software-engineers": (168, 2),
    "bmorelli25__Become-A-Full-Stack-Web-Developer": (222, 4),
    "coderefinery__git-intro": (28, 0),
    "dabeaz-course__practical-python": (44, 2),
    "dair-ai__ML-YouTube-Courses": (59, 0),
    "donnemartin__system-design-primer": (226, 5),
    "huggingface__agents-course": (15, 3),
    "jwasham__coding-interview-university": (482, 114),
    "karan__Projects": (95, 3),
    "kelseyhightower__kubernetes-the-hard-way": (13, 0),
    "leonardomso__33-js-concepts": (66, 4),
    "mlabonne__llm-course": (44, 28),
    "mtdvio__every-programmer-should-know": (191, 0),
    "ossu__computer-science": (77, 14),
    "ossu__data-science": (31, 3),
    "ossu__math": (30, 4),
    "practical-tutorials__project-based-learning": (457, 12),
    "rasbt__LLMs-from-scratch": (71, 50),
    "trekhleb__javascript-algorithms": (167, 1),
}


def test_every_folder_opens_with_the_lessons_that_a_reader_counts() -> None:
    found = {}
    for folder in sorted(path for path in COURSES.iterdir() if path.is_dir()):
        leaves = list(outline_of(folder.name).leaves())
        found[folder.name] = (len(leaves), sum(leaf.optional for leaf in leaves))
    assert found == COUNTS


def test_the_translations_of_one_file_are_told_by_their_names() -> None:
    source = read_folder(COURSES / "jwasham__coding-interview-university")
    assert [each.language for each in source.translations] == ["ar", "de", "es", "ja"]
