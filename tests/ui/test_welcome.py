"""The first start: a course is there, and what to do next is told once."""

from PySide6.QtWidgets import QPushButton

from coursetracker.app import open_first
from ui.conftest import OpenWindow


def test_the_first_start_shows_a_course_and_three_ways_on(open_window: OpenWindow) -> None:
    window = open_window()
    open_first(window, None)
    notice = window.pane.notice
    assert window.session.course is not None
    assert notice.isVisible()
    words = [each.text().replace("&", "") for each in notice.findChildren(QPushButton)]
    assert words[:3] == ["Open a course…", "Preferences…", "User guide"]
    assert window.focusWidget() is window.outline
    window.close()
    window.session.close()
    again = open_window()
    open_first(again, None)
    assert again.session.course is not None
    assert again.pane.notice.isHidden()
