"""Which languages a bundle speaks, and which words of Qt it takes along."""

from pathlib import Path

import catalogues
import pytest

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def folder_of(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).touch()
    return folder


def test_the_languages_are_those_that_can_be_read() -> None:
    assert {"en", "es"} <= set(catalogues.spoken(RESOURCES / "i18n"))


def test_no_bundle_is_made_where_a_catalogue_was_only_written(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "coursetracker_es.ts", "coursetracker_es.qm")
    assert catalogues.spoken(folder) == ["es"]
    folder_of(folder, "coursetracker_de.ts")
    with pytest.raises(FileNotFoundError, match=r"coursetracker_de\.ts .* dev\.py translate"):
        catalogues.spoken(folder)


def test_of_qts_words_those_of_the_nearest_language_are_taken(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "qtbase_es.qm", "qtbase_de.qm", "qtbase_pt_BR.qm")
    assert catalogues.of_qt(["en", "es"], folder) == {"qtbase_es.qm"}
    assert catalogues.of_qt(["pt"], folder) == {"qtbase_pt_BR.qm"}
    folder_of(folder, "qtbase_pt.qm")
    assert catalogues.of_qt(["pt"], folder) == {"qtbase_pt.qm"}
