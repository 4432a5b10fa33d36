from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import Promise
from shiftbid.staffing.certificate import MEAN_MEANING, SHARE_MEANING, certify_day
from shiftbid.staffing.open_day import OpenDay

SIPP = np.repeat([4, 7, 8, 9, 7, 7, 7, 8, 7, 4], 4)


def test_known_shares_of_the_peaked_day(peaked_day: OpenDay) -> None:
    certificate = certify_day(peaked_day, SIPP, Promise())
    expected = [0.9478, 0.9790, 0.9940, 0.9898, 0.9773, 0.9273, 0.9859, 0.9867, 0.9441, 0.9375]
    assert certificate.hour_share_in_time[1, ::4] == pytest.approx(expected, abs=2e-4)
    assert certificate.kept.all()
    assert not certificate.kept_at_plus10[1].all()
    assert certificate.meaning == SHARE_MEANING


def test_a_lunch_break_breaks_the_promise_the_hour_after(peaked_day: OpenDay) -> None:
    with_break = SIPP.copy()
    with_break[10:22] -= 1
    certificate = certify_day(peaked_day, with_break, Promise())
    assert certificate.hour_share_in_time[1, [16, 20]] == pytest.approx([0.854, 0.768], abs=2e-3)
    assert certificate.share_in_time[1].argmin() == 20
    assert certificate.share_in_time[1, 20] == pytest.approx(0.626, abs=2e-3)
    assert certificate.kept[1, 8:12].all()
    assert not certificate.kept[1, 20:24].any()
    assert certificate.heads.tolist() == with_break.tolist()


def test_kept_is_one_verdict_an_hour(peaked_day: OpenDay) -> None:
    shifted = replace(peaked_day, minutes_past_hour=30.0)
    kept = certify_day(shifted, SIPP - 1, Promise()).kept
    for hour in np.unique(shifted.hours):
        assert len(np.unique(kept[1, shifted.hours == hour])) == 1
    assert len(np.unique(kept[1])) == 2


def test_ten_percent_more_customers_wait_longer(peaked_day: OpenDay) -> None:
    now = certify_day(peaked_day, SIPP - 1, Promise())
    more = certify_day(peaked_day.scaled(1.1), SIPP - 1, Promise())
    assert (now.kept_at_plus10 == more.kept).all()
    assert (more.mean_wait_minutes > now.mean_wait_minutes).all()


def test_a_promised_mean_is_judged_on_means(peaked_day: OpenDay) -> None:
    certificate = certify_day(peaked_day, SIPP - 1, Promise.parse("mean:2,3,1.5"))
    assert (certificate.kept == (certificate.hour_mean_wait_minutes <= certificate.promise_minutes)).all()
    assert len(np.unique(certificate.kept)) == 2
    assert certificate.meaning == MEAN_MEANING
    more = certify_day(peaked_day.scaled(1.1), SIPP - 1, Promise.parse("mean:2,3,1.5"))
    assert (certificate.kept_at_plus10 == more.kept).all()


def test_classes_nobody_belongs_to_keep_their_promise(steady_day: Callable[..., OpenDay]) -> None:
    certificate = certify_day(steady_day(0.0, 20.0), [2] * 8, Promise())
    assert certificate.kept[0].all()
    assert not certificate.kept[1].all()


def test_counters_of_another_day_are_refused(peaked_day: OpenDay) -> None:
    with pytest.raises(InputError, match="39 numbers for 40 pieces"):
        certify_day(peaked_day, SIPP[:-1], Promise())


def test_assumptions_come_with_the_numbers(peaked_day: OpenDay) -> None:
    certificate = certify_day(peaked_day, SIPP, Promise())
    assert any("Poisson" in sentence for sentence in certificate.assumptions)
    assert "0.00001" in certificate.numerical_error
