"""The tree as HTML, the way cmark-gfm writes it."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

_VOID = frozenset({"br", "hr", "img", "input"})
_LINED = frozenset(
    "p h1 h2 h3 h4 h5 h6 pre table thead tbody tr th td ul ol li blockquote hr".split()
)
_OPENED = frozenset({"ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr"})
_UNSAFE = re.compile(r"[^A-Za-z0-9!#$%&'()*+,./:;=?@_~-]+")


def escaped(text: str) -> str:
    """Return a text as HTML, fit for attributes too."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def percent_encoded(address: str) -> str:
    """Return an address with the characters encoded that no address may hold."""
    return _UNSAFE.sub(_percent, address)


def serialise(root: Element) -> str:
    """Return the HTML of what stands in an element; attributes ``data-…`` are left out."""
    pieces: list[str] = [escaped(root.text or "")]
    waiting: list[Iterator[Element]] = [iter(root)]
    closing: list[str] = [""]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            pieces.append(closing.pop())
        elif len(element):
            start, end = _tags(element)
            pieces += start, escaped(element.text or "")
            waiting.append(iter(element))
            closing.append(end + escaped(element.tail or ""))
        else:
            pieces.append(_childless(element))
    return "".join(pieces)


def _childless(element: Element) -> str:
    tail = escaped(element.tail) if element.tail else ""
    if element.tag == "raw":
        line_end = "\n" if element.get("data-line") else ""
        return f"{element.text or ''}{line_end}{tail}"
    start, end = _tags(element)
    return f"{start}{escaped(element.text) if element.text else ''}{end}{tail}"


def _tags(element: Element) -> tuple[str, str]:
    """Return the start tag and the end tag, with line feeds where cmark-gfm has them."""
    tag = element.tag
    if tag == "p" and element.get("data-tight"):
        return "", "\n"
    attributes = "".join(_attributes(element.attrib)) if element.attrib else ""
    line_end = "\n" if tag in _LINED else ""
    if tag in _VOID:
        return f"<{tag}{attributes} />{line_end}", ""
    start = f"<{tag}{attributes}>"
    if tag == "li":
        start += _checkbox(element.get("data-task"))
    return start + ("\n" if tag in _OPENED and tag != "li" else ""), f"</{tag}>{line_end}"


def _attributes(attributes: Mapping[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        if name in ("href", "src"):
            yield f' {name}="{escaped(percent_encoded(value))}"'
        elif not name.startswith("data-"):
            yield f' {name}="{escaped(value)}"'


def _checkbox(mark: str | None) -> str:
    if mark is None:
        return ""
    checked = ' checked=""' if mark == "x" else ""
    return f'<input type="checkbox" disabled=""{checked} /> '


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))
