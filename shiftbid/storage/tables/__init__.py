"""The tables of the database, one module an area; `METADATA` knows them all."""

from shiftbid.storage.tables import (
    accounts,
    agreements,
    calendars,
    cases,
    footfall,
    halls,
    jobs,
    notices,
    pay_runs,
    plans,
    polls,
    proposals,
    publications,
    readings,
    records,
    requests,
    staff,
    toil,
    votes,
)
from shiftbid.storage.tables.base import Base

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "accounts",
    "agreements",
    "calendars",
    "cases",
    "footfall",
    "halls",
    "jobs",
    "notices",
    "pay_runs",
    "plans",
    "polls",
    "proposals",
    "publications",
    "readings",
    "records",
    "requests",
    "staff",
    "toil",
    "votes",
]
