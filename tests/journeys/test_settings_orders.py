"""What the page Settings asks, done on a database: accounts, consents, notices, promise, terms."""

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind
from shiftbid.services.accounts import NewUser, add_user
from shiftbid.services.hall_settings import HallSettings
from shiftbid.services.ports import StaffList
from shiftbid.services.settings_orders import (
    AddAccount,
    ChangeAccount,
    ChangePromise,
    ChangeTerms,
    LoadConsents,
    LoadNotice,
    RecordConsent,
    ResetPin,
    SettingsOrder,
)
from shiftbid.storage.database import Database
from shiftbid.storage.pin_hashing import Argon2PinHasher
from shiftbid.storage.schema import init
from tests.gui.fake_hall import HALL, fake_publication

PIN = "731946"


def ignore(_: object) -> None:
    pass


@pytest.fixture
def url(tmp_path: Path) -> str:
    made = sqlite_url(tmp_path / "hall.sqlite")
    init(made)
    with Database(made) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, StaffList(employees=fake_publication().employees))
        unit.commit()
    return made


@pytest.fixture
def manager(url: str) -> User:
    with Database(url) as database:
        mere = NewUser("mere", "Mere", Role.MANAGER, None, PIN)
        return add_user(database.unit_of_work, Argon2PinHasher.for_public_pin(), mere, None)


Ask = Callable[[SettingsOrder], HallSettings]


@pytest.fixture
def ask(url: str, manager: User, tmp_path: Path) -> Ask:
    def asked(order: SettingsOrder) -> HallSettings:
        with StoredDesktop(url, tmp_path / "drafts") as desktop:
            # Command and answer cross a pipe.
            pickle.loads(pickle.dumps(desktop.desk_command(order, manager)))(ignore)
            settings = desktop.view(manager, HALL.id, None).settings
        assert settings is not None
        return settings

    return asked


def test_accounts_are_added_changed_and_opened_again(url: str, ask: Ask, manager: User, tmp_path: Path) -> None:
    somebody = fake_publication().employees[0].id
    ask(AddAccount("Bo", Role.STAFF, somebody, PIN))
    settings = ask(ChangeAccount("bo", Role.PAYROLL, somebody))
    assert [(each.name, each.role, each.employee) for each in settings.accounts] == [
        ("Bo", Role.PAYROLL, somebody),
        ("Mere", Role.MANAGER, None),
    ]
    ask(ResetPin("Bo", "583920"))
    with StoredDesktop(url, tmp_path / "drafts") as desktop:
        bo = desktop.sign_in("Bo", "583920")
        assert desktop.view(bo, HALL.id, None).settings is None
        with pytest.raises(AccessError):
            desktop.desk_command(ResetPin("Mere", "583920"), bo)
    with pytest.raises(InputError, match="only manager"):
        ask(ChangeAccount("Mere", Role.PAYROLL, None))
    with pytest.raises(InputError, match="choose the employee"):
        ask(ChangeAccount("Bo", Role.STAFF, None))
    with pytest.raises(InputError, match="is not known"):
        ask(ChangeAccount("Nobody", Role.PAYROLL, None))


def test_consents_notices_promise_and_terms_are_settled(ask: Ask, tmp_path: Path) -> None:
    somebody = fake_publication().employees[0].id
    rule = ask(ChangePromise(HALL.id, Promise(PromiseKind.MEAN, 0.9, 8.0, 12.0, 4.0))).pack.rules[0].id
    first = Consent(EVERYBODY, rule, date(2026, 1, 1), date(2026, 12, 31), ConsentKind.AGREEMENT)
    assert ask(RecordConsent(HALL.id, first)).consents == (first,)
    (tmp_path / "consents.csv").write_text(
        f"employee,rule,from,to,kind\n{somebody},{rule},2026-02-01,2026-03-01,person\n", encoding="utf-8"
    )
    settings = ask(LoadConsents(HALL.id, tmp_path / "consents.csv"))
    assert {each.employee for each in settings.consents} == {EVERYBODY, somebody}
    (tmp_path / "notice.csv").write_text("date,class,name\n2027-01-01,holiday,New Year\n", encoding="utf-8")
    settings = ask(LoadNotice(HALL.id, tmp_path / "notice.csv"))
    assert [each.day for each in settings.notice] == [date(2027, 1, 1)]
    assert settings.hall.promise == Promise(PromiseKind.MEAN, 0.9, 8.0, 12.0, 4.0)
    terms = HallTerms(manager_approves=True, notice_days=21, round_method=RoundMethod.WAVES)
    assert ask(ChangeTerms(HALL.id, terms)).terms == terms
