import errno
import os
from pathlib import Path

import pytest

from coursetracker.export.pdf import write_pdf
from coursetracker.export.report import Report, report
from coursetracker.problems import Problem
from export.courses import english, facts, half_done, ml_course


@pytest.fixture(scope="module")
def made() -> Report:
    return report(half_done(ml_course()), facts(), english)


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def quietly(done: int, total: int) -> None:
    """Stand for a window that nobody calls off."""


def test_the_file_is_written_whole_and_nothing_is_left_beside_it(
    made: Report, tmp_path: Path
) -> None:
    target = tmp_path / "mi progreso – año 1.pdf"
    steps: list[tuple[int, int]] = []

    replaced = write_pdf(made, target, lambda done, total: steps.append((done, total)))

    assert replaced == ()
    assert target.read_bytes().startswith(b"%PDF-")
    assert names_in(tmp_path) == [target.name]
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_the_same_report_gives_the_same_bytes(made: Report, tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"

    write_pdf(made, first, quietly)
    write_pdf(made, second, quietly)

    assert first.read_bytes() == second.read_bytes()


class Cancelled(Exception):
    pass


@pytest.mark.parametrize("step", [0, 1, 2])
def test_calling_it_off_leaves_what_was_there(made: Report, tmp_path: Path, step: int) -> None:
    target = tmp_path / "report.pdf"
    target.write_text("last week's")

    def cancel(done: int, total: int) -> None:
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(made, target, cancel)

    assert names_in(tmp_path) == ["report.pdf"]
    assert target.read_text() == "last week's"


def test_a_missing_folder_is_named(made: Report, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"There is no folder .*gone"):
        write_pdf(made, tmp_path / "gone" / "report.pdf", quietly)


def test_a_folder_is_no_target(made: Report, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is a folder"):
        write_pdf(made, tmp_path, quietly)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused_before_the_work(made: Report, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Problem, match="not allowed"):
        write_pdf(made, tmp_path / "report.pdf", quietly)


def test_a_folder_that_may_not_be_written_is_refused(
    made: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(Problem, match="not allowed"):
        write_pdf(made, tmp_path / "report.pdf", quietly)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "not allowed"),
        (errno.ENOENT, "There is no folder"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_what_the_system_says_becomes_a_sentence_and_leaves_nothing(
    made: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Problem, match=sentence):
        write_pdf(made, tmp_path / "report.pdf", quietly)

    assert names_in(tmp_path) == []
