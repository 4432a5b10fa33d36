from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shiftbid.exporters.zone_component import zone_component


@pytest.mark.parametrize(
    "zone", ["Pacific/Auckland", "Europe/Berlin", "Asia/Shanghai", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"]
)
def test_offsets_of_every_hour_agree_with_the_zone(zone: str):
    """Reads the onsets as RFC 5545 does: each holds from its wall clock by the offset before it."""
    onsets = sorted(
        (onset.decoded("dtstart").replace(tzinfo=UTC) - onset.decoded("tzoffsetfrom"), onset.decoded("tzoffsetto"))
        for onset in zone_component(zone, 2025, 2026).subcomponents
    )
    info = ZoneInfo(zone)
    moment = datetime(2024, 1, 1, 1, tzinfo=UTC)
    while moment < datetime(2027, 12, 31, tzinfo=UTC):
        described = [offset for start, offset in onsets if start <= moment][-1]
        assert described == moment.astimezone(info).utcoffset(), moment
        moment += timedelta(minutes=30)


def test_a_zone_without_clock_changes_has_one_rule():
    assert len(zone_component("Asia/Shanghai", 2026, 2026).subcomponents) == 1
