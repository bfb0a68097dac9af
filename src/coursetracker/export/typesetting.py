"""Setting the report's data into a PDF with the one template: needs typst, so imported late."""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, cast

import typst

from coursetracker.export.cleaning import REPLACEMENT, Cleaned, clean
from coursetracker.export.report import Report
from coursetracker.resources import resources

Standards = list[Literal["ua-1", "a-2a"]]
STRICT: Standards = ["ua-1", "a-2a"]

_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_FORBIDDEN = re.compile(r"codepoint `['\"]?(?:\\u\{|U\+)([0-9A-Fa-f]{1,6})")
_ESCAPE = re.compile(r"\\u\{([0-9a-f]{1,6})\}|\\(.)")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF and the characters in it that no font could show."""

    pdf: bytes
    replaced: tuple[str, ...] = ()


def typeset(report: Report) -> Typeset:
    """Return the report as PDF/UA-1 and PDF/A-2a.

    What the fonts that we bring cannot show is looked for in the system's fonts, and then
    replaced by U+FFFD. Where even that does not conform, the file says that it does not.
    """
    try:
        return Typeset(_compiled(report, (), STRICT))
    except typst.TypstError:
        return _typeset_with_system_fonts(report)


def _typeset_with_system_fonts(report: Report) -> Typeset:
    missing: tuple[str, ...] = ()
    for _attempt in range(3):
        try:
            return Typeset(_compiled(report, missing, STRICT, system_fonts=True), missing)
        except typst.TypstError as error:
            complaint = error.diagnostic
        missing += undisplayable(complaint)
    _log.warning("The report claims no conformance")  # the complaint quotes what it is about
    return Typeset(_compiled(report, missing, [], system_fonts=True), missing)


def undisplayable(complaint: str) -> tuple[str, ...]:
    """Return the texts that a strict run had no glyphs for, each once, as typst 0.15 tells."""
    shown = (_unescaped(text) for text in _NO_GLYPH.findall(complaint))
    forbidden = (chr(int(code, 16)) for code in _FORBIDDEN.findall(complaint))
    return tuple(dict.fromkeys((*shown, *forbidden)))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _printable(value: object, missing: Sequence[str]) -> object:
    """Return a value of the report as JSON can hold it, every text in it cleaned."""
    if isinstance(value, str):
        return _without(value if isinstance(value, Cleaned) else clean(value), missing)
    if isinstance(value, Mapping):
        return {name: _printable(each, missing) for name, each in value.items()}
    if isinstance(value, tuple):
        return [_printable(each, missing) for each in value]
    if is_dataclass(value):
        return {each.name: _printable(getattr(value, each.name), missing) for each in fields(value)}
    return value


def _without(text: str, missing: Sequence[str]) -> str:
    for each in missing:
        text = text.replace(each, REPLACEMENT)
    return text


def _compiled(
    report: Report, missing: Sequence[str], standards: Standards, *, system_fonts: bool = False
) -> bytes:
    """Run the template in an empty folder, so that it can read nothing but the data.

    The time in the file is the report's date: the same report gives the same bytes.
    """
    with TemporaryDirectory() as empty:
        pdf = typst.compile(  # type: ignore[type-var]  # its stub wants root and input alike
            (resources() / "report.typ").read_bytes(),
            root=Path(empty),
            font_paths=_fonts(system_fonts=system_fonts),
            sys_inputs=_inputs(report, missing, "full" if standards else "none"),
            pdf_standards=list(standards),
            timestamp=datetime(*report.written, tzinfo=UTC),
        )
    return with_clear_stream_ends(pdf)


def drawn(report: Report) -> tuple[bytes, ...]:
    """Return the pages of the report as drawings (SVG), which look as the PDF does."""
    with TemporaryDirectory() as empty:
        pages: object = typst.compile(  # type: ignore[call-overload]  # as above
            (resources() / "report.typ").read_bytes(),
            root=Path(empty),
            font_paths=_fonts(system_fonts=True),
            sys_inputs=_inputs(report, (), "full"),
            format="svg",
        )
    return tuple(pages) if isinstance(pages, list) else (cast("bytes", pages),)


def _fonts(*, system_fonts: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=system_fonts,
        font_paths=[resources() / "fonts"],
    )


def _inputs(report: Report, missing: Sequence[str], claim: str) -> dict[str, str]:
    data = json.dumps(_printable(report, missing), ensure_ascii=False)
    return {"report": data, "claim": claim}


def with_clear_stream_ends(pdf: bytes) -> bytes:
    """Return the PDF with no stream whose last byte could be taken for half of a line end.

    typst ends streams with LF. After data that happens to end in CR, readers that do not trust
    the stream's length see CR LF there, and PDF/A checkers a wrong length. CR alone is as good.
    """
    return pdf.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")
