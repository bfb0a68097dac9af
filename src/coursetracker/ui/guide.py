"""The user guide: the Markdown that is shipped, shown as the program shows courses."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coursetracker.markdown import Document, parse, plain_text
from coursetracker.markdown.page import page_html
from coursetracker.resources import OWN_LANGUAGE, resources
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.colouring import Colouring
from coursetracker.ui.course_files import images, picture
from coursetracker.ui.language import spoken_language
from coursetracker.ui.live import LivePage
from coursetracker.ui.page import look_from_palette
from coursetracker.ui.parts import lay_out
from coursetracker.ui.pictures import show_picture
from coursetracker.ui.proportions import size_dialog

LINE_ROLE = Qt.ItemDataRole.UserRole


def guide_file(language: str) -> Path:
    """Return the guide in a language; the one in English where there is none."""
    folder = resources() / "guide"
    found = folder / f"{language}.md"
    return found if found.exists() else folder / f"{OWN_LANGUAGE}.md"


class Guide(QDialog):
    """Shows the guide beside its table of contents; the window goes on meanwhile."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("User guide"))
        file = guide_file(spoken_language())
        self._folder = file.parent
        self._top: int | None = None  # what stands at the top, while the guide is shown anew
        self._document = parse(file.read_text("utf-8"))
        self.contents = QListWidget(self)
        self.contents.setObjectName("guide-contents")
        self.contents.setAccessibleName(self.tr("Contents of the guide"))
        self.contents.setWordWrap(True)
        self.contents.setSpacing(3)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = LivePage(self)
        self.page.setObjectName("guide-page")
        self.page.setAccessibleName(self.tr("Page of the guide"))
        self.page.set_folder(self._folder)
        self.page.has_source = False
        self._lay_out()
        self._fill(self._document)
        self.contents.currentItemChanged.connect(self._go_to)
        self.contents.itemClicked.connect(self._go_to)
        self.contents.itemActivated.connect(self._go_to)
        self.page.zoom_asked.connect(self._zoom)
        self.page.picture_asked.connect(self._show_picture)
        self.page.link_clicked.connect(_open)
        self.page.look_changed.connect(self._show)
        self._show()
        self.contents.setCurrentRow(0)

    def _lay_out(self) -> None:
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.contents)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 1)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(splitter, 1)
        column.addWidget(buttons)
        size_dialog(self, 122, 40)
        splitter.setSizes([self.width() // 4, self.width() * 3 // 4])

    def _fill(self, document: Document) -> None:
        for block in document.root:
            if block.tag in ("h1", "h2"):
                row = QListWidgetItem(plain_text(document.inlined(block)), self.contents)
                row.setData(LINE_ROLE, block.get("data-line"))

    def _show(self) -> None:
        """Show the guide, after a change of its look at the same place."""
        look = look_from_palette(self.page.palette(), self.page.font(), self.page.zoom)
        blocks = self._document.page(list(self._document.root))
        if self._top is None:  # Qt tells of a change of colours more than once
            self._top = self.page.cursorForPosition(QPoint(0, 0)).position()
            QTimer.singleShot(0, self, self._scroll_back)
        self.page.show_page(page_html(blocks, look, images(self._folder), colour=Colouring()))

    def _scroll_back(self) -> None:
        if self._top is None:
            return
        lay_out(self.page.document())
        cursor = self.page.textCursor()
        cursor.setPosition(self._top)
        bar = self.page.verticalScrollBar()
        bar.setValue(bar.value() + self.page.cursorRect(cursor).top())
        self._top = None

    def _zoom(self, steps: int) -> None:
        self.page.set_zoom(min(max(self.page.zoom * 1.1**steps, 0.5), 3.0))

    def _show_picture(self, address: str) -> None:
        path = self.page.picture_file(address)
        whole = picture(path) if path is not None else None
        if path is not None and whole is not None:
            show_picture(self, whole, path.name)

    def _go_to(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self.page.scrollToAnchor(f"L{row.data(LINE_ROLE)}")


def _open(link: str) -> None:
    """Open what the guide names on the web."""
    if link.startswith(("https://", "mailto:")):
        QDesktopServices.openUrl(QUrl(link))
