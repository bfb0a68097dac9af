"""GitHub's names for pictures among the letters: ``:rocket:``."""

import re
from collections.abc import Mapping
from functools import cache

_NAME = re.compile(r"(?<!\w):([a-z0-9_+-]++):(?!\w)")
_ELSE = {"beetle": "\N{BEETLE}", "egg": "\N{EGG}"}
"""The two that the library understands otherwise than GitHub."""


def with_pictures(text: str) -> str:
    """Return a text with the pictures that it names; names that GitHub does not know stay."""
    return _NAME.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    return _pictures().get(found[1], found[0])


@cache
def _pictures() -> Mapping[str, str]:
    from emoji import EMOJI_DATA, STATUS  # noqa: PLC0415  it is large, and few pages need it

    whole = [
        (picture, facts)
        for picture, facts in EMOJI_DATA.items()
        if facts["status"] <= STATUS["fully_qualified"]
    ]
    named = {facts["en"]: picture for picture, facts in whole}
    named |= {name: picture for picture, facts in whole for name in facts.get("alias", ())}
    return {name.strip(":"): picture for name, picture in named.items()} | _ELSE
