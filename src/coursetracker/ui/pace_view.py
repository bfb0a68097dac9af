"""Pace and forecast of a course: how much was done when, and when it may be finished."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from coursetracker.progress.pace import Amounts, Expected, Pace
from coursetracker.progress.streak import Habits, Streak
from coursetracker.ui import pace_words
from coursetracker.ui.button_box import ButtonBox
from coursetracker.ui.charts import BarChart, Point
from coursetracker.ui.curve import CurveChart, Growth
from coursetracker.ui.figures import Figures
from coursetracker.ui.marks import ChoiceBox
from coursetracker.ui.proportions import Step, set_step, size_dialog
from coursetracker.ui.quantities import Quantities

WEEKS = 26
"""So many weeks are shown at most."""


class PaceDialog(QDialog):
    """Shows the pace of the open course, and the streak; it stays open while lessons are ticked."""

    habits_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pace")
        self._pace: Pace | None = None
        self._headline = self._label("pace-headline", Step.TITLE)
        self._outlook = self._label("pace-outlook", Step.SUBTITLE)
        self._outlook.setToolTip(self._about_forecast())
        self._streak = self._label("pace-streak")
        self._unit = QComboBox(self)
        self._unit.setObjectName("pace-unit")
        self._unit.setAccessibleName(self.tr("What the charts count"))
        self._unit.addItems([self.tr("Lessons"), self.tr("Hours")])
        self._unit.currentIndexChanged.connect(self._show_charts)
        self._curve, self._weeks, self._weekdays = CurveChart(), BarChart(), BarChart()
        self._figures = (
            Figures("growth", self.tr("Done over time"), self._curve, self),
            Figures("weeks", self.tr("By week"), self._weeks, self),
            Figures("weekdays", self.tr("By weekday"), self._weekdays, self),
        )
        self._empty = self._label("pace-empty", Step.SUBTITLE)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(80)
        self._lay_out()
        size_dialog(self, 114, 36)

    # Putting it together

    def _label(self, name: str, step: Step | None = None) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if step is not None:
            set_step(label, step, bold=False)
        return label

    def _about_forecast(self) -> str:
        return self.tr(
            "Days from your last four weeks are sampled a thousand times to simulate the weeks to "
            "come. In eight out of ten cases you finish between these two days."
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(6)
        for label in (self._headline, self._outlook, self._streak):
            column.addWidget(label)
        column.addSpacing(6)
        self._charts = QWidget(self)
        grid = QGridLayout(self._charts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        growth, weeks, weekdays = self._figures
        grid.addWidget(growth, 0, 0, 1, 2)
        grid.addWidget(weeks, 1, 0)
        grid.addWidget(weekdays, 1, 1)
        for place, stretch in enumerate((4, 3)):
            grid.setRowStretch(place, stretch)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        column.addWidget(self._charts, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(self._controls())

    def _controls(self) -> QHBoxLayout:
        table = ChoiceBox(self.tr("Show as table"), self)
        table.setObjectName("pace-as-table")
        table.setShortcut("Alt+T")
        table.setToolTip(self.tr("Show the figures of the charts in rows, to be read and copied"))
        for figures in self._figures:
            table.toggled.connect(figures.show_table)
        self._as_table = table
        buttons = ButtonBox(self)
        habits = buttons.addButton(
            self.tr("&Days and rest…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        habits.setObjectName("pace-habits")
        habits.setAutoDefault(False)
        habits.clicked.connect(self.habits_asked)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(table)
        row.addWidget(self._unit)
        row.addWidget(buttons, 1)
        return row

    # Showing

    def show_pace(self, title: str, pace: Pace | None) -> None:
        """Show the pace of a course, in place of what was shown before; None where none is open."""
        self._pace = pace
        self.setWindowTitle(
            self.tr("Pace and forecast – {title}").format(title=title)
            if title
            else self.tr("Pace and forecast")
        )
        begun = pace is not None and bool(pace.lessons.per_day)
        self._headline.setVisible(pace is not None and pace.lessons.total > 0)
        self._outlook.setVisible(begun)
        self._charts.setVisible(begun)
        self._empty.setVisible(not begun)
        self._as_table.setEnabled(begun)
        self._unit.setVisible(begun and pace is not None and pace.hours is not None)
        if pace is None:
            self._empty.setText(self.tr("Open a course to see how you are getting on with it."))
            return
        self._headline.setText(pace_words.headline(pace))
        self._outlook.setText(pace_words.outlook(pace.outlook, pace.today))
        if begun:
            self._show_charts()
        else:
            self._empty.setText(self._what_to_do(pace))

    def _what_to_do(self, pace: Pace) -> str:
        if not pace.lessons.total:
            return self.tr("This course has no lessons that count.")
        if not pace.lessons.open:
            return self.tr("All lessons are done, but it is not known when.")
        return self.tr(
            "Tick a lesson when you have finished it. From then on you see here how much you do in"
            " a week, and after a week, when you might finish."
        )

    def show_streak(self, streak: Streak, today: date, habits: Habits) -> None:
        """Show the streak over all courses."""
        self._streak.setText(pace_words.streak(streak, today, habits))

    def _show_charts(self) -> None:
        pace = self._pace
        if pace is None:
            return
        by_hours = self._unit.currentIndex() == 1 and pace.hours is not None
        amounts = pace.hours if by_hours and pace.hours is not None else pace.lessons
        self._show_growth(pace, amounts, by_hours=by_hours)
        weeks = [
            self._week(begin, amount, pace.today, by_hours=by_hours)
            for begin, amount in amounts.by_week(pace.today, pace_words.weekdays()[0])[-WEEKS:]
        ]
        self._weeks.show_points(weeks, whole=not by_hours)
        by_weekday = amounts.by_weekday()
        weekdays = [
            Point(
                pace_words.weekday(number),
                pace_words.weekday(number, short=True),
                by_weekday[number],
                self._shown(by_weekday[number], by_hours=by_hours),
            )
            for number in pace_words.weekdays()
        ]
        self._weekdays.show_points(weekdays, whole=not by_hours)
        self._renew_tables(by_hours=by_hours)

    def _renew_tables(self, *, by_hours: bool) -> None:
        amount = self.tr("Hours") if by_hours else self.tr("Lessons")
        heads = (self.tr("Day"), self.tr("Week"), self.tr("Weekday"))
        for figures, head in zip(self._figures, heads, strict=True):
            figures.renew(head, self.tr("Done by then") if figures.chart is self._curve else amount)

    def _shown(self, amount: float, *, by_hours: bool) -> str:
        say = Quantities()
        return say.hours(amount) if by_hours else say.lessons(round(amount))

    def _week(self, begin: date, amount: float, today: date, *, by_hours: bool) -> Point:
        is_this = begin <= today < begin + timedelta(days=7)
        label = pace_words.day(begin)
        return Point(
            self.tr("Week from {day}, so far").format(day=label)
            if is_this
            else self.tr("Week from {day}").format(day=label),
            pace_words.day(begin, begin),
            amount,
            self._shown(amount, by_hours=by_hours),
            open=is_this,
        )

    def _show_growth(self, pace: Pace, amounts: Amounts, *, by_hours: bool) -> None:
        reached = amounts.over_time()
        if reached[-1][0] < pace.today:
            reached.append((pace.today, amounts.done))
        points = [
            Point(pace_words.day(day), "", amount, self._shown(amount, by_hours=by_hours))
            for day, amount in reached
        ]
        days = [day for day, _ in reached]
        aim = self._shown(amounts.total, by_hours=by_hours)
        expected = pace.outlook if isinstance(pace.outlook, Expected) else None
        for day, words in self._expected_words(expected):
            days.append(day)
            points.append(
                Point(words.format(day=pace_words.day(day)), "", amounts.total, aim, open=True)
            )
        growth = Growth(
            days=tuple(days),
            given=amounts.given,
            today=pace.today,
            aim=amounts.total,
            aim_words=self.tr("All: {amount}").format(amount=aim),
            expected=None if expected is None else (expected.earliest, expected.latest),
        )
        self._curve.show_growth(growth, points, whole=not by_hours)

    def _expected_words(self, expected: Expected | None) -> Sequence[tuple[date, str]]:
        if expected is None or expected.earliest is None:
            return []
        words = [(expected.earliest, self.tr("{day}, at the earliest"))]
        if expected.latest is not None:
            words.append((expected.latest, self.tr("{day}, at the latest")))
        return words
