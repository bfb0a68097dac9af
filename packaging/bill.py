"""The bill of materials: what a bundle is made of, whose it is, and by which licence.

The specification of the bundle calls `write` with all files that go into it. Two files come of
that and are shipped: a list in CycloneDX's JSON, and the texts of all licences. Each file of the
bundle belongs to exactly one component; one that belongs to none known is named by itself and has
no licence, which a test does not let pass.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
ICONS = ROOT / "resources" / "icons" / "lucide"
TEXTS = ROOT / "packaging" / "licences"
COMMON = Path("/usr/share/common-licenses")
FILES = "coursetracker:file"
"""The property that names a file of the bundle."""

QT_TEXTS = ("lgpl-3.0.txt", "gpl-3.0.txt")
LICENCES = {
    "appdirs": "MIT",
    "emoji": "BSD-3-Clause",
    "latex2mathml": "MIT AND LPPL-1.3c",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyinstaller-hooks-contrib": "Apache-2.0",
    "PySide6_Essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "ziafont": "MIT",
    "ziamath": "MIT",
    # Debian's packages, whose own files tell it in words only
    "libbz2-1.0": "bzip2-1.0.6",
    "libcrypt1": "LGPL-2.1-or-later",
    "libexpat1": "MIT",
    "libffi8": "MIT",
    "liblzma5": "0BSD",
    "libmpdec3": "BSD-2-Clause",
    "libsqlite3-0": "blessing",
    "libuuid1": "BSD-3-Clause",
    "libxkbcommon0": "MIT",
    "libxkbcommon-x11-0": "MIT",
    "zlib1g": "Zlib",
}
"""What does not say it in a form that can be read, or leaves a choice."""

OWN_TEXTS = {
    "latex2mathml": ("latex2mathml.txt",),
    "PySide6_Essentials": QT_TEXTS,
    "shiboken6": QT_TEXTS,
    "typst": ("rust.txt", "mpl-2.0.txt"),
}
"""Texts that distributions do not bring along."""


@dataclass(frozen=True, slots=True)
class Component:
    """Something by one author: its SPDX licence ("" where not known), texts, parts and files."""

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[str, ...] = ()
    parts: tuple[dict[str, object], ...] = ()
    files: tuple[str, ...] = ()


def text(path: Path) -> str:
    """Return a text that is in UTF-8, or nearly."""
    return path.read_text(encoding="utf-8", errors="replace").strip() + "\n"


def kept(*names: str) -> tuple[str, ...]:
    """Return texts that we keep."""
    return tuple(text(TEXTS / name) for name in names)


# who a file belongs to


def component_of(target: str, source: Path, version: str) -> Component:
    """Return the component of a file that goes from a source to a target in the bundle.

    `version` is ours.
    """
    if source.suffix.lower() in (".ttf", ".ttc", ".otf"):
        return font(target, source)
    if (found := distributions().get(real(source))) is not None:
        return of_qt(target, found) or distribution(found)
    if source.is_relative_to(ICONS):
        return icons()
    if source.is_relative_to(ROOT):
        return ours(version)
    if is_pythons(source):
        return python()
    return system_package(source) or Component(source.name, "", "", f"pkg:generic/{source.name}")


def real(path: Path) -> str:
    """Return a path with its links followed."""
    return os.path.realpath(path)


def ours(version: str) -> Component:
    """Return the program itself."""
    licence = text(ROOT / "LICENSE")
    return Component(
        "coursetracker", version, "MIT", f"pkg:pypi/coursetracker@{version}", (licence,)
    )


@cache
def distributions() -> dict[str, str]:
    """Return the distribution of each file that pip installed."""
    return {
        os.path.realpath(str(found.locate_file(file))): found.metadata["Name"]
        for found in metadata.distributions()
        for file in found.files or ()
        if not str(file).startswith("..") and "__pycache__" not in str(file)
    }


@cache
def distribution(name: str) -> Component:
    """Return what pip installed by a name, with the texts and the list of parts it brings."""
    found = metadata.distribution(name)
    licence = LICENCES.get(name) or str(found.metadata.json.get("license_expression", ""))
    inside = [(str(file), Path(str(found.locate_file(file)))) for file in found.files or ()]
    told = [path for file, path in inside
            if re.search(r"\.dist-info/(licenses/)?(LICEN[CS]E|COPYING|NOTICE)", file)]  # fmt: skip
    bills = [path for file, path in inside if re.search(r"\.dist-info/sboms/.*\.json$", file)]
    return Component(
        name, found.version, licence, f"pkg:pypi/{name.lower().replace('_', '-')}@{found.version}",
        (*(text(path) for path in told), *kept(*OWN_TEXTS.get(name, ()))),
        tuple(part for path in bills for part in linked(path)),
    )  # fmt: skip


def linked(path: Path) -> list[dict[str, object]]:
    """Return the parts that a wheel's own bill names, without those needed only to build it."""
    keys = (
        "type",
        "bom-ref",
        "author",
        "name",
        "version",
        "licenses",
        "purl",
        "externalReferences",
    )
    return [
        {key: part[key] for key in keys if key in part}
        for part in json.loads(path.read_text(encoding="utf-8"))["components"]
        if part.get("scope") != "excluded"
    ]


