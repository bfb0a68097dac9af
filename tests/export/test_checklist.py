from coursetracker.course.outline import Kind, Outline, State
from coursetracker.export.checklist import Part, checklist
from coursetracker.export.wording import Wording
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Standing
from export.courses import START, Draft, english


def written(outline: Outline, standings: dict[int, Standing] | None = None) -> tuple[Part, ...]:
    return checklist(Progress.of(outline, standings or {}), {}, Wording(english))


def outline_of(draft: Draft) -> list[tuple[int, str, list[tuple[int, str]]]]:
    parts = written(draft.outline("Course"))
    return [(p.level, p.title, [(row.depth, row.title) for row in p.rows]) for p in parts]


def test_weeks_and_sections_are_headings_and_lessons_are_rows() -> None:
    draft = Draft()
    week = draft.add(Kind.WEEK, "Start", week=1)
    section = draft.add(Kind.SECTION, "First steps", week)
    draft.add(Kind.LESSON, "Welcome", section)
    draft.add(Kind.LESSON, "Tools", section)

    assert outline_of(draft) == [
        (2, "Week 1: Start", []),
        (3, "First steps", [(0, "Welcome"), (0, "Tools")]),
    ]


def test_nested_lessons_are_indented_under_their_group() -> None:
    draft = Draft()
    section = draft.add(Kind.SECTION, "Trees")
    group = draft.add(Kind.LESSON, "Binary trees", section)
    below = draft.add(Kind.LESSON, "Balanced", group)
    draft.add(Kind.LESSON, "AVL", below)
    draft.add(Kind.LESSON, "Red-black", below)

    assert outline_of(draft) == [
        (2, "Trees", [(0, "Binary trees"), (1, "Balanced"), (2, "AVL"), (2, "Red-black")])
    ]


def test_sections_below_the_third_heading_become_groups() -> None:
    draft = Draft()
    above: int | None = None
    for depth in range(5):
        above = draft.add(Kind.SECTION, f"Depth {depth}", above)
    draft.add(Kind.LESSON, "At last", above)

    assert outline_of(draft) == [
        (2, "Depth 0", []),
        (3, "Depth 1", []),
        (4, "Depth 2", [(0, "Depth 3"), (1, "Depth 4"), (2, "At last")]),
    ]


def test_a_leaf_after_a_section_has_a_heading_of_its_own_with_its_state() -> None:
    draft = Draft()
    week = draft.add(Kind.WEEK, "Start", week=1)
    draft.add(Kind.LESSON, "Before", week)
    section = draft.add(Kind.SECTION, "Section", week)
    draft.add(Kind.LESSON, "Inside", section)
    exam = draft.add(Kind.ASSESSMENT, "Exam", week, optional=True)

    parts = written(draft.outline("Course"), {exam: Standing(State.DONE, START, START)})

    assert [(p.level, p.title, p.mark) for p in parts] == [
        (2, "Week 1: Start", ""),
        (3, "Section", ""),
        (3, "Exam", "done"),
    ]
    assert [row.title for row in parts[0].rows] == ["Before"]
    assert parts[2].status.replace("\N{NO-BREAK SPACE}", " ") == "done · optional · 28 Sep 2026"


def test_a_flat_list_of_lessons_is_all_headings_of_the_top() -> None:
    draft = Draft()
    draft.add(Kind.LESSON, "One")
    draft.add(Kind.LESSON, "Two")

    assert outline_of(draft) == [(2, "One", []), (2, "Two", [])]


def test_a_row_says_its_state_in_words_and_its_date_only_when_done() -> None:
    draft = Draft()
    section = draft.add(Kind.SECTION, "Section")
    done, begun, skipped, optional, untouched = (
        draft.add(Kind.LESSON, title, section, optional=title == "optional")
        for title in ("done", "begun", "skipped", "optional", "untouched")
    )
    standings = {
        done: Standing(State.DONE, START, START),
        begun: Standing(State.IN_PROGRESS, START),
        skipped: Standing(State.SKIPPED, optional=True),
        optional: Standing(State.DONE),
    }

    (part,) = written(draft.outline("Course"), standings)

    assert part.status == "1 of 3"
    assert [(row.title, row.state, row.tag, bool(row.date)) for row in part.rows] == [
        ("done", "done", "", True),
        ("begun", "in progress", "", False),
        ("skipped", "skipped", "", False),
        ("optional", "done", "optional", False),
        ("untouched", "not started", "", False),
    ]
    assert untouched not in standings


def test_what_has_changed_since_it_was_done_says_so_beside_its_date() -> None:
    draft = Draft()
    week = draft.add(Kind.WEEK, "Start", week=1)
    section = draft.add(Kind.SECTION, "Section", week)
    lesson = draft.add(Kind.LESSON, "Lesson", section)
    exam = draft.add(Kind.ASSESSMENT, "Exam", week)
    old = Standing(State.DONE, START, START, "of another text")

    _, part, last = written(draft.outline("Course"), {lesson: old, exam: old})

    (row,) = part.rows
    assert (row.mark, row.state) == ("changed", "done, changed since")
    assert row.date.replace("\N{NO-BREAK SPACE}", " ") == "28 Sep 2026"
    assert last.mark == "changed"
    assert last.status.replace("\N{NO-BREAK SPACE}", " ") == "done, changed since · 28 Sep 2026"


def test_the_date_is_the_one_where_the_learner_was() -> None:
    draft = Draft()
    section = draft.add(Kind.SECTION, "Section")
    late = draft.add(Kind.LESSON, "Late at night", section)
    moment = START.replace(hour=23)  # already tomorrow in UTC

    (part,) = written(draft.outline("Course"), {late: Standing(State.DONE, moment, moment)})

    assert part.rows[0].date.startswith("28")


def test_a_group_shows_its_count_in_the_place_of_a_state() -> None:
    draft = Draft()
    section = draft.add(Kind.SECTION, "Section")
    group = draft.add(Kind.LESSON, "Group", section)
    first = draft.add(Kind.LESSON, "First", group)
    draft.add(Kind.LESSON, "Second", group)

    (part,) = written(draft.outline("Course"), {first: Standing(State.DONE, START, START)})

    assert [(row.state, row.mark, row.group) for row in part.rows] == [
        ("1 of 2", "in progress", True),
        ("done", "done", False),
        ("not started", "not started", False),
    ]


def test_a_course_without_items_has_an_empty_checklist() -> None:
    assert written(Outline("Empty", ())) == ()
