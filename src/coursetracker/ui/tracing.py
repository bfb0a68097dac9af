"""Where an error came from, without anything of the learner's: no message, no path of theirs."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from traceback import walk_tb

PACKAGE = "coursetracker"
_TELLING = (AttributeError, IndexError, NameError, TypeError, ZeroDivisionError)
"""Errors whose messages Python makes of names in the code; others may quote a course or a note."""

_FILE = re.compile(r'File "([^"]*)"')


def trace(error: BaseException) -> str:
    """Return the kinds of an error and of those behind it, and the lines that they came from."""
    return "\n".join(line for each in _chain(error) for line in _lines(each))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what led to it, the first cause first."""
    chain: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in chain:
        chain.append(following)
        following = following.__cause__ or following.__context__
    return reversed(chain)


def _lines(error: BaseException) -> Iterator[str]:
    for frame, line in walk_tb(error.__traceback__):
        code = frame.f_code
        yield f"  {short(code.co_filename)}:{line} in {code.co_qualname}"
    kind = type(error)
    told = f": {error}" if isinstance(error, _TELLING) else ""
    yield f"{kind.__module__}.{kind.__qualname__}{told}"


def without_paths(dump: str) -> str:
    """Return what the interpreter wrote about a crash, with its files named as in `short`."""
    return _FILE.sub(lambda found: f'File "{short(found.group(1))}"', dump)


def short(path: str) -> str:
    """Return the path of a source file from its package on; who installed it where is left out."""
    parts = PurePath(path.replace("\\", "/")).parts
    if PACKAGE in parts:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index(PACKAGE) :])
    return "/".join(parts[-2:])
