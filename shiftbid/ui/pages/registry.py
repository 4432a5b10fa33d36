"""The pages of the window by who sits before it: a new page is a line here and a folder beside."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from shiftbid.domain.account import Role, User
from shiftbid.ui.pages.page import DeskPage
from shiftbid.ui.pages.page_name import PageName

MANAGER_PAGES = (
    PageName.TODAY,
    PageName.FOOTFALL,
    PageName.DEMAND,
    PageName.TEMPLATES,
    PageName.VOTE,
    PageName.ROUND,
    PageName.ROSTER,
    PageName.FINDINGS,
    PageName.CERTIFICATE,
    PageName.PEOPLE,
    PageName.REQUESTS,
    PageName.SWAPS,
    PageName.APPEALS,
    PageName.FAIRNESS,
    PageName.TOIL,
    PageName.PAYROLL,
    PageName.RULES,
    PageName.SETTINGS,
)
"""In the order of the work."""
PAYROLL_PAGES = (
    PageName.PAYROLL,
    PageName.ROSTER,
    PageName.PEOPLE,
    PageName.APPEALS,
    PageName.TOIL,
    PageName.RULES,
)
OWN_PAGES = (
    PageName.MY_SCHEDULE,
    PageName.MY_PROPOSALS,
    PageName.MY_VOTE,
    PageName.MY_BIDS,
    PageName.MY_RESULT,
    PageName.MY_SWAPS,
    PageName.MY_REQUESTS,
    PageName.MY_TOIL,
    PageName.MY_DATA,
)


def pages_for(user: User, *, decides_appeals: bool = False) -> tuple[PageName, ...]:
    """Pages of a person's role, then their own where they are an employee; of staff, appeals for those who decide."""
    own = () if user.employee is None else OWN_PAGES
    match user.role:
        case Role.MANAGER:
            return (*MANAGER_PAGES, *own)
        case Role.PAYROLL:
            return (*PAYROLL_PAGES, *own)
        case Role.STAFF:
            return (*own, PageName.APPEALS) if decides_appeals else own


def page_class(name: PageName) -> type[DeskPage[Any]]:
    """Load a page: `my_bids` is the class `MyBidsPage` in ``my_bids/page.py``."""
    words = name.value.split("_")
    return getattr(import_module(f"shiftbid.ui.pages.{name.value}.page"), "".join(map(str.title, words)) + "Page")
