"""Where the learner's data is kept."""

from pathlib import Path


def data_folder() -> Path:
    """Return the folder in which the learner's data is kept, by the customs of the system."""
    import appdirs  # noqa: PLC0415  not needed where the folder is given

    return Path(appdirs.user_data_dir("CourseTracker", appauthor=False))
