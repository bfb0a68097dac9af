#!/usr/bin/env python3
"""Set CourseTracker up and run, test, check, measure or bundle it: standard library only.

python3 dev.py run [ARGUMENTS]    start the program, or one of its commands
python3 dev.py test [ARGUMENTS]   run the tests; the arguments are pytest's
python3 dev.py lint               check style, types and import rules
python3 dev.py bench              run all benchmarks and print one table
python3 dev.py fuzz TARGET        look for inputs that the program does not bear
python3 dev.py bundle             make the program that needs no Python: dist/coursetracker/
python3 dev.py package            make packages of that: .deb and .tar.xz in dist/packages/
python3 dev.py translate [CODE]   bring all catalogues up to date with the sources, or begin one
"""

from __future__ import annotations  # an old Python has to get as far as being told so

import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SOURCES = ROOT / "src"
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
CATALOGUES = ROOT / "resources" / "i18n"
OWN_LANGUAGE = "en"
REPORT = "coursetracker-report.pdf"
OLDEST = (3, 11)
COMMANDS = ("outline", "export", "import")
NEED_NO_WINDOW = {"-h", "--help", "--version"}
WITH_VALUE = {"--data-dir", "--lang"}

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt loads to show a window, and the Debian package that brings it."""

CATALOGUE_LIBRARIES = {
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
}
"""What Qt's own programs for catalogues load besides."""

SCREEN_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
"""An unseen screen with hands, and the bus of screen readers."""

BUNDLE_PROGRAMS = {"objcopy": "binutils", "strip": "binutils", "ldd": "libc-bin"}
PACKAGE_PROGRAMS = {
    "objdump": "binutils",
    "xz": "xz-utils",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}


class NotReady(Exception):
    """Something is missing that the user has to put right; the text says how."""


def missing(verb: str, arguments: Sequence[str]) -> list[str]:
    """Return the Debian packages that a verb needs and the machine lacks."""
    libraries = dict(LIBRARIES)
    programs: dict[str, str] = {}
    if verb in ("test", "translate"):
        libraries |= CATALOGUE_LIBRARIES
    if verb == "test" and "frozen" in arguments:
        programs |= SCREEN_PROGRAMS
    if verb == "bundle":
        programs |= BUNDLE_PROGRAMS
        libraries |= python_library()
    if verb == "package":
        programs |= PACKAGE_PROGRAMS
    lacking = [package for name, package in libraries.items() if not loadable(name)]
    lacking += [package for name, package in programs.items() if not shutil.which(name)]
    if not made_by_this_python() and importlib.util.find_spec("ensurepip") is None:
        lacking.append("python3-venv")
    return sorted(set(lacking))


def loadable(library: str) -> bool:
    """Tell whether a shared library is there with all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def python_library() -> dict[str, str]:
    """Return Python's own shared library, which Debian packs by itself and a bundle takes in."""
    if sys.base_prefix != "/usr":
        return {}
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {f"libpython{version}.so.1.0": f"libpython{version}"}


def install(packages: Sequence[str]) -> None:
    """Install Debian packages where we may; raises NotReady with the line to type where not."""
    if not shutil.which("apt-get"):
        raise NotReady(f"Install what these Debian packages hold, then try again: {packages}")
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    prefix = privileges()
    if prefix is None:
        raise NotReady(f"Some system packages are missing. Type: sudo {' '.join(command)}")
    print("Installing", *packages, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run_apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command]
    if call(run_apt, env=quiet, quiet=True) == 0:
        return
    call([*prefix, "apt-get", "update"], quiet=True)
    if call(run_apt) != 0:
        raise NotReady(f"apt-get could not install {' '.join(packages)}.")


def privileges() -> list[str] | None:
    """Return what goes before a command to run it as root, or None where we may not."""
    if os.name == "posix" and os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if call(["sudo", "-n", "true"], quiet=True) == 0:
        return ["sudo", "-n"]
    return ["sudo"] if sys.stdin.isatty() else None  # somebody is there to type a password


def ready(group: str) -> None:
    """Make the virtual environment hold a group of requirements, "run" or "dev"."""
    if any(stamp(name).is_file() and stamp(name).read_text() == digest(name)
           for name in {group, "dev"}):  # fmt: skip
        return
    if not made_by_this_python():
        print("Making a virtual environment in", VENV, flush=True)
        checked([sys.executable, "-m", "venv", "--clear", str(VENV)])
    print("Installing the packages that CourseTracker needs", flush=True)
    checked([str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--require-hashes", "-r", str(requirements(group))])  # fmt: skip
    place = sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)})
    # Relative, as Python before 3.13 reads the file in the system's encoding, whatever is above.
    sources = os.path.relpath(SOURCES, place)
    Path(place, "coursetracker-sources.pth").write_text(f"{sources}\n", encoding="utf-8")
    stamp(group).write_text(digest(group))


def requirements(group: str) -> Path:
    """Return the pinned requirements of a group."""
    return ROOT / "packaging" / "requirements" / f"{group}.txt"


def stamp(group: str) -> Path:
    """Return the file that says what the environment was last filled with."""
    return VENV / f"filled-for-{group}"


def digest(group: str) -> str:
    """Return what the environment is filled with when it is ready: pins, Python and place."""
    known = f"{requirements(group).read_text(encoding='utf-8')}{sys.version}{VENV}"
    return hashlib.sha256(known.encode()).hexdigest()


