"""A publication is judged by the pack and the readings that it was planned under."""

from __future__ import annotations

from shiftbid.services.ports import PublicationContext
from shiftbid.services.publication import JsonObject
from shiftbid.services.published_pack import pack_of
from tests.storage.example_publications import CALENDAR, HALL, SETTINGS, small_publication


def chosen(settings: JsonObject) -> tuple[str, int]:
    pack = pack_of(small_publication(), PublicationContext(CALENDAR, settings))
    return pack.choice, pack.week_starts_on


def test_readings_hold_for_what_is_judged_later() -> None:
    named = {**SETTINGS, "pack": "EU,reference_weeks=26,week_starts_on=sun"}
    assert chosen(named) == ("EU,reference_weeks=26,week_starts_on=sun", 6)


def test_settings_without_a_pack_have_that_of_the_place() -> None:
    without = {name: value for name, value in SETTINGS.items() if name != "pack"}
    assert chosen(without) == (HALL.country, 0)
