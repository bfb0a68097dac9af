"""GitHub's alerts: block quotes whose first line is ``[!NOTE]`` or another of five marks."""

import re
from collections.abc import Mapping
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element

_MARK = re.compile(
    r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|\Z)", re.IGNORECASE | re.ASCII
)


class Sign(NamedTuple):
    """How an alert is told apart: by a sign, and by a colour on light and on dark grounds."""

    sign: str
    light: str
    dark: str


SIGNS: Mapping[str, Sign] = {
    "note": Sign("ℹ", "#0969da", "#58a6ff"),
    "tip": Sign("✦", "#1a7f37", "#3fb950"),
    "important": Sign("❖", "#8250df", "#bc8cff"),
    "warning": Sign("⚠", "#9a6700", "#d29922"),
    "caution": Sign("✖", "#cf222e", "#ff7b72"),
}


def mark_alerts(root: Element) -> None:
    """Note in ``data-alert`` what a document's quotes are, and take the marks off their text.

    As on GitHub a quote that stands in another block is none, and neither is a mark alone.
    """
    for quote in root:
        first = quote[0] if quote.tag == "blockquote" and len(quote) else None
        text = (first.text or "") if first is not None and first.tag == "p" else ""
        found = _MARK.match(text)
        if first is None or found is None or (found.end() == len(text) and len(quote) == 1):
            continue
        quote.set("data-alert", found[1].lower())
        if found.end() == len(text):
            quote.remove(first)
        else:
            first.text = text[found.end() :]
            first.set("data-line", str(int(first.get("data-line", "1")) + 1))


def alert_tags(kind: str, title: str, *, dark: bool) -> tuple[str, str]:
    """Return what opens and closes an alert in Qt's HTML: a bar, a sign and the title."""
    sign = SIGNS[kind]
    colour = sign.dark if dark else sign.light
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"'
        ' style="margin-top:8px; margin-bottom:10px;"><tr>'
        f'<td width="4" bgcolor="{colour}"></td>'
        '<td style="padding-left:14px; padding-top:4px;">'
        f'<p style="color:{colour}; margin-bottom:6px;">'
        f"<b>{sign.sign}&nbsp; {escape(title)}</b></p>"
    ), "</td></tr></table>"
