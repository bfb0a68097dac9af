import json
import os
import subprocess
import sys
from dataclasses import asdict, astuple, replace
from datetime import timedelta
from pathlib import Path

import pytest

from coursetracker.course.outline import Kind, Outline, State
from coursetracker.export.report import report
from coursetracker.problems import Say
from coursetracker.progress.grades import Rules
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import due_dates
from coursetracker.progress.standings import Attempt, Standing
from export.courses import (
    START,
    TODAY,
    Draft,
    big_course,
    done,
    english,
    facts,
    half_done,
    lost,
    ml_course,
    some_changed,
    some_lost,
    spanish,
)

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("language", "say"), [("en", english), ("es", spanish)])
def test_the_report_says_what_the_golden_file_says(language: str, say: Say) -> None:
    """`GOLDEN=write pytest` writes the files anew: read the difference before committing it."""
    made = asdict(report(half_done(ml_course()), facts(language=language), say))
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"report-{language}.json"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")


def test_what_is_not_counted_is_a_figure_only_where_there_is_any() -> None:
    untouched = report(Progress.of(ml_course(), {}), facts(), english)
    begun = report(half_done(ml_course()), facts(), english)

    assert [(f.value, f.label) for f in untouched.figures] == [
        ("0", "Done"),
        ("0", "In progress"),
        ("65", "Not started"),
    ]
    assert [(f.value, f.label) for f in begun.figures[3:]] == [
        ("1", "Skipped (not counted)"),
        ("1", "Optional (not counted)"),
    ]


def test_the_ring_is_told_in_words_too() -> None:
    made = report(half_done(ml_course()), facts(), english)

    alt = made.ring.alt.replace("\N{NO-BREAK SPACE}", " ")
    assert alt == "Lessons done: 32 of 63, 50.8 %"


def test_where_lessons_have_changed_the_report_has_two_numbers() -> None:
    course = ml_course()
    in_english = report(some_changed(course), facts(), english)
    in_spanish = report(some_changed(course), facts(), spanish)

    assert report(half_done(course), facts(), english).current == ()
    assert in_english.ring.percent == "50.8\xa0%"
    assert in_english.current == (
        "50.8\xa0% done, 44.4\xa0% done and current",
        "Lessons that changed after they were done: 4",
    )
    assert in_spanish.current == (
        "50,8\xa0% hecho, 44,4\xa0% hecho y al día",
        "Lecciones que cambiaron después de hechas: 4",
    )


