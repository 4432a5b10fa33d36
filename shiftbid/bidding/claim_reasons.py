"""Reasons of an award in which people took their wishes one after the other.

A wish is tried in every exchange of its day, as in `shiftbid.bidding.reasons`; but what was claimed stays, and an
exchange counts as a loss only where more of the demand, of time off due or of the contracts would be missing. All else
is not weighed: it follows from the order of the turns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date

from shiftbid.bidding.reasons import AwardReasons, first_loss, told_bid
from shiftbid.bidding.verdict import Reason, Verdict
from shiftbid.domain.bid import Bid
from shiftbid.domain.errors import BugError
from shiftbid.domain.shift import Shift
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation
from shiftbid.solver.award_guard import costs_cover
from shiftbid.solver.award_model import AwardProblem
from shiftbid.solver.day_moves import DayMove, Effect
from shiftbid.solver.satisfaction import PointScale


class ClaimReasons(AwardReasons):
    """Gives the reasons of an award by claims.

    Parameters
    ----------
    claimed
        Employee and day of every claim that was accepted; for the rest see `AwardReasons`.
    """

    def __init__(
        self,
        problem: AwardProblem,
        scales: Mapping[str, PointScale],
        awarded: Mapping[str, Sequence[Shift]],
        situations: Mapping[str, Situation],
        pack: RulePack,
        days_off: frozenset[str],
        claimed: Set[tuple[str, date]],
    ) -> None:
        super().__init__(problem, scales, awarded, situations, pack, days_off)
        self._claimed = claimed

    def _why_lost(self, employee: str, bid: Bid, bids: Sequence[Bid]) -> Verdict:
        del bids
        what = told_bid(bid)
        if (employee, bid.day) in self._claimed:
            sentence = f"{what} you would give up what you took before it that day."
            return Verdict(Reason.CLAIMED, None, None, None, None, sentence)
        number = self._numbers[employee]
        wished = self._shift(employee, bid)
        moves = list(self._standing.ways(number, bid.day, wished.id if wished else None))
        found = self._standing.best(filter(self._leaves_claims, moves))
        if found is not None:
            if not costs_cover(found[1]):
                raise BugError(f"{employee}: {what} nothing would be lost, and yet the claim was refused")
            return self._dear(*found, what)
        taken = self._standing.best(iter(moves))
        return self._against_the_law(employee, bid, wished) if taken is None else self._taken(*taken, what)

    def _why_given(self, employee: str, bid: Bid) -> Verdict:
        number = self._numbers[employee]
        what = f"Without template {bid.template} on {bid.day}, whoever changed that day,"
        moves = list(self._standing.ways_without(number, bid.day))
        found = self._standing.best(filter(self._leaves_claims, moves))
        if found is None:
            taken = self._standing.best(iter(moves))
            if taken is not None:
                return self._taken(*taken, what)
            return Verdict(Reason.LAW, None, None, None, None, f"{what} a rule on working time would be broken.")
        move, effect = found
        if costs_cover(effect):
            return self._dear(move, effect, what)
        sentence = (
            f"{what} no cover would be lost; but nobody who could have it claimed it, and only claims move shifts."
        )
        return Verdict(Reason.UNCLAIMED, None, effect, self._other(move), None, sentence)

    def _dear(self, move: DayMove, effect: Effect, what: str) -> Verdict:
        other = self._other(move)
        reason, why = first_loss(effect, shared=other is not None)
        return Verdict(reason, None, effect, other, None, f"{what} {why}.")

    def _taken(self, move: DayMove, effect: Effect, what: str) -> Verdict:
        sentence = f"{what} somebody would give up what they took before you."
        return Verdict(Reason.CLAIMED, None, effect, self._other(move), None, sentence)

    def _other(self, move: DayMove) -> str | None:
        return self._people[move.turns[1].person].employee if len(move.turns) > 1 else None

    def _leaves_claims(self, move: DayMove) -> bool:
        return all((self._people[turn.person].employee, move.day) not in self._claimed for turn in move.turns)
