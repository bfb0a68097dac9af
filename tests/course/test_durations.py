import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.course.durations import effort_minutes


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("Intro (video, 12 min)", 12),
        ("~3 h", 180),
        ("1h 30m", 90),
        ("1 hour and 5 minutes", 65),
        ("2 horas y 15 minutos", 135),
        ("A 20-minute talk", 20),
        ("1.5 hours", 90),
        ("1,5 horas", 90),
        ("7-10 min read", 8),
        ("Calculus | 10 weeks | 10 hours/week | none", 6000),
        ("10-12 weeks | 6–10 hours/week", 5280),
        ("LaTeX | 1 week | 30 minutes/week", 30),
        ("4 semanas, 3 horas por semana", 720),
        ("2 weeks, 5 hours a week", 600),
        ("4 semanas, 6 horas semanales", 1440),
        ("2h 30m", 150),
        ("2h30", 150),
        ("1 hora y media", 90),
        ("una hora y media de vídeo", 90),
        ("2 hours and a half", 150),
        ("1 ½ hours", 90),
        ("media hora", 30),
        ("Half an hour of reading", 30),
        ("Una hora de práctica", 60),
        ("3 hours, 20 videos", 180),
    ],
)
def test_a_line_that_names_a_time_gives_its_minutes(line: str, minutes: int) -> None:
    assert effort_minutes(line) == minutes


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Introduction",
        "10 weeks",
        "8 hours/week",
        "Chapter 3",
        "Top 10 methods",
        "6.006",
        "40M visitors a day",
        "Version 1 and 2 - M. Cantù",
        "1,500 hours of audio every day",
        "20000 hours",
    ],
)
def test_a_line_without_a_whole_time_gives_none(line: str) -> None:
    assert effort_minutes(line) is None


@given(st.text(alphabet="0123456789 hminweksora-/,.", max_size=40))
def test_no_line_gives_a_negative_time(line: str) -> None:
    minutes = effort_minutes(line)
    assert minutes is None or minutes >= 0
