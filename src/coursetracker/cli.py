"""What the command line does without a window: print an outline, export, import."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coursetracker import resources
from coursetracker.course.choices import Choices
from coursetracker.course.outline import Item, Outline, State
from coursetracker.library.folder import data_folder
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem, Say
from coursetracker.progress.grades import COUNTING, TARGET, USUAL, Rules
from coursetracker.progress.lost import LostItem
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Standing

if TYPE_CHECKING:
    import argparse

    from coursetracker.export.report import Report
    from coursetracker.library.database import Connection

_NO_CHOICES = Choices()


def run(chosen: "argparse.Namespace") -> int:
    """Do what a command asks for and return the exit status: 0, or 1 after a problem."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a narrow terminal still gets its answer
    try:
        {"outline": _print_outline, "export": _export, "import": _import}[chosen.command](chosen)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read what we print has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Problem as problem:
        print(f"coursetracker: {problem.told(_speak(chosen, 'Problem'))}", file=sys.stderr)
        return 1
    return 0


def _speak(chosen: "argparse.Namespace", context: str) -> Say:
    """Return the translation of a context, with the language of the window's own catalogue."""
    from coursetracker.ui import language  # noqa: PLC0415  Qt is loaded only for its catalogue

    language.speak_without_window(chosen.lang or language.system_language())
    return language.speaker(context)


# outline


def _print_outline(chosen: "argparse.Namespace") -> None:
    outline = _read_outline(chosen.file, _kept_choices(chosen))
    if chosen.json:
        print(json.dumps(outline_as_json(outline), ensure_ascii=False, indent=2))
        return
    print(outline.title)
    for item in outline.items:
        indent = "  " * (1 + sum(1 for _ in outline.ancestors(item.id)))
        box = "☑" if item.state is State.DONE else "☐"
        print(
            f"{indent}{box} {item.title}" if outline.is_leaf(item.id) else f"{indent}{item.title}"
        )


def _kept_choices(chosen: "argparse.Namespace") -> Choices:
    """Return how the learner wants a file to be read, where the library has it as a course."""
    from coursetracker.library.courses import course_choices  # noqa: PLC0415
    from coursetracker.library.database import DATABASE, open_database  # noqa: PLC0415

    folder = chosen.data_dir or data_folder()
    if (folder / DATABASE).exists():
        with suppress(Problem), closing(open_database(folder)) as db:  # the file is there anyway
            return course_choices(db, chosen.file)
    return Choices()


def _read_outline(path: Path, choices: Choices = _NO_CHOICES) -> Outline:
    from coursetracker.course.folder import read_course  # noqa: PLC0415
    from coursetracker.library.folders import read_any  # noqa: PLC0415

    source = read_any(path)
    return read_course(source.text, source.name, choices)


def outline_as_json(outline: Outline) -> dict[str, object]:
    """Return an outline as the values that ``outline --json`` prints; lines are 1-based."""
    return {
        "title": outline.title,
        "weeks": [{"number": week.number, "title": week.title} for week in outline.weeks],
        "items": [_item_as_json(outline, item) for item in outline.items],
    }


def _item_as_json(outline: Outline, item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "parent": item.parent,
        "kind": item.kind.value,
        "title": item.title,
        "week": item.week,
        "line": item.line,
        "leaf": outline.is_leaf(item.id),
        "state": item.state.value,
        "link": item.link,
    }


# export


def _export(chosen: "argparse.Namespace") -> None:
    name = next(name for name in _WRITERS if getattr(chosen, name) is not None)
    if chosen.all and name != "json":
        raise Problem(_NOT_ALL, format=name)
    target = getattr(chosen, name)
    _spare_courses(chosen, target)
    _WRITERS[name](chosen, target)
    print(target.resolve())


def _spare_courses(chosen: "argparse.Namespace", target: Path) -> None:
    """Raise Problem where the file to be written is that of a course."""
    from coursetracker.library.database import DATABASE, open_database  # noqa: PLC0415
    from coursetracker.library.sparing import spare_courses, spare_file  # noqa: PLC0415

    if chosen.course:
        spare_file(Path(chosen.course), target)
    folder = chosen.data_dir or data_folder()
    if (folder / DATABASE).exists():
        with closing(open_database(folder)) as db:
            spare_courses(db, target)


_NOT_ALL = QT_TRANSLATE_NOOP(
    "Problem",
    "The whole library cannot be written as {format}. Use --json, or --course instead of --all.",
)


