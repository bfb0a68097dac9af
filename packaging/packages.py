"""Make the packages for Linux of the bundle in dist/coursetracker/, and their checksums.

`python3 dev.py package` runs this. Both packages hold the same tree: the .deb has it below /usr,
the .tar.xz below a folder, from which it also runs where it is unpacked.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import icons

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "dist" / "coursetracker"
OUT = ROOT / "dist" / "packages"
BUILD = ROOT / "build" / "packages"
LINUX = ROOT / "packaging" / "linux"
IDENTIFIER = "io.github.coursetracker.CourseTracker"
MAINTAINER = "The CourseTracker developers <coursetracker@users.noreply.github.com>"

OPTIONAL = {
    "libcups.so.2": "libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What only plug-ins for printers and for Wayland load; without them X and PDF are left."""

DESCRIPTION = """\
follow a course written as Markdown
 Open the notes of an online course, or a curriculum from GitHub, as the
 Markdown file or folder it is. CourseTracker finds its weeks, lessons and
 assessments, shows them as GitHub does, and keeps your ticks, scores and
 notes with the right lesson when the course changes.
 .
 Everything stays on your computer: no account, and the course is never
 written to."""


def version() -> str:
    """Return the program's version."""
    told = (ROOT / "src" / "coursetracker" / "__init__.py").read_text(encoding="utf-8")
    return told.split('__version__ = "')[1].split('"')[0]


def moment() -> int:
    """Return the time that all files get, in seconds since 1970."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "0"))


def output(*command: str | Path) -> str:
    """Return what a command prints; raises CalledProcessError where it fails."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


# the tree that both packages hold


def fill(prefix: Path) -> None:
    """Put all that is installed below a prefix, which is /usr in the end."""
    library, programs = prefix / "lib" / "coursetracker", prefix / "bin"
    programs.mkdir(parents=True)
    shutil.copytree(BUNDLE, library, symlinks=True)
    (programs / "coursetracker").symlink_to("../lib/coursetracker/coursetracker")
    share = prefix / "share"
    install(LINUX / "coursetracker.desktop", share / "applications")
    install(filled(LINUX / f"{IDENTIFIER}.metainfo.xml"), share / "metainfo")
    install(icons.DRAWING, share / "icons" / "hicolor" / "scalable" / "apps")
    for size in icons.HICOLOR:
        place = share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "coursetracker.png"
        place.parent.mkdir(parents=True)
        place.write_bytes(icons.png(size))
    compressed(filled(LINUX / "coursetracker.1"), share / "man" / "man1" / "coursetracker.1.gz")
    papers = share / "doc" / "coursetracker"
    compressed(ROOT / "CHANGELOG.md", papers / "CHANGELOG.md.gz")
    changes = BUILD / "changelog"
    changes.write_text(debian_changes(), encoding="utf-8")
    compressed(changes, papers / "changelog.gz")
    (papers / "copyright").write_text(rights(), encoding="utf-8")


def install(file: Path, folder: Path) -> None:
    """Copy a file into a folder, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / file.name)


def filled(template: Path) -> Path:
    """Return a copy of a file of ours with its version and date filled in."""
    day = datetime.fromtimestamp(moment(), UTC).date().isoformat()
    told = template.read_text(encoding="utf-8")
    target = BUILD / template.name
    target.write_text(told.replace("@VERSION@", version()).replace("@DATE@", day), encoding="utf-8")
    return target


def compressed(file: Path, target: Path) -> None:
    """Write a file compressed, with no time or name in it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(file.read_bytes(), mtime=0))


def debian_changes() -> str:
    """Return Debian's own list of changes, which names the version."""
    day = format_datetime(datetime.fromtimestamp(moment(), UTC))
    return (
        f"coursetracker ({version()}) unstable; urgency=medium\n\n"
        f"  * What changed is told in CHANGELOG.md.\n\n -- {MAINTAINER}  {day}\n"
    )


def rights() -> str:
    """Return what Debian's copyright file says."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    return (
        f"CourseTracker\n\n{licence}\n\n"
        "It uses Qt under the LGPL, whose text Debian has as /usr/share/common-licenses/LGPL-3:\n"
        "Qt's libraries are files of their own, which you may replace.\n"
        "The works of others that come with it, their licences, their copyrights and where their\n"
        "sources are, are told in lib/coursetracker/_internal/licences/THIRD-PARTY.txt, which is\n"
        "below /usr or the archive's folder; bill-of-materials.cdx.json is for programs.\n"
    )


def settle(tree: Path) -> None:
    """Give all files of a tree one time, and the rights that Debian wants, whatever the umask."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment(), moment()), follow_symlinks=False)


def files_of(tree: Path) -> list[Path]:
    """Return all files below a folder, without links."""
    return [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]


# what the bundle needs of the system


