"""Real courses in the window, at the size of a small screen; their pictures are in build/pictures.

The pictures are for a person to look at. The test sees what a machine can: that nothing of
the markup is left in the text, and that the page is no wider than its column.
"""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coursetracker.ui.theme import Scheme, apply_scheme
from ui.conftest import OpenWindow

ROOT = Path(__file__).resolve().parents[2]
COURSES = ROOT.parent / "shared" / "courses"
PICTURES = ROOT / "build" / "pictures"
SHOWN = {
    "jwasham__coding-interview-university/README.md": ("Big-O", Scheme.LIGHT),
    "ossu__computer-science": ("Curriculum", Scheme.DARK),
    "kelseyhightower__kubernetes-the-hard-way": ("Prerequisites", Scheme.LIGHT),
    "dabeaz-course__practical-python": ("1.3 Numbers", Scheme.DARK),
    "mlabonne__llm-course/README.md": ("Mathematics", Scheme.LIGHT),
}
"""Five courses of different shapes, a part of a title in each, and the colours."""

MARKUP = re.compile(r"\]\(|</?(?:td|div|p|a|img|details)\b")


@pytest.mark.skipif(not COURSES.is_dir(), reason="no courses beside the project")
@pytest.mark.parametrize("name", SHOWN)
def test_a_page_of_a_real_course(open_window: OpenWindow, qtbot: QtBot, name: str) -> None:
    words, scheme = SHOWN[name]
    window = open_window()
    apply_scheme(scheme)
    window.resize(1366, 728)
    with qtbot.waitSignal(window.session.course_opened, timeout=30_000):
        window.open_path(COURSES / name)
    assert window.session.progress is not None
    outline = window.session.progress.outline
    found = [item for item in outline.items if words in item.title]
    window.reader.go_to((found or list(outline.leaves()))[0].id)
    qtbot.waitUntil(lambda: bool(window.page.toPlainText()))
    qtbot.wait(300)
    PICTURES.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(PICTURES / f"{name.partition('/')[0]}.png"))
    apply_scheme(Scheme.SYSTEM)

    assert MARKUP.findall(window.page.toPlainText()) == []
    assert window.page.document().textWidth() <= window.page.viewport().width()
