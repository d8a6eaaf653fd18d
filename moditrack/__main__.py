"""`python -m moditrack`, and the installed command."""

import gc
import os
import sys

from moditrack import __version__


def command() -> int:
    """Run the command line of this process; return its exit code, or leave with it."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:  # answered before click is loaded
        try:
            print(f"moditrack {__version__}", flush=True)
            return 0
        except OSError:  # the command line below reports it
            pass
    gc.set_threshold(100_000)  # little garbage, and an early end
    from moditrack.cli import main

    code = main()
    # `main` has written everything, so nothing is lost; saves 6 million instructions of 250.
    os._exit(code)


if __name__ == "__main__":
    sys.exit(command())
