"""What the learner wants of one course, kept and undone through the session."""

from coursetracker.ui.window import MainWindow


def test_a_setting_of_a_course_is_undone_and_done_again(window: MainWindow) -> None:
    session = window.session
    session.open_bundled()
    heard: list[str] = []
    session.setting_changed.connect(heard.append)
    session.set_setting("counting", "best", "count the best attempt")
    session.set_setting("counting", "last", "count the last attempt")

    session.undo()
    once = session.setting("counting")
    session.undo()
    never = session.setting("counting")
    session.redo()

    assert (once, never, session.setting("counting")) == ("best", None, "best")
    assert session.redo_words() == "count the last attempt"
    assert heard == ["counting"] * 5


def test_a_setting_without_words_leaves_nothing_to_undo(window: MainWindow) -> None:
    session = window.session
    session.open_bundled()

    session.set_setting("filter", "remaining")
    session.set_setting("filter", "remaining", "show what remains")

    assert session.undo_words() is None
