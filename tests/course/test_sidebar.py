"""The order of files that no index lists."""

from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.folder import read_course
from coursetracker.course.outline import Outline
from coursetracker.course.parts import Part, joined
from coursetracker.course.sidebar import Sidebar


def outline_of(files: dict[str, str]) -> Outline:
    return read_course(joined(sorted(files.items())), "Course")


def placed(title: str, **said: object) -> str:
    lines = "".join(f"{name}: {value}\n" for name, value in said.items())
    return f"---\n{lines}---\n\n# {title}\n\nSome words.\n"


def test_pages_stand_where_their_front_matter_says() -> None:
    outline = outline_of(
        {
            "docs/a.md": placed("Third", sidebar_position=3),
            "docs/b.md": placed("First", weight=1),
            "docs/c.md": placed("Second", nav_order="2"),
            "docs/d.md": "# Last\n",
        }
    )
    assert [leaf.title for leaf in outline.leaves()] == ["First", "Second", "Third", "Last"]


def test_a_category_places_and_names_its_folder() -> None:
    outline = outline_of(
        {
            "a/one.md": "# One\n",
            "b/_category_.json": '{"label": "Getting started", "position": 1}',
            "b/two.md": "# Two\n",
            "c/index.md": placed("Basics", sidebar_position=0.5),
            "c/three.md": "# Three\n",
        }
    )
    tops = [item.title for item in outline.children(None)]
    assert tops == ["Basics", "Getting started", "A"]


def test_ten_stands_after_two_and_folders_after_files() -> None:
    paths = ["10-ten.md", "2-two.md", "1-a/b.md", "a.md"]
    assert sorted(paths, key=Sidebar(()).key) == ["2-two.md", "10-ten.md", "a.md", "1-a/b.md"]


@given(st.text(), st.text())
def test_whatever_is_said_the_files_have_an_order(category: str, matter: str) -> None:
    parts = [
        Part("a/_category_.json", 1, category),
        Part("a/b.md", 9, f"---\nsidebar_position: {matter}\n---\n"),
        Part("c.md", 20, "# C\n"),
    ]
    sidebar = Sidebar(parts)
    assert len(sorted((part.path for part in parts), key=sidebar.key)) == len(parts)
