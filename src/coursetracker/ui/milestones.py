"""The right column: the checklist, and under it the grade and what is due."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coursetracker.problems import Problem
from coursetracker.progress.grades import Grade, Outlook
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import Agenda
from coursetracker.ui import words
from coursetracker.ui.checklist import ChecklistView
from coursetracker.ui.checklist_model import ChecklistModel, Circumstances
from coursetracker.ui.session import Session

ITEM = Qt.ItemDataRole.UserRole
ROWS = 5
"""How much of what is due is seen at once."""
COMING = 3
"""How much is told of what is not overdue."""
MARGIN = 10


class Milestones(QWidget):
    """Shows the checklist of a session's course, its grade, and what is due next."""

    item_chosen = Signal(object)  # id of the item
    refused = Signal(object)  # Exception

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = ChecklistModel(self)
        self.checklist = ChecklistView(self.model, self)
        self.grade = QLabel(self)
        self.grade.setObjectName("grade")
        self.grade.setTextFormat(Qt.TextFormat.PlainText)
        self.grade.setWordWrap(True)
        self.grade.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.due = DueList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.checklist, 1)
        column.addWidget(self.grade)
        column.addWidget(self.due)
        self.checklist.item_chosen.connect(self.item_chosen)
        self.due.item_chosen.connect(self.item_chosen)
        session.setting_changed.connect(self._show_other_circumstances)
        self.grade.hide()
        self.due.hide()

    def show_course(self, progress: Progress) -> None:
        """Show another course, or the same one after an update."""
        now = self._circumstances()
        self.model.replace(progress, now)
        self.setVisible(self.model.rowCount() > 0)
        self._show_rest(progress, now)

    def show_progress(self, progress: Progress, changed: frozenset[int]) -> None:
        """Show new progress in the same outline."""
        now = self._circumstances()
        self.model.update(progress, changed, now)
        self._show_rest(progress, now)

    def _show_other_circumstances(self, _name: str) -> None:
        if self._session.progress is not None:
            self.show_progress(self._session.progress, frozenset())

    def _circumstances(self) -> Circumstances:
        """Return what there is to know beside the progress; nothing where it cannot be read."""
        session = self._session
        try:
            return Circumstances(
                session.grades.rules(),
                session.planning.due_dates(),
                session.planning.agenda(),
                session.today(),
            )
        except Problem as problem:
            self.refused.emit(problem)
            return Circumstances(today=session.today())

    def _show_rest(self, progress: Progress, now: Circumstances) -> None:
        self.due.show_agenda(progress, now)
        graded = self._session.grades.grade(now.rules)
        self.grade.setVisible(graded is not None)
        if graded is not None:
            self.grade.setText("\n".join(self._grade_lines(graded, now.rules.target)))

    def _grade_lines(self, graded: Grade, target: float) -> list[str]:
        """Say what the grade is, and what the target needs."""
        lines: list[str] = []
        if graded.score is None:
            lines.append(self.tr("No assessment has a score yet."))
        elif graded.open:
            sentence = self.tr("Grade so far: {score} ({taken} of {all} assessments)")
            lines.append(
                sentence.format(
                    score=words.percent_points(graded.score),
                    taken=graded.taken,
                    all=graded.taken + graded.open,
                )
            )
        else:
            score = words.percent_points(graded.score)
            lines.append(self.tr("Grade: {score}").format(score=score))
        return [*lines, self._needed(graded, target)]

    def _needed(self, graded: Grade, target: float) -> str:
        needed, aim = graded.needed, words.percent_points(target)
        if needed.outlook is Outlook.SURE:
            if not graded.open:
                return self.tr("✓ Passed: {target} is reached.").format(target=aim)
            return self.tr("✓ Already passed: {target} is sure, whatever comes.").format(target=aim)
        if needed.outlook is Outlook.IMPOSSIBLE:
            if not graded.open:
                return self.tr("✗ Not passed: {target} is needed.").format(target=aim)
            sentence = self.tr("✗ {target} is no longer possible; {best} at best.")
            return sentence.format(target=aim, best=words.percent_points(needed.score or 0))
        sentence = self.tr("For {target} you need at least {score} in each open assessment.")
        if graded.open == 1:
            sentence = self.tr("For {target} you need at least {score} in the open assessment.")
        return sentence.format(target=aim, score=words.percent_points(needed.score or 0))


class DueList(QWidget):
    """Lists what is overdue and what is next; Enter or a double click goes there."""

    item_chosen = Signal(object)  # id of the item

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setObjectName("due-title")
        self._title.setContentsMargins(MARGIN, MARGIN // 2, MARGIN, MARGIN // 2)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.list = _Rows(self)
        self.list.setObjectName("due")
        self.list.setAccessibleName(self.tr("Overdue and next"))
        self.list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.list)

    def show_agenda(self, progress: Progress, now: Circumstances) -> None:
        """Show what is due, in place of what was shown before."""
        agenda: Agenda = now.agenda
        late, coming = agenda.overdue, agenda.coming[:COMING]
        current = self.list.currentRow()
        self.list.clear()
        for item_id in (*late, *coming):
            item = progress.outline.item(item_id)
            told = words.due(now.due[item_id], now.today, overdue=item_id in late)
            sign = "! " if item_id in late else ""
            row = QListWidgetItem(f"{item.title}\n{sign}{told}", self.list)
            row.setData(ITEM, item_id)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.title}, {told}")
            row.setToolTip(words.tip(item.title))
        count = len(late)
        overdue = self.tr("Overdue: {count}").format(count=count)
        self._title.setText(overdue if count else self.tr("Next"))
        self.setVisible(bool(late or coming))
        if late or coming:
            self.list.setCurrentRow(min(max(current, 0), self.list.count() - 1))
            shown = min(self.list.count(), ROWS)
            self.list.setFixedHeight(shown * self.list.sizeHintForRow(0) + 4)

    def _choose(self, row: QListWidgetItem) -> None:
        self.item_chosen.emit(row.data(ITEM))


class _Rows(QListWidget):
    """A list whose rows are opened by Return on every system."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setForegroundRole(QPalette.ColorRole.Text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row at Return."""
        row: QListWidgetItem | None = self.currentItem()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(row)
        else:
            super().keyPressEvent(event)
