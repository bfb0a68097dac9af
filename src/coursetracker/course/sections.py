"""Which headings are items of a course, and what shape each section has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coursetracker.course.blocks import Layout
from coursetracker.course.choices import Choices, Shape
from coursetracker.course.shapes import Finds, likely_shapes
from coursetracker.markdown import Document

_HOUSEKEEPING = re.compile(
    r"\W*(?:licen[cs]e|licencia|contribut(?:e|ing|ions?|ors)|how to contribute|contribuir|"
    r"contribution guidelines|colaboradores|code of conduct|acknowledge?ments|agradecimientos|"
    r"credits|créditos|authors?|team|equipo|community(?: discussion)?|comunidad|support|sponsors?|"
    r"backers|donate|translations?|traducciones|changelog|star history|stargazers|citation|"
    r"citing\b.*|copyright|contact(?: info)?|contacto|congratulations|felicidades|how to share|"
    r"how to show your progress|under development|questions, feedback\b.*)\W*",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    r"\W*(?:(?:source(?:s|\(s\))?|references?)(?: and further reading)?|further reading|see also|"
    r"bibliography|fuentes|referencias|bibliografía|lecturas recomendadas|para saber más)"
    r"\s*(?::.*)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sections:
    """Regions by what they are: those of `items`, of the introduction, and of no use here."""

    title: int | None
    items: frozenset[int]
    introduction: frozenset[int]
    ignored: frozenset[int]


def find_sections(layout: Layout, indexes: frozenset[int]) -> Sections:
    """Return which headings are items of the course.

    The title is none: the first H1, unless that is an index. Nor are headings before it, where
    most come after; nor is a banner in raw HTML before the headings of the text; nor is an
    empty heading.
    """
    regions = layout.regions
    title = layout.first_h1()
    title = None if title in indexes else title
    banner = title is None and len(regions) > 2 and regions[1].is_raw and not regions[2].is_raw
    before = title or 0 if (title or 0) * 2 <= len(regions) else 1
    ignored = indexes.union(range(1, 2 if banner else before))
    titled = {number for number, region in enumerate(regions) if region.title}
    introduction = frozenset({0, title or 0})
    return Sections(title, frozenset(titled - ignored - introduction), introduction, ignored)


def section_shapes(
    document: Document,
    layout: Layout,
    sections: Sections,
    found: Sequence[Finds],
    choices: Choices,
) -> Sequence[Shape]:
    """Return the shape of each region: as the learner chose it, else by evidence.

    What is chosen for the whole course is not for what stands beside its sections.
    """
    chosen = {document.anchors.get(slug): shape for slug, shape in choices.sections.items()}
    likely = _likely(layout, sections, found)
    wanted: list[Shape | None] = []
    for region in layout.regions:
        above = None if region.above is None else wanted[region.above]
        wanted.append(chosen.get(region.line, above))
    return [
        Shape.HEADINGS
        if number in sections.ignored
        else shape or _of_course(layout, sections, number, choices) or likely[number]
        for number, shape in enumerate(wanted)
    ]


def _of_course(layout: Layout, sections: Sections, number: int, choices: Choices) -> Shape | None:
    """Return the shape chosen for the whole course, if it is for this region too."""
    aside = bool(sections.items) and _is_aside(layout, sections, number)
    return None if aside and choices.shape is not Shape.HEADINGS else choices.shape


def is_housekeeping(layout: Layout, sections: Sections, number: int) -> bool:
    """Return whether a region stands beside the course's sections and is about the project."""
    while number not in sections.introduction:
        region = layout.regions[number]
        if region.above in sections.introduction and _HOUSEKEEPING.fullmatch(region.title):
            return True
        number = region.above or 0
    return False


def is_sources(title: str) -> bool:
    """Return whether a title is that of the sources of what stands before."""
    return bool(_SOURCES.fullmatch(title))


def _likely(layout: Layout, sections: Sections, found: Sequence[Finds]) -> Sequence[Shape]:
    """Return the shapes by evidence.

    Links in the introduction, in housekeeping and among sources are none of the course's; but
    where there is no section at all, the links of the introduction are all there is.
    """
    shapes = list(likely_shapes(found))
    for number, shape in enumerate(shapes):
        if not sections.items and shape is Shape.HEADINGS and len(found[number].bullets) > 1:
            shapes[number] = Shape.BULLETS
        elif sections.items and shape is not Shape.TASKS and _is_aside(layout, sections, number):
            shapes[number] = Shape.HEADINGS
    return shapes


def _is_aside(layout: Layout, sections: Sections, number: int) -> bool:
    return (
        number in sections.introduction
        or is_housekeeping(layout, sections, number)
        or is_sources(layout.regions[number].title)
    )
