"""Courses and progress made up for the tests of this folder."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from coursetracker.course.outline import Item, Kind, Outline, State, Week
from coursetracker.export.report import ReportFacts
from coursetracker.progress.lost import LostItem
from coursetracker.progress.rollup import Progress
from coursetracker.progress.standings import Attempt, Standing

TODAY = date(2026, 11, 23)
START = datetime(2026, 9, 28, 18, 30, tzinfo=timezone(timedelta(hours=-5)))

SPANISH = {
    "Progress report": "Informe de progreso",
    "Course file: {name}": "Archivo del curso: {name}",
    "Page {page} of {pages}": "Página {page} de {pages}",
    "Progress": "Progreso",
    "Week": "Semana",
    "Section": "Sección",
    "Week {number}": "Semana {number}",
    "Week {number}: {title}": "Semana {number}: {title}",
    "Lessons done": "Lecciones hechas",
    "Share": "Porcentaje",
    "{done} of {counted}": "{done} de {counted}",
    "0.5": "0,5",
    "Lessons done: {done} of {counted}, {percent}": (
        "Lecciones hechas: {done} de {counted}, {percent}"
    ),
    "Done": "Hechas",
    "In progress": "En curso",
    "Not started": "Sin empezar",
    "Skipped (not counted)": "Omitidas (no cuentan)",
    "Optional (not counted)": "Opcionales (no cuentan)",
    "{done} done, {current} done and current": "{done} hecho, {current} hecho y al día",
    "Lessons that changed after they were done: {count}": (
        "Lecciones que cambiaron después de hechas: {count}"
    ),
    "(no title)": "(sin título)",
    "Completion over time": "Avance en el tiempo",
    "Nothing has been done yet. The curve begins with the first lesson done.": (
        "Aún no hay nada hecho. La curva empieza con la primera lección hecha."
    ),
    "Assessments": "Evaluaciones",
    "Assessment": "Evaluación",
    "Score": "Nota",
    "Pass mark": "Para aprobar",
    "Result": "Resultado",
    "passed": "aprobada",
    "not passed": "no aprobada",
    "open": "pendiente",
    "Checklist": "Lista de lecciones",
    "Lesson": "Lección",
    "State": "Estado",
    "Done on": "Fecha",
    "done": "hecha",
    "done, changed since": "hecha, cambiada después",
    "in progress": "en curso",
    "not started": "sin empezar",
    "skipped": "omitida",
    "optional": "opcional",
    "Lost & found": "Objetos perdidos",
    "What was done with lessons that have left the course, or that hold lessons of their own now."
    " It is not counted.": (
        "Lo que se hizo con lecciones que ya no están en el curso o que ahora contienen otras."
        " No se cuenta."
    ),
    "Lesson and where it stood": "Lección y dónde estaba",
    "with a note": "con una nota",
    "Notes": "Apuntes",
    "{day} {month} {year}": "{day} de {month} de {year}",
    "January February March April May June July August September October November December": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec": (
        "ene feb mar abr may jun jul ago sept oct nov dic"
    ),
}


def english(sentence: str) -> str:
    return sentence


def spanish(sentence: str) -> str:
    return SPANISH.get(sentence, sentence)


def facts(course: str = "Machine Learning in Production", **changed: object) -> ReportFacts:
    plain = ReportFacts(course, "course.md", "Ada Lovelace", TODAY, "en")
    return replace(plain, **changed)  # type: ignore[arg-type]


class Draft:
    """Builds an outline item by item: the id is the place in reading order, from 1."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def add(self, kind: Kind, title: str, parent: int | None = None, **more: object) -> int:
        number = len(self.items) + 1
        week = self.items[parent - 1].week if parent else None
        given: dict[str, object] = {"week": week, **more}
        item = Item(number, parent, kind, title, number, number + 1)
        self.items.append(replace(item, **given))  # type: ignore[arg-type]
        return number

    def outline(self, title: str) -> Outline:
        weeks = [i for i in self.items if i.kind is Kind.WEEK and i.week is not None]
        return Outline(
            title, tuple(self.items), tuple(Week(i.week, i.title) for i in weeks if i.week)
        )


