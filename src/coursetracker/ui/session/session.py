"""The one door between the window and the library.

Change flows one way: a view asks the session; the session records it in the library, in one
transaction; only then does it hold the new values and say so by a signal.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coursetracker import resources
from coursetracker.course.outline import Item, Outline, State
from coursetracker.library import courses, lost, record, settings, updates
from coursetracker.library.courses import Course, CourseEntry, CourseKind, Place
from coursetracker.library.database import Connection, folder_of
from coursetracker.library.record import Recorded
from coursetracker.library.sources import Source, Translation
from coursetracker.library.sparing import spare_courses
from coursetracker.library.transactions import transaction
from coursetracker.library.updates import Before
from coursetracker.problems import QT_TRANSLATE_NOOP, Outdated, Problem, Say
from coursetracker.progress.arrangement import ARRANGING, arranged, as_written, is_arranged
from coursetracker.progress.lost import LostItem
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Change, EventKind, Standing
from coursetracker.ui.history import History, Step
from coursetracker.ui.session.backups import Backups
from coursetracker.ui.session.elsewhere import Elsewhere
from coursetracker.ui.session.grades import Grades
from coursetracker.ui.session.marks import Marks
from coursetracker.ui.session.notes import Notes
from coursetracker.ui.session.planning import Planning
from coursetracker.ui.session.reading import Prepared, Reading, is_much, read_course
from coursetracker.ui.session.shelf import Shelf
from coursetracker.ui.session.studying import Studying

if TYPE_CHECKING:
    from coursetracker.course.changes import Edition, Update
    from coursetracker.export.report import Report
    from coursetracker.ui.reading import Pages
    from coursetracker.ui.session.exchange import Exchange
    from coursetracker.ui.session.past import Past
    from coursetracker.ui.sheets import Sheets

Clock = Callable[[], datetime]
LEARNER = "learner"
TRANSLATIONS = "translations"
BY_ITSELF = "update by itself"
_SET_OTHERWISE = QT_TRANSLATE_NOOP(
    "Problem",
    "This setting was changed in another window in the meantime, so it was left as it is.",
)


def local_time() -> datetime:
    """Return the time now, in the learner's own time zone."""
    return datetime.now().astimezone()


