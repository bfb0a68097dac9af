"""The outline of a course that is a folder: its indexes say which files are lessons, and where.

An index is a file whose lessons are mostly links to other files of the folder: a README, an
mdBook's SUMMARY.md, an overview. Each of its links to a file is replaced by that file, where the
file is mentioned first; links that lead elsewhere stay lessons. What no index mentions follows,
folder by folder, in the natural order of names. Any other file is one lesson.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from coursetracker.course.assessments import assessment_title
from coursetracker.course.choices import Choices, Evidence, Shape
from coursetracker.course.navigation import is_index_title
from coursetracker.course.outline import Item, Kind, Outline, Week
from coursetracker.course.parts import CATEGORY, Part, is_joined, parts_of
from coursetracker.course.reader import read_outline
from coursetracker.course.sidebar import Sidebar
from coursetracker.course.weeks import opening_week
from coursetracker.markdown import parse
from coursetracker.markdown.front_matter import front_matter

FEWEST = 3
"""With fewer links to other files, a file is a lesson and no index."""

_GUIDES = ("summary.md", "src/summary.md", "docs/summary.md", "mkdocs.yml")
_FRONTS = ("readme.md", "index.md", "_index.md", "contents.md", "00_overview.md")
_LINK = re.compile(r"\]\(\s*<?([^)\s>#?]+\.(?:md|markdown))\b", re.IGNORECASE)
_H1 = re.compile(r"^(?:#[ \t]+([^\n]+?)[ \t]*#*[ \t]*$|([^\n]+)\n=+[ \t]*$)", re.MULTILINE)
_MARKS = re.compile(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}|!?\[([^\]]*)\]\([^)]*\)|<[^>]*>")
_NUMBERED = re.compile(r"^\d+(?:[._-]\d+)*[ ._-]+(?=\D)")
_ITEM = r"\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|\|[^|\[]*)"
_TO_FILE = r"\[(?P<title>[^\]]+)\]\(\s*<?(?P<link>[^)\s>]+)"
_LISTED_LINK = re.compile(f"{_ITEM}{_TO_FILE}")
_ANY_LINK = re.compile(f"(?:{_ITEM})?{_TO_FILE}")
_GREETING = re.compile(r"\W*(?:welcome|hello|home|bienvenid[oa]s?|hola|inicio)\W*", re.IGNORECASE)
_NAV = re.compile(r"^(?P<indent>\s*)-\s+(?:(?P<title>[^:]+?)\s*:\s*)?(?P<path>\S+\.md)?\s*$")
_HEAD = 4000
"""A file's title stands within so many characters."""


def read_course(text: str, name: str, choices: Choices | None = None) -> Outline:
    """Return the outline of a course's text, whether of one file or of several."""
    if not is_joined(text):
        return read_outline(parse(text), name, choices or Choices())
    return _Folder(parts_of(text), choices or Choices()).outline(name)


def front(parts: Sequence[Part]) -> Part:
    """Return the file that opens a folder: its README or index, or else its first one."""
    named = {part.path.lower(): part for part in parts}
    return next((named[name] for name in _FRONTS if name in named), parts[0])


@dataclass(slots=True, eq=False)
class _Node:
    """An item to be: its lines are those of the joined text, and it has no number yet."""

    item: Item
    below: "list[_Node]" = field(default_factory=list)


