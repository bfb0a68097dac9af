"""The checklist beside the page: weeks and assessments, ticked, counted and scored."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDoubleSpinBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from coursetracker.course.outline import Item, Kind
from coursetracker.progress.grades import Result, result
from coursetracker.progress.standings import Standing
from coursetracker.ui import words
from coursetracker.ui.checklist_model import STANDING_ROLE, ChecklistModel
from coursetracker.ui.marks import BAR_HEIGHT, draw_bar, draw_check
from coursetracker.ui.outline_model import ITEM_ROLE, TALLY_ROLE
from coursetracker.ui.theme import tones

Index = QModelIndex | QPersistentModelIndex
PADDING = 8
INDENT = 22
"""How far an assessment stands to the right of its week's edge."""


class ScoreField(QDoubleSpinBox):
    """A score in percent; one step below 0 stands for "no score"."""

    NONE = -1.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score")
        self.setAccessibleName(self.tr("Score in percent"))
        self.setRange(self.NONE, 100)
        self.setDecimals(1)
        self.setSuffix("\N{NO-BREAK SPACE}%")
        self.setSpecialValueText(self.tr("no score"))

    def score(self) -> float | None:
        """Return the score, or None for none."""
        return None if self.value() < 0 else self.value()

    def show_score(self, score: object) -> None:
        """Show a score, or none."""
        self.setValue(float(score) if isinstance(score, int | float) else self.NONE)


class ChecklistDelegate(QStyledItemDelegate):
    """Draws two lines a row: tick and title, then the bar and count, or the score."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return one height for all rows."""
        return QSize(160, 2 * option.fontMetrics.height() + 3 * PADDING)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Make weeks stand out."""
        super().initStyleOption(option, index)
        item = index.data(ITEM_ROLE)
        option.font.setBold(item.kind is not Kind.ASSESSMENT)
        option.textElideMode = Qt.TextElideMode.ElideRight

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        item = index.data(ITEM_ROLE)
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, row, painter, option.widget
        )
        row.rect = first_line(option, item)
        row.state &= ~QStyle.StateFlag.State_HasFocus
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, option.widget)
        draw_check(painter, row)
        self._draw_second_line(painter, option, index)

    def _draw_second_line(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        item, tally = index.data(ITEM_ROLE), index.data(TALLY_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = (
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.PlaceholderText
        )
        painter.save()
        painter.setPen(option.palette.color(role))
        line = second_line(option, item)
        if item.kind is Kind.ASSESSMENT:
            self._draw_score(painter, line, index.data(STANDING_ROLE), option)
        else:
            count = words.count(tally)
            width = option.fontMetrics.horizontalAdvance(count)
            painter.drawText(
                line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count
            )
            line.setWidth(line.width() - width - PADDING)
            line.setTop(line.center().y() - BAR_HEIGHT // 2 + 1)
            line.setHeight(BAR_HEIGHT)
            draw_bar(painter, line, tally.share, option.palette)
        painter.restore()

    def _draw_score(
        self, painter: QPainter, line: QRect, standing: Standing, option: QStyleOptionViewItem
    ) -> None:
        field = score_box(line, option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        pen = painter.pen()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not selected:
            painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawRoundedRect(field, 3, 3)
        painter.setPen(pen)
        has_score = standing.score is not None
        text = words.percent_points(standing.score or 0) if has_score else self.tr("add score")
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, text)
        line.setLeft(field.right() + PADDING)
        outcome = result(standing)
        if outcome is Result.OPEN:
            return
        if not selected:
            colours = tones(option.palette)
            painter.setPen(colours.good if outcome is Result.PASSED else colours.bad)
        mark = "✓" if outcome is Result.PASSED else "✗"
        painter.drawText(
            line, Qt.AlignmentFlag.AlignVCenter, f"{mark} {words.result_word(outcome)}"
        )

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick by a click on the box or by Space; open the score by a click on its field."""
        item = index.data(ITEM_ROLE)
        if isinstance(event, QMouseEvent) and self._opens_score(event, option, item):
            view = option.widget
            if isinstance(view, QAbstractItemView):
                view.edit(index)
            return True
        row = QStyleOptionViewItem(option)
        row.rect = first_line(option, item)
        return super().editorEvent(event, model, row, index)

    def _opens_score(self, event: QMouseEvent, option: QStyleOptionViewItem, item: Item) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if not released or item.kind is not Kind.ASSESSMENT:
            return False
        place: QPoint = event.position().toPoint()
        return score_box(second_line(option, item), option).contains(place)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return the field in which a score is typed."""
        return ScoreField(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the score that is recorded."""
        assert isinstance(editor, ScoreField)  # noqa: S101
        editor.show_score(index.data(Qt.ItemDataRole.EditRole))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask for the score that was typed."""
        assert isinstance(editor, ScoreField)  # noqa: S101
        editor.interpretText()
        model.setData(index, editor.score())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field where the score is drawn, as wide as it needs."""
        field = score_box(second_line(option, index.data(ITEM_ROLE)), option)
        field.setSize(field.size().expandedTo(editor.sizeHint()))
        field.moveBottom(min(field.bottom(), option.rect.bottom()))
        editor.setGeometry(field)


def first_line(option: QStyleOptionViewItem, item: Item) -> QRect:
    """Return where a row's tick and title stand."""
    indent = INDENT if item.kind is Kind.ASSESSMENT else 0
    line = option.rect.adjusted(indent, PADDING - 2, -PADDING, 0)
    line.setHeight(option.fontMetrics.height() + 4)
    return line


def second_line(option: QStyleOptionViewItem, item: Item) -> QRect:
    """Return where a row's bar or score stands."""
    line = first_line(option, item)
    line.translate(0, line.height() + PADDING // 2)
    line.setHeight(option.fontMetrics.height() + 4)
    line.setLeft(line.left() + INDENT + 4)
    return line


def score_box(line: QRect, option: QStyleOptionViewItem) -> QRect:
    """Return the field of a score within a row's second line."""
    return QRect(line.left(), line.top(), 12 * option.fontMetrics.averageCharWidth(), line.height())


class ChecklistView(QListView):
    """The list of weeks and assessments."""

    def __init__(self, model: ChecklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checklist")
        self.setAccessibleName(self.tr("Checklist of weeks and assessments"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setItemDelegate(ChecklistDelegate(self))
        self.setModel(model)
