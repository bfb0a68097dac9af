"""Make the pictures of the documents.

    QT_QPA_PLATFORM=offscreen python docs/pictures.py

The window is shown with the bundled course, some of it done; the report is what the export
writes of it, its pages drawn by pdftoppm (Debian's poppler-utils).
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from coursetracker.app import furnish, open_first
from coursetracker.course.outline import Kind, State
from coursetracker.export.pdf import write_pdf
from coursetracker.resources import bundled_course
from coursetracker.starting import empty_window, make_application
from coursetracker.ui.language import speak, speaker
from coursetracker.ui.review import ReviewDialog
from coursetracker.ui.session import Session, local_time
from coursetracker.ui.theme import Scheme, apply_scheme
from coursetracker.ui.window import MainWindow

DOCS = Path(__file__).resolve().parent
GUIDE = DOCS.parent / "resources" / "guide" / "pictures"
SMALL = (1120, 680)
REVIEWED = (1200, 690)
LESSONS_DONE = 21
SCORES = (92.5, 71.0)


class Days:
    """A clock that the pictures set: three lessons a day, the last one today."""

    def __init__(self) -> None:
        self.ago = LESSONS_DONE // 3

    def __call__(self) -> datetime:
        """Return the time that it is in the picture."""
        return local_time() - timedelta(days=self.ago)


def wait(milliseconds: int) -> None:
    """Let the program go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def study(session: Session, clock: Days) -> None:
    """Do some lessons, as a learner would over a week."""
    progress = session.progress
    assert progress is not None
    for number, lesson in enumerate(list(progress.outline.leaves())[:LESSONS_DONE]):
        clock.ago = (LESSONS_DONE - number) // 3
        session.mark(lesson.id, State.DONE)
    exams = [item for item in progress.outline.items if item.kind is Kind.ASSESSMENT]
    for exam, score in zip(exams, SCORES, strict=False):
        session.set_score(exam.id, score)


@contextmanager
def studied_window(folder: Path, course: Path | None = None) -> Iterator[MainWindow]:
    """Yield a window in which a part of a course, or else of the bundled one, is done."""
    window = empty_window(folder)
    furnish(window, folder)
    clock = Days()
    window.session._clock = clock  # noqa: SLF001  the picture's own time
    if course is None:
        open_first(window, None)
    else:
        window.open_path(course)
        wait(1000)
    window.pane.notice.hide()  # what it says of a new course is not the picture's subject
    study(window.session, clock)
    progress = window.session.progress
    assert progress is not None
    window.resize(1366, 768)
    window.show()
    window.reader.go_to(list(progress.outline.leaves())[6].id)
    wait(300)
    yield window
    window.close()
    window.session.close()


def picture(window: QWidget, name: str, folder: Path = DOCS) -> None:
    """Take a picture of a window as it is."""
    wait(200)
    window.grab().save(str(folder / name))


def report_picture(window: MainWindow, folder: Path) -> None:
    """Draw the first pages of the report side by side."""
    window.session.name_learner("Ana Núñez")
    target = folder / "report.pdf"
    write_pdf(window.session.report("en", speaker("Report")), target, lambda _done, _of: None)
    drawn = ["pdftoppm", "-r", "70", "-f", "2", "-l", "2", "-png", "-singlefile"]
    subprocess.run([*drawn, str(target), str(DOCS / "report")], check=True)  # noqa: S603


def edited(text: str) -> str:
    """Return the bundled course as its author might have it a year later."""
    start, end = text.index("## Steps of an ML project"), text.index("## Case study")
    added = "También se habla de cómo medir un sistema de voz, con dos ejemplos."
    return (
        (text[:start] + text[end:])
        .replace("## Course outline", f"{added}\n\n## Course outline")
        .replace("## Monitoring\n", "## Monitoring a system\n")
        .replace(
            "## Pipeline monitoring", "## Una lección nueva\n\nLo nuevo.\n\n## Pipeline monitoring"
        )
    )


def update_pictures(folder: Path) -> None:
    """Show how a change of the course is told, reviewed and applied."""
    course = folder / "machine-learning-in-production.md"
    course.write_bytes(bundled_course().read_bytes())
    with studied_window(folder / "update", course) as window:
        course.write_text(edited(course.read_text("utf-8")), "utf-8")
        wait(1500)
        picture(window, "update-bar.png")
        proposal = window.updating.proposal
        assert proposal is not None
        review = ReviewDialog(proposal.update, proposal.started.course.title, by_itself=False)
        review.resize(*REVIEWED)  # the screen that nobody sees is smaller than any
        review.show()
        picture(review, "update-review.png")
        review.reject()
        window.updating.apply()
        picture(window, "update-after.png")


def guide_pictures(folder: Path, language: str, word: str) -> None:
    """Show what the user guide tells of, in its language; `word` is what is searched for."""
    GUIDE.mkdir(exist_ok=True)
    speak(language)
    course = folder / "machine-learning-in-production.md"
    course.parent.mkdir()
    course.write_bytes(bundled_course().read_bytes())
    with studied_window(folder / "data", course) as window:
        window.resize(*SMALL)
        window.splitter.setSizes([300, 560, 260])
        picture(window, f"{language}-window.png", GUIDE)
        window.searching.search()
        wait(2500)  # until all is indexed
        search = window.findChild(QDialog, "search")
        assert isinstance(search, QDialog)
        field = search.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(word)
        wait(600)
        picture(search, f"{language}-search.png", GUIDE)
        search.close()
        course.write_text(edited(course.read_text("utf-8")), "utf-8")
        wait(1500)
        proposal = window.updating.proposal
        assert proposal is not None
        review = ReviewDialog(proposal.update, proposal.started.course.title, by_itself=False)
        review.resize(*REVIEWED)  # the screen that nobody sees is smaller than any
        review.show()
        picture(review, f"{language}-review.png", GUIDE)
        review.reject()


def main() -> None:
    """Make all pictures."""
    app = make_application(sys.argv[:1])
    speak("en")
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with studied_window(folder / "en") as window:
            apply_scheme(Scheme.LIGHT)
            picture(window, "window-light.png")
            apply_scheme(Scheme.DARK)
            picture(window, "window-dark.png")
            apply_scheme(Scheme.CONTRAST)
            picture(window, "window-contrast.png")
            report_picture(window, folder)
        apply_scheme(Scheme.LIGHT)
        update_pictures(folder)
        guide_pictures(folder / "guide-en", "en", "datos")
        guide_pictures(folder / "guide-es", "es", "datos")
        with studied_window(folder / "es") as window:
            picture(window, "window-spanish.png")


if __name__ == "__main__":
    main()
