"""Where the files that are shipped with the program are."""

from functools import cache
from pathlib import Path

OWN_LANGUAGE = "en"
"""The language that the program is written in."""


@cache
def resources() -> Path:
    """Return the folder of shipped files: in a wheel, in a bundle, or in a checkout.

    Raises FileNotFoundError where none is there: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for folder in (
        package / "resources",
        package.parent / "resources",
        package.parents[1] / "resources",
    ):
        if (folder / "course").is_dir():
            return folder
    raise FileNotFoundError(f"No resources folder beside {package}")


def bundled_course() -> Path:
    """Return the course that the program brings along."""
    return resources() / "course" / "machine-learning-in-production.md"


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that the program can speak, one for each catalogue; its own first.

    The catalogue of its own language holds only what has a form of number.
    """
    catalogues = (resources() / "i18n").glob("coursetracker_*.qm")
    found = {path.stem.partition("_")[2] for path in catalogues}
    return (OWN_LANGUAGE, *sorted(found - {OWN_LANGUAGE}))
