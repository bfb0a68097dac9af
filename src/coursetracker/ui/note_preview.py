"""A note as a page: the same renderer as the course's, with the same care."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from coursetracker.ui.page import PageView, look_from_palette

Picture = Callable[[str], str | None]


def _no_picture(_source: str) -> str | None:
    return None


class NotePreview(PageView):
    """Shows Markdown; what its links lead to outside of it is only asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note-preview")
        self.setAccessibleName(self.tr("Preview of the note"))
        self.patience = 0.0  # the keys that are typed meanwhile wait for no formula
        self.picture: Picture = _no_picture
        self._text = ""
        self._toggled: frozenset[str] = frozenset()

    def show_note(self, text: str) -> None:
        """Show a text where what was shown before stood."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self._text = text
        self.show_page(self._html())
        bar.setValue(place)

    def show_beside(self, text: str, line: int, height: int) -> None:
        """Show a text with one of its lines (0-based) at a height, beside who types.

        That is done step by step, so that a key that comes meanwhile waits for one step only.
        """
        self._text = text
        html = self._html()

        def show() -> None:
            if text is self._text:  # and no other one has been shown meanwhile
                self.show_page(html)
                self.verticalScrollBar().setValue(self._top_of(line) - height)

        QTimer.singleShot(0, self, show)

    def _show_formulas(self, *, has_some: bool) -> None:
        show = super()._show_formulas
        QTimer.singleShot(0, self, lambda: show(has_some=has_some))

    def _html(self) -> str:
        from coursetracker.markdown import parse  # noqa: PLC0415  not needed to start
        from coursetracker.markdown.page import page_html  # noqa: PLC0415
        from coursetracker.ui.colouring import Colouring  # noqa: PLC0415

        document = parse(self._text)
        look = look_from_palette(self.palette(), self.font(), self.zoom)
        blocks = document.page(list(document.root))
        return page_html(blocks, look, self.picture, toggled=self._toggled, colour=Colouring())

    def follow_here(self, link: str) -> bool:
        """Follow a link that leads nowhere else: a passage that folds, a footnote."""
        from coursetracker.markdown.tags import FOLD, HERE  # noqa: PLC0415  not needed to start

        if link.startswith(FOLD):
            self._toggled ^= {link.partition(":")[2]}
            self.show_changed(self._html(), link)
        elif link.startswith(HERE):
            self.scrollToAnchor(link.removeprefix(HERE))
        return link.startswith((FOLD, HERE))

    def _top_of(self, line: int) -> int:
        """Return how far down the page the block of a line begins."""
        layout, block = self.document().documentLayout(), self.document().begin()
        top = 0.0
        while block.isValid():
            for found in block.textFormats():
                for name in found.format.anchorNames():
                    if name[:1] == "L" and name[1:].isdigit() and int(name[1:]) - 1 > line:
                        return round(top)
                    top = layout.blockBoundingRect(block).top()
            block = block.next()
        return round(top)

    def changeEvent(self, event: QEvent) -> None:
        """Show the text anew in other colours."""
        super().changeEvent(event)
        changes = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in changes and self._text:
            self.show_note(self._text)
