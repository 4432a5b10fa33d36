from datetime import datetime, timedelta

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.services.arrival_days import ArrivalSpan, ServiceTimes
from shiftbid.services.certify_tables import CertifiedQuarter, CounterSpan, certify_tables
from shiftbid.staffing.certificate import certify_day
from shiftbid.staffing.open_day import OpenDay

NINE = datetime.fromisoformat("2026-03-02T09:00+01:00")
SERVICE = ServiceTimes(6.0)
HOUR = timedelta(hours=1)


def arrivals(
    *per_hour: float, start: datetime = NINE, kind: CustomerClass = CustomerClass.REGULAR
) -> list[ArrivalSpan]:
    return [
        ArrivalSpan(2 + index, "h", start + index * HOUR, start + (index + 1) * HOUR, kind, customers)
        for index, customers in enumerate(per_hour)
    ]


def counters(*per_hour: int, start: datetime = NINE) -> list[CounterSpan]:
    return [
        CounterSpan(2 + index, "h", start + index * HOUR, start + (index + 1) * HOUR, heads)
        for index, heads in enumerate(per_hour)
    ]


def test_tables_are_certified_like_the_day_they_describe() -> None:
    spans = [*arrivals(24, 40), *arrivals(4, 8, kind=CustomerClass.VIP)]
    certified = certify_tables(spans, counters(4, 6), SERVICE, Promise())
    day = OpenDay(np.repeat([1.0, 2.0], 4), np.repeat([6.0, 10.0], 4), np.repeat([False, True], 4), 15.0, 6.0)
    expected = certify_day(day, [4] * 4 + [6] * 4, Promise())
    regular = [row for row in certified if row.customer_class is CustomerClass.REGULAR]
    assert [row.share_in_time for row in regular] == pytest.approx(expected.share_in_time[1].tolist())
    assert [row.busy for row in regular] == day.busy.tolist()
    assert [row.promise_minutes for row in certified[:2]] == [5.0, 5.0]


def test_a_closed_spell_separates_two_openings() -> None:
    evening = NINE + 6 * HOUR
    together = certify_tables(
        [*arrivals(30), *arrivals(30, start=evening)], [*counters(3), *counters(3, start=evening)], SERVICE, Promise()
    )
    alone = certify_tables(arrivals(30), counters(3), SERVICE, Promise())

    def shares(rows: tuple[CertifiedQuarter, ...]) -> list[float]:
        return [row.share_in_time for row in rows]

    assert shares(together[:8]) == shares(together[8:]) == shares(alone)


def test_the_night_the_clocks_go_back_has_its_extra_hour() -> None:
    first = datetime.fromisoformat("2026-10-25T01:00+02:00")
    twice = [first, datetime.fromisoformat("2026-10-25T02:00+02:00"), datetime.fromisoformat("2026-10-25T02:00+01:00")]
    spans = [ArrivalSpan(2, "h", start, start + HOUR, CustomerClass.REGULAR, 10.0) for start in twice]
    heads = [CounterSpan(2, "h", start, start + HOUR, 2) for start in twice]
    certified = certify_tables(spans, heads, SERVICE, Promise())
    assert len(certified) == 2 * 12
    assert certified[16].start == datetime.fromisoformat("2026-10-25T02:00+01:00")


def test_a_quarter_hour_without_counters_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="no counters from 2026-03-02T10:00"):
        certify_tables(arrivals(10, 10), counters(2), SERVICE, Promise())


def test_intervals_off_the_quarter_hours_are_all_named() -> None:
    odd = [ArrivalSpan(7, "h", NINE, NINE + timedelta(minutes=20), CustomerClass.VIP, 1.0)]
    backwards = [CounterSpan(9, "h", NINE + HOUR, NINE, 1)]
    with pytest.raises(InputError) as error:
        certify_tables(odd, backwards, SERVICE, Promise())
    assert [problem.row for problem in error.value.problems if not isinstance(problem, str)] == [7, 9]


def test_overlapping_rows_are_refused() -> None:
    with pytest.raises(InputError, match="given twice"):
        certify_tables([*arrivals(1), *arrivals(2)], counters(1), SERVICE, Promise())
    with pytest.raises(InputError, match="given twice"):
        certify_tables(arrivals(1), [*counters(1), *counters(2)], SERVICE, Promise())
