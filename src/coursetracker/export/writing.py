"""Writing a file: whole, or not at all."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

Tick = Callable[[int, int], None]
"""Is told how many steps are done, of how many; raises to call the rest off."""
_STEPS = 3

_NO_FOLDER = QT_TRANSLATE_NOOP("Problem", "There is no folder {path}. Choose another place.")
_IS_FOLDER = QT_TRANSLATE_NOOP("Problem", "{path} is a folder. Choose another name for the file.")
_NOT_WRITABLE = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} cannot be written: writing there is not allowed, or another program has the file open."
    " Close that program or choose another place.",
)
_DISK_FULL = QT_TRANSLATE_NOOP(
    "Problem", "{path} was not written: the disk is full. Make room or choose another disk."
)
_FAILED = QT_TRANSLATE_NOOP("Problem", "{path} cannot be written ({reason}). Choose another place.")
_SENTENCES = {
    errno.ENOENT: _NO_FOLDER,
    errno.EISDIR: _IS_FOLDER,
    errno.EACCES: _NOT_WRITABLE,
    errno.EPERM: _NOT_WRITABLE,
    errno.EROFS: _NOT_WRITABLE,
    errno.ENOSPC: _DISK_FULL,
    errno.EDQUOT: _DISK_FULL,
}


def write_file(target: Path, make: Callable[[], bytes], tick: Tick) -> None:
    """Make the content of a file and write it.

    It is written beside the target and moved into place: what stood there stays until then.
    Raises Problem where it cannot be written, and whatever *tick* raises to cancel.
    """
    _check_place(target)
    tick(0, _STEPS)
    content = make()
    tick(1, _STEPS)
    with _told(target):
        _replace(target, content, tick)
    tick(_STEPS, _STEPS)


def _check_place(target: Path) -> None:
    """Refuse what cannot end well before the work is done."""
    if not target.parent.is_dir():
        raise Problem(_NO_FOLDER, path=target.parent)
    if target.is_dir():
        raise Problem(_IS_FOLDER, path=target)
    if not os.access(target.parent, os.W_OK):
        raise Problem(_NOT_WRITABLE, path=target)


def _replace(target: Path, content: bytes, tick: Tick) -> None:
    beside = target.with_name(f".{token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        tick(2, _STEPS)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Turn what the system says of a file into a sentence."""
    try:
        yield
    except OSError as error:
        sentence = _SENTENCES.get(error.errno or 0, _FAILED)
        path = target.parent if sentence is _NO_FOLDER else target
        raise Problem(sentence, path=path, reason=error.strerror) from error