def made_by_this_python() -> bool:
    """Tell whether there is a whole environment, made by the Python that runs this."""
    config = VENV / "pyvenv.cfg"
    told = config.read_text(encoding="utf-8", errors="replace") if config.is_file() else ""
    made = f"version = {platform.python_version()}\n" in told
    return made and any(PROGRAMS.glob("pip*"))  # pip comes last; without it making was stopped


def call(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, quiet: bool = False
) -> int:
    """Run a program to its end and return its exit status."""
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, check=False, env=env, stdout=out, stderr=out).returncode


def checked(command: Sequence[str]) -> None:
    """Run a program; raises NotReady where it fails."""
    if call(command) != 0:
        raise NotReady(f"This failed, for the reason above: {' '.join(command)}")


def module(name: str, *arguments: str) -> list[str]:
    """Return the command line that runs a module in the environment."""
    return [str(PYTHON), "-m", name, *arguments]


def program(name: str, *arguments: str) -> list[str]:
    """Return the command line that runs one of the environment's programs."""
    return [str(PROGRAMS / name), *arguments]


def run(arguments: Sequence[str]) -> int:
    """Start the program; with no screen to show it on, write the progress report instead."""
    if has_screen(os.environ) or not wants_window(arguments):
        return call(module("coursetracker", *arguments))
    print(f"There is no screen here, so the progress report goes to {REPORT} instead.", flush=True)
    return call(module("coursetracker", *headless(arguments)))


def has_screen(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown, or Qt was told where to show it."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(environment.get(name) for name in names)


def words(arguments: Sequence[str]) -> list[str]:
    """Return the arguments that are neither options nor the values of options."""
    return [
        word
        for at, word in enumerate(arguments)
        if not word.startswith("-") and not (at and arguments[at - 1] in WITH_VALUE)
    ]


def wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether the program would open its window."""
    return words(arguments)[:1] not in [[name] for name in COMMANDS] and not (
        NEED_NO_WINDOW & set(arguments)
    )


def headless(arguments: Sequence[str]) -> list[str]:
    """Return the arguments that write the report of the course that was to be opened."""
    files = words(arguments)[:1]
    options = [word for word in arguments if word not in files]
    course = ["--course", str(Path(files[0]).resolve())] if files else []
    return ["export", "--pdf", REPORT, *course, *options]


def test(arguments: Sequence[str]) -> int:
    """Run the tests, without a screen unless Qt was told of one."""
    os.chdir(ROOT)
    return call(module("pytest", *arguments), env={"QT_QPA_PLATFORM": "offscreen", **os.environ})


def lint(_arguments: Sequence[str]) -> int:
    """Check style, types and import rules; all are run, and any failure counts."""
    os.chdir(ROOT)
    checks = (
        module("ruff", "check", "."),
        module("ruff", "format", "--check", "."),
        module("mypy"),
        program("lint-imports"),
    )
    return max([call(check) for check in checks])


def bundle(_arguments: Sequence[str]) -> int:
    """Make the program that needs no Python."""
    os.chdir(ROOT)
    spec = "packaging/coursetracker.spec"
    make = module("PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", spec)
    return call(make, env=repeatable())


def package(_arguments: Sequence[str]) -> int:
    """Make the packages of the bundle that stands in dist/, and their checksums."""
    return call([str(PYTHON), str(ROOT / "packaging" / "packages.py")], env=repeatable())


def repeatable() -> dict[str, str]:
    """Return an environment in which the same sources come out as the same bytes.

    Times within files become that of the last commit, or stand in the environment already.
    """
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        moment = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):  # an archive of the sources
        moment = "0"
    return {"SOURCE_DATE_EPOCH": moment, **os.environ, "PYTHONHASHSEED": "1"}


def translate(arguments: Sequence[str]) -> int:
    """Bring the catalogue of each language up to date, and begin those that are named by a code."""
    known = {path.stem.partition("_")[2] for path in CATALOGUES.glob("coursetracker_*.ts")}
    return max([translated(language) for language in sorted(known | set(arguments))])


def translated(language: str) -> int:
    """Bring one catalogue up to date, and make what the program reads of it.

    A folder's .py files need to be asked for, else nothing is found, and all is taken out.
    """
    catalogue = CATALOGUES / f"coursetracker_{language}.ts"
    own = ["-pluralonly"] if language == OWN_LANGUAGE else []  # "1 lesson" beside "2 lessons"
    update = program("pyside6-lupdate", "-extensions", "py", "-no-obsolete", *own, str(SOURCES),
                     "-source-language", OWN_LANGUAGE, "-target-language", language,
                     "-locations", "none", "-ts", str(catalogue))  # fmt: skip
    made = str(catalogue.with_suffix(".qm"))
    return call(update) or call(program("pyside6-lrelease", str(catalogue), "-qm", made))


def bench(_arguments: Sequence[str]) -> int:
    """Run every benchmark and print all figures as one table."""
    return call([str(PYTHON), str(ROOT / "tests" / "benchmarks" / "all.py")])


def fuzz(arguments: Sequence[str]) -> int:
    """Fuzz one target; see tests/fuzz."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "tests"), "QT_QPA_PLATFORM": "offscreen"}
    return call(module("fuzz", *arguments), env=env)


VERBS = {verb.__name__: verb for verb in (run, test, lint, bench, fuzz, bundle, package, translate)}


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument names and return the exit status."""
    if sys.version_info < OLDEST:
        print("CourseTracker needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    if not arguments or arguments[0] not in VERBS:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    verb, *rest = arguments
    try:
        lacking = missing(verb, rest) if sys.platform.startswith("linux") else []
        if lacking:
            install(lacking)
        ready("run" if verb == "run" else "dev")
        return VERBS[verb](rest)
    except NotReady as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
