"""Which edges of the package's code an input takes.

An edge is a line of a file and the line that was run before it in the same call, as in AFL
(M. Zalewski, "Technical details of AFL"). Python's trace function tells the lines.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import coursetracker

PACKAGE = str(Path(coursetracker.__file__).parent)

Edge = tuple[int, int, int]
"""The number of a code object, the line before, and the line."""


class Edges:
    """Collects the edges of what runs between `watched` calls."""

    def __init__(self) -> None:
        self._numbers: dict[CodeType, int | None] = {}
        self.taken: set[Edge] = set()

    def watched(self, act: Callable[[], object]) -> set[Edge]:
        """Do something, and return the edges it took; what it raises is raised."""
        self.taken = set()
        before = sys.gettrace()
        sys.settrace(self._enter)
        try:
            act()
        finally:
            sys.settrace(before)
        return self.taken

    def _number(self, code: CodeType) -> int | None:
        if code not in self._numbers:
            ours = code.co_filename.startswith(PACKAGE)
            self._numbers[code] = len(self._numbers) if ours else None
        return self._numbers[code]

    def _enter(self, frame: FrameType, _event: str, _value: object) -> Any:
        number = self._number(frame.f_code)
        if number is None:
            return None
        last, taken = 0, self.taken

        def step(frame: FrameType, event: str, _value: object) -> Any:
            nonlocal last
            if event == "line":
                taken.add((number, last, frame.f_lineno))
                last = frame.f_lineno
            return step

        return step
