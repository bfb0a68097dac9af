"""GitHub Flavored Markdown as an extension of Python-Markdown.

    markdown.Markdown(extensions=[GitHubExtension()]).convert(text)

It replaces the block parser, the inline stage and the serializer, each through the hook that
Python-Markdown has for it, and takes out the processors that only served what was there.
"""

from collections.abc import Callable, Container, Iterable
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element, ElementTree

from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from coursetracker.markdown.blocks import parse_blocks
from coursetracker.markdown.inline import parse_inlines
from coursetracker.markdown.lines import normalised, split_lines
from coursetracker.markdown.serialise import serialise
from markdown import Markdown


class GitHubExtension(Extension):
    """Makes a Markdown instance read and write as GitHub does.

    `footnotes` are the names of those that texts may refer to; formulas are found where
    `mathematics` is asked for.
    """

    def __init__(self, footnotes: Container[str] = (), *, mathematics: bool = False) -> None:
        super().__init__()
        self._inlines = partial(parse_inlines, footnotes=footnotes, mathematics=mathematics)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Put our stages in the places of Python-Markdown's."""
        md.preprocessors.deregister("html_block")
        for name in ("prettify", "unescape"):
            md.treeprocessors.deregister(name)
        for name in ("raw_html", "amp_substitute"):
            md.postprocessors.deregister(name)
        md.preprocessors.register(_Normalising(md), "normalize_whitespace", 30)
        md.parser = _GitHubParser(md)
        md.treeprocessors.register(_InlineStage(md, self._inlines), "inline", 20)
        md.stripTopLevelTags = False
        md.registerExtension(self)
        self._md = md

    def reset(self) -> None:
        """Choose the serializer; Python-Markdown calls this when its own choice is made."""
        self._md.serializer = serialise


class _Normalising(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return split_lines(normalised("\n".join(lines)))


class _GitHubParser(BlockParser):
    def parseDocument(self, lines: Iterable[str]) -> Any:  # noqa: N802
        blocks = parse_blocks(lines)
        self.md.references = dict(blocks.references)
        return ElementTree(blocks.root)


class _InlineStage(Treeprocessor):
    def __init__(self, md: Markdown, inlines: Callable[[Element, Any], None]) -> None:
        super().__init__(md)
        self._inlines = inlines

    def run(self, root: Element) -> None:
        self._inlines(root, self.md.references)


def converter(footnotes: Container[str] = (), *, mathematics: bool = False) -> Markdown:
    """Return a Markdown instance that converts as GitHub does; it serves one thread."""
    return Markdown(extensions=[GitHubExtension(footnotes, mathematics=mathematics)])


def to_html(text: str) -> str:
    """Return the HTML that GitHub's parser makes of a text; nothing is sanitised."""
    html = converter().convert(text)
    return f"{html}\n" if html else ""
