"""Which catalogues go into a bundle: those of the program's languages, ours and Qt's."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def spoken(folder: Path) -> list[str]:
    """Return the languages that a folder has catalogues of.

    Raises FileNotFoundError where a catalogue has been written, but not made into what is read.
    """
    for written in sorted(folder.glob("coursetracker_*.ts")):
        if not written.with_suffix(".qm").is_file():
            raise FileNotFoundError(f"{written.name} has no .qm: python3 dev.py translate makes it")
    return sorted(path.stem.partition("_")[2] for path in folder.glob("coursetracker_*.qm"))


def of_qt(languages: Iterable[str], folder: Path) -> set[str]:
    """Return the names of Qt's own catalogues in a folder that fit languages.

    Where Qt has a language only as it is spoken somewhere (pt_BR for pt), that is better than none.
    """
    there = {path.name for path in folder.glob("qtbase_*.qm")}
    return {
        name
        for language in languages
        for name in there
        if name == f"qtbase_{language}.qm"
        or (f"qtbase_{language}.qm" not in there and name.startswith(f"qtbase_{language}_"))
    }
