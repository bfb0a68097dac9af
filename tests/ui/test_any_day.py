"""Whatever a learner does, undoes and does again, in whatever order: all is as a model has it."""

import copy
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from coursetracker.course.outline import Item, State
from coursetracker.library.courses import load_course
from coursetracker.library.database import open_database
from coursetracker.library.notes import notes
from coursetracker.progress.arrangement import ARRANGING
from coursetracker.progress.grades import COUNTING, TARGET, Counting, Rules
from coursetracker.progress.marking import next_state, ticked, to_mark
from coursetracker.progress.schedule import PLAN, Plan, Unit, plan_of, plan_text, shifted
from coursetracker.progress.standings import Attempt, EventKind, Standing
from coursetracker.ui.session import Session, read_course
from coursetracker.ui.session.grades import Assessment

COURSE = """\
# Bread

# Week 1

## Dough
- [ ] Mixing
- [ ] Kneading

## Test (Assessment 1)
- [ ] Questions

# Week 2

## Heat
- [ ] The oven
- [ ] Fire (optional)

## Exam (Assessment 2)
- [ ] The loaf
"""
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FIELDS = ("state", "attempts", "pass_mark", "weight", "due_on", "optional", "title", "hidden")
STATES = list(State)


@dataclass
class Model:
    """What is true of a course, as plain values; what differs from the beginning."""

    items: dict[tuple[int, str], object] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    def have(self, item: int, name: str, value: object) -> None:
        """Have something be true of an item."""
        if value == getattr(Standing(), name):
            self.items.pop((item, name), None)
        else:
            self.items[item, name] = value

    def keep(self, name: str, value: str | None) -> None:
        """Have the course keep a setting."""
        self.settings.pop(name, None)
        if value is not None:
            self.settings[name] = value


def seen(session: Session) -> Model:
    """Return what a session shows."""
    assert session.progress is not None
    model = Model(notes={item: text for item, text in session.notes.all().items() if text})
    for item, standing in session.progress.standings.items():
        for name in FIELDS:
            model.have(item, name, getattr(standing, name))
    for name in (PLAN, COUNTING, TARGET, "filter"):
        model.keep(name, session.setting(name))
    return model


