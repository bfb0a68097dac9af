"""Every action of the window, one row each."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from coursetracker.course.outline import State
from coursetracker.ui.about import show_about
from coursetracker.ui.actions import Command
from coursetracker.ui.theme import Scheme

if TYPE_CHECKING:
    from coursetracker.ui.window import MainWindow

Key = QKeySequence.StandardKey


class Commands(QObject):
    """The table of actions."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def rows(self) -> tuple[Command, ...]:
        """Return every action: name, menu, text, what it calls, shortcut, tip."""
        window, reader = self._window, self._window.reader
        attempting, focus, noting = window.attempting, window.focusing, window.noting
        return (
            Command("open", "file", self.tr("&Open a course…"), window.opening.ask, Key.Open,
                    self.tr("Open a course written as Markdown")),
            Command("open-folder", "file", self.tr("Open a &folder…"), window.opening.ask_folder,
                    "Ctrl+Shift+O", self.tr("Open a folder of Markdown files as one course")),
            Command("open-bundled", "file", self.tr("Open the &sample course"),
                    attempting(window.session.open_bundled),
                    tip=self.tr("Open the course that comes with CourseTracker")),
            Command("import", "file", self.tr("&Import progress…"),
                    attempting(lambda: window.importing.ask()), rule=True,  # noqa: PLW0108  made only then
                    tip=self.tr("Take in courses and progress that were exported as JSON")),
            Command("export-pdf", "export", self.tr("Progress report as &PDF…"),
                    attempting(window.exporting.ask), "Ctrl+E",
                    self.tr("Write a progress report of this course")),
            Command("export-csv", "export", self.tr("Table as &CSV…"),
                    attempting(window.exporting.ask_table),
                    tip=self.tr("Write a table for spreadsheets, with a row for each lesson")),
            Command("export-markdown", "export", self.tr("List of tasks as &Markdown…"),
                    attempting(window.exporting.ask_tasks),
                    tip=self.tr("Write the outline as a list of tasks with scores and notes")),
            Command("export-ics", "export", self.tr("&Due dates as calendar…"),
                    attempting(window.exporting.ask_calendar),
                    tip=self.tr("Write when what is due, for your calendar")),
            Command("export-json", "export", self.tr("This course as &JSON…"),
                    attempting(window.exporting.ask_course), rule=True,
                    tip=self.tr("Write all of this course, to be imported again anywhere")),
            Command("export-library", "export", self.tr("&All courses as JSON…"),
                    attempting(window.exporting.ask_library),
                    tip=self.tr("Write the whole library, to be imported again anywhere")),
            Command("restore-backup", "file", self.tr("Restore a &backup…"),
                    attempting(window.safety.ask_backup),
                    tip=self.tr("Have all courses as they were when a backup was made")),
            Command("print-preview", "file", self.tr("Print pre&view…"),
                    attempting(lambda: window.printing.preview_page()),  # noqa: PLW0108  made only then
                    tip=self.tr("See how the page will be printed")),
            Command("print", "file", self.tr("&Print…"),
                    attempting(lambda: window.printing.print_page()), Key.Print,  # noqa: PLW0108  made only then
                    self.tr("Print the page that is shown")),
            Command("print-report", "file", self.tr("Print repor&t…"),
                    attempting(lambda: window.printing.preview_report()),  # noqa: PLW0108  made only then
                    tip=self.tr("See and print the progress report of this course")),
            Command("quit", "file", self.tr("&Quit"), window.close, "Ctrl+Q", rule=True),
            Command("undo", "edit", self.tr("&Undo"), attempting(lambda: window.undoer().undo()),
                    Key.Undo),
            Command("redo", "edit", self.tr("&Redo"), attempting(lambda: window.undoer().redo()),
                    Key.Redo),
            Command("history", "edit", self.tr("&History…"), window.show_past, "Ctrl+H",
                    self.tr("See what you did when, and take any of it back"), rule=True),
            Command("copy-markdown", "edit", self.tr("&Copy as Markdown"), window.copy_markdown,
                    "Ctrl+Shift+C", self.tr("Copy what is selected as it is written in the course"),
                    rule=True),
            Command("find", "edit", self.tr("&Find on this page…"), partial(window.find_on_page, 0),
                    Key.Find,
                    self.tr("Find words on the page that is shown"), rule=True),
            Command("find-next", "edit", self.tr("Find ne&xt"),
                    partial(window.find_on_page, 1), "F3"),
            Command("find-previous", "edit", self.tr("Find &previous"),
                    partial(window.find_on_page, -1), "Shift+F3"),
            Command("search", "edit", self.tr("&Search everywhere…"),
                    lambda: window.searching.search(), "Ctrl+Shift+F",  # noqa: PLW0108  made later
                    self.tr("Find words in titles, pages and notes of all courses"), rule=True),
            Command("go-to", "edit", self.tr("&Go to a lesson…"),
                    lambda: window.searching.go_to_lesson(), "Ctrl+K",  # noqa: PLW0108  made later
                    self.tr("Go to a lesson by some letters of its title")),
            Command("preferences", "edit", self.tr("Pr&eferences…"), window.show_preferences,
                    "Ctrl+,", self.tr("Choose name, language, colours, days of rest and more"),
                    rule=True),
            Command("tick", "course", self.tr("Mark &done or not done"), window.marking.toggle,
                    "Ctrl+Return", self.tr("Tick or untick what is being read, or is chosen")),
            Command("mark-not-started", "state", self.tr("N&ot started"),
                    partial(window.marking.set_state, State.NOT_STARTED),
                    tip=self.tr("Take back that you began, finished or skipped it")),
            Command("mark-in-progress", "state", self.tr("&In progress"),
                    partial(window.marking.set_state, State.IN_PROGRESS), "Ctrl+Shift+P",
                    self.tr("Say that you have begun with it")),
            Command("mark-done", "state", self.tr("&Done"),
                    partial(window.marking.set_state, State.DONE),
                    tip=self.tr("Say that you have finished it")),
            Command("mark-skipped", "state", self.tr("&Skipped"),
                    partial(window.marking.set_state, State.SKIPPED), "Ctrl+Shift+S",
                    self.tr("Leave it out; it does not count then")),
            Command("mark-next", "state", self.tr("Next s&tate"), window.marking.cycle,
                    "Ctrl+Shift+Return",
                    self.tr("From not started to in progress, done, skipped, and again"),
                    rule=True),
            Command("next", "course", self.tr("&Next lesson"), reader.next, "Ctrl+PgDown",
                    rule=True),
            Command("previous", "course", self.tr("&Previous lesson"), reader.previous,
                    "Ctrl+PgUp"),
            Command("next-open", "course", self.tr("Next &unfinished lesson"), reader.next_open,
                    "Ctrl+Shift+PgDown"),
            Command("introduction", "course", self.tr("&Introduction"), reader.introduce,
                    "Alt+Home", self.tr("Read how the course begins")),
            Command("back", "course", self.tr("&Back"), reader.back, Key.Back,
                    self.tr("Go to what you read before"), rule=True),
            Command("forward", "course", self.tr("&Forward"), reader.forward, Key.Forward,
                    self.tr("Go again to what Back left")),
            Command("attempts", "course", self.tr("Attempts and &grade…"),
                    self._ask_attempts,
                    tip=self.tr("Scores, pass mark and weight of an assessment"), rule=True),
            Command("due", "course", self.tr("Du&e date…"),
                    self._ask_due, "Ctrl+D",
                    self.tr("Set by hand when something is due")),
            Command("plan", "course", self.tr("Stud&y plan…"), self._ask_plan,
                    tip=self.tr("Have due dates proposed by a start and a pace")),
            Command("begin-anew", "course", self.tr("&Start again from today"),
                    self._begin_anew,
                    tip=self.tr("Plan what is open from today on; what is done stays")),
            Command("pace", "course", self.tr("Pace and forecast…"), window.show_pace, "Ctrl+T",
                    self.tr("See how much you do in a week, and when you may be finished")),
            Command("rename", "course", self.tr("Rename for &me…"), window.rename_current,
                    "Ctrl+F2", self.tr("Call what is being read as you like"), rule=True),
            Command("hide", "course", self.tr("&Hide"), window.hide_current,
                    tip=self.tr("Leave what is being read out of the course")),
            Command("begin-reading", "course", self.tr("Mark in progress &what I read"),
                    window.attending.toggle_beginning, rule=True, toggles=True,
                    tip=self.tr("A lesson that stays open for a while is in progress")),
            Command("offer-done", "course", self.tr("Offer t&o mark done at Next"),
                    window.attending.toggle_offering, toggles=True,
                    tip=self.tr("Ask at Next whether the lesson before is done")),
            Command("load-pictures", "course", self.tr("&Load pictures of this course"),
                    attempting(window.illustrating.toggle), rule=True, toggles=True,
                    tip=self.tr("Fetch the pictures that this course takes from the web")),
            Command("check", "course", self.tr("Check for &changes"), window.updating.check, "F5",
                    self.tr("Look whether the course's file has changed"), rule=True),
            Command("review", "course", self.tr("&Review changes…"), window.updating.review,
                    tip=self.tr("See what has changed in the course before it is applied")),
            Command("take-update-back", "course", self.tr("&Take the last update back"),
                    attempting(window.session.take_update_back),
                    tip=self.tr("Have the course as it was before its last update")),
            Command("shapes", "course", self.tr("How lessons are found…"), window.choosing.ask,
                    tip=self.tr("Choose what in the course is a lesson"), rule=True),
            Command("note", "note", self.tr("&Note on this lesson"), noting.ask, "Ctrl+N",
                    self.tr("Open your note on what is being read; in the note, close it")),
            Command("all-notes", "note", self.tr("&All notes of this course…"), noting.show_all,
                    "Ctrl+Shift+N", self.tr("Read all your notes on this course in one document")),
            Command("note-edit", "note", self.tr("&Edit"), partial(noting.use_mode, "edit"),
                    tip=self.tr("Show only the note's text"), choice="note-mode", rule=True),
            Command("note-split", "note", self.tr("&Split"), partial(noting.use_mode, "split"),
                    tip=self.tr("Show the note's text and its preview"), choice="note-mode"),
            Command("note-preview", "note", self.tr("&Preview"),
                    partial(noting.use_mode, "preview"),
                    tip=self.tr("Show the note as a page"), choice="note-mode"),
            Command("note-bold", "note", self.tr("&Bold"), partial(noting.mark, "bold"),
                    Key.Bold, self.tr("Make what is selected in the note bold"),
                    rule=True, local=True),
            Command("note-italic", "note", self.tr("&Italic"), partial(noting.mark, "italic"),
                    Key.Italic, self.tr("Make what is selected in the note italic"), local=True),
            Command("note-link", "note", self.tr("Lin&k"), partial(noting.mark, "link"),
                    "Ctrl+Shift+K", self.tr("Make a link of what is selected in the note"),
                    local=True),
            Command("note-bullets", "note", self.tr("&List"), partial(noting.mark, "bullets"),
                    "Ctrl+Shift+8", self.tr("Make the lines of the note a list"), local=True),
            Command("note-numbers", "note", self.tr("N&umbered list"),
                    partial(noting.mark, "numbers"), "Ctrl+Shift+7",
                    self.tr("Make the lines of the note a numbered list"), local=True),
            Command("note-task", "note", self.tr("&Task"), partial(noting.mark, "task"),
                    "Ctrl+Shift+9", self.tr("Make the lines of the note tasks, or tick them"),
                    local=True),
            Command("courses", "view", self.tr("&My courses"), window.shelving.show, "Ctrl+L",
                    self.tr("See all your courses, and how far you are in each")),
            Command("filter", "view", self.tr("&Filter the outline"), window.side.ask_filter,
                    "Ctrl+Shift+L", self.tr("Show only lessons with some words in their titles"),
                    rule=True),
            Command("outline", "view", self.tr("Go to the &outline"), focus(window.outline),
                    "Alt+1"),
            Command("page", "view", self.tr("Go to the &page"), focus(window.pane.page), "Alt+2"),
            Command("checklist", "view", self.tr("Go to the &checklist"), focus(window.checklist),
                    "Alt+3"),
            Command("zoom-in", "view", self.tr("Zoom &in"), window.zooming.closer, "Ctrl++; Ctrl+=",
                    self.tr("Show the page larger"), rule=True),
            Command("zoom-out", "view", self.tr("Zoom ou&t"), window.zooming.farther, "Ctrl+-",
                    self.tr("Show the page smaller")),
            Command("zoom-reset", "view", self.tr("&Usual size"), window.zooming.reset, "Ctrl+0",
                    self.tr("Show the page in its usual size")),
            Command("theme-system", "view", self.tr("Colours of the &system"),
                    partial(window.use_scheme, Scheme.SYSTEM), choice="theme", rule=True),
            Command("theme-light", "view", self.tr("&Light colours"),
                    partial(window.use_scheme, Scheme.LIGHT), choice="theme"),
            Command("theme-dark", "view", self.tr("&Dark colours"),
                    partial(window.use_scheme, Scheme.DARK), choice="theme"),
            Command("theme-contrast", "view", self.tr("&High contrast"),
                    partial(window.use_scheme, Scheme.CONTRAST), choice="theme"),
            Command("guide", "help", self.tr("&User guide"), window.show_guide, "Shift+F1",
                    self.tr("Read how things are done here")),
            Command("commands", "help", self.tr("Co&mmands and shortcuts…"), window.show_commands,
                    "F1; Ctrl+Shift+A", self.tr("See all commands with their keys, and give one")),
            Command("check-database", "help", self.tr("&Check the database"), window.safety.check,
                    rule=True,
                    tip=self.tr("Look whether all that is kept is sound, and repair what is not")),
            Command("report-problem", "help", self.tr("&Report a problem…"),
                    window.safety.report_problem,
                    tip=self.tr("Save what helps to find a fault; nothing of yours is in it")),
            Command("about", "help", self.tr("&About CourseTracker"), partial(show_about, window),
                    rule=True),
        )  # fmt: skip

    # What is made when it is first asked for

    def _ask_attempts(self) -> None:
        self._window.planner.ask_attempts(self._window.current_item())

    def _ask_due(self) -> None:
        self._window.planner.ask_due(self._window.current_item())

    def _ask_plan(self) -> None:
        self._window.planner.ask_plan()

    def _begin_anew(self) -> None:
        self._window.planner.begin_anew()
