"""Demand and certificate pages of a hall with two desks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from shiftbid.domain.desk import Desk
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.certificate.page import CertificatePage
from shiftbid.ui.pages.demand.page import DemandPage
from shiftbid.ui.pages.rules.page import RulesPage


@pytest.fixture
def two_desks(shown: HallView) -> HallView:
    """The same plan with a second desk, which nobody staffs."""
    plan = shown.publication
    business = tuple(
        replace(each, skill="business", heads=0, kept=False, share_in_time=0.0) for each in plan.certificate
    )
    return replace(
        shown,
        publication=replace(
            plan,
            hall=replace(plan.hall, desks=(Desk("business", 0.15, 18.0, 2, 1, 25.0),)),
            demand=(*plan.demand, *(replace(each, skill="business", heads=1) for each in plan.demand)),
            certificate=(*plan.certificate, *business),
        ),
    )


def test_one_desk_offers_no_choice(qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
    for page in (DemandPage(appearance), CertificatePage(appearance)):
        qtbot.addWidget(page)
        page.show_publication(shown)
        assert page.skill_choice.isHidden()


def test_the_certificate_shows_the_desk_chosen(qtbot: QtBot, appearance: Appearance, two_desks: HallView) -> None:
    page = CertificatePage(appearance)
    qtbot.addWidget(page)
    page.show_publication(two_desks)
    page.show()
    assert not page.skill_choice.isHidden()
    assert page.skill_choice.skill == "counter"
    general = page.sheet
    page.skill_choice.choose("business")
    assert general is not None
    assert page.sheet is not None
    assert page.sheet.summary.kept_hours == 0 < general.summary.kept_hours
    page.show_publication(two_desks)
    assert page.skill_choice.skill == "business", "a plan shown again keeps the desk chosen"


def test_the_demand_shows_the_desk_chosen(qtbot: QtBot, appearance: Appearance, two_desks: HallView) -> None:
    page = DemandPage(appearance)
    qtbot.addWidget(page)
    page.show_publication(two_desks)
    page.show()
    assert page.skill_choice.skill == "counter"
    page.skill_choice.choose("business")
    assert page.sheet is not None
    assert page.sheet.missing_minutes == page.sheet.needed_minutes > 0


def test_the_halls_desks_are_told(qtbot: QtBot, appearance: Appearance, two_desks: HallView) -> None:
    page = RulesPage(appearance)
    qtbot.addWidget(page)
    page.show_publication(two_desks)
    told = [value.text() for _, value in page._details]
    assert any(
        "business, for 15 % of the customers: 2 counters; a customer takes 18.0 (VIP 25.0) min"
        in text.replace("\N{NO-BREAK SPACE}", " ")
        for text in told
    )
