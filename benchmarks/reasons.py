"""Reasons of a large round, each verified: ``python -m benchmarks.reasons [--staff N] [--load L] [--search-work W]``.

A made-up hall is awarded (`benchmarks.solver_speed`); then every lost wish and unwished shift is given its reason,
and each reason is recomputed from the whole award: the named rule by the checker over all candidates, an exchange's
lawfulness by the checker, its effect on every stage by counting both awards anew. Exit status 1 where one is not so.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from benchmarks.solver_speed import PERIOD, made_up_demand, made_up_person, made_up_situation
from shiftbid.bidding.points import day_off_points, shift_points
from shiftbid.bidding.reasons import AwardReasons
from shiftbid.bidding.verdict import Reason, Verdict
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import Shift
from shiftbid.domain.tie_number import tie_number
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.solver.award import AwardPerson, AwardProblem, award
from shiftbid.solver.award_costs import award_costs, values_of
from shiftbid.solver.award_model import Total, cover_groups
from shiftbid.solver.satisfaction import PointScale
from shiftbid.solver.work_limit import WorkLimit

_STAGES = (Total.MISSING, Total.TIME_OFF, Total.SHORTFALL, Total.FLOOR, Total.WELFARE, Total.BURDEN, Total.TIES)


def main(arguments: Sequence[str] | None = None) -> int:
    """Award, give reasons, verify each; print how many of each kind hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reasons", description=__doc__)
    parser.add_argument("--staff", type=int, default=100)
    parser.add_argument("--load", type=float, default=0.75, help="demand as a share of contract minutes")
    parser.add_argument("--search-work", type=float, default=WorkLimit().search_work)
    parser.add_argument("--seed", type=int, default=1)
    parsed = parser.parse_args(arguments)
    pack = load_pack("HOUSE", PERIOD.first)
    situations = {
        each.employee.id: each
        for each in (made_up_situation(number, parsed.seed, pack.id) for number in range(parsed.staff))
    }
    chance = random.Random(parsed.seed)
    bids = {employee: _bids(each, chance, pack) for employee, each in situations.items()}
    problem = _problem(situations, bids, made_up_demand(parsed.load, list(situations.values()), parsed.seed), pack)
    began = time.perf_counter()
    result = award(problem, parsed.seed, WorkLimit(search_work=parsed.search_work), _silent)
    awarded_seconds = time.perf_counter() - began
    shifts = {shift.id: shift for each in situations.values() for shift in each.candidates}
    awarded: dict[str, list[Shift]] = {employee: [] for employee in situations}
    for employee, shift in result.assignments:
        awarded[employee].append(shifts[shift])
    began = time.perf_counter()
    reasons = AwardReasons(problem, result.scales, awarded, situations, pack)
    lost = [(each.bid, each.verdict) for employee in situations for each in reasons.lost(employee, bids[employee])]
    given = [
        (each.bid, each.verdict) for employee in situations for each in reasons.unwelcome(employee, bids[employee])
    ]
    reasons_seconds = time.perf_counter() - began
    recount = Recount(problem, result.scales, awarded, situations, pack)
    told, held = Counter[str](), Counter[str]()
    for kind, verdicts in (("lost wish", lost), ("unwished shift", given)):
        for bid, verdict in verdicts:
            name = f"{kind}: {verdict.reason}"
            told[name] += 1
            held[name] += recount.holds(bid, verdict, unwelcome=kind != "lost wish")
    for name, count in sorted(told.items()):
        sys.stdout.write(f"{name:<28}{count:>6}  verified {held[name]:>6}\n")
    share = held.total() / max(1, told.total())
    sys.stdout.write(
        f"{parsed.staff} people, {told.total()} reasons, {share:.0%} verified; award {awarded_seconds:.0f} s, reasons "
        f"{reasons_seconds:.1f} s\n"
    )
    return int(held.total() < told.total())


