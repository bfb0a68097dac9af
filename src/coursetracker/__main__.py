"""Start CourseTracker: the window, or one of the commands that need none."""

import gc
import sys


def main() -> int:
    """Run the program and return its exit status."""
    gc.disable()  # nothing made at the start is garbage; the window turns it on again
    words = sys.argv[1:]
    if not words:  # a double click: the command line need not even be loaded
        from coursetracker import starting  # noqa: PLC0415

        return starting.run()
    from coursetracker import cli  # noqa: PLC0415

    options = cli.options(words)
    if options.command is not None:
        return cli.run(options)
    from coursetracker import starting  # noqa: PLC0415  commands need no window

    return starting.run(options.file, options.data_dir, options.lang)


if __name__ == "__main__":
    sys.exit(main())
