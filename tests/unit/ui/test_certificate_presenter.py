from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.domain.timeline import Interval, instant
from shiftbid.ui.pages.certificate.presenter import (
    CertificateSheet,
    Verdict,
    certificate_sheet,
    certified_skills,
    margin,
    worst_verdict,
)
from tests.gui.fake_hall import FIRST, HALL, ZONE, fake_publication

QUARTER = CertificateRow(
    hall=HALL.id,
    quarter=Interval(instant(FIRST, 540, ZONE), instant(FIRST, 555, ZONE)),
    customer_class="regular",
    busy=False,
    arrivals=4.0,
    heads=3,
    mean_wait_minutes=1.0,
    p90_wait_minutes=3.0,
    share_in_time=0.95,
    promise_minutes=5.0,
    kept=True,
    kept_at_plus10=True,
)


def quarter(minute: int, day: date = FIRST, **changes: object) -> CertificateRow:
    span = Interval(instant(day, minute, ZONE), instant(day, minute + 15, ZONE))
    return replace(QUARTER, quarter=span, **changes)  # pyright: ignore[reportArgumentType] (fields by name)


def sheet_of(*rows: CertificateRow, promise: Promise | None = None) -> CertificateSheet:
    publication = fake_publication(weeks=1, people=1)
    hall = replace(publication.hall, promise=promise or Promise())
    return certificate_sheet(replace(publication, hall=hall, certificate=rows), "counter")


def test_quarters_of_a_clock_hour_are_weighed_by_their_customers() -> None:
    sheet = sheet_of(
        quarter(540, arrivals=1.0, share_in_time=0.8, mean_wait_minutes=4.0, heads=2),
        quarter(555, arrivals=3.0, share_in_time=1.0, mean_wait_minutes=0.0, heads=4),
        quarter(600, arrivals=2.0, share_in_time=0.5),
    )
    assert sheet.hours == (9, 10)
    (nine,) = sheet.cell(0, 0, None)
    assert nine.arrivals == 4.0
    assert nine.share_in_time == pytest.approx(0.95)
    assert nine.mean_wait_minutes == pytest.approx(1.0)
    assert (nine.least_heads, nine.most_heads) == (2, 4)


def test_an_hour_of_nobody_waits_not_at_all() -> None:
    sheet = sheet_of(quarter(540, arrivals=0.0, share_in_time=float("nan"), mean_wait_minutes=float("nan")))
    (hour,) = sheet.cell(0, 0, None)
    assert (hour.share_in_time, hour.mean_wait_minutes) == (1.0, 0.0)
    assert sheet.summary.worst is None


@pytest.mark.parametrize(
    ("kept", "at_plus10", "verdict"),
    [(True, True, Verdict.KEPT), (True, False, Verdict.TIGHT), (False, False, Verdict.MISSED)],
)
def test_verdicts(kept: bool, at_plus10: bool, verdict: Verdict) -> None:
    (hour,) = sheet_of(quarter(540, kept=kept, kept_at_plus10=at_plus10)).cell(0, 0, None)
    assert hour.verdict is verdict
    assert hour.kept is kept


def test_one_missed_quarter_misses_the_hour() -> None:
    (hour,) = sheet_of(quarter(540), quarter(555, kept=False, kept_at_plus10=False)).cell(0, 0, None)
    assert hour.verdict is Verdict.MISSED


def test_an_hour_counts_as_kept_where_every_class_keeps_it() -> None:
    sheet = sheet_of(
        quarter(540),
        quarter(540, customer_class="vip", kept=False, kept_at_plus10=False, share_in_time=0.7),
        quarter(600, kept_at_plus10=False),
        quarter(660),
    )
    summary = sheet.summary
    assert (summary.open_hours, summary.kept_hours, summary.kept_hours_at_plus10) == (3, 2, 1)
    assert summary.worst is not None
    assert (summary.worst.customer_class, summary.worst.hour) == ("vip", 9)
    assert worst_verdict(sheet.cell(0, 0, None)) is Verdict.MISSED
    assert worst_verdict(sheet.cell(0, 0, "regular")) is Verdict.KEPT


def test_a_promised_mean_is_judged_in_minutes() -> None:
    promise = Promise(kind=PromiseKind.MEAN)
    sheet = sheet_of(quarter(540, mean_wait_minutes=4.0), quarter(600, mean_wait_minutes=6.5), promise=promise)
    assert sheet.summary.worst is not None
    assert sheet.summary.worst.hour == 10
    assert margin(sheet.summary.worst, promise) == pytest.approx(-1.5)


def test_a_day_lists_its_hours_in_order() -> None:
    sheet = sheet_of(quarter(600), quarter(540), quarter(540, customer_class="vip"))
    assert [(each.hour, each.customer_class) for each in sheet.day_rows(0)] == [
        (9, "regular"),
        (9, "vip"),
        (10, "regular"),
    ]
    assert sheet.day_rows(1) == ()
    assert sheet.cell(0, 1, None) == ()


def test_a_class_of_which_nobody_is_expected_is_not_listed() -> None:
    rows = [quarter(540), quarter(540, customer_class="vip", arrivals=0.0)]
    sheet = sheet_of(*rows)
    assert sheet.classes == ("regular",)
    assert [each.customer_class for each in sheet.day_rows(0)] == ["regular"]
    assert sheet_of(rows[1]).classes == ("vip",), "of nobody at all, what there is is listed"


def test_each_desk_has_its_own_sheet_the_general_one_first() -> None:
    rows = (quarter(540), quarter(540, skill="business", heads=1, kept=False, kept_at_plus10=False))
    publication = replace(fake_publication(weeks=1, people=1), certificate=rows)
    assert certified_skills(publication) == ("counter", "business")
    (general,) = certificate_sheet(publication, "counter").cell(0, 0, None)
    (business,) = certificate_sheet(publication, "business").cell(0, 0, None)
    assert (general.verdict, general.most_heads) == (Verdict.KEPT, 3)
    assert (business.verdict, business.most_heads) == (Verdict.MISSED, 1)
