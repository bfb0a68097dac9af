"""What of a course is optional, as its author says it in English or Spanish.

A word alone says nothing: "Optional arguments" is a lesson like any other. So it is heeded where
it is all that a title, a remark or a cell says, where it goes with what lessons are made of
("Optional exercises", "Material adicional"), and where a line says it of all that follows.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from coursetracker.course.blocks import Block, Layout
from coursetracker.course.links import ENOUGH, html_text, without_links
from coursetracker.course.sections import Sections

_WORD = r"(?:optional|opcional(?:es)?)"
_MATTER = (
    r"(?:activit(?:y|ies)|assignments?|books?|challenges?|chapters?|content|credit|episodes?|"
    r"exercises?|homework|labs?|lectures?|lessons?|links?|materials?|modules?|parts?|practice|"
    r"projects?|readings?|references|resources?|sections?|study|tasks?|topics?|units?|videos?|work)"
)
_MATERIA = (
    r"(?:actividad(?:es)?|apuntes|art[ií]culos?|bibliograf[ií]a|cap[ií]tulos?|clases?|"
    r"contenidos?|ejercicios?|enlaces|lecci(?:ón|ones)|lecturas?|libros?|materia(?:l|les)|"
    r"m[oó]dulos?|pr[aá]cticas?|proyectos?|recursos|secci(?:ón|ones)|tareas?|temas?|unidad(?:es)?|"
    r"v[ií]deos?)"
)
_MORE = r"(?:additional|advanced|bonus|extra|further|supplementary)"
_TITLE = re.compile(
    rf"\W*(?:{_WORD}|extras?|bonus)\W*"
    rf"|\W*{_WORD}\s*(?::|[-–—]\s).*"
    rf"|.*\s[-–—|]\s*{_WORD}\W*"
    rf"|\W*optional\s+(?:{_MORE}\s+)*(?:extras|{_MATTER})\b.*"
    rf"|\W*(?:additional|bonus|extra|supplementary)\s+{_MATTER}\W*"
    rf"|\W*{_MATERIA}\s+(?:adicional(?:es)?|opcional(?:es)?|extras?|complementari[oa]s?|"
    r"de\s+ampliación)\W*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    rf"[(\[][\s*_]*(?:[^()\[\]]{{1,40}},\s*)?{_WORD}[\s*_]*"
    r"(?:(?:[,;:–—-]|but\b|pero\b)[^()\[\]]*)?[)\]]",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    rf"""\W*(?:
        (?:everything|anything|all)\s+(?:that\s+)?(?:is\s+)?
            (?:below|beneath|under|after|past|beyond|from|follows|following)
            (?:\s+(?:this|here|the|that|on|onwards|point|line|mark|section|heading)){{0,4}}
            \s+(?:is|are)
        | (?:the\s+)?rest(?:\s+of\s+(?:this|the)\s+(?:course|section|module|chapter|list))?\s+is
        | from\s+here\s+on(?:wards)?,?\s+(?:everything|all)\s+is
        | todo\s+(?:lo\s+)?(?:que\s+)?(?:est[áa]\s+|hay\s+|viene\s+)?
            (?:(?:por\s+)?debajo|abajo|sigue|siguiente|a\s+continuación|a\s+partir|después)
            (?:\s+(?:de|aquí|este|esta|la|punto|línea|marca|sección)){{0,4}}
            \s+es
        | a\s+partir\s+de\s+(?:aquí|este\s+punto),?\s+todo\s+es
        | el\s+resto(?:\s+(?:del|de\s+la|de\s+est[ea])\s+(?:curso|sección|módulo|lista))?\s+es
    )\s+{_WORD}\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SUMMARY = re.compile(r"<summary\b[^<>]*>(.*?)(?:</summary|$)", re.IGNORECASE | re.DOTALL)
_NEVER = 1 << 60


def is_optional(title: str) -> bool:
    """Return whether a title, or a line that introduces a list, says that it is optional."""
    title = title[:ENOUGH]
    return bool(_REMARK.search(title) or _TITLE.fullmatch(title))


def is_optional_row(row: Element) -> bool:
    """Return whether a cell of a table's row says that it is optional, and nothing else."""
    cells = (without_links(cell.text or "") for cell in row)
    return any(re.fullmatch(rf"\W*{_WORD}\W*", cell, re.IGNORECASE) for cell in cells)


def optional_lines(layout: Layout, sections: Sections) -> Sequence[range]:
    """Return the source lines that the author calls optional without saying it in a title.

    "Everything below is optional" goes for what follows down to a heading of a higher level
    than the section where it stands; "(optional)" over a list goes for the list, and in the
    summary of what can be unfolded for the rest of its section.
    """
    found: list[range] = []
    for index, block in enumerate(layout.blocks):
        if block.region in sections.ignored or (found and block.line + 1 in found[-1]):
            continue
        found.extend(span for span in _spans(layout, index, block) if span)
    return found


def within(line: int, spans: Sequence[range]) -> bool:
    """Return whether a line is in one of some spans that begin one after another."""
    place = bisect_right(spans, line, key=lambda span: span.start)
    return any(line in span for span in spans[max(0, place - 2) : place])


def says_what_follows(block: Block) -> bool:
    """Return whether a text says that everything below it is optional."""
    if block.tag not in ("p", "pre"):
        return False
    source = "".join(block.element.itertext())[: 4 * ENOUGH]
    lines = source.split("\n") if block.tag == "pre" else [" ".join(html_text(source).split())]
    return any(_FOLLOWS.match(line) for line in lines)


def _spans(layout: Layout, index: int, block: Block) -> Iterator[range]:
    source = block.element.text or ""
    if block.tag == "raw" and _is_folded(source):
        yield range(block.line + 1, layout.regions[block.region].end)
    if says_what_follows(block):
        yield range(block.line + 1, _end(layout, block.region))
    if block.tag == "p" and source.rstrip("*_ ").endswith(":") and is_optional(html_text(source)):
        yield from _list_after(layout, index)


def _is_folded(source: str) -> bool:
    summary = _SUMMARY.search(source)
    return summary is not None and is_optional(html_text(summary[1]))


def _list_after(layout: Layout, index: int) -> Iterator[range]:
    """Yield the lines of the list that follows a paragraph at once."""
    following = next(iter(layout.blocks[index + 1 : index + 2]), None)
    if following and following.tag in ("ul", "ol") and not following.opens_region:
        yield range(following.line, following.end)


def _end(layout: Layout, number: int) -> int:
    """Return the line of the next heading of a higher level than that of a region."""
    regions = layout.regions
    following = map(regions.__getitem__, range(number + 1, len(regions)))
    higher = (region for region in following if region.level < regions[number].level)
    return next((region.line for region in higher), _NEVER)