class _Folder:
    """The files of a course while its outline is made."""

    def __init__(self, parts: Sequence[Part], choices: Choices) -> None:
        self._sidebar = Sidebar(parts)
        self._parts = {part.path: part for part in parts if not part.path.endswith(CATEGORY)}
        self._folded = {path.lower(): path for path in self._parts}
        self._choices = choices
        self._placed: set[str] = set()

    def outline(self, name: str) -> Outline:
        """Return the outline of the whole folder."""
        roots: list[_Node] = []
        title = ""
        for start in (*_GUIDES, *_FRONTS):
            path = self._folded.get(start)
            if path is not None and path not in self._placed:
                self._placed.add(path)
                index = self._index(path)
                if start not in _GUIDES and not _GREETING.fullmatch(index.title):
                    title = title or index.title
                roots += self._of_index(path, index)
        others = self._rest(sorted(set(self._parts) - self._placed, key=self._sidebar.key))
        if not roots and len(others) == 1 and others[0].below:
            title = title or others[0].item.title
            others = others[0].below
        for node in others if roots else ():
            _make_optional(node)  # whoever wrote an index left them out of the course
        roots += others
        roots = [_settled(node, in_week=False) for node in roots]
        weeks = (
            Week(node.item.week, opening.title)
            for node in roots
            if node.item.week is not None and (opening := opening_week(node.item.title))
        )
        items = tuple(_numbered(roots))
        evidence = (Evidence(Shape.FILES, len(self._placed)),)
        return Outline(title or name, items, tuple(weeks), evidence, self._choices)

    # Indexes

    def _index(self, path: str) -> Outline:
        return read_outline(parse(listing(self._parts[path])), "", self._choices)

    def _is_index(self, path: str, index: Outline) -> bool:
        """Return whether a file's lessons are mostly links to other files."""
        leaves = list(index.leaves())
        inside = {self._target(path, leaf.link) for leaf in leaves} - {None, path}
        fewest = 1 if _is_front(path) else FEWEST
        return len(inside) >= fewest and 2 * len(inside) > len(leaves)

    def _target(self, path: str, link: str | None) -> str | None:
        """Return the file of the folder that a link in another file leads to."""
        if not link or ":" in link or link.startswith(("#", "//")):
            return None
        plain = unquote(link.partition("#")[0].partition("?")[0])
        whole = normpath(join("" if plain.startswith("/") else dirname(path), plain.lstrip("/")))
        for candidate in (whole, f"{whole}.md", *(f"{whole}/{front}" for front in _FRONTS)):
            if candidate.lower() in self._folded:
                return self._folded[candidate.lower()]
        return None

    def _of_index(self, path: str, index: Outline) -> list[_Node]:
        """Return what an index lists, each link to a file replaced by that file.

        Where files are the lessons, a heading that nothing is listed under is only text.
        """
        part = self._parts[path]
        nodes: dict[int, _Node] = {}
        roots: list[_Node] = []
        for item in self._with_all_links(path, index):
            target = self._target(path, item.link)
            if target is None:
                node = _Node(_in_whole(item, part))
            elif target in self._placed:
                continue
            else:
                title = "" if target.endswith(item.title) else item.title
                node = self._file(target, title, expand=path.lower() not in _GUIDES)
            nodes[item.id] = node
            above = _innermost(index, item, nodes)
            (roots if above is None else nodes[above].below).append(node)
        return _unannounced(self._without_text(roots, part))

    def _with_all_links(self, path: str, index: Outline) -> list[Item]:
        """Return the items of an index, and the links to files that stand in its lists besides.

        One link alone makes no list of lessons; one to a file of the folder is a lesson still.
        """
        known = {self._target(path, item.link) for item in index.items}
        items = list(index.items)
        alone = path.lower() in _GUIDES  # there a chapter may stand in no list
        for line, text in enumerate(listing(self._parts[path]).split("\n"), start=1):
            found = (_LISTED_LINK if not alone else _ANY_LINK).match(text)
            target = self._target(path, found["link"]) if found is not None else None
            if found is not None and target is not None and target not in known:
                known.add(target)
                number = -line  # no item of the index has such an id
                items.append(
                    Item(
                        number,
                        None,
                        Kind.LESSON,
                        found["title"],
                        line,
                        line + 1,
                        link=found["link"],
                    )
                )
        return sorted(items, key=lambda item: item.line)

    def _without_text(self, nodes: list[_Node], part: Part) -> list[_Node]:
        if len(self._parts) <= FEWEST:
            return nodes
        lines = part.text.split("\n")
        kept: list[_Node] = []
        for node in nodes:
            node.below = self._without_text(node.below, part)
            own = node.item.line - part.line
            is_own = part.line < node.item.line < part.end
            if node.below or not is_own or not lines[own - 1].lstrip().startswith(("#", "<h")):
                kept.append(node)
        return kept

    def _file(self, path: str, title: str = "", *, expand: bool = True) -> _Node:
        """Return the node of a file: one lesson, or an index with what it lists.

        What a book's own table of contents names is not expanded: that says it all.
        """
        part = self._parts[path]
        self._placed.add(path)
        digest = hashlib.sha256(part.text.strip().encode(errors="surrogatepass")).hexdigest()
        node = _Node(
            Item(
                id=0,
                parent=None,
                kind=Kind.LESSON,
                title=title or title_of(part),
                line=part.line,
                end=part.end,
                link=path,
                body_sha256=digest,
            )
        )
        links = len(set(_LINK.findall(part.text)))
        if not expand:
            return node
        if links >= FEWEST or (links and _is_front(path)) or "{toctree}" in part.text:
            index = self._index(path)
            if self._is_index(path, index):
                node.below = self._of_index(path, index)
        only = node.below[0] if len(node.below) == 1 else None
        if only is not None and only.below and only.item.title == node.item.title:
            node.below = only.below  # the file's own heading
        return node

    # What no index mentions

    def _rest(self, paths: Sequence[str]) -> list[_Node]:
        """Return files in the order of their names, and folders of them as sections."""
        nodes: list[_Node] = []
        for folder, within in groupby(paths, key=lambda path: path.partition("/")[0]):
            inside = [path for path in within if path not in self._placed]
            files = [path for path in inside if path == folder]
            nodes += map(self._file, files)
            if len(inside) > len(files):
                nodes += self._section(folder, [path for path in inside if path != folder])
        return nodes

    def _section(self, folder: str, paths: list[str]) -> list[_Node]:
        fronts = [f"{folder}/{front}" for front in _FRONTS]
        front = next((path for path in paths if path.lower() in map(str.lower, fronts)), None)
        section = None if front is None else self._file(front)
        depth = folder.count("/") + 1
        below: list[_Node] = []
        for name, within in groupby(paths, key=lambda path: "/".join(path.split("/")[: depth + 1])):
            inside = [path for path in within if path not in self._placed]
            if inside == [name]:
                below.append(self._file(name))
            elif inside:
                below += self._section(name, inside)
        if section is None:
            if not below:
                return []
            first = below[0].item
            title = self._sidebar.label(folder) or readable(folder.rpartition("/")[2])
            section = _Node(
                replace(first, title=title, link=None, body_sha256="", kind=Kind.SECTION)
            )
        for node in below if section.below else ():
            _make_optional(node)
        section.below += below
        return [section]


