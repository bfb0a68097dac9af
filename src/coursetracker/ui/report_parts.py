"""Asking what a report is to have beside the progress."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.marks import ChoiceBox

Button = QDialogButtonBox.StandardButton


class ReportParts(QDialog):
    """A box to tick for each part that there is something for; none is ticked."""

    def __init__(self, parts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-parts")
        self.setWindowTitle(self.tr("Add to the report"))
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("What else should the report contain?"), self))
        self.boxes: dict[str, ChoiceBox] = {}
        for name, words in parts.items():
            box = ChoiceBox(words, self)
            box.setObjectName(f"with-{name}")
            box.setAccessibleName(words)
            column.addWidget(box)
            self.boxes[name] = box
        buttons = ButtonBox(Button.Ok | Button.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def chosen(self) -> frozenset[str] | None:
        """Ask, and return the names of the parts that are wanted; None to write no report."""
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        return frozenset(name for name, box in self.boxes.items() if box.isChecked())
