"""How long the progress report takes: of the bundled course, of a real one, of 5,000 lessons.

Prints JSON. Every run is a process of its own, as nothing may be left over from the run before;
a figure is the median of the runs, in seconds, with typst imported and the file on disk. The
baseline is typst alone setting an empty page with the same fonts and standards.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from coursetracker.course.outline import Item, Kind, Outline, State, Week
from coursetracker.resources import bundled_course, resources

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CURRICULUM = SHARED / "courses" / "jwasham__coding-interview-university" / "README.md"
RUNS = 5
START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one export took, in seconds, and made, in bytes."""

    wall: float
    cpu: float
    size: int


def big_outline(lessons: int) -> Outline:
    """Return a course of 10 weeks with 25 lessons to a section."""
    items: list[Item] = []

    def add(parent: int | None, kind: Kind, title: str, week: int) -> int:
        number = len(items) + 1
        items.append(Item(number, parent, kind, title, number, number + 1, week))
        return number

    for number in range(1, 11):
        week = add(None, Kind.WEEK, f"Topic {number}", number)
        for part in range(lessons // 250):
            section = add(week, Kind.SECTION, f"Section {part + 1}", number)
            for lesson in range(25):
                add(section, Kind.LESSON, f"Lesson {lesson + 1} of section {part + 1}", number)
    weeks = tuple(Week(number, f"Topic {number}") for number in range(1, 11))
    return Outline("A long course", tuple(items), weeks)


def read(path: Path) -> Outline:
    """Return the outline of a course file."""
    from coursetracker.course.reader import read_outline  # noqa: PLC0415
    from coursetracker.markdown import parse  # noqa: PLC0415

    return read_outline(parse(path.read_text(encoding="utf-8")), path.name)


def export(outline: Outline, target: Path) -> None:
    """Write the report of a course with every second lesson done."""
    from coursetracker.export.pdf import write_pdf  # noqa: PLC0415
    from coursetracker.export.report import ReportFacts, report  # noqa: PLC0415
    from coursetracker.progress.rollup import Progress  # noqa: PLC0415
    from coursetracker.progress.standings import Standing  # noqa: PLC0415

    leaves = list(outline.leaves())[::2]
    moments = [START + timedelta(hours=number) for number in range(len(leaves))]
    standings = {
        leaf.id: Standing(State.DONE, at, at) for leaf, at in zip(leaves, moments, strict=True)
    }
    facts = ReportFacts(outline.title, "course.md", "Ada", date(2026, 11, 23), "en")
    made = report(Progress.of(outline, standings), facts, str)
    write_pdf(made, target, lambda _done, _total: None)


def empty_page(target: Path) -> None:
    """Write the least that typst can."""
    import typst  # noqa: PLC0415

    fonts = typst.Fonts(False, False, [resources() / "fonts"])
    source = b'#set document(title: "Empty"); #set text(lang: "en", font: "Noto Sans")'
    pdf = typst.compile(source, font_paths=fonts, pdf_standards=["ua-1", "a-2a"])
    target.write_bytes(pdf)


SUBJECTS: dict[str, Callable[[], Outline] | None] = {
    "empty page (baseline)": None,
    "bundled course": lambda: read(bundled_course()),
    "5,000 lessons": lambda: big_outline(5000),
}
if CURRICULUM.exists():
    SUBJECTS["coding-interview-university"] = lambda: read(CURRICULUM)


def run(subject: str) -> Cost:
    """Export one subject in this process; reading the course is not counted."""
    make = SUBJECTS[subject]
    outline = make() if make else None
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.pdf"
        wall, cpu = time.perf_counter(), time.process_time()
        if outline is None:
            empty_page(target)
        else:
            export(outline, target)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        return Cost(round(wall, 3), round(cpu, 3), target.stat().st_size)


def measured(subject: str) -> dict[str, float]:
    """Return the medians of several runs, each in a new process, and the slowest."""
    costs = []
    for _run in range(RUNS):
        told = subprocess.run(
            [sys.executable, __file__, subject], capture_output=True, check=True, text=True
        )
        costs.append(Cost(**json.loads(told.stdout)))
    return {
        "wall_s": statistics.median(cost.wall for cost in costs),
        "wall_slowest_s": max(cost.wall for cost in costs),
        "cpu_s": statistics.median(cost.cpu for cost in costs),
        "bytes": costs[0].size,
    }


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(asdict(run(sys.argv[1]))))
    else:
        figures = {subject: measured(subject) for subject in SUBJECTS}
        print(json.dumps({"load": os.getloadavg()[0], "runs": RUNS, **figures}, indent=2))
