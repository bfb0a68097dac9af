"""GitHub Flavored Markdown on Python-Markdown, with the source line on every block.

Written from the GFM specification, version 0.29-gfm (https://github.github.com/gfm/).
"""

from coursetracker.markdown.document import Document, parse, plain_text
from coursetracker.markdown.references import Reference

__all__ = ["Document", "Reference", "parse", "plain_text", "to_html"]


def to_html(text: str) -> str:
    """Return the plain conversion of a text, as GitHub's parser makes it; nothing is sanitised."""
    from coursetracker.markdown import extension  # noqa: PLC0415 - it imports Python-Markdown

    return extension.to_html(text)