def test_two_numbers_that_would_look_alike_are_told_as_a_count() -> None:
    course = big_course()
    leaves = list(course.leaves())
    standings = done(leaves[: len(leaves) // 2])
    standings[leaves[0].id] = replace(standings[leaves[0].id], done_body_sha256="old")

    made = report(Progress.of(course, standings), facts(), english)

    assert made.current == ("Lessons that changed after they were done: 1",)


def test_a_changed_lesson_that_does_not_count_changes_no_number() -> None:
    draft = Draft()
    section = draft.add(Kind.SECTION, "Section")
    extra = draft.add(Kind.LESSON, "Extra", section, optional=True)
    standings = {extra: Standing(State.DONE, START, START, "old")}

    made = report(Progress.of(draft.outline("Course"), standings), facts(), english)

    assert made.current == ()
    assert made.checklist[0].rows[0].state == "done, changed since"


def test_a_course_without_weeks_has_bars_by_section() -> None:
    draft = Draft()
    section = draft.add(Kind.SECTION, "First")
    draft.add(Kind.LESSON, "Lesson", section)
    draft.add(Kind.LESSON, "A lesson by itself")

    made = report(Progress.of(draft.outline("Course"), {}), facts(), english)

    assert made.labels["part"] == "Section"
    assert [bar.title for bar in made.bars] == ["First"]


def test_an_assessment_has_its_score_pass_mark_and_result() -> None:
    draft = Draft()
    week = draft.add(Kind.WEEK, "Week", week=7)
    exams = [draft.add(Kind.ASSESSMENT, f"Exam {n}", week) for n in range(3)]
    draft.add(Kind.ASSESSMENT, "Final project")
    standings = {
        exams[0]: Standing(attempts=(Attempt(TODAY, 80.0),)),
        exams[1]: Standing(attempts=(Attempt(TODAY, 85.5),), pass_mark=90.0),
    }

    made = report(Progress.of(draft.outline("Course"), standings), facts(), spanish)

    assert [(r.week, r.score, r.pass_mark, r.result, r.mark) for r in made.assessments] == [
        ("7", "80\xa0%", "80\xa0%", "aprobada", "done"),
        ("7", "85,5\xa0%", "90\xa0%", "no aprobada", "failed"),
        ("7", "–", "80\xa0%", "pendiente", "not started"),
        ("–", "–", "80\xa0%", "pendiente", "not started"),
    ]


def test_what_is_lost_is_listed_on_request() -> None:
    progress = half_done(ml_course())
    made = report(progress, facts(lost=some_lost()), english)

    assert report(progress, facts(), english).lost == ()
    assert [astuple(row) for row in made.lost] == [
        (
            "Old tools",
            "with a note",
            ("Week 1: Start", "First steps"),
            "done",
            "done",
            "28\xa0Sep\xa02026",
            "92.5\xa0%",
        ),
        ("Half of it", "", ("The Lifecycle",), "in progress", "in progress", "", ""),
        ("Never mind", "", (), "skipped", "skipped", "", ""),
        (
            "Only a note",
            "with a note",
            ("Week 1: Start", "First steps"),
            "not started",
            "not started",
            "",
            "",
        ),
    ]


def test_a_long_way_to_where_a_lost_lesson_stood_keeps_its_end() -> None:
    above = ("", "A very long title " * 30, *(f"Level {n}" for n in range(40)))
    made = report(half_done(ml_course()), facts(lost=[lost(above=above)]), english)

    (row,) = made.lost
    assert len(row.above[0]) == 60
    assert row.above[0].endswith("…")
    assert row.above[-1] == "Level 39"


def test_a_course_without_a_title_goes_by_its_file() -> None:
    made = report(Progress.of(Outline("", ()), {}), facts("  "), english)

    assert made.title == "course.md"
    assert made.ring.percent == "–"


def test_the_report_is_made_without_loading_the_typesetter() -> None:
    code = (
        "import sys, coursetracker.export.report, coursetracker.export.pdf;"
        "sys.exit(any(name in sys.modules for name in ('typst', 'PySide6', 'sqlite3')))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# The grade, and when what is due


def test_attempts_weight_and_dates_stand_beside_the_assessment() -> None:
    draft = Draft()
    week = draft.add(Kind.WEEK, "Start", week=1)
    lesson = draft.add(Kind.LESSON, "Lesson", week)
    tried, late, weighty = (draft.add(Kind.ASSESSMENT, f"Exam {n}", week) for n in range(3))
    attempts = tuple(Attempt(TODAY - timedelta(days=9 - n), 60.0 + 30 * n) for n in range(2))
    standings = {
        tried: Standing(attempts=attempts, due_on=TODAY - timedelta(days=5)),
        late: Standing(due_on=TODAY - timedelta(days=1)),
        weighty: Standing(weight=2.5),
        lesson: Standing(due_on=TODAY + timedelta(days=10)),
    }
    progress = Progress.of(draft.outline("Course"), standings)
    made = report(progress, facts(due=due_dates(progress, None)), english)

    shown = [(row.score, row.tag.replace("\N{NO-BREAK SPACE}", " ")) for row in made.assessments]
    assert shown == [
        ("90\N{NO-BREAK SPACE}%", "attempts: 2"),
        ("–", "overdue since 22 Nov 2026"),
        ("–", "weight 2.5"),
    ]
    (part,) = made.checklist[:1]
    assert part.status.replace("\N{NO-BREAK SPACE}", " ") == "0 of 4 · due 3 Dec 2026"
    assert [row.tag.replace("\N{NO-BREAK SPACE}", " ") for row in part.rows][:1] == [
        "due 3 Dec 2026"
    ]


@pytest.mark.parametrize(
    ("scores", "target", "lines"),
    [
        (
            (),
            80,
            (
                "No assessment has a score yet.",
                "For 80 %, each open assessment needs at least 80 %.",
            ),
        ),
        (
            (90,),
            80,
            (
                "Grade so far: 90 % (1 of 2 assessments)",
                "For 80 %, each open assessment needs at least 70 %.",
            ),
        ),
        ((90, 80), 80, ("Grade: 85 %", "Passed: 80 % is reached.")),
        (
            (100,),
            50,
            (
                "Grade so far: 100 % (1 of 2 assessments)",
                "Already passed: 50 % is sure, whatever comes.",
            ),
        ),
        (
            (10,),
            80,
            (
                "Grade so far: 10 % (1 of 2 assessments)",
                "80 % is no longer possible; 55 % at best.",
            ),
        ),
        ((50, 60), 80, ("Grade: 55 %", "Not passed: 80 % is needed.")),
    ],
)
def test_the_grade_and_what_it_needs_are_told(
    scores: tuple[float, ...], target: float, lines: tuple[str, ...]
) -> None:
    draft = Draft()
    exams = [draft.add(Kind.ASSESSMENT, f"Exam {n}") for n in range(2)]
    standings = {
        exam: Standing(attempts=(Attempt(TODAY, score),))
        for exam, score in zip(exams, scores, strict=False)
    }
    progress = Progress.of(draft.outline("Course"), standings)
    made = report(progress, facts(rules=Rules(target=target)), english)
    assert tuple(each.replace("\N{NO-BREAK SPACE}", " ") for each in made.grade) == lines


def test_without_assessments_there_is_no_grade() -> None:
    draft = Draft()
    draft.add(Kind.LESSON, "Lesson")
    assert report(Progress.of(draft.outline("Course"), {}), facts(), english).grade == ()
