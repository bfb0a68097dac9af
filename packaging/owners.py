"""Who a file of a bundle is by, and by which licence: found, as far as it can be, not written down.

What pip installed is asked for its licence, Debian's packages for their copyright, and fonts for
their names; the rest stands here.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
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


MICROSOFTS = r"(?i)(msvcp|vcruntime|concrt|ucrtbase|api-ms-win)[\w.-]*\.dll$"
"""The libraries of C and C++ on Windows, which wheels and Python bring along."""


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


def component_of(target: str, source: Path, version: str) -> Component:
    """Return the component of a file that goes from a source to a target in the bundle.

    `version` is ours.
    """
    if re.match(MICROSOFTS, target.rsplit("/", 1)[-1]):
        return microsofts()
    if source.suffix.lower() in (".ttf", ".ttc", ".otf"):
        return font(target, source)
    if (found := distributions().get(real(source))) is not None:
        return of_qt(target, found) or distribution(found)
    if source.is_relative_to(ROOT):
        return icons() if source.is_relative_to(ICONS) else ours(version)
    if is_pythons(source):
        return python()
    return system_package(source) or Component(source.name, "", "", f"pkg:generic/{source.name}")


def microsofts() -> Component:
    """Return what programs for Windows that Microsoft's compiler made are run by."""
    name, licence = "Microsoft C and C++ runtime", "LicenseRef-Microsoft-Runtime"
    return Component(name, "", licence, "pkg:generic/microsoft-runtime", kept("microsoft.txt"))


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
    # On Windows the folder Qt is missing, and what is in it lies beside the bindings.
    if re.search(r"/(Qt|plugins|translations)/", target) or name.startswith("Qt6"):
        version = metadata.version(found)
        texts = kept(
            "qt-base.txt", "qt-svg.txt", "qt-wayland.txt", "qt-imageformats.txt", *QT_TEXTS
        )
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
