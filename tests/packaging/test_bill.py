"""The bill of materials: whose a file is, by which licence, and in which words."""

import json
import re
import sys
from importlib import metadata
from pathlib import Path

import bill
import owners
import pytest

ROOT = Path(__file__).resolve().parents[2]
ICON = ROOT / "resources" / "icons" / "lucide" / "undo-2.svg"
FONT = ROOT / "resources" / "fonts" / "NotoSans-Regular.ttf"


def of_wheel(name: str, ending: str) -> tuple[str, str]:
    """Return the target and the source of a file that a wheel brought."""
    found = metadata.distribution(name)
    file = next(file for file in found.files or () if str(file).endswith(ending))
    return str(file), str(found.locate_file(file))


@pytest.fixture(scope="module")
def everything() -> list[owners.Component]:
    entries = [
        ("coursetracker", str(ROOT / "src" / "coursetracker" / "__main__.py")),
        ("resources/fonts/NotoSans-Regular.ttf", str(FONT)),
        ("resources/icons/lucide/undo-2.svg", str(ICON)),
        ("", json.__file__),
        of_wheel("PySide6_Essentials", "QtCore.pyi"),
        of_wheel("PySide6_Essentials", "translations/qtbase_es.qm"),
        of_wheel("typst", "py.typed"),
        of_wheel("pyinstaller", "PyInstaller/__init__.py"),
        ("strange.bin", "/nowhere/strange.bin"),
    ]
    return bill.components(entries, "1.2")


def test_each_file_is_someones(everything: list[owners.Component]) -> None:
    licences = {found.name: found.licence for found in everything}
    assert licences["coursetracker"] == "MIT"
    assert licences["Noto Sans Regular"] == "OFL-1.1"
    assert licences["Lucide"] == "ISC AND MIT"
    assert licences["Python"] == "PSF-2.0"
    assert licences["PySide6_Essentials"] == "LGPL-3.0-only"
    assert licences["typst"] == "Apache-2.0"
    assert licences["strange.bin"] == ""  # which no package may hold
    held = [file for found in everything for file in found.files]
    assert "coursetracker" in held
    assert len(held) == len(set(held)) == 8


def test_the_bill_names_what_is_linked_into_others(everything: list[owners.Component]) -> None:
    typst = next(found for found in everything if found.name == "typst")
    assert {"rustybuzz", "typst-pdf"} <= {part["name"] for part in typst.parts}
    assert {"PyInstaller bootloader", "Libertinus Serif"} <= {found.name for found in everything}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="typst's for Linux has it")
def test_the_openssl_within_typst_is_named(everything: list[owners.Component]) -> None:
    openssl = next(found for found in everything if found.name == "OpenSSL")
    assert re.fullmatch(r"3\.\d+\.\d+", openssl.version)
    assert openssl.licence == "Apache-2.0"


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/plugins/imageformats/qwebp.dll",
        "PySide6/translations/qtbase_es.qm",
        "PySide6/Qt6Core.dll",
    ],
)
def test_qt_is_known_where_each_system_has_it(target: str) -> None:
    found = owners.of_qt(target, "PySide6_Essentials")
    assert found is not None
    assert (found.name, found.licence) == ("Qt", "LGPL-3.0-only")
    assert any("libwebp" in told and "Google Inc." in told for told in found.texts)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/MSVCP140_1.dll", "VCRUNTIME140.dll", "ucrtbase.dll",
        "api-ms-win-crt-heap-l1-1-0.dll",
    ],
)  # fmt: skip
def test_microsofts_libraries_are_not_called_anothers(name: str) -> None:
    found = owners.component_of(name, Path("C:/somewhere") / name, "1.2")
    assert found.name == "Microsoft C and C++ runtime"
    assert found.licence == "LicenseRef-Microsoft-Runtime"
    assert found.texts


def test_a_bill_has_the_form_of_cyclonedx(everything: list[owners.Component]) -> None:
    told = json.loads(json.dumps(bill.bill(everything, 86400)))
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    assert told["metadata"]["timestamp"] == "1970-01-02T00:00:00Z"
    assert told["metadata"]["component"]["version"] == "1.2"
    references = [part["bom-ref"] for part in told["components"]]
    assert told["dependencies"][0]["dependsOn"] == references
    inner = [
        part["bom-ref"] for whole in told["components"] for part in whole.get("components", ())
    ]
    assert len([*references, *inner]) == len({*references, *inner})
    assert told == json.loads(json.dumps(bill.bill(everything, 86400)))


def test_each_licence_stands_once_and_tells_what_it_is_for(
    everything: list[owners.Component],
) -> None:
    told = bill.third_party(everything)
    assert told.count("GNU LESSER GENERAL PUBLIC LICENSE") == 1
    assert told.count("SIL OPEN FONT LICENSE Version 1.1") == 1
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in told
    assert all(found.name in told for found in everything if found.name != "coursetracker")


def test_who_wants_the_sources_of_qt_is_led_to_those_of_its_version(
    everything: list[owners.Component],
) -> None:
    version = metadata.version("PySide6_Essentials")
    series = ".".join(version.split(".")[:2])
    told = bill.third_party(everything)
    assert f"https://download.qt.io/official_releases/qt/{series}/{version}/" in told
    assert "https://download.qt.io/official_releases/QtForPython/" in told
    assert "https://snapshot.debian.org/" in told


def test_all_that_pip_installs_for_the_program_has_a_licence_with_its_text() -> None:
    pins = (ROOT / "packaging" / "requirements" / "run.txt").read_text(encoding="utf-8")
    names = {line.split("==")[0] for line in pins.splitlines() if "==" in line}
    for name in names:
        found = owners.distribution(metadata.distribution(name).metadata["Name"])
        assert found.licence, name
        assert found.texts, name
