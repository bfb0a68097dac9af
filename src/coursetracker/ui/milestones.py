"""The right column: the checklist, and under it the grade and what is due."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.problems import Problem
from coursetracker.progress.grades import Grade, Outlook
from coursetracker.progress.rollup import Progress
from coursetracker.ui import words
from coursetracker.ui.checklist import ChecklistView
from coursetracker.ui.checklist_model import ChecklistModel, Circumstances
from coursetracker.ui.session import Session

ITEM = Qt.ItemDataRole.UserRole
ROWS = 8
"""How much of what is due is seen at once, headings included."""
OVERDUE, COMING = 20, 3
"""How much is listed of what is overdue, and of what is next."""
MARGIN = 10
GAP = 4


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
        session.setting_changed.connect(self.show_circumstances)
        self.grade.hide()
        self.due.hide()

    def show_course(self, progress: Progress) -> None:
        """Show another course, or the same one after an update."""
        now = self._circumstances()
        self.model.replace(progress, now)
        self._show_rest(progress, now)

    def show_progress(self, progress: Progress, changed: frozenset[int]) -> None:
        """Show new progress in the same outline."""
        now = self._circumstances()
        self.model.update(progress, changed, now)
        self._show_rest(progress, now)

    def show_circumstances(self) -> None:
        """Show what other settings, or another day, make of the same progress."""
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
        self.checklist.setVisible(self.model.rowCount() > 0)
        dated = now.agenda.overdue or now.agenda.coming
        self.setVisible(self.model.rowCount() > 0 or bool(dated))
        graded = self._session.grades.grade(now.rules)
        self.grade.setVisible(graded is not None)
        if graded is not None:
            told = "\n".join(self._grade_lines(graded, now.rules.target))
            self.grade.setText(told)
            self.grade.setAccessibleName(told.replace("✓ ", "").replace("✗ ", ""))

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


class DueList(QTreeWidget):
    """Lists what is overdue and what is next; Return or a double click goes there."""

    item_chosen = Signal(object)  # id of the item

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("due")
        self.setAccessibleName(self.tr("Overdue and next"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemDoubleClicked.connect(self._choose)

    def show_agenda(self, progress: Progress, now: Circumstances) -> None:
        """Show what is due, in place of what was shown before."""
        chosen = _id_of(self.currentItem())
        self.clear()
        late, coming = now.agenda.overdue, now.agenda.coming
        overdue = self.tr("Overdue: {count}").format(count=len(late))
        rows = self._add_group(overdue, late[:OVERDUE], progress, now)
        rows += self._add_group(self.tr("Next"), coming[:COMING], progress, now)
        self.setVisible(bool(rows))
        if rows:
            same = (row for row in rows if chosen is not None and _id_of(row) == chosen)
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.setCurrentItem(next(same, rows[1]), 0, keep)
            height = min(len(rows), ROWS) * self.sizeHintForRow(0)
            self.setFixedHeight(height + 2 * self.frameWidth())

    def _add_group(
        self, title: str, items: Sequence[int], progress: Progress, now: Circumstances
    ) -> list[QTreeWidgetItem]:
        """Add rows under a heading of their own, and return all of these."""
        if not items:
            return []
        heading = QTreeWidgetItem(self, [title])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.font()
        font.setBold(True)
        heading.setFont(0, font)
        heading.setFirstColumnSpanned(True)
        rows = [heading]
        for item_id in items:
            item, day = progress.outline.item(item_id), now.due[item_id]
            row = QTreeWidgetItem(self, [item.title, words.short_date(day, now.today)])
            told = words.due(day, now.today, overdue=day < now.today)
            row.setData(0, ITEM, item_id)
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{item.title}, {told}")
            row.setToolTip(0, words.verbatim(item.title))
            row.setToolTip(1, told)
            rows.append(row)
        for row in rows:
            row.setSizeHint(0, QSize(0, self.fontMetrics().height() + GAP))
        return rows

    def _choose(self, row: QTreeWidgetItem | None) -> None:
        item_id = _id_of(row)
        if item_id is not None:
            self.item_chosen.emit(item_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current row at Return, on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)


def _id_of(row: QTreeWidgetItem | None) -> int | None:
    """Return the id of the item in a row; None in a heading."""
    return None if row is None else row.data(0, ITEM)
