from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import mean

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import local_day
from shiftbid.importers import operator
from shiftbid.importers.operator import ZONE, operator_sample
from shiftbid.importers.operator_footfall import campaign_days, day_factor
from shiftbid.services.holiday_calendar import calendar_for
from shiftbid.services.samples import Sample, SampleOptions

WEEKEND = frozenset({5, 6})


@pytest.fixture(scope="module")
def sample() -> Sample:
    return operator_sample(SampleOptions())


def by_day(sample: Sample) -> dict[date, float]:
    days: dict[date, float] = defaultdict(float)
    for each in sample.halls[0].history:
        days[local_day(each.hour.start, ZONE)] += each.count or 0.0
    return days


def test_the_default_is_a_chinese_hall_around_labour_day(sample: Sample):
    assert (sample.country, sample.subdivision, sample.zone) == ("CN", None, "Asia/Shanghai")
    assert date(2026, 5, 1) in sample.period
    assert sample.period.first.weekday() == 0
    assert "not real" in sample.credit
    assert sample.halls[0].hall.name.endswith("营业厅")


def test_history_is_more_than_two_years_and_ends_before_the_period(sample: Sample):
    days = sorted(by_day(sample))
    assert days[-1] == sample.period.first - timedelta(days=1)
    assert (days[-1] - days[0]).days > 2 * 365
    blank = sum(each.count is None for each in sample.halls[0].history)
    assert 0 < blank < 0.005 * len(sample.halls[0].history)


def test_a_given_number_of_visits_is_kept():
    sample = operator_sample(SampleOptions(visits_per_day=500, vip_share=0.2))
    days = by_day(sample)
    assert mean(value for _, value in sorted(days.items())[-364:]) == pytest.approx(500, rel=0.03)
    history = sample.halls[0].history
    vips = sum(each.count or 0 for each in history if each.customer_class == "vip")
    assert vips / sum(days.values()) == pytest.approx(0.2, abs=0.02)


def test_holidays_billing_days_month_ends_and_campaigns_move_the_day():
    calendar = calendar_for("CN", None, [2025], WEEKEND)

    def factor(day: date, campaigns: frozenset[date] = frozenset()) -> float:
        return day_factor(day, calendar, campaigns)

    ordinary = date(2025, 3, 18)
    assert factor(date(2025, 3, 11)) == pytest.approx(factor(ordinary) * 1.16)
    assert factor(ordinary, frozenset({ordinary})) == pytest.approx(factor(ordinary) * 1.22)
    assert factor(date(2025, 9, 30)) > factor(date(2025, 9, 23)) * 1.2
    assert factor(date(2025, 10, 1)) < 0.7 * factor(date(2025, 10, 15))
    assert factor(date(2025, 1, 29)) < 0.5 * factor(date(2025, 1, 15))
    # The Saturday worked in exchange is like a Friday.
    assert factor(date(2025, 2, 8)) == factor(date(2025, 2, 14)) != factor(date(2025, 2, 15))


def test_campaigns_are_the_same_everywhere_and_five_weeks_a_year():
    days = campaign_days(range(2024, 2026), 7)
    assert days == campaign_days(range(2024, 2026), 7)
    assert 2 * 5 * 7 - 14 <= len(days) <= 2 * 5 * 7


def test_counts_vary_more_than_pure_chance(sample: Sample):
    counts = [each.count for each in sample.halls[0].history if each.customer_class == "regular" and each.count]
    level = mean(counts)
    assert mean((count - level) ** 2 for count in counts) > 2 * level


def test_halls_of_a_large_network_are_told_apart():
    halls = operator._chosen_halls(SampleOptions(halls=320))
    assert len({hall.id for hall in halls}) == len({hall.name for hall in halls}) == 320


def test_a_hall_is_the_same_in_a_larger_network(sample: Sample):
    assert operator_sample(SampleOptions(halls=2)).halls[0] == sample.halls[0]


def test_halls_are_chosen_by_id_or_name(sample: Sample):
    name = sample.halls[0].hall.name
    assert [each.hall.id for each in operator_sample(SampleOptions(sites=("op-007", name))).halls] == [
        "op-007",
        "op-001",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (SampleOptions(sites=("op-999",)), "'op-999' is not a hall"),
        (SampleOptions(start=date(2040, 1, 2)), "too far away"),
        (SampleOptions(visits_per_count=1.0), "not counted"),
    ],
)
def test_what_the_sample_cannot_give_is_refused(options: SampleOptions, said: str):
    with pytest.raises(InputError, match=said):
        operator_sample(options)
