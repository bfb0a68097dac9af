"""Texts that make careless parsers take quadratic time, or overflow the stack."""

import time
from collections.abc import Callable

import pytest

from coursetracker.markdown import parse, plain_text, to_html

ENOUGH = 6.0
"""CPU seconds; most take a hundredth of it, and hours if the time grows with the square."""

HOSTILE: dict[str, Callable[[], str]] = {
    "nested quotes": lambda: ">" * 20_000 + "a",
    "nested lists": lambda: "- " * 10_000 + "a",
    "lists by indentation": lambda: "\n".join("  " * n + "- a" for n in range(500)),
    "opening brackets": lambda: "[" * 50_000,
    "brackets in pairs": lambda: "[" * 25_000 + "a" + "]" * 25_000,
    "links in links": lambda: "[" * 10_000 + "a" + "](b)" * 10_000,
    "images then links": lambda: "![" * 10_000 + "[a](b)" * 10_000,
    "unclosed destinations": lambda: "[a](<b" * 10_000,
    "unclosed titles": lambda: '[a](b "c' * 10_000,
    "delimiters of two kinds": lambda: "*a_ " * 10_000,
    "triple delimiters": lambda: "***a " * 5_000,
    "tildes and stars": lambda: "~*" * 15_000,
    "nested emphasis": lambda: "*a **b " * 10_000 + "** *" * 10_000,
    "backticks of all lengths": lambda: "".join("e" + "`" * n for n in range(1, 800)),
    "unclosed comments": lambda: "a <!-- " * 10_000,
    "comments that do not end": lambda: "<!-- a--->" * 10_000,
    "unclosed tags": lambda: "<a " * 10_000,
    "unclosed attributes": lambda: "<a b=\"<a b='" * 10_000,
    "mail without domain": lambda: "a" * 100_000 + " @",
    "addresses without scheme": lambda: "a" * 100_000 + "://",
    "addresses with parentheses": lambda: "http://a.b/" + ")" * 50_000,
    "addresses with references": lambda: "http://a.b/" + "&amp;" * 20_000,
    "domains with underscores": lambda: "_www." * 20_000,
    "definitions": lambda: "[a]: u\n" * 20_000,
    "unclosed definition titles": lambda: '[a]: u "' + "x\n" * 20_000,
    "headings by definitions": lambda: "[a]: b\n===\n" * 10_000,
    "delimiter rows": lambda: "a\n" + "|-|\n" * 20_000,
    "cells left out": lambda: "|a" * 2_000 + "\n" + "|-" * 2_000 + "\n" + "|b\n" * 500,
    "tabs": lambda: "> " * 50 + "\t" * 100_000 + "a",
    "front matter": lambda: "---\na" + " " * 100_000 + "\n---\n",
    "headings in raw HTML": lambda: "<h1>\n" * 10_000,
    "trailing spaces": lambda: ("a" + " " * 1_000 + "\n") * 100,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_only(name: str) -> None:
    text = HOSTILE[name]()
    start = time.process_time()
    to_html(text)
    document = parse(text)
    plain_text(document.inlined(document.root))
    assert document.anchors is not None
    assert time.process_time() - start < ENOUGH
