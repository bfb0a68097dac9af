"""The course in other languages: offered when it is new, and in a menu from then on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QMenu, QWidget

from coursetracker.ui.actions import without_arguments
from coursetracker.ui.notice import Choice
from coursetracker.ui.opening import Opening
from coursetracker.ui.session import Session, Translation

OFFERED = 3
"""So many languages have a button in the bar over the page; all are in the menu."""


class Translating(QObject):
    """Opens the files or folders in which the open course stands in other languages."""

    def __init__(self, session: Session, opening: Opening, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._opening = opening
        self.menu = QMenu(self.tr("In other languages"), window)
        self.menu.setObjectName("translations")
        self.menu.menuAction().setVisible(False)
        self.menu.aboutToShow.connect(self._fill)

    def renew(self) -> None:
        """Show the menu where the open course has other languages."""
        self.menu.menuAction().setVisible(bool(self._session.translations()))

    def offers(self) -> list[Choice]:
        """Return buttons for other languages of the open course, the learner's own first."""
        own = QLocale().name().lower().split("_")[0]
        mine_first = sorted(
            self._session.translations(), key=lambda each: not each.language.startswith(own)
        )
        return [(language_name(each.language), self._opener(each)) for each in mine_first[:OFFERED]]

    def _opener(self, translation: Translation) -> Callable[[], None]:
        return partial(self._opening.open_path, translation.path, is_new=True)

    def _fill(self) -> None:
        self.menu.clear()
        for each in self._session.translations():
            action = self.menu.addAction(language_name(each.language))
            action.setStatusTip(str(each.path))
            action.triggered.connect(without_arguments(self._opener(each)))


def language_name(code: str) -> str:
    """Return what a language calls itself; its code where that is not known."""
    locale = QLocale(code.replace("-", "_"))
    if locale.name() == "C":
        return code
    name = locale.nativeLanguageName() or code
    anywhere = QLocale.matchingLocales(
        locale.language(), locale.script(), QLocale.Country.AnyCountry
    )
    names = [each.nativeLanguageName() for each in anywhere]
    shorter = (each for each in names if each and name.startswith(each))
    name = min(shorter, key=len, default=name)  # "español", not "español de España"
    return f"{name[:1].upper()}{name[1:]}"
