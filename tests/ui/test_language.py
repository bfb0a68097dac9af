"""The catalogue is whole and up to date, and the program speaks it."""

import shutil
import subprocess
import sys
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from coursetracker.resources import resources
from coursetracker.ui.language import speaker

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = resources() / "i18n" / "coursetracker_es.ts"
TOOLS = Path(sys.executable).parent


def sentences(catalogue: Path) -> set[tuple[str, str]]:
    """Return the sentences that are in use, with their contexts."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(catalogue).getroot().iter("context")
        for message in context.iter("message")
        if kind(message) not in ("vanished", "obsolete")
    }


def kind(message: ET.Element) -> str:
    translation = message.find("translation")
    return "" if translation is None else translation.get("type", "")


def test_no_sentence_is_unfinished() -> None:
    unfinished = [
        message.findtext("source")
        for message in ET.parse(CATALOGUE).getroot().iter("message")
        if kind(message) == "unfinished" or not message.findtext("translation")
    ]
    assert unfinished == []


@pytest.mark.skipif(not (TOOLS / "pyside6-lupdate").exists(), reason="needs pyside6-lupdate")
def test_the_catalogue_holds_the_sentences_of_the_code(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    options = ["-extensions", "py", "src/coursetracker", "-ts", str(fresh)]
    subprocess.run(
        [str(TOOLS / "pyside6-lupdate"), *options], cwd=ROOT, check=True, capture_output=True
    )
    assert sentences(fresh) == sentences(CATALOGUE)


@pytest.mark.skipif(not (TOOLS / "pyside6-lrelease").exists(), reason="needs pyside6-lrelease")
def test_the_shipped_catalogue_is_made_from_its_source(tmp_path: Path) -> None:
    source = shutil.copy(CATALOGUE, tmp_path)
    made = tmp_path / "made.qm"
    subprocess.run(
        [TOOLS / "pyside6-lrelease", source, "-qm", made], check=True, capture_output=True
    )
    assert made.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes()


def test_facts_stand_in_every_translation_as_in_the_original() -> None:
    def facts(sentence: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}

    for message in ET.parse(CATALOGUE).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        assert facts(source) == facts(translation), source


def test_the_program_speaks_spanish_qts_own_words_included(spanish: None) -> None:
    assert speaker("Furnishing")("&File") == "&Archivo"
    assert speaker("Report")("Progress report") == "Informe de progreso"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert QLocale().decimalPoint() == ","


@pytest.mark.skipif(not (TOOLS / "pyside6-lrelease").exists(), reason="needs pyside6-lrelease")
def test_a_third_language_is_one_file(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src" / "coursetracker", tmp_path / "coursetracker")
    shutil.copytree(resources(), tmp_path / "coursetracker" / "resources")
    folder = tmp_path / "coursetracker" / "resources" / "i18n"
    tree = ET.parse(CATALOGUE)
    tree.getroot().set("language", "eo")
    for message in tree.getroot().iter("message"):
        if message.findtext("source") == "usage: ":
            message.find("translation").text = "uzado: "  # type: ignore[union-attr]
    tree.write(folder / "coursetracker_eo.ts", "utf-8")
    subprocess.run([TOOLS / "pyside6-lrelease", folder / "coursetracker_eo.ts"], check=True)
    ended = subprocess.run(
        [sys.executable, "-m", "coursetracker", "--lang", "eo", "--help"],
        check=True, capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert ended.stdout.startswith("uzado: coursetracker")
    assert "{en,eo,es}" in ended.stdout
