"""Start CourseTracker: the window, or one of the commands that need none."""

import gc
import os
import sys
from pathlib import Path


def main() -> int:
    """Run the program and return its exit status."""
    gc.disable()  # nothing made at the start is garbage; the window collects what comes later
    words = sys.argv[1:]
    if not words:  # a double click: the command line need not even be loaded
        return open_window()
    _print_into_nothing()
    from coursetracker.options import chosen  # noqa: PLC0415

    options = chosen(words)
    if options.command is None:
        return open_window(options.file, options.data_dir, options.lang, beside=options.new_window)
    from coursetracker import cli  # noqa: PLC0415

    return cli.run(options)


def _print_into_nothing() -> None:
    """Let a program that has no console, as on Windows, print what nobody reads."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  to the end
            setattr(sys, name, nowhere)


def open_window(
    path: Path | None = None,
    folder: Path | None = None,
    language: str | None = None,
    *,
    beside: bool = False,
) -> int:
    """Open the window, or let the one that is open on the same library open the file.

    With *beside* there is another window in any case.
    """
    from coursetracker.instance import Claim, claim_or_hand_over  # noqa: PLC0415
    from coursetracker.library.folder import data_folder  # noqa: PLC0415

    folder = folder or data_folder()
    claim = Claim() if beside else claim_or_hand_over(folder, path)
    if claim is None:
        return 0
    from coursetracker import starting  # noqa: PLC0415  neither commands nor later starts need Qt

    return starting.run(claim, folder, path, language)


if __name__ == "__main__":
    sys.exit(main())
