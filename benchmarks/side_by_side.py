"""Ours beside a plain model and pyworkforce: ``python -m benchmarks.side_by_side [--seconds S] [NAME …]``.

Every instance is solved three ways, one after the other in processes of their own, with the same seconds and workers:
by the product, by one CP-SAT model with its own settings, and by pyworkforce where it can state the instance. Every
answer is counted again from the instance. Awards show heads unmet and welfare; the others their cost. Names such as
``hall30``, ``DataSet1``, ``week`` or ``Instance5`` choose some of the instances; without, one of each kind is solved.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.one_way import WAYS
from benchmarks.option_values import positive_count, positive_seconds

SHARED = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
SETS = ("awards/*.json", "shift_design_dbai/*/*.dzn", "template_week/*.json", "curtois_qu_2014/*.txt")
USUAL = ("hall30", "RandomExample1", "week", "Instance5")
START_SECONDS = 60.0
"""Beyond its seconds, what a way may take to load, build its model and count."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Solve and print the table; gives 2 where the instances are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.side_by_side", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*")
    parser.add_argument("--seconds", metavar="S", type=positive_seconds, default=20.0)
    parser.add_argument("--workers", metavar="N", type=positive_count, default=2)
    parsed = parser.parse_args(arguments)
    instances = chosen(parsed.names or USUAL)
    if not instances:
        sys.stderr.write(f"no such instance under {SHARED}: the published sets lie beside the checkout, in ../shared\n")
        return 2
    sys.stdout.write(f"{'instance':<24}{'way':<13}{'objective':>16}{'bound':>16}{'gap':>9}{'s':>7}{'load':>6}  note\n")
    for path in instances:
        for way in WAYS:
            shown = solved(way, path, parsed.seconds, parsed.workers)
            name = f"{path.parent.name}/{path.stem}" if path.suffix == ".dzn" else path.stem
            sys.stdout.write(
                f"{name:<24}{way:<13}{shown['objective']:>16}{shown['bound']:>16}{shown['gap']:>9}"
                f"{shown['seconds']:>7}{os.getloadavg()[0]:>6.1f}  {shown['note']}\n"
            )
            sys.stdout.flush()
    return 0


def chosen(names: Sequence[str]) -> list[Path]:
    """Instances whose stem is a name, or whose folder is."""
    every = [path for pattern in SETS for path in sorted(SHARED.glob(pattern))]
    return [path for path in every if path.stem in names or path.parent.name in names]


def solved(way: str, instance: Path, seconds: float, workers: int) -> dict[str, Any]:
    """Solve an instance one way in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.one_way", way, str(instance)]
    options = ["--seconds", str(seconds), "--workers", str(workers)]
    try:
        done = subprocess.run(
            [*command, *options], capture_output=True, text=True, check=False, timeout=seconds + START_SECONDS
        )
    except subprocess.TimeoutExpired:
        return _without(f"stopped {START_SECONDS:g} s after its time", seconds + START_SECONDS)
    if done.returncode:
        return _without(f"failed: {done.stderr.strip().splitlines()[-1:]}", 0.0)
    return json.loads(done.stdout.splitlines()[-1])


def _without(note: str, seconds: float) -> dict[str, Any]:
    return {"objective": "none", "bound": "-", "gap": "-", "seconds": seconds, "note": note}


if __name__ == "__main__":
    sys.exit(main())
