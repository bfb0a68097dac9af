"""Work beside the window."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coursetracker.ui.job import Job, Tick


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_the_answer_comes_by_signal_on_the_windows_thread(qtbot: QtBot, owner: QObject) -> None:
    def work(tick: Tick) -> str:
        tick(1, 2)
        return threading.current_thread().name

    job = Job(work, owner)
    ticks: list[tuple[int, int]] = []
    job.ticked.connect(lambda done, total: ticks.append((done, total)))
    heard: list[tuple[object, str]] = []
    job.succeeded.connect(lambda name: heard.append((name, threading.current_thread().name)))
    with qtbot.waitSignal(job.finished):
        job.start()
    assert heard == [("job", threading.current_thread().name)]
    assert ticks == [(1, 2)]


def test_a_failure_comes_by_signal(qtbot: QtBot, owner: QObject) -> None:
    def work(tick: Tick) -> None:
        raise ValueError("no")

    job = Job(work, owner)
    with qtbot.waitSignal(job.failed) as heard:
        job.start()
    assert isinstance(heard.args[0], ValueError)


def test_a_cancelled_job_says_only_that_it_is_finished(qtbot: QtBot, owner: QObject) -> None:
    go_on = threading.Event()

    def work(tick: Tick) -> None:
        go_on.wait(5)
        tick(0, 1)

    job = Job(work, owner)
    heard: list[object] = []
    job.succeeded.connect(heard.append)
    job.failed.connect(heard.append)
    with qtbot.waitSignal(job.finished):
        job.start()
        job.cancel()
        go_on.set()
    assert heard == []
