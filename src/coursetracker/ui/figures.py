"""A chart with its title, and the same figures as a table in its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coursetracker.ui.charts import Chart


class FiguresTable(QTableWidget):
    """The figures of a chart in rows, which can be copied into a spreadsheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(line + 8)
        self.horizontalHeader().setMinimumHeight(line + 8)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        copying.activated.connect(self.copy)

    def show_figures(self, chart: Chart) -> None:
        """Show the figures of a chart, in place of those before."""
        self.setRowCount(len(chart.points))
        for row, point in enumerate(chart.points):
            for column, words in enumerate((point.label, point.shown)):
                self.setItem(row, column, QTableWidgetItem(words))

    def copy(self) -> None:
        """Copy the chosen rows, or all where none is, with tabs between their cells."""
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        rows = chosen or range(self.rowCount())
        lines = ("\t".join(self._words(row, column) for column in range(2)) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _words(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else item.text()


class Figures(QWidget):
    """Shows a chart, or its figures as a table."""

    def __init__(self, name: str, title: str, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart, self.table = chart, FiguresTable(self)
        chart.setObjectName(f"{name}-chart")
        self.table.setObjectName(f"{name}-table")
        heading = QLabel(title, self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        chart.setAccessibleName(self.tr("Chart: {title}").format(title=title))
        self.table.setAccessibleName(title)
        self._either = QStackedWidget(self)
        self._either.addWidget(chart)
        self._either.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self._either, 1)

    def renew(self, of: str, amount: str) -> None:
        """Show the chart's figures in the table; `of` and `amount` are over its columns."""
        self.table.setHorizontalHeaderLabels([of, amount])
        self.table.show_figures(self.chart)

    def show_table(self, wanted: bool) -> None:  # noqa: FBT001  a slot
        """Show the table, or the chart again."""
        self._either.setCurrentWidget(self.table if wanted else self.chart)
