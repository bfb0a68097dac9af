"""What the preferences are about: what holds now, and what is done with each new choice."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from coursetracker.problems import Problem
from coursetracker.resources import languages
from coursetracker.ui import words
from coursetracker.ui.habits import HabitsForm
from coursetracker.ui.language import kept_language, name_of, system_language
from coursetracker.ui.opening import COURSES, START
from coursetracker.ui.preferences import PreferencesDialog
from coursetracker.ui.theme import SIZES, Scheme, kept_scheme, kept_size

if TYPE_CHECKING:
    from coursetracker.progress.streak import Habits
    from coursetracker.ui.session import Backup
    from coursetracker.ui.window import MainWindow

READING = ("begin-reading", "offer-done")


class Preferring(QObject):
    """Opens the dialog and does what is chosen in it."""

    refused = Signal(object)  # Exception

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: PreferencesDialog | None = None

    def show(self) -> None:
        """Let the learner choose."""
        if self._dialog is None:
            self._attempt(self._make)
        if self._dialog is not None:
            self._dialog.open()

    def come_back(self, before: "Preferring") -> None:
        """Go on where the dialog of another window is, if it is open."""
        if before._dialog is not None:  # noqa: SLF001  it is of our kind
            self.show()
            if self._dialog is not None:
                self._dialog.go_to(before._dialog.place)  # noqa: SLF001

    def _make(self) -> None:
        session, window = self._window.session, self._window
        studying, settings = session.studying, window.settings
        name, by_itself = session.learner() or "", session.updates_by_itself()
        form = HabitsForm(studying.habits(), studying.today())
        dialog = PreferencesDialog(window)
        dialog.add_general(name, {
            "language": (self._languages(), kept_language(settings)),
            "theme": (self._schemes(), kept_scheme(settings).value),
            "text": (self._sizes(), str(kept_size(settings))),
            "start": (self._starts(), str(settings.value(START, ""))),
        })  # fmt: skip
        actions = [window.actions_by_name[name] for name in READING]
        dialog.add_lessons(actions, by_itself=by_itself)
        dialog.add_days(form, self._keep_habits)
        dialog.add_backups(str(session.backups.folder))
        dialog.named.connect(lambda name: self._attempt(partial(session.name_learner, name)))
        dialog.chosen.connect(self._choose)
        dialog.backup_asked.connect(self._back_up)
        dialog.restore_asked.connect(self._restore)
        dialog.folder_asked.connect(self._show_folder)
        dialog.finished.connect(self._forget)
        self._dialog = dialog

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    # What can be chosen

    def _languages(self) -> list[tuple[str, str]]:
        system = self.tr("Same as the system: {language}").format(
            language=name_of(system_language())
        )
        return [("", system), *((each, name_of(each)) for each in languages())]

    def _schemes(self) -> list[tuple[str, str]]:
        named = self._window.actions_by_name
        names = (each.value for each in Scheme)
        return [(name, named[f"theme-{name}"].text().replace("&", "")) for name in names]

    def _sizes(self) -> list[tuple[str, str]]:
        return [(str(each), words.percent_points(each)) for each in SIZES]

    def _starts(self) -> list[tuple[str, str]]:
        return [("", self.tr("The course that was open")), (COURSES, self.tr("All my courses"))]

    # What is chosen

    def _choose(self, name: str, value: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "language": partial(self._window.use_language, value),
            "text": partial(self._window.use_size, int(value) if name == "text" else 0),
            "theme": partial(self._use_scheme, value),
            "start": partial(self._window.settings.setValue, START, value),
            "by-itself": partial(self._window.session.update_by_itself, value == "yes"),
        }
        self._attempt(acts[name])

    def _use_scheme(self, value: str) -> None:
        self._window.actions_by_name[f"theme-{value}"].trigger()

    def _keep_habits(self, habits: "Habits") -> None:
        self._attempt(partial(self._window.session.studying.keep_habits, habits))
        if "pacing" in self._window.__dict__:
            self._window.pacing.renew()

    # Backups

    def _back_up(self) -> None:
        self._window.safety.back_up_now(self._tell_backup)

    def _tell_backup(self, backup: "Backup") -> None:
        if self._dialog is not None:
            self._dialog.tell_backup(
                self.tr("Backed up on {when}.").format(when=words.moment(backup.at))
            )

    def _restore(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._attempt(self._window.safety.ask_backup)

    def _show_folder(self) -> None:
        folder = self._window.session.backups.folder
        shown = folder if folder.exists() else folder.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            if self._dialog is not None:
                self._dialog.reject()  # it would show what is not kept, over what tells of that
            self.refused.emit(problem)