class Session(QObject):
    """The course that is open, what is true of it, and all that can be done to it."""

    leaving = Signal()  # the open course, for another one
    settling = Signal()  # what is being typed is to be kept now, as something follows that needs it
    course_opened = Signal(object)  # Course
    admitted = Signal(object)  # Course: open for the first time
    course_closed = Signal()  # none is open any more
    ended = Signal()  # the library is closed: nothing may be asked any more
    progress_changed = Signal(object, object)  # Progress, frozenset of the ids that changed
    history_changed = Signal()
    updated = Signal(object)  # Course: the open one, with another text or other lessons
    rearranged = Signal(object)  # Course: the open one, with an outline of the learner's
    lost_changed = Signal()
    noticed = Signal(object)  # Problem: something to know about how a file was read
    setting_changed = Signal(str)  # name of a setting of the open course

    def __init__(
        self, db: Connection, clock: Clock = local_time, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._db = db
        self._clock = clock
        self.shelf = Shelf(db, self)
        self.grades = Grades(self)
        self.notes = Notes(db, self)
        self.marks = Marks(db, self)
        self.planning = Planning(db, self)
        self.studying = Studying(db, self)
        self.backups = Backups(db)
        self.elsewhere = Elsewhere(db, self)
        self.course: Course | None = None
        self._authored = Outline("", ())
        self._pages: Pages | Sheets | None = None
        self.progress: Progress | None = None
        self._histories: dict[int, History] = {}
        self._history = History()

    # Opening

    def open_last(self) -> None:
        """Open the course that was open last, or the bundled one at a first start.

        None is opened where the learner has put all of them away.
        """
        last = self.last_course()
        if last is not None:
            self.open_course(last)
        elif self.is_unused():
            self.open_bundled()

    def last_course(self) -> int | None:
        """Return the id of the course that was opened last, if there is one on the shelf."""
        recent = courses.recent_courses(self._db)
        return recent[0].id if recent else None

    def is_unused(self) -> bool:
        """Return whether no course was ever taken in."""
        return courses.is_unused(self._db)

    def open_bundled(self) -> None:
        """Open the course that comes with the program."""
        self.admit(read_course(resources.bundled_course()), CourseKind.BUNDLED)

    def known(self, path: Path) -> int | None:
        """Return the id of the course that was opened from this file before, if any."""
        return courses.find_course(self._db, path)

    def spare_courses(self, target: Path) -> None:
        """Raise Problem where a file that is to be written belongs to a course."""
        spare_courses(self._db, target)

    def admit(self, reading: Reading, kind: CourseKind | None = None) -> None:
        """Open a course that has just been read, adding it where the library has none of it."""
        known = courses.find_course(self._db, reading.source.path)
        kind = kind or (CourseKind.FOLDER if reading.source.is_folder else CourseKind.FILE)
        if known is None:
            if self.course is not None:
                self.leaving.emit()
            course = courses.add_course(
                self._db, reading.source, reading.outline, kind=kind, at=self._clock()
            )
            self._show(course)
            self._welcome(course, reading.source)
        else:
            self.open_course(known)

    def _welcome(self, course: Course, source: Source) -> None:
        """Tell what is to be known of a course that is open for the first time."""
        if source.translations:
            found = [[each.language, str(each.path)] for each in source.translations]
            self.set_setting(TRANSLATIONS, json.dumps(found))
        self.admitted.emit(course)
        if source.notice is not None:
            self.noticed.emit(source.notice)

    def translations(self) -> Sequence[Translation]:
        """Return where the open course stands in other languages, as found when it was new."""
        kept = None if self.course is None else self.setting(TRANSLATIONS)
        return [Translation(code, Path(path)) for code, path in json.loads(kept or "[]")]

    def open_course(self, course_id: int) -> None:
        """Open a course of the library; its file need not be there any more."""
        if self.course is not None:
            self.leaving.emit()
        self._show(courses.load_course(self._db, course_id))
        self._note_opened()

    def open_prepared(self, prepared: Prepared) -> None:
        """Open a course that was made ready beside the window."""
        if self.course is not None:
            self.leaving.emit()
        self._pages = prepared.pages
        self._show(prepared.course, prepared.progress)
        self._note_opened()
        if prepared.source is not None:
            self._welcome(prepared.course, prepared.source)

    def is_large(self, course_id: int) -> bool:
        """Return whether a course of the library is better made ready beside the window."""
        items = courses.count_items(self._db, course_id)
        return is_much(items, courses.course_text(self._db, course_id))

    @property
    def folder(self) -> Path:
        """The folder of the library."""
        return folder_of(self._db)

    def now(self) -> datetime:
        """Return the time, in the learner's own time zone."""
        return self._clock()

    def take_pages(self) -> "Pages | Sheets | None":
        """Return the pages of the open course where they were made ready; only once."""
        pages, self._pages = self._pages, None
        return pages

    def _note_opened(self) -> None:
        assert self.course is not None  # noqa: S101
        try:
            courses.opened(self._db, self.course.id, self._clock())
        except Problem as problem:  # the course is open; only the list of recent ones is not new
            self.noticed.emit(problem)

    def _show(self, course: Course, progress: Progress | None = None) -> None:
        course = self._arrange(course, progress)
        self._history = self._histories.setdefault(course.id, History())
        self.elsewhere.begin(course)
        self.course_opened.emit(course)
        self.history_changed.emit()
        self.notes.settle_left()

    def _arrange(self, course: Course, progress: Progress | None = None) -> Course:
        """Hold a course as the learner has arranged it, and how its author wrote it."""
        self._authored = course.outline
        if progress is None:
            outline = arranged(course.outline, course.standings)
            progress = Progress.of(outline, course.standings)
        self.progress = progress
        self.course = replace(course, outline=progress.outline)
        return self.course

    def text(self) -> str:
        """Return the Markdown of the open course as the learner accepted it."""
        assert self.course is not None  # noqa: S101
        return courses.course_text(self._db, self.course.id)

    def recent(self) -> Sequence[CourseEntry]:
        """Return the courses of the library, the last opened first."""
        return courses.recent_courses(self._db)

    def keep_place(self, item: int | None, scroll: float) -> None:
        """Remember where the learner is in the open course."""
        if self.course is not None:
            self.course = replace(self.course, place=Place(item, scroll))
            courses.keep_place(self._db, self.course.id, self.course.place)

    def reopen(self, uid: str | None) -> None:
        """Open a course by its name (uid), or the last one, as another library has it.

        What was done in other courses cannot be taken back any more; of the open one it can, once
        this change of the library is.
        """
        history, self.course = self._history, None
        self._histories.clear()
        self.elsewhere.begin_anew()
        course_id = courses.course_named(self._db, uid)
        if course_id is None:
            course_id = next((each.id for each in self.recent()), None)
        if course_id is None:
            self.be_without()
            return
        self._histories[course_id] = history
        self._show(courses.load_course(self._db, course_id))

    def remember(self, step: Step) -> None:
        """Let something that was done beside the session be taken back with all else."""
        self._history.did(step)
        self.history_changed.emit()

    # Where the shelf has to do with the open course

    def renew(self, course_id: int) -> None:
        """Show the open course as it is kept now, if it is this one."""
        if self.course is not None and self.course.id == course_id:
            self._show_updated(courses.load_course(self._db, course_id))

    def leave(self, course_id: int) -> bool:
        """Keep the place in the open course, if it is this one, and return whether it is."""
        is_open = self.course is not None and self.course.id == course_id
        if is_open:
            self.leaving.emit()
        return is_open

    def be_without(self) -> None:
        """Have no course open any more."""
        self.course, self.progress, self._history = None, None, History()
        self.course_closed.emit()
        self.history_changed.emit()

    # Marking

    def toggle(self, item_id: int) -> None:
        """Tick an item, or untick it where all that counts under it is done."""
        self.marks.toggle([item_id])

    def mark(self, item_id: int, state: State) -> None:
        """Set the state of a leaf, or of what hangs under an item.

        Raises Problem where it cannot be kept; nothing has changed then.
        """
        self.marks.set_state([item_id], state)

    def set_score(self, item_id: int, score: float | None) -> None:
        """Have an attempt of today with this score in percent; None forgets the one that counts."""
        words = self.tr("score of “{title}”").format(title=self._title(item_id))
        self.grades.set_score(item_id, score, words)

    def _title(self, item_id: int) -> str:
        assert self.progress is not None  # noqa: S101
        return self.progress.outline.item(item_id).title

    def confirm(self, items: Sequence[Item]) -> None:
        """Say that lessons that have changed are still done."""
        changes = [
            Change(item.id, EventKind.STILL_DONE, {"body": item.body_sha256}) for item in items
        ]
        if len(items) == 1:
            words = self.tr("“{title}” is still done").format(title=items[0].title)
        else:
            words = self.tr("%Ln lessons are still done", "", len(items))
        self.act(changes, words)

    def act(
        self, changes: Sequence[Change], words: str, wanted: Mapping[str, str | None] | None = None
    ) -> None:
        """Record changes, and keep settings of the open course, as one step with words for it.

        Raises Problem where it cannot be kept; nothing has changed then.
        """
        wanted = wanted or {}
        before = {name: self.setting(name) for name in wanted}
        before = {name: value for name, value in before.items() if value != wanted[name]}
        if not changes and not before:
            return
        self.elsewhere.expect_same()
        with transaction(self._db):
            recorded = record.record(self._db, changes, self._clock()) if changes else None
            self._keep({name: wanted[name] for name in before})
        self.did(recorded, words, before)

    def did(
        self,
        recorded: Recorded | None,
        words: str,
        before: Mapping[str, str | None] = MappingProxyType({}),
    ) -> None:
        """Show what is kept, and let it be undone by these words.

        That is an action, or settings of the course that were otherwise before, or both.
        """
        self._history.did(self._step(recorded, words, before))
        self._tell(recorded, before)

    def happened(self, recorded: Recorded) -> None:
        """Show an action that is kept and that came by itself, so that Undo passes it over."""
        self.show_standings(recorded.standings)

    def _step(
        self, recorded: Recorded | None, words: str, before: Mapping[str, str | None]
    ) -> Step:
        """Return the step whose undoing takes back an action, and settings to what they were."""
        action = None if recorded is None else recorded.action
        if action is not None:
            self.elsewhere.own = action
        after = {name: self.setting(name) for name in before}
        return Step(words, partial(self._take_back, action, words, before, after))

    def _take_back(
        self,
        action: str | None,
        words: str,
        settings_then: Mapping[str, str | None],
        settings_now: Mapping[str, str | None],
    ) -> Step:
        now = {name: self.setting(name) for name in settings_then}
        if now != settings_now:
            raise Outdated(_SET_OTHERWISE)
        with transaction(self._db):
            recorded = record.undo(self._db, action, self._clock()) if action else None
            self._keep(settings_then)
        self._tell(recorded, now)
        return self._step(recorded, words, now)

    def _keep(self, values: Mapping[str, str | None]) -> None:
        assert self.course is not None  # noqa: S101
        for name, value in values.items():
            settings.keep_course_setting(self._db, self.course.id, name, value)

    def _tell(self, recorded: Recorded | None, names: Iterable[str]) -> None:
        """Say what is other now: settings of the course first, then standings."""
        for name in names:
            self.setting_changed.emit(name)
        if recorded is None:
            self.history_changed.emit()
        else:
            self.show_standings(recorded.standings)

    def show_standings(self, standings: dict[int, Standing]) -> None:
        """Show new standings; those of lessons that have left the course are shown elsewhere."""
        assert self.course is not None  # noqa: S101
        assert self.progress is not None  # noqa: S101
        if any(_rearranges(self.progress.standing(i), now) for i, now in standings.items()):
            self._rearrange(standings)
            return
        outline = self.progress.outline
        here = {item: standing for item, standing in standings.items() if item in outline}
        self.progress = self.progress.changed(here)
        self.progress_changed.emit(self.progress, frozenset(here))
        if len(here) < len(standings):
            self.lost_changed.emit()
        self.history_changed.emit()

    def _rearrange(self, standings: dict[int, Standing]) -> None:
        assert self.course is not None  # noqa: S101
        assert self.progress is not None  # noqa: S101
        known = {**self.progress.standings, **standings}
        course = replace(self.course, outline=self._authored, standings=known)
        self.rearranged.emit(self._arrange(course))
        self.history_changed.emit()

    # Arranging

    def arrange(self, items: Sequence[int], kind: EventKind, value: object, words: str) -> None:
        """Have items another way than their author; None has them as they were written."""
        self.act([Change(item, kind, {kind.value: value}) for item in items], words)

    def as_written(self, items: Sequence[int], words: str) -> None:
        """Have items as their author wrote them."""
        assert self.progress is not None  # noqa: S101
        changes = [
            Change(item, kind, {kind.value: None})
            for item in items
            for kind in as_written(self.progress.standing(item))
        ]
        self.act(changes, words)

    def noted(self) -> frozenset[int]:
        """Return the items of the open course that have a note."""
        return frozenset() if self.course is None else courses.noted(self._db, self.course.id)

    def authored_title(self, item_id: int) -> str:
        """Return what the author calls an item."""
        return self._authored.item(item_id).title

    def arranged_items(self) -> Sequence[int]:
        """Return the items that the learner has otherwise than the author, hidden ones too."""
        if self.progress is None:
            return ()
        here = self.progress.standings.items()
        return [i for i, standing in here if i in self._authored and is_arranged(standing)]

    def hidden_items(self) -> Sequence[Item]:
        """Return the items that the learner has hidden, by the titles that the author gave."""
        return [
            self._authored.item(i)
            for i in self.arranged_items()
            if self.progress is not None and self.progress.standing(i).hidden
        ]

    # Taking back

    def undo_words(self) -> str | None:
        """Return what undo would take back, in words, or None."""
        return self._history.undo_words()

    def redo_words(self) -> str | None:
        """Return what redo would do again, in words, or None."""
        return self._history.redo_words()

    def undo(self) -> None:
        """Take the last action back. Raises Problem where that cannot be kept."""
        self._step_through(self._history.undo)

    def redo(self) -> None:
        """Do again what was taken back last. Raises Problem where that cannot be kept."""
        self._step_through(self._history.redo)

    def _step_through(self, step: Callable[[], None]) -> None:
        self.settling.emit()
        self.elsewhere.catch_up()
        try:
            step()
        finally:  # what can never be taken back any more is not offered again
            self.history_changed.emit()

    # Updating

    def before_update(self) -> Before:
        """Return what an update of the open course starts from."""
        assert self.course is not None  # noqa: S101
        return updates.before(self._db, replace(self.course, outline=self._authored))

    def updates_by_itself(self) -> bool:
        """Return whether updates that leave no question are to be applied without one."""
        return settings.setting(self._db, BY_ITSELF) == "yes"

    def update_by_itself(self, wanted: bool) -> None:  # noqa: FBT001
        """Keep whether updates that leave no question are to be applied without one."""
        settings.keep_setting(self._db, BY_ITSELF, "yes" if wanted else "no")

    def loads_pictures(self) -> bool:
        """Return whether the open course may load its pictures from the web."""
        return self.course is not None and settings.setting(self._db, self._pictures) == "yes"

    def load_pictures(self, wanted: bool) -> None:  # noqa: FBT001
        """Keep whether the open course may load its pictures from the web."""
        settings.keep_setting(self._db, self._pictures, "yes" if wanted else "no")

    @property
    def _pictures(self) -> str:
        assert self.course is not None  # noqa: S101
        return f"pictures of {self.course.uid}"

    def likely_course(self, outline: Outline) -> CourseEntry | None:
        """Return the course of the library that an outline looks like a newer version of."""
        return courses.likely_course(self._db, outline)

    def update(self, started: Before, update: "Update", source: Source) -> None:
        """Make the open course be as an update says.

        Raises Problem where it cannot be kept; nothing has changed then.
        """
        self._update(started, update, source, self._update_words())

    def reread(self, started: Before, update: "Update") -> None:
        """Make the open course be as its text reads with other choices.

        Raises Problem where it cannot be kept; nothing has changed then.
        """
        course = started.course
        source = Source(course.source, started.text, course.sha256)
        self._update(started, update, source, self.tr("change of how lessons are found"))

    def _update(self, started: Before, update: "Update", source: Source, words: str) -> None:
        self.settling.emit()
        course = updates.apply_update(self._db, started, update, source, self._clock())
        self._history.did(Step(words, partial(self._take_update_back, words, course.revision)))
        self._show_updated(course)

    def _update_words(self) -> str:
        return self.tr("update of the course")

    @property
    def can_take_update_back(self) -> bool:
        """Whether the open course was ever updated, and that can be taken back."""
        return self.course is not None and self.course.updates is not None

    def was_taken_back(self, sha256: str) -> bool:
        """Return whether the open course was updated to this text, and taken back from it."""
        return self.course is not None and sha256 in updates.taken_back(self._db, self.course.id)

    def take_update_back(self) -> None:
        """Take the last update back, even one from before the program started."""
        assert self.course is not None  # noqa: S101
        self.settling.emit()
        step = self._take_update_back(self._update_words(), self.course.revision)
        self._history.forget()  # what was done between might speak of lessons that are gone now
        self._history.undone.append(step)
        self.history_changed.emit()

    def _take_update_back(self, words: str, revision: int) -> Step:
        assert self.course is not None  # noqa: S101
        course, at = self.course.id, self._clock()
        self._show_updated(updates.take_back(self._db, course, at, leaving=revision))
        return Step(words, partial(self._update_again, words, revision))

    def _update_again(self, words: str, revision: int) -> Step:
        assert self.course is not None  # noqa: S101
        course, at = self.course.id, self._clock()
        self._show_updated(updates.apply_again(self._db, course, at, to=revision))
        return Step(words, partial(self._take_update_back, words, revision))

    def _show_updated(self, course: Course) -> None:
        self.updated.emit(self._arrange(course))
        self.history_changed.emit()

    def said_when_done(self, item: Item) -> str | None:
        """Return what a lesson said when the learner finished it, where that is known."""
        assert self.course is not None  # noqa: S101
        assert self.progress is not None  # noqa: S101
        finished_with = self.progress.standing(item.id).done_body_sha256
        if finished_with is None:
            return None
        return updates.text_when(self._db, self.course.id, item, finished_with, _edition)

    def says(self, item: Item) -> str:
        """Return what a lesson says now."""
        assert self.course is not None  # noqa: S101
        return _edition(self.text(), self.course.outline).text(item.id)

    # What the learner wants of the course

    def setting(self, name: str) -> str | None:
        """Return what the learner wants of the open course under a name, None if never said."""
        assert self.course is not None  # noqa: S101
        return settings.course_setting(self._db, self.course.id, name)

    def set_setting(self, name: str, value: str | None, words: str | None = None) -> None:
        """Keep what the learner wants of the open course; None forgets it.

        With words for what that does, it can be undone. Raises Problem where it cannot be kept.
        """
        if words is not None:
            self.act([], words, {name: value})
        elif value != self.setting(name):
            self._keep({name: value})
            self.setting_changed.emit(name)

    # History

    @cached_property
    def past(self) -> "Past":
        """What was done in the open course; made when first asked for."""
        from coursetracker.ui.session.past import Past  # noqa: PLC0415  not needed to start

        return Past(self._db, self)

    # Lost & found

    def lost(self) -> Sequence[LostItem]:
        """Return what the learner did with lessons that have no place in the course any more."""
        return () if self.course is None else lost.lost_items(self._db, self.course.id)

    def attach(self, lost_item: LostItem, target: int) -> None:
        """Give what a lost lesson carries to a lesson of the course."""
        self.settling.emit()
        words = self.tr("attach “{lost}” to “{title}”").format(
            lost=lost_item.item.title, title=self._title(target)
        )
        self.did(lost.attach(self._db, lost_item.item.id, target, self._clock()), words)

    def let_go(self, lost_item: LostItem) -> None:
        """Take what a lost lesson carries out of Lost & found; Undo brings it back."""
        words = self.tr("let “{title}” go").format(title=lost_item.item.title)
        self.act(lost.letting_go(lost_item), words)

    # Out

    @cached_property
    def exchange(self) -> "Exchange":
        """Courses as files, out of the library and into it; made when first asked for."""
        from coursetracker.ui.session.exchange import Exchange  # noqa: PLC0415  rarely needed

        return Exchange(self._db, self)

    def learner(self) -> str | None:
        """Return the learner's name, "" where they want none, None where never asked."""
        return settings.setting(self._db, LEARNER)

    def name_learner(self, name: str) -> None:
        """Keep the learner's name for reports."""
        settings.keep_setting(self._db, LEARNER, name.strip())

    def report(self, language: str, say: Say, *, with_lost: bool = False) -> "Report":
        """Return the open course's progress report as of today."""
        from coursetracker.export.report import (  # noqa: PLC0415  not needed to start
            ReportFacts,
            report,
        )

        assert self.course is not None  # noqa: S101
        assert self.progress is not None  # noqa: S101
        facts = ReportFacts(
            course=self.course.title,
            source=self.course.source.name,
            learner=self.learner() or "",
            today=self.today(),
            language=language,
            lost=self.lost() if with_lost else (),
            rules=self.grades.rules(),
            due=self.planning.due_dates(),
        )
        return report(self.progress, facts, say)

    def today(self) -> date:
        """Return the learner's date."""
        return self._clock().date()

    def close(self) -> None:
        """Let go of the library."""
        self.ended.emit()
        self._db.close()


def _edition(text: str, outline: Outline) -> "Edition":
    from coursetracker.course.changes import Edition  # noqa: PLC0415  not needed to start

    return Edition.read(text, outline)


def _rearranges(before: Standing, now: Standing) -> bool:
    """Return whether an outline looks otherwise with one standing than with another."""
    return any(getattr(before, kind.value) != getattr(now, kind.value) for kind in ARRANGING)
