"""`python -m showcause` is the command `showcause`."""

import sys

from showcause.cli import main

if __name__ == "__main__":
    sys.exit(main())