def of_qt(target: str, found: str) -> Component | None:
    """Return Qt or its ICU where a file of PySide6's wheel is that, and not the bindings."""
    if found != "PySide6_Essentials":
        return None
    name = target.rsplit("/", 1)[-1]
    if known := re.match(r"libicu\w+\.(?:so\.)?(\d+)|icu\w+?(\d+)\.dll", name):
        number = known[1] or known[2]
        return Component(
            "ICU", number, "Unicode-DFS-2016", f"pkg:generic/icu@{number}", kept("icu.txt")
        )
    if "/Qt/" in target or name.startswith("Qt6"):
        version = metadata.version(found)
        texts = kept("qt-base.txt", "qt-svg.txt", "qt-wayland.txt", *QT_TEXTS)
        return Component("Qt", version, "LGPL-3.0-only", f"pkg:generic/qt@{version}", texts)
    return None


def is_pythons(source: Path) -> bool:
    """Tell whether a file is of the Python that the bundle is made with."""
    if sys.base_prefix != "/usr":
        return source.is_relative_to(sys.base_prefix) or "libpython" in source.name
    return source.is_relative_to(sysconfig.get_path("stdlib")) or "libpython" in source.name


@cache
def python() -> Component:
    """Return Python, its standard library and what stands in them."""
    version = sys.version.split()[0]
    places = [Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)]
    told = [place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file()]
    texts = tuple(text(path) for path in told[:1])
    return Component("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts)


def font(target: str, path: Path) -> Component:
    """Return a font as it tells of itself."""
    names = TTFont(path, fontNumber=0)["name"]
    name, rights = (names.getDebugName(number) or "" for number in (4, 0))
    version = (names.getDebugName(5) or "").removeprefix("Version ").split(";")[0]
    apache = target.endswith("wqy-microhei.ttc")
    licence, file = ("Apache-2.0", "Apache-2.0.txt") if apache else ("OFL-1.1", "OFL-1.1.txt")
    purl = f"pkg:generic/{name.lower().replace(' ', '-')}@{version.replace(' ', '-')}"
    return Component(name, version, licence, purl, (f"{rights.strip()}\n", text(FONTS / file)))


@cache
def icons() -> Component:
    """Return the set of icons, whose version its files tell in their first line."""
    drawn = text(min(ICONS.glob("*.svg")))
    found = re.search(r"lucide-static v([\d.]+)", drawn)
    version = found[1] if found else ""
    purl = f"pkg:npm/lucide-static@{version}"
    return Component("Lucide", version, "ISC AND MIT", purl, (text(ICONS / "LICENSE"),))


@cache
def system_package(source: Path) -> Component | None:
    """Return the Debian package of a file; None where there is none, or no Debian."""
    names = {str(source), real(source), str(source).removeprefix("/usr"), f"/usr{source}"}
    for name in sorted(names):
        try:
            package = output("dpkg", "--search", name).split(":")[0]
        except (OSError, subprocess.CalledProcessError):
            continue
        architecture = output("dpkg", "--print-architecture").strip()
        asked = f"{package}:{architecture}"
        version = output("dpkg-query", "--show", "--showformat=${Version}", asked)
        purl = f"pkg:deb/debian/{package}@{quote(version, safe=':~')}?arch={architecture}"
        licence = LICENCES.get(package) or ("MIT" if package.startswith("libxcb-") else "")
        return Component(package, version, licence, purl, copyright_of(package))
    return None


def copyright_of(package: str) -> tuple[str, ...]:
    """Return what Debian tells of a package's licence, with the texts that it points to."""
    told = text(Path("/usr/share/doc") / package / "copyright")
    named = sorted(set(re.findall(rf"{COMMON}/([\w.-]*\w)", told)))
    return (told, *(text(COMMON / name) for name in named if (COMMON / name).is_file()))


def output(*command: str) -> str:
    """Return what a command prints; raises CalledProcessError where it fails."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


# what has no file of its own


def hidden() -> list[Component]:
    """Return what is linked into files of others: PyInstaller's start, and fonts in typst."""
    version = metadata.version("pyinstaller")
    start = Component(
        "PyInstaller bootloader", version, LICENCES["pyinstaller"],
        f"pkg:generic/pyinstaller-bootloader@{version}", distribution("pyinstaller").texts,
    )  # fmt: skip
    libertinus = "Copyright 2012-2024 The Libertinus Project Authors.\n"
    return [
        start,
        Component("Libertinus Serif", "", "OFL-1.1", "pkg:generic/libertinus",
                  (libertinus, text(FONTS / "OFL-1.1.txt"))),
        Component("New Computer Modern", "", "LPPL-1.3c", "pkg:generic/newcomputermodern",
                  kept("latin-modern.txt")),
        Component("DejaVu Sans Mono", "", "Bitstream-Vera", "pkg:generic/dejavu",
                  kept("dejavu.txt")),
    ]  # fmt: skip


# the two files


def components(entries: Iterable[tuple[str, str]], version: str) -> list[Component]:
    """Return all that a bundle holds, by name; entries are targets and where they come from.

    A target of "" is a module that goes into the program's own file.
    """
    files: dict[tuple[str, str], set[str]] = {}
    known: dict[tuple[str, str], Component] = {}
    for target, source in entries:
        place = target.replace("\\", "/")
        found = component_of(place, Path(source), version)
        key = (found.name, found.version)
        known.setdefault(key, found)
        files.setdefault(key, set()).update({place} - {""})
    whole = [replace(found, files=tuple(sorted(files[key]))) for key, found in known.items()]
    return sorted([*whole, *hidden()], key=lambda found: (found.name.lower(), found.version))


def as_json(found: Component) -> dict[str, object]:
    """Return a component in CycloneDX's form."""
    told: dict[str, object] = {
        "type": "application" if found.name == "coursetracker" else "library",
        "bom-ref": found.purl,
        "name": found.name,
        "purl": found.purl,
    }
    if found.version:
        told["version"] = found.version
    if found.licence:
        told["licenses"] = [{"expression": found.licence}]
    if found.files:
        told["properties"] = [{"name": FILES, "value": file} for file in found.files]
    if found.parts:
        told["components"] = list(found.parts)
    return told


def bill(everything: list[Component], moment: int) -> dict[str, object]:
    """Return the bill of materials of a moment, in seconds since 1970."""
    program = next(found for found in everything if found.name == "coursetracker")
    others = [found for found in everything if found is not program]
    listed = [as_json(found) for found in others]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(listed))}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": as_json(program),
        },
        "components": listed,
        "dependencies": [
            {"ref": program.purl, "dependsOn": [found.purl for found in others]},
        ],
    }


