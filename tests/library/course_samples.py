"""Courses made by hand."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from coursetracker.course.outline import Item, Kind, Outline, State, Week
from coursetracker.library.sources import Source

NOW = datetime(2026, 3, 1, 9, 30, 15, 123456, tzinfo=timezone(timedelta(hours=-5, minutes=-30)))
LATER = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TEXT = "# Pan ñ\r\n\r\n- [x] Amasar\r\n- [ ] Hornear\r\n"

OUTLINE = Outline(
    "Pan ñ",
    (
        Item(1, None, Kind.WEEK, "Week 1", 1, 9, week=1),
        Item(2, 1, Kind.SECTION, "Masa", 2, 6, week=1, state=State.DONE),
        Item(3, 2, Kind.LESSON, "Amasar", 3, 4, 1, State.DONE, "#a", False, 12, "ab12"),
        Item(4, 2, Kind.LESSON, "Reposar", 4, 5, 1, State.IN_PROGRESS),
        Item(5, 1, Kind.ASSESSMENT, "Examen", 6, 9, week=1, optional=True),
    ),
    weeks=(Week(1, "Harina y agua"),),
    evidence=("2 task items",),
)


def source(path: Path = Path("/courses/pan ñ.md"), text: str = TEXT) -> Source:
    return Source(path, text, "5ha256")
