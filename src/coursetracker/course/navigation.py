"""What in a document only leads around in it: indexes, and lines back to them."""

import re
from collections.abc import Container

from coursetracker.course.blocks import Block, Layout, Region, lay_out
from coursetracker.course.links import ENOUGH, html_text, links, sole_link, without_links
from coursetracker.course.optional import says_what_follows
from coursetracker.markdown import Document

_INDEX = re.compile(
    r"\W*(?:index|índice|indice|contents?|table of contents|toc|contenidos?|tabla de contenidos?|"
    r"inhaltsverzeichnis|table des matières|sumário|目录|目錄|目次)"
    r"(?:\s+(?:\d+|of|de|del)\b.*)?\W*",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\W*(?:(?:return|back|go back|volver|vuelve|regresar|ir|subir)\b.*|"
    r"(?:to )?(?:the )?top|up|arriba)?\W*",
    re.IGNORECASE,
)
_BACK_WITHOUT_LINK = re.compile(
    r"\W*(?:(?:go )?back to (?:the )?top|volver (?:arriba|al (?:inicio|principio|índice)))\W*",
    re.IGNORECASE,
)


def is_index_title(title: str) -> bool:
    """Return whether a heading only announces what the course holds: "Table of contents"."""
    return _INDEX.fullmatch(title) is not None


def navigation_lines(document: Document) -> frozenset[int]:
    """Return the source lines of the blocks that are navigation and nothing else.

    These are indexes (lists of links into the same file under a heading of their own) with
    their headings, and paragraphs that only lead back ("Return to INDEX 3", "Back to top").
    """
    layout = lay_out(document)
    indexes = [layout.regions[number] for number in index_regions(document, layout)]
    lines = {region.line for region in indexes}
    targets = {f"#{slug}" for slug, line in document.anchors.items() if line in lines}
    for region in indexes:
        lines.update(block.line for block in layout.tops(region))
    lines.update(
        block.line for block in layout.blocks if block.above is None and _leads_back(block, targets)
    )
    return frozenset(lines)


def index_regions(document: Document, layout: Layout) -> frozenset[int]:
    """Return which regions of a layout are indexes.

    A heading that says so ("INDEX 3", "Contents") needs no more than that nothing else stands
    there; a part of it may say something about its links. Any other must hold lists of links
    into the file and have nothing under it.
    """
    parents = {region.above for region in layout.regions}
    title = layout.first_h1()
    indexes: set[int] = set()
    for number, region in enumerate(layout.regions):
        if is_index_title(region.title):
            is_index = _is_named_index(document, layout, region)
        elif number == title or number in parents:
            is_index = False
        else:
            is_index = _is_index(layout, region, alone=region.above not in indexes)
        if region.level and is_index:
            indexes.add(number)
    return frozenset(indexes)


def _is_named_index(document: Document, layout: Layout, region: Region) -> bool:
    tops = _contents(layout, region)
    lists = [block for block in tops if block.tag in ("ul", "ol")]
    if any(block.tag in ("table", "pre") for block in tops):
        return False
    if not all(_leads_inside(block, document) for block in lists):
        return False
    return bool(lists) or not any(without_links(block.element.text or "") for block in tops)


def _is_index(layout: Layout, region: Region, *, alone: bool) -> bool:
    tops = _contents(layout, region)
    lists = [block for block in tops if block.tag in ("ul", "ol")]
    others = [block for block in tops if block.tag not in ("ul", "ol", "p")]
    return (
        bool(lists)
        and not others
        and (not alone or len(lists) == len(tops))
        and all(_leads_inside(block, None) for block in lists)
    )


def _contents(layout: Layout, region: Region) -> list[Block]:
    return [
        block
        for block in layout.tops(region)
        if block.tag != "hr"
        and not block.opens_region
        and not (block.tag == "raw" and not html_text(block.element.text or ""))
        and not _leads_back(block, ())
        and not says_what_follows(block)
    ]


def _leads_inside(listing: Block, document: Document | None) -> bool:
    """Return whether the links of a list lead into the file and are most of what it has.

    In an index of `document`, one link of ten may lead elsewhere.
    """
    entries = linked = inside = outside = 0
    for element in listing.element.iter():
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "raw"):
            return False
        if element.tag == "p":
            led = [_is_inside(target, document) for target in links(element.text or "")]
            entries += 1
            linked += bool(led)
            inside += led.count(True)
            outside += led.count(False)
    others_allowed = inside // 10 if document else 0
    return linked * 2 >= entries and inside > 0 and outside <= others_allowed


def _is_inside(target: str, document: Document | None) -> bool:
    """Return whether a link leads into the file; in an index of `document` by its address too."""
    if target.startswith("#"):
        return True
    name = target.rpartition("#")[2]
    return document is not None and name in document.anchors


def _leads_back(block: Block, targets: Container[str]) -> bool:
    """Return whether a paragraph is one link that leads back, or says "back to top"."""
    if block.tag not in ("p", "raw") or block.opens_region:
        return False
    source = block.element.text or ""
    if len(source) > ENOUGH:
        return False
    link = sole_link(source)
    if link is None:
        return bool(_BACK_WITHOUT_LINK.fullmatch(html_text(source)))
    text, target = link
    return target.startswith("#") and (target in targets or bool(_BACK.fullmatch(text)))
