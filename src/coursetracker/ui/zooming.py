"""How large the page is shown: in steps, kept over restarts, told where it is not 100 %."""

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QStatusBar, QToolButton

from coursetracker.ui import words
from coursetracker.ui.page import PageView

STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The sizes, in percent."""

WHOLE = 100


class Zooming(QObject):
    """Brings the page closer and farther."""

    def __init__(self, page: PageView, settings: QSettings, bar: QStatusBar) -> None:
        super().__init__(page)
        self._page = page
        self._settings = settings
        self._bar = bar
        self._button: QToolButton | None = None
        page.zoom_asked.connect(self.step)

    def restore(self) -> None:
        """Show the page in the size kept last."""
        self._show(_kept(self._settings))

    def closer(self) -> None:
        """Show the page one step larger."""
        self.step(1)

    def farther(self) -> None:
        """Show the page one step smaller."""
        self.step(-1)

    def reset(self) -> None:
        """Show the page in the size it is made for."""
        self._go_to(WHOLE)

    def step(self, by: int) -> None:
        """Go so many steps closer, or with a negative number farther."""
        here = STEPS.index(round(self._page.zoom * 100))
        self._go_to(STEPS[min(max(here + by, 0), len(STEPS) - 1)])

    def _go_to(self, percent: int) -> None:
        self._settings.setValue("zoom", percent)
        self._show(percent)

    def _show(self, percent: int) -> None:
        self._page.set_zoom(percent / 100)
        if self._button is None and percent != WHOLE:
            self._button = self._make_button()
        if self._button is not None:
            told = words.percent_points(percent)
            self._button.setText(told)
            self._button.setAccessibleName(self.tr("Zoom: {percent}").format(percent=told))
            self._button.setVisible(percent != WHOLE)

    def _make_button(self) -> QToolButton:
        button = QToolButton(self._bar)
        button.setObjectName("zoom")
        button.setAutoRaise(True)
        button.setToolTip(self.tr("Back to the usual size"))
        button.clicked.connect(self.reset)
        self._bar.addPermanentWidget(button)
        return button


def _kept(settings: QSettings) -> int:
    """Return the size kept last; 100 where none that we know is kept."""
    kept = str(settings.value("zoom", WHOLE))
    return int(kept) if kept in map(str, STEPS) else WHOLE
