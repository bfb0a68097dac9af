"""Waiting for one's turn: no other course takes the place of the one that a dialog is about."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

SOON = 200
"""Milliseconds after which it is looked again whether dialogs and menus are closed."""


def is_free() -> bool:
    """Return whether no dialog that has to be answered and no menu is open."""
    return QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None


def when_free(context: QObject, act: Callable[[], object]) -> None:
    """Do something now, or as soon as dialogs and menus are closed; not after `context` is gone."""
    if is_free():
        act()
    else:
        QTimer.singleShot(SOON, context, partial(when_free, context, act))
