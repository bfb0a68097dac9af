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
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from owners import (
    FONTS,
    LICENCES,
    Component,
    component_of,
    distribution,
    distributions,
    kept,
    text,
)

FILES = "coursetracker:file"
"""The property that names a file of the bundle."""


# what has no file of its own


def hidden() -> list[Component]:
    """Return what is linked into files of others: PyInstaller's start, and much in typst."""
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
        *openssl(),
    ]  # fmt: skip


def openssl() -> list[Component]:
    """Return the OpenSSL that typst's library says it holds; its bill names only what calls it."""
    files = (Path(path) for path, name in distributions().items() if name == "typst")
    libraries = (path for path in files if path.suffix in (".so", ".pyd"))
    told = {found[1].decode() for path in libraries
            if (found := re.search(rb"OpenSSL (\d+\.\d+\.\d+)", path.read_bytes()))}  # fmt: skip
    texts = (text(FONTS / "Apache-2.0.txt"),)
    return [
        Component("OpenSSL", version, "Apache-2.0", f"pkg:generic/openssl@{version}", texts)
        for version in sorted(told)
    ]


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
    qt = metadata.version("PySide6_Essentials")
    head = (
        "CourseTracker is shipped with the following works of others. Qt and PySide6 are used\n"
        "under the LGPL: their libraries are files of their own, which you may replace by others\n"
        f"that fit. The sources of Qt {qt} are at\n"
        f"https://download.qt.io/official_releases/qt/{qt.rpartition('.')[0]}/{qt}/, those of\n"
        f"PySide6 and Shiboken {qt} at https://download.qt.io/official_releases/QtForPython/.\n"
        "Those of Debian's packages, by their versions, are at https://snapshot.debian.org/.\n"
        "Which file belongs to whom is told by bill-of-materials.cdx.json.\n"
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
