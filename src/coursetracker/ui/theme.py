"""The colours of the window: a light, a dark and a sharp palette, by the system or by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from coursetracker.ui.fonts import choose_family

Role = QPalette.ColorRole


SIZES = (100, 110, 125, 150, 175, 200)
"""How large text can be, in percent of the desktop's size."""

EDGES = """
QFrame#notice, QProgressBar, QToolButton:checked, QTabWidget::pane, QMenu {
    border: 1px solid #b6b6b6;
}
QMenu::separator { height: 1px; background: #a0a0a0; margin: 4px; }
QProgressBar::chunk { background: #ffe14d; }
QScrollBar { background: #000000; border: 1px solid #808080; }
QScrollBar:vertical { width: 14px; }
QScrollBar:horizontal { height: 14px; }
QScrollBar::handle { background: #c8c8c8; margin: 2px; min-width: 24px; min-height: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""
"""Edges in high contrast that no colour of the palette can give: see `wear` for all others."""

USUAL = "coursetracker-point-size"


class Scheme(StrEnum):
    """What the learner asked for in View > Theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours that the palette has no role for; all readable on its base colour."""

    good: QColor
    bad: QColor
    track: QColor


_COLOURS: Mapping[Scheme, Mapping[QPalette.ColorRole, str]] = {
    Scheme.LIGHT: {
        Role.Window: "#f6f7f9", Role.WindowText: "#1d2430", Role.Base: "#ffffff",
        Role.AlternateBase: "#f1f3f6", Role.Text: "#1d2430", Role.PlaceholderText: "#5c6675",
        Role.Button: "#ffffff", Role.ButtonText: "#1d2430", Role.BrightText: "#ffffff",
        Role.Highlight: "#0b6e75", Role.HighlightedText: "#ffffff", Role.Accent: "#0b6e75",
        Role.Link: "#0a5f9e", Role.LinkVisited: "#6b3fa0",
        Role.ToolTipBase: "#1d2430", Role.ToolTipText: "#ffffff",
        Role.Light: "#ffffff", Role.Midlight: "#eceff3", Role.Mid: "#d5dae1",
        Role.Dark: "#aab2be", Role.Shadow: "#6d7683",
    },
    Scheme.DARK: {
        Role.Window: "#1b1f26", Role.WindowText: "#e4e8ee", Role.Base: "#14171c",
        Role.AlternateBase: "#1f242c", Role.Text: "#e4e8ee", Role.PlaceholderText: "#9aa4b2",
        Role.Button: "#272d36", Role.ButtonText: "#e4e8ee", Role.BrightText: "#ffffff",
        Role.Highlight: "#166c72", Role.HighlightedText: "#ffffff", Role.Accent: "#4fc3c9",
        Role.Link: "#6cb6ff", Role.LinkVisited: "#c39bff",
        Role.ToolTipBase: "#e4e8ee", Role.ToolTipText: "#14171c",
        Role.Light: "#3b434f", Role.Midlight: "#323944", Role.Mid: "#3b434f",
        Role.Dark: "#101318", Role.Shadow: "#000000",
    },
    Scheme.CONTRAST: {
        Role.Window: "#000000", Role.WindowText: "#ffffff", Role.Base: "#000000",
        Role.AlternateBase: "#141414", Role.Text: "#ffffff", Role.PlaceholderText: "#e0e0e0",
        Role.Button: "#000000", Role.ButtonText: "#ffffff", Role.BrightText: "#ffffff",
        Role.Highlight: "#ffe14d", Role.HighlightedText: "#000000", Role.Accent: "#ffe14d",
        Role.Link: "#8ad4ff", Role.LinkVisited: "#e0b8ff",
        Role.ToolTipBase: "#ffffff", Role.ToolTipText: "#000000",
        Role.Light: "#ffffff", Role.Midlight: "#c8c8c8", Role.Mid: "#a0a0a0",
        Role.Dark: "#c8c8c8", Role.Shadow: "#ffffff",
    },
}  # fmt: skip
_EDGES = {Scheme.LIGHT: "#737d8b", Scheme.DARK: "#6b7685", Scheme.CONTRAST: "#b6b6b6"}
"""The edges of what can be typed into or pressed: 3 to 1 against their ground."""
FIELDS = ("QLineEdit", "QComboBox", "QAbstractSpinBox", "QPushButton", "QPlainTextEdit")
_FRAMES = {Scheme.LIGHT: "#b8c0cb", Scheme.DARK: "#3b434f", Scheme.CONTRAST: "#b6b6b6"}
"""The edges of lists."""
_MENUS = {Scheme.LIGHT: "#ffffff", Scheme.DARK: "#2a303a", Scheme.CONTRAST: "#000000"}
"""What menus stand on, so that they stand out."""
FUSION_DARKER = 140
"""By so many hundredths Fusion's edges are darker than windows."""
_DISABLED = {Scheme.LIGHT: "#8b94a1", Scheme.DARK: "#6f7987", Scheme.CONTRAST: "#a0a0a0"}
_TONES = {
    Scheme.LIGHT: Tones(good=QColor("#1a7f37"), bad=QColor("#b42318"), track=QColor("#dfe4ea")),
    Scheme.DARK: Tones(good=QColor("#56d364"), bad=QColor("#ff8a80"), track=QColor("#333b46")),
    Scheme.CONTRAST: Tones(good=QColor("#7dff9a"), bad=QColor("#ffb3ab"), track=QColor("#6a6a6a")),
}


