"""What a manager reads off a certificate: the period's totals, the worst quarter hours, repairs, a second opinion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import Shift, ShiftTemplate
from shiftbid.domain.timeline import Interval, minute_of_day
from shiftbid.services.certificate_repairs import Repair, repairs_by_one_person
from shiftbid.services.hall_days import HallDay
from shiftbid.services.progress import ProgressListener
from shiftbid.services.second_opinion import SecondOpinion, SecondOpinionOrder, second_opinion
from shiftbid.services.worst_quarters import worst_quarters


@dataclass(frozen=True, slots=True)
class ClassTotals:
    """The whole period for one class of customers at one desk.

    Attributes
    ----------
    skill
        Skill of the desk.
    customers, customers_in_time
        Expected arrivals, and those of them expected to be called within the promise.
    mean_wait_minutes
        Over all expected arrivals; 0 where nobody is expected.
    hours, hours_kept, hours_kept_at_plus10
        Open clock hours, and those that keep the promise at the forecast and at 10 % more.
    """

    skill: str
    customer_class: str
    customers: float
    customers_in_time: float
    mean_wait_minutes: float
    hours: int
    hours_kept: int
    hours_kept_at_plus10: int

    @property
    def share_in_time(self) -> float:
        """Share of all expected customers called within the promise; 1 where nobody is expected."""
        return self.customers_in_time / self.customers if self.customers else 1.0


@dataclass(frozen=True, slots=True)
class CertificateReport:
    """A hall's certificate in short.

    Attributes
    ----------
    worst
        Quarter hours with customers, the smallest share in time first.
    repairs
        What one more person on an adopted template would mend, the most hours first.
    """

    hall: str
    totals: tuple[ClassTotals, ...]
    worst: tuple[CertificateRow, ...]
    repairs: tuple[Repair, ...]
    opinion: SecondOpinion


def report_on(
    hall: Hall,
    days: Sequence[HallDay],
    shifts: Sequence[Shift],
    adopted: Sequence[ShiftTemplate],
    rows: Sequence[CertificateRow],
    order: SecondOpinionOrder,
    listener: ProgressListener,
) -> CertificateReport:
    """Read a hall's certificate; the same inputs give the same report.

    Parameters
    ----------
    shifts
        The certified roster's.
    adopted
        Templates on which one more person could work.
    rows
        The certificate.
    """
    return CertificateReport(
        hall=hall.id,
        totals=tuple(
            _totals(rows, skill, name, hall.zone)
            for skill, name in dict.fromkeys((row.skill, row.customer_class) for row in rows)
        ),
        worst=worst_quarters(rows),
        repairs=repairs_by_one_person(hall, days, shifts, adopted),
        opinion=second_opinion(hall, days, rows, order, listener),
    )


def _totals(rows: Sequence[CertificateRow], skill: str, customer_class: str, zone: str) -> ClassTotals:
    own = [row for row in rows if (row.skill, row.customer_class) == (skill, customer_class)]
    customers = sum(row.arrivals for row in own)
    # Every quarter hour carries the verdict of its hour.
    hours = {_clock_hour(row.quarter, zone): row for row in own}
    return ClassTotals(
        skill=skill,
        customer_class=customer_class,
        customers=customers,
        customers_in_time=sum(row.arrivals * row.share_in_time for row in own),
        mean_wait_minutes=sum(row.arrivals * row.mean_wait_minutes for row in own) / customers if customers else 0.0,
        hours=len(hours),
        hours_kept=sum(row.kept for row in hours.values()),
        hours_kept_at_plus10=sum(row.kept_at_plus10 for row in hours.values()),
    )


def _clock_hour(quarter: Interval, zone: str) -> int:
    """Instant at which the quarter's clock hour begins on the hall's own clock."""
    return quarter.start - minute_of_day(quarter.start, zone) % 60 * 60
