"""Make the sample database of the schema as it is now: make_sample.py SAMPLE.

Run once, when a schema is released; the sample is then kept as it is.
"""

import json
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from coursetracker.course.changes import Edition, Update
from coursetracker.course.outline import Item, Kind, State
from coursetracker.library.backups import write_copy
from coursetracker.library.courses import Course, CourseKind, Place, add_course, keep_place
from coursetracker.library.database import open_database
from coursetracker.library.notes import keep_draft, settle
from coursetracker.library.record import record, undo
from coursetracker.library.settings import keep_course_setting, keep_setting
from coursetracker.library.shelf import archive, remove, rename
from coursetracker.library.updates import apply_update, before
from coursetracker.progress.standings import Change, EventKind
from library.course_samples import LATER, NOW, OUTLINE, TEXT, source


def make(target: Path) -> None:
    """Write a library with a course, ticks, a score that was undone, an update and a setting.

    The update takes the exam away, which has another score, and adds a lesson. The lesson has a
    note and a due date, the course a grade to be reached. Beside it are a course that was renamed
    and archived, and one that was removed.
    """
    with tempfile.TemporaryDirectory() as data, closing(open_database(Path(data))) as db:
        course = add_course(db, source(), OUTLINE, kind=CourseKind.FILE, at=NOW)
        lesson, exam = course.outline.items[3].id, course.outline.items[4].id
        record(db, [_attempt(exam, 60.0)], NOW)
        score = record(db, [_attempt(exam, 75.0)], LATER)
        undone = undo(db, score.action, LATER)
        record(db, [Change(lesson, EventKind.DUE_ON, {"due_on": "2026-04-01"})], NOW)
        keep_draft(db, lesson, "Con *masa madre*.", NOW)
        settle(db, lesson, NOW)
        done = record(db, [Change(lesson, EventKind.STATE, {"state": State.DONE.value})], LATER)
        keep_place(db, course.id, Place(lesson, 0.5))
        text = source(text=TEXT + "- [ ] Enfriar\r\n")
        apply_update(db, before(db, course), _update(course), replace(text, sha256="new"), LATER)
        for name in ("archived", "removed"):
            path = Path(f"/courses/{name}.md")
            add_course(db, source(path), OUTLINE, kind=CourseKind.FILE, at=LATER)
        rename(db, 2, "Mi pan")
        archive(db, 2, LATER)
        remove(db, 3, LATER)
        keep_course_setting(db, course.id, "target", "90")
        keep_setting(db, "learner", "Íñigo")
        actions = [score.action, undone.action, done.action]
        keep_setting(db, "actions", json.dumps(actions))
        write_copy(db, target)


def _attempt(item: int, score: float) -> Change:
    return Change(item, EventKind.ATTEMPTS, {"taken": [["2026-03-01", score]], "dropped": []})


def _update(course: Course) -> Update:
    cold = Item(5, 2, Kind.LESSON, "Enfriar", 5, 6, week=1)
    outline = replace(OUTLINE, items=(*OUTLINE.items[:4], cold))
    pairs = {item.id: number for number, item in enumerate(course.outline.items[:4], 1)}
    return Update(
        old=Edition(course.outline, (), ()),
        new=Edition(outline, (), ()),
        pairs=pairs,
        unsure={},
        reasons={},
        lost={},
        back={},
        splits={},
        merges={},
    )


if __name__ == "__main__":
    make(Path(sys.argv[1]).resolve())
