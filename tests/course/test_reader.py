import hashlib

import pytest

from course.outlines import leaf_count, lines, read, tree
from coursetracker.course.choices import Choices, Evidence, Shape
from coursetracker.course.outline import Kind, State, Week


def test_the_first_h1_is_the_course_and_no_item() -> None:
    outline = read("""
        # My *course*

        Hello.

        ## One
        ## Two
        """)
    assert outline.title == "My course"
    assert tree(outline) == ["- One", "- Two"]


def test_names_of_pictures_are_left_out_of_titles() -> None:
    titles = [
        item.title for item in read("# C\n## Read :book: *me*\n## :zap:\n## At 10:30:45\n").items
    ]
    assert titles == ["Read me", ":zap:", "At 10:30:45"]


def test_a_raw_html_h1_is_a_title_too() -> None:
    outline = read("""
        <h1 align="center">
          <a href="https://example.org">Raw &amp; ready</a>
        </h1>

        ## One
        """)
    assert outline.title == "Raw & ready"
    assert tree(outline) == ["- One"]


def test_front_matter_or_the_name_stand_in_for_a_missing_h1() -> None:
    assert read("---\ntitle: From front matter\n---\n\n## One\n").title == "From front matter"
    assert read("## One\n").title == "name"


def test_an_index_at_the_top_is_not_the_title() -> None:
    outline = read("""
        # Contents
        - [Basics](#basics)

        # Basics
        # More
        """)
    assert outline.title == "name"
    assert tree(outline) == ["- Basics", "- More"]


def test_further_h1s_are_sections() -> None:
    outline = read("""
        # Course
        # One
        ## First
        ## Second
        # Two
        ### Third
        """)
    assert tree(outline) == lines("""
        S One
          - First
          - Second
        S Two
          - Third
        """)


def test_headings_before_the_title_are_introduction() -> None:
    assert tree(read("### Sponsor\n# Course\n## One\n## Two\n")) == ["- One", "- Two"]


def test_a_late_h1_takes_nothing_away() -> None:
    outline = read("## One\n## Two\n## Three\n# Late\n")
    assert outline.title == "Late"
    assert tree(outline) == ["- One", "- Two", "- Three"]


def test_a_banner_in_raw_html_is_no_section() -> None:
    outline = read("""
        <div align="center"><h3>Some university</h3></div>

        ## One
        """)
    assert tree(outline) == ["- One"]


def test_empty_headings_are_no_items() -> None:
    assert tree(read("# C\n## One\n##\n### Under\n")) == lines("""
        - One
        - Under
        """)


def test_headings_in_list_items_are_items() -> None:
    outline = read("""
        # Course
        ## Data structures
        - ### Arrays
            - [ ] Read about arrays
        - ### Lists
            - [x] Read about lists

        ## Graphs
        """)
    assert tree(outline) == lines("""
        S Data structures
          S Arrays
            - Read about arrays
          S Lists
            - Read about lists
        - Graphs
        """)


def test_tasks_are_lessons_with_their_states_and_nesting() -> None:
    outline = read("""
        # Course
        ## Plan
        - [ ] Open
        - [x] Done [here](https://example.org/done)
            - [/] Begun
            - [-] Skipped
        - a note
        - **Group**
            - [ ] In a group
        """)
    assert tree(outline) == lines("""
        S Plan
          - Open
          - Done here
            - Begun
            - Skipped
          S Group
            - In a group
        """)
    states = {item.title: item.state for item in outline.items}
    assert states["Open"] is State.NOT_STARTED
    assert states["Done here"] is State.DONE
    assert states["Begun"] is State.IN_PROGRESS
    assert states["Skipped"] is State.SKIPPED
    assert (
        next(i.link for i in outline.items if i.title == "Done here") == "https://example.org/done"
    )


def test_table_rows_with_a_link_are_lessons() -> None:
    outline = read("""
        # Course
        ## Core
        | No | Course | Duration | Effort |
        |---|---|---|---|
        | 1 | [Calculus](https://a.org/1) ([other](https://a.org/b)) | 10 weeks | 6-10 hours/week |
        | 2 | [Algebra](https://example.org/2) | 3 h | |
        | 3 | Nothing to open | | |
        """)
    assert tree(outline) == ["S Core", "  - Calculus (other)", "  - Algebra"]
    calculus = outline.items[1]
    assert (calculus.link, calculus.effort_minutes) == ("https://a.org/1", 4800)
    assert (calculus.line, calculus.end) == (6, 7)
    assert outline.evidence == (Evidence(Shape.ROWS, 2),)


