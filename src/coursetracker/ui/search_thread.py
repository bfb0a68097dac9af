"""Searching beside the window: the newest question is answered, what it overtakes is broken off."""

import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coursetracker.course.outline import Outline
from coursetracker.seeking.titles import Titles
from coursetracker.ui.session.seeking import Found, Overtaken, Searcher


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: words everywhere, or a lesson by a few letters of its title.

    `course` is the open one, and `outline` what the learner sees of it.
    """

    typed: str
    course: int | None = None
    outline: Outline | None = None
    only_titles: bool = False


class SearchThread(QObject):
    """Answers questions in a thread with connections of its own, until it is stopped."""

    answered = Signal(object, object)  # Question, Found
    failed = Signal(object)  # Exception: nothing more is answered
    ended = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._changed = threading.Condition()
        self._waiting: Question | None = None
        self._is_stopped = False
        self._searcher: Searcher | None = None
        self._titles: tuple[Outline | None, Titles] = (None, Titles([]))
        self._thread = threading.Thread(target=self._run, name="search", daemon=True)
        self._thread.start()

    def ask(self, question: Question) -> None:
        """Look for something, in place of what is looked for now."""
        with self._changed:
            self._waiting = question
            self._interrupt()

    def stop(self) -> None:
        """Give no answer any more, and end soon."""
        with self._changed:
            self._is_stopped = True
            self._interrupt()

    def wait(self) -> None:
        """Block until the thread has ended."""
        self._thread.join()

    def _interrupt(self) -> None:
        if self._searcher is not None:
            self._searcher.interrupt()
        self._changed.notify()

    def _run(self) -> None:
        try:
            with closing(Searcher(self._folder)) as searcher:
                self._lend(searcher)
                try:
                    self._answer_all(searcher)
                finally:
                    self._lend(None)
        except Exception as error:  # noqa: BLE001  it is told to the window, whatever it is
            self.failed.emit(error)
        self.ended.emit()

    def _lend(self, searcher: Searcher | None) -> None:
        """Let others interrupt the searcher while it is open."""
        with self._changed:
            self._searcher = searcher

    def _answer_all(self, searcher: Searcher) -> None:
        while (question := self._next()) is not None:
            try:
                found = self._answer(searcher, question)
            except Overtaken:
                continue
            with self._changed:
                is_wanted = self._waiting is None and not self._is_stopped
            if is_wanted:
                self.answered.emit(question, found)

    def _next(self) -> Question | None:
        """Wait for a question, and return it; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_stopped or self._waiting is not None)
            question, self._waiting = self._waiting, None
            return None if self._is_stopped else question

    def _answer(self, searcher: Searcher, question: Question) -> Found:
        if not question.only_titles:
            return searcher.find(question.typed, question.course)
        outline = question.outline
        if self._titles[0] is not outline:
            items = () if outline is None else outline.items
            self._titles = (outline, Titles((item.id, item.title) for item in items))
        return searcher.go_to(question.typed, self._titles[1], question.course)
