"""Terms of halls and consents of people in the database: added to, the latest holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.proxy import ProxyConsent
from shiftbid.services.ports import UnitOfWorkFactory
from tests.storage.at_once import at_once
from tests.storage.example_publications import HALL

AGREED = HallTerms(manager_approves=True, urgent_appeal_minutes=60, appeal_minutes=120)


@pytest.fixture
def units(staffed: UnitOfWorkFactory) -> UnitOfWorkFactory:
    with staffed() as unit:
        unit.users.add(User("m", "Mere", Role.MANAGER, None, "$"))
        unit.commit()
    return staffed


def test_a_hall_that_has_agreed_nothing_has_the_usual_terms(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        assert unit.agreements.terms_of(HALL.id) == HallTerms(
            manager_approves=False, urgent_appeal_minutes=180, appeal_minutes=2880, notice_days=0
        )


def test_the_latest_terms_hold_whoever_sets_them_at_once(units: UnitOfWorkFactory) -> None:
    def set_terms(days: int) -> int:
        with units() as unit:
            number = unit.agreements.set_terms(HALL.id, replace(AGREED, notice_days=days), "m")
            unit.commit()
        return number

    assert sorted(map(str, at_once([lambda days=days: set_terms(days) for days in range(1, 4)]))) == ["1", "2", "3"]
    assert set_terms(14) == 4
    with units() as unit:
        assert unit.agreements.terms_of(HALL.id) == replace(AGREED, notice_days=14)
        with pytest.raises(InputError, match="is not in the database"):
            unit.agreements.set_terms("nowhere", HallTerms(), "m")


@pytest.mark.parametrize("wrong", [(False, 0, 10, 0), (False, 20, 10, 0), (False, 5, 10, -1)])
def test_terms_that_make_no_sense_are_refused(wrong: tuple[bool, int, int, int]) -> None:
    with pytest.raises(InputError, match="hall terms"):
        HallTerms(*wrong)


def test_a_consent_holds_until_another_is_given(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        first = unit.agreements.consent("e1", "e2", "m")
        unit.commit()
    assert first == ProxyConsent("e1", "e2", "m", first.given_at)
    with units() as unit:
        assert unit.agreements.proxies() == {"e1": first}
        last = unit.agreements.consent("e1", None, "m")
        assert unit.agreements.proxies() == {"e1": last}
        for faulty in (("ghost", "e1"), ("e1", "ghost")):
            with pytest.raises(InputError, match="employee ghost is on no staff list"):
                unit.agreements.consent(*faulty, "m")
