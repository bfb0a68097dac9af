"""Reading a course that is a folder: which files belong to it, as one text."""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from coursetracker.course.parts import CATEGORY, joined
from coursetracker.library.sources import (
    MEGABYTE,
    Source,
    Translation,
    read_source,
    real_path,
    says,
)
from coursetracker.problems import QT_TRANSLATE_NOOP, Problem

MAX_FILES = 5000
MAX_DEPTH = 16
MAX_TOTAL = 50 * MEGABYTE

MARKDOWN = (".md", ".markdown", ".mdown")
_GUIDES = ("mkdocs.yml", "mkdocs.yaml", CATEGORY)
_LEFT_OUT = frozenset({
    "node_modules", "vendor", "third_party", "dist", "build", "target", "site", "site-packages",
    "venv", "env", "__pycache__", "img", "imgs", "image", "images", "assets", "static", "figures",
    "fig", "media", "public",
})  # fmt: skip
_HOUSEKEEPING = re.compile(
    r"^(?:licen[cs]e|contributing|code[_-]of[_-]conduct|changelog|history|security|authors"
    r"|contributors|maintainers|governance|support|pull_request_template|issue_template)\b",
    re.IGNORECASE,
)
_LANGUAGE = r"(?P<language>[a-z]{2}(?:[-_][a-z]{2,4})?)"
_TRANSLATED = re.compile(rf"^(?P<name>.+?)[-_.]{_LANGUAGE}$", re.IGNORECASE)
_LANGUAGE_FOLDER = re.compile(rf"^{_LANGUAGE}$", re.IGNORECASE)
_TRANSLATIONS = frozenset({"translations", "translation", "i18n", "locales", "lang"})


def read_any(path: Path) -> Source:
    """Read a course, whether it is a file or a folder. Raises Problem where it cannot be read."""
    path = real_path(path)
    return read_folder(path) if path.is_dir() else read_source(path)


def holds(path: Path, text: str) -> bool:
    """Return whether a course's file or folder says just this. Raises Problem as reading does."""
    path = real_path(path)
    return read_folder(path).text == text if path.is_dir() else says(path, text)


