"""The real program with somebody at its keyboard: ticks, scores, notes, undo and updates.

python driver.py FOLDER COURSE SEED SHARE OF

Each line on standard output is JSON and written at once: before an action what it is about, and
after it what the window shows by then. With SHARE and OF, only every OFth item is touched, so
that two can work on one library; then there are no updates.
"""

import json
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from coursetracker import __main__, app
from coursetracker.ui import noting
from coursetracker.ui.outline_model import ITEM_ROLE
from coursetracker.ui.window import MainWindow

LESSONS = 24
noting.SOON = 30  # a killed program is asked for what it has said to be saved, not for more
opened = app.open_first


def course_text(version: int) -> str:
    """Return a course whose lessons are renamed, rewritten and added from version to version."""
    lines = ["# Bread", ""]
    for week in range(1, 4):
        lines += [f"# Week {week}", ""]
        for number in range(week * 8 - 7, week * 8 + 1):
            more = f" with steam {version}" if number == version % LESSONS + 1 else ""
            lines += [f"## Lesson {number}{more}", f"Text {number}, as of {version // 3}.", ""]
        lines += [f"# Test {week} (Assessment {week})", "", f"## Questions {week}", "Five.", ""]
    lines += ["# More", "", *(f"## Extra {n}\nNew in {n}.\n" for n in range(version - 2, version))]
    return "\n".join(lines)


def tell(**values: object) -> None:
    os.write(1, (json.dumps(values) + "\n").encode())


@dataclass
class Learner:
    """Somebody who works without a pause."""

    window: MainWindow
    course: Path
    chance: random.Random
    share: int
    of: int
    version: int = 0

    def work(self) -> None:
        self.wait(self.is_seen, 1000)
        self.show(None)
        steps = [self.tick, self.tick, self.tick, self.score, self.note, self.update]
        if self.of > 1:
            steps.pop()
        while True:
            self.chance.choice(steps)()

    def wait(self, done: Callable[[], bool], most: int = 150) -> None:
        """Let the program go on until something is there, or too long."""
        for _ in range(most):
            if done():
                return
            loop = QEventLoop()
            QTimer.singleShot(8, loop.quit)
            loop.exec()

    def is_seen(self) -> bool:
        course = self.window.session.course
        is_bread = course is not None and course.title == "Bread"
        return is_bread and not self.window.page.document().isEmpty()

    def show(self, note: tuple[int, str] | None) -> None:
        """Say what the window shows, once it has painted it."""
        self.window.repaint()
        model, items, waiting = self.window.outline.model(), {}, [QModelIndex()]
        titles = []
        while waiting:
            parent = waiting.pop()
            rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
            waiting += reversed(rows)
            if parent.isValid():
                item = parent.data(ITEM_ROLE)
                titles.append(item.title)
                if not rows:
                    checked = parent.data(Qt.ItemDataRole.CheckStateRole)
                    items[item.id] = [Qt.CheckState(checked) is Qt.CheckState.Checked, None]
        checklist = self.window.checklist.model()
        for row in range(checklist.rowCount()):
            index = checklist.index(row, 0)
            done = items.setdefault(index.data(ITEM_ROLE).id, [None, None])
            done[1] = index.data(Qt.ItemDataRole.EditRole)
        told = self.window.pane.notice
        refused = not told.isHidden() and " not " in told.text()
        tell(shown=items, titles=titles, note=note, refused=refused)
        told.hide()

    def leaf(self) -> QModelIndex:
        progress = self.window.session.progress
        assert progress is not None
        leaves = [each.id for each in progress.outline.leaves() if each.id % self.of == self.share]
        return self.window.outline_model.index_of(self.chance.choice(leaves))

    def tick(self) -> None:
        index = self.leaf()
        number = index.data(ITEM_ROLE).id
        tell(about=number)
        self.window.outline.setCurrentIndex(index)
        QTest.keyClick(self.window.outline, Qt.Key.Key_Space)
        self.show(None)
        self.perhaps_undo(number)

    def perhaps_undo(self, number: int) -> None:
        undo = self.window.actions_by_name["undo"]
        is_settled = not self.window.noting._has_draft  # else undo is about the note
        if self.chance.random() < 0.3 and is_settled and "mark" in undo.text():
            tell(about=number)
            undo.trigger()
            self.show(None)

    def score(self) -> None:
        model = self.window.checklist.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        assessments = [
            index
            for index in rows
            if model.flags(index) & Qt.ItemFlag.ItemIsEditable
            and index.data(ITEM_ROLE).id % self.of == self.share
        ]
        if assessments:
            index = self.chance.choice(assessments)
            number = index.data(ITEM_ROLE).id
            tell(about=number)
            model.setData(index, float(self.chance.randint(0, 100)), Qt.ItemDataRole.EditRole)
            self.show(None)

    def note(self) -> None:
        window = self.window
        number = self.leaf().data(ITEM_ROLE).id
        tell(about=number)
        window.reader.go_to(number)
        if window.noting.panel is None or not window.noting.panel.isVisible():
            window.actions_by_name["note"].trigger()
        panel = window.noting.panel
        assert panel is not None
        for _ in range(2):
            tell(about=number, typing=True)
            QTest.keyClicks(panel.editor, self.chance.choice(["flour ", "water ", "salt "]))
            saved = panel.findChild(QLabel, "note-saved")
            assert isinstance(saved, QLabel)
            self.wait(lambda: saved.text() != "")  # noqa: B023  at once
            is_saved = saved.text() == "Saved" and not window.noting._is_typed
            self.show((number, panel.text) if is_saved else None)

    def update(self) -> None:
        updating = self.window.updating
        kept = self.window.session.text()
        self.version += 1
        while course_text(self.version) == kept:
            self.version += 1
        text = course_text(self.version)
        tell(about="course")
        self.course.write_text(text, "utf-8")
        updating.check()
        self.wait(lambda: updating.proposal is not None and updating.proposal.source.text == text)
        updating.apply()
        self.show(None)


def main(folder: str, course: str, seed: str, share: str = "0", of: str = "1") -> None:
    def open_first(window: MainWindow, path: Path | None, *, has_crashed: bool = False) -> None:
        opened(window, path, has_crashed=has_crashed)
        chance = random.Random(seed)
        learner = Learner(window, Path(course), chance, int(share), int(of), int(seed) % 1000)
        QTimer.singleShot(0, window, learner.work)

    app.open_first = open_first
    sys.exit(__main__.open_window(Path(course), Path(folder), "en", beside=int(of) > 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