def third_party(everything: list[Component]) -> str:
    """Return the list of what is by others, and each licence text once with all it is for."""
    others = [found for found in everything if found.name != "coursetracker"]
    uses: dict[str, list[str]] = {}
    for found in others:
        for told in found.texts:
            uses.setdefault(told, []).append(f"{found.name} {found.version}".strip())
    listed = [f"{found.name} {found.version}".strip() + f": {found.licence}" for found in others]
    ruler = "=" * 80
    sections = [
        f"{ruler}\n{', '.join(dict.fromkeys(names))}\n{ruler}\n\n{told}"
        for told, names in uses.items()
    ]
    head = (
        "CourseTracker is shipped with the following works of others. Qt and PySide6 are used\n"
        "under the LGPL: their libraries are files of their own, which you may replace by others\n"
        "that fit; their sources are at https://download.qt.io/. Which file belongs to whom is\n"
        "told by bill-of-materials.cdx.json.\n"
    )
    return "\n".join([head, *listed, "", *sections])


def write(entries: Iterable[tuple[str, str]], version: str, folder: Path) -> list[Path]:
    """Write both files into a folder and return their paths."""
    everything = components(entries, version)
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    folder.mkdir(parents=True, exist_ok=True)
    materials, texts = folder / "bill-of-materials.cdx.json", folder / "THIRD-PARTY.txt"
    materials.write_text(json.dumps(bill(everything, moment), indent=1) + "\n", encoding="utf-8")
    texts.write_text(third_party(everything), encoding="utf-8")
    return [materials, texts]
