"""What a report says of when weeks and assessments are due."""

from collections.abc import Mapping
from datetime import date

from coursetracker.export import labels
from coursetracker.export.wording import Wording
from coursetracker.progress.grades import Rules
from coursetracker.progress.rollup import Progress
from coursetracker.progress.schedule import agenda

Deadlines = Mapping[int, str]
"""When what is not done is due, in words, by item."""


def deadlines(
    progress: Progress, due: Mapping[int, date], today: date, rules: Rules, wording: Wording
) -> Deadlines:
    """Return what is overdue as of a day, and what is due from then on."""
    now = agenda(progress, due, today, rules.counting)
    sentences = ((labels.OVERDUE, now.overdue), (labels.DUE, now.coming))
    return {
        item: wording.say(sentence).format(day=wording.short_date(due[item]))
        for sentence, items in sentences
        for item in items
    }
