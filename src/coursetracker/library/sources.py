"""Reading a course file from disk, whatever is found there."""

import codecs
import errno
import os
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from coursetracker.course.parts import is_joined
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

MEGABYTE = 1_000_000
MAX_BYTES = 20 * MEGABYTE
PEEK_BYTES = 8192

_MARKS = (  # the longer first: the mark of UTF-32 begins as that of UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Translation:
    """The same course in another language: its code, and the file or folder that holds it."""

    language: str
    path: Path


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a course file, and the hash of the bytes it was read from.

    `path` is absolute, symbolic links followed. `notice` is what the learner should know about
    how it was read; it is not raised.
    """

    path: Path
    text: str
    sha256: str
    notice: Problem | None = None
    translations: Sequence[Translation] = ()

    @property
    def is_folder(self) -> bool:
        """Whether the course is a folder, its files joined."""
        return is_joined(self.text)

    @property
    def name(self) -> str:
        """What the course is called where its text has no title: a README by its folder."""
        path = self.path
        if self.is_folder:
            return path.name
        return path.parent.name or path.stem if path.stem.lower() == "readme" else path.stem


def read_source(path: Path) -> Source:
    """Read a course file. Raises Problem, with what to do, where it is not readable text."""
    path = real_path(path)
    content, text, notice = _content(path)
    if not text.strip():
        sentence = QT_TRANSLATE_NOOP(
            "Problem", "The file {path} is empty. Choose another one, or write the course first."
        )
        raise Problem(sentence, path=path)
    import hashlib  # noqa: PLC0415  it loads OpenSSL, which reopening a course does not need

    return Source(path, text, hashlib.sha256(content).hexdigest(), notice)


def says(path: Path, text: str) -> bool:
    """Return whether a course file says just this. Raises Problem where it cannot be read."""
    path = real_path(path)
    return _content(path)[1] == text


def real_path(path: Path) -> Path:
    """Return the absolute path, symbolic links followed as far as they lead anywhere."""
    return Path(os.path.realpath(path))


# From disk to bytes


def _content(path: Path) -> tuple[bytes, str, Problem | None]:
    """Return the bytes of a file, their text, and what to tell of how it was read."""
    try:
        content = _read(path)
    except OSError as error:
        raise Problem(_sentence_of(error), path=path) from error
    text, notice = _decoded(content, path)
    if is_joined(text):  # a single file must not pass for several
        text = "\N{REPLACEMENT CHARACTER}" + text[1:]
    return content, text, notice


def _read(path: Path) -> bytes:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        name = os.fsencode(path).decode("utf-8", "replace")
        raise Problem(_BAD_NAME, path=name) from None
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        os.scandir(path).close()  # a folder that may not be read is told as such
        raise Problem(_FOLDER, path=path)
    if not stat.S_ISREG(status.st_mode):
        raise Problem(_SPECIAL, path=path)
    _refuse_large(status.st_size, path)
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    _refuse_large(len(content), path)  # some files do not know their size
    return content


def _refuse_large(size: int, path: Path) -> None:
    if size > MAX_BYTES:
        megabytes = f"{size / MEGABYTE:.1f}"
        raise Problem(_LARGE, path=path, size=megabytes, limit=MAX_BYTES // MEGABYTE)


_BAD_NAME = QT_TRANSLATE_NOOP(
    "Problem", "The name of {path} has characters that cannot be read. Rename it and open it again."
)
_FOLDER = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} is a folder, and a file is needed here. Choose a Markdown file inside it.",
)
_SPECIAL = QT_TRANSLATE_NOOP(
    "Problem", "{path} is a device or a pipe, not an ordinary file. Choose a Markdown file."
)
_LARGE = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} has {size} MB, and course files may have {limit} MB at most. "
    "Split it into smaller files and open those.",
)


def _sentence_of(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return _FORBIDDEN
    if error.errno == errno.ELOOP:
        return _LOOP
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
        return _MISSING
    return _UNREADABLE


_FORBIDDEN = QT_TRANSLATE_NOOP(
    "Problem", "You are not allowed to read {path}. Change its permissions or those of its folder."
)
_LOOP = QT_TRANSLATE_NOOP(
    "Problem", "The link {path} leads back to itself. Choose the course file itself."
)
_MISSING = QT_TRANSLATE_NOOP(
    "Problem",
    "There is no file at {path}. It may have been moved or renamed: choose File > Open a course… "
    "and find it.",
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "Problem", "The disk could not read {path}. Check the disk or its connection, then try again."
)


# From bytes to text


def _decoded(content: bytes, path: Path) -> tuple[str, Problem | None]:
    """Return the text, and what to tell where some of it could not be read for certain."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _forgiving(content[len(mark) :], encoding, path)
    if 0 in content[:PEEK_BYTES] and not _has_stray_zeros(content[:PEEK_BYTES]):
        return _unmarked_utf16(content, path), None
    return _forgiving(content, "utf-8", path)


def _has_stray_zeros(head: bytes) -> bool:
    """Return whether a few zero bytes got into what is text in UTF-8 else."""
    text = head.decode("utf-8", "replace").rstrip("\N{REPLACEMENT CHARACTER}")
    rest = text.replace("\0", "")
    is_text = not _CONTROLS.search(rest) and "\N{REPLACEMENT CHARACTER}" not in rest
    return is_text and FEW * (len(text) - len(rest)) <= len(text)


FEW = 20
"""One zero byte among so many others is taken for an accident."""
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def _forgiving(content: bytes, encoding: str, path: Path) -> tuple[str, Problem | None]:
    try:
        return content.decode(encoding), None
    except UnicodeDecodeError as error:
        text = content.decode(encoding, "replace")
        if encoding == "utf-8" and _mostly_misread(text):
            return content.decode("cp1252", "replace"), Problem(_OTHER_ENCODING, path=path)
        before = content[: error.start].decode(encoding, "replace")
        line = 1 + before.replace("\r\n", "\n").replace("\r", "\n").count("\n")
        return text, Problem(_BAD_BYTES, path=path, line=line)


def _mostly_misread(text: str) -> bool:
    """Return whether more letters outside ASCII failed to be UTF-8 than succeeded."""
    failed = text.count("\N{REPLACEMENT CHARACTER}")
    return failed > sum(not char.isascii() for char in text) - failed


def _unmarked_utf16(content: bytes, path: Path) -> str:
    """Read UTF-16 that does not say that it is; its zero bytes stand on one side."""
    head = content[:PEEK_BYTES]
    encoding = "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if not all(char.isspace() or category(char) not in _NO_TEXT for char in text[:PEEK_BYTES]):
        raise Problem(_BINARY, path=path)
    return text


_NO_TEXT = ("Cc", "Cn")  # control characters, and code points that mean nothing
_BINARY = QT_TRANSLATE_NOOP(
    "Problem", "{path} is not a text file. Choose a course written in Markdown (.md)."
)
_OTHER_ENCODING = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} is not in UTF-8 and was read as Windows-1252. "
    "If letters look wrong, save it as UTF-8 in its editor.",
)
_BAD_BYTES = QT_TRANSLATE_NOOP(
    "Problem",
    "Some characters of {path}, the first in line {line}, could not be read and are shown as �. "
    "Save the file as UTF-8 in its editor.",
)