def test_a_row_is_called_by_the_column_that_tells_rows_apart() -> None:
    outline = read("""
        # Course
        ## Notebooks
        | Notebook | Article |
        |---|---|
        | Fine-tuning | [Article](https://example.org/1) |
        | Merging | [Article](https://example.org/2) |
        """)
    assert tree(outline) == ["S Notebooks", "  - Fine-tuning", "  - Merging"]
    assert outline.items[2].link == "https://example.org/2"


def test_a_table_with_a_few_links_is_no_list_of_lessons() -> None:
    table = "|a|b|\n|-|-|\n|1|[x](x.md)|\n|2|y|\n|3|z|\n"
    assert tree(read(f"# C\n## One\n{table}")) == ["- One"]


def test_bullets_that_are_links_are_lessons() -> None:
    outline = read("""
        # Course
        ## Videos
        - [One](https://example.org/1) (12 min)
        - 🎬 **[Two](https://example.org/2)**
          told at length
        - A series
            - [Part 1](https://example.org/3)
            - [Part 2](https://example.org/4)
        - [Three](https://example.org/5)
            - [its slides](https://example.org/6)
        """)
    assert tree(outline) == lines("""
        S Videos
          - One (12 min)
          - 🎬 Two
          S A series
            - Part 1
            - Part 2
          - Three
        """)
    assert outline.items[1].effort_minutes == 12


def test_paragraphs_that_are_links_are_as_good_as_bullets() -> None:
    outline = read(
        "# C\n## One\n[a](https://a.org)\n\n[b](https://b.org)\n## Two\n[c](https://c.org)\n"
    )
    assert tree(outline) == ["S One", "  - a", "  - b", "- Two"]
    assert outline.items[2].link == "https://b.org"


def test_links_in_prose_are_no_lessons() -> None:
    prose = "Many words say here at length what this section is about and why. " * 4
    outline = read(f"# C\n## One\n{prose}\n\n- [a](https://a.org)\n- [b](https://b.org)\n")
    assert tree(outline) == ["- One"]


def test_a_single_link_makes_no_list() -> None:
    assert tree(read("# C\n## One\n- [a](https://a.org)\n")) == ["- One"]


def test_among_lists_of_links_a_single_link_is_a_lesson_too() -> None:
    lists = "".join(f"## {n}\n- [a](https://a.org)\n- [b](https://b.org)\n" for n in "123")
    assert tree(read(f"# C\n{lists}## One\n- [c](https://c.org)\n"))[-2:] == ["S One", "  - c"]


def test_where_the_author_sets_boxes_bare_links_are_no_lessons() -> None:
    outline = read("""
        # Course
        ## One
        - [ ] a
        - [ ] b
        ## Papers
        - [c](https://c.org)
        - [d](https://d.org)
        """)
    assert tree(outline) == ["S One", "  - a", "  - b", "- Papers"]


def test_a_row_without_any_text_is_no_lesson() -> None:
    rows = "| [](https://a.org) |\n| [b](https://b.org) |\n"
    assert tree(read(f"# C\n## One\n| a |\n|-|\n{rows}")) == ["S One", "  - b"]


def test_the_sources_of_a_lesson_belong_to_it() -> None:
    outline = read("""
        # Course
        ## Caching
        ### Sources
        - [a](https://a.org)
        - [b](https://b.org)
        ## Scoping
        ### What is it?
        ### References
        """)
    assert tree(outline) == ["- Caching", "S Scoping", "  - What is it?", "  - References"]
    assert (outline.items[0].line, outline.items[0].end) == (3, 7)


def test_links_of_the_introduction_are_no_lessons() -> None:
    outline = read("""
        # Course
        - [Français](fr.md)
        - [Español](es.md)
        ## One
        """)
    assert tree(outline) == ["- One"]


def test_without_any_section_the_introduction_is_the_course() -> None:
    assert tree(read("# C\n- [a](a.md)\n- [b](b.md)\n")) == ["- a", "- b"]
    assert tree(read("- [ ] a\n- [ ] b\n")) == ["- a", "- b"]
    assert tree(read("many words " * 30 + "\n- [a](a.md)\n- [b](b.md)\n")) == ["- a", "- b"]


def test_links_about_the_project_are_no_lessons() -> None:
    lists = "- [a](https://a.org)\n- [b](https://b.org)\n"
    assert tree(read(f"# C\n## One\n{lists}## Team\n{lists}")) == [
        "S One",
        "  - a",
        "  - b",
        "- Team",
    ]


def test_what_is_about_the_project_does_not_count() -> None:
    outline = read("""
        # Course
        ## One
        ## License
        ### Team
        - [a](https://a.org)
        - [b](https://b.org)
        """)
    assert tree(outline) == ["- One", "S License", "  - Team"]
    assert [item.optional for item in outline.items] == [False, True, True]


