"""What Qt itself says is Spanish too, where the program speaks Spanish."""

import operator
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial, reduce
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coursetracker.ui.language import speak
from coursetracker.ui.qt_words import WORDS, told_apart

SAME = {"Ctrl", "Esc", "Ins"}
"""Words of the table that Spanish has too."""

ALIKE = {"&No", "Color", "Cicero (CC)", "Didot (DD)"}
"""Words that Qt shows, and that are the same in both languages."""

PROPERTIES = (
    "text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "placeholderText",
    "accessibleName", "accessibleDescription", "prefix", "suffix", "specialValueText",
)  # fmt: skip


def test_every_word_of_the_table_is_translated(spanish: None) -> None:
    english = [
        (context, sentence)
        for context, sentences in WORDS.items()
        for sentence in sentences
        if QCoreApplication.translate(context, sentence) == sentence and sentence not in SAME
    ]
    assert english == []


def test_so_is_what_is_told_apart_by_a_comment(spanish: None) -> None:
    spoken = told_apart()
    speak("en")
    assert not set(spoken) & set(told_apart())


def test_keys_are_named_as_on_a_spanish_keyboard(spanish: None) -> None:
    told = {
        "Ctrl+Shift+Return": "Ctrl+Mayús+Intro", "Enter": "Intro", "Shift+F3": "Mayús+F3",
        "Del": "Supr", "Esc": "Esc", "Ins": "Ins", "Ctrl+PgDown": "Ctrl+Av Pág",
        "PgUp": "Re Pág", "Space": "Espacio", "Backspace": "Retroceso", "Alt+Home": "Alt+Inicio",
    }  # fmt: skip
    native = QKeySequence.SequenceFormat.NativeText
    assert {key: QKeySequence(key).toString(native) for key in told} == told


def test_the_program_does_not_load_the_table() -> None:
    code = "import sys, coursetracker.app; sys.exit('coursetracker.ui.qt_words' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# What real dialogs and menus show


def files(
    mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode, folder: Path, qtbot: QtBot
) -> QWidget:
    dialog = QFileDialog(directory=str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    lists = dialog.findChildren(QAbstractItemView, "treeView")
    qtbot.waitUntil(lambda: all(each.model().rowCount(each.rootIndex()) for each in lists))
    return dialog


def printing(*_: object) -> QWidget:
    dialog = QPrintDialog(QPrinter())
    dialog.setOptions(reduce(operator.or_, QPrintDialog.PrintDialogOption))
    return dialog


def message(*_: object) -> QWidget:
    box = QMessageBox()
    box.setStandardButtons(
        QMessageBox.StandardButton(reduce(operator.or_, QDialogButtonBox.StandardButton).value)
    )
    box.setDetailedText("1")
    return box


def buttons(*_: object) -> QWidget:
    box = QDialogButtonBox()
    box.setStandardButtons(reduce(operator.or_, QDialogButtonBox.StandardButton))
    return box


def menu_of(
    kind: type[QLineEdit | QTextEdit | QPlainTextEdit | QTextBrowser], *_: object
) -> QWidget:
    """Return a field that holds its menu, of what can be done with a text."""
    field = kind()
    menu = field.createStandardContextMenu()
    menu.setParent(field, menu.windowFlags())
    return field


Make = Callable[[Path, QtBot], QWidget]
Mode, Accept = QFileDialog.FileMode, QFileDialog.AcceptMode
MADE: dict[str, Make] = {
    "open": partial(files, Mode.ExistingFile, Accept.AcceptOpen),
    "folder": partial(files, Mode.Directory, Accept.AcceptOpen),
    "save": partial(files, Mode.AnyFile, Accept.AcceptSave),
    "preview": lambda *_: QPrintPreviewDialog(QPrinter()),
    "page": lambda *_: QPageSetupDialog(QPrinter()),
    "print": printing,
    "message": message,
    "buttons": buttons,
    "calendar": lambda *_: QCalendarWidget(),
    "line": partial(menu_of, QLineEdit),
    "text": partial(menu_of, QTextEdit),
    "plain text": partial(menu_of, QPlainTextEdit),
    "browser": partial(menu_of, QTextBrowser),
}


def shown(widget: QWidget) -> Iterator[str]:
    """Return every text in a window, hidden ones too, in one order."""
    for each in [widget, *widget.findChildren(QObject)]:
        yield from (str(each.property(name) or "") for name in PROPERTIES)
        if isinstance(each, QComboBox) and each.objectName() != "pageSizeCombo":  # names of paper
            yield from (each.itemText(row) for row in range(each.count()))
        elif isinstance(each, QTabWidget):
            yield from (each.tabText(number) for number in range(each.count()))
        elif isinstance(each, QAbstractItemView) and each.objectName() == "treeView":
            yield from cells(each)


def cells(view: QAbstractItemView) -> Iterator[str]:
    """Return what stands over and in a table of files."""
    model, root = view.model(), view.rootIndex()
    for column in range(model.columnCount(root)):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        yield str(model.index(0, column, root).data() or "")


@pytest.mark.qt_log_ignore("non-native printers")
@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_no_word_stays_english(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "1").mkdir()
    texts = []
    for language in ("en", "es"):
        speak(language)
        made = make(tmp_path, qtbot)
        texts.append(list(shown(made)))
        made.close()
        made.deleteLater()
    english, spanish = texts
    assert len(english) == len(spanish)
    same = {a for a, b in zip(english, spanish, strict=True) if a == b and is_words(a)}
    assert same - ALIKE == set()


def is_words(text: str) -> bool:
    """Tell whether a text is more than a number, a unit, a division of paper or a path."""
    return len(text) > 2 and "/" not in text and not re.fullmatch(r"[\d\W]+(\(\dx\d\))?", text)
