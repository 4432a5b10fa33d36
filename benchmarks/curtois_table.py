"""Our rosters beside a plain one-shot CP-SAT model: ``python -m benchmarks.curtois_table INSTANCE.txt ...``.

Both get the same seconds and workers, one after the other, and every roster is counted again. The plain model is the
whole problem in one: no start, no prices, the solver's own settings; ``--only-ours`` leaves it out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.curtois import as_texts
from benchmarks.curtois_checks import Roster, roster_cost, roster_faults
from benchmarks.curtois_files import read_instance
from benchmarks.option_values import positive_count, positive_seconds
from shiftbid.domain.errors import InputError
from shiftbid.solver.rosters.problem import RosterProblem
from shiftbid.solver.rosters.solve import solve_rosters

_OURS = f"{'instance':<14}{'ours':>9}{'bound':>9}{'gap':>8}{'s':>7}"
_PLAIN = f"{'plain':>9}{'bound':>9}{'gap':>8}{'s':>7}{'ratio':>8}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A cost counted again (None: no roster), a bound and the seconds taken."""

    cost: int | None
    bound: int | None
    seconds: float

    def shown(self) -> str:
        """Give the answer's four columns."""
        gap = "-" if not self.cost or self.bound is None else f"{(self.cost - self.bound) / self.cost:.1%}"
        return f"{_dash(self.cost):>9}{_dash(self.bound):>9}{gap:>8}{self.seconds:>7.1f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Solve twice, check and print one line an instance."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.curtois_table", description=__doc__)
    parser.add_argument("instances", metavar="INSTANCE.txt", type=Path, nargs="+")
    parser.add_argument("--seconds", metavar="S", type=positive_seconds, default=60.0)
    parser.add_argument("--workers", metavar="N", type=positive_count, default=2)
    parser.add_argument("--seed", metavar="K", type=int, default=1)
    parser.add_argument("--only-ours", action="store_true", help="leave the plain model out")
    parsed = parser.parse_args(arguments)
    sys.stdout.write(f"{_OURS}{'' if parsed.only_ours else _PLAIN}\n")
    try:
        for path in parsed.instances:
            problem = read_instance(path)
            ours = solve_ours(problem, parsed.seconds, parsed.workers, parsed.seed)
            if parsed.only_ours:
                sys.stdout.write(f"{path.stem:<14}{ours.shown()}\n")
                sys.stdout.flush()
                continue
            plain = solve_plain(problem, parsed.seconds, parsed.workers)
            ratio = f"{plain.cost / ours.cost:.2f}" if plain.cost and ours.cost else "-"
            sys.stdout.write(f"{path.stem:<14}{ours.shown()}{plain.shown()}{ratio:>8}\n")
            sys.stdout.flush()
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename}: {error.strerror}\n")
        return 2
    return 0


def solve_ours(problem: RosterProblem, seconds: float, workers: int, seed: int = 1) -> Answer:
    """Solve with `solve_rosters`."""
    result = solve_rosters(problem, seconds, workers, seed)
    return Answer(_counted(problem, as_texts(result)), result.limit, result.seconds)


def solve_plain(problem: RosterProblem, seconds: float, workers: int) -> Answer:
    """Solve the whole problem as one CP-SAT model."""
    # The processes of our solver load this module again; the one that loads HiGHS must not load OR-Tools with it.
    from benchmarks.plain_rosters import plain_answer

    plain = plain_answer(problem, seconds, workers)
    return Answer(_counted(problem, plain.roster), plain.bound, plain.seconds)


def _counted(problem: RosterProblem, roster: Roster) -> int | None:
    return None if not roster or roster_faults(problem, roster) else roster_cost(problem, roster)


def _dash(number: int | None) -> str:
    return "-" if number is None else str(number)


if __name__ == "__main__":
    sys.exit(main())
