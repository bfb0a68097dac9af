"""Backups are made and restored in the window, the database is checked, a problem is reported."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coursetracker.app import furnish_rescued
from coursetracker.course.outline import State
from coursetracker.library.backups import Backup, Why, back_up, backups
from coursetracker.library.database import DATABASE
from coursetracker.problems import Problem
from coursetracker.starting import empty_window
from coursetracker.ui import rescue
from coursetracker.ui.failures import LOG, keep_log, log
from coursetracker.ui.reporting import ReportDialog, report_files
from coursetracker.ui.session import local_time
from coursetracker.ui.window import MainWindow
from windows import make_window

OpenWindow = Callable[[], MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def leaves(window: MainWindow) -> list[int]:
    assert window.session.progress is not None
    return [leaf.id for leaf in window.session.progress.outline.leaves()]


def done(window: MainWindow) -> list[int]:
    """Return the places of the leaves that are done."""
    progress = window.session.progress
    assert progress is not None
    return [at for at, leaf in enumerate(leaves(window)) if progress.state(leaf) is State.DONE]


def back_up_yesterday(window: MainWindow) -> Backup:
    return back_up(window.session._db, Why.DAY, local_time() - timedelta(days=1))


def dialog_named(window: MainWindow, name: str) -> QDialog:
    (dialog,) = (each for each in window.findChildren(QDialog, name) if each.isVisible())
    return dialog


Part = TypeVar("Part", bound=QWidget)


def part(dialog: QDialog, kind: type[Part], name: str) -> Part:
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def ask_backup(qtbot: QtBot, window: MainWindow) -> QDialog:
    """Open the dialog of backups and wait until it knows what they hold."""
    window.actions_by_name["restore-backup"].trigger()
    dialog = dialog_named(window, "backups")
    told = part(dialog, QLabel, "backup-told")
    qtbot.waitUntil(lambda: not told.text().startswith("Reading"))
    return dialog


def rows(table: QTreeWidget) -> list[list[str]]:
    found = (table.topLevelItem(at) for at in range(table.topLevelItemCount()))
    return [[row.text(at) for at in range(table.columnCount())] for row in found if row]


def press(widget: QDialog, name: str) -> None:
    part(widget, QAbstractButton, name).click()


# Restoring


def test_a_day_old_backup_is_restored_undone_and_redone(qtbot: QtBot, window: MainWindow) -> None:
    first, second, third = leaves(window)[:3]
    window.toggle(first)
    back_up_yesterday(window)
    window.toggle(second)
    window.toggle(third)

    dialog = ask_backup(qtbot, window)
    (row,) = rows(part(dialog, QTreeWidget, "backup-list"))
    assert row[1:] == ["a day of use", "2 fewer actions"]
    (course,) = rows(part(dialog, QTreeWidget, "backup-courses"))
    assert course == ["Baking bread", "16.7\N{NO-BREAK SPACE}%"]
    assert "1 action" in part(dialog, QLabel, "backup-told").text()
    press(dialog, "backup-restore")
    qtbot.waitUntil(lambda: "has been restored" in window.pane.notice.text())

    assert done(window) == [0]
    assert window.windowTitle().startswith("Baking bread")
    assert window.side.outline.isVisible()
    assert "restore the backup from" in window.actions_by_name["undo"].text()
    window.toggle(leaves(window)[3])  # and life goes on
    for way, expected in (
        ("undo", [0]),
        ("undo", [0, 1, 2]),
        ("undo", [0, 1]),  # what was done before the backup was restored
        ("redo", [0, 1, 2]),
        ("redo", [0]),
        ("redo", [0, 3]),
        ("undo", [0]),
        ("undo", [0, 1, 2]),
    ):
        window.actions_by_name[way].trigger()
        assert done(window) == expected


def test_the_notice_takes_the_restoring_back(qtbot: QtBot, window: MainWindow) -> None:
    backup = back_up_yesterday(window)
    window.toggle(leaves(window)[0])
    window.safety.restore(backup)
    assert done(window) == []

    undo = next(b for b in window.pane.notice.findChildren(QPushButton) if b.text() == "Undo")
    undo.click()

    assert done(window) == [0]


def test_what_was_restored_is_there_at_the_next_start(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    window.toggle(leaves(window)[0])
    backup = back_up_yesterday(window)
    window.toggle(leaves(window)[1])
    window.safety.restore(backup)

    again = open_window()
    again.session.open_last()
    assert done(again) == [0]
    whys = [each.why for each in again.session.backups.found()]
    assert whys == [Why.RESTORE, Why.DAY]


def test_a_course_that_the_backup_does_not_have_gives_way_to_one_that_it_has(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.toggle(leaves(window)[0])
    backup = back_up_yesterday(window)
    other = tmp_path / "other.md"
    other.write_text("# Other\n\n## One\n", "utf-8")
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(other)
    window.toggle(leaves(window)[0])

    window.safety.restore(backup)
    assert window.windowTitle().startswith("Baking bread")
    assert done(window) == [0]

    window.actions_by_name["undo"].trigger()
    assert window.windowTitle().startswith("Other")
    assert done(window) == [0]
    window.actions_by_name["undo"].trigger()
    assert done(window) == []


def test_a_backup_without_courses_leaves_none_open(
    qtbot: QtBot, open_window: OpenWindow, course_file: Path
) -> None:
    window = open_window()
    backup = back_up_yesterday(window)
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(course_file)

    window.safety.restore(backup)

    assert window.session.course is None
    assert window.shelving.is_shown
    undo = next(b for b in window.pane.notice.findChildren(QPushButton) if b.text() == "Undo")
    undo.click()
    assert window.windowTitle().startswith("Baking bread")


def test_a_damaged_backup_cannot_be_chosen(qtbot: QtBot, window: MainWindow) -> None:
    backup = back_up_yesterday(window)
    backup.path.write_bytes(b"nothing of the kind")

    dialog = ask_backup(qtbot, window)

    assert rows(part(dialog, QTreeWidget, "backup-list"))[0][2] == "cannot be read"
    assert "cannot be read" in part(dialog, QLabel, "backup-told").text()
    assert not part(dialog, QPushButton, "backup-restore").isEnabled()
    dialog.reject()


def test_that_there_is_no_backup_is_told(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ask_backup(qtbot, window)

    assert "There is no backup yet" in part(dialog, QLabel, "backup-told").text()
    assert not part(dialog, QPushButton, "backup-restore").isEnabled()
    dialog.reject()


def test_a_backup_is_chosen_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.toggle(leaves(window)[0])
    older = back_up_yesterday(window)
    window.toggle(leaves(window)[1])
    back_up(window.session._db, Why.UPDATE, local_time())
    dialog = ask_backup(qtbot, window)
    listed = part(dialog, QTreeWidget, "backup-list")
    assert [row[2] for row in rows(listed)] == ["the same", "1 fewer action"]

    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: done(window) == [0])
    assert older.path.exists()


def test_a_restoring_that_fails_changes_nothing_and_is_told(
    qtbot: QtBot, window: MainWindow
) -> None:
    backup = back_up_yesterday(window)
    window.toggle(leaves(window)[0])
    dialog = ask_backup(qtbot, window)
    backup.path.unlink()

    press(dialog, "backup-restore")

    qtbot.waitUntil(lambda: "is not there any more" in window.pane.notice.text())
    assert done(window) == [0]


def test_an_undo_that_fails_can_be_tried_again(qtbot: QtBot, window: MainWindow) -> None:
    backup = back_up_yesterday(window)
    window.toggle(leaves(window)[0])
    window.safety.restore(backup)
    before = window.session.backups.found()[0].path
    hidden = before.rename(before.with_suffix(".hidden"))

    window.actions_by_name["undo"].trigger()
    assert "is not there any more" in window.pane.notice.text()
    assert done(window) == []

    hidden.rename(before)
    window.actions_by_name["undo"].trigger()
    assert done(window) == [0]


# Each day


def test_the_day_has_its_backup_beside_the_window(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.safety.back_up_day()
    qtbot.waitUntil(lambda: len(backups(folder)) == 1)
    window.toggle(leaves(window)[0])

    window.safety.back_up_day()
    window.safety.stop()

    assert [each.why for each in backups(folder)] == [Why.DAY]


def damage(folder: Path) -> None:
    """Write over the page that holds the items."""
    root = "SELECT rootpage FROM sqlite_schema WHERE name = 'item'"
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        (page,) = db.execute(root).fetchone()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with (folder / DATABASE).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_damage_is_noticed_by_the_days_backup_and_a_backup_restored(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.toggle(leaves(window)[0])
    back_up_yesterday(window)
    damage(folder)
    with qtbot.waitSignal(window.safety.refused):
        window.safety.back_up_day()
    assert "is damaged" in window.pane.notice.text()

    offer = window.pane.notice.findChildren(QPushButton)[-1]
    assert offer.text() == "Restore a backup…"
    offer.click()
    dialog = dialog_named(window, "backups")
    qtbot.waitUntil(part(dialog, QPushButton, "backup-restore").isEnabled)
    press(dialog, "backup-restore")
    qtbot.waitUntil(lambda: "damaged library is kept" in window.pane.notice.text())

    assert done(window) == [0]
    window.toggle(leaves(window)[1])
    assert done(window) == [0, 1]
    assert len(list(folder.glob("coursetracker-damaged-*.sqlite3"))) == 1


# A library that cannot be opened


@pytest.fixture
def damaged(qtbot: QtBot, open_window: OpenWindow, course_file: Path, folder: Path) -> Path:
    """Return the folder of a library of which there is a backup, and that is no database."""
    window = open_window()
    with qtbot.waitSignal(window.session.course_opened):
        window.open_path(course_file)
    window.toggle(leaves(window)[0])
    back_up_yesterday(window)
    window.close()
    window.session.close()
    (folder / DATABASE).write_bytes(b"\xff" * 10_000)
    return folder


def answer(monkeypatch: pytest.MonkeyPatch, wanted: rescue.Answer) -> list[str]:
    """Let the learner answer the question that comes at the start; return what it said."""
    said: list[str] = []

    def press_button(box: rescue.RescueBox) -> int:
        said.append(box.informativeText())
        button = next(button for button, it in box._answers.items() if it is wanted)
        box.show()
        button.click()
        return 0

    monkeypatch.setattr(rescue.RescueBox, "exec", press_button)
    return said


def rescued_window(folder: Path) -> MainWindow | None:
    """Return the window as a start makes it; None where the learner wants nothing."""
    window = empty_window(folder)
    return window if furnish_rescued(window, folder) else None


def test_at_a_start_with_a_damaged_library_the_newest_backup_is_offered(
    qtbot: QtBot, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = answer(monkeypatch, rescue.Answer.BACKUP)

    window = rescued_window(damaged)

    assert window is not None
    window.session.open_last()
    assert done(window) == [0]
    assert "Baking bread – 1 of 6" in said[0]
    assert str(damaged) in said[0]
    (aside,) = damaged.glob("coursetracker-damaged-*.sqlite3")
    assert aside.read_bytes() == b"\xff" * 10_000
    window.close()
    window.session.close()


def test_at_a_start_with_a_damaged_library_one_can_begin_anew(
    qtbot: QtBot, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, rescue.Answer.EMPTY)

    window = rescued_window(damaged)

    assert window is not None
    assert not window.session.recent()
    assert len(backups(damaged)) == 1
    assert len(list(damaged.glob("coursetracker-damaged-*.sqlite3"))) == 1
    window.close()
    window.session.close()


def test_at_a_start_with_a_damaged_library_one_can_leave_all_as_it_is(
    qtbot: QtBot, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, rescue.Answer.NOTHING)

    assert rescued_window(damaged) is None

    assert (damaged / DATABASE).read_bytes() == b"\xff" * 10_000


def test_without_a_backup_a_start_can_only_be_empty(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = rescue.RescueBox(tmp_path, None)
    qtbot.addWidget(box)
    assert "There is no backup" in box.informativeText()
    assert {button.text() for button in box.buttons()} == {"Start &empty", "&Quit"}


def test_a_newer_library_is_no_damage(qtbot: QtBot, folder: Path) -> None:
    make_window(folder).session.close()
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        db.execute("PRAGMA user_version = 999")

    with pytest.raises(Problem, match="newer CourseTracker"):
        rescued_window(folder)


# Checking


def check(qtbot: QtBot, window: MainWindow) -> QDialog:
    window.actions_by_name["check-database"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(QDialog, "check-report")))
    return dialog_named(window, "check-report")


def test_a_sound_database_is_said_to_be_so(qtbot: QtBot, window: MainWindow) -> None:
    window.toggle(leaves(window)[0])

    dialog = check(qtbot, window)

    assert "no faults were found" in part(dialog, QLabel, "check-summary").text()
    findings = rows(part(dialog, QTreeWidget, "check-findings"))
    assert {row[1] for row in findings} == {"no faults"}
    assert dialog.findChild(QPushButton, "check-restore") is None
    dialog.reject()


def test_what_was_wrong_is_repaired_and_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.toggle(leaves(window)[0])
    window.session._db.execute("DELETE FROM standing")

    dialog = check(qtbot, window)

    assert "were repaired" in part(dialog, QLabel, "check-summary").text()
    assert "1 fault, repaired" in [
        row[1] for row in rows(part(dialog, QTreeWidget, "check-findings"))
    ]
    dialog.reject()
    assert done(window) == [0]
    assert [each.why for each in window.session.backups.found()] == [Why.REPAIR]


def test_damage_that_cannot_be_repaired_leads_to_the_backups(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    back_up_yesterday(window)
    damage(folder)

    dialog = check(qtbot, window)
    assert "Restore the newest backup" in part(dialog, QLabel, "check-summary").text()
    press(dialog, "check-restore")

    qtbot.waitUntil(lambda: bool(window.findChildren(QDialog, "backups")))
    dialog_named(window, "backups").reject()


# Reporting

NOTE = "My secret note"


@pytest.fixture
def logged(folder: Path) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    keep_log(folder)
    yield folder / LOG
    for handler in log.handlers[:]:
        handler.close()
        log.removeHandler(handler)


def test_nothing_of_the_learners_comes_into_the_log(
    window: MainWindow, logged: Path, course_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coursetracker.ui.failures import Failures  # noqa: PLC0415

    course = window.session.course
    assert course is not None
    failures = Failures(window)
    secrets = ("Baking bread", "Kneading", NOTE, str(course_file), str(Path.home()))
    for secret in secrets:
        try:
            try:
                raise KeyError(secret)
            except KeyError as cause:
                raise RuntimeError(f"{secret} in {course}") from cause
        except RuntimeError as error:
            failures._caught(RuntimeError, error, error.__traceback__)
    try:
        window.session.progress.no_such_name  # type: ignore[union-attr]  # noqa: B018
    except AttributeError as error:
        failures._caught(AttributeError, error, error.__traceback__)
    failures.show_crash("Fatal Python error: Aborted")
    for box in window.findChildren(QMessageBox, "failure"):
        box.close()

    text = logged.read_text("utf-8")
    assert text.count("RuntimeError") == len(secrets)
    assert "builtins.KeyError" in text
    assert "'Progress' object has no attribute 'no_such_name'" in text
    assert "ui/test_safety.py" in text
    for secret in secrets:
        assert secret not in text


def test_a_report_is_read_before_it_is_saved_and_tells_nothing_of_the_learner(
    qtbot: QtBot, window: MainWindow, logged: Path, folder: Path, course_file: Path
) -> None:
    window.session.name_learner("Íñigo")
    window.toggle(leaves(window)[0])
    log.warning("Something in %s", folder / "window.ini")
    (folder / "last-crash.txt").write_text("Fatal Python error: Aborted", "utf-8")

    window.actions_by_name["report-problem"].trigger()
    dialog = dialog_named(window, "report-problem")
    listed, text = (
        part(dialog, QListWidget, "report-files"),
        part(dialog, QPlainTextEdit, "report-text"),
    )
    shown = {}
    for at in range(listed.count()):
        listed.setCurrentRow(at)
        shown[listed.item(at).text()] = text.toPlainText()
    target = folder.parent / "report.zip"
    assert isinstance(dialog, ReportDialog)
    dialog.save(target)

    with ZipFile(target) as saved:
        assert {name: saved.read(name).decode() for name in saved.namelist()} == shown
    assert list(shown) == ["versions.txt", "library.txt", "coursetracker.log", "last-crash.txt"]
    assert "CourseTracker" in shown["versions.txt"]
    assert "rows in event: 1\n" in shown["library.txt"]
    assert "<data>" in shown["coursetracker.log"]
    whole = "\n".join(shown.values())
    for secret in ("Baking bread", "Kneading", "Íñigo", str(course_file), str(folder)):
        assert secret not in whole


def test_a_report_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.actions_by_name["report-problem"].trigger()
    dialog = dialog_named(window, "report-problem")
    assert isinstance(dialog, ReportDialog)

    dialog.save(tmp_path / "no such folder" / "report.zip")

    assert "cannot be written" in window.pane.notice.text()


def test_rotated_logs_are_in_the_report(tmp_path: Path) -> None:
    for name in (LOG, f"{LOG}.1"):
        (tmp_path / name).write_text(name, "utf-8")

    names = list(report_files(tmp_path, {}))

    assert names == ["versions.txt", "library.txt", LOG, f"{LOG}.1.txt"]
