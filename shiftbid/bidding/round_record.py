"""The public record of a bidding round: all that anybody needs to check the award (docs/formats/records.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shiftbid.bidding.sealing import SealedBids, commitments_record, root_of, round_seed, wishes_record
from shiftbid.bidding.verdict import LostBid, Reason, UnwelcomeShift, Verdict
from shiftbid.domain.bid import Bid
from shiftbid.domain.outcome import Stage
from shiftbid.domain.roster import Assignment
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.domain.timeline import Period

if TYPE_CHECKING:
    from shiftbid.solver.satisfaction import PointScale

SATISFACTION_DIGITS = 4


@dataclass(frozen=True, slots=True)
class ClosedRound:
    """A round whose bids are sealed and whose tie order is fixed, and the method agreed for its award."""

    hall: str
    period: Period
    nonce: str
    sealed: tuple[SealedBids, ...]
    method: RoundMethod = RoundMethod.NASH

    @property
    def root(self) -> str:
        """Hash over all commitments."""
        return root_of(commitments_record(self.sealed))

    @property
    def seed(self) -> str:
        """Seed of the tie order."""
        return round_seed(self.nonce, self.root)


@dataclass(frozen=True, slots=True)
class PersonOutcome:
    """What a round comes to for one person.

    Attributes
    ----------
    points, wished_points
        Points of the award, and the sum of the person's positive levels.
    scale
        Ends of the person's satisfaction; None for who did not bid.
    burden
        Burden of the shifts awarded.
    """

    employee: str
    points: int
    wished_points: int
    scale: PointScale | None
    burden: int
    credit_before: float
    credit_after: float

    def as_record(self) -> Mapping[str, Any]:
        """Give the outcome as the public record states it."""
        scale = self.scale
        return {
            "employee": self.employee,
            "points": self.points,
            "wished_points": self.wished_points,
            "least_points": scale.least_points if scale else None,
            "best_points": scale.best_points if scale else None,
            "satisfaction": round(scale.satisfaction(self.points), SATISFACTION_DIGITS) if scale else None,
            "burden": self.burden,
            "credit_before": self.credit_before,
            "credit_after": self.credit_after,
        }


def round_record(
    closed: ClosedRound,
    how: Mapping[str, Any],
    outcomes: Sequence[PersonOutcome],
    fairness: Mapping[str, Any],
    template_burdens: Mapping[str, int],
    stages: Sequence[Stage],
    limits: Mapping[str, Any],
    versions: Mapping[str, str],
    award: Sequence[Assignment],
    lost: Sequence[LostBid],
    given: Sequence[UnwelcomeShift],
    time_off: Sequence[Mapping[str, Any]],
) -> Mapping[str, Any]:
    """Put a round and its award on record; seconds stay out of it, so that a replay gives the same bytes.

    Parameters
    ----------
    how
        How the method came to the award: ``floor``, ``order`` and ``claims`` of the record.
    """
    sealed = sorted(closed.sealed, key=lambda each: each.employee)
    return {
        "hall": closed.hall,
        "period": {"first": closed.period.first.isoformat(), "last": closed.period.last.isoformat()},
        "method": closed.method.value,
        **how,
        "nonce_commitment": sha256_hex(closed.nonce),
        "nonce": closed.nonce,
        "commitments": commitments_record(sealed),
        "root": closed.root,
        "seed": closed.seed,
        "bids": [{"employee": each.employee, "salt": each.salt, "wishes": wishes_record(each.bids)} for each in sealed],
        "stages": [
            {
                "name": stage.name,
                "unit": stage.unit,
                "status": stage.status.value,
                "objective": stage.objective,
                "bound": stage.bound,
            }
            for stage in stages
        ],
        "limits": dict(limits),
        "versions": dict(versions),
        "award": [
            {"employee": each.employee, "date": each.shift.day.isoformat(), "template": each.shift.template}
            for each in sorted(award, key=lambda each: (each.employee, each.shift.day, each.shift.template))
        ],
        "time_off": list(time_off),
        "burdens": dict(template_burdens),
        "satisfaction": [each.as_record() for each in outcomes],
        "fairness": dict(fairness),
        "reasons": [_reason_record(each.bid, each.verdict) for each in lost],
        "given": [_reason_record(each.bid, each.verdict) for each in given],
    }


def _reason_record(bid: Bid, verdict: Verdict) -> Mapping[str, Any]:
    effect = verdict.effect
    return {
        "employee": bid.employee,
        "date": bid.day.isoformat(),
        "template": bid.template,
        "level": bid.level.name.lower(),
        "reason": verdict.reason.value,
        "rule": verdict.rule,
        "half_hours": effect.missing if effect and verdict.reason is Reason.COVER else None,
        "to": verdict.other,
        "effect": effect._asdict() if effect else None,
        "needs": verdict.needs,
        "sentence": verdict.sentence,
    }
