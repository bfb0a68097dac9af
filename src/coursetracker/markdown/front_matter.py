"""Front matter: a block of YAML before the text."""

import re
from collections.abc import Mapping, Sequence

_FENCE = re.compile(r"---[ \t]*$")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_SCALAR = re.compile(r"([A-Za-z_][\w-]*+)[ \t]*+:(?:[ \t]++(.*))?$")
_QUOTED = re.compile(r"""(["'])(.*)\1$""")


def front_matter(lines: Sequence[str]) -> tuple[Mapping[str, str], int]:
    """Return the top-level scalars of the front matter and the number of lines it takes."""
    if not lines or not _FENCE.match(lines[0]):
        return {}, 0
    end = next((n for n, line in enumerate(lines[1:], 1) if _END.match(line)), None)
    if end is None or not (end == 1 or _looks_like_yaml(lines[1:end])):
        return {}, 0
    found = (_SCALAR.match(line) for line in lines[1:end])
    return {match[1]: _unquoted(match[2] or "") for match in found if match}, end + 1


def _looks_like_yaml(lines: Sequence[str]) -> bool:
    return any(_SCALAR.match(line) for line in lines) and bool(lines[0].strip())


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = _QUOTED.match(value)
    return quoted[2] if quoted else value
