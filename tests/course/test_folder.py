"""Which files of a folder are lessons, and in what order."""

# ruff: noqa: E501  the texts of small courses

from hypothesis import given, settings
from hypothesis import strategies as st

from coursetracker.course.changes import Edition, Fate, update_between
from coursetracker.course.folder import read_course, readable
from coursetracker.course.outline import Kind, Outline
from coursetracker.course.parts import joined, parts_of

LESSON = "# {}\n\nSome words about it.\n"


def folder(**files: str) -> str:
    """Return the text of a folder; in names "__" is a slash and the suffix is left out."""
    return joined((name.replace("__", "/") + ".md", text) for name, text in sorted(files.items()))


def titles(outline: Outline) -> list[str]:
    depth: dict[int | None, int] = {None: -1}
    lines = []
    for item in outline.items:
        depth[item.id] = depth[item.parent] + 1
        lines.append("  " * depth[item.id] + item.title)
    return lines


def test_a_readme_says_the_order_and_its_links_become_lessons() -> None:
    text = folder(
        README="# Course\n\nWords.\n\n## Labs\n\n* [Second](b.md)\n* [First](docs/a.md)\n* [C](c.md)\n\n## Legal\n\nWords.\n",
        docs__a=LESSON.format("A"),
        b=LESSON.format("B"),
        c=LESSON.format("C"),
    )
    outline = read_course(text, "x")
    assert outline.title == "Course"
    assert titles(outline) == ["Labs", "  Second", "  First", "  C"]
    assert [leaf.link for leaf in outline.leaves()] == ["b.md", "docs/a.md", "c.md"]


def test_a_file_stands_where_it_is_mentioned_first() -> None:
    text = folder(
        README="# C\n\n## One\n\n- [a](a.md)\n- [b](b.md)\n\n## Two\n\n- [a again](a.md)\n- [c](c.md)\n",
        a=LESSON.format("A"),
        b=LESSON.format("B"),
        c=LESSON.format("C"),
    )
    assert titles(read_course(text, "x")) == ["One", "  a", "  b", "Two", "  c"]


def test_an_overview_is_a_section_with_what_it_lists() -> None:
    text = folder(
        Notes__Contents="# Contents\n\n* [0. Setup](00_Setup.md)\n* [1. Start](01/00_Overview.md)\n* [2. End](02_End.md)\n",
        Notes__00_Setup=LESSON.format("Setup"),
        Notes__01__00_Overview="# 1. Start\n\n* [1.1 One](01_One.md)\n* [1.2 Two](02_Two.md)\n\n[Contents](../Contents.md)\n",
        Notes__01__01_One=LESSON.format("One"),
        Notes__01__02_Two=LESSON.format("Two"),
        Notes__02_End=LESSON.format("End"),
    )
    assert titles(read_course(text, "x")) == [
        "0. Setup",
        "1. Start",
        "  1.1 One",
        "  1.2 Two",
        "2. End",
    ]


def test_a_summary_goes_before_the_readme() -> None:
    text = folder(
        SUMMARY="# Summary\n\n[Preface](README.md)\n\n- [Two](two.md)\n  - [Within](in.md)\n- [One](one.md)\n",
        README="# Book\n\n- [One](one.md)\n- [Two](two.md)\n- [In](in.md)\n",
        one=LESSON.format("1"),
        two=LESSON.format("2"),
        **{"in": LESSON.format("3")},
    )
    assert titles(read_course(text, "x")) == ["Preface", "Two", "  Within", "One"]


def test_the_nav_of_mkdocs_is_the_order() -> None:
    nav = "site_name: X\nnav:\n  - Home: index.md\n  - Basics:\n    - 'Second one': b.md\n    - a.md\ntheme: y\n"
    files = [
        ("mkdocs.yml", nav),
        ("docs/a.md", LESSON.format("A")),
        ("docs/b.md", LESSON.format("B")),
    ]
    outline = read_course(joined([*files, ("docs/index.md", "# Home\n\nHello.\n")]), "x")
    assert titles(outline) == ["Home", "Basics", "  Second one", "  A"]


def test_a_toctree_is_the_order() -> None:
    index = "# Lesson\n\n```{toctree}\n:maxdepth: 1\n\nb\nTitled <a>\nhttps://example.org\n```\n"
    text = folder(index=index, a=LESSON.format("A"), b=LESSON.format("B"))
    outline = read_course(text, "x")
    assert titles(outline)[:2] == ["B", "Titled"]


