"""``python -m benchmarks``: every runner on the published sets of ``../shared/benchmarks``, one line each."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
RUNS = (
    ("benchmarks.queueing", "stationary", "queueing/stationary.csv"),
    ("benchmarks.queueing", "time-varying", "queueing/time_varying.csv"),
    ("benchmarks.requirement", "hall_days/days.csv"),
    ("benchmarks.rules", "../rules/cases.yaml"),
    ("benchmarks.ballots", "--method", "equal-shares", "ballots/pabulib/Netherlands_Assen_2024.pb"),
    ("benchmarks.election", "--seconds", "15", "elections/election120.json"),
    ("benchmarks.award", "--seconds", "60", "awards/hall100.json"),
    ("benchmarks.curtois", "--seconds", "60", "curtois_qu_2014/Instance5.txt"),
    ("benchmarks.shift_design", "--seconds", "10", "shift_design_dbai/DataSet3/RandomExample23.dzn"),
    ("benchmarks.shift_design", "--seconds", "60", "shift_design_dbai/DataSet2/RandomExample27.dzn"),
    ("benchmarks.template_week", "--seconds", "60", "template_week/week.json"),
)
SPEEDS = ("benchmarks.conflicts", "benchmarks.staffing_speed", "benchmarks.solver_speed", "benchmarks.rules_speed")


def main() -> int:
    """Run all; gives 1 where a runner found its own answer not legal, 2 where the sets are not there."""
    if not SHARED.is_dir():
        sys.stderr.write(f"{SHARED} is not there: the published sets lie beside the checkout, in ../shared\n")
        return 2
    worst = 0
    with tempfile.TemporaryDirectory() as scratch:
        for module, *arguments, instances in RUNS:
            out = Path(scratch) / "answer.csv"
            worst = max(worst, _run(module, *arguments, str(SHARED / instances), "--out", str(out)))
    return max([worst, *(_run(module) for module in SPEEDS)])


def _run(module: str, *arguments: str) -> int:
    sys.stdout.write(f"\n{module} {' '.join(arguments)}\n")
    sys.stdout.flush()
    return subprocess.run([sys.executable, "-m", module, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
