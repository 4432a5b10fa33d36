"""The store's clock at the instant that stands in a file: imported by the window and by its worker process."""

from __future__ import annotations

import os
from pathlib import Path

from shiftbid.storage import clock

CLOCK_FILE = "SHIFTBID_JOURNEY_CLOCK"


def _written() -> int:
    return int(Path(os.environ[CLOCK_FILE]).read_text(encoding="utf-8"))


if CLOCK_FILE in os.environ:
    clock.seconds_now = _written
