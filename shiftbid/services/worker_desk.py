"""Work queued to other machines as the command line sees it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from shiftbid.domain.plan_job import PlanJob
from shiftbid.services.plan_order import PlanOrder

Teller = Callable[[str], None]
"""Hears what a worker does, a sentence at a time."""


class WorkerDesk(Protocol):
    """The queue of a shared database."""

    def queue(self, order: PlanOrder) -> PlanJob:
        """Order a plan, to be made by whichever worker is free.

        Raises InputError where the database is not shared, a hall is unknown, or too little notice is left.
        """
        ...

    def jobs(self) -> Sequence[PlanJob]:
        """Every job ordered so far."""
        ...

    def work(self, tell: Teller) -> None:
        """Work until told to stop: plan what is ordered, end votes and rounds at their deadline."""
        ...

    def work_once(self, tell: Teller) -> None:
        """Do what is to be done by now, and end."""
        ...
