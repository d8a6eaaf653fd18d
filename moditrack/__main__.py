"""`python -m moditrack`."""

import sys

from moditrack.cli import main

if __name__ == "__main__":
    sys.exit(main())