def _write_pdf(chosen: "argparse.Namespace", target: Path) -> None:
    from coursetracker.export.pdf import write_pdf  # noqa: PLC0415
    from coursetracker.export.report import ReportFacts, report  # noqa: PLC0415
    from coursetracker.ui.language import system_language  # noqa: PLC0415

    found = _find_progress(chosen)
    facts = ReportFacts(
        course=found.title or found.progress.outline.title,
        source=found.source,
        learner=found.learner,
        today=_today(),
        language=chosen.lang or system_language(),
        lost=found.lost if chosen.lost else (),
        rules=found.rules,
        due=found.due,
    )
    made = report(found.progress, facts, _speak(chosen, "Report"))
    if chosen.notes:
        made = _with_notes(made, found, chosen)
    replaced = write_pdf(made, target, _unheard)
    if replaced:
        say = _speak(chosen, "Command line")
        sentence = QT_TRANSLATE_NOOP(
            "Command line", "No font here can show these characters, left out: {characters}"
        )
        print(say(sentence).format(characters=" ".join(replaced)), file=sys.stderr)


def _with_notes(made: "Report", found: "_Found", chosen: "argparse.Namespace") -> "Report":
    from coursetracker.export.appendix import appendix, noted  # noqa: PLC0415
    from coursetracker.ui.formulas import attempt  # noqa: PLC0415  it knows nothing of Qt

    lost = found.lost if chosen.lost else ()
    entries = appendix(noted(found.progress.outline, found.notes, lost), attempt)
    return replace(made, notes=entries)


def _write_csv(chosen: "argparse.Namespace", target: Path) -> None:
    from coursetracker.export.table import table  # noqa: PLC0415
    from coursetracker.export.writing import write_file  # noqa: PLC0415

    found = _find_progress(chosen)
    write_file(target, lambda: table(found.progress, found.rules, found.due, found.notes), _unheard)


def _write_markdown(chosen: "argparse.Namespace", target: Path) -> None:
    from coursetracker.export.tasks import TaskFacts, tasks  # noqa: PLC0415
    from coursetracker.export.writing import write_file  # noqa: PLC0415

    found = _find_progress(chosen)
    title = found.title or found.progress.outline.title
    facts = TaskFacts(title, _today(), found.rules, found.notes)
    text = tasks(found.progress, facts, _speak(chosen, "Report"))
    write_file(target, text.encode, _unheard)


def _write_calendar(chosen: "argparse.Namespace", target: Path) -> None:
    from coursetracker.export.calendar import CalendarFacts, calendar  # noqa: PLC0415
    from coursetracker.export.writing import write_file  # noqa: PLC0415

    found = _find_progress(chosen)
    title = found.title or found.progress.outline.title
    now = datetime.now().astimezone()
    facts = CalendarFacts(title, now, found.due, found.uids, found.rules)
    content = calendar(found.progress, facts, _speak(chosen, "Report"))
    write_file(target, lambda: content, _unheard)


def _write_json(chosen: "argparse.Namespace", target: Path) -> None:
    from coursetracker.export.writing import write_file  # noqa: PLC0415
    from coursetracker.library.exchange.importing import exported  # noqa: PLC0415

    with _whole_course(chosen) as (db, course_id):
        write_file(target, lambda: exported(db, course_id).encode(), _unheard)


_WRITERS: "Mapping[str, Callable[[argparse.Namespace, Path], None]]" = {
    "pdf": _write_pdf,
    "csv": _write_csv,
    "json": _write_json,
    "markdown": _write_markdown,
    "ics": _write_calendar,
}


def _today() -> date:
    return datetime.now().astimezone().date()


def _unheard(_done: int, _total: int) -> None:
    """Let nobody be told how far it is."""


