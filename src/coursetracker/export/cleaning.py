"""Making any text fit to be printed: whatever a course's author put into a title."""

import re
import unicodedata
from collections.abc import Iterator

MOST = 300
"""The longest text that is printed, in characters as a reader counts them."""
_MOST_MARKS = 3
_PIECE = 6
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_JOINER = "\N{ZERO WIDTH JOINER}"
_BREAK = "\N{ZERO WIDTH SPACE}"

_SPACES = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Embeddings, overrides and isolates turn a whole line around; the others only steer programs.
_STEERING = re.compile("[\u202a-\u202e\u2066-\u206f\u2061-\u2064\ufeff\ufff9-\ufffb\u200b]")
# Thai to Khmer, Han, kana and Hangul have no spaces and break by themselves.
_LONG_RUN = re.compile(
    "[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7af\uf900-\ufaff\uff00-\uffef]{30,}"
)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_UNPRINTABLE = frozenset({"Cs", "Co"})


class Cleaned(str):
    """A text that is fit to be printed as it is."""

    __slots__ = ()


def clean_prose(text: str) -> Cleaned:
    """Return a part of a longer text, as long as it is, made fit as `clean` does."""
    return Cleaned(_breakable(_legible(_SPACES.sub(" ", _STEERING.sub("", text)))))


def clean_code(text: str) -> Cleaned:
    """Return lines of code, made fit as `clean` does; what stands in stays so."""
    lines = _STEERING.sub("", text).expandtabs(4).splitlines()
    spaced = (_CONTROLS.sub(" ", line.rstrip()) for line in lines)
    return Cleaned("\n".join(_breakable(_legible(line)) for line in spaced))


def _legible(text: str) -> str:
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", "".join(map(_printable, text)))
    return "".join(map(_lighter, clusters(composed)))


def clean(text: str) -> str:
    """Return a text as one line that any font system can take.

    Lone surrogates, non-characters and private use become U+FFFD; controls become spaces;
    bidirectional overrides go. Piles of accents are cut, unbroken runs get places to break,
    and what is longer than `MOST` characters ends in an ellipsis.
    """
    line = _SPACES.sub(" ", _STEERING.sub("", text[: 20 * MOST])).strip()
    if line.isascii():
        return _breakable(shortened(line, MOST))
    return _breakable(shortened(_legible(line), MOST))


def shortened(text: str, most: int) -> str:
    """Return a text of at most *most* characters as a reader counts them, cut with an ellipsis."""
    if len(text) <= most:
        return text
    kept = list(clusters(text))
    return text if len(kept) <= most else "".join(kept[: most - 1]).rstrip() + "…"


def clusters(text: str) -> Iterator[str]:
    """Yield what a reader takes for one character each.

    An approximation of UAX #29: marks, joined emoji, flags, Hangul syllables and Indic
    conjuncts hold together.
    """
    cluster = ""
    for character in text:
        if cluster and not _continues(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _printable(character: str) -> str:
    if unicodedata.category(character) in _UNPRINTABLE or _is_noncharacter(ord(character)):
        return REPLACEMENT
    return character


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _continues(cluster: str, character: str) -> bool:
    """Return whether a character belongs to the cluster before it."""
    if character.isascii():
        return False
    last = cluster[-1]
    if last == _JOINER or unicodedata.combining(last) == 9:  # a virama joins consonants
        return True
    if _is_flag_letter(character):
        return len(cluster) == 1 and _is_flag_letter(last)
    return _extends(character)


def _extends(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in {"Mn", "Mc", "Me"}
        or character == _JOINER
        or 0x1F3FB <= code <= 0x1F3FF  # skin tones
        or 0xE0020 <= code <= 0xE007F  # tags, as in the flag of Scotland
        or 0x1160 <= code <= 0x11FF  # Hangul vowels and finals
    )


def _is_flag_letter(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def _lighter(cluster: str) -> str:
    """Return a cluster without accents that would pile up over the lines around it."""
    if len(cluster) <= _MOST_MARKS + 1:
        return cluster
    kept, marks = "", 0
    for character in cluster:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        kept += character if marks <= _MOST_MARKS else ""
    return kept


def _breakable(text: str) -> str:
    """Return a text whose long unbroken runs may break between characters."""
    return _LONG_RUN.sub(_cut, text)


def _cut(run: re.Match[str]) -> str:
    parts = list(clusters(run[0]))
    pieces = (parts[start : start + _PIECE] for start in range(0, len(parts), _PIECE))
    return _BREAK.join("".join(piece) for piece in pieces)
