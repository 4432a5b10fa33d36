from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.staffing.certificate import certify_day
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.whatif import change_counters, divert, split_express, split_vip_room

COUNTERS = np.repeat([4, 7, 8, 9, 7, 6, 7, 8, 7, 4], 4)


def test_one_more_counter_mends_its_own_hour(peaked_day: OpenDay) -> None:
    changes = change_counters(peaked_day, COUNTERS, Promise(), +1)
    assert [change.hour for change in changes] == list(range(10))
    assert {change.missed_before for change in changes} == {1}
    assert [change.hour for change in changes if change.missed_after == 0] == [5]


def test_one_counter_fewer_spoils_hours(peaked_day: OpenDay) -> None:
    assert all(c.missed_after >= 1 for c in change_counters(peaked_day, COUNTERS, Promise(), -1))


def test_there_are_never_fewer_than_no_counters(steady_day: Callable[..., OpenDay]) -> None:
    changes = change_counters(steady_day(1.0, 4.0), np.zeros(8), Promise(), -1)
    assert all(c.missed_after == c.missed_before == 2 for c in changes)


def test_customers_who_stay_away(peaked_day: OpenDay) -> None:
    less = divert(peaked_day, {CustomerClass.REGULAR: 0.25})
    assert less.arrivals_regular == pytest.approx(peaked_day.arrivals_regular * 0.75)
    assert less.arrivals_vip == pytest.approx(peaked_day.arrivals_vip)
    shares = [certify_day(day, COUNTERS, Promise()).share_in_time[1].min() for day in (peaked_day, less)]
    assert shares[1] > shares[0]


def test_express_counters_keep_the_work_and_the_customers(peaked_day: OpenDay) -> None:
    express, rest = split_express(peaked_day, 0.3, 2.0)
    assert express.arrivals + rest.arrivals == pytest.approx(peaked_day.arrivals)
    work = [day.arrivals.sum() * day.service_minutes for day in (express, rest, peaked_day)]
    assert work[0] + work[1] == pytest.approx(work[2])


def test_a_vip_room_serves_only_vips(peaked_day: OpenDay) -> None:
    of_vips, of_others = split_vip_room(peaked_day)
    room, rest = certify_day(of_vips, np.full(40, 2), Promise()), certify_day(of_others, COUNTERS - 2, Promise())
    together = certify_day(peaked_day, COUNTERS, Promise())
    assert (room.arrivals[1] == 0).all()
    assert (rest.arrivals[0] == 0).all()
    # Two closed queues lose what one shared queue gains.
    assert room.share_in_time[0].mean() < together.share_in_time[0].mean()


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_wrong_shares_are_refused(peaked_day: OpenDay, share: float) -> None:
    with pytest.raises(InputError, match="from 0 to 1"):
        divert(peaked_day, {CustomerClass.VIP: share})


@pytest.mark.parametrize(("share", "minutes"), [(1.0, 2.0), (0.5, 14.0), (0.5, 0.0)])
def test_an_express_service_must_fit_the_mean(peaked_day: OpenDay, share: float, minutes: float) -> None:
    with pytest.raises(InputError, match="lower the share"):
        split_express(peaked_day, share, minutes)
