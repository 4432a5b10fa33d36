"""Certify a roster: the waits customers will see with the heads that are really there, breaks taken off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import Shift
from shiftbid.services.hall_days import HallDay
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.staffing.certificate import certify_day
from shiftbid.staffing.open_day import CLASSES

DECIMALS = 6


def certify_roster(
    hall: Hall, days: Sequence[HallDay], shifts: Sequence[Shift], listener: ProgressListener
) -> tuple[CertificateRow, ...]:
    """One row a quarter hour and class for every open day of the period and every desk."""
    rows: list[CertificateRow] = []
    for done, day in enumerate(days):
        listener(Progress("certificate", done / len(days), f"{hall.name}, {day.day}"))
        heads = day.heads(shifts)
        waits = certify_day(day.queue, heads, hall.promise)
        rows += [
            CertificateRow(
                hall=hall.id,
                quarter=quarter,
                customer_class=customer_class.value,
                busy=bool(waits.busy[piece]),
                arrivals=round(float(waits.arrivals[row, piece]), DECIMALS),
                heads=heads[piece],
                mean_wait_minutes=round(float(waits.mean_wait_minutes[row, piece]), DECIMALS),
                p90_wait_minutes=round(float(waits.p90_wait_minutes[row, piece]), DECIMALS),
                share_in_time=round(float(waits.share_in_time[row, piece]), DECIMALS),
                promise_minutes=float(waits.promise_minutes[row, piece]),
                kept=bool(waits.kept[row, piece]),
                kept_at_plus10=bool(waits.kept_at_plus10[row, piece]),
                skill=day.desk.skill,
            )
            for piece, quarter in enumerate(day.quarters)
            for row, customer_class in enumerate(CLASSES)
        ]
    return tuple(rows)


def recertify_roster(
    hall: Hall,
    days: Sequence[HallDay],
    known: Sequence[CertificateRow],
    before: Iterable[Shift],
    after: Sequence[Shift],
    listener: ProgressListener,
) -> tuple[CertificateRow, ...]:
    """As `certify_roster` of the shifts after a change, solving only the days whose heads may have changed.

    Parameters
    ----------
    known
        Certificate of the shifts before, on the same days.
    """
    heads_before, heads_after = Counter(before), Counter(after)
    changed = [*(heads_before - heads_after), *(heads_after - heads_before)]
    anew = certify_roster(hall, touched_days(days, changed), after, listener)
    return tuple({(row.quarter, row.skill, row.customer_class): row for row in (*known, *anew)}.values())


def touched_days(days: Sequence[HallDay], shifts: Sequence[Shift]) -> list[HallDay]:
    """Days during which any of some shifts is on."""
    return [day for day in days if any(shift.span.overlaps(day.opened) for shift in shifts)]
