"""A caret on the page: reading and selecting by keys, as browsers have it at F7."""

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QAccessible, QAction

from coursetracker.ui.page import PageView

Flag = Qt.TextInteractionFlag


class Caret(QObject):
    """Shows the caret where the learner wants it, or a screen reader needs it to read by lines.

    Without it the arrows scroll.
    """

    def __init__(self, page: PageView, settings: QSettings) -> None:
        super().__init__(page)
        self._page = page
        self._settings = settings
        self._action: QAction | None = None

    def begin(self, action: QAction) -> None:
        """Take the command that turns it on and off, and let it be as it was."""
        self._action = action
        kept = self._settings.value("caret")
        self._show(shown=QAccessible.isActive() if kept is None else kept == "yes")

    def toggle(self) -> None:
        """Show it, or show it no more, now and later."""
        shown = not self._page.textInteractionFlags() & Flag.TextSelectableByKeyboard
        self._settings.setValue("caret", "yes" if shown else "no")
        self._show(shown=shown)
        self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, *, shown: bool) -> None:
        flags = self._page.textInteractionFlags() & ~Flag.TextSelectableByKeyboard
        if shown:
            flags |= Flag.TextSelectableByKeyboard
        self._page.setTextInteractionFlags(flags)
        if self._action is not None:
            self._action.setChecked(shown)
