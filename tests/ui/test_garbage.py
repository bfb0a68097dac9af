"""Garbage is collected in the window's thread only."""

import gc
import threading

from pytestqt.qtbot import QtBot

from coursetracker.ui.garbage import EVERY_MS, collect
from coursetracker.ui.job import Job, Tick
from coursetracker.ui.window import MainWindow

ENOUGH = 50_000
"""So many objects made, and Python's own collector has begun more than once."""


class Knot:
    """Refers to itself, so that only a collector ends it."""

    ended_in: set[int]

    def __init__(self, ended_in: set[int]) -> None:
        self.ended_in = ended_in
        self.itself = self

    def __del__(self) -> None:
        self.ended_in.add(threading.get_ident())


def test_work_beside_the_window_collects_nothing(window: MainWindow, qtbot: QtBot) -> None:
    ended_in: set[int] = set()

    def work(tick: Tick) -> list[list[int]]:
        del tick
        Knot(ended_in)
        return [[number] for number in range(ENOUGH)]

    job = Job(work, window)
    with qtbot.waitSignal(job.finished):
        Knot(ended_in)
        job.start()
    qtbot.waitUntil(lambda: bool(ended_in), timeout=100 * EVERY_MS)

    assert ended_in == {threading.main_thread().ident}


def test_all_generations_are_collected_in_their_time() -> None:
    collect()
    seen: list[int] = []
    kept: list[list[int]] = []

    def watch(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            seen.append(told["generation"])

    gc.callbacks.append(watch)
    try:
        for _ in range(200):
            kept += [[number] for number in range(gc.get_threshold()[0] + 100)]
            collect()
    finally:
        gc.callbacks.remove(watch)
    assert set(seen) == {each for each, due in enumerate(gc.get_threshold()) if due}
    assert seen.count(0) > seen.count(1)


def test_where_nothing_was_made_nothing_is_collected() -> None:
    for _ in range(4):
        collect()
    before = gc.get_stats()
    collect()
    assert gc.get_stats() == before
