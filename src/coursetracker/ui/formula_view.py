"""Formulas on a page: pictures on the text's baseline, their source behind them.

The source stays in the text, where search, copying and screen readers find it; once its picture
is there, it takes no room.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSizeF,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from coursetracker.markdown.mathematics import Formula
from coursetracker.markdown.page import FORMULA
from coursetracker.ui import words
from coursetracker.ui.formulas import INK, PAGE_TIME, Drawing, Formulas
from coursetracker.ui.parts import changing

if TYPE_CHECKING:
    from coursetracker.ui.page import PageView

OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
IS_DRAWN = QTextFormat.Property.UserProperty.value + 1
IS_SOURCE = QTextFormat.Property.UserProperty.value + 2
ALT = QTextFormat.Property.ImageAltText.value
NAME = QTextFormat.Property.ImageName.value

X_HEIGHT = 0.473
"""How high a small letter of the formulas' font is, in parts of its size."""

LOOKS = 50
"""So many milliseconds pass between looks at what has been drawn since."""

OVERHANG = 0.2
"""How far a formula may reach into the space between two lines, in heights of a line."""


class FormulaView(QObject):
    """Shows the formulas of one page after the other."""

    def __init__(self, page: "PageView") -> None:
        super().__init__(page)
        self._page = page
        self._formulas = formulas = Formulas()
        self._waiting: list[tuple[QTextCursor, Formula]] = []
        self.drawings: dict[Formula, Drawing] = {}
        self._timer = QTimer(self, interval=LOOKS)
        self._timer.timeout.connect(self._look)
        self._object = _FormulaObject(self)
        page.document().documentLayout().registerHandler(OBJECT, self._object)
        page.destroyed.connect(formulas.cancel)

    @property
    def column(self) -> int:
        """How wide a formula may be, in pixels."""
        return self._page.column

    @property
    def is_drawing(self) -> bool:
        """Whether pictures are still to come."""
        return self._timer.isActive()

    def show(self) -> None:
        """Show the formulas of the page that has been set."""
        self._waiting = _places(self._page.document())
        wanted = [formula for _, formula in self._waiting]
        self.drawings = {}
        self._formulas.begin(wanted)
        if wanted:
            self._formulas.wait(self._page.patience)
            self._look()
            self._timer.start()

    def finish(self) -> None:
        """Wait for the pictures that are still to come, and show them."""
        self._formulas.wait(PAGE_TIME)
        self._look()

    def draw_in(self, copy: QTextDocument) -> None:
        """Draw the formulas of a copy of the page too."""
        copy.documentLayout().registerHandler(OBJECT, self._object)

    def copied(self, selection: QTextDocumentFragment) -> QMimeData:
        """Return a part of the page for the clipboard."""
        return copied(selection)

    def _look(self) -> None:
        """Show what has been drawn since the last look."""
        if self._formulas.wait(0):
            self._timer.stop()
        waiting, self._waiting = self._waiting, []
        with changing(self._page.document()):
            for place, formula in waiting:
                drawing = self._formulas.drawing(formula)
                if drawing is not None:
                    self.drawings[formula] = drawing
                    _set_picture(place, formula)
                elif not self._formulas.known(formula):
                    self._waiting.append((place, formula))


class _FormulaObject(QPyTextObject):
    """Measures and paints the pictures; Qt puts them into the lines."""

    def __init__(self, view: FormulaView) -> None:
        super().__init__(view)
        self._view = view

    def intrinsicSize(self, _document: QTextDocument, _place: int, form: QTextFormat) -> QSizeF:
        """Return the room for a formula: Qt puts its middle half a small letter above the line."""
        drawing = self._drawing(form)
        if drawing is None:
            return QSizeF(0, 0)
        font = form.toCharFormat().font()
        size = self._size(drawing, font)
        above = _half_letter(font)
        line = QFontMetricsF(font)
        descent = max(drawing.descent * size, line.descent())
        ascent = max(drawing.ascent * size - OVERHANG * line.height(), descent + above)
        return QSizeF(drawing.width * size, max(2 * ascent - above, 2 * descent + above))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        place: int,
        form: QTextFormat,
    ) -> None:
        """Paint a formula on the baseline of its line, in the colour of the text."""
        drawing = self._drawing(form)
        if drawing is None:
            return
        look = form.toCharFormat()
        size = self._size(drawing, look.font())
        block = document.findBlock(place)
        line = block.layout().lineForTextPosition(place - block.position())
        leading = max(0.0, line.leading()) if line.leadingIncluded() else 0.0
        height = line.ascent() + line.descent() + leading
        baseline = rect.y() - (height - rect.height()) / 2 + line.ascent()
        renderer = _renderer(drawing.svg, look.foreground().color().name())
        top = _on_pixels(painter, QPointF(rect.x(), baseline)) - drawing.ascent * size
        shown = QSizeF(drawing.width * size, (drawing.ascent + drawing.descent) * size)
        renderer.render(painter, QRectF(QPointF(rect.x(), top), shown))

    def _drawing(self, form: QTextFormat) -> Drawing | None:
        return self._view.drawings.get(_formula(form)) if form.hasProperty(IS_DRAWN) else None

    def _size(self, drawing: Drawing, font: QFont) -> float:
        """Return the size of a formula: its letters are as high as the text's, if it fits."""
        metrics = QFontMetricsF(font)
        size = metrics.xHeight() / X_HEIGHT or metrics.ascent()
        return min(size, self._view.column / drawing.width)


