"""The pages of the window, in the order of the work: a new page is a line here and a folder beside."""

from __future__ import annotations

from collections.abc import Callable

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.certificate.page import CertificatePage
from shiftbid.ui.pages.demand.page import DemandPage
from shiftbid.ui.pages.findings.page import FindingsPage
from shiftbid.ui.pages.footfall.page import FootfallPage
from shiftbid.ui.pages.page import Page
from shiftbid.ui.pages.payroll.page import PayrollPage
from shiftbid.ui.pages.people.page import PeoplePage
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.pages.rules.page import RulesPage
from shiftbid.ui.pages.today.page import TodayPage
from shiftbid.ui.pages.toil.page import ToilPage

PAGES: tuple[Callable[[Appearance], Page], ...] = (
    TodayPage,
    FootfallPage,
    DemandPage,
    RosterPage,
    FindingsPage,
    CertificatePage,
    PeoplePage,
    ToilPage,
    PayrollPage,
    RulesPage,
)
