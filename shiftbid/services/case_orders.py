"""What people ask to have done with claims, swaps and appeals; the services judge who may do it."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.appeal import AppealCause
from shiftbid.domain.timeline import Period


@dataclass(frozen=True, slots=True)
class OfferShift:
    """Offer a shift of one's own, given away where nothing is taken for it; gives the `Case`.

    Attributes
    ----------
    gives, takes
        Ids of shifts.
    """

    hall: str
    period: Period
    gives: str
    takes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimShift:
    """Claim a shift that is given away or lacks heads; gives the `Case`.

    Attributes
    ----------
    language
        In which a refusal by law, cover or certificate is told: ``en`` or ``zh``.
    """

    hall: str
    period: Period
    shift: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ProposeSwap:
    """Propose a swap to the colleague (an employee id) who has the other shift; gives the `Case`; see `ClaimShift`."""

    hall: str
    period: Period
    gives: str
    takes: str
    colleague: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class FindSwaps:
    """Find pairs and cycles in what people offer, and propose them; gives the cases, a tuple of `Case`."""

    hall: str
    period: Period


@dataclass(frozen=True, slots=True)
class AgreeToExchange:
    """Agree to an exchange as one of the people concerned; gives the `Case`; see `ClaimShift`."""

    case: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ApproveExchange:
    """Approve an exchange as a manager; gives the `Case`; see `ClaimShift`."""

    case: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class RefuseExchange:
    """Refuse an exchange, a manager with a reason; gives the `Case`."""

    case: str
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawCase:
    """Take one's own offer, proposal or appeal back; gives the `Case`."""

    case: str


@dataclass(frozen=True, slots=True)
class RaiseAppeal:
    """Complain about a shift (by its id) that one has or has not; gives the `Case`."""

    hall: str
    period: Period
    shift: str
    cause: AppealCause
    text: str


@dataclass(frozen=True, slots=True)
class AnswerAppeal:
    """Answer an appeal as a manager, the reason found anew beside it; gives the `Case`."""

    case: str
    text: str


@dataclass(frozen=True, slots=True)
class DecideAppeal:
    """Uphold or dismiss an appeal, for a reason that the person reads; gives the `Case`."""

    case: str
    uphold: bool
    reason: str


CaseOrder = (
    OfferShift
    | ClaimShift
    | ProposeSwap
    | FindSwaps
    | AgreeToExchange
    | ApproveExchange
    | RefuseExchange
    | WithdrawCase
    | RaiseAppeal
    | AnswerAppeal
    | DecideAppeal
)
