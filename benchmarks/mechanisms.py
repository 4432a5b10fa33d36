"""The same bids under all methods: ``python -m benchmarks.mechanisms [FILE ...] [--seconds S] [--insincere]``.

FILE is an award instance, or a PrefLib ``.cat`` file of reviewers' bids (yes 2 points, maybe 1; each paper wants three
reviewers, each reviewer takes at most six). For each method: heads missing, least and mean satisfaction, Gini
coefficient, envy, seconds. With ``--insincere`` a second table: what each of twenty ways of bidding other than one
wishes brings a tenth of the staff (`benchmarks.insincere`).

Exit status 1 where a method breaks the law, or leaves fewer missing than Nash welfare does.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.award_files import read_award
from benchmarks.insincere import STRATEGIES, gains_of, liars_of, with_lies
from benchmarks.option_values import positive_count, positive_seconds
from shiftbid.bidding.picking import Turn, by_seniority, open_claims, pick, snake_draft
from shiftbid.domain.errors import InputError
from shiftbid.solver.nash_award.award import AwardEffort, award_seats
from shiftbid.solver.nash_award.claim_guard import ClaimGuard
from shiftbid.solver.nash_award.plain_awards import cover_alone, greatest_least, greatest_sum
from shiftbid.solver.nash_award.seats import Bidder, IntArray, SeatAward, law_broken, points_won, unmet

SHARED = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
_FILES = ("awards/hall30.json", "awards/hall100.json", "awards/hall200.json", "ballots/bids/00039-00000001.cat")
_REVIEWERS_A_PAPER, _PAPERS_A_REVIEWER = 3, 6
_YES_POINTS, _MAYBE_POINTS = 2, 1
_CLAIMS_A_WAVE = 3
_ENVY = 1.1
_TEMPTING = (*("Nash welfare", "sum of satisfactions", "open claims in waves", "snake draft", "strict seniority"),)
"""Methods in which lies are tried: cover alone looks at no bids, and the greatest least mostly ends on the clock."""
_LIARS_SEED = 1

Rosters = Sequence[IntArray] | None
Method = Callable[[SeatAward], Rosters]


def main(arguments: Sequence[str] | None = None) -> int:
    """Award each file's seats by all methods; print a table a file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mechanisms", description=__doc__)
    parser.add_argument("files", metavar="FILE", type=Path, nargs="*", default=[SHARED / name for name in _FILES])
    parser.add_argument(
        "--seconds", metavar="S", type=positive_seconds, default=60.0, help="most for each optimised award"
    )
    parser.add_argument(
        "--workers", metavar="N", type=positive_count, default=2, help="processor cores that may be used"
    )
    parser.add_argument(
        "--insincere", action="store_true", help="also tell what insincere bids bring; takes far longer"
    )
    parsed = parser.parse_args(arguments)
    worst = 0
    for path in parsed.files:
        try:
            award = read_reviews(path) if path.suffix == ".cat" else read_award(path).award
        except InputError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        by_name = methods(parsed.seconds, parsed.workers)
        worst = max(worst, compare(path.name, award, by_name))
        if parsed.insincere:
            tempt(award, {name: method for name, method in by_name.items() if name in _TEMPTING})
    return worst


def methods(seconds: float, workers: int) -> Mapping[str, Method]:
    """Methods by name; the default first."""
    effort = AwardEffort(seconds, workers)
    return {
        "Nash welfare": lambda award: award_seats(award, effort, _quiet).rosters or None,
        "sum of satisfactions": lambda award: greatest_sum(award, seconds),
        "greatest least, then mean": lambda award: greatest_least(award, seconds),
        "open claims in waves": lambda award: _claimed(
            award, seconds, lambda order: open_claims(order, _longest(award), _CLAIMS_A_WAVE)
        ),
        "snake draft": lambda award: _claimed(award, seconds, lambda order: snake_draft(order, _longest(award))),
        "strict seniority": lambda award: _claimed(award, seconds, by_seniority),
        "cover alone": lambda award: cover_alone(award, seconds),
    }


def compare(name: str, award: SeatAward, by_name: Mapping[str, Method]) -> int:
    """Print a table of all methods; gives 1 where the law is broken or Nash welfare leaves more missing."""
    sys.stdout.write(f"\n{name}: {len(award.people)} people, {int(award.seats.sum())} heads\n")
    sys.stdout.write(f"{'method':<26}{'unmet':>6}{'least':>7}{'mean':>7}{'Gini':>7}{'envy':>6}{'seconds':>9}\n")
    status, default_unmet = 0, None
    for label, method in by_name.items():
        began = time.monotonic()
        rosters = method(award)
        seconds = time.monotonic() - began
        if rosters is None:
            sys.stdout.write(f"{label:<26}  none in time{seconds:>47.1f}\n")
            status = max(status, int(default_unmet is None))
            continue
        missing = unmet(award, rosters)
        shares = satisfactions(award, rosters)
        default_unmet = missing if default_unmet is None else default_unmet
        broken = law_broken(award, rosters)
        status = max(status, int(bool(broken) or missing < default_unmet))
        sys.stdout.write(
            f"{label:<26}{missing:>6}{min(shares):>7.2f}{statistics.fmean(shares):>7.3f}{gini(shares):>7.3f}"
            f"{envious_pairs(award, rosters):>6}{seconds:>9.1f}{' ' + broken[0] if broken else ''}\n"
        )
        sys.stdout.flush()
    return status


