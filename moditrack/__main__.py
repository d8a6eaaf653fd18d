"""`python -m moditrack`, and the installed command."""

import gc
import sys

from moditrack import __version__


def command() -> int:
    """Run the command line of this process; return its exit code."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:  # answered before click is loaded
        try:
            print(f"moditrack {__version__}", flush=True)
            return 0
        except OSError:  # the command line below reports it
            pass
    gc.set_threshold(100_000)  # with the freeze below saves 6 ms: little garbage, and an early end
    try:
        from moditrack.cli import main

        return main()
    except KeyboardInterrupt:  # while modules are loaded, or at the very end
        if sys.stderr is not None:
            sys.stderr.write("\n")
        return 130
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(command())
