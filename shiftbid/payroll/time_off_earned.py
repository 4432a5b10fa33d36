"""Time off for work that is answered with it instead of pay: from pay lines to the TOIL journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.domain.errors import BugError
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.toil import LotKind
from shiftbid.payroll.toil_earning import Earning, accrue
from shiftbid.payroll.toil_law import load_toil_law
from shiftbid.payroll.toil_ledger import Change, ToilLedger

PERCENT = 100


@dataclass(frozen=True, slots=True)
class TimeOffTerms:
    """How the work of a pay rule is given back.

    Attributes
    ----------
    law
        Law of time off whose usual terms say how long it lasts.
    percent
        Minutes off for a hundred minutes worked.
    """

    law: str
    kind: LotKind
    percent: int


TERMS: Mapping[str, TimeOffTerms] = {
    "CN-PAY-RESTDAY": TimeOffTerms("CN", LotKind.REST_DAY_WORK, 100),  # Labour Law art. 44(2): hour for hour
    "FR-OT-25": TimeOffTerms("FR", LotKind.OVERTIME, 125),  # Code du travail L3121-28, L3121-33
    "FR-OT-50": TimeOffTerms("FR", LotKind.OVERTIME, 150),
    "US-COMP-PUBLIC-RATE": TimeOffTerms("US-PUBLIC", LotKind.OVERTIME, 150),  # 29 CFR 553.20
}
"""By the pay rule of a line of class `toil_earned`."""


def accrue_worked(ledger: ToilLedger, line: PayLine, edition: str) -> Change:
    """Bank what a pay line answers with time off, part of a minute as one; nothing for lines of other classes."""
    if line.pay_class is not PayClass.TOIL_EARNED:
        return Change()
    terms = TERMS.get(line.rule)
    if terms is None:
        raise BugError(f"no terms of time off for pay rule {line.rule}")
    name = f"{line.employee}/{line.source}/{line.day.isoformat()}/{line.rule}"
    earning = Earning(
        key=f"{edition}/work/{name}",
        lot=f"{edition}/work/{name}",
        kind=terms.kind,
        minutes=-(-line.minutes * terms.percent // PERCENT),
        day=line.day,
        source=line.source,
    )
    return accrue(ledger, earning, load_toil_law(terms.law, line.day).default)
