from textwrap import dedent

import pytest

from course.outlines import read, tree
from coursetracker.course.navigation import navigation_lines
from coursetracker.markdown import parse


def navigation(text: str) -> set[int]:
    return set(navigation_lines(parse(dedent(text).strip("\n"))))


def test_an_index_with_its_heading_and_the_way_back_to_it() -> None:
    text = """
        # Course
        Words.

        # INDEX 0
        - [One](#one)

        # One
        [<- Return to INDEX 0](#index-0)

        ## Lesson
        More words.
        """
    assert navigation(text) == {4, 5, 8}
    assert tree(read(text)) == ["S One", "  - Lesson"]


@pytest.mark.parametrize(
    "title",
    [
        "Contents",
        "Table of Contents:",
        "📖 Índice",
        "TOC",
        "Index of topics",
        "Contenido",
        "INDEX 7",
    ],
)
def test_headings_that_say_so_are_indexes(title: str) -> None:
    assert tree(read(f"# C\n## {title}\n- [One](#one)\n\n## One\n")) == ["- One"]
    assert tree(read(f"# C\n## {title}\n## One\n")) == ["- One"]


def test_an_index_under_any_heading_is_known_by_its_links() -> None:
    text = """
        # Course
        ## 目录
        - group
          - [One](#one)
          - [Two](#two)

        ## One
        ## Two
        """
    assert tree(read(text)) == ["- One", "- Two"]


def test_an_index_may_have_parts() -> None:
    text = """
        # Course
        ## Table of contents
        ### Basics
        - [One](#one)
        ### More
        - [Two](#two)

        ## One
        ## Two
        """
    assert tree(read(text)) == ["- One", "- Two"]
    assert navigation(text) == {2, 3, 4, 5, 6}


def test_sections_that_stand_under_an_index_by_mistake_are_kept() -> None:
    text = """
        # Course
        # Contents
        - [One](#one)
        ## One
        ### a
        """
    assert tree(read(text)) == ["S One", "  - a"]


def test_contents_that_lead_out_of_the_file_are_lessons() -> None:
    text = """
        # Course
        ## Table of contents
        - [One](one.md)
        - [Two](two.md)
        """
    assert tree(read(text)) == ["S Table of contents", "  - One", "  - Two"]
    assert navigation(text) == set()


def test_contents_with_a_table_or_with_words_only_are_sections() -> None:
    assert tree(read("# C\n## Contents\nJust words.\n")) == ["- Contents"]
    assert tree(read("# C\n## Contents\n|a|b|\n|-|-|\n|1|[x](x.md)|\n"))[0] == "S Contents"


def test_links_to_the_files_own_address_lead_inside() -> None:
    text = "# C\n## Contents\n- [One](https://example.org/C#one)\n\n## One\n"
    assert tree(read(text)) == ["- One"]


def test_a_section_with_real_sections_below_is_no_index() -> None:
    text = "# C\n## Curriculum\n- [One](#one)\n### One\n"
    assert tree(read(text)) == ["S Curriculum", "  - One"]


@pytest.mark.parametrize(
    "line",
    [
        "**[⬆ back to top](#table-of-contents)**",
        "[Volver al índice](#contenido)",
        "[↑](#c)",
        "[Return](#x)",
        "Back to top",
        '<p align="right">(<a href="#readme-top">back to top</a>)</p>',
        "[My contents](#contents)",
    ],
)
def test_a_paragraph_that_only_leads_back(line: str) -> None:
    assert navigation(f"# C\n## Contents\n- [One](#one)\n\n## One\nText.\n\n{line}\n") == {2, 3, 8}


@pytest.mark.parametrize(
    "line",
    [
        "[Then go back and read this.](#one)",
        "See [back to top](#c) for more.",
        "[Back to the future](https://example.org)",
        "[One](#one)",
        "[a](#one) [b](#one)",
        "Back to top management",
        "<h2>Back to top</h2>",
    ],
)
def test_a_paragraph_that_says_something_stays(line: str) -> None:
    assert navigation(f"# C\n## One\nText.\n\n{line}\n") == set()
