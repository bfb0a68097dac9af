"""GitHub's names for pictures."""

from time import process_time

import pytest

from coursetracker.markdown import to_html
from pages import body


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (":rocket: up", "🚀 up"),
        (":tada::+1:", "🎉👍"),
        ("**:white_check_mark:** a", "✅"),
        ("(:1st_place_medal:)", "🥇"),
        (":beetle: :egg: :bug:", "🪲 🥚 🐛"),
        ("<p>:books:</p>", "📚"),
        ("# :book: Title", "📖 Title"),
    ],
)
def test_names_become_pictures(text: str, shown: str) -> None:
    html = body(text)
    assert shown in html
    assert ":" not in html


@pytest.mark.parametrize(
    "text",
    ["`:rocket:`", "<code>:rocket:</code>", "<samp>:rocket:</samp>", "    :rocket:", "a:100:b",
     ":no-such-picture:", ":rocket", "10:30:45", "::", "[a](x:rocket:y)"],
)  # fmt: skip
def test_code_and_what_is_no_name_stay(text: str) -> None:
    html = body(text)
    assert "🚀" not in html
    assert "💯" not in html


def test_the_plain_conversion_knows_no_pictures() -> None:
    assert to_html(":rocket:") == "<p>:rocket:</p>\n"


def test_many_names_take_no_time() -> None:
    started = process_time()
    body(" ".join(f":n{n}:" for n in range(50_000)) + ":" * 50_000 + ":a" * 50_000)
    assert process_time() - started < 6
