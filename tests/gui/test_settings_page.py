"""The page Settings: what it shows, and what it orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from shiftbid.domain.account import Role
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind
from shiftbid.domain.timeline import Period
from shiftbid.services.settings_orders import (
    AddAccount,
    ChangeAccount,
    ChangePromise,
    ChangeTerms,
    LoadConsents,
    LoadNotice,
    RecordConsent,
    ResetPin,
)
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.settings.account_dialogs import AccountDialog, NewPinDialog
from shiftbid.ui.pages.settings.consents import ConsentDialog
from shiftbid.ui.pages.settings.page import SettingsPage
from tests.gui.fake_hall import HALL, fake_publication
from tests.gui.fake_settings import ON, fake_settings

OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> SettingsPage:
    made = SettingsPage(appearance)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_publication(fake_settings(fake_publication()))
    return made


@pytest.fixture
def orders(page: SettingsPage) -> Sequence[object]:
    asked: list[object] = []

    def note(ask: Ask) -> None:
        asked.append(ask.order)
        ask.receive(None)

    page.asked.connect(note)
    return asked


def test_everything_settled_is_shown(page: SettingsPage) -> None:
    assert [panel.tab_title() for panel in page.panels] == [
        "A&ccounts",
        "Consents an&d approvals",
        "&Official days",
        "Promi&se",
        "Ter&ms",
    ]
    table = page.accounts.table.sorted
    assert [table.index(row, 1).data() for row in range(table.rowCount())] == ["staff", "manager"]
    assert page.consents.table.sorted.index(0, 0).data() == "everybody"
    assert "2026" in page.calendar.sentence.text()
    assert page.promise.promise == HALL.promise
    assert page.terms.terms == HallTerms(notice_days=14)


def test_somebody_is_added_with_a_pin_typed_twice(page: SettingsPage, orders: Sequence[object]) -> None:
    page.accounts.add.click()
    dialog = page.findChild(AccountDialog)
    assert dialog is not None
    assert dialog.pins is not None
    ok = dialog.buttons.button(OK)
    dialog.name.setText("Bo")
    dialog.role.setCurrentIndex(dialog.role.findData(Role.STAFF.value))
    dialog.pins.type("731946")
    assert not ok.isEnabled(), "staff need an employee"
    dialog.employee.setCurrentIndex(2)
    assert ok.isEnabled()
    ok.click()
    assert orders == [AddAccount("Bo", Role.STAFF, fake_publication().employees[1].id, "731946")]


def test_a_role_is_changed_and_a_pin_given(page: SettingsPage, orders: Sequence[object]) -> None:
    page.accounts.table.setCurrentIndex(page.accounts.table.sorted.index(0, 0))
    page.accounts.change.click()
    dialog = page.findChild(AccountDialog)
    assert dialog is not None
    dialog.role.setCurrentIndex(dialog.role.findData(Role.PAYROLL.value))
    dialog.buttons.button(OK).click()
    page.accounts.reset.click()
    pin = page.findChild(NewPinDialog)
    assert pin is not None
    assert not pin.buttons.button(OK).isEnabled()
    pin.pins.type("583920")
    pin.buttons.button(OK).click()
    somebody = fake_publication().employees[0].id
    assert orders == [ChangeAccount("aroha", Role.PAYROLL, somebody), ResetPin("aroha", "583920")]


def test_a_consent_is_recorded(page: SettingsPage, orders: Sequence[object]) -> None:
    page.consents.record.click()
    dialog = page.findChild(ConsentDialog)
    assert dialog is not None
    dialog.last.setDate(dialog.first.date().addDays(-1))
    assert not dialog.buttons.button(OK).isEnabled(), "ends before it begins"
    dialog.last.setDate(dialog.first.date().addDays(30))
    dialog.buttons.button(OK).click()
    rule = fake_settings(fake_publication()).pack.rules[0].id
    assert orders == [RecordConsent(HALL.id, Consent(EVERYBODY, rule, ON, date(2026, 10, 31), ConsentKind.PERSON))]


def test_files_are_read_and_the_promise_changed(page: SettingsPage, orders: Sequence[object]) -> None:
    page.consents.read("consents.csv")
    page.calendar.read("notice.csv")
    page.promise.kind.setCurrentIndex(page.promise.kind.findData(PromiseKind.MEAN.value))
    page.promise.quiet.setValue(3)
    page.promise.change.click()
    assert orders == [
        LoadConsents(HALL.id, Path("consents.csv")),
        LoadNotice(HALL.id, Path("notice.csv")),
        ChangePromise(HALL.id, Promise(PromiseKind.MEAN, 0.9, 10.0, 15.0, 3.0)),
    ]


def test_terms_are_agreed(page: SettingsPage, orders: Sequence[object]) -> None:
    terms = page.terms
    terms.approves.click()
    terms.notice.setValue(21)
    terms.urgent.setValue(72)
    assert terms.appeal.value() == 72, "no appeal is decided sooner than an urgent one"
    terms.method.choose(RoundMethod.WAVES)
    terms.change.click()
    assert orders == [
        ChangeTerms(
            HALL.id,
            HallTerms(
                manager_approves=True,
                urgent_appeal_minutes=72 * 60,
                appeal_minutes=72 * 60,
                notice_days=21,
                round_method=RoundMethod.WAVES,
            ),
        )
    ]


def test_nothing_is_asked_while_work_is_under_way(page: SettingsPage) -> None:
    page.set_working(under_way=True)
    assert not any(button.isEnabled() for panel in page.panels for button in panel.buttons)
    page.set_working(under_way=False)
    assert all(button.isEnabled() for panel in page.panels for button in panel.buttons)


def test_projected_years_are_named_with_what_that_means(page: SettingsPage) -> None:
    settings = fake_settings(fake_publication())
    assert not page.calendar.projected.isVisibleTo(page.calendar), "nothing is projected"
    periods = (Period.of_weeks(date(2026, 12, 21), 4),)
    page.calendar.fill(replace(settings, projected_years=(2027,), projected_plans=periods))
    years, plans = page.calendar.projected.text().split("\n")
    assert years.startswith("Projected: 2027. No official notice")
    assert "21 Dec – 17 Jan 2027" in plans
    assert page.calendar.projected.isVisibleTo(page.calendar)
