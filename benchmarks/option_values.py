"""What the runners' options may be: a wrong one is bad usage, told by argparse."""

from __future__ import annotations

import argparse
import math


def positive_seconds(text: str) -> float:
    """Read an option as a number of seconds above 0."""
    value = float(text)
    if not (math.isfinite(value) and value > 0):
        raise argparse.ArgumentTypeError("give a number above 0")
    return value


def positive_count(text: str) -> int:
    """Read an option as a whole number above 0."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("give 1 or more")
    return value
