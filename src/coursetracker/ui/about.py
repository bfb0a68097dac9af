"""What this program is, in one dialog."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coursetracker import __version__


def show_about(parent: QWidget) -> None:
    """Say what this program is."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  not needed to start

    title = QCoreApplication.translate("About", "About CourseTracker")
    promise = QCoreApplication.translate(
        "About", "Follow a course written as Markdown. Offline, private, free (MIT)."
    )
    rights = QCoreApplication.translate(
        "About",
        "It uses Qt under the LGPL; all licences are in the folder “licences” of the program.",
    )
    name = f"<h3>CourseTracker {__version__}</h3>"
    QMessageBox.about(parent, title, f"{name}<p>{promise}</p><p>{rights}</p>")
