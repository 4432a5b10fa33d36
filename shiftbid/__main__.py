"""Opens the window, or runs the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``shiftbid``. The version is answered before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        from shiftbid import __version__

        sys.stdout.write(f"shiftbid {__version__}\n")
        return
    from shiftbid.bootstrap.application import WiredApplication
    from shiftbid.cli.app import command_line

    command_line(WiredApplication())()


if __name__ == "__main__":
    main()
