from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from shiftbid.domain.ballot import Menu
from shiftbid.domain.errors import BugError
from shiftbid.domain.schedule_notice import ScheduleChange
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak
from shiftbid.services.publication import HallPublication
from shiftbid.services.schedule_changes import schedule_changes
from tests.gui.fake_hall import fake_publication

DAY = date(2026, 11, 10)
EARLY = ShiftTemplate("early", 480, 990, (TemplateBreak(720, 30, paid=False),))
LATE = ShiftTemplate("late", 600, 1110, (TemplateBreak(840, 30, paid=False),))
SHORT = ShiftTemplate("short", 480, 720)


@pytest.fixture(scope="module")
def published() -> HallPublication:
    publication = fake_publication(weeks=1, people=6)
    menu: Menu = replace(publication.menus[0], templates=(EARLY, LATE, SHORT))
    return replace(publication, menus=(menu,))


def changed(publication: HallPublication, *changes: dict[str, Any]) -> dict[str, list[ScheduleChange]]:
    record = {**publication.bidding_round, "changes": list(changes)}
    found = schedule_changes(replace(publication, bidding_round=record))
    return {employee: list(own) for employee, own in found.items()}


def change(
    dropped: list[tuple[str, str]], added: list[tuple[str, str]], kind: str = "edit", version: int = 2
) -> dict[str, Any]:
    def named(rows: list[tuple[str, str]]) -> list[dict[str, str]]:
        return [{"employee": who, "date": DAY.isoformat(), "template": template} for who, template in rows]

    # Ten hours before the early shift starts, in Auckland.
    at = "2026-11-09T09:00:00+00:00"
    return {"version": version, "kind": kind, "at": at, "dropped": named(dropped), "added": named(added)}


def told(found: ScheduleChange) -> tuple[int, int, int, int, date | None]:
    return (found.notice_minutes, found.added_minutes, found.moved_minutes, found.cancelled_minutes, found.day)


def test_a_shift_that_goes_from_one_person_to_another_is_cut_and_added(published: HallPublication) -> None:
    found = changed(published, change([("e001", "early")], [("e002", "early")]))
    assert [told(each) for each in found["e001"]] == [(600, 0, 0, 480, DAY)]
    assert [told(each) for each in found["e002"]] == [(600, 480, 0, 0, DAY)]
    assert {each.hall for own in found.values() for each in own} == {published.hall.id}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("early", "late", (600, 0, 120, 0, DAY)),
        ("late", "early", (720, 0, 120, 0, DAY)),
        ("early", "short", (600, 0, 270, 240, DAY)),
        ("short", "early", (600, 240, 270, 0, DAY)),
    ],
)
def test_what_is_lost_and_taken_on_one_day_is_one_change(
    published: HallPublication, before: str, after: str, expected: tuple[int, int, int, int, date]
) -> None:
    found = changed(published, change([("e001", before)], [("e001", after)]))
    assert [told(each) for each in found["e001"]] == [expected]


@pytest.mark.parametrize(("kind", "counts"), [("edit", True), ("repair", True), ("swap", False), ("claim", False)])
def test_what_people_asked_for_is_no_change_by_the_employer(
    published: HallPublication, kind: str, counts: bool
) -> None:
    assert bool(changed(published, change([("e001", "early")], [], kind))) is counts


def test_each_version_makes_changes_of_its_own(published: HallPublication) -> None:
    found = changed(
        published, change([("e001", "early")], []), change([], [("e001", "early"), ("e001", "late")], version=3)
    )
    assert len({each.id for each in found["e001"]}) == 3
    assert schedule_changes(published) == {}


def test_a_template_that_no_menu_holds_is_a_bug(published: HallPublication) -> None:
    with pytest.raises(BugError, match="names template ghost"):
        changed(published, change([("e001", "ghost")], []))
