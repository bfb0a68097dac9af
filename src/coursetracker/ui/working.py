"""A job that is running, at the foot of the window: its name, how far it is, and a way out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from coursetracker.ui.job import Job


class Working(QWidget):
    """Shows one running job; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 8)
        self._cancel = QPushButton(self)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setObjectName("cancel-job")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        for part in (self._name, self._bar, self._cancel):
            row.addWidget(part)
        self.hide()

    def begin(self, name: str, job: Job) -> None:
        """Show a job until it is finished."""
        self._name.setText(name)
        self._bar.setAccessibleName(name)
        self._show_ticks(0, 0)
        self._cancel.clicked.connect(job.cancel)
        self._cancel.clicked.connect(self.hide)
        job.ticked.connect(self._show_ticks)
        job.finished.connect(self.hide)
        self.show()

    def _show_ticks(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))  # a range of nothing would move by itself
        self._bar.setValue(done)
