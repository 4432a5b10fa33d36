from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.exporters.calendars import EVENT_WORDS, RosteredShift, calendar_file, calendar_files
from shiftbid.services.publication import HallPublication, Publication

GOLDEN = Path(__file__).parents[2] / "golden/exporters/h1-002.ics"


def with_roster(publication: Publication, **changes: object) -> Publication:
    hall: HallPublication = publication.halls[0]
    return replace(publication, halls=(replace(hall, roster=replace(hall.roster, **changes)),))


def events(publication: Publication, employee: str) -> list[Component]:
    content = dict(calendar_files(publication))[f"calendars/{employee}.ics"]
    return Calendar.from_ical(content).walk("VEVENT")


def test_the_calendar_equals_its_golden_copy(publication: Publication):
    assert dict(calendar_files(publication))["calendars/h1-002.ics"] == GOLDEN.read_bytes()


def test_events_speak_the_language_of_whoever_they_are_for(publication: Publication):
    hall = publication.halls[0]
    (night,) = hall.roster.by_employee["h1-002"]
    file = calendar_file([RosteredShift("h1-002", night, hall.hall, 1)], 0, words=EVENT_WORDS["zh"])
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert event["summary"] == "班次 22:00–06:00 · Queen Street"
    assert event["description"] == "休息 02:00–02:30（带薪）\n模板 night"


def test_everybody_with_a_shift_has_a_calendar_of_their_own_shifts_only(publication: Publication):
    files = dict(calendar_files(publication))
    assert list(files) == ["calendars/h1-001.ics", "calendars/h1-002.ics"]
    assert [event.decoded("dtstart").day for event in events(publication, "h1-001")] == [4, 5]
    assert not any("王晓梅".encode() in content or b"h1-002" in content for content in [files["calendars/h1-001.ics"]])


def test_a_night_across_the_clock_change_ends_at_its_instant(publication: Publication):
    (night,) = events(publication, "h1-002")
    start, end = (night.decoded(name).astimezone(UTC) for name in ("dtstart", "dtend"))
    assert end - start == timedelta(hours=9)


def test_a_changed_shift_keeps_its_uid_and_counts_up(publication: Publication):
    earlier = dated(ShiftTemplate("early", 420, 900), "h1", publication.period.first, "Pacific/Auckland")
    (before,) = events(publication, "h1-002")
    (after,) = events(with_roster(publication, version=4, assignments=(Assignment("h1-002", earlier),)), "h1-002")
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (3, 4)
    assert before.decoded("dtstart") != after.decoded("dtstart")


def test_two_shifts_on_a_day_have_two_uids(publication: Publication):
    day = publication.period.first
    halves = (ShiftTemplate("a", 540, 720), ShiftTemplate("b", 840, 1080))
    split = with_roster(
        publication, assignments=tuple(Assignment("h1-001", dated(t, "h1", day, "Pacific/Auckland")) for t in halves)
    )
    assert len({str(event["uid"]) for event in events(split, "h1-001")}) == 2


def test_the_stamp_is_the_start_of_the_period(publication: Publication):
    (night,) = events(publication, "h1-002")
    assert night.decoded("dtstamp") == datetime(2026, 4, 3, 11, tzinfo=UTC)


@pytest.mark.parametrize("name", ["A; B, C\\D", "第一营业厅" * 20, "Line\nbreak"])
def test_hall_names_survive_folding_and_escaping(make_publication: Callable[..., Publication], name: str):
    (night,) = events(make_publication(hall_name=name), "h1-002")
    assert night["location"] == name.replace("\n", " ")
