"""Whatever people and halls are called: nothing becomes a formula, every file reads back, and bytes repeat."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar as PersonalCalendar

from shiftbid.domain.ballot import Menu
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.timeline import Period
from shiftbid.exporters.folder import write_publication
from shiftbid.importers.staff_generator import generate_staff
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.publication import HallPublication, Publication
from tests.unit.voting.small_papers import small_paper, small_record

TRIGGERS = tuple("=+-@\t\r\n\0＝＋－＠")
NAMES = st.one_of(
    st.text(max_size=40),
    st.builds(str.__add__, st.sampled_from(TRIGGERS), st.text(max_size=20)),
    st.sampled_from(["王晓梅", "㐂䶮𠮷", 'O\'Neill, "Bob"', '=HYPERLINK("http://x")', "\ud800", "a;b,c\\d"]),
)
FREE_TEXT = {"staff.csv": ("name",), "findings.csv": ("sentence", "article"), "calendar.csv": ("name",)}
HALL = Hall("h1", "Hall", "Asia/Shanghai", "CN", None, OpeningHours.parse("09:00-19:00"), Promise(), 6.0, counters=3)
PERIOD = Period.of_weeks(date(2026, 3, 2), 1)
STAFF = generate_staff(HALL, PERIOD, 3, seed=1)


TEMPLATE = ShiftTemplate("t", 540, 1020)
ADOPTED = Menu("adopted", "Adopted by vote", (TEMPLATE,), 0, 0, 0, 0.0, 0.0, ())
ELECTION = small_record("h1", PERIOD, small_paper((TEMPLATE,), (), 1), ADOPTED, {})


def named(names: list[str], hall_name: str) -> Publication:
    people = tuple(replace(person, name=name) for person, name in zip(STAFF.employees, names, strict=True))
    shifts = [dated(TEMPLATE, "h1", day, HALL.zone) for day in PERIOD.days[:2]]
    finding = Finding("R", people[0].id, shifts[0].span, Severity.WARNING, (), f"{names[0]} rests.", names[1])
    hall = HallPublication(
        hall=replace(HALL, name=hall_name),
        busy_threshold_per_hour=1.0,
        employees=people,
        leave=STAFF.leave,
        consents=STAFF.consents,
        worked=STAFF.worked,
        history=(),
        forecast=(),
        demand=(),
        menus=(ADOPTED,),
        adopted_menu="adopted",
        election=ELECTION,
        bidding_round={},
        roster=Roster("h1", PERIOD, 1, RosterState.DRAFT, tuple(Assignment(p.id, s) for p in people for s in shifts)),
        findings=(finding,),
        certificate=(),
        lots=(),
        journal=(),
        pay_lines=(),
    )
    return Publication(PERIOD, Calendar({}, {PERIOD.first: names[2]}), {}, (hall,), (), ())


def published(publication: Publication) -> Mapping[str, bytes]:
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "out"
        return {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in write_publication(publication, folder)
        }


def rows(content: bytes) -> Iterator[Mapping[str, str]]:
    yield from csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))


@settings(deadline=None, max_examples=25)
@given(names=st.lists(NAMES, min_size=3, max_size=3), hall_name=NAMES)
def test_no_name_runs_breaks_a_file_or_leaks(names: list[str], hall_name: str):
    publication = named(names, hall_name)
    files = published(publication)
    for path, columns in FREE_TEXT.items():
        for row in rows(files[path]):
            assert None not in row
            assert not any(row[column].lstrip().startswith(TRIGGERS) for column in columns)
    assert len(list(rows(files["staff.csv"]))) == 3
    with TemporaryDirectory() as parent:
        path = Path(parent) / "roster.xlsx"
        path.write_bytes(files["roster.xlsx"])
        workbook = openpyxl.load_workbook(path)
    assert not any(cell.data_type in ("f", "e") for sheet in workbook for row in sheet.iter_rows() for cell in row)
    for person in STAFF.employees:
        calendar = PersonalCalendar.from_ical(files[f"calendars/{person.id}.ics"])
        assert len(calendar.walk("VEVENT")) == 2
    again = published(named(names, hall_name))
    assert files == again