def is_dark(palette: QPalette) -> bool:
    """Return whether text is lighter than what it stands on."""
    return palette.color(Role.Text).lightness() > palette.color(Role.Base).lightness()


def tones(palette: QPalette) -> Tones:
    """Return the further colours that belong to a palette."""
    if palette.color(Role.Highlight) == QColor(_COLOURS[Scheme.CONTRAST][Role.Highlight]):
        return _TONES[Scheme.CONTRAST]
    return _TONES[Scheme.DARK if is_dark(palette) else Scheme.LIGHT]


def palette_for(scheme: Scheme) -> QPalette:
    """Return our palette of a scheme, which is any but the system's."""
    palette = QPalette()
    for role, colour in _COLOURS[scheme].items():
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[scheme]))
    return palette


def wear(scheme: Scheme) -> None:
    """Use our palette of a scheme, which is any but the system's, for all that is shown.

    Fusion draws the edge of a field a little darker than the colour of windows, so fields are told
    of another one, from which their edges get the colour that they need to be seen. Menus get a
    ground of their own.
    """
    palette = palette_for(scheme)
    QApplication.setPalette(palette)
    grounds = dict.fromkeys(FIELDS, QColor(_EDGES[scheme]).lighter(FUSION_DARKER))
    grounds["QAbstractItemView"] = QColor(_FRAMES[scheme]).lighter(FUSION_DARKER)
    for kind, ground in grounds.items():
        _tell(kind, palette, {Role.Window: ground})
    menu = QColor(_MENUS[scheme])
    _tell("QMenu", palette, {Role.Window: menu, Role.Base: menu})


def _tell(kind: str, palette: QPalette, others: Mapping[QPalette.ColorRole, QColor]) -> None:
    """Have widgets of a kind use a palette with some colours in place of its own."""
    own = QPalette(palette)
    for role, colour in others.items():
        own.setColor(role, colour)
    # The stub asks for bytes, which Qt then refuses.
    QApplication.setPalette(own, kind)  # type: ignore[arg-type]


def apply_scheme(scheme: Scheme) -> None:
    """Colour the whole program as the learner or, with SYSTEM, the desktop has it."""
    from PySide6.QtCore import Qt  # noqa: PLC0415  its names take longer than the first frame may

    hints = QGuiApplication.styleHints()
    asked = {
        Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark,
        Scheme.CONTRAST: Qt.ColorScheme.Dark,
    }  # fmt: skip
    # For what the desktop draws; not all can.
    hints.setColorScheme(asked.get(scheme, Qt.ColorScheme.Unknown))
    wanted = _of_system() if scheme is Scheme.SYSTEM else scheme
    wear(wanted)
    sheet, program = EDGES if wanted is Scheme.CONTRAST else "", QApplication.instance()
    if isinstance(program, QApplication) and program.styleSheet() != sheet:
        program.setStyleSheet(sheet)


def _of_system() -> Scheme:
    """Return what the desktop is coloured like."""
    from PySide6.QtCore import Qt  # noqa: PLC0415  see above

    hints = QGuiApplication.styleHints()
    if wants_contrast():
        return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT


def wants_contrast() -> bool:
    """Return whether the desktop asks for high contrast; Qt tells that from 6.10 on."""
    from PySide6.QtCore import Qt  # noqa: PLC0415  see above

    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def dress(settings: QSettings) -> None:
    """Colour the program for its first frame, by what the desktop's own palette looks like.

    Asking the desktop in Qt's words, as `apply_scheme` does after that, takes longer; fields and
    menus are not seen yet. Fonts are chosen here, as parts of the window take theirs from it.
    """
    scheme = kept_scheme(settings)
    if scheme is Scheme.SYSTEM:
        scheme = Scheme.DARK if is_dark(QApplication.palette()) else Scheme.LIGHT
    QApplication.setPalette(palette_for(scheme))
    choose_family()
    if kept_size(settings) != SIZES[0]:
        size_text(kept_size(settings))


def kept_size(settings: QSettings) -> int:
    """Return how large the learner wants all text, in percent of the desktop's size."""
    kept = str(settings.value("text", SIZES[0]))
    return int(kept) if kept in map(str, SIZES) else SIZES[0]


def size_text(percent: int) -> None:
    """Write all that is shown from now on so large, in percent of the desktop's size.

    The font has to be chosen before (see `fonts`).
    """
    program, font = QCoreApplication.instance(), QApplication.font()
    assert program is not None  # noqa: S101
    usual = program.property(USUAL) or font.pointSizeF()
    program.setProperty(USUAL, usual)
    if font.pointSizeF() != usual * percent / 100:
        font.setPointSizeF(usual * percent / 100)
        QApplication.setFont(font)


def kept_scheme(settings: QSettings) -> Scheme:
    """Return what the learner chose last; SYSTEM where nothing we know is kept."""
    kept = str(settings.value("theme", Scheme.SYSTEM.value))
    return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM
