"""The application as the command line sees it. Each command pays only for what it uses, so edges load where needed."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from shiftbid.bootstrap.places import DATABASE_FILE, embedded_file, embedded_url, sqlite_url
from shiftbid.domain.account import User
from shiftbid.services.accounts import NewUser, add_user, reset_pin, sign_in
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


class WiredApplication:
    """The application with real storage, samples, exporters and window (`shiftbid.services.application`)."""

    @property
    def demo(self) -> DemoRunner:
        """The whole chain on a sample."""
        from shiftbid.bootstrap.demo import run_demo

        return run_demo

    @property
    def plan(self) -> PlanRunner:
        """Plans stored halls."""
        from shiftbid.bootstrap.plan import run_plan

        return run_plan

    @contextmanager
    def hall_desk(self, url: str | None) -> Generator[HallDesk]:
        """Halls of a database; the embedded file is made where it does not exist yet."""
        from shiftbid.storage.database import Database

        with Database(_present(url)) as database:
            yield HallDesk(database.unit_of_work)

    @property
    def certify(self) -> Certifier:
        """Certificate of counters given as files."""
        from shiftbid.bootstrap.certify import run_certify

        return run_certify

    @property
    def what_if(self) -> WhatIfAsker:
        """Answers to what-if questions on files."""
        from shiftbid.bootstrap.what_if import run_what_if

        return run_what_if

    @property
    def explain(self) -> Explainer:
        """Why published plans leave demand uncovered."""
        from shiftbid.bootstrap.explain import run_explain

        return run_explain

    @property
    def why_cell(self) -> CellExplainer:
        """Why a cell of a published roster is as it is."""
        from shiftbid.bootstrap.why import run_why

        return run_why

    @property
    def plan_absence(self) -> AbsencePlanner:
        """What to do about an absence."""
        from shiftbid.bootstrap.absence import run_plan_absence

        return run_plan_absence

    @property
    def plan_surprise(self) -> SurprisePlanner:
        """What to do when more or fewer customers come than forecast."""
        from shiftbid.bootstrap.absence import run_plan_surprise

        return run_plan_surprise

    @property
    def replay(self) -> Replayer:
        """Published rounds solved again."""
        from shiftbid.bootstrap.replay import run_replay

        return run_replay

    @property
    def import_tickets(self) -> TicketImporter:
        """Ticket logs of queue systems in."""
        from shiftbid.bootstrap.tickets import run_ticket_import

        return run_ticket_import

    @property
    def import_staff(self) -> TableImporter:
        """Staff lists in."""
        from shiftbid.bootstrap.imports import import_staff

        return import_staff

    @property
    def import_worked(self) -> TableImporter:
        """A time clock's hours in."""
        from shiftbid.bootstrap.imports import import_worked

        return import_worked

    @property
    def import_leave(self) -> TableImporter:
        """Leave in."""
        from shiftbid.bootstrap.import_leave import import_leave

        return import_leave

    @property
    def import_consents(self) -> TableImporter:
        """Consents and approvals in."""
        from shiftbid.bootstrap.imports import import_consents

        return import_consents

    @property
    def import_facts(self) -> TableImporter:
        """Dated facts about staff in."""
        from shiftbid.bootstrap.imports import import_facts

        return import_facts

    @property
    def import_calendar(self) -> NoticeImporter:
        """Official holiday notices in."""
        from shiftbid.bootstrap.imports import import_calendar

        return import_calendar

    @property
    def import_footfall(self) -> FootfallImporter:
        """Counts of customers in."""
        from shiftbid.bootstrap.imports import import_footfall

        return import_footfall

    @property
    def export_payroll(self) -> PayrollExporter:
        """Pay lines out to payroll programs."""
        from shiftbid.bootstrap.exports import export_payroll

        return export_payroll

    @property
    def export_roster(self) -> Exporter:
        """Rosters out, to print and to read."""
        from shiftbid.bootstrap.exports import export_roster

        return export_roster

    @property
    def export_calendar(self) -> Exporter:
        """Personal calendars out."""
        from shiftbid.bootstrap.exports import export_calendar

        return export_calendar

    def pay_desk(self, url: str | None) -> PayDesk:
        """Pay of a database; of the embedded file where `url` is None."""
        from shiftbid.bootstrap.pay_desk import StoredPayDesk

        return StoredPayDesk(url or embedded_url())

    def toil_desk(self, url: str | None) -> ToilDesk:
        """Time off in lieu of a database; of the embedded file where `url` is None."""
        from shiftbid.bootstrap.toil_desk import StoredToilDesk

        return StoredToilDesk(url or embedded_url())

    @contextmanager
    def poll_desk(self, url: str | None) -> Generator[PollDesk]:
        """Votes and bidding rounds of a database; of the embedded file where `url` is None."""
        from shiftbid.bootstrap.poll_desk import StoredPollDesk
        from shiftbid.storage.database import Database

        with Database(url or embedded_url()) as database:
            yield StoredPollDesk(database.unit_of_work)

    @contextmanager
    def exchange_desk(self, url: str | None) -> Generator[ExchangeDesk]:
        """Claims, swaps and hall terms of a database; of the embedded file where `url` is None."""
        from shiftbid.bootstrap.exchange_desk import StoredExchangeDesk
        from shiftbid.storage.database import Database

        with Database(url or embedded_url()) as database:
            yield StoredExchangeDesk(database.unit_of_work)

    @contextmanager
    def appeal_desk(self, url: str | None) -> Generator[AppealDesk]:
        """Appeals of a database; of the embedded file where `url` is None."""
        from shiftbid.bootstrap.appeal_desk import StoredAppealDesk
        from shiftbid.storage.database import Database

        with Database(url or embedded_url()) as database:
            yield StoredAppealDesk(database.unit_of_work)

    def worker_desk(self, url: str) -> WorkerDesk:
        """Queue of planning jobs of a shared database."""
        from shiftbid.bootstrap.worker_desk import StoredWorkerDesk

        return StoredWorkerDesk(url)

    def database(self, url: str | None) -> DatabaseKeeper:
        """Keeper of a database; of the embedded file where `url` is None."""
        from shiftbid.storage.keeper import SqlDatabaseKeeper

        return SqlDatabaseKeeper(url or embedded_url())

    def add_account(self, url: str | None, new: NewUser, manager: tuple[str, str] | None) -> User:
        """Add a person who may sign in; the embedded file is made where it does not exist yet."""
        from shiftbid.storage.database import Database
        from shiftbid.storage.pin_hashing import Argon2PinHasher

        with Database(_present(url)) as database:
            units, hasher = database.unit_of_work, Argon2PinHasher()
            by = sign_in(units, hasher, *manager, int(time.time())) if manager else None
            return add_user(units, hasher, new, by)

    def reset_pin(self, url: str | None, name: str, new_pin: str, manager: tuple[str, str]) -> User:
        """Give a person a new PIN and unlock the name."""
        from shiftbid.storage.database import Database
        from shiftbid.storage.pin_hashing import Argon2PinHasher

        with Database(url or embedded_url()) as database:
            units, hasher = database.unit_of_work, Argon2PinHasher()
            by = sign_in(units, hasher, *manager, int(time.time()))
            return reset_pin(units, hasher, by, name, new_pin)

    def open_window(self, url: str | None) -> int:
        """Open the window; on a database without accounts it sets the first hall up."""
        from shiftbid.bootstrap.desktop import StoredDesktop
        from shiftbid.ui.app import run

        with StoredDesktop(_present(url)) as desktop:
            return run(desktop, sys.argv[:1])

    def open_published(self, folder: Path) -> int:
        """Open the window on the database of a published folder."""
        return self.open_window(sqlite_url(folder / DATABASE_FILE))


def _present(url: str | None) -> str:
    """URL of a database that is there: the embedded file is made where it does not exist yet."""
    if url is None and not embedded_file().exists():
        from shiftbid.storage.schema import ensure

        ensure(embedded_url())
    return url or embedded_url()