def _unannounced(nodes: list[_Node]) -> list[_Node]:
    """Return nodes without a heading that only says that a list follows."""
    kept: list[_Node] = []
    for node in nodes:
        announces = bool(node.below) and not node.item.link and is_index_title(node.item.title)
        kept += node.below if announces else [node]
    return kept


def _innermost(index: Outline, item: Item, nodes: Mapping[int, _Node]) -> int | None:
    """Return what an item of an index hangs under, of what is kept of it."""
    if item.id > 0:
        return next((above.id for above in index.ancestors(item.id) if above.id in nodes), None)
    around = [i.id for i in index.items if i.line < item.line < i.end and i.id in nodes]
    return around[-1] if around else None


def _is_front(path: str) -> bool:
    """Return whether a file's name says that it opens its folder."""
    return path.rpartition("/")[2].lower() in _FRONTS


def listing(part: Part) -> str:
    """Return an index as Markdown, line by line: MkDocs' nav and Sphinx's toctree become lists."""
    if part.path.lower().endswith((".yml", ".yaml")):
        return "\n".join(_nav(part.text.split("\n")))
    if "{toctree}" in part.text:
        return "\n".join(_toctree(part.text.split("\n")))
    return part.text


def _nav(lines: Sequence[str]) -> Iterator[str]:
    """Yield the nav of a mkdocs.yml as a list; every other line is blank.

    Read line by line, as it is written by hand: flow style and anchors are left out.
    """
    inside = False
    folder = next(
        (line.partition(":")[2].strip(" '\"") for line in lines if line.startswith("docs_dir:")),
        "docs",
    )
    for line in lines:
        if line and not line[0].isspace() and not line.startswith("-"):
            inside = line.startswith("nav:")
        found = _NAV.match(line) if inside else None
        if found is None or not (found["title"] or found["path"]):
            yield ""
            continue
        title = (found["title"] or found["path"]).strip(" '\"")
        path = (found["path"] or "").strip(" '\"")
        yield f"{found['indent']}- " + (f"[{title}]({folder}/{path})" if path else title)


