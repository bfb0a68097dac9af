"""What tests need to look at a page's HTML."""

from collections.abc import Container

from coursetracker.markdown import parse
from coursetracker.markdown.page import PageLook, page_html

LOOK = PageLook(
    text="#1d2430",
    muted="#5c6675",
    link="#0a5f9e",
    ground="#ffffff",
    shade="#f1f3f6",
    rule="#d5dae1",
    mono="Mono",
    size=10,
    dark=False,
)


def body(
    text: str,
    without: Container[int] = frozenset(),
    pictures: tuple[str, ...] = (),
    toggled: Container[str] = frozenset(),
) -> str:
    """Return what stands in the body of a text's page."""
    document = parse(text)
    html = page_html(
        document.page(document.root),
        LOOK,
        lambda name: f"pic:{name}" if name in pictures else None,
        without,
        toggled,
    )
    return html.partition("<body>")[2].removesuffix("</body></html>")
