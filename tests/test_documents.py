"""What the documents name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    ROOT / "README.md", ROOT / "packaging" / "README.md", *sorted((ROOT / "docs").glob("*.md"))
]  # fmt: skip
LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:src|tests|docs|resources|packaging)/[\w./-]+)`")
MODULE = re.compile(r"`((?:ui|library|course|progress|export|markdown|seeking)[./][a-z_./]+)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_paths_of_a_document_lead_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    links = [each for each in LINK.findall(text) if not each.startswith(("http", "mailto"))]
    lost = [each for each in links if not (document.parent / each).exists()]
    assert lost == []
    paths = [each for each in PATH.findall(text) if "XX" not in each and "*" not in each]
    assert [each for each in paths if not (ROOT / each).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_of_a_document_are_there(document: Path) -> None:
    lost = []
    for named in MODULE.findall(document.read_text("utf-8")):
        path = ROOT / "src" / "coursetracker" / named.removesuffix(".py").replace(".", "/")
        inner = path.with_suffix(".py").exists() or path.is_dir()
        if not inner and not path.parent.with_suffix(".py").exists() and not path.exists():
            lost.append(named)
    assert lost == []
