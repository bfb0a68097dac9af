"""Make the sample database of the schema as it is now: make_sample.py SAMPLE.

Run once, when a schema is released; the sample is then kept as it is.
"""

import json
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from coursetracker.course.outline import State
from coursetracker.library.courses import CourseKind, Place, add_course, keep_place
from coursetracker.library.database import back_up, open_database
from coursetracker.library.record import record, undo
from coursetracker.library.settings import keep_setting
from coursetracker.progress.standings import Change, EventKind
from library.course_samples import LATER, NOW, OUTLINE, source


def make(target: Path) -> None:
    """Write a library with a course, a tick, a score that was undone, and a setting."""
    with tempfile.TemporaryDirectory() as name, closing(open_database(Path(name))) as db:
        course = add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)
        lesson, exam = course.outline.items[3].id, course.outline.items[4].id
        score = record(db, [Change(exam, EventKind.SCORE, {"score": 75.0})], NOW)
        undone = undo(db, score.action, LATER)
        done = record(db, [Change(lesson, EventKind.STATE, {"state": State.DONE.value})], LATER)
        keep_place(db, course.id, Place(lesson, 0.5))
        keep_setting(db, "learner", "Íñigo")
        actions = [score.action, undone.action, done.action]
        keep_setting(db, "actions", json.dumps(actions))
        back_up(db, target)


if __name__ == "__main__":
    make(Path(sys.argv[1]).resolve())
