"""The application as the command line sees it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from shiftbid.domain.account import User
from shiftbid.services.accounts import NewUser
from shiftbid.services.database import DatabaseKeeper
from shiftbid.services.hall_desk import HallDesk
from shiftbid.services.plan_order import PlanRunner

if TYPE_CHECKING:
    from shiftbid.services.absence import AbsencePlanner
    from shiftbid.services.appeal_desk import AppealDesk
    from shiftbid.services.cell_reason import CellExplainer
    from shiftbid.services.certify_tables import Certifier
    from shiftbid.services.demo_order import DemoRunner
    from shiftbid.services.exchange_desk import ExchangeDesk
    from shiftbid.services.exports import Exporter, PayrollExporter
    from shiftbid.services.footfall_surprise import SurprisePlanner
    from shiftbid.services.import_tickets import TicketImporter
    from shiftbid.services.imports import FootfallImporter, NoticeImporter, TableImporter
    from shiftbid.services.missing_demand import Explainer
    from shiftbid.services.pay_close import PayDesk
    from shiftbid.services.poll_desk import PollDesk
    from shiftbid.services.replay import Replayer
    from shiftbid.services.toil_desk import ToilDesk
    from shiftbid.services.what_if import WhatIfAsker
    from shiftbid.services.worker_desk import WorkerDesk


class Application(Protocol):
    """Use cases wired to storage, samples, exporters and the window."""

    @property
    def demo(self) -> DemoRunner:
        """The whole chain on a sample."""
        ...

    @property
    def plan(self) -> PlanRunner:
        """Plans stored halls."""
        ...

    def hall_desk(self, url: str | None) -> AbstractContextManager[HallDesk]:
        """Halls of a database; the embedded file is made where it does not exist yet."""
        ...

    @property
    def certify(self) -> Certifier:
        """Certificate of counters given as files."""
        ...

    @property
    def what_if(self) -> WhatIfAsker:
        """Answers to what-if questions on files."""
        ...

    @property
    def explain(self) -> Explainer:
        """Why published plans leave demand uncovered."""
        ...

    @property
    def why_cell(self) -> CellExplainer:
        """Why a cell of a published roster is as it is."""
        ...

    @property
    def plan_absence(self) -> AbsencePlanner:
        """What to do about an absence."""
        ...

    @property
    def plan_surprise(self) -> SurprisePlanner:
        """What to do when more or fewer customers come than forecast."""
        ...

    @property
    def replay(self) -> Replayer:
        """Published rounds solved again."""
        ...

    @property
    def import_tickets(self) -> TicketImporter:
        """Ticket logs of queue systems in."""
        ...

    @property
    def import_staff(self) -> TableImporter:
        """Staff lists in."""
        ...

    @property
    def import_worked(self) -> TableImporter:
        """A time clock's hours in."""
        ...

    @property
    def import_leave(self) -> TableImporter:
        """Leave in."""
        ...

    @property
    def import_consents(self) -> TableImporter:
        """Consents and approvals in."""
        ...

    @property
    def import_facts(self) -> TableImporter:
        """Dated facts about staff in."""
        ...

    @property
    def import_calendar(self) -> NoticeImporter:
        """Official holiday notices in."""
        ...

    @property
    def import_footfall(self) -> FootfallImporter:
        """Counts of customers in."""
        ...

    @property
    def export_payroll(self) -> PayrollExporter:
        """Pay lines out to payroll programs."""
        ...

    @property
    def export_roster(self) -> Exporter:
        """Rosters out, to print and to read."""
        ...

    @property
    def export_calendar(self) -> Exporter:
        """Personal calendars out."""
        ...

    def pay_desk(self, url: str | None) -> PayDesk:
        """Pay of a database; of the embedded file where `url` is None."""
        ...

    def toil_desk(self, url: str | None) -> ToilDesk:
        """Time off in lieu of a database; of the embedded file where `url` is None."""
        ...

    def poll_desk(self, url: str | None) -> AbstractContextManager[PollDesk]:
        """Votes and bidding rounds of a database; of the embedded file where `url` is None."""
        ...

    def exchange_desk(self, url: str | None) -> AbstractContextManager[ExchangeDesk]:
        """Claims, swaps and hall terms of a database; of the embedded file where `url` is None."""
        ...

    def appeal_desk(self, url: str | None) -> AbstractContextManager[AppealDesk]:
        """Appeals of a database; of the embedded file where `url` is None."""
        ...

    def worker_desk(self, url: str) -> WorkerDesk:
        """Queue of planning jobs of a shared database."""
        ...

    def database(self, url: str | None) -> DatabaseKeeper:
        """Keeper of a database; of the embedded file where `url` is None."""
        ...

    def add_account(self, url: str | None, new: NewUser, manager: tuple[str, str] | None) -> User:
        """Add a person who may sign in; `manager` is the name and PIN of whoever adds, None for the first account."""
        ...

    def reset_pin(self, url: str | None, name: str, new_pin: str, manager: tuple[str, str]) -> User:
        """Give a person a new PIN and unlock the name; `manager` is the name and PIN of whoever does."""
        ...

    def open_window(self, url: str | None) -> int:
        """Open the window on a database and give the exit status."""
        ...

    def open_published(self, folder: Path) -> int:
        """Open the window on the database of a published folder."""
        ...
