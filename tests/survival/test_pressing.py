"""Whatever is pressed, in whatever order: nothing fails, and the library is whole."""

import random
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from coursetracker.library.checking import check_library
from coursetracker.library.database import open_database
from coursetracker.resources import bundled_course
from survival.presser import Presser
from ui.conftest import COURSE
from windows import make_window

ACTS = 3_000


@pytest.fixture
def courses(tmp_path: Path) -> list[Path]:
    """Return files of courses that their author may change."""
    paths = [tmp_path / "course.md", tmp_path / "bread.md"]
    paths[0].write_bytes(bundled_course().read_bytes())
    paths[1].write_text(COURSE, "utf-8")
    return paths


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, courses: list[Path]) -> random.Random:
    """Answer the system's own dialogs by chance."""
    rng = random.Random()
    button = QMessageBox.StandardButton

    def target(*_: object, **__: object) -> tuple[str, str]:
        kind = rng.choice(["pdf", "csv", "md", "ics", "json"])
        return (rng.choice(["", str(tmp_path / f"out.{kind}")]), "")

    answered = {
        (QFileDialog, "getSaveFileName"): target,
        (QFileDialog, "getOpenFileName"): lambda *_, **__: (str(rng.choice(courses)), ""),
        (QFileDialog, "getExistingDirectory"): lambda *_, **__: rng.choice(["", str(tmp_path)]),
        (QInputDialog, "getText"): lambda *_, **__: (rng.choice(["", "<b>", "ñ" * 50]), True),
        (QMessageBox, "question"): lambda *_, **__: rng.choice([button.Yes, button.No]),
        (QMessageBox, "warning"): lambda *_, **__: button.Close,
        (QMessageBox, "about"): lambda *_, **__: None,
        (QDesktopServices, "openUrl"): lambda *_, **__: True,
    }
    for (kind, name), answer in answered.items():
        monkeypatch.setattr(kind, name, staticmethod(answer))
    return rng


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_pressed_nothing_fails(
    qtbot: QtBot, tmp_path: Path, courses: list[Path], answers: random.Random, seed: int
) -> None:
    folder = tmp_path / "data"
    answers.seed(seed)
    window = make_window(folder)
    window.resize(1200, 760)
    window.show()
    window.open_path(courses[0])
    presser = Presser(window, random.Random(seed), courses)
    with qtbot.captureExceptions() as failures:
        for _ in range(ACTS):
            presser.act()
            qtbot.wait(1)
            assert not failures, presser.trail[-20:]
            assert window.isVisible(), presser.trail[-20:]
    presser.stop()
    window.close()
    window.session.close()
    window.deleteLater()

    with closing(open_database(folder)) as db:
        report = check_library(db, datetime.now().astimezone(), lambda _done, _total: None)
    assert [finding.found for finding in report.findings] == [0] * len(report.findings)
