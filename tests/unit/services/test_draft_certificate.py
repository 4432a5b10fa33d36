from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.hall import OpeningHours
from shiftbid.services.certification import certify_roster
from shiftbid.services.draft_certificate import DraftCertificate, PromiseHours
from shiftbid.services.hall_days import hall_days
from shiftbid.services.progress import Progress
from shiftbid.services.publication import HallPublication
from tests.gui.fake_hall import HALL, fake_publication


def ignore(progress: Progress) -> None:
    del progress


@pytest.fixture(scope="module")
def certified() -> HallPublication:
    """A plan whose certificate is what its roster gives."""
    published = fake_publication(weeks=1, people=12)
    period, threshold = published.roster.period, published.busy_threshold_per_hour
    days = hall_days(published.hall, published.forecast, period, threshold)
    shifts = [each.shift for each in published.roster.assignments]
    return replace(published, certificate=certify_roster(published.hall, days, shifts, ignore))


def test_a_changed_roster_is_certified_as_a_whole_one_would_be(certified: HallPublication) -> None:
    fewer = certified.roster.assignments[4:]
    changed = DraftCertificate(certified).hours(fewer)
    period, threshold = certified.roster.period, certified.busy_threshold_per_hour
    days = hall_days(certified.hall, certified.forecast, period, threshold)
    whole = replace(certified, certificate=certify_roster(certified.hall, days, [each.shift for each in fewer], ignore))
    assert changed == DraftCertificate(whole).published
    assert changed.open_hours == 67
    assert changed.kept_hours < DraftCertificate(certified).published.kept_hours


def test_days_that_do_not_change_keep_what_was_published(certified: HallPublication) -> None:
    """The published figures are taken over, not computed again: rows that no queue model would give stay."""
    rows = tuple(replace(row, kept=False, kept_at_plus10=False) for row in certified.certificate)
    certificate = DraftCertificate(replace(certified, certificate=rows))
    assert certificate.published == PromiseHours(67, 0, 0)
    assert certificate.hours(certified.roster.assignments) == PromiseHours(67, 0, 0)
    first, second, *others = certified.roster.assignments
    swapped = (replace(first, employee=second.employee), replace(second, employee=first.employee), *others)
    assert certificate.hours(swapped) == PromiseHours(67, 0, 0)
    assert certificate.hours(certified.roster.assignments[1:]).kept_hours > 0


def test_hours_after_midnight_belong_to_the_day_on_which_the_hall_opened() -> None:
    night = replace(HALL, opening=OpeningHours.parse("mon-sun 20:00-02:00"))
    published = fake_publication(hall=night, weeks=1, people=12)
    period, threshold = published.roster.period, published.busy_threshold_per_hour
    days = hall_days(night, published.forecast, period, threshold)
    shifts = [each.shift for each in published.roster.assignments]
    whole = replace(published, certificate=certify_roster(night, days, shifts, ignore))
    certificate = DraftCertificate(whole)
    assert certificate.published.open_hours == 7 * 6
    assert certificate.hours(published.roster.assignments[1:]).open_hours == 7 * 6
