"""Awards of seats: ``python -m benchmarks.award INSTANCE.json --seconds S [--workers N] --out R.json``.

Law always, then the fewest heads missing, then the greatest credit-weighted Nash welfare, with limits on both. Ends
when the unmet demand is proven least and the gap of the welfare is at most 0.1 %. The answer is counted again from the
file before it is written. Exit status 1 where it is not legal or there is none, 2 for bad usage or bad input.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.award_checks import find_faults, satisfactions
from benchmarks.award_files import AwardFile, read_award
from benchmarks.option_values import positive_count, positive_seconds
from shiftbid.domain.errors import InputError
from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.nash_award.award import AwardEffort, SeatsAwarded, award_seats
from shiftbid.solver.nash_award.no_award import why_no_award
from shiftbid.solver.nash_award.seats import SeatAward

_SHOWN_FAULTS = 5
# Left for checking and writing.
_KEPT_SHARE, _KEPT_SECONDS = 0.02, 0.3


def main(arguments: Sequence[str] | None = None) -> int:
    """Award, check, write, print one line."""
    began = time.monotonic()
    parser = argparse.ArgumentParser(prog="python -m benchmarks.award", description=__doc__)
    parser.add_argument("instance", metavar="INSTANCE.json", type=Path)
    parser.add_argument(
        "--seconds", metavar="S", type=positive_seconds, required=True, help="wall clock of the whole process"
    )
    parser.add_argument(
        "--workers", metavar="N", type=positive_count, default=1, help="processor cores that may be used"
    )
    parser.add_argument("--out", metavar="R.json", type=Path, required=True)
    parsed = parser.parse_args(arguments)
    try:
        read = read_award(parsed.instance)
        seconds = parsed.seconds * (1 - _KEPT_SHARE) - _KEPT_SECONDS - (time.monotonic() - began)
        outcome = award_seats(read.award, AwardEffort(seconds, parsed.workers), _quiet)
        answer = as_record(read, outcome, time.monotonic() - began)
        faults = find_faults(read.case, answer) if outcome.rosters else _no_award(read.award, outcome)
        if not faults:
            parsed.out.write_text(json.dumps(answer, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    verdict = "; ".join(faults[:_SHOWN_FAULTS]) or "checked"
    sys.stdout.write(f"{parsed.instance.name}: {summary(answer)}, {verdict}\n")
    return 1 if faults else 0


def as_record(read: AwardFile, outcome: SeatsAwarded, seconds: float) -> Mapping[str, Any]:
    """Bring an outcome into the output's form; limits that are not known are null."""
    roster = {person.id: read.seat_names(row) for person, row in zip(read.award.people, outcome.rosters, strict=False)}
    shares = list(satisfactions(read.case, roster).values()) if roster else []
    bounded = math.isfinite(outcome.welfare_bound)
    return {
        "unmet": outcome.unmet,
        "unmet_bound": outcome.unmet_bound,
        "welfare": outcome.welfare if roster else None,
        "welfare_bound": outcome.welfare_bound if bounded else None,
        "gap": outcome.gap if roster and bounded else None,
        "min_satisfaction": min(shares, default=None),
        "mean_satisfaction": statistics.fmean(shares) if shares else None,
        "status": outcome.status.value,
        "seconds": round(seconds, 3),
        "roster": roster,
    }


def summary(answer: Mapping[str, Any]) -> str:
    """Put an answer in a line."""
    gap = "unknown" if answer["gap"] is None else f"{answer['gap']:.3%}"
    welfare = "none" if answer["welfare"] is None else f"{answer['welfare']:.4f}"
    return (
        f"{answer['status']}, {answer['unmet']} unmet (bound {answer['unmet_bound']}), welfare {welfare}"
        f" (gap {gap}), {answer['seconds']:.2f} s"
    )


def _quiet(unmet: int | None, welfare: float, welfare_bound: float) -> None:
    del unmet, welfare, welfare_bound


def _no_award(award: SeatAward, outcome: SeatsAwarded) -> list[str]:
    if outcome.status is SolveStatus.INFEASIBLE:
        return ["no award keeps the law", *why_no_award(award)]
    return ["no award was found in time"]


if __name__ == "__main__":
    sys.exit(main())
