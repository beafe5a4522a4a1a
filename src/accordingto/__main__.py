"""`python -m accordingto`, for where the command itself is not on the path."""

import sys

from accordingto.cli import main

sys.exit(main())
