"""Where the benchmarks work: on the disk that the program is on, as /tmp may be no disk at all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build"
"""The folder that version control leaves out, so that a run that is killed leaves nothing in it."""


@contextmanager
def workplace() -> Iterator[Path]:
    """Yield an empty folder that is gone when the work is done."""
    BUILD.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=BUILD))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
