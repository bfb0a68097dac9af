"""Exporting the report from the window."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from coursetracker.course.changes import Edition, update_between
from coursetracker.course.outline import State
from coursetracker.course.reader import read_outline
from coursetracker.export.report import Report
from coursetracker.library.sources import Source
from coursetracker.markdown import parse
from coursetracker.ui.report_parts import ReportParts
from coursetracker.ui.window import MainWindow
from ui.conftest import COURSE


def answer(monkeypatch: pytest.MonkeyPatch, name: tuple[str, bool], target: str) -> None:
    """Answer the two native dialogs."""
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: name)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (target, ""))


def buttons(window: MainWindow) -> list[str]:
    shown = window.pane.notice.findChildren(QPushButton)
    return [button.text() for button in shown if button.isVisible()]


def test_the_name_is_asked_once_and_the_report_can_be_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, ("  Ana  ", True), str(tmp_path / "informe"))
    with qtbot.waitSignal(window.exporting.written, timeout=20_000) as written:
        window.actions_by_name["export-pdf"].trigger()

    assert written.args == [tmp_path / "informe.pdf"]
    assert (tmp_path / "informe.pdf").read_bytes().startswith(b"%PDF")
    assert window.session.learner() == "Ana"
    assert str(tmp_path / "informe.pdf") in window.pane.notice.text()
    qtbot.waitUntil(lambda: buttons(window) == ["Open", "Show in folder"])
    monkeypatch.setattr(QInputDialog, "getText", _never)
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: QMessageBox.StandardButton.No)
    (tmp_path / "informe.pdf").write_bytes(b"precious")
    window.actions_by_name["export-pdf"].trigger()
    assert (tmp_path / "informe.pdf").read_bytes() == b"precious"
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: QMessageBox.StandardButton.Yes)
    with qtbot.waitSignal(window.exporting.written, timeout=20_000):
        window.actions_by_name["export-pdf"].trigger()


def _never(*_arguments: object, **_named: object) -> None:
    raise AssertionError("asked again")


def test_who_thinks_better_of_it_gets_no_report(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, ("Ana", False), str(tmp_path / "a.pdf"))
    window.actions_by_name["export-pdf"].trigger()
    answer(monkeypatch, ("Ana", True), "")
    window.actions_by_name["export-pdf"].trigger()
    assert not list(tmp_path.glob("*.pdf"))


def test_only_who_has_lost_something_is_asked_whether_to_report_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Report] = []

    def keep(report: Report, _target: Path, _tick: object) -> tuple[str, ...]:
        made.append(report)
        return ()

    def export() -> list[str]:
        with qtbot.waitSignal(window.exporting.written, timeout=20_000):
            window.actions_by_name["export-pdf"].trigger()
        qtbot.waitUntil(lambda: window.exporting._job is None)
        return [row.title for row in made[-1].lost]

    monkeypatch.setattr("coursetracker.export.pdf.write_pdf", keep)
    choose(monkeypatch, _never)
    answer(monkeypatch, ("Ana", True), str(tmp_path / "a.pdf"))
    assert export() == []

    lose_kneading(window)
    choose(monkeypatch, lambda dialog: dialog.accept())
    assert export() == []
    choose(monkeypatch, partial(want, "lost"))
    assert export() == ["Kneading"]
    choose(monkeypatch, lambda dialog: dialog.reject())
    window.actions_by_name["export-pdf"].trigger()
    assert window.exporting._job is None


def choose(monkeypatch: pytest.MonkeyPatch, act: Callable[[ReportParts], object]) -> None:
    """Answer what the report is to have."""

    def answered(dialog: ReportParts) -> int:
        act(dialog)
        return dialog.result()

    monkeypatch.setattr(ReportParts, "exec", answered)


def want(name: str, dialog: ReportParts) -> None:
    dialog.boxes[name].click()
    dialog.accept()


def test_notes_are_reported_where_they_are_wanted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    assert session.course is not None
    leaves = list(session.course.outline.leaves())
    session.notes.keep_draft(leaves[1].id, "Of $x^2$ and **more**")
    session.notes.settle()
    made: list[Report] = []

    def keep(report: Report, _target: Path, _tick: object) -> tuple[str, ...]:
        made.append(report)
        return ()

    monkeypatch.setattr("coursetracker.export.pdf.write_pdf", keep)
    answer(monkeypatch, ("Ana", True), str(tmp_path / "a.pdf"))
    for act in (partial(want, "notes"), ReportParts.accept):
        choose(monkeypatch, act)
        with qtbot.waitSignal(window.exporting.written, timeout=20_000):
            window.actions_by_name["export-pdf"].trigger()
        qtbot.waitUntil(lambda: window.exporting._job is None)

    (entry,) = made[0].notes
    assert entry.title == leaves[1].title
    assert [run.kind for run in entry.blocks[0].runs] == ["text", "formula", "text", "text"]
    assert "<svg" in entry.blocks[0].runs[1].svg
    assert made[1].notes == ()


def lose_kneading(window: MainWindow) -> None:
    """Let the small course lose a lesson that is done."""
    session = window.session
    assert session.course is not None
    kneading = next(i for i in session.course.outline.items if i.title == "Kneading")
    session.mark(kneading.id, State.DONE)
    started = session.before_update()
    text = COURSE.replace("## Kneading\nFold and turn.\n\n", "")
    document = parse(text)
    edition = Edition.of(document, read_outline(document, "name"))
    old = Edition.of(parse(started.text), started.course.outline)
    source = Source(session.course.source, text, "5ha256")
    session.update(started, update_between(old, edition, started.lost), source)
    assert [each.item.title for each in session.lost()] == ["Kneading"]


def test_a_target_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.exporting.refused, timeout=20_000):
        window.exporting.write(tmp_path / "no such folder" / "a.pdf")
    assert "There is no folder" in window.pane.notice.text()


def test_a_cancelled_export_leaves_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(_report: object, _target: Path, tick: Callable[[int, int], None]) -> tuple[str, ...]:
        go_on.wait(10)
        tick(0, 1)
        raise AssertionError("was not cancelled")

    monkeypatch.setattr("coursetracker.export.pdf.write_pdf", slow)
    window.exporting.write(tmp_path / "a.pdf")
    cancel = window.findChild(QPushButton, "cancel-job")
    assert cancel is not None
    assert cancel.isVisible()
    cancel.click()
    go_on.set()
    window.exporting.stop()
    qtbot.wait(50)
    assert not list(tmp_path.glob("*.pdf*"))
    assert not cancel.isVisible()


def test_a_course_is_not_written_over(
    window: MainWindow, course_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = course_file.read_bytes()
    answer(monkeypatch, ("Ana", True), str(course_file))
    window.actions_by_name["export-markdown"].trigger()
    assert "never written to" in window.pane.notice.text()
    assert course_file.read_bytes() == before
