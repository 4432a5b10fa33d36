"""Smoke test of the frozen program: ``python packaging/smoke.py PROGRAM``.

Prints its version, plans and verifies a small demonstration with it, and opens its window on that, under Xvfb where
that is installed. Exit status 1 where anything of it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WINDOW_SECONDS = 60


def main(program: Path) -> int:
    """Run all steps; gives the exit status."""
    with tempfile.TemporaryDirectory() as scratch:
        published = Path(scratch) / "published"
        steps = (
            [str(program), "--version"],
            [str(program), "demo", "--out", str(published), "--weeks", "1", "--staff", "6", "--workers", "2"],
            [str(program), "verify", str(published)],
        )
        for step in steps:
            done = subprocess.run(step, capture_output=True, text=True, check=False, timeout=600)
            sys.stdout.write(f"{' '.join(step[1:])}: exit {done.returncode}\n")
            if done.returncode:
                sys.stderr.write(done.stdout[-2000:] + done.stderr[-4000:])
                return 1
        return _open_window(program, published)


def _open_window(program: Path, published: Path) -> int:
    command, environment = [str(program), "--folder", str(published)], dict(os.environ)
    screen = shutil.which("Xvfb")
    if screen is None:
        environment["QT_QPA_PLATFORM"] = "offscreen"
        return _stays_open(command, environment)
    environment["DISPLAY"] = ":97"
    with subprocess.Popen([screen, ":97", "-screen", "0", "1600x1000x24"], stderr=subprocess.DEVNULL) as server:
        try:
            return _stays_open(command, environment)
        finally:
            server.terminate()


def _stays_open(command: list[str], environment: dict[str, str]) -> int:
    """Wait until the window is there by name, or, where nobody can look, until it has stayed open for a while."""
    finder = shutil.which("xdotool") if "DISPLAY" in environment else None
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as window:
        deadline = time.monotonic() + WINDOW_SECONDS
        seen = False
        while time.monotonic() < deadline and window.poll() is None and not seen:
            time.sleep(1)
            if finder:
                search = [finder, "search", "--onlyvisible", "--name", "shiftbid"]
                seen = subprocess.run(search, env=environment, capture_output=True, check=False).returncode == 0
            else:
                seen = time.monotonic() > deadline - WINDOW_SECONDS + 15
        ended = window.poll()
        window.terminate()
        complaint = window.communicate(timeout=30)[1]
    if not seen or ended is not None or "Traceback" in complaint:
        sys.stderr.write(f"the window did not open: {complaint[-4000:]}\n")
        return 1
    sys.stdout.write("window: open\n")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python packaging/smoke.py PROGRAM")
    raise SystemExit(main(Path(sys.argv[1])))
