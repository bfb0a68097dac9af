"""Footnotes: numbered in the order of their first reference on a page, shown at its end."""

from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement


def with_notes(
    blocks: Iterable[Element],
    definitions: Mapping[str, Element],
    inlined: Callable[[Element], Element],
) -> list[Element]:
    """Return copies of blocks for a page, their inline elements in place, and its notes last.

    A ``note`` is a reference: it gets the number of its note, and which of the references to
    it this is. ``notes`` holds a ``noted`` for each note, which ends in the ways ``back``.
    """
    copies = [inlined(block) for block in blocks]
    if not definitions:
        return copies
    numbers = _Numbers()
    for block in copies:
        numbers.give(block)
    notes = Element("notes")
    for key in numbers.order:  # grows while notes refer to others
        definition = inlined(definitions[key])
        note = SubElement(notes, "noted", definition.attrib)
        note.set("data-number", str(len(notes)))
        note.extend(definition)
        numbers.give(note)
    for note, key in zip(notes, numbers.order, strict=True):
        _lead_back(note, numbers.uses[key])
    return [*copies, notes] if len(notes) else copies


class _Numbers:
    """The numbers given so far: names of notes in `order`, and how often each was referred to."""

    def __init__(self) -> None:
        self.order: list[str] = []
        self.uses: dict[str, int] = {}
        self._numbers: dict[str, int] = {}

    def give(self, block: Element) -> None:
        """Give the references in a block their numbers."""
        for reference in block.iter("note"):
            name = reference.attrib["name"]
            if name not in self._numbers:
                self.order.append(name)
                self._numbers[name] = len(self.order)
            self.uses[name] = self.uses.get(name, 0) + 1
            reference.set("data-number", str(self._numbers[name]))
            reference.set("data-use", str(self.uses[name]))


def _lead_back(note: Element, count: int) -> None:
    """Append the ways back to the references of a note."""
    number, line = note.attrib["data-number"], note.attrib["data-line"]
    ends_in_text = len(note) and note[-1].tag == "p"
    last = note[-1] if ends_in_text else SubElement(note, "p", {"data-line": line})
    for use in range(1, count + 1):
        SubElement(last, "back", {"data-number": number, "data-use": str(use)})
