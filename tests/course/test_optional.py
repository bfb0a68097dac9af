"""What is optional is told by titles, remarks, cells and lines, and never by a mere mention."""

import pytest

from course.outlines import read
from coursetracker.course.optional import is_optional
from coursetracker.course.outline import Outline


def optional(outline: Outline) -> list[str]:
    return [item.title for item in outline.items if item.optional]


@pytest.mark.parametrize(
    "title",
    [
        "Optional",
        "Extras",
        "**Bonus**",
        "Docker (optional)",
        "Docker [Optional]",
        "Docker (optional, advanced)",
        "Docker (advanced, optional)",
        "Docker (optional but recommended)",
        "Optional: Docker",
        "Docker – optional",
        "Optional Extra Topics & Resources",
        "Optional exercises with branches",
        "Additional reading",
        "Bonus material",
        "Extra practice",
        "Opcional",
        "Docker (opcional)",
        "Opcional: Docker",
        "Docker - opcional",
        "Material adicional",
        "Lecturas opcionales",
        "Libros adicionales",
        "Ejercicios complementarios",
        "Contenido extra",
    ],
)
def test_a_title_says_that_it_is_optional(title: str) -> None:
    assert is_optional(title)


@pytest.mark.parametrize(
    "title",
    [
        "Optional chaining",
        "Optional arguments",
        "Prefer keyword arguments for optional arguments",
        "Week 1 optional references",
        "The Optional type",
        "Optionally typed",
        "Extract, transform, load",
        "Extra trees",
        "Additional system design interview questions",
        "Bonus-malus systems",
        "Información adicional",
        "Parámetros opcionales",
        "Un curso opcional de Python",
        "Call f(x[, optional])",
    ],
)
def test_a_title_that_mentions_the_word_is_a_lesson_like_any_other(title: str) -> None:
    assert not is_optional(title)


BELOW = """
    # Course
    ## One
    - [ ] a

    {line}

    - [ ] b
    ### Deeper
    - [ ] c
    ## Two
    - [ ] d
    # Part
    - [ ] e
    """


@pytest.mark.parametrize(
    "line",
    [
        "Everything below this point is optional",
        "**---- Everything below this point is optional ----**",
        "All that follows is optional.",
        "Everything after this line is optional. It is fun, though.",
        "    *****\n        Everything below this point is optional. It is NOT\n    needed.",
        "The rest of the course is optional.",
        "From here on, everything is optional",
        "Todo lo que está debajo de este punto es opcional.",
        "-------- Todo debajo de esta marca es opcional --------",
        "Todo lo que sigue es opcional",
        "A partir de aquí, todo es opcional.",
        "El resto del curso es opcional",
    ],
)
def test_a_line_makes_all_that_follows_optional_down_to_a_higher_heading(line: str) -> None:
    assert optional(read(BELOW.format(line=line))) == ["b", "Deeper", "c", "Two", "d"]


@pytest.mark.parametrize(
    "line",
    [
        "You may stop here: everything below this point is optional.",
        "Everything below this point is important, and optional arguments are explained.",
        "Everything after the colon is optional in a slice.",
        "Not everything below is optional",
        "Todo el mundo sabe que es opcional",
    ],
)
def test_a_line_that_speaks_of_something_else_makes_nothing_optional(line: str) -> None:
    assert optional(read(BELOW.format(line=line))) == []


def test_a_line_before_all_lessons_or_in_an_index_says_nothing_about_the_course() -> None:
    line = "Everything below is optional"
    assert optional(read(f"# C\n{line}\n## One\n## Two\n")) == []
    contents = f"## Contents\n- [One](#one)\n\n{line}\n\n- [Two](#two)\n"
    assert optional(read(f"# C\n## Zero\n{contents}## One\n## Two\n")) == []


def test_what_is_under_an_optional_heading_is_optional_and_so_is_a_whole_of_optional_parts() -> (
    None
):
    outline = read("""
        # Course
        ## Extras
        - [ ] a
        ## Tools
        ### Editors (optional)
        ### Opcional: Terminal
        ## Core
        ### Values
        ### Names (opcional)
        """)
    assert optional(outline) == [
        "Extras",
        "a",
        "Tools",
        "Editors (optional)",
        "Opcional: Terminal",
        "Names (opcional)",
    ]


def test_a_line_over_a_list_goes_for_the_list() -> None:
    outline = read("""
        # Course
        ## One
        - [ ] a

        Additional (***optional***) resources:

        - [ ] b
        - [ ] c

        Required:

        - [ ] d
        """)
    assert optional(outline) == ["b", "c"]


def test_a_cell_of_a_row_may_say_it() -> None:
    outline = read("""
        # Course
        ## One
        | Lesson | |
        |---|---|
        | [a](https://a.org) | required |
        | [b](https://b.org) | *Optional* |
        | [c](https://c.org) | opcional |
        | [d](https://d.org) | An optional value in Swift |
        """)
    assert optional(outline) == ["b", "c"]


def test_the_summary_of_what_is_folded_goes_for_its_section() -> None:
    outline = read("""
        # Course
        ## One
        <details>
        <summary>Show all (optional)</summary>

        ### a
        </details>

        ## Two
        ### b
        """)
    assert optional(outline) == ["One", "a"]


LIST = "".join(f"- [ ] {n}\n" for n in range(10))


def test_what_comes_before_the_lists_of_a_course_of_lists_is_to_be_read() -> None:
    outline = read(f"# C\n## About\n### Duration\n## 1. Start\n## Core\n{LIST}## Later\n")
    assert optional(outline) == ["About", "Duration"]


def test_few_entries_make_no_course_of_lists() -> None:
    assert optional(read("# C\n## About\n## Core\n- [ ] a\n- [ ] b\n## Later\n")) == []
