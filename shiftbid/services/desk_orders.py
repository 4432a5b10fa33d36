"""What the window asks to have done elsewhere: each order names its hall and period, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from shiftbid.domain.timeline import Period
from shiftbid.services.case_orders import CaseOrder
from shiftbid.services.cell_reason import CellQuestion
from shiftbid.services.own_orders import OwnOrder
from shiftbid.services.poll_orders import PollOrder, TimeOffAnswer
from shiftbid.services.progress import ProgressListener
from shiftbid.services.proposal_orders import ProposalOrder
from shiftbid.services.roster_orders import RosterOrder
from shiftbid.services.settings_orders import SettingsOrder

PAYROLL_FORMS = (
    "csv",
    "attendance",
    "adp",
    "paychex",
    "quickbooks",
    "gusto",
    "xero-au",
    "xero-nz-uk",
    "datev-lodas",
    "datev-lug",
)
"""Payroll programs that pay is written for (docs/exports.md), named here so that choosing one loads no exporter."""


@dataclass(frozen=True, slots=True)
class ClosePay:
    """Lock a period's pay; gives the `PayRun`."""

    hall: str
    period: Period


@dataclass(frozen=True, slots=True)
class ReopenPay:
    """Open a locked period again for a reason, which is kept; gives the `PayRun`."""

    hall: str
    period: Period
    reason: str


@dataclass(frozen=True, slots=True)
class ExportPay:
    """Write a period's pay for a payroll program into a folder; gives the `ExportReport`."""

    hall: str
    period: Period
    form: str
    folder: Path
    codes: Path | None


@dataclass(frozen=True, slots=True)
class ExplainMissing:
    """Say why demand of a period stays uncovered, in ``en`` or ``zh``; gives the `HallExplanation`."""

    hall: str
    period: Period
    language: str


@dataclass(frozen=True, slots=True)
class OneMorePerson:
    """Try one more person on each day that misses its promise; gives the repairs, a tuple of `Repair`."""

    hall: str
    period: Period


@dataclass(frozen=True, slots=True)
class StepIn:
    """Say who could step in for a person who is absent on a day, and how to repair; gives the `RepairSheet`.

    Attributes
    ----------
    language
        Of the rules that they would break: ``en`` or ``zh``.
    """

    hall: str
    period: Period
    employee: str
    day: date
    language: str


@dataclass(frozen=True, slots=True)
class WhyCell:
    """Say why a person has what they have on a day, and what any other way would cost; gives the `CellReason`."""

    hall: str
    period: Period
    question: CellQuestion


DeskOrder = (
    ClosePay
    | ReopenPay
    | ExportPay
    | ExplainMissing
    | OneMorePerson
    | StepIn
    | WhyCell
    | RosterOrder
    | OwnOrder
    | PollOrder
    | TimeOffAnswer
    | SettingsOrder
    | CaseOrder
    | ProposalOrder
)


class DeskCommand(Protocol):
    """An order, ready to go. It is pickled, and called in the worker process, never in the window's own."""

    def __call__(self, listener: ProgressListener, /) -> object:
        """Do it and give the answer; report to `listener`, and let the `Cancelled` it may raise pass through."""
        ...
