"""What has changed since the learner finished it: told over the outline and over the page."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from coursetracker.progress.rollup import Progress
from coursetracker.ui import words
from coursetracker.ui.stacking import StackingRow


class ChangedBar(StackingRow):
    """How many lessons have changed since they were finished; hidden while none has."""

    filter_asked = Signal(bool)  # only those lessons
    confirm_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changed-bar")
        self._only = QToolButton(self)
        self._only.setObjectName("changed-only")
        self._only.setCheckable(True)
        self._only.setToolTip(self.tr("Show only lessons that changed since you finished them"))
        self._only.toggled.connect(self.filter_asked)
        self._confirm = QToolButton(self)
        self._confirm.setObjectName("changed-confirm-all")
        self._confirm.setText(self.tr("All are still done"))
        self._confirm.setToolTip(self.tr("Count all of them as done with the text they have now"))
        self._confirm.clicked.connect(self.confirm_asked)
        self.box.setContentsMargins(6, 6, 6, 0)
        self.add(self._only)
        self.add(self._confirm)
        self.box.addStretch(1)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how many lessons have changed."""
        count = len(progress.outdated)
        self._only.setText(self.tr("Only changed ({count})").format(count=count))
        self._only.setAccessibleName(
            self.tr("%Ln lessons changed since you finished them", "", count)
        )
        if not count:
            self._only.setChecked(False)
        self.setVisible(count > 0)

    def show_filtering(self, *, filtering: bool) -> None:
        """Show whether only lessons that have changed are seen."""
        with QSignalBlocker(self._only):
            self._only.setChecked(filtering)


class ChangedStrip(StackingRow):
    """Says over the page that its lesson has changed since it was finished."""

    difference_asked = Signal()
    confirm_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changed-strip")
        self._text = QLabel(self)
        self._text.setObjectName("changed-text")
        difference = QPushButton(self.tr("What changed"), self)
        difference.setObjectName("changed-difference")
        difference.clicked.connect(self.difference_asked)
        confirm = QPushButton(self.tr("Still done"), self)
        confirm.setObjectName("changed-confirm")
        confirm.clicked.connect(self.confirm_asked)
        self.box.setContentsMargins(12, 0, 12, 8)
        self.add(self._text, 1)
        self.add(difference)
        self.add(confirm)
        self.hide()

    def show_progress(self, progress: Progress, item_id: int) -> None:
        """Show whether a lesson has changed, and when it was finished."""
        done_at = progress.standing(item_id).done_at
        outdated = done_at is not None and item_id in progress.outdated
        if outdated and done_at is not None:
            self._text.setText(
                self.tr("Changed since you finished it on {day}.").format(day=words.day(done_at))
            )
        self.setVisible(outdated)


def show_difference(parent: QWidget, title: str, old: str | None, new: str) -> None:
    """Show what a lesson said when it was finished beside what it says now."""
    from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout  # noqa: PLC0415

    from coursetracker.ui.button_box import ButtonBox  # noqa: PLC0415
    from coursetracker.ui.differences import DifferenceView  # noqa: PLC0415  not needed to start

    dialog = QDialog(parent)
    dialog.setObjectName("difference")
    dialog.setWindowTitle(
        QCoreApplication.translate("Changed", "What changed: {title}").format(title=title)
    )
    dialog.resize(min(900, parent.width()), min(560, parent.height()))
    view = DifferenceView(dialog)
    view.show_texts(old, new)
    buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(view, 1)
    column.addWidget(buttons)
    dialog.exec()
    dialog.deleteLater()
