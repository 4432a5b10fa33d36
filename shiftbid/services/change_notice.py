"""Whether changes of a published roster are told early enough."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from shiftbid.domain.hall import Hall
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.timeline import Period, instant
from shiftbid.rules.book import RulePack
from shiftbid.services.notice_dates import NoticeShortfall, PublishedOn, notice_shortfalls


def late_changes(
    hall: Hall, days: Iterable[date], on: date, pack: RulePack, terms: HallTerms
) -> tuple[NoticeShortfall, ...]:
    """Notices that changing these days leaves too short, told on a day; changing days that are over is no news."""
    ahead = [day for day in days if day >= on]
    if not ahead:
        return ()
    return notice_shortfalls(PublishedOn(hall, Period(min(ahead), max(ahead)), instant(on, 0, hall.zone)), pack, terms)
