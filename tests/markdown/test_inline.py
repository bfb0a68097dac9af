import pytest

from coursetracker.markdown import to_html


def inline(source: str) -> str:
    return to_html(source).removeprefix("<p>").removesuffix("</p>\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*a* _b_", "<em>a</em> <em>b</em>"),
        ("**a** __b__", "<strong>a</strong> <strong>b</strong>"),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("***a* b**", "<strong><em>a</em> b</strong>"),
        ("*a **b***", "<em>a <strong>b</strong></em>"),
        ("snake_case_name", "snake_case_name"),
        ("sub*word*s", "sub<em>word</em>s"),
        ("a * b * c", "a * b * c"),
        ("**a*", "*<em>a</em>"),
        ("*a**b*", "<em>a**b</em>"),
        ("_(a)_.", "<em>(a)</em>."),
        ("«*a*»", "«<em>a</em>»"),
        ("*\u00a0a*", "*\u00a0a*"),
        ("**a **b** c**", "<strong>a b c</strong>"),
        ("*a [b*](/u)", '*a <a href="/u">b*</a>'),
        ("~a~ ~~b~~", "<del>a</del> <del>b</del>"),
        ("~~a~ b~~", "~~a~ b~~"),
        ("~~~ a~~~", '<pre><code class="language-a~~~"></code></pre>\n'),
        ("x ~~~a~~~", "x ~~~a~~~"),
        ("_a_~b", "_a_~b"),
    ],
)
def test_delimiters_pair(source: str, expected: str) -> None:
    assert inline(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("`a*b*`", "<code>a*b*</code>"),
        ("`` a`b ``", "<code>a`b</code>"),
        ("`  `", "<code>  </code>"),
        ("`a\nb`", "<code>a b</code>"),
        ("``a`", "``a`"),
        ("`\\`b`", "<code>\\</code>b`"),
        ("\\`a`", "`a`"),
        ("*`a*`", "*<code>a*</code>"),
    ],
)
def test_code_spans_are_literal(source: str, expected: str) -> None:
    assert inline(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\*a\* \# \a", r"*a* # \a"),
        ("&eacute;&#65;&#x42;", "éAB"),
        ("&nothing; &#0; &#xD800; & &;", "&amp;nothing; \ufffd \ufffd &amp; &amp;;"),
        ("&#1114112;", "\ufffd"),
        ("a  \nb", "a<br />\nb"),
        ("a\\\nb", "a<br />\nb"),
        ("a \t\nb", "a\nb"),
        ("a\nb", "a\nb"),
        ('"a" < b', "&quot;a&quot; &lt; b"),
    ],
)
def test_escapes_references_and_line_ends(source: str, expected: str) -> None:
    assert inline(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a](/u)", '<a href="/u">a</a>'),
        ('[a](/u "t")', '<a href="/u" title="t">a</a>'),
        ("[a]( </u v>\n't' )", '<a href="/u%20v" title="t">a</a>'),
        ("[a](/u (t))", '<a href="/u" title="t">a</a>'),
        ("[a]()", '<a href="">a</a>'),
        ("[a](b c)", "[a](b c)"),
        ('[a](b"t")', '<a href="b%22t%22">a</a>'),
        ("[a](<b)", "[a](&lt;b)"),
        (r"[a](b\)c)", '<a href="b)c">a</a>'),
        (r"[a](b\\(c))", r'<a href="b%5C(c)">a</a>'),
        ("[a](b(c)d)", '<a href="b(c)d">a</a>'),
        ("[a](b(c)", "[a](b(c)"),
        ("[a](" + "(" * 40 + ")" * 40 + ")", "[a](" + "(" * 40 + ")" * 40 + ")"),
        ("[a](ü?x=1&amp;y)", '<a href="%C3%BC?x=1&amp;y">a</a>'),
        ("[a](it's)", '<a href="it&#x27;s">a</a>'),
        ("[a [b](/c)](/d)", '[a <a href="/c">b</a>](/d)'),
        ("[a ![b](/c)](/d)", '<a href="/d">a <img src="/c" alt="b" /></a>'),
        ("[*a](/u)*", '<a href="/u">*a</a>*'),
        ("[`a](/u)`", "[<code>a](/u)</code>"),
        ("a] b", "a] b"),
        ("[a", "[a"),
        ("![a", "![a"),
        (r"!\[a](/u)", "![a](/u)"),
        (r"\![a](/u)", '!<a href="/u">a</a>'),
    ],
)
def test_inline_links(source: str, expected: str) -> None:
    assert inline(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![a *b*\nc](/u 't')", '<img src="/u" alt="a b c" title="t" />'),
        ("![a `b` <i> ![c](/d)](/u)", '<img src="/u" alt="a b &lt;i&gt; c" />'),
        ("![[a](/b)](/u)", '<img src="/u" alt="a" />'),
        ("![a\\\nb](/u)", '<img src="/u" alt="a b" />'),
        ("![a@b.cc](/u)", '<img src="/u" alt="a@b.cc" />'),
        ("![](/u)", '<img src="/u" alt="" />'),
    ],
)
def test_images_are_described_by_their_text(source: str, expected: str) -> None:
    assert inline(source) == expected


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("[text][Ref]", '<a href="/u" title="t">text</a>'),
        ("[ref][]", '<a href="/u" title="t">ref</a>'),
        ("[REF]", '<a href="/u" title="t">REF</a>'),
        ("[ ref\n]", '<a href="/u" title="t"> ref\n</a>'),
        ("![ref]", '<img src="/u" alt="ref" title="t" />'),
        ("[text][none]", "[text][none]"),
        ("[a][ref](x)", '<a href="/u" title="t">a</a>(x)'),
        ("[a](x y)[ref]", '[a](x y)<a href="/u" title="t">ref</a>'),
        ("[[ref]]", '[<a href="/u" title="t">ref</a>]'),
        ("[a [b] ref]", "[a [b] ref]"),
        ("[" + "a" * 1000 + "]", "[" + "a" * 1000 + "]"),
    ],
)
def test_reference_links(use: str, expected: str) -> None:
    assert inline(f"{use}\n\n[ref]: /u 't'") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<https://a.b?c=*d*>", '<a href="https://a.b?c=*d*">https://a.b?c=*d*</a>'),
        ("<me@a.org>", '<a href="mailto:me@a.org">me@a.org</a>'),
        ("<a+b:c>", '<a href="a+b:c">a+b:c</a>'),
        ("<t:&amp;>", "&lt;t:&amp;&gt;"),
        ("<tel:&amp;>", '<a href="tel:&amp;">tel:&amp;</a>'),
        ("< https://a.b>", '&lt; <a href="https://a.b%3E">https://a.b&gt;</a>'),
        ("a <b c='d'> </b > <e/>", "a <b c='d'> </b > <e/>"),
        ("a <b c=d e f>", "a <b c=d e f>"),
        ("a <b c='d>", "a &lt;b c='d&gt;"),
        ("a <1>", "a &lt;1&gt;"),
        ("a <!-- b\nc --> d", "a <!-- b\nc --> d"),
        ("a <!--> <!---> <!---->", "a <!--> <!---> <!---->"),
        ("a <!-- b --", "a &lt;!-- b --"),
        ("a <!-- <!-- b", "a &lt;!-- &lt;!-- b"),
        ("a <?b?> <!C d> <![CDATA[e]]>", "a <?b?> <!C d> <![CDATA[e]]>"),
        ("a <!C d", "a &lt;!C d"),
    ],
)
def test_pointed_brackets(source: str, expected: str) -> None:
    assert inline(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("see www.a.org.", 'see <a href="http://www.a.org">www.a.org</a>.'),
        ("https://a.org/x_y_z", '<a href="https://a.org/x_y_z">https://a.org/x_y_z</a>'),
        ("(http://a.org/(b))", '(<a href="http://a.org/(b)">http://a.org/(b)</a>)'),
        ("http://a.org/b;c; d", '<a href="http://a.org/b;c">http://a.org/b;c</a>; d'),
        ("http://a.org&amp; b", '<a href="http://a.org">http://a.org</a>&amp; b'),
        ("*http://a.org*", '<em><a href="http://a.org">http://a.org</a></em>'),
        ("ftp://a.org<b>", '<a href="ftp://a.org">ftp://a.org</a><b>'),
        ("http://localhost:80/ x", '<a href="http://localhost:80/">http://localhost:80/</a> x'),
        ("http://a_b.org x", "http://a_b.org x"),
        ("xhttp://a.org", "xhttp://a.org"),
        ("irc://a.org", "irc://a.org"),
        ("http:// a", "http:// a"),
        ("a:b", "a:b"),
        ("xwww.a.org www b://", "xwww.a.org www b://"),
        ("[www.a.org http://b.c", "[www.a.org http://b.c"),
        (
            "http://" + "a_." * 12 + "b_c",
            f'<a href="http://{"a_." * 12}b_c">http://{"a_." * 12}b_c</a>',
        ),
        ("me@a.org, b", '<a href="mailto:me@a.org">me@a.org</a>, b'),
        ("mailto:me@a.org", '<a href="mailto:me@a.org">mailto:me@a.org</a>'),
        ("a_b@c_d.org", '<a href="mailto:a_b@c_d.org">a_b@c_d.org</a>'),
        (
            "a_b@c.d+a_b@c.d",
            '<a href="mailto:a_b@c.d">a_b@c.d</a><a href="mailto:+a_b@c.d">+a_b@c.d</a>',
        ),
        ("a@b a@b.c1 a.b@c@d @", "a@b a@b.c1 a.b@c@d @"),
        (
            "`x` me@a.org `y`",
            '<code>x</code> <a href="mailto:me@a.org">me@a.org</a> <code>y</code>',
        ),
        ("a@b@c.org", 'a@<a href="mailto:b@c.org">b@c.org</a>'),
        ("[me@a.org](/u)", '<a href="/u">me@a.org</a>'),
        ("[*me@a.org*](/u)", '<a href="/u"><em>me@a.org</em></a>'),
    ],
)
def test_addresses_without_marks(source: str, expected: str) -> None:
    assert inline(source) == expected


def test_elements_beyond_the_deepest_are_their_text() -> None:
    html = inline("*a **b " * 200 + "c** d* " * 200)
    assert html.count("<em>") + html.count("<strong>") == 100
    assert html.count("c") + html.count("d") == 400


def test_brackets_that_held_a_link_make_no_other() -> None:
    assert inline("[[[a](/b) c](/d) e](/f) [g](/h)") == (
        '[[<a href="/b">a</a> c](/d) e](/f) <a href="/h">g</a>'
    )
