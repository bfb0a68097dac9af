"""Colours for code, readable on the ground they stand on."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.style import StyleMeta
    from pygments.token import _TokenType

LONGEST = 50_000
"""Code of more characters than this stays plain: colours are not worth a pause."""

MIDDLE = 0.18
"""The luminance from which black is farther away than white."""

ENOUGH = 5.5
"""The least contrast of a colour against its ground. WCAG 2 asks for 4.5 at level AA; thin letters
are drawn fainter than their colour says."""


def coloured(code: str, language: str, ground: str, *, dark: bool) -> str:
    """Return code as HTML, coloured where its language is known.

    `ground` is the colour behind the code, as ``#rrggbb``; every colour is moved away from it
    until it is readable.
    """
    lexer = _lexer(language) if len(code) <= LONGEST else None
    if lexer is None:
        return escape(code, quote=False)
    colours = _colours("github-dark" if dark else "default", ground)
    tokens = list(lexer.get_tokens(f"{code}\n"))
    if "".join(text for _, text in tokens) != f"{code}\n":  # some lexers lose what they do not know
        return escape(code, quote=False)
    last, text = tokens.pop()
    return "".join(_spans([*tokens, (last, text.removesuffix("\n"))], colours))


def _lexer(language: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415  costs more than most pages
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False) if language else None
    except ClassNotFound:
        return None


def _spans(
    tokens: "Iterable[tuple[_TokenType, str]]", colours: "dict[_TokenType, str]"
) -> Iterator[str]:
    for token, text in tokens:
        html = escape(text, quote=False)
        colour = colours.get(token, "")
        yield f'<span style="color:{colour}">{html}</span>' if colour and text.strip() else html


@lru_cache(maxsize=4)
def _colours(style_name: str, ground: str) -> "dict[_TokenType, str]":
    """Return the readable colour of each kind of token; "" for the text's own."""
    from pygments.styles import get_style_by_name  # noqa: PLC0415

    style: StyleMeta = get_style_by_name(style_name)
    found = {}
    for token, look in style:
        colour = look["color"]
        found[token] = readable(f"#{colour}", ground) if colour else ""
    return found


def readable(colour: str, ground: str) -> str:
    """Return a colour, moved away from its ground until its contrast is ENOUGH."""
    away = 0 if luminance(ground) > MIDDLE else 255
    parts = _parts(colour)
    for _step in range(20):
        if contrast(_named(parts), ground) >= ENOUGH:
            break
        parts = [round(part + (away - part) * 0.12) for part in parts]
    return _named(parts)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return how light a colour is, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _named(parts: list[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts)