def _places(document: QTextDocument) -> list[tuple[QTextCursor, Formula]]:
    """Return the formulas of a page and where their pictures go, which take no room yet."""
    found: list[tuple[QTextCursor, Formula]] = []
    block = document.begin()
    while block.isValid():
        for part in block.textFormats():
            if part.format.isImageFormat() and part.format.property(NAME).startswith(FORMULA):
                place = QTextCursor(document)
                place.setPosition(block.position() + part.start)
                place.movePosition(_NEXT, _KEEP)
                found.append((place, _formula(part.format)))
        block = block.next()
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for place, formula in found:
        look = place.charFormat()
        look.setObjectType(OBJECT)
        look.setToolTip(words.verbatim(formula.latex))
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        place.setCharFormat(look)
    edit.endEditBlock()
    return found


_NEXT = QTextCursor.MoveOperation.NextCharacter
_KEEP = QTextCursor.MoveMode.KeepAnchor


def _formula(form: QTextFormat) -> Formula:
    return Formula(form.property(ALT), form.property(NAME) == f"{FORMULA}display")


def _set_picture(place: QTextCursor, formula: Formula) -> None:
    """Let a picture take its room, and the source behind it none."""
    source = QTextCursor(place)
    source.setPosition(place.position())
    source.movePosition(_NEXT, _KEEP, _units(formula.source))
    if source.selectedText() != formula.source:
        return
    look = place.charFormat()
    look.setProperty(IS_DRAWN, True)  # noqa: FBT003  a value of Qt's
    place.setCharFormat(look)
    unseen = QTextCharFormat()
    unseen.setProperty(IS_SOURCE, True)  # noqa: FBT003
    unseen.setProperty(QTextFormat.Property.FontPixelSize.value, 1)
    unseen.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
    unseen.setFontLetterSpacing(1)
    unseen.setForeground(Qt.GlobalColor.transparent)
    source.setCharFormat(unseen)


def _units(text: str) -> int:
    """Return how many characters a text has for Qt."""
    return len(text.encode("utf-16-le")) // 2


def _half_letter(font: QFont) -> float:
    return QFontMetrics(font).xHeight() / 2


def _on_pixels(painter: QPainter, place: QPointF) -> float:
    """Return the ordinate of a place, moved to where a row of pixels begins, as text is."""
    to_pixels = painter.deviceTransform()
    row = to_pixels.map(place)
    inverse, is_invertible = to_pixels.inverted()
    return inverse.map(QPointF(row.x(), round(row.y()))).y() if is_invertible else place.y()


@lru_cache(maxsize=200)
def _renderer(svg: str, colour: str) -> QSvgRenderer:
    """Return what paints a formula in a colour; colours of its own it keeps."""
    return QSvgRenderer(QByteArray(svg.replace(INK, colour).encode()))


def copied(selection: QTextDocumentFragment) -> QMimeData:
    """Return a part of a page for the clipboard, with the source of formulas for their pictures."""
    document = QTextDocument()
    QTextCursor(document).insertFragment(selection)
    block = document.begin()
    while block.isValid():
        for part in reversed(block.textFormats()):
            place = QTextCursor(document)
            place.setPosition(block.position() + part.start)
            place.setPosition(block.position() + part.start + part.length, _KEEP)
            if part.format.objectType() == OBJECT:
                place.removeSelectedText()
            elif part.format.hasProperty(IS_SOURCE):
                place.setCharFormat(QTextCharFormat())
        block = block.next()
    whole = QTextDocumentFragment(document)
    data = QMimeData()
    data.setText(whole.toPlainText())
    data.setHtml(whole.toHtml())
    return data
