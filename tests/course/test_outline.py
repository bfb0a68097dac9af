"""The outline's tree."""

from coursetracker.course.outline import Item, Kind, Outline


def of_kinds(*rows: tuple[int | None, Kind]) -> Outline:
    return Outline(
        "",
        tuple(Item(n, parent, kind, str(n), n, n + 1) for n, (parent, kind) in enumerate(rows, 1)),
    )


def test_the_milestones_of_a_course_are_its_weeks_and_assessments() -> None:
    outline = of_kinds((None, Kind.WEEK), (1, Kind.SECTION), (2, Kind.LESSON), (1, Kind.ASSESSMENT))
    assert [item.id for item in outline.milestones()] == [1, 4]


def test_a_course_without_weeks_has_its_sections_as_milestones() -> None:
    outline = of_kinds(
        (None, Kind.SECTION), (1, Kind.SECTION), (2, Kind.LESSON), (None, Kind.LESSON),
        (None, Kind.ASSESSMENT),
    )  # fmt: skip
    assert [item.id for item in outline.milestones()] == [1, 5]


def test_leaves_come_in_reading_order_and_a_leaf_is_its_own() -> None:
    outline = of_kinds(
        (None, Kind.SECTION), (1, Kind.SECTION), (2, Kind.LESSON), (1, Kind.LESSON),
        (None, Kind.LESSON),
    )  # fmt: skip
    assert [leaf.id for leaf in outline.leaves()] == [3, 4, 5]
    assert [leaf.id for leaf in outline.leaves(1)] == [3, 4]
    assert [leaf.id for leaf in outline.leaves(5)] == [5]
    assert [above.id for above in outline.ancestors(3)] == [2, 1]
    assert 3 in outline
    assert 9 not in outline
