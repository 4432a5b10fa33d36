"""Opens the window, or runs the command line."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run ``shiftbid``. The version is answered before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        from shiftbid import __version__

        sys.stdout.write(f"shiftbid {__version__}\n")
        return
    # Nothing that loading makes is garbage: looking for it takes an eighth of the time.
    gc.disable()
    from shiftbid.bootstrap.application import WiredApplication
    from shiftbid.cli.window import opens_window, window_line

    if opens_window(sys.argv[1:]):
        window_line(WiredApplication())()  # the window collects in its own thread (`shiftbid.ui.garbage`)
        return
    from shiftbid.cli.app import command_line

    gc.enable()
    command_line(WiredApplication())()


if __name__ == "__main__":
    main()
