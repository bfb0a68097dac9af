"""What each element is written as in the HTML that Qt knows."""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from coursetracker.markdown.alerts import SIGNS, alert_tags
from coursetracker.markdown.safe import Attributes, safe_link

if TYPE_CHECKING:
    from coursetracker.markdown.page import PageLook

FOLD = "fold:"
"""The scheme of links that open and close the passage whose name follows."""

MORE = "more:"
"""The scheme of the link that shows more of a page that is shown in part."""

HERE = "here:"
"""The scheme of links to a place on the same page, whose anchor follows."""

WIDEST_CELL = 20
"""A cell stands over so many others at most; Qt's time grows with each."""

_SPAN = re.compile(r"[0-9]{1,4}")

Tags: TypeAlias = tuple[str, str]
"""What opens an element and what closes it."""


def tags(tag: str, attributes: Attributes, look: "PageLook") -> Tags:
    """Return what opens and what closes an element in Qt's HTML."""
    special = _TAGS.get(tag)
    if special is not None:
        return special(attributes, look)
    return f"<{tag}{_alignment(attributes)}>", f"</{tag}>"


def _alignment(attributes: Attributes) -> str:
    side = attributes.get("align", "").lower()
    return f' align="{side}"' if side in ("left", "center", "right") else ""


def _link(attributes: Attributes, _look: "PageLook") -> Tags:
    address = safe_link(attributes.get("href", ""))
    return (f'<a href="{escape(address)}">', "</a>") if address else ("<span>", "</span>")


def _list_item(attributes: Attributes, _look: "PageLook") -> Tags:
    task = attributes.get("data-task")
    if task is None:
        return "<li>", "</li>"
    return f'<li class="{"checked" if task == "x" else "unchecked"}">', "</li>"


def _numbered_list(attributes: Attributes, _look: "PageLook") -> Tags:
    start = attributes.get("start", "1")
    return f'<ol start="{start if start.isdecimal() else 1}">', "</ol>"


def _head_cell(attributes: Attributes, look: "PageLook") -> Tags:
    return f'<th{_cell_attributes(attributes)} bgcolor="{look.shade}">', "</th>"


def _cell(attributes: Attributes, look: "PageLook") -> Tags:
    return f'<td{_cell_attributes(attributes)} bgcolor="{look.ground}">', "</td>"


def _cell_attributes(attributes: Attributes) -> str:
    spans = [
        f' {name}="{attributes[name]}"'
        for name in ("colspan", "rowspan")
        if _SPAN.fullmatch(attributes.get(name, "")) and int(attributes[name]) <= WIDEST_CELL
    ]
    return (_alignment(attributes) or ' align="left"') + "".join(spans)


def _table(_attributes: Attributes, look: "PageLook") -> Tags:
    return (
        f'<table border="0" cellspacing="1" cellpadding="6" bgcolor="{look.rule}"'
        ' style="margin-top:8px; margin-bottom:12px;">'
    ), "</table>"


def _quote(attributes: Attributes, look: "PageLook") -> Tags:
    alert = attributes.get("data-alert", "")
    if alert in SIGNS:
        return alert_tags(alert, look.words.of(alert), dark=look.dark)
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"'
        ' style="margin-top:8px; margin-bottom:10px;"><tr>'
        f'<td width="4" bgcolor="{look.rule}"></td>'
        f'<td style="padding-left:14px; padding-top:4px; color:{look.muted};">'
    ), "</td></tr></table>"


def _fold(attributes: Attributes, look: "PageLook") -> Tags:
    name = attributes["name"]
    return (
        f'<p><a name="L{name}"></a>'
        f'<a href="{FOLD}{name}" style="color:{look.text}; text-decoration:none;">'
        f'<b><span style="color:{look.link};">{attributes["sign"]}</span>&nbsp; '
    ), "</b></a></p>"


def _rule(_attributes: Attributes, look: "PageLook") -> Tags:
    return f'<hr style="background-color:{look.rule};">', ""


def _marked(_attributes: Attributes, look: "PageLook") -> Tags:
    return f'<span style="background-color:{look.rule};">', "</span>"


def _as(before: str, after: str) -> "_Special":
    def tags(_attributes: Attributes, _look: "PageLook") -> Tags:
        return before, after

    return tags


_Special: TypeAlias = Callable[[Attributes, "PageLook"], Tags]

_TAGS: Mapping[str, _Special] = {
    "a": _link,
    "blockquote": _quote,
    "del": _as("<s>", "</s>"),
    "fold": _fold,
    "hr": _rule,
    "img": _as('<span class="muted">▣ <i>', "</i></span>"),
    "inside": _as('<div style="margin-bottom:10px;">', "</div>"),
    "li": _list_item,
    "mark": _marked,
    "noted": _as("<li>", "</li>"),
    "notes": _as('<ol class="muted">', "</ol>"),
    "ol": _numbered_list,
    "summary": _as("<p><b>", "</b></p>"),
    "table": _table,
    "td": _cell,
    "th": _head_cell,
}
"""The elements that Qt wants otherwise than we have them."""
