"""The order of files that no index lists: by the numbers that they say, else by their names.

Site generators read a place from a page's front matter: `sidebar_position` (Docusaurus), `weight`
(Hugo), `nav_order` (Just the Docs). A folder's stands in the page that opens it, or, with its
title, in Docusaurus' `_category_.json`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from math import inf, isfinite

from coursetracker.course.parts import CATEGORY, Part
from coursetracker.markdown.front_matter import front_matter

_PLACES = ("sidebar_position", "weight", "nav_order")
_OPENING = ("index.md", "_index.md", "readme.md")
_DIGITS = re.compile(r"(\d+)")

Key = list[tuple[float, bool, list[tuple[float, str]]]]


class Sidebar:
    """What the files of a course say of their order."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._places: dict[str, float] = {}
        self._labels: dict[str, str] = {}
        for part in parts:
            folder, _, name = part.path.rpartition("/")
            if name == CATEGORY:
                self._read_category(folder, part.text)
            elif part.text.startswith("---"):
                place = _place(front_matter(part.text.split("\n"))[0])
                is_opening = bool(folder) and name.lower() in _OPENING
                self._places[folder if is_opening else part.path] = place

    def _read_category(self, folder: str, text: str) -> None:
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return  # a folder without a place or title of its own is read all the same
        if isinstance(said, dict):
            self._places[folder] = _number(said.get("position"))
            if isinstance(said.get("label"), str) and said["label"].strip():
                self._labels[folder] = " ".join(said["label"].split())

    def label(self, folder: str) -> str | None:
        """Return what a folder is called, where something says so."""
        return self._labels.get(folder)

    def key(self, path: str) -> Key:
        """Return what sorts paths: by place, then files before folders, then 2 before 10."""
        names = path.split("/")
        key: Key = []
        for depth, name in enumerate(names, start=1):
            place = self._places.get("/".join(names[:depth]), inf)
            key.append((place, depth < len(names), _pieces(name.lower())))
        return key


def _place(said: Mapping[str, str]) -> float:
    return next((_number(said[name]) for name in _PLACES if name in said), inf)


def _number(value: object) -> float:
    try:
        number = float(str(value))
    except ValueError:
        return inf
    return number if isfinite(number) else inf


def _pieces(name: str) -> list[tuple[float, str]]:
    return [(int(p), "") if p.isdecimal() else (inf, p) for p in _DIGITS.split(name) if p]
