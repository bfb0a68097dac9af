"""The progress report as plain values, all words already in the learner's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from coursetracker.export import labels
from coursetracker.export.appendix import NoteEntry
from coursetracker.export.assessments import AssessmentRow, assessments, grade_lines
from coursetracker.export.checklist import Part, checklist
from coursetracker.export.cleaning import clean, shortened
from coursetracker.export.deadlines import deadlines
from coursetracker.export.lostandfound import LostRow, lost_rows
from coursetracker.export.overview import Figure, Share, bars, current, figures, ring
from coursetracker.export.timeline import Completion, Timeline, timeline, timeline_note
from coursetracker.export.wording import Wording
from coursetracker.problems import Say
from coursetracker.progress.grades import USUAL, Rules
from coursetracker.progress.lost import LostItem
from coursetracker.progress.rollup import Progress

Paper = Literal["a4", "us-letter"]
_FOOTER = 70


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What the report says beside the progress; `language` is "en" or "es".

    What is `lost` gets a part of its own; without it, the report has no such part. `rules` say how
    the course is graded, `due` when its items are due.
    """

    course: str
    source: str
    learner: str
    today: date
    language: str
    paper: Paper = "a4"
    lost: Sequence[LostItem] = ()
    rules: Rules = USUAL
    due: Mapping[int, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is printed; `written` is the year, month and day of `date`.

    `current` says what has changed since it was done, in sentences; empty where nothing has.
    `grade` says the course's grade and what is still needed; empty where nothing is graded.
    `notes` are added to a report that is otherwise ready, as their formulas take time to draw.
    """

    language: str
    paper: Paper
    document_title: str
    title: str
    short_title: str
    learner: str
    source: str
    date: str
    written: tuple[int, int, int]
    ring: Share
    current: tuple[str, ...]
    figures: tuple[Figure, ...]
    bars: tuple[Share, ...]
    timeline: Timeline | None
    timeline_note: str
    assessments: tuple[AssessmentRow, ...]
    grade: tuple[str, ...]
    checklist: tuple[Part, ...]
    lost: tuple[LostRow, ...]
    labels: dict[str, str]
    notes: tuple[NoteEntry, ...] = ()


def report(progress: Progress, facts: ReportFacts, say: Say) -> Report:
    """Return the report on a course as of the day in *facts*."""
    wording = Wording(say)
    completion = _completion(progress)
    dated = deadlines(progress, facts.due, facts.today, facts.rules, wording)
    title = facts.course.strip() or facts.source
    return Report(
        language=facts.language,
        paper=facts.paper,
        document_title=f"{title} – {say(labels.REPORT)}",
        title=title,
        short_title=shortened(clean(title), _FOOTER),
        learner=facts.learner.strip(),
        source=say(labels.SOURCE).format(name=facts.source),
        date=wording.long_date(facts.today),
        written=(facts.today.year, facts.today.month, facts.today.day),
        ring=ring(progress, wording),
        current=current(progress, wording),
        figures=figures(progress, wording),
        bars=bars(progress, wording),
        timeline=timeline(completion, facts.today, wording),
        timeline_note=timeline_note(completion, wording),
        assessments=assessments(progress, facts.rules, dated, wording),
        grade=grade_lines(progress, facts.rules, wording),
        checklist=checklist(progress, dated, wording),
        lost=lost_rows(facts.lost, wording),
        labels=_labels(progress, say),
    )


def _completion(progress: Progress) -> Completion:
    """Return when the lessons that count were done."""
    tally = progress.tally(None)
    done = (leaf for leaf in progress.outline.leaves() if progress.tally(leaf.id).done)
    moments = (progress.standing(leaf.id).done_at for leaf in done)
    return Completion.of([at.date() for at in moments if at], tally.done, tally.counted)


def _labels(progress: Progress, say: Say) -> dict[str, str]:
    """Return the words that stand in the template's own places."""
    words = {
        "report": labels.REPORT,
        "page": labels.PAGE,
        "no_claim": labels.NO_CLAIM,
        "untitled": labels.UNTITLED,
        "progress": labels.PROGRESS,
        "part": labels.WEEK if progress.outline.weeks else labels.SECTION,
        "lessons_done": labels.LESSONS_DONE,
        "share": labels.SHARE,
        "over_time": labels.OVER_TIME,
        "assessments": labels.ASSESSMENTS,
        "assessment": labels.ASSESSMENT,
        "week": labels.WEEK,
        "score": labels.SCORE,
        "pass_mark": labels.PASS_MARK,
        "result": labels.RESULT,
        "checklist": labels.CHECKLIST,
        "no_lessons": labels.NO_LESSONS,
        "lesson": labels.LESSON,
        "state": labels.STATE,
        "done_on": labels.DONE_ON,
        "lost": labels.LOST,
        "about_lost": labels.ABOUT_LOST,
        "lost_lesson": labels.LOST_LESSON,
        "notes": labels.NOTES,
    }
    return {name: say(sentence) for name, sentence in words.items()}
