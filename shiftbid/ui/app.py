"""Opens the window. Importing this module loads no Qt, so that a missing system library can be explained first."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from shiftbid.services.desktop import DesktopServices
from shiftbid.ui.system_libraries import import_problem, start_problem

CANNOT_START = 2


def run(services: DesktopServices, argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; gives the exit status of the process.

    Parameters
    ----------
    argv
        Command line with the program's name first; Qt takes its own options from it.
    """
    problem = start_problem(sys.platform, os.environ)
    if problem is None:
        try:
            from shiftbid.ui.application import open_window
        except ImportError as error:
            problem = import_problem(error)
            if problem is None:
                raise
        else:
            return open_window(services, argv)
    sys.stderr.write(f"{problem}\n")
    return CANNOT_START