def read_folder(root: Path) -> Source:
    """Read a folder as one course: its Markdown files, joined.

    Left out are hidden, vendored and image folders, what a project says of itself, translations,
    and links that lead out of the folder. Raises Problem where no file is left, or where a limit
    is hit: MAX_FILES, MAX_DEPTH, MAX_TOTAL.
    """
    import hashlib  # noqa: PLC0415  it loads OpenSSL, which reopening a course does not need

    root = real_path(root)
    texts: dict[str, str] = {}
    unread: list[str] = []
    total = 0
    for path in _files(root):
        name = path.relative_to(root).as_posix()
        try:
            text = read_source(path).text
        except Problem:
            unread.append(name)  # an empty or unreadable file is no reason to refuse the others
            continue
        total += len(text)
        if total > MAX_TOTAL:
            raise Problem(_TOO_LARGE, path=root, limit=MAX_TOTAL // MEGABYTE)
        texts[name] = text
    texts, translated = _without_translations(texts)
    if not any(name.lower().endswith(MARKDOWN) for name in texts):
        raise Problem(_NOTHING, path=root)
    text = joined(texts.items())
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    notice = Problem(_UNREAD, count=len(unread), names=", ".join(unread[:3])) if unread else None
    translations = tuple(
        Translation(language, root / _home(names)) for language, names in sorted(translated.items())
    )
    return Source(root, text, digest, notice, translations)


def _home(names: Sequence[str]) -> str:
    """Return what holds a translation: its one file, its folder, or else the file at the top."""
    folder = posixpath.commonpath([posixpath.dirname(name) for name in names])
    return folder if folder and len(names) > 1 else min(names, key=lambda n: (n.count("/"), n))


def _files(root: Path) -> Iterator[Path]:
    """Yield the files of a course, folder by folder in the order of their names."""
    count = 0
    waiting = [(root, 0)]
    while waiting:
        folder, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise Problem(_TOO_DEEP, path=folder, limit=MAX_DEPTH)
        for entry in _entries(folder, root):
            if entry.is_dir(follow_symlinks=False):
                if entry.name.lower() not in _LEFT_OUT:
                    waiting.append((folder / entry.name, depth + 1))
            elif _belongs(entry.name):
                count += 1
                if count > MAX_FILES:
                    raise Problem(_TOO_MANY, path=root, limit=MAX_FILES)
                yield folder / entry.name


def _entries(folder: Path, root: Path) -> "list[os.DirEntry[str]]":
    """Return what stands in a folder, but what is hidden and what leads out of the course."""
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError as error:
        if folder == root:
            raise Problem(_FORBIDDEN, path=root) from error
        return []  # one that may not be read holds nothing for the learner
    return [e for e in entries if not e.name.startswith(".") and _stays_within(e, root)]


def _stays_within(entry: "os.DirEntry[str]", root: Path) -> bool:
    return not entry.is_symlink() or real_path(Path(entry.path)).is_relative_to(root)


def _belongs(name: str) -> bool:
    lowered = name.lower()
    if lowered in _GUIDES:
        return True
    return lowered.endswith(MARKDOWN) and not _HOUSEKEEPING.match(name)


def _without_translations(
    texts: Mapping[str, str],
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the files without those that say the same in another language, and those by it.

    README.es.md beside README.md is one; so is a folder named by a language, if half of its
    files stand outside it too.
    """
    known = {name.lower() for name in texts}
    kept: dict[str, str] = {}
    translated: dict[str, list[str]] = {}
    for name, text in texts.items():
        language = _language(name, known)
        if language:
            translated.setdefault(language, []).append(name)
        else:
            kept[name] = text
    return kept, translated


def _language(name: str, known: set[str]) -> str:
    """Return the language of a file that is a translation of another, "" of any other file."""
    *folders, last = name.split("/")
    stem, _, suffix = last.rpartition(".")
    found = _TRANSLATED.match(stem)
    if found is not None:
        original = "/".join([*folders, f"{found['name']}.{suffix}"])
        if original.lower() in known:
            return found["language"].lower()
    for place, folder in enumerate(folders):
        within = _LANGUAGE_FOLDER.match(folder)
        if folder.lower() in _TRANSLATIONS:
            named = found["language"] if found is not None else folder
            return (folders[place + 1] if place + 1 < len(folders) else named).lower()
        if within is not None and _stands_outside(folders, place, known):
            return folder.lower()
    return ""


def _stands_outside(folders: list[str], place: int, known: set[str]) -> bool:
    """Return whether half of what a folder holds stands beside it, or by its side, as well."""
    before = "/".join(folders[:place])
    prefix = f"{before}/{folders[place]}/".lstrip("/").lower()
    inside = [name.removeprefix(prefix) for name in known if name.startswith(prefix)]
    outside = f"{before}/".lstrip("/").lower()
    same = sum(f"{outside}{name}" in known or f"{outside}en/{name}" in known for name in inside)
    return same * 2 >= len(inside) and folders[place].lower() != "en"


_NOTHING = QT_TRANSLATE_NOOP(
    "Problem",
    "There is no Markdown file in the folder {path}. Choose the folder that holds the course.",
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} holds more than {limit} Markdown files. Choose the folder of one course within it.",
)
_TOO_DEEP = QT_TRANSLATE_NOOP(
    "Problem",
    "The folder {path} is nested more than {limit} folders deep in the course. "
    "Choose the folder of the course itself.",
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Problem",
    "The Markdown files in {path} have more than {limit} MB together. "
    "Choose the folder of one course within it.",
)
_FORBIDDEN = QT_TRANSLATE_NOOP(
    "Problem", "You are not allowed to read the folder {path}. Change its permissions, or copy it."
)
_UNREAD = QT_TRANSLATE_NOOP(
    "Problem", "Left out, as they are empty or cannot be read ({count}): {names}."
)
