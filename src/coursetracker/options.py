"""What the command line says, and its help in the learner's language."""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from coursetracker import __version__
from coursetracker.problems import QT_TRANSLATE_NOOP, Say
from coursetracker.resources import languages

WITH_VALUE = ("--data-dir", "--lang")

FORMATS: Mapping[str, str] = {
    "pdf": QT_TRANSLATE_NOOP("Command line", "a report as PDF"),
    "csv": QT_TRANSLATE_NOOP("Command line", "a table for spreadsheets"),
    "json": QT_TRANSLATE_NOOP("Command line", "all of it, to be imported again"),
    "markdown": QT_TRANSLATE_NOOP("Command line", "a list of tasks with scores and notes"),
    "ics": QT_TRANSLATE_NOOP("Command line", "due dates for calendars"),
}
"""What progress can be written as, and what is said of it."""

OF_ARGPARSE = (
    QT_TRANSLATE_NOOP("Command line", "usage: "),
    QT_TRANSLATE_NOOP("Command line", "positional arguments"),
    QT_TRANSLATE_NOOP("Command line", "options"),
    QT_TRANSLATE_NOOP("Command line", "show this help message and exit"),
    QT_TRANSLATE_NOOP("Command line", "%(prog)s: error: %(message)s\n"),
    QT_TRANSLATE_NOOP("Command line", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("Command line", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("Command line", "one of the arguments %s is required"),
    QT_TRANSLATE_NOOP("Command line", "not allowed with argument %s"),
    QT_TRANSLATE_NOOP("Command line", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("Command line", "expected one argument"),
    QT_TRANSLATE_NOOP("Command line", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("Command line", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("Command line", "ambiguous option: %(option)s could match %(matches)s"),
)
"""What Python itself says in helps and errors."""


class _Asked(Exception):
    """The command line asks for help, or is not understood."""


class _Listener(argparse.ArgumentParser):
    """Says nothing itself: what is said is said in the learner's language, which takes longer."""

    def error(self, _message: str) -> NoReturn:
        raise _Asked

    def print_help(self, _file: object = None) -> NoReturn:
        raise _Asked


def chosen(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for; `command` is None for the window.

    A course file that has the name of a command is opened as ``./outline``. Ends the program
    with help, or with a sentence about what is not understood.
    """
    try:
        return _read(arguments, _Listener, str)
    except _Asked:
        say = _speaking(arguments)
        with _argparse_saying(say):
            return _read(arguments, argparse.ArgumentParser, say)


def _speaking(arguments: Sequence[str]) -> Say:
    """Return the translation for the help, in the language asked for beside it."""
    from coursetracker.ui import language  # noqa: PLC0415  Qt is loaded only for its catalogue

    asked = [after for word, after in pairwise(arguments) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in arguments if word.startswith("--lang=")]
    known = [each for each in asked if each in languages()]
    language.speak_without_window(known[-1] if known else language.system_language())
    return language.speaker("Command line")


@contextmanager
def _argparse_saying(say: Say) -> Iterator[None]:
    """Let Python's own words be translated by us: it asks gettext, for which we have no files."""
    asked: Any = argparse
    before = asked._
    asked._ = say
    try:
        yield
    finally:
        asked._ = before


def _read(
    arguments: Sequence[str], kind: type[argparse.ArgumentParser], say: Say
) -> argparse.Namespace:
    at = _command_place(arguments)
    if at is None:
        parser = kind("coursetracker")
        _add_window_options(parser, say)
        _add_common_options(parser, say)
        parser.set_defaults(command=None)
        return parser.parse_args(arguments)
    command = arguments[at]
    parser = kind(f"coursetracker {command}")
    _ADD_OPTIONS[command](parser, say)
    _add_common_options(parser, say)
    parser.set_defaults(command=command)
    return parser.parse_args([*arguments[:at], *arguments[at + 1 :]])


def _command_place(arguments: Sequence[str]) -> int | None:
    """Return where the command stands: it is the first word that belongs to no option."""
    for at, word in enumerate(arguments):
        if word.startswith("-") or (at > 0 and arguments[at - 1] in WITH_VALUE):
            continue
        return at if word in _ADD_OPTIONS else None
    return None


def _add_common_options(parser: argparse.ArgumentParser, say: Say) -> None:
    where = say(QT_TRANSLATE_NOOP("Command line", "where progress is kept"))
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help=where)
    which = say(QT_TRANSLATE_NOOP("Command line", "the language to speak"))
    parser.add_argument("--lang", choices=languages(), help=which)
    version = f"CourseTracker {__version__}"
    told = say(QT_TRANSLATE_NOOP("Command line", "show program's version number and exit"))
    parser.add_argument("--version", action="version", version=version, help=told)


def _add_window_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.description = say(
        QT_TRANSLATE_NOOP("Command line", "Follow a course written as Markdown.")
    )
    parser.epilog = say(QT_TRANSLATE_NOOP(
        "Command line",
        "Commands: coursetracker outline FILE, coursetracker export --pdf OUT, "
        "coursetracker import FILE",
    ))  # fmt: skip
    what = say(QT_TRANSLATE_NOOP("Command line", "a course written as Markdown"))
    parser.add_argument("file", nargs="?", type=Path, help=what)
    beside = QT_TRANSLATE_NOOP(
        "Command line", "open another window, even if one is open on the same library"
    )
    parser.add_argument("--new-window", action="store_true", help=say(beside))


def _add_outline_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.description = say(QT_TRANSLATE_NOOP("Command line", "Print what a course holds."))
    parser.add_argument("file", type=Path)
    as_json = say(QT_TRANSLATE_NOOP("Command line", "as JSON"))
    parser.add_argument("--json", action="store_true", help=as_json)


def _add_export_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.description = say(QT_TRANSLATE_NOOP("Command line", "Write the progress of a course."))
    wanted = parser.add_mutually_exclusive_group(required=True)
    for name, words in FORMATS.items():
        wanted.add_argument(f"--{name}", type=Path, metavar="OUT", help=say(words))
    which = parser.add_mutually_exclusive_group()
    whole = say(QT_TRANSLATE_NOOP("Command line", "the whole library, as JSON"))
    which.add_argument("--all", action="store_true", help=whole)
    one = QT_TRANSLATE_NOOP(
        "Command line",
        "a course of the library by its title, or a file; else the course opened last",
    )
    which.add_argument("--course", metavar="NAME-OR-FILE", help=say(one))
    lost = QT_TRANSLATE_NOOP(
        "Command line",
        "with Lost & found: what was done with lessons that have left the course",
    )
    parser.add_argument("--lost", action="store_true", help=say(lost))
    notes = say(QT_TRANSLATE_NOOP("Command line", "with your notes, as an appendix"))
    parser.add_argument("--notes", action="store_true", help=notes)


def _add_import_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.description = say(QT_TRANSLATE_NOOP(
        "Command line", "Take in courses that were exported as JSON; what is here stays."
    ))  # fmt: skip
    parser.add_argument("file", type=Path)
    only = say(QT_TRANSLATE_NOOP("Command line", "only say what it would do"))
    parser.add_argument("--dry-run", action="store_true", help=only)


_ADD_OPTIONS: Mapping[str, Callable[[argparse.ArgumentParser, Say], None]] = {
    "outline": _add_outline_options,
    "export": _add_export_options,
    "import": _add_import_options,
}
