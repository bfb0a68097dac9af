"""Start CourseTracker: the window, or one of the commands that need none."""

import gc
import sys

from coursetracker import cli


def main() -> int:
    """Run the program and return its exit status."""
    gc.disable()  # nothing made at the start is garbage; the window turns it on again
    options = cli.options(sys.argv[1:])
    if options.command is not None:
        return cli.run(options)
    from coursetracker import app  # noqa: PLC0415  commands need no window

    return app.run(options.file, options.data_dir, options.lang)


if __name__ == "__main__":
    sys.exit(main())
