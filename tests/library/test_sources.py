"""What is found where a course should be is read as well as can be, or refused in a sentence."""

import hashlib
import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetracker.library import sources
from coursetracker.library.sources import MAX_BYTES, read_source
from coursetracker.problems import Problem
from library.conftest import AsNobody

TEXT = "# Introducción\n\n- [ ] Un año 🎓\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "un curso ñ.md"


def refusal(path: Path) -> str:
    with pytest.raises(Problem) as problem:
        read_source(path)
    assert str(path.name) in str(problem.value) or "�" in str(problem.value)
    return str(problem.value)


# What can be read


def test_a_file_is_read_with_the_hash_of_its_bytes(file: Path) -> None:
    file.write_text(TEXT, "utf-8")

    source = read_source(file)

    assert (source.path, source.text, source.notice) == (file, TEXT, None)
    assert source.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_path_becomes_absolute_and_links_are_followed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(TEXT, "utf-8")
    Path(file.parent / "link.md").symlink_to(file.name)
    monkeypatch.chdir(file.parent)

    assert read_source(Path("link.md")).path == read_source(Path(file.name)).path == file


def test_line_ends_stay_as_they_are(file: Path) -> None:
    file.write_bytes(b"# a\r\nb\rc\n")

    assert read_source(file).text == "# a\r\nb\rc\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_however_it_is_encoded(file: Path, encoding: str) -> None:
    file.write_bytes(TEXT.encode(encoding))

    source = read_source(file)

    assert (source.text, source.notice) == (TEXT, None)


def test_utf_16_with_the_high_byte_first_is_known_by_its_mark(file: Path) -> None:
    file.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))

    assert read_source(file).text == TEXT


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_marked_text_is_read_without_a_word(text: str, encoding: str) -> None:
    assert sources._decoded(text.encode(encoding), Path("x")) == (text, None)


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        text, notice = sources._decoded(content, Path("x"))
    except Problem:
        return
    text.encode()
    assert notice is None or "UTF-8" in str(notice)


def test_a_file_in_windows_1252_is_read_as_such_and_told(file: Path) -> None:
    file.write_bytes("# Introducción\n\nAño “nuevo”\n".encode("cp1252"))

    source = read_source(file)

    assert source.text == "# Introducción\n\nAño “nuevo”\n"
    assert "read as Windows-1252" in str(source.notice)


def test_a_bad_byte_in_utf_8_is_shown_and_its_line_told(file: Path) -> None:
    file.write_bytes("# Introducción\r\nAño\rx\n".encode() + b"bad: \xff\n")

    source = read_source(file)

    assert source.text.endswith("bad: �\n")
    assert "the first in line 4" in str(source.notice)


def test_half_a_character_of_utf_16_is_told(file: Path) -> None:
    file.write_bytes("a\nb".encode("utf-16") + b"\x00")

    source = read_source(file)

    assert source.text == "a\nb�"
    assert "the first in line 2" in str(source.notice)


def test_zero_bytes_far_into_a_text_do_not_make_it_binary(file: Path) -> None:
    file.write_bytes(b"# a\n" * 5000 + b"\x00")

    assert read_source(file).text.endswith("\x00")


def test_a_hundred_thousand_headings_are_read(file: Path) -> None:
    file.write_text("# Heading\n" * 100_000)

    assert read_source(file).text.count("#") == 100_000


def test_a_file_that_does_not_know_its_size_is_read() -> None:
    assert read_source(Path("/proc/self/status")).text.startswith("Name:")


# What is refused


def test_a_missing_file_is_told_with_what_to_do(file: Path) -> None:
    assert refusal(file) == (
        f"There is no file at {file}. It may have been moved or renamed: "
        "choose File > Open a course… and find it."
    )


def test_below_a_file_and_beyond_all_names_there_is_no_file(file: Path) -> None:
    file.touch()

    assert "There is no file" in refusal(file / "lesson.md")
    assert "There is no file" in refusal(file.parent / ("x" * 300))


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe\n\x00"])
def test_an_empty_file_is_told(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert "is empty" in refusal(file)


def test_a_folder_is_for_a_later_version(file: Path) -> None:
    file.mkdir()

    assert "Choose a Markdown file inside it" in refusal(file)


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"\x7fELF\x02\x01\x01\x00" + bytes(8) + b"\x03\x00>\x00\x01",
        b"text\x00text",
        bytes(100),
    ],
)
def test_a_binary_file_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert "is not a text file" in refusal(file)


def test_a_file_over_the_limit_is_told_with_both_sizes(file: Path) -> None:
    with file.open("wb") as large:
        large.truncate(MAX_BYTES + 12_345_678)

    assert "has 32.3 MB, and course files may have 20 MB at most" in refusal(file)


def test_a_file_that_grows_while_it_is_read_is_held_to_the_limit(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 10)

    assert "20 MB" not in refusal(Path("/proc/self/status"))


def test_the_largest_file_allowed_is_read(file: Path) -> None:
    file.write_bytes(b"# a\n" * (MAX_BYTES // 4))

    assert len(read_source(file).text) == MAX_BYTES


def test_a_link_to_itself_is_told(file: Path) -> None:
    file.symlink_to(file)

    assert "leads back to itself" in refusal(file)


def test_a_pipe_is_refused_without_waiting_for_it(file: Path) -> None:
    os.mkfifo(file)

    assert "is a device or a pipe" in refusal(file)


def test_devices_and_sockets_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.md")
        assert "is a device or a pipe" in refusal(tmp_path / "s.md")
    assert "is a device or a pipe" in refusal(Path("/dev/zero"))


def test_a_file_that_may_not_be_read_is_told(open_folder: Path, as_nobody: AsNobody) -> None:
    (open_folder / "secret.md").write_text(TEXT)
    (open_folder / "secret.md").chmod(0)
    (open_folder / "secrets").mkdir(mode=0)

    with as_nobody():
        assert "You are not allowed to read" in refusal(open_folder / "secret.md")
        assert "You are not allowed to read" in refusal(open_folder / "secrets")
        assert "You are not allowed to read" in refusal(open_folder / "secrets" / "course.md")


def test_an_error_of_the_disk_is_told(file: Path) -> None:
    assert "The disk could not read" in refusal(Path("/proc/self/mem"))


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.md"))
    path.write_text(TEXT)

    assert "Rename it" in refusal(path)


def test_a_readme_goes_by_the_name_of_its_folder(tmp_path: Path) -> None:
    for path, name in ((tmp_path / "curso" / "README.md", "curso"), (tmp_path / "a.md", "a")):
        path.parent.mkdir(exist_ok=True)
        path.write_text("text", "utf-8")
        assert read_source(path).name == name
