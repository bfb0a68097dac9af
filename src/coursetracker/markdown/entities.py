"""Backslash escapes and character references (GFM specification, sections 6.1 and 6.2)."""

import re

PUNCTUATION = r"!-/:-@\[-`{-~"
"""The inside of a character class: the ASCII punctuation characters."""

REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));")
_ESCAPE_OR_REFERENCE = re.compile(rf"\\([{PUNCTUATION}])|{REFERENCE.pattern}")


def character(reference: re.Match[str]) -> str:
    """Return what a match of REFERENCE stands for; an unknown name stands for itself."""
    hexadecimal, decimal, name = reference.groups()[-3:]
    if name:
        from html.entities import html5  # noqa: PLC0415 - a large table that few texts need

        return html5.get(f"{name};", reference[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    is_scalar = 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF
    return chr(code) if is_scalar else "\ufffd"


def unescaped(text: str) -> str:
    """Return a text with its backslash escapes and character references replaced."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPE_OR_REFERENCE.sub(lambda found: found[1] or character(found), text)


def without_references(text: str) -> str:
    """Return a text with its character references replaced."""
    return REFERENCE.sub(character, text) if "&" in text else text
