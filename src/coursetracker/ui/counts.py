"""How far the course is, at the foot of the window."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from coursetracker.progress.rollup import Progress
from coursetracker.ui import words
from coursetracker.ui.marks import BAR_HEIGHT, draw_bar


class FlatBar(QProgressBar):
    """A bar as those of the outline are."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        place = QRect(0, 0, self.width(), BAR_HEIGHT)
        place.moveCenter(self.rect().center())
        share = self.value() / max(self.maximum(), 1)
        draw_bar(QPainter(self), place, share, self.palette())


class Counts(QWidget):
    """The course's progress in words and as a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setObjectName("course-counts")
        self._bar = FlatBar(self)
        self._bar.setObjectName("course-progress")
        self._bar.setAccessibleName(self.tr("Progress of the course"))
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(180, 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(self._words)
        row.addWidget(self._bar)

    def show_progress(self, progress: Progress) -> None:
        """Show how much of a course is done."""
        total = progress.tally(None)
        self._bar.setMaximum(max(total.counted, 1))
        self._bar.setValue(total.done)
        sentence = self.tr("{count} lessons done · {percent}")
        if not total.counted:  # all are optional or skipped, or there are none
            sentence = self.tr("No lesson counts")
        elif total.outdated:
            sentence = self.tr("{count} lessons done · {percent} ({current} done and current)")
        self._words.setText(
            sentence.format(
                count=words.count(total),
                percent=words.percent(total.share),
                current=words.percent(total.current_share),
            )
        )
