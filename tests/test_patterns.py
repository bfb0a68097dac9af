"""Patterns match alike with each Python the program runs on.

Before 3.11.5, Python does not return to where it was when a possessive repetition's last try
fails after a repetition, a branch or a look-around within it has got somewhere (CPython issue
106052). What is repeated possessively is therefore one character, or a choice of fixed runs.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import coursetracker

constants: Any = re._constants  # type: ignore[attr-defined]
parser: Any = re._parser  # type: ignore[attr-defined]
FIXED = {constants.LITERAL, constants.NOT_LITERAL, constants.IN, constants.ANY, constants.CATEGORY}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Return each pattern of the program's modules, where it stands."""
    for found in pkgutil.walk_packages(coursetracker.__path__, "coursetracker."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                for each in within(value):
                    yield f"{found.name}.{name}", each


def within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from within(each)


def doubtful(pattern: str, flags: int = 0) -> list[str]:
    """Return what a pattern repeats possessively that an older Python may get wrong."""
    return [str(each) for each in repeated(parser.parse(pattern, flags)) if not is_safe(each)]


def repeated(parsed: object) -> Iterator[Any]:
    """Return what is repeated possessively anywhere in a parsed pattern."""
    if isinstance(parsed, parser.SubPattern):
        parsed = parsed.data
    if isinstance(parsed, (tuple, list)):
        if len(parsed) == 2 and parsed[0] is constants.POSSESSIVE_REPEAT:
            yield parsed[1][2]
        for each in parsed:
            yield from repeated(each)


def is_safe(body: Any) -> bool:
    if len(body) == 1 and body[0][0] is constants.BRANCH:
        return all(is_fixed(each) for each in body[0][1][1])
    return is_fixed(body)


def is_fixed(run: Any) -> bool:
    return all(operation in FIXED for operation, _ in run)


def test_no_pattern_depends_on_the_version_of_python() -> None:
    found = dict(patterns())

    assert len(found) > 50
    wrong = {name: doubtful(each.pattern, each.flags) for name, each in found.items()}
    assert {name: bodies for name, bodies in wrong.items() if bodies} == {}


@pytest.mark.parametrize(
    ("pattern", "is_doubtful"),
    [
        (r"[ab]++c", False),
        (r"(?:[^\\]|\\.)*+", False),
        (r"(?:---)*+-->", False),
        (r"(?:a|\$(?!\$))++", True),
        (r"(?:a|\d{1,9}[.)])*+", True),
        (r"x(y(?:[ \t]*+-++)++)", True),
        (r"(?=(?:a|b(?:cc|dx))*+)", True),
        (r"(?:a\d?)?+", True),
    ],
)
def test_what_is_doubtful_is_found(pattern: str, is_doubtful: bool) -> None:
    assert bool(doubtful(pattern)) == is_doubtful
