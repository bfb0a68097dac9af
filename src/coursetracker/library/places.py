"""Where a library may be: beside the program, or by mistake in a folder that is synchronised."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from coursetracker.resources import resources

PORTABLE = "portable.txt"
BESIDE = "coursetracker-data"


def portable_folder() -> Path | None:
    """Return the data folder beside the program, if a file `portable.txt` stands there."""
    beside = _program_folder()
    return beside / BESIDE if (beside / PORTABLE).exists() else None


def _program_folder() -> Path:
    """Return the folder that holds the program, as the learner sees it."""
    image = os.environ.get("APPIMAGE")
    if image:
        return Path(image).parent
    if not getattr(sys, "frozen", False):
        return resources().parent
    program = Path(sys.executable)
    package = next((each for each in program.parents if each.suffix == ".app"), program)
    return package.parent


def synced_by(
    folder: Path, environment: Mapping[str, str] = os.environ, home: Path | None = None
) -> str | None:
    """Return the service that synchronises a folder with other computers, as far as can be seen.

    Known are the marks that services leave in the folders they care for, the names that they
    give to these, and what Windows says of OneDrive in the environment.
    """
    folder = Path(os.path.realpath(folder))
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        told = environment.get(name)
        if told and folder.is_relative_to(os.path.realpath(told)):
            return "OneDrive"
    home = home or Path("~").expanduser()
    for each in (folder, *folder.parents):
        found = next(chain(_by_marks(each), _by_name(each, home)), None)
        if found is not None:
            return found
    return None


_MARKS = (
    ("Dropbox", re.compile(r"\.dropbox(?:\.cache)?")),
    ("Syncthing", re.compile(r"\.stfolder.*|\.stignore|\.stversions")),
    ("Nextcloud", re.compile(r"\._?sync_[0-9a-f]+\.db|\.nextcloudsync\.log")),
    ("ownCloud", re.compile(r"\.owncloudsync\.log")),
    ("OneDrive", re.compile(r"\.849C9593-D756-4E56-8D6E-42412F2A707B")),
    ("Google Drive", re.compile(r"\.tmp\.drive(?:up|down)load")),
    ("Synology Drive", re.compile(r"\.SynologyWorkingDirectory")),
    ("MEGA", re.compile(r"\.megaignore")),
)
"""What services put into the folders that they care for."""

_NAMES = (
    ("Dropbox", re.compile(r"dropbox(?:[ -].*)?")),
    ("OneDrive", re.compile(r"onedrive(?:[ -].*)?")),
    ("Google Drive", re.compile(r"google ?drive(?:[ -].*)?")),
    ("iCloud", re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents")),
    ("Nextcloud", re.compile(r"nextcloud\d*")),
    ("ownCloud", re.compile(r"owncloud\d*")),
    ("MEGA", re.compile(r"mega(?:sync)?(?: .*)?")),
    ("pCloud", re.compile(r"pcloud ?(?:drive|sync)?")),
    ("Proton Drive", re.compile(r"proton ?drive(?:[ -].*)?")),
    ("Synology Drive", re.compile(r"synology ?drive")),
    ("Seafile", re.compile(r"seafile")),
    ("Box", re.compile(r"box(?: sync|-box)?")),
)
"""What the folders of services are called, in small letters."""

_COMMON = frozenset({"Box", "MEGA"})
"""Names that other folders have as well, unless they stand where services put theirs."""


def _by_marks(folder: Path) -> Iterator[str]:
    try:
        names = {entry.name for entry in folder.iterdir()}
    except OSError:  # what may not be looked into shows no marks
        return
    for service, mark in _MARKS:
        for name in names:
            # In a home, .dropbox is a folder of settings; in a synchronised one, it is a file.
            if mark.fullmatch(name) and (name != ".dropbox" or (folder / name).is_file()):
                yield service
    if ".sync" in names and (folder / ".sync" / "ID").exists():
        yield "Resilio Sync"


def _by_name(folder: Path, home: Path) -> Iterator[str]:
    name = folder.name.casefold()
    usual = folder.parent in (home, home / "Library" / "CloudStorage")
    for service, pattern in _NAMES:
        if pattern.fullmatch(name) and (usual or service not in _COMMON):
            yield service