def ml_course() -> Outline:
    """Return a course in the shape of the bundled one: 3 weeks, 11 sections, 65 lessons."""
    draft = Draft()
    weeks: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
        (
            "Overview of the ML lifecycle and deployment",
            (("The Lifecycle", 6), ("Deployment", 6), ("Deploying a Deep Learning Model", 4)),
        ),
        (
            "Selecting and training a model",
            (
                ("Selecting and Training a Model", 6),
                ("Error analysis and performance auditing", 4),
                ("Data iteration", 9),
                ("Modeling challenges", 3),
            ),
        ),
        (
            "Data definition and baseline",
            (
                ("Define Data and Establish Baseline", 7),
                ("Label and Organize Data", 5),
                ("Scoping", 9),
                ("The Machine Learning Project Lifecycle", 6),
            ),
        ),
    )
    for number, (title, sections) in enumerate(weeks, 1):
        week = draft.add(Kind.WEEK, title, week=number)
        for place, (section, lessons) in enumerate(sections, 1):
            kind = Kind.ASSESSMENT if place == len(sections) else Kind.SECTION
            above = draft.add(kind, section, week)
            for lesson in range(1, lessons + 1):
                draft.add(Kind.LESSON, LESSONS[(lesson + above) % len(LESSONS)], above)
    return draft.outline("Machine Learning in Production")


LESSONS = (
    "Welcome",
    "Steps of an ML project",
    "Case study: speech recognition",
    "Key challenges",
    "Deployment patterns",
    "Monitoring",
    "Pipeline monitoring",
    "Experiment tracking",
    "From big data to good data",
    "Why is data definition hard?",
)


def done(leaves: Iterable[Item], at: datetime = START) -> dict[int, Standing]:
    """Return standings where these leaves are done, some two days apart."""
    standings = {}
    for place, leaf in enumerate(leaves):
        moment = at + timedelta(hours=37 * place)
        standings[leaf.id] = Standing(State.DONE, moment, moment)
    return standings


def half_done(outline: Outline) -> Progress:
    leaves = list(outline.leaves())
    half = len(leaves) // 2
    standings = done(leaves[:half])
    others = (Standing(State.IN_PROGRESS, START), Standing(State.SKIPPED), Standing(optional=True))
    for leaf, standing in zip(leaves[half:], others, strict=False):
        standings[leaf.id] = standing
    exams = [i for i in outline.items if i.kind is Kind.ASSESSMENT]
    for exam, score in zip(exams, (92.5, 71.0), strict=False):
        standings[exam.id] = Standing(attempts=(Attempt(START.date(), score),))
    return Progress.of(outline, standings)


def some_changed(outline: Outline) -> Progress:
    """Return progress where the text of every eighth lesson that is done has changed since."""
    progress = half_done(outline)
    leaves = [leaf.id for leaf in outline.leaves() if progress.state(leaf.id) is State.DONE]
    before = {leaf: progress.standing(leaf) for leaf in leaves[::8]}
    return progress.changed(
        {leaf: replace(standing, done_body_sha256="old") for leaf, standing in before.items()}
    )


DONE = Standing(State.DONE, START, START)


def lost(
    title: str = "Old tools",
    standing: Standing = DONE,
    above: tuple[str, ...] = ("Week 1: Start", "First steps"),
    *,
    has_note: bool = False,
) -> LostItem:
    item = Item(900, None, Kind.LESSON, title, 1, 2)
    return LostItem(item, replace(standing, has_note=has_note), above, START)


def some_lost() -> tuple[LostItem, ...]:
    """Return lost lessons in every state, one of them with all that a row can show."""
    return (
        lost(
            standing=Standing(State.DONE, START, START, attempts=(Attempt(START.date(), 92.5),)),
            has_note=True,
        ),
        lost("Half of it", Standing(State.IN_PROGRESS, START), ("The Lifecycle",)),
        lost("Never mind", Standing(State.SKIPPED), ()),
        lost("Only a note", Standing(), has_note=True),
    )


def big_course(lessons: int = 5000) -> Outline:
    """Return a course of 10 weeks, 100 lessons to a section."""
    draft = Draft()
    for number in range(1, 11):
        week = draft.add(Kind.WEEK, f"Topic {number}", week=number)
        for section in range(lessons // 1000 or 1):
            above = draft.add(Kind.SECTION, f"Section {section + 1}", week)
            for lesson in range(min(100, lessons // 10)):
                draft.add(Kind.LESSON, f"Lesson {lesson + 1} of many, about something", above)
    return draft.outline("A very large course")


def titled(titles: Sequence[str]) -> Outline:
    """Return a course of one week and one section whose lessons have these titles."""
    draft = Draft()
    week = draft.add(Kind.WEEK, titles[0], week=1)
    section = draft.add(Kind.SECTION, titles[-1], week)
    for title in titles:
        draft.add(Kind.LESSON, title, section)
    draft.add(Kind.ASSESSMENT, titles[0], week)
    return draft.outline(titles[0])
