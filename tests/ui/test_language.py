"""The catalogues are whole and up to date, and the program speaks them."""

import shutil
import subprocess
import sys
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from coursetracker.resources import OWN_LANGUAGE, resources
from coursetracker.ui.language import speaker
from coursetracker.ui.quantities import Quantities
from coursetracker.ui.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((resources() / "i18n").glob("coursetracker_*.ts"))
SPANISH = resources() / "i18n" / "coursetracker_es.ts"
TOOLS = Path(sys.executable).parent

each_catalogue = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
needs_tools = pytest.mark.skipif(
    not (TOOLS / "pyside6-lupdate").exists(), reason="needs Qt's tools for catalogues"
)


def messages(catalogue: Path) -> list[tuple[str, ET.Element]]:
    """Return the sentences that are in use, each with the name of its context."""
    return [
        (context.findtext("name", ""), message)
        for context in ET.parse(catalogue).getroot().iter("context")
        for message in context.iter("message")
        if kind(message) not in ("vanished", "obsolete")
    ]


def sentences(catalogue: Path) -> set[tuple[str, str]]:
    """Return the sentences that are in use, with their contexts, without translations."""
    return {(name, message.findtext("source", "")) for name, message in messages(catalogue)}


def translations(message: ET.Element) -> list[str]:
    """Return the translation of a sentence, or one for each form of number."""
    if message.get("numerus") == "yes":
        return [form.text or "" for form in message.iter("numerusform")]
    return [message.findtext("translation", "")]


def kind(message: ET.Element) -> str:
    translation = message.find("translation")
    return "" if translation is None else translation.get("type", "")


@each_catalogue
def test_no_sentence_is_unfinished(catalogue: Path) -> None:
    unfinished = [
        message.findtext("source")
        for _, message in messages(catalogue)
        if kind(message) == "unfinished" or not all(translations(message))
    ]
    assert unfinished == []


@each_catalogue
@needs_tools
def test_the_catalogue_holds_the_sentences_of_the_code(catalogue: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    own = ["-pluralonly"] if catalogue.stem.endswith(f"_{OWN_LANGUAGE}") else []
    options = [*own, "-extensions", "py", "src/coursetracker", "-ts", str(fresh)]
    subprocess.run([TOOLS / "pyside6-lupdate", *options], cwd=ROOT, check=True, capture_output=True)
    assert sentences(fresh) == sentences(catalogue)


@each_catalogue
@needs_tools
def test_what_is_read_is_made_from_the_catalogue(catalogue: Path, tmp_path: Path) -> None:
    source = shutil.copy(catalogue, tmp_path)
    made = tmp_path / "made.qm"
    subprocess.run(
        [TOOLS / "pyside6-lrelease", source, "-qm", made], check=True, capture_output=True
    )
    assert made.read_bytes() == catalogue.with_suffix(".qm").read_bytes()


@each_catalogue
def test_facts_stand_in_every_translation_as_in_the_original(catalogue: Path) -> None:
    def facts(sentence: str) -> set[str]:
        named = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
        return named | {"%Ln"} if "%Ln" in sentence else named

    for _, message in messages(catalogue):
        source, forms = message.findtext("source", ""), translations(message)
        assert facts(source) == facts(forms[-1]), source
        for form in forms:  # one of something need not be named by its number
            assert facts(form) <= facts(source), source


def amounts() -> tuple[str, ...]:
    """Return some amounts as the program says them."""
    say = Quantities()
    return say.lessons(1), say.lessons(2), say.lessons(12_000), say.hours(1.0), say.hours(1.5)


def test_one_is_not_told_as_many(window: MainWindow) -> None:
    assert amounts() == ("1 lesson", "2 lessons", "12,000 lessons", "1 hour", "1.5 hours")


def test_one_is_not_told_as_many_in_spanish(spanish: None) -> None:
    assert amounts() == ("1 lección", "2 lecciones", "12.000 lecciones", "1 hora", "1,5 horas")


def test_the_program_speaks_spanish_qts_own_words_included(spanish: None) -> None:
    assert speaker("Furnishing")("&File") == "&Archivo"
    assert speaker("Report")("Progress report") == "Informe de progreso"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert QLocale().decimalPoint() == ","


@needs_tools
def test_a_third_language_is_one_file(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src" / "coursetracker", tmp_path / "coursetracker")
    shutil.copytree(resources(), tmp_path / "coursetracker" / "resources")
    folder = tmp_path / "coursetracker" / "resources" / "i18n"
    tree = ET.parse(SPANISH)
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