def _toctree(lines: Sequence[str]) -> Iterator[str]:
    """Yield a text in which the entries of Sphinx's toctrees are a list of links."""
    inside = False
    for line in lines:
        bare = line.strip()
        if not inside and bare.startswith(("```{toctree}", ":::{toctree}")):
            inside = True
            yield ""
        elif inside and bare.startswith(("```", ":::")):
            inside = False
            yield ""
        elif inside:
            titled, _, path = bare.rpartition("<")
            path = (path if titled else bare).strip("> ")
            is_entry = bool(path) and not path.startswith(":")
            name = path if "://" in path or path.endswith(".md") else f"{path}.md"
            yield f"- [{titled.strip() or name}]({name})" if is_entry else ""
        else:
            yield line


def title_of(part: Part) -> str:
    """Return what a file is called: by its front matter, its first heading, or else its name."""
    head = part.text[:_HEAD]
    lines = head.split("\n")
    title = front_matter(lines)[0].get("title", "") if head.startswith("---") else ""
    found = None if title else _H1.search(head)
    if found is not None:
        title = " ".join(_MARKS.sub(r"\1", found[1] or found[2]).split())
    return title or readable(part.path.rpartition("/")[2].rpartition(".")[0])


def readable(name: str) -> str:
    """Return the name of a file or folder as a title: of "02_working-with-it" "Working with it"."""
    plain = _NUMBERED.sub("", name).replace("_", " ").replace("-", " ").strip() or name
    return plain[:1].upper() + plain[1:]


def _in_whole(item: Item, part: Part) -> Item:
    """Return an item of one file with its lines in the joined text."""
    return replace(
        item, line=item.line + part.line, end=min(item.end + part.line, part.end), week=None
    )


def _settled(node: _Node, *, in_week: bool) -> _Node:
    """Decide what a node is: a week, an assessment, a section or a lesson."""
    title = node.item.title
    assessment = assessment_title(title)
    opening = opening_week(title) if node.below and not in_week else None
    if assessment:
        node.item = replace(node.item, kind=Kind.ASSESSMENT, title=assessment)
    elif opening is not None:
        node.item = replace(node.item, kind=Kind.WEEK, week=opening.number)
    else:
        node.item = replace(node.item, kind=Kind.SECTION if node.below else Kind.LESSON)
    for below in node.below:
        _settled(below, in_week=in_week or opening is not None)
    return node


def _make_optional(node: _Node) -> None:
    node.item = replace(node.item, optional=True)
    for below in node.below:
        _make_optional(below)


def _numbered(roots: Sequence[_Node]) -> Iterator[Item]:
    """Yield the items, parents first, numbered from 1; all within a week are in it."""
    waiting: list[tuple[_Node, int | None, int | None]] = [(n, None, None) for n in reversed(roots)]
    number = 0
    while waiting:
        node, parent, week = waiting.pop()
        number += 1
        week = node.item.week if node.item.kind is Kind.WEEK else week
        yield replace(node.item, id=number, parent=parent, week=week)
        waiting.extend((below, number, week) for below in reversed(node.below))
