"""Which titles are those of assessments, in English and Spanish.

The words alone would be too many: "Train/dev/test splits" and "Evaluación de modelos" are
lessons. So a title counts only where it is the name of an assessment and little else.
"""

import re

_NUMBER = r"(?:n\.?º\s*|no\.\s*|#\s*)?(?:\d{1,3}|(?-i:[IVX]+|[A-Z]))"
_UNIT = r"(?:week|module|unit|chapter|section|part|lesson|day|course)"
_UNIDAD = r"(?:semana|m[oó]dulo|unidad|cap[ií]tulo|secci[oó]n|parte|lecci[oó]n|d[ií]a|curso)"
_NAME = r"(?:assessment|quiz|exam|test|mid-?term|evaluaci[oó]n|examen|cuestionario|prueba)"
_BEFORE = (
    r"(?:final|mid-?term|graded|ungraded|practice|weekly|first|second|third|"
    rf"end[ -]of[ -]{_UNIT}|primer|primera|segund[oa]|tercer|tercera|"
    rf"(?:{_UNIT}|{_UNIDAD})(?:\s+{_NUMBER})?\s?[:.,|–—-]?)"
)
_AFTER = (
    rf"(?:{_NUMBER}|final|parcial|inicial|corta|(?:for|of)\s+(?:the\s+)?{_UNIT}(?:\s+{_NUMBER})?|"
    rf"(?:de\s+la|del?)\s+{_UNIDAD}(?:\s+{_NUMBER})?)"
)
_NAMED = rf"(?:{_BEFORE}\s+){{0,3}}{_NAME}(?:\s+{_AFTER}){{0,2}}"
_PROJECT = r"(?:final\s+project|capstone(?:\s+project)?|proyecto\s+final)\b"

_IN_BRACKETS = re.compile(rf"\s*(?:\(\s*{_NAMED}\s*\)|\[\s*{_NAMED}\s*\])\s*$", re.IGNORECASE)
_TITLE = re.compile(
    rf"^\W*(?:{_PROJECT}|{_NAMED}\s*(?:$|:\s|\s[–—-]\s)|.*\b(?:quiz|exam)(?:\s+{_NUMBER})?\W*$)",
    re.IGNORECASE,
)

_LONGEST = 200
"""No longer title is looked at: it is a sentence, and the search takes its square."""


def assessment_title(title: str) -> str | None:
    """Return the title to show if it is that of an assessment, else None.

    "Modeling challenges (Assessment 2)" is shown as "Modeling challenges".
    """
    if len(title) > _LONGEST:
        return None
    shown = _IN_BRACKETS.sub("", title)
    if shown and shown != title:
        return shown
    return title if _TITLE.match(title) else None