def test_optional_is_said_in_brackets() -> None:
    outline = read("# C\n## Extra (optional)\n### Inside\n## Week 1 optional references\n")
    assert [item.optional for item in outline.items] == [True, True, False]


def test_weeks_are_headings_with_something_under_them() -> None:
    outline = read("""
        # Course
        ## Week 1: Basics
        ### Values
        ### Day 1
        #### Names
        ## Week 2: More
        ### Loops
        ## Week 3
        """)
    assert tree(outline) == lines("""
        W Week 1: Basics
          - Values
          S Day 1
            - Names
        W Week 2: More
          - Loops
        - Week 3
        """)
    assert outline.weeks == (Week(1, "Basics"), Week(2, "More"))
    assert [item.week for item in outline.items] == [1, 1, 1, 1, 2, 2, None]


def test_weeks_that_begin_again_are_counted() -> None:
    outline = read("""
        # C
        ## Part A
        ### Module 1
        #### a
        ## Part B
        ### Module 1
        #### b
        """)
    assert outline.weeks == (Week(1, ""), Week(2, ""))


LISTED = """
    # Course
    - Semana 1: Inicio
    - Semana 2: Datos
    - Semana 3: Fin

    # Start
    ## a
    # Try (Assessment 1)
    ## Final project overview
    # Data
    ## b
    # Quiz 2
    # License
    """


def test_listed_weeks_get_the_sections_up_to_an_assessment() -> None:
    outline = read(LISTED)
    assert tree(outline) == lines("""
        W Semana 1: Inicio
          S Start
            - a
          A Try
            - Final project overview
        W Semana 2: Datos
          S Data
            - b
          A Quiz 2
        - License
        """)
    assert outline.weeks == (Week(1, "Inicio"), Week(2, "Datos"))
    assert [item.week for item in outline.items] == [1, 1, 1, 1, 1, 2, 2, 2, 2, None]
    assert [(item.line, item.end) for item in outline.items if item.kind is Kind.WEEK] == [
        (3, 4),
        (4, 5),
    ]


def test_a_heading_inside_a_section_is_none_of_the_listed_weeks() -> None:
    outline = read("""
        # C
        - Week 1: a
        - Week 2: b

        # One
        ## Week 1 references
        ### Paper
        # Two
        """)
    assert tree(outline) == lines("""
        W Week 1: a
          S One
            S Week 1 references
              - Paper
          - Two
        """)


def test_the_learner_can_move_a_section_to_another_week() -> None:
    outline = read(LISTED, Choices(weeks={"start": 3, "data": 1}))
    weeks = [item.title for item in outline.items if item.kind is Kind.WEEK]
    assert weeks == ["Semana 1: Inicio", "Semana 2: Datos", "Semana 3: Fin"]
    assert next(item.week for item in outline.items if item.title == "b") == 1


def test_listed_weeks_without_a_clue_stay_text() -> None:
    outline = read("# C\n- Week 1: a\n- Week 2: b\n\n## One\n## Two\n## Three\n")
    assert outline.weeks == ()
    assert tree(outline) == ["- One", "- Two", "- Three"]


def test_a_list_of_other_things_or_out_of_order_is_no_list_of_weeks() -> None:
    assert not read("# C\n- Week 2: a\n- Week 1: b\n\n## One\n## Two\n").weeks
    assert not read("# C\n- Week 1: a\n- Day 2: b\n\n## One\n## Two\n").weeks
    assert not read("# C\n- Week 1: a\n- apples\n\n## One\n## Two\n").weeks


MIXED = """
    # Course
    ## Links
    - [a](https://a.org)
    - [b](https://b.org)
    ## Tasks
    - [ ] c
    - [x] d
    - [e](https://e.org)
    """


@pytest.mark.parametrize(
    ("choices", "count"),
    [
        (Choices(), 3),
        (Choices(shape=Shape.HEADINGS), 2),
        (Choices(shape=Shape.BULLETS), 3),
        (Choices(sections={"links": Shape.BULLETS}), 4),
        (Choices(shape=Shape.HEADINGS, sections={"tasks": Shape.TASKS}), 3),
        (Choices(sections={"course": Shape.HEADINGS}), 2),
    ],
)
def test_the_learner_can_force_a_shape(choices: Choices, count: int) -> None:
    assert leaf_count(read(MIXED, choices)) == count


def test_an_item_ends_where_the_next_one_of_its_rank_begins() -> None:
    outline = read("""\
        # C
        ## One
        ### a
        text
        ### b
        ## Two
        - [ ] t
          more

        after
        """)
    assert [(item.title, item.line, item.end) for item in outline.items] == [
        ("One", 2, 6),
        ("a", 3, 5),
        ("b", 5, 6),
        ("Two", 6, 11),
        ("t", 7, 9),
    ]


