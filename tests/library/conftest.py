"""A library in a real file, and small courses to put into it."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from coursetracker.library.database import open_database

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def db(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_database(folder)) as connection:
        yield connection


class AsNobody(Protocol):
    """Makes a block run without the right to pass over file permissions."""

    def __call__(self) -> AbstractContextManager[None]: ...


@pytest.fixture
def as_nobody() -> AsNobody:
    return _as_nobody


@contextmanager
def _as_nobody() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that every user of the machine may write to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)
        Path(name).chmod(0o777)
