"""The one door between the window and the library, and the values that pass through it."""

from typing import TYPE_CHECKING

from coursetracker.library.backups import Backup, Why
from coursetracker.library.courses import Course, CourseEntry, CourseKind
from coursetracker.library.folders import holds, read_any
from coursetracker.library.shelf import Removed, Shelved
from coursetracker.library.sources import Source, Translation
from coursetracker.library.transactions import Damaged
from coursetracker.library.updates import Before
from coursetracker.ui.session.backups import (
    Stored,
    back_up_day,
    back_up_now,
    check,
    newest_sound,
    replace_damaged,
    restore,
    stored,
)
from coursetracker.ui.session.grades import Assessment
from coursetracker.ui.session.marks import BEGINS, OFFERS, OPENED
from coursetracker.ui.session.reading import (
    Prepared,
    Reading,
    is_much,
    prepare,
    read_course,
    take_in,
)
from coursetracker.ui.session.session import BY_ITSELF, LEARNER, Clock, Session, local_time

if TYPE_CHECKING:  # so that a start does not load what is rarely needed
    from coursetracker.library.checking import CheckReport, Finding
    from coursetracker.library.holding import Holding
    from coursetracker.library.restoring import Sound

__all__ = [
    "BEGINS",
    "BY_ITSELF",
    "LEARNER",
    "OFFERS",
    "OPENED",
    "Assessment",
    "Backup",
    "Before",
    "CheckReport",
    "Clock",
    "Course",
    "CourseEntry",
    "CourseKind",
    "Damaged",
    "Finding",
    "Holding",
    "Prepared",
    "Reading",
    "Removed",
    "Session",
    "Shelved",
    "Sound",
    "Source",
    "Stored",
    "Translation",
    "Why",
    "back_up_day",
    "back_up_now",
    "check",
    "holds",
    "is_much",
    "local_time",
    "newest_sound",
    "prepare",
    "read_any",
    "read_course",
    "replace_damaged",
    "restore",
    "stored",
    "take_in",
]
