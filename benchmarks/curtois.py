"""Rosters of Curtois and Qu: ``python -m benchmarks.curtois INSTANCE.txt --seconds S [--workers N] --out R.json``.

Writes ``{"instance","objective","bound","seconds","roster"}``: one list a person, one entry a day, "" is off. The
answer is counted again rule by rule before it is written: exit status 1 where it is not legal or there is none, 2 for
bad usage or bad input. ``--seconds`` is the wall clock of the whole process; it ends early when proven optimal.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.curtois_checks import OFF, Roster, roster_cost, roster_faults
from benchmarks.curtois_files import read_instance
from benchmarks.option_values import positive_count, positive_seconds
from shiftbid.domain.errors import InputError
from shiftbid.solver.rosters.solve import RosterProgress, RosterResult, solve_rosters

_CLOSING_SECONDS = 0.3
"""Kept for counting the answer again and for writing it."""
_SHOWN_FAULTS = 5


def main(arguments: Sequence[str] | None = None, seconds_gone: float = 0.0) -> int:
    """Solve, check, write, print one line; `seconds_gone`: what the process has taken before."""
    began = time.monotonic() - seconds_gone
    parsed = _parser().parse_args(arguments)
    try:
        problem = read_instance(parsed.instance)
        left = parsed.seconds - _CLOSING_SECONDS - (time.monotonic() - began)
        result = solve_rosters(problem, max(0.0, left), parsed.workers, parsed.seed, _show_progress)
        roster = as_texts(result)
        faults = roster_faults(problem, roster) if roster else [_why_none(result)]
        cost = None if faults else roster_cost(problem, roster)
        if not faults and cost != result.value:
            faults = [f"the roster costs {cost}, not {result.value}"]
        seconds = round(time.monotonic() - began, 2)
        if not faults:
            record = {
                "instance": parsed.instance.stem,
                "objective": cost,
                "bound": result.limit,
                "seconds": seconds,
                "roster": roster,
            }
            parsed.out.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    for failure in result.failures:
        sys.stderr.write(failure)
    size = f"{len(problem.people)} people, {problem.days} days, {len(problem.shifts)} shifts"
    shown = f"{parsed.instance.name}: {size}, {result.status}, "
    if roster:
        verdict = f"not legal: {'; '.join(faults[:_SHOWN_FAULTS])}" if faults else "checked"
        gap = "no gap" if result.gap is None else f"gap {result.gap:.2%}"
        shown += f"objective {result.value}, bound {result.limit}, {gap}, {seconds:.1f} s, {verdict}"
    else:
        shown += f"{faults[0]}, bound {result.limit}, {seconds:.1f} s"
    sys.stdout.write(f"{shown}\n")
    return 1 if faults else 0


def as_texts(result: RosterResult) -> Roster:
    """Bring a roster into the form of the output."""
    return {person: [shift or OFF for shift in row] for person, row in result.roster.items()}


def _why_none(result: RosterResult) -> str:
    if result.without_roster:
        return f"no legal roster for {', '.join(result.without_roster)}"
    return "no roster found in the time"


def _show_progress(progress: RosterProgress) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{progress.seconds:7.1f} s  best {progress.value}  bound {progress.limit}   ")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.curtois", description=__doc__)
    parser.add_argument("instance", metavar="INSTANCE.txt", type=Path)
    parser.add_argument(
        "--seconds", metavar="S", type=positive_seconds, required=True, help="wall clock of the whole process"
    )
    parser.add_argument(
        "--workers", metavar="N", type=positive_count, default=2, help="solver processes, at least 2 are used"
    )
    parser.add_argument("--seed", metavar="K", type=int, default=1)
    parser.add_argument("--out", metavar="R.json", type=Path, required=True)
    return parser


if __name__ == "__main__":
    # A process has run at least as long as it has used its processor.
    sys.exit(main(seconds_gone=time.process_time()))