class Learner:
    """Does the same to a session and to a model; each act is named by a method."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.done = [Model()]
        self.undone: list[Model] = []

    def do(self, what: str, at: int, number: int) -> None:
        """Do something: `at` says to which item, and `number` what."""
        if what in ("undo", "redo"):
            getattr(self, what)()
            return
        now = copy.deepcopy(self.done[-1])
        progress = self.session.progress
        assert progress is not None
        items = progress.outline.items
        if not items:
            return
        act: Callable[[], object] | None = getattr(self, what)(now, items[at % len(items)], number)
        if act is not None and now != self.done[-1]:
            act()
            self.done.append(now)
            self.undone.clear()

    def undo(self) -> None:
        if len(self.done) > 1:
            self.session.undo()
            self.undone.append(self.done.pop())
        else:
            assert self.session.undo_words() is None

    def redo(self) -> None:
        if self.undone:
            self.session.redo()
            self.done.append(self.undone.pop())
        else:
            assert self.session.redo_words() is None

    # What can be done: each changes the model, and returns how the session does it

    def _mark(self, now: Model, item: Item, state: State, spared: Any = None) -> None:
        assert self.session.progress is not None
        for leaf in to_mark(self.session.progress, [item.id], state, spared):
            now.have(leaf.id, "state", state)

    def mark(self, now: Model, item: Item, number: int) -> Callable[[], object]:
        state = STATES[number % len(STATES)]
        self._mark(now, item, state)
        return lambda: self.session.marks.set_state([item.id], state)

    def toggle(self, now: Model, item: Item, _number: int) -> Callable[[], object]:
        assert self.session.progress is not None
        self._mark(now, item, ticked(self.session.progress, [item.id]), (State.SKIPPED,))
        return lambda: self.session.toggle(item.id)

    def cycle(self, now: Model, item: Item, _number: int) -> Callable[[], object]:
        assert self.session.progress is not None
        self._mark(now, item, next_state(self.session.progress, [item.id]))
        return lambda: self.session.marks.cycle([item.id])

    def note(self, now: Model, item: Item, number: int) -> Callable[[], object]:
        text = "*note* " * (number % 4)
        now.notes.pop(item.id, None)
        if text:
            now.notes[item.id] = text

        def act() -> None:
            self.session.notes.keep_draft(item.id, "half of it")
            self.session.notes.keep_draft(item.id, text)
            self.session.notes.settle()

        return act

    def assess(self, now: Model, item: Item, number: int) -> Callable[[], object]:
        days = [date(2026, 3, 1) + timedelta(days=n) for n in range(number % 4)]
        attempts = tuple(Attempt(day, float(10 * number + n)) for n, day in enumerate(days))
        pass_mark, weight = (None, 2.0) if number % 2 else (70.0, None)
        rules = Rules(list(Counting)[number % 2], 50.0 + number)
        for name, value in (("attempts", attempts), ("pass_mark", pass_mark), ("weight", weight)):
            now.have(item.id, name, value)
        usual = Rules.of(now.settings.get(COUNTING), now.settings.get(TARGET))
        if rules.counting is not usual.counting:
            now.keep(COUNTING, rules.counting.value)
        if rules.target != usual.target:
            now.keep(TARGET, str(rules.target))
        marking = Assessment(attempts, pass_mark, weight)
        return lambda: self.session.grades.mark(item.id, marking, rules, "mark")

    def score(self, now: Model, item: Item, number: int) -> Callable[[], object] | None:
        kept = now.items.get((item.id, "attempts"), ())
        assert isinstance(kept, tuple)
        before = [each for each in kept if each.on != NOW.date()]
        now.have(item.id, "attempts", (*before, Attempt(NOW.date(), float(number))))
        return lambda: self.session.set_score(item.id, float(number))

    def due(self, now: Model, item: Item, number: int) -> Callable[[], object]:
        day = None if number % 3 == 0 else date(2026, 3, 1 + number % 28)
        now.have(item.id, "due_on", day)
        return lambda: self.session.planning.set_due(item.id, day, "due")

    def plan(self, now: Model, _item: Item, number: int) -> Callable[[], object]:
        plan = Plan(date(2026, 2, 1), list(Unit)[number % len(Unit)], 1.0 + number)
        kept = None if number % 4 == 0 else plan
        now.keep(PLAN, None if kept is None else plan_text(kept))
        return lambda: self.session.planning.keep(kept, "plan")

    def begin_anew(self, now: Model, _item: Item, _number: int) -> Callable[[], object] | None:
        plan, progress = plan_of(now.settings.get(PLAN)), self.session.progress
        if plan is None or plan.restarts or progress is None:
            return None
        counting = Rules.of(now.settings.get(COUNTING), now.settings.get(TARGET)).counting
        for item, day in shifted(progress, plan, NOW, counting).items():
            now.have(item, "due_on", day)
        now.keep(PLAN, plan_text(plan.restarted(NOW)))
        return lambda: self.session.planning.begin_anew("anew")

    def arrange(self, now: Model, item: Item, number: int) -> Callable[[], object]:
        name, value = ("optional", True) if number % 2 else ("title", f"Mine {number}")
        now.have(item.id, name, value)
        return lambda: self.session.arrange([item.id], EventKind(name), value, "arrange")

    def hide(self, now: Model, item: Item, _number: int) -> Callable[[], object]:
        now.have(item.id, "hidden", True)
        return lambda: self.session.arrange([item.id], EventKind.HIDDEN, True, "hide")

    def as_written(self, now: Model, _item: Item, _number: int) -> Callable[[], object]:
        arranged = {item for item, name in now.items if name in {each.value for each in ARRANGING}}
        for item in arranged:
            for kind in ("optional", "title", "hidden"):
                now.have(item, kind, None)
        return lambda: self.session.as_written(sorted(arranged), "as written")

    def choose(self, now: Model, _item: Item, number: int) -> Callable[[], object]:
        wanted = None if number % 3 == 0 else f"filter {number % 3}"
        now.keep("filter", wanted)
        return lambda: self.session.set_setting("filter", wanted, "filter")


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["mark", "toggle", "cycle", "note", "assess", "score", "due", "plan", "begin_anew",
             "arrange", "hide", "as_written", "choose", "undo", "undo", "undo", "redo", "redo"]
        ),
        st.integers(0, 20),
        st.integers(0, 9),
    ),
    min_size=6,
    max_size=30,
)  # fmt: skip


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS)
def test_all_is_as_a_model_has_it(qapp: QApplication, acts: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as name, closing(open_database(Path(name))) as db:
        db.execute("PRAGMA synchronous = OFF")  # nobody pulls the plug here
        path = Path(name) / "course.md"
        path.write_text(COURSE, "utf-8")
        session = Session(db, lambda: NOW)
        session.admit(read_course(path))
        learner = Learner(session)
        for act in acts:
            learner.do(*act)
            assert seen(session) == learner.done[-1], act
        assert session.course is not None
        assert session.progress is not None
        kept: Mapping[int, Standing] = load_course(db, session.course.id).standings
        untouched = Standing()
        for item, standing in session.progress.standings.items():
            assert kept.get(item, untouched) == standing
        assert {i: t for i, t in notes(db, session.course.id).items() if t} == seen(session).notes
