"""Reasons: why a wish was not granted or an unwelcome shift given, and the least change that would have won it.

A wish is tried in every exchange of its day: the person takes the shift or the day off, alone or with anybody who
takes in turn what the person leaves. The exchange that does least harm gives the reason: the first stage of the award
that would be worse for it. All figures are plain sums over the award, so anybody can recompute them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from shiftbid.bidding.credits import weight_of
from shiftbid.bidding.points import day_off_points, honoured, shift_points
from shiftbid.bidding.verdict import LostBid, Reason, UnwelcomeShift, Verdict
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.errors import BugError
from shiftbid.domain.shift import Shift
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.solver.award_costs import award_costs
from shiftbid.solver.award_model import AwardPerson, AwardProblem, cover_groups
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.day_moves import DayMove, Effect, StandingAward
from shiftbid.solver.personal_rosters import RosterChoice
from shiftbid.solver.satisfaction import WELFARE_UNIT, PointScale, welfare_lost_at

_CREDIT_STEPS = 100
_SCALE_WORK = CpSatWork(0.3, 1)


class AwardReasons:
    """Gives the reasons of an award.

    Parameters
    ----------
    scales
        Ends of each bidder's satisfaction, by employee.
    awarded
        Each person's shifts, by employee.
    situations
        Each person's situation with every candidate shift of the round.
    days_off
        Ids of the days off in lieu that the award gives back.
    """

    def __init__(
        self,
        problem: AwardProblem,
        scales: Mapping[str, PointScale],
        awarded: Mapping[str, Sequence[Shift]],
        situations: Mapping[str, Situation],
        pack: RulePack,
        days_off: frozenset[str] = frozenset(),
    ) -> None:
        self._people = problem.people
        self._numbers = {person.employee: number for number, person in enumerate(problem.people)}
        self._scales = scales
        self._awarded = awarded
        self._situations = situations
        self._pack = pack
        self._measure = problem.welfare.measure
        own_scales = [scales.get(person.employee) for person in problem.people]
        costs = award_costs(problem.people, own_scales, problem.welfare)
        chosen = [
            frozenset(shift.id for shift in awarded.get(person.employee, ())) | days_off & person.time_off.keys()
            for person in problem.people
        ]
        self._standing = StandingAward(problem, cover_groups(problem), costs, chosen)

    def lost(self, employee: str, bids: Sequence[Bid]) -> tuple[LostBid, ...]:
        """A reason for each `want` and `like` of a person that the award does not honour."""
        awarded = self._awarded.get(employee, ())
        return tuple(
            LostBid(bid, self._why_lost(employee, bid, bids))
            for bid in bids
            if bid.level >= BidLevel.LIKE and not honoured(bid, awarded)
        )

    def unwelcome(self, employee: str, bids: Sequence[Bid]) -> tuple[UnwelcomeShift, ...]:
        """A reason for each shift that a person has and did not wish for, whether or not they wished to avoid it.

        Who bid nothing that counts has wished for none, and is told nothing.
        """
        levels = {(bid.day, bid.template): bid.level for bid in bids}
        if not any(levels.values()):
            return ()
        unwished = (
            Bid(employee, shift.day, shift.template, levels.get((shift.day, shift.template), BidLevel.NEUTRAL))
            for shift in sorted(self._awarded.get(employee, ()), key=lambda each: (each.day, each.template))
        )
        return tuple(UnwelcomeShift(bid, self._why_given(employee, bid)) for bid in unwished if bid.level <= 0)

    def _why_lost(self, employee: str, bid: Bid, bids: Sequence[Bid]) -> Verdict:
        number = self._numbers[employee]
        wished = self._shift(employee, bid)
        found = self._standing.best(self._standing.ways(number, bid.day, wished.id if wished else None))
        if found is None:
            return self._against_the_law(employee, bid, wished)
        move, effect = found
        verdict = self._verdict(move, effect, told_bid(bid))
        if verdict.reason in (Reason.PERSON, Reason.WEIGHED, Reason.TIE):
            return replace(verdict, needs=self._needs(number, move, effect, bid, bids))
        return verdict

    def _why_given(self, employee: str, bid: Bid) -> Verdict:
        number = self._numbers[employee]
        what = f"Without template {bid.template} on {bid.day}, whoever changed that day,"
        found = self._standing.best(self._standing.ways_without(number, bid.day))
        if found is None:
            sentence = f"{what} a rule on working time would be broken."
            return Verdict(Reason.LAW, None, None, None, None, sentence)
        return self._verdict(*found, what)

    def _verdict(self, move: DayMove, effect: Effect, what: str) -> Verdict:
        if effect.improves:
            raise BugError(f"an exchange on {move.day} improves the award, which was to be left without any such")
        other = self._people[move.turns[1].person].employee if len(move.turns) > 1 else None
        reason, why = first_loss(effect, shared=other is not None)
        return Verdict(reason, None, effect, other, None, f"{what} {why}.")

    def _against_the_law(self, employee: str, bid: Bid, wished: Shift | None) -> Verdict:
        # The person's other shift of that day would make room for this one, so the rules are asked without it.
        others = [shift for shift in self._awarded.get(employee, ()) if shift.day != bid.day]
        taken = (*others, *([wished] if wished else []))
        # Rules read much faster when only the shifts taken are candidates.
        roster = replace(self._situations[employee], candidates=taken)
        findings = list(check(self._pack, roster, {shift.id for shift in taken}))
        finding = next((each for each in findings if wished is None or wished.id in each.shifts), None)
        if finding is None:
            raise BugError(f"no lawful exchange grants {employee} {told_bid(bid)}, yet no rule says why")
        return Verdict(Reason.LAW, finding.rule, None, None, None, finding.sentence)

    def _needs(self, number: int, move: DayMove, effect: Effect, bid: Bid, bids: Sequence[Bid]) -> str | None:
        """The least change that would have turned the exchange into an improvement."""
        person = self._people[number]
        scale = self._scales.get(person.employee)
        if scale is None or effect.floor or effect.burden > 0:
            return None
        own = self._standing.points_change(number, move)
        others = effect.welfare - self._change(scale, person.weight, own)
        credit = next(
            (each for each in _credits_above(person) if self._change(scale, weight_of(each), own) + others < 0), None
        )
        if credit is not None:
            return f"A credit of {credit:.2f} would have won it."
        if bid.level is not BidLevel.LIKE:
            return None
        more = int(BidLevel.WANT) - int(bid.level)
        points = (own[0], own[1] + more)
        wins = {self._change(each, person.weight, points) + others < 0 for each in _scales_with(scale, more)}
        if len(wins) > 1:
            raised = [replace(each, level=BidLevel.WANT) if each == bid else each for each in bids]
            exact = RosterChoice(_with_bids(person, raised)).scale(_SCALE_WORK) or scale
            wins = {self._change(exact, person.weight, points) + others < 0}
        return "Wished as want instead of like it would have been won." if wins == {True} else None

    def _change(self, scale: PointScale, weight: float, points: tuple[int, int]) -> int:
        """Welfare lost by going from some points to others."""
        before, after = (welfare_lost_at(scale, weight, each, self._measure) for each in points)
        return after - before

    def _shift(self, employee: str, bid: Bid) -> Shift | None:
        if bid.template is None:
            return None
        return next(
            shift
            for shift in self._situations[employee].candidates
            if shift.day == bid.day and shift.template == bid.template
        )


def first_loss(effect: Effect, *, shared: bool) -> tuple[Reason, str]:
    """The first stage that an exchange makes worse, in words."""
    if effect.missing > 0:
        return Reason.COVER, f"at least {effect.missing} more head half-hours of the demand would be missing"
    if effect.time_off > 0:
        return Reason.TIME_OFF, "a day off in lieu that is due could not be given back"
    if effect.shortfall > 0:
        return Reason.CONTRACT, f"at least {effect.shortfall} more minutes of the contracts would be lacking"
    if effect.floor > 0:
        reason = Reason.PERSON if shared else Reason.WEIGHED
        return reason, f"{effect.floor / WELFARE_UNIT:.3f} more satisfaction would be lacking to the floor"
    if effect.welfare > 0:
        lost = f"the welfare of all would be lower by {effect.welfare / WELFARE_UNIT:.3f}"
        if shared:
            return Reason.PERSON, f"{lost}: the other person would lose more than you would gain"
        return Reason.WEIGHED, f"{lost}: your other wishes weigh more"
    if effect.burden > 0:
        return Reason.WEIGHED, "late, weekend and peak shifts would be spread less evenly"
    return Reason.TIE, f"nothing would change but the sum of tie numbers, higher by {effect.ties}"


def _credits_above(person: AwardPerson) -> Iterator[float]:
    return (
        step / _CREDIT_STEPS
        for step in range(-_CREDIT_STEPS, _CREDIT_STEPS + 1)
        if weight_of(step / _CREDIT_STEPS) > person.weight
    )


def _scales_with(scale: PointScale, more: int) -> Iterator[PointScale]:
    """Every scale that a person may have once a single wish is worth so many points more."""
    for least, best in product(range(more + 1), repeat=2):
        if scale.best_points + best > scale.least_points + least:
            yield PointScale(scale.least_points + least, scale.best_points + best)


def _with_bids(person: AwardPerson, bids: Sequence[Bid]) -> AwardPerson:
    return replace(person, points=shift_points(bids, person.candidates), day_off_points=day_off_points(bids))


def told_bid(bid: Bid) -> str:
    """Begin a sentence on what granting a bid would come to."""
    what = "the day off" if bid.template is None else f"template {bid.template}"
    return f"With {what} on {bid.day}, whoever changed that day,"