def needed(files: Iterable[Path]) -> set[str]:
    """Return the libraries that ELF files load by name and that are not among them."""
    binaries = [path for path in files if path.read_bytes()[:4] == b"\x7fELF"]
    told = output("objdump", "--private-headers", *binaries)
    return set(re.findall(r"NEEDED +(\S+)", told)) - {path.name for path in binaries}


def package_of(library: str) -> str:
    """Return the Debian package that brings a library; raises LookupError where none here does."""
    for line in output("/sbin/ldconfig", "--print-cache").splitlines():
        if line.split()[:1] == [library]:
            place = Path(line.split(" => ")[1])
            for name in {place, place.resolve(), Path(str(place.resolve()).removeprefix("/usr"))}:
                found = subprocess.run(["dpkg", "--search", name], check=False,
                                       capture_output=True, text=True)  # fmt: skip
                if found.returncode == 0:
                    return found.stdout.split(":")[0]
    raise LookupError(f"No Debian package of this machine brings {library}.")


def relations(tree: Path) -> tuple[list[str], list[str]]:
    """Return what the .deb depends on, and what it recommends.

    The names are those of the Debian on which this runs; Debian 13 still knows them, as its
    renamed packages provide the old names. The C library must not be older than the one here.
    """
    libraries = needed(files_of(tree))
    must = {package_of(library) for library in libraries - OPTIONAL.keys()}
    here = output("dpkg-query", "--show", "--showformat=${Version}", "libc6").split("-")[0]
    depends = sorted(f"libc6 (>= {here})" if name == "libc6" else name for name in must)
    recommends = {OPTIONAL[library] for library in libraries & OPTIONAL.keys()}
    return depends, sorted(recommends | {"shared-mime-info"})


# the packages


def control(tree: Path, architecture: str) -> str:
    """Return the text by which Debian knows a package."""
    depends, recommends = relations(tree)
    size = sum(path.stat().st_size for path in files_of(tree))
    return (
        f"Package: coursetracker\nVersion: {version()}\nArchitecture: {architecture}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {-(-size // 1024)}\n"
        f"Depends: {', '.join(depends)}\nRecommends: {', '.join(recommends)}\n"
        f"Section: education\nPriority: optional\nDescription: {DESCRIPTION}\n"
    )


def md5sums(tree: Path) -> str:
    """Return what `dpkg --verify` holds the installed files against."""
    installed = {path.relative_to(tree).as_posix(): path for path in files_of(tree / "usr")}
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {name}\n"
        for name, path in sorted(installed.items())
    )


def make_deb(architecture: str) -> Path:
    """Return the package for Debian 12 and newer."""
    tree = BUILD / "deb"
    fill(tree / "usr")
    overrides = tree / "usr" / "share" / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(LINUX / "lintian-overrides", overrides / "coursetracker")
    settle(tree)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control(tree, architecture), encoding="utf-8")
    (tree / "DEBIAN" / "md5sums").write_text(md5sums(tree), encoding="utf-8")
    settle(tree)
    target = OUT / f"coursetracker_{version()}_{architecture}.deb"
    output("dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=2", "--build", tree, target)
    return target


def make_archive() -> Path:
    """Return the archive for other Linux systems."""
    name = f"coursetracker-{version()}-linux-{os.uname().machine}"
    fill(BUILD / name)
    settle(BUILD / name)
    target = OUT / f"{name}.tar.xz"
    output("tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner",
           "--use-compress-program=xz -6 --threads=2", f"--directory={BUILD}",
           f"--file={target}", name)  # fmt: skip
    return target


def write_checksums(files: Iterable[Path]) -> None:
    """Write SHA256SUMS in the form that `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (OUT / "SHA256SUMS").write_text("".join(sorted(lines, key=lambda line: line[66:])))


def check_descriptions() -> None:
    """Let the tools of their makers judge the desktop entry and the description for shops."""
    output("desktop-file-validate", LINUX / "coursetracker.desktop")
    output("appstreamcli", "validate", "--no-net", filled(LINUX / f"{IDENTIFIER}.metainfo.xml"))


def main() -> int:
    """Make everything anew and say what came of it."""
    if not BUNDLE.is_dir():
        print("There is no bundle yet: python3 dev.py bundle makes it.", file=sys.stderr)
        return 1
    for folder in (OUT, BUILD):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    check_descriptions()
    packages = [make_deb(output("dpkg", "--print-architecture").strip()), make_archive()]
    shipped = [BUNDLE / "_internal" / "licences" / name
               for name in ("bill-of-materials.cdx.json", "THIRD-PARTY.txt")]  # fmt: skip
    for file in shipped:
        install(file, OUT)
    write_checksums([*packages, *(OUT / file.name for file in shipped)])
    for file in sorted(OUT.iterdir()):
        print(f"{file.stat().st_size / 1e6:8.1f} MB  {file.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