@contextmanager
def _whole_course(chosen: "argparse.Namespace") -> "Iterator[tuple[Connection, int | None]]":
    """Open the library and find the course to export; None stands for all of them.

    A file that is not in the library is read into one that is there for the moment only.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from coursetracker.library.courses import CourseKind, add_course  # noqa: PLC0415
    from coursetracker.library.database import DATABASE, open_database  # noqa: PLC0415
    from coursetracker.library.folders import read_any  # noqa: PLC0415

    folder = chosen.data_dir or data_folder()
    if (folder / DATABASE).exists():
        with closing(open_database(folder)) as db:
            course_id = None if chosen.all else _wanted_course(db, chosen.course)
            if chosen.all or course_id is not None:
                yield db, course_id
                return
    with TemporaryDirectory() as name, closing(open_database(Path(name))) as db:
        course_id = None
        if not chosen.all:
            source = read_any(_unkept_file(chosen.course))
            outline = _read_outline(source.path)
            kind = CourseKind.FOLDER if source.is_folder else CourseKind.FILE
            course_id = add_course(
                db, source, outline, kind=kind, at=datetime.now().astimezone()
            ).id
        yield db, course_id


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to report: `source` is the name of the course's file.

    `title` is what the learner calls the course, where the library knows of it.
    """

    progress: Progress
    source: str
    learner: str = ""
    lost: Sequence[LostItem] = ()
    title: str = ""
    notes: Mapping[int, str] = field(default_factory=dict)
    rules: Rules = USUAL
    due: Mapping[int, date] = field(default_factory=dict)
    uids: Mapping[int, str] = field(default_factory=dict)


def _find_progress(chosen: "argparse.Namespace") -> _Found:
    """Return the progress to export, with what is lost where the library knows of it.

    A file that is not in the library is read without being added to it.
    """
    from coursetracker.library import courses, lost, notes, settings  # noqa: PLC0415
    from coursetracker.library.database import DATABASE, open_database  # noqa: PLC0415
    from coursetracker.progress.arrangement import arranged  # noqa: PLC0415
    from coursetracker.progress.schedule import PLAN, due_dates, plan_of  # noqa: PLC0415

    folder = chosen.data_dir or data_folder()
    if not (folder / DATABASE).exists():
        return _Found(*_unkept_progress(chosen.course))
    with closing(open_database(folder)) as db:
        learner = settings.setting(db, "learner") or ""
        course_id = _wanted_course(db, chosen.course)
        if course_id is None:
            return _Found(*_unkept_progress(chosen.course), learner)
        course = courses.load_course(db, course_id)
        progress = Progress.of(arranged(course.outline, course.standings), course.standings)
        what_is_lost = lost.lost_items(db, course_id)
        kept = notes.notes(db, course_id)
        setting = partial(settings.course_setting, db, course_id)
        return _Found(
            progress=progress,
            source=course.source.name,
            learner=learner,
            lost=what_is_lost,
            title=course.title,
            notes=kept,
            rules=Rules.of(setting(COUNTING), setting(TARGET)),
            due=due_dates(progress, plan_of(setting(PLAN))),
            uids=courses.item_uids(db, course_id),
        )


def _wanted_course(db: "Connection", wanted: str | None) -> int | None:
    """Return the library's course that is meant: by file, by title, or the last one opened."""
    from coursetracker.library import courses  # noqa: PLC0415

    entries = courses.recent_courses(db, archived=wanted is not None)
    if wanted is None:
        return entries[0].id if entries else None
    same = (entry.id for entry in entries if entry.title.casefold() == wanted.casefold())
    titled = next(same, None)
    if titled is None and _is_there(wanted):
        return courses.find_course(db, Path(wanted))
    return titled


def _is_there(name: str | Path) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # no file can have such a name
        return False


def _unkept_progress(wanted: str | None) -> tuple[Progress, str]:
    """Return the progress that a file itself marks; without a file, that of the bundled course."""
    path = _unkept_file(wanted)
    outline = _read_outline(path)
    marked = {
        i.id: Standing(state=i.state) for i in outline.items if i.state is not State.NOT_STARTED
    }
    return Progress.of(outline, marked), path.name


def _unkept_file(wanted: str | None) -> Path:
    path = Path(wanted) if wanted is not None else resources.bundled_course()
    if not _is_there(path):
        sentence = QT_TRANSLATE_NOOP(
            "Problem",
            "There is no course “{name}” in the library, and no such file. Check the name.",
        )
        raise Problem(sentence, name=wanted)
    return path


# import


def _import(chosen: "argparse.Namespace") -> None:
    from coursetracker.library.database import open_database  # noqa: PLC0415
    from coursetracker.library.exchange.checking import read_export  # noqa: PLC0415
    from coursetracker.library.exchange.importing import import_all, summary  # noqa: PLC0415
    from coursetracker.ui.summing import sentences  # noqa: PLC0415

    document = read_export(chosen.file)
    with closing(open_database(chosen.data_dir or data_folder())) as db:
        told = summary(db, document) if chosen.dry_run else import_all(db, document).summary
    _speak(chosen, "")
    print("\n".join(sentences(told)))
