"""The fonts of the window: the desktop's where it names one, else those that are shipped.

A desktop that names none leaves it to chance which font is found, or whether there is one.
"""

from functools import cache

from PySide6.QtWidgets import QApplication

OWN, OWN_MONO = "Noto Sans", "Noto Sans Mono"
NAMELESS = ("sans", "sans serif", "sans-serif", "monospace")
"""What a font is called where none is named."""
FILES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSansMono-Regular")
LARGER = 9.5 / 9
"""So many times as large ours are, as their letters are low."""


def choose_family() -> None:
    """Write in our own font from now on, where the desktop names none; see `lend`."""
    font = QApplication.font()
    if is_nameless(font.family()):
        font.setFamily(OWN)
        font.setPointSizeF(font.pointSizeF() * LARGER)
        QApplication.setFont(font)


def mono_family() -> str:
    """Return the font in which code is written."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415  not for the first frame

    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    return OWN_MONO if is_nameless(family) else family


def is_nameless(family: str) -> bool:
    """Return whether a family is only a kind of font."""
    return family.lower() in NAMELESS


@cache
def lend() -> None:
    """Let Qt have the fonts that `choose_family` and `mono_family` name; needed before text is."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415  not for the first frame

    from coursetracker.resources import resources  # noqa: PLC0415

    for name in FILES:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"{name}.ttf"))
