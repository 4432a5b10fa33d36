"""What one planning run publishes: the whole chain's outcome for its halls, as plain data for exporters and screens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shiftbid.domain.ballot import Menu
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.demand import DemandSlot, FootfallCount, FootfallSlot
from shiftbid.domain.hall import Hall
from shiftbid.domain.outcome import Stage
from shiftbid.domain.pay import PayLine
from shiftbid.domain.roster import Roster
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import Consent, Employee, Leave
from shiftbid.domain.staff_fact import StaffFact
from shiftbid.domain.timeline import Period
from shiftbid.domain.toil import JournalEntry, Lot
from shiftbid.rules.finding import Finding

if TYPE_CHECKING:
    # What a certificate is reckoned with is not loaded where one is only shown.
    from shiftbid.services.certificate_report import CertificateReport

JsonObject = Mapping[str, Any]
"""A value that canonical JSON can carry: texts, numbers, booleans, lists and objects of them."""


@dataclass(frozen=True, slots=True)
class WorkedShift:
    """A shift that a person worked before the period."""

    employee: str
    shift: Shift


@dataclass(frozen=True, slots=True)
class HallPublication:
    """Everything published for one hall.

    Attributes
    ----------
    history, forecast
        Hourly counts and hourly forecast, by customer class.
    menus, adopted_menu
        The vote's menus of reference and the one that its winners make, and the id of that one.
    election, bidding_round
        Public records as docs/formats describes them.
    """

    hall: Hall
    busy_threshold_per_hour: float
    employees: tuple[Employee, ...]
    leave: tuple[Leave, ...]
    consents: tuple[Consent, ...]
    worked: tuple[WorkedShift, ...]
    history: tuple[FootfallCount, ...]
    forecast: tuple[FootfallSlot, ...]
    demand: tuple[DemandSlot, ...]
    menus: tuple[Menu, ...]
    adopted_menu: str
    election: JsonObject
    bidding_round: JsonObject
    roster: Roster
    findings: tuple[Finding, ...]
    certificate: tuple[CertificateRow, ...]
    lots: tuple[Lot, ...]
    journal: tuple[JournalEntry, ...]
    pay_lines: tuple[PayLine, ...]
    facts: tuple[StaffFact, ...] = ()


@dataclass(frozen=True, slots=True)
class StageReport:
    """One row of the summary: what a stage took and what came out.

    Attributes
    ----------
    stages
        Optimisation stages with objective, bound and gap; empty where the stage optimises nothing.
    """

    name: str
    seconds: float
    outcome: str
    counts: Mapping[str, int]
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """The outcome of one planning run over one or more halls.

    Attributes
    ----------
    settings
        What ``settings.json`` holds; reproducible, without seconds and paths.
    certificates
        Each hall's certificate in short, in the order of the halls.
    reports
        What the summary table shows, in the order of the chain.
    """

    period: Period
    calendar: Calendar
    settings: JsonObject
    halls: tuple[HallPublication, ...]
    certificates: tuple[CertificateReport, ...]
    reports: tuple[StageReport, ...]
