"""Fuzzing by coverage: inputs that take a new edge are kept, and changed further.

After AFL (M. Zalewski, 2013), without its counts of how often an edge is taken. A finding is an
input that raises what its target does not allow, or that takes longer than SLOW.
"""

import hashlib
import random
import signal
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from fuzz.edges import Edge, Edges
from fuzz.targets import Target

SLOW = 2.0
"""Seconds of CPU that an input may take; watching its lines makes it TRACED times slower."""

TRACED = 15


class Slow(Exception):
    """An input takes too long."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise Slow within what takes more seconds of CPU."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise Slow

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@dataclass
class Fuzzer:
    """Looks for inputs of a target that it does not bear."""

    target: Target
    rng: random.Random
    found: Path | None = None
    edges: set[Edge] = field(default_factory=set)
    corpus: list[bytes] = field(default_factory=list)
    findings: dict[str, bytes] = field(default_factory=dict)
    tried: int = 0

    def __post_init__(self) -> None:
        self._watch = Edges()

    def begin(self, inputs: Sequence[bytes]) -> None:
        """Take in what is known already."""
        for data in inputs:
            self.attempt(data)
        self.corpus = self.corpus or list(inputs)

    def attempt(self, data: bytes) -> bool:
        """Try an input, and return whether it took a new edge."""
        self.tried += 1
        try:
            with limited(SLOW * TRACED):
                taken = self._watch.watched(lambda: self.target.run(data))
        except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
            self._keep(data, error)
            taken = self._watch.taken
        new = not taken <= self.edges
        if new:
            self.edges |= taken
            self.corpus.append(data)
        return new

    def run(self, seconds: float, tell: Callable[["Fuzzer"], object]) -> None:
        """Try changed inputs for so long, and tell now and then how it goes."""
        end = time.monotonic() + seconds
        told = time.monotonic()
        while time.monotonic() < end:
            self.step()
            if time.monotonic() - told > 60:
                told = time.monotonic()
                tell(self)
        tell(self)

    def step(self) -> None:
        """Try one changed input; newer ones are chosen more often."""
        newest = self.corpus[-20:]
        parent = self.rng.choice(newest if self.rng.random() < 0.5 else self.corpus)
        words, corpus = self.target.words, self.corpus
        self.attempt(self.target.mutate(parent, self.rng, words, corpus))

    def _keep(self, data: bytes, error: Exception) -> None:
        if isinstance(error, Slow) and not is_slow(self.target, data):
            return
        where = place_of(error)
        if where in self.findings:
            return
        self.findings[where] = data
        if self.found is not None:
            self.found.mkdir(parents=True, exist_ok=True)
            name = hashlib.sha256(where.encode()).hexdigest()[:12]
            (self.found / name).write_bytes(data)
            told = "".join(traceback.format_exception(error))
            (self.found / f"{name}.txt").write_text(told[-20_000:], "utf-8")


def is_slow(target: Target, data: bytes) -> bool:
    """Return whether an input takes too long when nobody watches."""
    try:
        with limited(SLOW):
            target.run(data)
    except Slow:
        return True
    except Exception:  # noqa: BLE001  it is found to raise when it is watched
        return False
    return False


def place_of(error: Exception) -> str:
    """Return what tells one finding from another: the error, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    if isinstance(error, Slow):  # where it was broken off is chance
        ours = [f for f in frames if "/coursetracker/" in f.filename]
        return f"Slow {ours[0].name if ours else ''}"
    last = frames[-1]
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"


def least(target: Target, inputs: Sequence[bytes]) -> list[bytes]:
    """Return a small selection of inputs that takes the same edges, the shortest first."""
    watch, covered, chosen = Edges(), set[Edge](), []
    for data in sorted(inputs, key=len):
        taken = _edges(watch, target, data)
        if not taken <= covered:
            covered |= taken
            chosen.append(data)
    return chosen


def _edges(watch: Edges, target: Target, data: bytes) -> set[Edge]:
    """Return the edges that an input takes, none where it is a finding."""
    try:
        return watch.watched(lambda: target.run(data))
    except Exception:  # noqa: BLE001  findings are kept elsewhere
        return set()
