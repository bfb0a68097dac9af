"""The packages for Linux, and what describes the program to the systems it is installed on."""

import configparser
import json
import os
import re
import shlex
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import icons
import packages
import pytest
from PySide6.QtGui import QImage

from coursetracker import __version__

LARGEST = 70_000_000
LICENCES = packages.BUNDLE / "_internal" / "licences"
WINDOWS = packages.ROOT / "packaging" / "windows" / "coursetracker.nsi"

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(packages.LINUX / "coursetracker.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_entry_speaks_spanish_and_opens_markdown() -> None:
    entry = desktop_entry()
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[f"{key}[es]"] != entry[key]
    assert entry["MimeType"] == "text/markdown;"
    assert entry["Exec"] == "coursetracker %f"


def test_the_description_is_in_two_languages_and_leads_to_the_entry() -> None:
    tree = ET.parse(packages.LINUX / f"{packages.IDENTIFIER}.metainfo.xml").getroot()
    assert tree.findtext("id") == packages.IDENTIFIER
    assert tree.findtext("launchable") == "coursetracker.desktop"
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for tag in ("p", "li"):
        told = Counter(part.get(lang, "en") for part in tree.iter(tag))
        assert told["en"] == told["es"] > 0


@on_linux
def test_both_pass_the_tools_of_their_makers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not all(map(shutil.which, ("desktop-file-validate", "appstreamcli"))):
        pytest.skip("python3 dev.py package installs the tools")
    monkeypatch.setattr(packages, "BUILD", tmp_path)
    packages.check_descriptions()


@pytest.mark.usefixtures("qapp")
def test_windows_gets_the_icon_in_all_its_sizes() -> None:
    told = icons.ico((16, 256))
    assert struct.unpack("<HHH", told[:6]) == (0, 1, 2)
    for at, size in enumerate((16, 256)):
        width, *_rest, length, place = struct.unpack("<BBBBHHII", told[6 + 16 * at :][:16])
        picture = QImage.fromData(told[place : place + length])
        assert (width, picture.width()) == (size % 256, size)


@pytest.mark.usefixtures("qapp")
def test_macos_gets_the_icon_in_all_its_sizes() -> None:
    told = icons.icns()
    assert told[:8] == b"icns" + struct.pack(">I", len(told))
    at, found = 8, {}
    while at < len(told):
        name, (length,) = told[at : at + 4], struct.unpack(">I", told[at + 4 : at + 8])
        found[name] = QImage.fromData(told[at + 8 : at + length]).width()
        at += length
    assert found == icons.MAC


def test_the_manual_names_each_option_of_the_window() -> None:
    told = (packages.LINUX / "coursetracker.1").read_text(encoding="utf-8").replace("\\-", "-")
    spoken = subprocess.run(
        [sys.executable, "-m", "coursetracker", "--help"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    for option in set(re.findall(r"--[\w-]+", spoken.stdout)) - {"--pdf"}:  # of a command
        assert option in told, option


def test_windows_offers_the_program_and_makes_it_no_default() -> None:
    told = WINDOWS.read_text(encoding="utf-8")
    assert r".md\OpenWithProgids" in told
    assert r'"Software\Classes\.md" ""' not in told


@on_linux
@pytest.mark.skipif(not shutil.which("objdump"), reason="needs binutils' objdump")
def test_libraries_that_are_needed_are_those_that_are_not_there(tmp_path: Path) -> None:
    program = tmp_path / "program"
    shutil.copyfile(Path(sys.executable).resolve(), program)
    assert "libc.so.6" in packages.needed([program])
    (tmp_path / "text").write_text("no program")
    inside = tmp_path / "libc.so.6"
    shutil.copyfile(Path(sys.executable).resolve(), inside)
    assert "libc.so.6" not in packages.needed([program, inside, tmp_path / "text"])


# what was really built


@pytest.fixture
def shipped() -> Path:
    if not packages.OUT.is_dir():
        pytest.skip("there are no packages: python3 dev.py package makes them")
    return packages.OUT


@pytest.mark.frozen
def test_every_file_of_the_bundle_belongs_to_a_part_with_a_licence() -> None:
    if not LICENCES.is_dir():
        told = "there is no bundle: python3 dev.py bundle makes it"
        (pytest.fail if os.environ.get("REQUIRE_BUNDLE") else pytest.skip)(told)
    told = json.loads((LICENCES / "bill-of-materials.cdx.json").read_text(encoding="utf-8"))
    parts = [told["metadata"]["component"], *told["components"]]
    assert [part["name"] for part in parts if not part.get("licenses")] == []
    named = Counter(entry["value"] for part in parts for entry in part.get("properties", ()))
    there = {
        path.relative_to(packages.BUNDLE).as_posix().removeprefix("_internal/")
        for path in packages.files_of(packages.BUNDLE)
    }
    assert there == set(named)
    assert set(named.values()) == {1}
    texts = (LICENCES / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    assert all(part["name"] in texts for part in told["components"])


@pytest.mark.frozen
def test_the_deb_is_small_and_right(shipped: Path) -> None:
    (deb,) = shipped.glob("*.deb")
    assert deb.stat().st_size <= LARGEST
    told = subprocess.run(["dpkg-deb", "--field", deb], check=True, capture_output=True, text=True)
    fields = dict(line.split(": ", 1) for line in told.stdout.splitlines() if line[0] != " ")
    assert fields["Version"] == __version__
    assert {"libegl1", "libgl1", "libxcb1"} <= set(fields["Depends"].split(", "))
    assert "libcups2" in fields["Recommends"]
    listed = subprocess.run(
        ["dpkg-deb", "--contents", deb], check=True, capture_output=True, text=True
    )
    owners = {line.split()[1] for line in listed.stdout.splitlines()}
    assert owners == {"root/root"}
    for place in (
        "applications/coursetracker.desktop",
        "icons/hicolor/48x48/apps/coursetracker.png",
    ):
        assert f"./usr/share/{place}" in listed.stdout


@pytest.mark.frozen
def test_what_was_installed_can_be_held_against_what_was_packed(
    shipped: Path, tmp_path: Path
) -> None:
    (deb,) = shipped.glob("*.deb")
    subprocess.run(["dpkg-deb", "--raw-extract", deb, tmp_path], check=True)
    told = (tmp_path / "DEBIAN" / "md5sums").read_text()
    named = {line.split("  ", 1)[1] for line in told.splitlines()}
    installed = packages.files_of(tmp_path / "usr")
    assert named == {path.relative_to(tmp_path).as_posix() for path in installed}
    subprocess.run(
        ["md5sum", "--check", "--quiet", "-"], cwd=tmp_path, input=told, text=True, check=True
    )


@pytest.mark.frozen
def test_the_archive_leaves_the_folders_of_its_user_private(shipped: Path, tmp_path: Path) -> None:
    (archive,) = shipped.glob("*.tar.xz")
    private = [tmp_path / ".local" / name for name in ("bin", "share")]
    for folder in private:
        folder.mkdir(mode=0o700, parents=True)
    told = (packages.ROOT / "packaging" / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^ +(tar -xJf .*)$", told, re.MULTILINE)
    assert command is not None
    typed = command[1].replace(
        "coursetracker-VERSION-linux-x86_64.tar.xz", shlex.quote(str(archive))
    )
    subprocess.run(["sh", "-ec", typed], env={**os.environ, "HOME": str(tmp_path)}, check=True)
    assert {folder.stat().st_mode & 0o777 for folder in private} == {0o700}
    assert (tmp_path / ".local" / "bin" / "coursetracker").exists()
    rights = (tmp_path / ".local/share/doc/coursetracker/copyright").read_text(encoding="utf-8")
    named = re.search(r"lib/coursetracker/\S+\.txt", rights)
    assert named is not None
    assert (tmp_path / ".local" / named[0]).is_file()


@pytest.mark.frozen
def test_the_checksums_are_of_the_packages(shipped: Path) -> None:
    named = {line.split()[1] for line in (shipped / "SHA256SUMS").read_text().splitlines()}
    assert named == {path.name for path in shipped.iterdir()} - {"SHA256SUMS"}
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=shipped, check=True)