def test_the_hash_is_of_what_an_item_says_besides_its_title() -> None:
    item = read("# C\n## One\ntext  \n\n### a\n").items[0]
    assert item.body_sha256 == hashlib.sha256(b"\ntext").hexdigest()
    assert read("# C\n## Two\n\ntext\n\n### a\n").items[0].body_sha256 == item.body_sha256


def test_the_link_of_an_item_belongs_to_what_it_says() -> None:
    one, two = read("# C\n- [ ] [a](https://a.org)\n- [ ] [a](https://b.org)\n").items
    assert one.body_sha256 != two.body_sha256


def test_links_at_the_foot_of_the_file_do_not_change_the_last_lesson() -> None:
    before = read("# C\n- [ ] [a][1]\n\n[1]: https://a.org\n").items[0]
    after = read("# C\n- [ ] [a][1]\n\n[1]: https://a.org\n[2]: https://b.org\n").items[0]
    assert before == after
    assert before.link == "https://a.org"


def test_a_text_without_lessons_has_no_items() -> None:
    for text in ("", "# Only a title\n", "Just words.\n", "\n\n"):
        outline = read(text)
        assert outline.items == ()
        assert outline.evidence == ()


def test_the_evidence_is_told_by_shape() -> None:
    outline = read("# C\n## One\n- [ ] a\n- [ ] b\n## Two\n")
    assert outline.evidence == (Evidence(Shape.TASKS, 2), Evidence(Shape.HEADINGS, 1))


def test_paragraphs_that_begin_with_a_bold_title_are_entries_of_a_list() -> None:
    outline = read("""
        # Course
        ## One
        **First** - Do *this*.

        **Second** - Do that.

        **Third one** Do both.
        ## Two
        **Note:** Only this.

        **Fourth** - Do that.

        Much more is said here.
        """)
    assert tree(outline) == ["S One", "  - First", "  - Second", "  - Third one", "- Two"]


def test_where_three_sections_have_such_entries_one_alone_is_a_lesson_too() -> None:
    entries = "".join(f"## {n}\n" + "**a** - b\n\n" * 3 for n in "123")
    assert tree(read(f"# C\n{entries}## One\n**c** - d\n"))[-2:] == ["S One", "  - c"]


def test_an_entry_that_only_announces_a_heading_is_no_lesson() -> None:
    outline = read("""
        # Course
        ## Designs
        | Question | |
        |---|---|
        | A shop | [Solution](shop.md) |
        | A bank | [Solution](bank.md) |
        ### A shop
        ### Another
        """)
    assert tree(outline) == ["S Designs", "  - A bank", "  - A shop", "  - Another"]


def test_a_part_of_the_contents_that_says_something_is_navigation_too() -> None:
    outline = read("""
        # Course
        ## Contents
        ### Beginners
        If you have never done this:
        - [One](#one)
        ## One
        If you have: [Two](#two)
        ## Two
        """)
    assert tree(outline) == ["- One", "- Two"]


def test_a_row_is_not_called_by_a_dash() -> None:
    rows = "| - | [1](https://a.org) |\n| Lab 2 | [2](https://b.org) |\n"
    assert tree(read(f"# C\n## One\n| a | b |\n|-|-|\n{rows}")) == ["S One", "  - 1", "  - Lab 2"]


PLAIN = """
    # Course
    - [Français](fr.md)
    ## Lectures
    - Lecture 1
    - Lecture 2
    ## Grades
    | Week | Points |
    |---|---|
    | One | 3 |
    ## License
    - MIT
    """


def test_who_chooses_bullets_or_rows_gets_those_without_links_too() -> None:
    assert leaf_count(read(PLAIN)) == 3
    lectures = read(PLAIN, Choices(sections={"lectures": Shape.BULLETS}))
    assert [leaf.title for leaf in lectures.leaves()][:2] == ["Lecture 1", "Lecture 2"]
    grades = read(PLAIN, Choices(sections={"grades": Shape.ROWS}))
    assert "One" in [leaf.title for leaf in grades.leaves()]


def test_what_is_chosen_for_the_course_is_not_for_what_stands_beside_it() -> None:
    outline = read(PLAIN, Choices(Shape.BULLETS))
    titles = [leaf.title for leaf in outline.leaves()]
    assert titles == ["Lecture 1", "Lecture 2", "Grades", "License"]


def test_an_outline_knows_the_choices_it_was_read_with() -> None:
    choices = Choices(Shape.BULLETS)
    assert read(PLAIN, choices).choices == choices
