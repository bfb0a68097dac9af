"""Exporting progress: asked for, written beside the window, then offered to open."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coursetracker.ui import words
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.language import speaker, spoken_language
from coursetracker.ui.notice import NoticeBar
from coursetracker.ui.session import Session
from coursetracker.ui.working import Working

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coursetracker.export.appendix import Noted, NoteEntry
    from coursetracker.export.report import Report
    from coursetracker.markdown.mathematics import Formula


Make = Callable[[], bytes]
"""Makes the content of a file; may run in any thread."""


class Exporting(QObject):
    """Writes the progress in the open course, or in all of them, to a file; one at a time."""

    refused = Signal(object)  # Exception
    written = Signal(object)  # Path

    def __init__(
        self, session: Session, notice: NoticeBar, working: Working, window: "QWidget"
    ) -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._working = working
        self._window = window
        self._job: Job | None = None

    def ask(self) -> None:
        """Ask where to, and at the first time for the learner's name, then write."""
        if self._session.course is None or self._job is not None:
            return
        if self._session.learner() is None and not self.ask_name():
            return
        target = self._target("pdf", self.tr("Export progress as PDF"), self.tr("PDF (*.pdf)"))
        wanted = self._wanted_parts() if target is not None else None
        if target is not None and wanted is not None:
            self.write(target, with_lost="lost" in wanted, with_notes="notes" in wanted)

    def ask_table(self) -> None:
        """Ask where to, and write a table for spreadsheets."""
        kinds = self.tr("CSV (*.csv)")
        self._ask("csv", self.tr("Export progress as CSV"), kinds, self._table)

    def ask_tasks(self) -> None:
        """Ask where to, and write the outline as a list of tasks."""
        kinds = self.tr("Markdown (*.md)")
        self._ask("md", self.tr("Export progress as Markdown"), kinds, self._tasks)

    def ask_calendar(self) -> None:
        """Ask where to, and write when what is due. Raises Problem where nothing is."""
        kinds = self.tr("Calendars (*.ics)")
        self._ask("ics", self.tr("Export due dates for calendars"), kinds, self._calendar)

    def ask_course(self) -> None:
        """Ask where to, and write all of the course, to be imported again."""
        course = self._session.course
        number = course.id if course is not None else None
        kinds = self.tr("JSON (*.json)")
        self._ask("json", self.tr("Export progress as JSON"), kinds, partial(self._json, number))

    def ask_library(self) -> None:
        """Ask where to, and write all courses and what belongs to no course."""
        self._session.settling.emit()
        name = self.tr("All my courses")
        title, kinds = self.tr("Export all courses as JSON"), self.tr("JSON (*.json)")
        target = self._target("json", title, kinds, name)
        if target is not None:
            self.write_file(target, self._json(None))

    def _ask(self, suffix: str, title: str, kinds: str, make: Callable[[], Make]) -> None:
        if self._session.course is not None and self._job is None:
            self._session.settling.emit()
            made = make()  # what cannot be made is refused before a place is asked for
            target = self._target(suffix, title, kinds)
            if target is not None:
                self.write_file(target, made)

    def _target(self, suffix: str, title: str, kinds: str, name: str = "") -> Path | None:
        """Ask for the file to write, and whether it may be replaced; None for none.

        Raises Problem where it belongs to a course.
        """
        from PySide6.QtCore import QDir, QStandardPaths  # noqa: PLC0415  not needed to start
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = folder if Path(folder).is_dir() else QDir.homePath()
        course = self._session.course
        name = name or (course.title if course is not None else "")
        suggested = str(Path(folder) / f"{_file_name(name)}.{suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, suggested, kinds)
        whole = chosen.lower().endswith(f".{suffix}")
        target = Path(chosen) if whole else Path(f"{chosen}.{suffix}")
        if not chosen or not (whole or self._may_replace(target)):
            return None
        self._session.spare_courses(target)
        return target

    def _table(self) -> Make:
        from coursetracker.export.table import table  # noqa: PLC0415  not needed to start

        session = self._session
        assert session.progress is not None  # noqa: S101
        rules, due = session.grades.rules(), session.planning.due_dates()
        return partial(table, session.progress, rules, due, session.notes.all())

    def _tasks(self) -> Make:
        from coursetracker.export.tasks import TaskFacts, tasks  # noqa: PLC0415  not needed to start

        session = self._session
        assert session.course is not None  # noqa: S101
        assert session.progress is not None  # noqa: S101
        title, rules, notes = session.course.title, session.grades.rules(), session.notes.all()
        facts = TaskFacts(title, session.today(), rules, notes)
        return tasks(session.progress, facts, speaker("Report")).encode

    def _calendar(self) -> Make:
        content = self._session.planning.calendar(speaker("Report"))
        return lambda: content

    def _json(self, course_id: int | None) -> Make:
        from coursetracker.ui.session.exchange import exported  # noqa: PLC0415  rarely needed

        return partial(exported, self._session.folder, course_id)

    def _may_replace(self, target: Path) -> bool:
        """Ask before a file is replaced that the dialog has not asked about."""
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  not needed to start

        if not target.exists():
            return True
        question = self.tr("{name} already exists. Replace it?").format(name=target.name)
        answer = QMessageBox.question(
            self._window, self.tr("Replace the file?"), words.verbatim(question)
        )
        return answer == QMessageBox.StandardButton.Yes

    def _wanted_parts(self) -> frozenset[str] | None:
        """Ask for parts that are not always wanted, where there are any; None calls it off."""
        self._session.settling.emit()
        parts: dict[str, str] = {}
        if self._session.lost():
            parts["lost"] = self.tr("Lost & found: lessons that have no place any more")
        if self._session.notes.all():
            parts["notes"] = self.tr("Your notes")
        if not parts:
            return frozenset()
        from coursetracker.ui.report_parts import ReportParts  # noqa: PLC0415  not needed to start

        return ReportParts(parts, self._window).chosen()

    def ask_name(self) -> bool:
        """Ask for the learner's name; return False where the learner thought better of it."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415  not needed to start

        name, agreed = QInputDialog.getText(
            self._window,
            self.tr("Your name"),
            self.tr("Your name, as the report shows it (may be left empty):"),
            text=self._session.learner() or "",
        )
        if agreed:
            self._session.name_learner(name)
        return agreed

    def write(self, target: Path, *, with_lost: bool = False, with_notes: bool = False) -> None:
        """Write the report to a file, in a job that can be cancelled."""
        say = speaker("Report")
        report = self._session.report(spoken_language(), say, with_lost=with_lost)
        notes: tuple[Noted, ...] = ()
        if with_notes:
            notes = self._session.notes.to_report(self._session.lost() if with_lost else ())
        work = partial(_write, report, notes, target)
        self._start(target, work, self.tr("Writing the report…"))

    def write_file(self, target: Path, make: Make) -> None:
        """Write what is made to a file, in a job that can be cancelled."""
        name = self.tr("Writing {name}…").format(name=target.name)
        self._start(target, partial(_write_made, make, target), name)

    def _start(self, target: Path, work: Callable[[Tick], object], name: str) -> None:
        self._job = Job(work, self)
        self._job.succeeded.connect(partial(self._announce, target))
        self._job.failed.connect(self.refused)
        self._job.finished.connect(self._forget)
        self._working.begin(name, self._job)
        self._job.start()

    @property
    def is_busy(self) -> bool:
        """Whether something is being made or read."""
        return self._job is not None

    def stop(self) -> None:
        """Give up what is being written and wait for it to be gone."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _announce(self, target: Path, replaced: tuple[str, ...]) -> None:
        from PySide6.QtCore import QDir  # noqa: PLC0415  not needed to start

        sentence = self.tr("Your progress is in {path}.")
        if target.suffix == ".pdf":
            sentence = self.tr("The report is in {path}.")
        sentence = sentence.format(path=QDir.toNativeSeparators(str(target)))
        if replaced:
            more = self.tr("No font here can show these characters, left out: {characters}")
            sentence = f"{sentence} {more.format(characters=' '.join(replaced))}"
        choices = [
            (self.tr("Open"), partial(_show_to_system, target)),
            (self.tr("Show in folder"), partial(_show_to_system, target.parent)),
        ]
        self._notice.tell(sentence, choices)
        self.written.emit(target)

    def _forget(self) -> None:
        self._job = None


def _write(
    report: "Report", notes: "tuple[Noted, ...]", target: Path, tick: Tick
) -> tuple[str, ...]:
    from coursetracker.export.pdf import write_pdf  # noqa: PLC0415  only who exports waits for it

    if notes:
        report = replace(report, notes=_drawn(notes, tick))
    return write_pdf(report, target, tick)


def _drawn(notes: "tuple[Noted, ...]", tick: Tick) -> "tuple[NoteEntry, ...]":
    """Return notes ready to be printed; before each of their formulas one may think better."""
    from coursetracker.export.appendix import appendix  # noqa: PLC0415
    from coursetracker.ui.formulas import Drawing, draw_alone  # noqa: PLC0415

    def draw(formula: "Formula") -> Drawing | None:
        tick(0, 1)
        return draw_alone(formula)

    return appendix(notes, draw)


def _write_made(make: Make, target: Path, tick: Tick) -> tuple[str, ...]:
    from coursetracker.export.writing import write_file  # noqa: PLC0415  only who exports waits

    write_file(target, make, tick)
    return ()


def _show_to_system(path: Path) -> bool:
    from PySide6.QtCore import QUrl  # noqa: PLC0415  not needed to start
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _file_name(title: str) -> str:
    """Return a title without what file names cannot hold, at most 80 characters."""
    kept = "".join(c if c.isalnum() or c in " -_.()" else " " for c in title)
    return " ".join(kept.split())[:80].strip(" .") or "progress"
