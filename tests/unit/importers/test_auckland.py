from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.domain.hall import OpeningHours
from shiftbid.domain.timeline import format_instant, instant, local, local_day
from shiftbid.importers import auckland
from shiftbid.importers.auckland import SITES, ZONE, auckland_sample
from shiftbid.services.samples import Sample, SampleOptions

REFERENCE = Path(__file__).parents[3].parent / "shared/benchmarks/forecast/auckland_2022_2025/counts.csv.gz"


@pytest.fixture(scope="module")
def sample() -> Sample:
    return auckland_sample(SampleOptions())


def visits_a_day(sample: Sample) -> float:
    """Mean over the last 364 days."""
    first = instant(date(2025, 12, 31) - timedelta(days=363), 0, ZONE)
    return sum(each.count or 0 for each in sample.halls[0].history if each.hour.start >= first) / 364


def test_the_default_is_one_hall_of_thirty_for_four_weeks_after_the_data(sample: Sample):
    assert len(sample.halls) == 1
    assert len(sample.halls[0].employees) == 30
    assert sample.period.first == date(2026, 1, 5)
    assert len(sample.period.days) == 28
    assert (sample.country, sample.subdivision, sample.zone) == ("NZ", "AUK", ZONE)
    assert "CC BY 4.0" in sample.credit


def test_history_is_hourly_by_class_inside_opening_hours_from_2022_to_the_day_before(sample: Sample):
    history = sample.halls[0].history
    days = (date(2025, 12, 31) - date(2022, 1, 1)).days + 1
    assert len(history) == days * 10 * 2
    assert format_instant(history[0].hour.start, ZONE) == "2022-01-01T09:00+13:00"
    assert format_instant(history[-1].hour.start, ZONE) == "2025-12-31T18:00+13:00"
    assert {local(each.hour.start, ZONE).hour for each in history} == set(range(9, 19))
    assert all(each.count is None or each.count == int(each.count) >= 0 for each in history)


def test_the_last_year_is_scaled_to_what_the_staff_can_serve(sample: Sample):
    contract_minutes = sum(each.contract_minutes for each in sample.halls[0].employees)
    assert visits_a_day(sample) == pytest.approx(contract_minutes * 0.65 * 0.85 / 6 / 7, rel=0.01)


def test_options_override_visits_opening_hours_and_vip_share():
    opening = OpeningHours.parse("mon-fri 08:30-17:00")
    sample = auckland_sample(SampleOptions(visits_per_day=400, opening=opening, vip_share=0.0, sites=("150 K Road",)))
    history = sample.halls[0].history
    weekdays = {local(each.hour.start, ZONE).weekday() for each in history}
    assert weekdays == {0, 1, 2, 3, 4}
    assert sum(each.count or 0 for each in history if each.customer_class == "vip") == 0
    assert visits_a_day(sample) * 7 / 5 == pytest.approx(400, rel=0.02)


def test_only_what_was_counted_before_the_start_is_history():
    sample = auckland_sample(SampleOptions(start=date(2025, 3, 3), weeks=2))
    assert local_day(max(each.hour.end for each in sample.halls[0].history), ZONE) == date(2025, 3, 2)
    assert sample.period.last == date(2025, 3, 16)


def test_the_first_hall_is_the_same_in_a_larger_network_and_seeds_matter(sample: Sample):
    two = auckland_sample(SampleOptions(halls=2))
    assert two.halls[0] == sample.halls[0]
    assert two.halls[1].hall.id == "210-queen-street"
    assert auckland_sample(SampleOptions(seed=2)).halls[0].history != sample.halls[0].history


def test_sites_are_chosen_by_name_or_id_and_named_once():
    made = auckland_sample(SampleOptions(sites=("150 K Road", "150-k-road", "2 High Street")))
    assert [each.hall.name for each in made.halls] == ["150 K Road", "2 High Street"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (SampleOptions(halls=22), "21 sites"),
        (SampleOptions(sites=("Nowhere",)), "'Nowhere' is not a site"),
        (SampleOptions(start=date(2026, 6, 1)), "from 2022-02-26 to 2026-01-28"),
        (SampleOptions(start=date(2022, 2, 1)), "outside the data"),
    ],
)
def test_what_the_data_cannot_give_is_refused(options: SampleOptions, said: str):
    with pytest.raises(InputError, match=said):
        auckland_sample(options)


def counts_of(text: str, tmp_path: Path) -> Mapping[int, float | None]:
    path = tmp_path / "counts.csv"
    path.write_text("date,hour,year,45 Queen Street\n" + text, encoding="utf-8")
    return auckland._read_counts(path, ["45 Queen Street"])["45 Queen Street"]


def test_hours_before_six_stand_under_the_date_before(tmp_path: Path):
    counts = counts_of(
        "2024-05-06,6:00-6:59,2024,10.0\n2024-05-06,23:00-23:59,2024,20.0\n2024-05-06,5:00-5:59,2024,30.0\n", tmp_path
    )
    assert counts == {
        instant(date(2024, 5, 6), 360, ZONE): 10.0,
        instant(date(2024, 5, 6), 1380, ZONE): 20.0,
        instant(date(2024, 5, 7), 300, ZONE): 30.0,
    }


def test_a_later_row_replaces_an_earlier_one_and_a_blank_is_no_reading(tmp_path: Path):
    counts = counts_of("2024-05-06,9:00-9:59,2024,10.0\n2024-05-06,9:00-9:59,2024,\n", tmp_path)
    assert counts == {instant(date(2024, 5, 6), 540, ZONE): None}


def test_the_hour_that_the_clock_change_skips_is_left_out(tmp_path: Path):
    assert counts_of("2025-09-27,2:00-2:59,2025,7.0\n", tmp_path) == {}


def test_the_years_before_2022_are_left_out_but_not_the_first_night(tmp_path: Path):
    counts = counts_of("2021-12-31,9:00-9:59,2021,1.0\n2021-12-31,0:00-0:59,2021,2.0\n", tmp_path)
    assert counts == {instant(date(2022, 1, 1), 0, ZONE): 2.0}


def test_a_package_of_another_layout_is_named(tmp_path: Path):
    path = tmp_path / "counts.csv"
    path.write_text("date,hour,year,Elsewhere\n", encoding="utf-8")
    with pytest.raises(StorageError, match="45 Queen Street"):
        auckland._read_counts(path, ["45 Queen Street"])


def test_every_site_agrees_with_an_independent_reading_of_the_package():
    if not REFERENCE.exists():
        pytest.skip(f"needs the counts at {REFERENCE}")
    with gzip.open(REFERENCE.with_name("sites.csv.gz"), "rt", encoding="utf-8", newline="") as stream:
        names = {row["site"]: row["name"] for row in csv.DictReader(stream)}
    ours = auckland._read_counts(auckland._data_file(), SITES)
    differences: list[str] = []
    with gzip.open(REFERENCE, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            day, clock = row["ds"][:10], row["ds"][11:16]
            minute = int(clock[:2]) * 60
            moment = instant(date.fromisoformat(day), minute, ZONE)
            if format_instant(moment, ZONE)[11:16] != clock:
                continue
            for column, name in names.items():
                theirs = float(row[column]) if row[column] else None
                if theirs != ours[name].get(moment):
                    differences.append(f"{name} {row['ds']}: {theirs}")
    assert differences == []
