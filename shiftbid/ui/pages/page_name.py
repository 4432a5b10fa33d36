"""Names of the pages. Qt-free."""

from __future__ import annotations

from enum import StrEnum


class PageName(StrEnum):
    """The pages there are; also the key under which their state is kept."""

    TODAY = "today"
    FOOTFALL = "footfall"
    DEMAND = "demand"
    ROSTER = "roster"
    FINDINGS = "findings"
    CERTIFICATE = "certificate"
    PEOPLE = "people"
    TOIL = "toil"
    PAYROLL = "payroll"
    RULES = "rules"
    MY_SCHEDULE = "my_schedule"
    MY_TOIL = "my_toil"
