"""The tree as HTML, the way cmark-gfm writes it."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

_VOID = frozenset({"br", "hr", "img"})
_HOLDS_BLOCKS = frozenset({"blockquote", "ol", "table", "tbody", "thead", "tr", "ul"})
_BLOCKS = _HOLDS_BLOCKS | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "pre", "td", "th"}
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
    pieces = [escaped(root.text or "")]
    waiting: list[Element | str] = list(reversed(root))
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        begin, end = _tags(node)
        if end.endswith("\n"):
            _begin_line(pieces)
        pieces.append(begin)
        if node.tail:
            end += escaped(node.tail)
        if len(node):
            waiting.append(end)
            waiting.extend(reversed(node))
        else:
            pieces.append(end)
    return "".join(pieces)


def _begin_line(pieces: list[str]) -> None:
    """Go to a new line, unless the last piece that is not empty ended one."""
    for piece in reversed(pieces):
        if piece:
            if not piece.endswith("\n"):
                pieces.append("\n")
            return


def _tags(element: Element) -> tuple[str, str]:
    """Return what stands before an element's children, its text included, and after them."""
    tag = element.tag
    text = element.text or ""
    if tag == "raw":
        return text, "\n" if element.get("data-line") else ""
    if tag == "p" and element.get("data-tight"):
        return escaped(text), ""
    attributes = "".join(_attributes(element.attrib)) if element.attrib else ""
    line_end = "\n" if tag in _BLOCKS else ""
    if tag in _VOID:
        return f"<{tag}{attributes} />", line_end
    begin = f"<{tag}{attributes}>"
    if tag == "li":
        begin += _checkbox(element.get("data-task"))
    elif tag in _HOLDS_BLOCKS:
        begin += "\n"
    return begin + escaped(text), f"</{tag}>{line_end}"


def _attributes(attributes: Mapping[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        if name in ("href", "src"):
            address = escaped(percent_encoded(value)).replace("'", "&#x27;")
            yield f' {name}="{address}"'
        elif not name.startswith("data-"):
            yield f' {name}="{escaped(value)}"'


def _checkbox(mark: str | None) -> str:
    if mark is None:
        return ""
    checked = ' checked=""' if mark == "x" else ""
    return f'<input type="checkbox"{checked} disabled="" /> '


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))
