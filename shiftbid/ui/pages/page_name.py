"""Names of the pages. Qt-free."""

from __future__ import annotations

from enum import StrEnum


class PageName(StrEnum):
    """The pages there are; also the key under which their state is kept."""

    TODAY = "today"
    FOOTFALL = "footfall"
    DEMAND = "demand"
    TEMPLATES = "templates"
    ROSTER = "roster"
    FINDINGS = "findings"
    CERTIFICATE = "certificate"
    PEOPLE = "people"
    TOIL = "toil"
    PAYROLL = "payroll"
    RULES = "rules"
    SETTINGS = "settings"
    VOTE = "vote"
    ROUND = "round"
    REQUESTS = "requests"
    SWAPS = "swaps"
    APPEALS = "appeals"
    FAIRNESS = "fairness"
    MY_SCHEDULE = "my_schedule"
    MY_VOTE = "my_vote"
    MY_BIDS = "my_bids"
    MY_RESULT = "my_result"
    MY_SWAPS = "my_swaps"
    MY_PROPOSALS = "my_proposals"
    MY_REQUESTS = "my_requests"
    MY_TOIL = "my_toil"
    MY_DATA = "my_data"
