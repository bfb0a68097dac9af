"""All notes of a course in one document."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox, QPushButton

from coursetracker.ui import all_notes
from coursetracker.ui.all_notes import ITEM, AllNotes
from coursetracker.ui.window import MainWindow
from ui.test_noting import WITHOUT_KNEADING, item, kept, update, write


def shown(window: MainWindow) -> AllNotes:
    window.actions_by_name["all-notes"].trigger()
    dialog = window.findChild(AllNotes)
    assert dialog is not None
    return dialog


def test_all_notes_are_read_in_order_with_what_is_lost(window: MainWindow) -> None:
    write(window, "The oven", "Hot [1]\n\n[1]: https://oven.org/")
    write(window, "Mixing", "Stir")
    write(window, "Kneading", "Fold")
    update(window, WITHOUT_KNEADING)

    lines = [line for line in shown(window).page.toPlainText().splitlines() if line.strip()]
    expected = ["Baking bread", "Dough", "Mixing", "Stir", "Baking", "The oven", "Hot 1"]
    assert [line for line in lines if "Week" not in line] == [
        *expected, "Lost & found", "Kneading", "Fold",
    ]  # fmt: skip


def test_a_heading_leads_to_its_lesson(window: MainWindow) -> None:
    number = write(window, "Mixing", "Stir")
    dialog = shown(window)
    assert f'href="{ITEM}{number}"' in dialog.page.toHtml()

    dialog.page.link_clicked.emit(f"{ITEM}{item(window, 'The oven')}")
    assert window.reader.item == item(window, "The oven")
    assert not dialog.isVisible()


def test_without_notes_that_is_said(window: MainWindow) -> None:
    window.actions_by_name["all-notes"].trigger()

    assert window.findChild(AllNotes) is None
    assert "no notes" in window.pane.notice.text()


def test_notes_are_saved_as_markdown(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(window, "Mixing", "Stir **slowly** ñ")
    target = tmp_path / "mis notas"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    save = shown(window).findChild(QPushButton, "save-notes")
    assert save is not None
    save.click()

    text = target.with_suffix(".md").read_text("utf-8")
    assert text.startswith("# Baking bread\n")
    assert "Mixing\n\nStir **slowly** ñ\n" in text


def test_a_place_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(window, "Mixing", "Stir")
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *given: told.append(given[-1]))
    shown(window).save(tmp_path / "no such folder" / "notes.md")

    assert "cannot be written" in told[0]


def test_long_notes_are_shown_chapter_by_chapter(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(all_notes, "AT_ONCE", 10)
    write(window, "Mixing", "Stir")
    write(window, "The oven", "Hot")
    window.page.setFocus()
    assert len(kept(window)) == 2

    dialog = shown(window)
    chapters = dialog.findChild(QComboBox, "chapters")
    assert chapters is not None
    assert chapters.count() == 2
    assert "Stir" in dialog.page.toPlainText()
    chapters.setCurrentIndex(1)
    assert "Hot" in dialog.page.toPlainText()
    assert "Stir" not in dialog.page.toPlainText()