def test_without_an_index_names_say_the_order_and_folders_are_sections() -> None:
    text = folder(
        d10_end=LESSON.format("Ten"),
        d2_start=LESSON.format("Two"),
        extra__b=LESSON.format("B"),
        extra__a="No heading here.\n",
    )
    assert titles(read_course(text, "My folder")) == ["Two", "Ten", "Extra", "  A", "  B"]


def test_a_folder_around_everything_is_no_section() -> None:
    text = folder(docs__a=LESSON.format("A"), docs__b=LESSON.format("B"))
    assert titles(read_course(text, "x")) == ["A", "B"]


def test_what_an_index_leaves_out_is_optional() -> None:
    text = folder(
        README="# C\n\n- [a](a.md)\n- [b](b.md)\n- [c](c.md)\n",
        a=LESSON.format("A"),
        b=LESSON.format("B"),
        c=LESSON.format("C"),
        faq=LESSON.format("Questions"),
    )
    outline = read_course(text, "x")
    assert [leaf.title for leaf in outline.leaves() if leaf.optional] == ["Questions"]


def test_links_out_of_the_folder_stay_lessons() -> None:
    text = folder(
        README="# C\n\n## Core\n\n| Course | Weeks |\n|--|--|\n| [Maths](https://a.org) | 5 weeks |\n| [Own](own.md) | 2 |\n",
        own=LESSON.format("Own page"),
        other=LESSON.format("Other"),
        third=LESSON.format("Third"),
    )
    outline = read_course(text, "x")
    assert titles(outline)[:3] == ["Core", "  Maths", "  Own"]


def test_weeks_and_assessments_are_known_by_their_titles() -> None:
    text = folder(
        README="# C\n\n## Week 1: Start\n\n- [a](a.md)\n- [Quiz 1](q.md)\n\n## Week 2: End\n\n- [b](b.md)\n",
        a=LESSON.format("A"),
        b=LESSON.format("B"),
        q=LESSON.format("Quiz"),
    )
    outline = read_course(text, "x")
    assert [(i.title, i.kind, i.week) for i in outline.items] == [
        ("Week 1: Start", Kind.WEEK, 1),
        ("a", Kind.LESSON, 1),
        ("Quiz 1", Kind.ASSESSMENT, 1),
        ("Week 2: End", Kind.WEEK, 2),
        ("b", Kind.LESSON, 2),
    ]
    assert [week.title for week in outline.weeks] == ["Start", "End"]


def test_names_are_made_readable() -> None:
    assert readable("02_working-with_data") == "Working with data"
    assert readable("2048") == "2048"


def edition(text: str) -> Edition:
    return Edition.read(text, read_course(text, "x"))


def test_a_renamed_file_is_the_same_lesson() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    old = folder(a=f"# A\n\n{words}\n", b=LESSON.format("B"))
    new = folder(z_new=f"# Quite another name\n\n{words}\n", b=LESSON.format("B"))
    update = update_between(edition(old), edition(new))
    assert (
        update.counts() == {Fate.KEPT: 1, Fate.RENAMED: 1, Fate.CHANGED: 1}
        or not update.counts()[Fate.GONE]
    )


def test_what_a_lesson_says_is_its_file() -> None:
    text = folder(a=LESSON.format("A"), b=LESSON.format("B"))
    made = edition(text)
    assert made.text(made.outline.items[1].id) == "# B\n\nSome words about it."


names = st.sampled_from(
    ["README.md", "a.md", "b/c.md", "b/README.md", "SUMMARY.md", "d e.md", "b/f/g.md"]
)
texts = st.lists(
    st.sampled_from(
        [
            "# T",
            "",
            "- [a](a.md)",
            "- [c](b/c.md)",
            "* [up](../a.md)",
            "words",
            "- [x](https://x.org)",
            "## Week 1: S",
            "- [ ] task",
            "[l](b/f/g.md)",
        ]
    ),
    max_size=8,
).map("\n".join)


@settings(deadline=None)
@given(st.dictionaries(names, texts, min_size=1))
def test_every_file_stands_at_most_once_and_parents_come_first(files: dict[str, str]) -> None:
    text = joined(files.items())
    outline = read_course(text, "x")
    links = [item.link for item in outline.items if item.link in files]
    assert len(links) == len(set(links))
    seen: set[int | None] = {None}
    ends = parts_of(text)[-1].end
    for item in outline.items:
        assert item.parent in seen
        assert 0 < item.line < item.end <= ends
        seen.add(item.id)
    guides = {"README.md", "SUMMARY.md"}
    assert set(files) - guides <= {*links, *(g for g in files if g.endswith("README.md"))} | set(
        links
    )
    Edition.read(text, outline)
