from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

import markdown
from coursetracker.markdown import to_html
from coursetracker.markdown.extension import GitHubExtension


def test_python_markdown_converts_as_github_with_the_extension() -> None:
    converter = markdown.Markdown(extensions=[GitHubExtension()])
    assert converter.convert("- [x] a\n- b [r]\n\n[r]: /u") == to_html(
        "- [x] a\n- b [r]\n\n[r]: /u"
    ).rstrip("\n")


def test_one_converter_serves_many_texts() -> None:
    converter = markdown.Markdown(extensions=[GitHubExtension()], output_format="html")
    assert converter.convert("[r]\n\n[r]: /u") == '<p><a href="/u">r</a></p>'
    assert converter.references == {"r": ("/u", "")}
    assert converter.reset().convert("[r]") == "<p>[r]</p>"


def test_tree_processors_of_other_extensions_see_the_tree() -> None:
    class Shout(Treeprocessor):
        def run(self, root):  # type: ignore[no-untyped-def]
            for heading in root.iter("h1"):
                heading.text = heading.text.upper()

    class Shouting(Extension):
        def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
            md.treeprocessors.register(Shout(md), "shout", 0)

    converter = markdown.Markdown(extensions=[GitHubExtension(), Shouting()])
    assert converter.convert("# a") == "<h1>A</h1>"


def test_no_text_can_pose_as_python_markdowns_own_marks() -> None:
    source = "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 <b>x</b>\n\n<div>y</div>"
    assert to_html(source) == f"<p>{source.splitlines()[0]}</p>\n<div>y</div>\n"


def test_a_blank_text_makes_no_html() -> None:
    assert to_html(" \n\t\n") == ""
    assert to_html("[a]: /only-a-definition") == ""
