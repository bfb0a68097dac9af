"""A library that cannot be opened: set aside, and a backup or an empty one put in its place."""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton

from coursetracker.ui import words
from coursetracker.ui.quantities import Quantities
from coursetracker.ui.session import local_time, newest_sound, replace_damaged

if TYPE_CHECKING:
    from coursetracker.ui.session import Sound

SHOWN = 5
"""So many courses are named."""


class Answer(Enum):
    """What is to take the place of a damaged library."""

    BACKUP = auto()
    EMPTY = auto()
    NOTHING = auto()


def rescue(folder: Path) -> bool:
    """Ask what is to take the place of a damaged library, and return whether anything has.

    Raises Problem where it cannot be set aside; nothing has changed then.
    """
    sound = newest_sound(folder)
    box = RescueBox(folder, sound)
    box.exec()
    answer = box.answer()
    if answer is not Answer.NOTHING:
        backup = sound.backup.path if sound is not None and answer is Answer.BACKUP else None
        replace_damaged(folder, backup, local_time())
    return answer is not Answer.NOTHING


class RescueBox(QMessageBox):
    """Says what has happened, and offers the newest sound backup, where there is one."""

    def __init__(self, folder: Path, sound: "Sound | None") -> None:
        super().__init__()
        self.setObjectName("rescue")
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle("CourseTracker")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("The file with your progress is damaged and cannot be opened."))
        kept = self.tr("Whatever you choose, the damaged file is kept in its folder: {path}")
        kept = kept.format(path=QDir.toNativeSeparators(str(folder)))
        self._answers: dict[QAbstractButton, Answer] = {}
        if sound is None:
            told = self.tr("There is no backup that could take its place.")
        else:
            told = self._told(sound)
            self._add(self.tr("&Restore that backup"), Answer.BACKUP)
        self._add(self.tr("Start &empty"), Answer.EMPTY)
        leave = self._add(self.tr("&Quit"), Answer.NOTHING)
        self.setInformativeText(f"{told}\n\n{kept}")
        self.setEscapeButton(leave)
        if sound is None:
            self.setDefaultButton(leave)

    def _add(self, text: str, answer: Answer) -> QPushButton:
        role = {
            Answer.BACKUP: QMessageBox.ButtonRole.AcceptRole,
            Answer.EMPTY: QMessageBox.ButtonRole.DestructiveRole,
            Answer.NOTHING: QMessageBox.ButtonRole.RejectRole,
        }[answer]
        button = self.addButton(text, role)
        self._answers[button] = answer
        if answer is Answer.BACKUP:
            self.setDefaultButton(button)
        return button

    def answer(self) -> Answer:
        """Return what was chosen."""
        return self._answers.get(self.clickedButton(), Answer.NOTHING)

    def _told(self, sound: "Sound") -> str:
        """Say of when a backup is, and what it holds."""
        told = self.tr("The newest good backup is from {when}. It holds:")
        held = sound.holding.courses
        more = Quantities().more(len(held) - SHOWN)
        return "\n".join(
            (
                told.format(when=words.moment(sound.backup.at)),
                *(f"•  {each.title} – {words.count(each.tally)}" for each in held[:SHOWN]),
                *([more] if len(held) > SHOWN else []),
            )
        )
