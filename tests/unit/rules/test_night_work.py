"""Who is a night worker by the shifts that are known."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.timeline import Period
from shiftbid.rules.book import load_pack
from shiftbid.rules.night_work import is_night_worker, night_worker_statuses
from tests.rules.worked_case import shifts_of

ON = date(2026, 3, 2)
GERMANY = load_pack("DE", ON).rule("DE-NIGHT-AVG")
BRITAIN = load_pack("UK", ON).rule("UK-NIGHT-AVG")


@pytest.mark.parametrize(
    ("lines", "in_germany", "in_britain"),
    [
        (["2026-03-02..2026-03-04 20:00-01:00"], False, False),
        (["2026-03-02..2026-03-04 20:00-01:01"], True, False),
        (["2026-03-02..2026-03-04 20:00-01:59"], True, False),
        (["2026-03-02..2026-03-04 20:00-02:00"], True, True),
        (["2026-03-02..2026-03-04 20:00-02:30 00:00/30/unpaid"], True, True),
        (["2026-03-02..2026-03-04 20:00-02:00 00:00/30/unpaid"], True, False),
        (["2026-03-02..2026-03-04 03:00-09:00"], True, True),
        (["2026-03-02..2026-03-04 22:00-04:00", "2026-03-05..2026-03-07 09:00-15:00"], False, False),
        (["2026-03-02..2026-03-05 22:00-04:00", "2026-03-06..2026-03-08 09:00-15:00"], True, True),
        (["2026-01-01..2026-02-17 22:00-04:00", "2026-02-18..2026-05-31 09:00-15:00"], True, False),
        (["2026-01-01..2026-02-16 22:00-04:00", "2026-02-18..2026-05-31 09:00-15:00"], False, False),
        ([], False, False),
    ],
)
def test_most_days_or_forty_eight_in_germany(lines: list[str], in_germany: bool, in_britain: bool) -> None:
    for rule, zone, expected in ((GERMANY, "Europe/Berlin", in_germany), (BRITAIN, "Europe/London", in_britain)):
        assert is_night_worker(shifts_of(lines, "shift", zone), zone, rule) is expected


def test_the_night_of_the_clock_change_counts_as_it_passed() -> None:
    for line, expected in (
        ("2026-03-07 20:00-02:00", True),
        ("2026-03-28 20:00-02:00", False),
        ("2026-03-07 20:00-02:00 00:00/50/unpaid", False),
        ("2026-10-24 20:00-02:00 00:00/50/unpaid", True),
    ):
        assert is_night_worker(shifts_of([line], "shift", "Europe/London"), "Europe/London", BRITAIN) is expected


@pytest.mark.parametrize(
    ("pack_id", "nights", "expected"),
    [
        ("DE", "2026-02-16..2026-02-20 22:00-06:00", True),
        ("UK", "2026-02-16..2026-02-20 22:00-06:00", True),
        ("DE", "2026-02-16..2026-02-20 09:00-17:00", False),
        ("DE", "2025-02-24..2025-03-02 22:00-06:00", False),
        ("DE", "2025-02-25..2025-03-03 22:00-06:00", True),
        ("FR", "2026-02-16..2026-02-20 22:00-06:00", False),
    ],
)
def test_the_shifts_of_the_year_before_make_a_night_worker_of_the_period(
    pack_id: str, nights: str, expected: bool
) -> None:
    period = Period.of_weeks(ON, 2)
    history = tuple(shifts_of([nights], "history", "Europe/Berlin"))
    statuses = night_worker_statuses(load_pack(pack_id, ON).rules, history, "Europe/Berlin", period)
    assert [(each.first, each.last) for each in statuses] == ([(period.first, period.last)] if expected else [])
