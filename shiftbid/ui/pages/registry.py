"""The pages of the window by who sits before it: a new page is a line here and a folder beside."""

from __future__ import annotations

from typing import Any

from shiftbid.domain.account import Role, User
from shiftbid.ui.pages.appeals.page import AppealsPage
from shiftbid.ui.pages.certificate.page import CertificatePage
from shiftbid.ui.pages.demand.page import DemandPage
from shiftbid.ui.pages.fairness.page import FairnessPage
from shiftbid.ui.pages.findings.page import FindingsPage
from shiftbid.ui.pages.footfall.page import FootfallPage
from shiftbid.ui.pages.my_bids.page import MyBidsPage
from shiftbid.ui.pages.my_data.page import MyDataPage
from shiftbid.ui.pages.my_proposals.page import MyProposalsPage
from shiftbid.ui.pages.my_requests.page import MyRequestsPage
from shiftbid.ui.pages.my_result.page import MyResultPage
from shiftbid.ui.pages.my_schedule.page import MySchedulePage
from shiftbid.ui.pages.my_swaps.page import MySwapsPage
from shiftbid.ui.pages.my_toil.page import MyToilPage
from shiftbid.ui.pages.my_vote.page import MyVotePage
from shiftbid.ui.pages.page import DeskPage
from shiftbid.ui.pages.payroll.page import PayrollPage
from shiftbid.ui.pages.people.page import PeoplePage
from shiftbid.ui.pages.requests.page import RequestsPage
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.pages.round.page import RoundPage
from shiftbid.ui.pages.rules.page import RulesPage
from shiftbid.ui.pages.settings.page import SettingsPage
from shiftbid.ui.pages.swaps.page import SwapsPage
from shiftbid.ui.pages.templates.page import TemplatesPage
from shiftbid.ui.pages.today.page import TodayPage
from shiftbid.ui.pages.toil.page import ToilPage
from shiftbid.ui.pages.vote.page import VotePage

PageMaker = type[DeskPage[Any]]

MANAGER_PAGES: tuple[PageMaker, ...] = (
    TodayPage,
    FootfallPage,
    DemandPage,
    TemplatesPage,
    VotePage,
    RoundPage,
    RosterPage,
    FindingsPage,
    CertificatePage,
    PeoplePage,
    RequestsPage,
    SwapsPage,
    AppealsPage,
    FairnessPage,
    ToilPage,
    PayrollPage,
    RulesPage,
    SettingsPage,
)
"""In the order of the work."""
PAYROLL_PAGES: tuple[PageMaker, ...] = (PayrollPage, RosterPage, PeoplePage, AppealsPage, ToilPage, RulesPage)
OWN_PAGES: tuple[PageMaker, ...] = (
    MySchedulePage,
    MyProposalsPage,
    MyVotePage,
    MyBidsPage,
    MyResultPage,
    MySwapsPage,
    MyRequestsPage,
    MyToilPage,
    MyDataPage,
)


def pages_for(user: User) -> tuple[PageMaker, ...]:
    """Pages of a person's role, then their own where they are an employee."""
    own = () if user.employee is None else OWN_PAGES
    match user.role:
        case Role.MANAGER:
            return (*MANAGER_PAGES, *own)
        case Role.PAYROLL:
            return (*PAYROLL_PAGES, *own)
        case Role.STAFF:
            return own
