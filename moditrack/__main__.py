"""`python -m moditrack`, and the installed command."""

import gc
import os
import sys

from moditrack import __version__


def main() -> int:
    """Run the command line of this process; return its exit code."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:  # answered before click is loaded
        try:
            print(f"moditrack {__version__}", flush=True)
            return 0
        except OSError:  # the command line below says what is wrong
            pass
    # A command is over before garbage gathers: to look for it while modules load, and once more at
    # the end, takes as long as a query.
    gc.set_threshold(100_000)
    from moditrack.cli import main as run

    try:
        return run()
    finally:
        gc.freeze()


def command() -> int:
    """The installed command: main, and an end without taking the interpreter apart, which would
    take as long as a query. Where something watches (a tracer, a profiler) or runs on (a thread),
    the end is Python's own; so it is with `python -m moditrack`.
    """
    code = main()
    watched = sys.gettrace() is not None or sys.getprofile() is not None
    if watched or len(sys._current_frames()) > 1:
        return code
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
