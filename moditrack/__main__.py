"""`python -m moditrack`, and the installed command."""

import gc
import sys

from moditrack import __version__


def main() -> int:
    """Run the command line of this process; return its exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before click is loaded
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


if __name__ == "__main__":
    sys.exit(main())
