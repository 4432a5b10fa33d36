"""Settings of the hall in memory."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.account import Role
from shiftbid.domain.calendar import DayClass, NoticeDay
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind
from shiftbid.rules.book import load_pack
from shiftbid.services.hall_settings import Account, HallSettings
from shiftbid.services.publication import HallPublication

ON = date(2026, 10, 1)


def fake_settings(publication: HallPublication) -> HallSettings:
    """Two accounts, two records and a notice."""
    people = {each.id: each.name for each in publication.employees}
    somebody = publication.employees[0].id
    pack = load_pack("HOUSE", ON)
    return HallSettings(
        hall=publication.hall,
        on=ON,
        accounts=(Account("aroha", Role.STAFF, somebody), Account("manager", Role.MANAGER, None)),
        people=people,
        consents=(
            Consent(EVERYBODY, pack.rules[0].id, ON, date(2027, 9, 30), ConsentKind.AGREEMENT),
            Consent(somebody, pack.rules[1].id, ON, date(2026, 12, 31), ConsentKind.PERSON),
        ),
        pack=pack,
        notice=(NoticeDay(date(2026, 12, 25), DayClass.HOLIDAY, "Christmas Day"),),
        terms=HallTerms(notice_days=14),
    )
