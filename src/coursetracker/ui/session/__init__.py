"""The one door between the window and the library, and the values that pass through it."""

from coursetracker.library.courses import Course, CourseEntry, CourseKind
from coursetracker.library.folders import holds, read_any
from coursetracker.library.shelf import Removed, Shelved
from coursetracker.library.sources import Source, Translation
from coursetracker.library.updates import Before
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

__all__ = [
    "BEGINS",
    "BY_ITSELF",
    "LEARNER",
    "OFFERS",
    "OPENED",
    "Assessment",
    "Before",
    "Clock",
    "Course",
    "CourseEntry",
    "CourseKind",
    "Prepared",
    "Reading",
    "Removed",
    "Session",
    "Shelved",
    "Source",
    "Translation",
    "holds",
    "is_much",
    "local_time",
    "prepare",
    "read_any",
    "read_course",
    "take_in",
]