class Recount:
    """Recomputes reasons from the whole award, by other ways than those that gave them."""

    def __init__(
        self,
        problem: AwardProblem,
        scales: Mapping[str, PointScale],
        awarded: Mapping[str, Sequence[Shift]],
        situations: Mapping[str, Situation],
        pack: RulePack,
    ) -> None:
        self._problem = problem
        self._awarded = awarded
        self._situations = situations
        self._pack = pack
        self._groups = cover_groups(problem)
        self._costs = award_costs(problem.people, [scales.get(person.employee) for person in problem.people])
        self._before = self._values({})

    def holds(self, bid: Bid, verdict: Verdict, *, unwelcome: bool) -> bool:
        """Whether a reason is so."""
        own = [shift for shift in self._awarded[bid.employee] if shift.day == bid.day]
        wished = [
            shift
            for shift in self._situations[bid.employee].candidates
            if (shift.day, shift.template) == (bid.day, bid.template)
        ]
        if verdict.reason is Reason.LAW:
            return verdict.rule in self._rules_broken(bid.employee, bid, [] if unwelcome else wished)
        theirs = [shift for shift in self._awarded.get(verdict.other or "", ()) if shift.day == bid.day]
        takes = {bid.employee: theirs if unwelcome else wished}
        if verdict.other is not None:
            takes[verdict.other] = own
        if any(self._rules_broken(employee, bid, taken) for employee, taken in takes.items()):
            return False
        after = self._values({employee: self._with(employee, bid, taken) for employee, taken in takes.items()})
        effect = tuple(after[total] - self._before[total] for total in _STAGES)
        return verdict.effect == effect and not effect < (0, 0, 0, 0, 0, 0)

    def _with(self, employee: str, bid: Bid, taken: Sequence[Shift]) -> list[Shift]:
        return [*(shift for shift in self._awarded[employee] if shift.day != bid.day), *taken]

    def _rules_broken(self, employee: str, bid: Bid, taken: Sequence[Shift]) -> set[str]:
        """Rules that a person's shifts break with those of the day replaced."""
        chosen = {shift.id for shift in self._with(employee, bid, taken)}
        return {finding.rule for finding in check(self._pack, self._situations[employee], chosen)}

    def _values(self, changed: Mapping[str, Sequence[Shift]]) -> Mapping[Total, int]:
        chosen = [
            frozenset(shift.id for shift in changed.get(person.employee, self._awarded[person.employee]))
            for person in self._problem.people
        ]
        return values_of(self._problem, self._groups, self._costs, chosen)


def _silent(share: float, text: str) -> None:
    del share, text


def _bids(situation: Situation, chance: random.Random, pack: RulePack) -> tuple[Bid, ...]:
    person = made_up_person(situation, pack.id, chance)
    shifts = {shift.id: shift for shift in situation.candidates}
    on_shifts = [(shifts[shift].day, shifts[shift].template, worth) for shift, worth in person.points.items()]
    off = [(day, None, worth) for day, worth in person.day_off_points.items()]
    return tuple(Bid(person.employee, day, template, BidLevel(worth)) for day, template, worth in (*on_shifts, *off))


def _problem(
    situations: Mapping[str, Situation], bids: Mapping[str, Sequence[Bid]], demand: Sequence[DemandSlot], pack: RulePack
) -> AwardProblem:
    people = tuple(_person(each, bids[employee], pack) for employee, each in situations.items())
    ties = {
        (person.employee, shift.id): tie_number("benchmark", person.employee, shift.id) % (1 << 16)
        for person in people
        for shift in person.candidates
    }
    return AwardProblem(tuple(demand), people, ties)


def _person(situation: Situation, bids: Sequence[Bid], pack: RulePack) -> AwardPerson:
    weekend = {shift.id: 1 for shift in situation.candidates if shift.day.weekday() > 4}
    return replace(
        made_up_person(situation, pack.id, random.Random(0)),
        points=shift_points(bids, situation.candidates),
        day_off_points=day_off_points(bids),
        burdens=weekend,
    )


if __name__ == "__main__":
    sys.exit(main())
