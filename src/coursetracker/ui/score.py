"""A field for a score, which reads what learners type: 85, 85,5 % or 17/20."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from coursetracker.problems import Problem
from coursetracker.progress.grades import score_of

_TYPED = frozenset("0123456789.,/% \N{NO-BREAK SPACE}")
"""What a score that is still being typed is made of."""


class ScoreField(QDoubleSpinBox):
    """A score in percent; one step below 0, or an empty field, stands for "no score"."""

    NONE = -1.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score")
        self.setAccessibleName(self.tr("Score in percent"))
        self.setToolTip(self.tr("In percent, as in 85, or as in 17/20"))
        self.setRange(self.NONE, 100)
        self.setDecimals(2)
        self.setSuffix("\N{NO-BREAK SPACE}%")
        self.setSpecialValueText(self.tr("no score"))

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Take what can be read as a score, and let be what may still become one."""
        state = QValidator.State.Acceptable
        if text != self.specialValueText():
            try:
                if score_of(self._typed(text)) is None and self.minimum() >= 0:
                    state = QValidator.State.Intermediate
            except Problem:
                possible = _TYPED.issuperset(text)
                state = QValidator.State.Intermediate if possible else QValidator.State.Invalid
        return state, text, place

    def valueFromText(self, text: str) -> float:
        """Return the score that a text says, 100 at the most."""
        if text == self.specialValueText():
            return self.NONE
        score = score_of(self._typed(text))
        return self.minimum() if score is None else score

    def textFromValue(self, value: float) -> str:
        """Return a score with the decimals that it has."""
        digits = f"{value:.2f}".rstrip("0").rstrip(".")
        return digits.replace(".", QLocale().decimalPoint())

    def _typed(self, text: str) -> str:
        return text.removesuffix(self.suffix()).strip()

    def score(self) -> float | None:
        """Return the score, or None for none."""
        return None if self.value() < 0 else self.value()

    def show_score(self, score: object) -> None:
        """Show a score, or none."""
        self.setValue(float(score) if isinstance(score, int | float) else self.NONE)
