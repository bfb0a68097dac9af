"""Where the learner's data is kept."""

from pathlib import Path


def data_folder() -> Path:
    """Return the folder in which the learner's data is kept.

    It is beside a program that is marked as portable, else where the system has such data.
    """
    from coursetracker.library.places import portable_folder  # noqa: PLC0415

    beside = portable_folder()
    if beside is not None:
        return beside
    import appdirs  # noqa: PLC0415  not needed where the folder is given

    return Path(appdirs.user_data_dir("CourseTracker", appauthor=False))
