"""Every sentence of the report, in one place for those who translate it."""

from coursetracker.problems import QT_TRANSLATE_NOOP

REPORT = QT_TRANSLATE_NOOP("Report", "Progress report")
SOURCE = QT_TRANSLATE_NOOP("Report", "Course file: {name}")
PAGE = QT_TRANSLATE_NOOP("Report", "Page {page} of {pages}")
NO_CLAIM = QT_TRANSLATE_NOOP("Report", "This file makes no claim to conform to PDF/UA or PDF/A.")

PROGRESS = QT_TRANSLATE_NOOP("Report", "Progress")
WEEK = QT_TRANSLATE_NOOP("Report", "Week")
SECTION = QT_TRANSLATE_NOOP("Report", "Section")
WEEK_NUMBER = QT_TRANSLATE_NOOP("Report", "Week {number}")
WEEK_TITLE = QT_TRANSLATE_NOOP("Report", "Week {number}: {title}")
LESSONS_DONE = QT_TRANSLATE_NOOP("Report", "Lessons done")
SHARE = QT_TRANSLATE_NOOP("Report", "Share")
COUNT = QT_TRANSLATE_NOOP("Report", "{done} of {counted}")
PERCENT = QT_TRANSLATE_NOOP("Report", "{number} %")
DECIMAL_SAMPLE = QT_TRANSLATE_NOOP("Report", "0.5")  # shows the language's decimal mark
RING = QT_TRANSLATE_NOOP("Report", "Lessons done: {done} of {counted}, {percent}")
ALL_DONE = QT_TRANSLATE_NOOP("Report", "Done")
ALL_IN_PROGRESS = QT_TRANSLATE_NOOP("Report", "In progress")
ALL_NOT_STARTED = QT_TRANSLATE_NOOP("Report", "Not started")
ALL_SKIPPED = QT_TRANSLATE_NOOP("Report", "Skipped (not counted)")
ALL_OPTIONAL = QT_TRANSLATE_NOOP("Report", "Optional (not counted)")

CURRENT = QT_TRANSLATE_NOOP("Report", "{done} done, {current} done and current")
OUTDATED = QT_TRANSLATE_NOOP("Report", "Lessons that changed after they were done: {count}")

UNTITLED = QT_TRANSLATE_NOOP("Report", "(no title)")

OVER_TIME = QT_TRANSLATE_NOOP("Report", "Completion over time")
CHART = QT_TRANSLATE_NOOP(
    "Report", "Lessons done from {first} to {last}: first {before}, at the end {done} of {counted}"
)
NOTHING_DONE = QT_TRANSLATE_NOOP(
    "Report", "Nothing has been done yet. The curve begins with the first lesson done."
)
NO_DATES = QT_TRANSLATE_NOOP(
    "Report", "What is done was marked in the course file, so the dates are not known."
)
SOME_UNDATED = QT_TRANSLATE_NOOP(
    "Report", "Done without a known date, and so counted from the start: {count}"
)

ASSESSMENTS = QT_TRANSLATE_NOOP("Report", "Assessments")
ASSESSMENT = QT_TRANSLATE_NOOP("Report", "Assessment")
SCORE = QT_TRANSLATE_NOOP("Report", "Score")
PASS_MARK = QT_TRANSLATE_NOOP("Report", "Pass mark")
RESULT = QT_TRANSLATE_NOOP("Report", "Result")
PASSED = QT_TRANSLATE_NOOP("Report", "passed")
FAILED = QT_TRANSLATE_NOOP("Report", "not passed")
OPEN = QT_TRANSLATE_NOOP("Report", "open")
DUE = QT_TRANSLATE_NOOP("Report", "due {day}")
OVERDUE = QT_TRANSLATE_NOOP("Report", "overdue since {day}")
ATTEMPTS = QT_TRANSLATE_NOOP("Report", "attempts: {count}")
WEIGHT = QT_TRANSLATE_NOOP("Report", "weight {weight}")
NO_SCORE = QT_TRANSLATE_NOOP("Report", "No assessment has a score yet.")
GRADE = QT_TRANSLATE_NOOP("Report", "Grade: {score}")
GRADE_SO_FAR = QT_TRANSLATE_NOOP("Report", "Grade so far: {score} ({taken} of {all} assessments)")
GRADE_PASSED = QT_TRANSLATE_NOOP("Report", "Passed: {target} is reached.")
GRADE_SURE = QT_TRANSLATE_NOOP("Report", "Already passed: {target} is sure, whatever comes.")
GRADE_FAILED = QT_TRANSLATE_NOOP("Report", "Not passed: {target} is needed.")
GRADE_IMPOSSIBLE = QT_TRANSLATE_NOOP("Report", "{target} is no longer possible; {score} at best.")
GRADE_NEEDS = QT_TRANSLATE_NOOP(
    "Report", "For {target}, each open assessment needs at least {score}."
)

CHECKLIST = QT_TRANSLATE_NOOP("Report", "Checklist")
NO_LESSONS = QT_TRANSLATE_NOOP("Report", "This course has no lessons.")
LESSON = QT_TRANSLATE_NOOP("Report", "Lesson")
STATE = QT_TRANSLATE_NOOP("Report", "State")
DONE_ON = QT_TRANSLATE_NOOP("Report", "Done on")
DONE = QT_TRANSLATE_NOOP("Report", "done")
IN_PROGRESS = QT_TRANSLATE_NOOP("Report", "in progress")
DONE_BEFORE = QT_TRANSLATE_NOOP("Report", "done, changed since")
NOT_STARTED = QT_TRANSLATE_NOOP("Report", "not started")
SKIPPED = QT_TRANSLATE_NOOP("Report", "skipped")
OPTIONAL = QT_TRANSLATE_NOOP("Report", "optional")

LOST = QT_TRANSLATE_NOOP("Report", "Lost & found")
ABOUT_LOST = QT_TRANSLATE_NOOP(
    "Report",
    "What was done with lessons that have left the course, or that hold lessons of their own now."
    " It is not counted.",
)
LOST_LESSON = QT_TRANSLATE_NOOP("Report", "Lesson and where it stood")
NOTE = QT_TRANSLATE_NOOP("Report", "with a note")

NOTES = QT_TRANSLATE_NOOP("Report", "Notes")

TASKS_FRONT = QT_TRANSLATE_NOOP("Report", "Progress on {date}: {count} lessons done")
TASKS_SCORE = QT_TRANSLATE_NOOP("Report", "Score: {score}")

DATE = QT_TRANSLATE_NOOP("Report", "{day} {month} {year}")
SHORT_DATE = QT_TRANSLATE_NOOP("Report", "{day} {short_month} {year}")
MONTHS = QT_TRANSLATE_NOOP(
    "Report",
    "January February March April May June July August September October November December",
)
SHORT_MONTHS = QT_TRANSLATE_NOOP("Report", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