def tempt(award: SeatAward, by_name: Mapping[str, Method]) -> None:
    """Print what each insincere strategy brings under each method, in hundredths of true satisfaction."""
    liars = liars_of(award, _LIARS_SEED)
    sys.stdout.write(f"\n{len(liars)} people bid insincerely: mean gain (greatest), hundredths of true satisfaction\n")
    columns = "".join(f"{name:>22}" for name in by_name)
    sys.stdout.write(f"{'strategy':<34}{columns}\n")
    honest = {name: method(award) for name, method in by_name.items()}
    for label, strategy in STRATEGIES.items():
        bid = with_lies(award, liars, strategy)
        sys.stdout.write(f"{label:<34}")
        for name, method in by_name.items():
            before, after = honest[name], method(bid)
            told = "none in time"
            if before is not None and after is not None:
                gains = gains_of(award, liars, before, after)
                told = f"{100 * statistics.fmean(gains):.1f} ({100 * max(gains):.1f})"
            sys.stdout.write(f"{told:>22}")
            sys.stdout.flush()
        sys.stdout.write("\n")


def satisfactions(award: SeatAward, rosters: Sequence[IntArray]) -> list[float]:
    """Points won as a share of the best points alone, of the people who bid."""
    pairs = zip(award.people, rosters, strict=True)
    return [points_won(person, roster) / person.best_points for person, roster in pairs if person.best_points]


def gini(values: Sequence[float]) -> float:
    """Gini coefficient: 0 where all are equal, (n - 1) / n where one has all."""
    ordered, count = sorted(values), len(values)
    total = sum(ordered)
    weighted = sum((2 * place - count - 1) * value for place, value in enumerate(ordered, 1))
    return weighted / (count * total) if total else 0.0


def envious_pairs(award: SeatAward, rosters: Sequence[IntArray]) -> int:
    """Pairs of whom the first would win over 10 % more points with the second's roster, and could legally work it."""
    pairs = 0
    for number, person in enumerate(award.people):
        own = points_won(person, rosters[number])
        for other, roster in enumerate(rosters):
            if other != number and points_won(person, roster) > _ENVY * own and _could_work(award, person, roster):
                pairs += 1
    return pairs


def read_reviews(path: Path) -> SeatAward:
    """Read reviewers' bids: each paper is a day of its own with three seats.

    Raises
    ------
    InputError
        The file cannot be read, or a line is no ballot of categories.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), [f"cannot be read as UTF-8 text: {error}"]) from error
    ballots = [line for line in lines if line.strip() and not line.startswith("#")]
    categories = [
        [[int(each) - 1 for each in re.findall(r"\d+", part)] for part in re.findall(r"\{[^}]*\}|\d+", line)[1:]]
        for line in ballots
    ]
    if not ballots or any(len(parts) < 2 for parts in categories):
        raise InputError(str(path), ["give ballots as 'count: {yes},{maybe},...'"])
    papers = 1 + max(paper for parts in categories for part in parts for paper in part)
    people: list[Bidder] = []
    for number, (yes, maybe, *_) in enumerate(categories):
        points = np.zeros((papers, 1), dtype=np.int64)
        points[yes], points[maybe] = _YES_POINTS, _MAYBE_POINTS
        best = int(np.sort(points[:, 0])[-_PAPERS_A_REVIEWER:].sum())
        free = np.ones(papers, dtype=np.bool_)
        people.append(Bidder(f"r{number}", (0,), (_PAPERS_A_REVIEWER,), papers, free, (), 1.0, best, points))
    never = np.zeros(papers, dtype=np.bool_)
    return SeatAward(
        seats=np.full((papers, 1), _REVIEWERS_A_PAPER, dtype=np.int64),
        skill_seats=np.zeros((0, papers, 1), dtype=np.int64),
        week_of=np.zeros(papers, dtype=np.int64),
        saturday=never,
        follows=np.ones((1, 1), dtype=np.bool_),
        after_yesterday=never,
        people=tuple(people),
        least_satisfaction=0.02,
    )


def _claimed(award: SeatAward, seconds: float, turns: Callable[[Sequence[str]], Iterator[Turn]]) -> Rosters:
    """Play a mechanism of claims behind the guard, in the order of credit; who wishes nothing more is filled in."""
    start = greatest_sum(award, seconds)
    if start is None:
        return None
    guard = ClaimGuard(award, start, seed=1)
    numbers = {person.id: number for number, person in enumerate(award.people)}
    places = {f"{day}|{template}": (day, template) for day, template in np.ndindex(award.seats.shape)}
    wishes = {person.id: _wishes(person) for person in award.people}
    order = sorted(numbers, key=lambda name: (-award.people[numbers[name]].weight, name))
    pick(turns(order), wishes, lambda name, seat: guard.claim(numbers[name], places[seat]))
    return guard.rosters


def _wishes(person: Bidder) -> list[str]:
    """Seats that a person bid on, most points first."""
    seats = [(-int(person.points[day, at]), int(day), int(at)) for day, at in np.argwhere(person.points > 0)]
    return [f"{day}|{at}" for _, day, at in sorted(seats)]


def _longest(award: SeatAward) -> int:
    return max((int((person.points > 0).sum()) for person in award.people), default=0)


def _could_work(award: SeatAward, person: Bidder, roster: IntArray) -> bool:
    alone = [roster if other is person else np.full(award.days, -1) for other in award.people]
    return not any(fault.startswith(f"{person.id} ") for fault in law_broken(award, alone))


def _quiet(heads: int | None, welfare: float, bound: float) -> None:
    del heads, welfare, bound


if __name__ == "__main__":
    sys.exit(main())
