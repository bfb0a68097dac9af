"""Addresses that are links without any mark (GFM specification, section 6.9)."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from coursetracker.markdown.lines import end_of
from coursetracker.markdown.scan import Scan
from coursetracker.markdown.spans import link

_SCHEME = re.compile(r"(?:https?|ftp)://(?=[^\W_])", re.IGNORECASE)
_LONGEST_SCHEME = len("https")
_DOMAIN = re.compile(r"(?:[\w.-]|\\.)*+")
_PATH = re.compile(r"[^ \t\n\f\r<]*+")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;$")
_MAIL = re.compile(
    r"(?<![A-Za-z0-9.+_-])(mailto:|xmpp:)?[A-Za-z0-9.+_-]++@"
    r"(?=((?:[A-Za-z0-9_-]|\.[A-Za-z0-9])*+)(?!@))",
    re.IGNORECASE,
)
_TRAILING = "?!.,:*_~'\""
_MOST_SEGMENTS = 10


def web_address(scan: Scan, start: int) -> int:
    """Take the address whose scheme ends with the colon at *start*."""
    text = scan.text
    if scan.brackets or not text.startswith("://", start):
        return start + 1
    begin, lowest = start, max(scan.done, start - _LONGEST_SCHEME - 1)
    while begin > lowest and text[begin - 1].isascii() and text[begin - 1].isalpha():
        begin -= 1
    found = _SCHEME.match(text, begin)
    if not found or not _has_domain(text, found.end(), dots=0):
        return start + 1
    return _take(scan, begin, found.end(), "")


def www_address(scan: Scan, start: int) -> int:
    """Take the address that begins with the ``www.`` at *start*."""
    text = scan.text
    if scan.brackets or not text.startswith("www.", start):
        return start + 1
    if (start and text[start - 1] not in "*_~( \t\n") or not _has_domain(text, start, dots=1):
        return start + 1
    return _take(scan, start, start + 4, "http://")


def with_mail_links(text: str) -> Iterator[str | Element]:
    """Yield a piece of text and the links that its mail addresses make, in order."""
    done = 0
    for found in _MAIL.finditer(text):
        protocol, domain = found.groups()
        begin = max(done, found.start())  # what is a link already is no part of another
        if "." not in domain or not domain[-1].isalpha() or text[begin] == "@":
            continue
        yield text[done:begin]
        done = found.end(2)
        address = text[begin:done]
        yield link(address if protocol else f"mailto:{address}", address)
    yield text[done:]


def _take(scan: Scan, begin: int, after: int, prefix: str) -> int:
    address = _trimmed(scan.text[begin : end_of(_PATH, scan.text, after)])
    return scan.put(begin, begin + len(address), link(prefix + address, address))


def _has_domain(text: str, start: int, dots: int) -> bool:
    """Return whether a valid domain begins here: its last two segments have no underscore.

    As in cmark-gfm the text's last character does not count.
    """
    segments = text[start : min(end_of(_DOMAIN, text, start), len(text) - 1)].split(".")
    if any("_" in segment for segment in segments[-2:]) and len(segments) <= _MOST_SEGMENTS:
        return False
    return len(segments) > dots


def _trimmed(address: str) -> str:
    """Return an address, which begins with a letter, without its sentence's punctuation."""
    end = len(address)
    surplus = address.count(")") - address.count("(")
    while True:
        last = address[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        elif last == ";":
            entity = _ENTITY.search(address, max(0, end - 40), end)
            end = entity.start() if entity else end - 1
        elif last in _TRAILING:
            end -= 1
        else:
            return address[:end]
