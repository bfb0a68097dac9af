"""Which files of a folder are read, and what is told where they cannot be."""

from pathlib import Path

import pytest

from coursetracker.course.parts import parts_of
from coursetracker.library import folders
from coursetracker.library.folders import holds, read_any, read_folder
from coursetracker.library.sources import read_source
from coursetracker.problems import Problem


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n", "utf-8")


def read(root: Path) -> list[str]:
    return sorted(part.path for part in parts_of(read_folder(root).text))


def test_the_markdown_files_of_a_folder_are_read(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "a/b.markdown", "a/picture.png", "mkdocs.yml")
    source = read_any(tmp_path)
    assert source.is_folder
    assert source.name == tmp_path.name
    assert read(tmp_path) == ["README.md", "a/b.markdown", "mkdocs.yml"]


def test_what_is_no_lesson_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "a.md", ".hidden/x.md", "node_modules/y.md", "img/z.md", "LICENSE.md",
          "CONTRIBUTING.md", "code-of-conduct.md", ".github/t.md")  # fmt: skip
    assert read(tmp_path) == ["a.md"]


def test_translations_are_left_out_and_told(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "README.es.md", "README-zh-CN.md", "a.md", "pt-br/a.md",
          "translations/fr/a.md", "go/first.md")  # fmt: skip
    source = read_folder(tmp_path)
    assert [part.path for part in parts_of(source.text)] == ["README.md", "a.md", "go/first.md"]
    assert {
        each.language: each.path.relative_to(source.path).as_posix() for each in source.translations
    } == {
        "es": "README.es.md",
        "fr": "translations/fr/a.md",
        "pt-br": "pt-br/a.md",
        "zh-cn": "README-zh-CN.md",
    }


def test_a_translation_of_several_files_is_its_folder(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "a.md", "translations/es/README.md", "translations/es/a.md")

    assert [each.path for each in read_folder(tmp_path).translations] == [
        tmp_path.resolve() / "translations" / "es"
    ]


def test_links_never_lead_out_of_the_folder(tmp_path: Path) -> None:
    course, outside = tmp_path / "course", tmp_path / "outside"
    write(course, "a.md")
    write(outside, "secret.md")
    (course / "link.md").symlink_to(outside / "secret.md")
    (course / "inner.md").symlink_to(course / "a.md")
    (course / "all").symlink_to(outside, target_is_directory=True)
    (course / "loop").symlink_to(course, target_is_directory=True)
    assert read(course) == ["a.md", "inner.md"]


@pytest.mark.parametrize(
    ("limit", "value", "sentence"),
    [
        ("MAX_FILES", 2, "more than 2"),
        ("MAX_DEPTH", 1, "more than 1 folders"),
        ("MAX_TOTAL", 9, "MB"),
    ],
)
def test_limits_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, sentence: str
) -> None:
    write(tmp_path, "a.md", "b.md", "c/d/e.md")
    monkeypatch.setattr(folders, limit, value)
    with pytest.raises(Problem) as told:
        read_folder(tmp_path)
    assert sentence in str(told.value.told(str))


def test_a_file_that_cannot_be_read_is_named_and_the_others_are(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "empty.md").write_text("", "utf-8")
    source = read_folder(tmp_path)
    assert source.notice is not None
    assert source.notice.facts["names"] == "empty.md"


def test_a_folder_without_lessons_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "notes.txt")
    with pytest.raises(Problem, match="no Markdown file"):
        read_folder(tmp_path)


def test_it_is_known_whether_anything_has_changed(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.md")
    text = read_folder(tmp_path).text
    assert holds(tmp_path, text)
    write(tmp_path, "c.md")
    assert not holds(tmp_path, text)


def test_a_single_file_cannot_pass_for_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "evil.md"
    path.write_text("\x1c/etc/passwd\n# x\n", "utf-8")
    assert not read_source(path).is_folder
