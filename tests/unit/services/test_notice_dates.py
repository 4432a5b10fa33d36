"""Notice of a roster: just enough, a day short, what may be waived, and what no reason lifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.domain.timeline import Period, instant
from shiftbid.rules.book import load_pack
from shiftbid.rules.finding import Severity
from shiftbid.services.notice_dates import (
    AGREED,
    PublishedOn,
    WaivableNotice,
    notice_problems,
    notice_shortfalls,
)

ZONE = "America/Los_Angeles"
FIRST = date(2026, 3, 9)
HALL = Hall(
    "pine",
    "Pine Street",
    ZONE,
    "US",
    "WA",
    OpeningHours.parse("mon-fri 09:00-17:00"),
    Promise(PromiseKind.SHARE, 0.9, 10.0, 15.0, 5.0),
    6.0,
    4,
)
SEATTLE, HOUSE, NEW_YORK = (load_pack(each, FIRST) for each in ("US-SEA", "HOUSE", "US-NYC"))
NOTHING = HallTerms()


def published(days_before: int, minute: int = 720) -> PublishedOn:
    day = FIRST - timedelta(days=days_before)
    return PublishedOn(HALL, Period.of_weeks(FIRST, 4), instant(day, minute, ZONE))


def test_the_law_s_notice_is_kept_to_the_day() -> None:
    assert notice_shortfalls(published(14, minute=1439), SEATTLE, NOTHING) == ()
    (short,) = notice_shortfalls(published(13, minute=0), SEATTLE, NOTHING)
    assert (short.rule, short.missing_days, short.may_be_waived) == ("SEA-NOTICE", 1, False)
    assert str(short) == (
        "The staff of Pine Street learnt the schedule from 2026-03-09 on 13 days before; 14 are needed. "
        "SEA-NOTICE (SMC 14.22): 1 day short."
    )


def test_notice_in_hours_is_told_in_days() -> None:
    assert notice_shortfalls(published(3), NEW_YORK, NOTHING) == ()
    (short,) = [each for each in notice_shortfalls(published(1), NEW_YORK, NOTHING) if "RETAIL" in each.rule]
    assert short.missing_days == 2


def test_a_hall_may_agree_more_than_the_law() -> None:
    agreed = HallTerms(notice_days=21)
    assert notice_shortfalls(published(20), HOUSE, NOTHING) == ()
    assert [each.rule for each in notice_shortfalls(published(20), SEATTLE, agreed)] == [AGREED]
    assert [each.missing_days for each in notice_shortfalls(published(10), SEATTLE, agreed)] == [4, 11]


def test_a_period_that_is_over_is_published_without_notice() -> None:
    assert notice_shortfalls(published(-28), SEATTLE, HallTerms(notice_days=7)) == ()
    assert len(notice_shortfalls(published(-27), SEATTLE, HallTerms(notice_days=7))) == 2


def test_a_reason_lifts_what_is_agreed_and_nothing_lifts_the_law() -> None:
    agreed = notice_shortfalls(published(10), HOUSE, HallTerms(notice_days=14))
    (problem,) = notice_problems(agreed, " ")
    assert isinstance(problem, WaivableNotice)
    assert str(problem).startswith(
        "The roster from 2026-03-09 on would be known 10 days before; the hall has agreed 14."
    )
    assert "4 days short. Choose an earlier date, or give the reason" in str(problem)
    assert "--" not in str(problem), "where a reason is given is for screens and commands to say"
    assert notice_problems(agreed, "the hall burnt down") == []
    both = notice_shortfalls(published(10), SEATTLE, HallTerms(notice_days=14))
    assert len(notice_problems(both, "")) == 2
    (barred,) = notice_problems(both, "the hall burnt down")
    assert not isinstance(barred, WaivableNotice)
    assert "SEA-NOTICE (SMC 14.22): 4 days short. The law knows no exception" in str(barred)


def test_a_rule_that_only_asks_for_consent_may_be_waived() -> None:
    rules = tuple(
        replace(rule, severity=Severity.NEEDS_CONSENT) if rule.id == "SEA-NOTICE" else rule for rule in SEATTLE.rules
    )
    (short,) = notice_shortfalls(published(3), replace(SEATTLE, rules=rules), NOTHING)
    assert short.may_be_waived
