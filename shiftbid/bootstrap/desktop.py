"""The window's use cases on a stored network."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from shiftbid.bootstrap.demo_account import signed_in_demo
from shiftbid.bootstrap.desk_commands import StoredCommand
from shiftbid.bootstrap.places import drafts_folder
from shiftbid.bootstrap.reading_notes import ReadingNotes
from shiftbid.domain.account import Role, User
from shiftbid.domain.hall import Hall
from shiftbid.domain.poll import PollKind
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, Period, local_day
from shiftbid.services.accounts import require, sign_in
from shiftbid.services.desk_orders import DeskOrder
from shiftbid.services.desk_rights import refuse_beyond_rights
from shiftbid.services.desk_view import READS_PLANS, DeskView
from shiftbid.services.notice_dates import NoticeShortfall
from shiftbid.services.progress import ProgressListener
from shiftbid.services.stored_draft import StoredDraft
from shiftbid.services.toil_desk import person_of
from shiftbid.storage.database import Database
from shiftbid.storage.draft_files import DraftFiles
from shiftbid.storage.pin_hashing import Argon2PinHasher

if TYPE_CHECKING:
    from shiftbid.bootstrap.set_up import SetUpCommand
    from shiftbid.services.set_up import SetUpOrder

HEAVY_MODULES = ("pandas", "lightgbm", "shiftbid.services.planning", "shiftbid.storage.database")
SEED = 1


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """Plans one stored hall and publishes the outcome; sent to the worker process and called there (`PlanCommand`)."""

    url: str
    hall: str
    period: Period
    credit: str
    late_because: str

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        """Plan in one go, asking nobody; with a vote and bids it goes by the pages Vote and Round."""
        from shiftbid.rules.book import load_pack, pack_for_country
        from shiftbid.services.bid_round import known_hall
        from shiftbid.services.notice_dates import publication_shortfalls, refuse_late_publication
        from shiftbid.services.planning import PlanningOrder, plan_and_publish
        from shiftbid.services.secrets import entropy_secrets
        from shiftbid.services.staff_voice import SilentStaff
        from shiftbid.solver.work_limit import WorkLimit

        order = PlanningOrder((self.hall,), self.period, SEED, WorkLimit(), credit=self.credit)
        with Database(self.url) as database:
            with database.unit_of_work() as unit:
                hall = known_hall(unit, self.hall)
                pack = load_pack(pack_for_country(hall.country, hall.subdivision), self.period.first)
                short = publication_shortfalls(unit, [hall], self.period, pack)
                if not self.late_because and any(short) and all(each.may_be_waived for each in short):
                    return short
                refuse_late_publication(unit, [hall], self.period, pack, self.late_because)
            plan_and_publish(order, database.unit_of_work, SilentStaff(), entropy_secrets, listener)
        return ()


class StoredDesktop:
    """`shiftbid.services.desktop.DesktopServices` on one database; closed with the window."""

    def __init__(self, url: str, drafts: Path | None = None) -> None:
        self._url = url
        self._drafts = DraftFiles(drafts or drafts_folder(url))
        self._database = Database(url)
        self._units = self._database.unit_of_work
        self._notes = ReadingNotes(self._units)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, error_type: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._notes.close()
        self._database.close()

    def anybody_may_sign_in(self) -> bool:
        """Whether the database has an account at all."""
        with self._units() as unit:
            return unit.users.any()

    def set_up_command(self, order: SetUpOrder, by: User | None) -> SetUpCommand:
        """Make the command that reads files for a hall or stores it."""
        from shiftbid.bootstrap.set_up import SetUpCommand

        if by is not None:
            require(by, Role.MANAGER)
        return SetUpCommand(self._url, order, by)

    def current_user(self) -> User | None:
        """The demonstration's manager where this is a demonstration's database."""
        return signed_in_demo(self._units)

    def sign_in(self, name: str, pin: str) -> User:
        """Sign a person in; raises AccessError where name and PIN do not match."""
        return sign_in(self._units, Argon2PinHasher(), name, pin, int(time.time()))

    def decides_appeals(self, user: User) -> bool:
        """Whether somebody of the staff holds the key of a round."""
        with self._units() as unit:
            return user.role is Role.STAFF and any(
                each.kind is PollKind.ROUND for each in unit.polls.of_trustee(user.id)
            )

    def halls(self, user: User) -> Sequence[Hall]:
        """Every hall of the database; to staff, their own."""
        with self._units() as unit:
            if user.role in READS_PLANS:
                return unit.halls.all()
            return (person_of(unit, user.employee)[0],) if user.employee is not None else ()

    def periods(self, hall: str) -> Sequence[Period]:
        """Periods published for a hall, in order of time."""
        with self._units() as unit:
            return unit.publications.periods(hall)

    def view(self, user: User, hall: str, period: Period | None) -> DeskView:
        """What a person may see of a hall and period; what reads it loads here, after the window is in sight.

        What they were given of others goes on record afterwards.
        """
        from shiftbid.services.desk_reading import desk_view
        from shiftbid.services.reading_record import sight_of

        with self._units() as unit:
            view = desk_view(unit, user, hall, period, int(time.time()))
        sight = sight_of(user, view)
        if sight is not None:
            self._notes.note(sight)
        if view.plan is None or period is None or user.role is not Role.MANAGER:
            return view
        return replace(view, plan=replace(view.plan, draft=self._drafts.find(hall, period), editable=True))

    def next_start(self, hall: str) -> date:
        """The day after the last published period; else the first Monday after the last counted hour."""
        with self._units() as unit:
            periods = unit.publications.periods(hall)
            known = unit.halls.get(hall)
            if periods:
                return periods[-1].last + timedelta(days=1)
            counts = unit.footfall.of_hall(hall, Interval(0, int(time.time())))
        latest = counts[-1].hour.start if counts else int(time.time())
        last = local_day(latest, known.zone if known else "UTC")
        return last + timedelta(days=DAYS_PER_WEEK - last.weekday())

    def plan_command(self, by: User, hall: str, first: date, weeks: int, late_because: str = "") -> StoredPlan:
        """Make the command that plans `weeks` weeks of a hall from `first` on and publishes the outcome."""
        require(by, Role.MANAGER)
        return StoredPlan(self._url, hall, Period.of_weeks(first, weeks), self.credit(), late_because)

    def desk_command(self, order: DeskOrder, by: User) -> StoredCommand:
        """Make the command that does an order of somebody in the worker process."""
        refuse_beyond_rights(order, by)
        return StoredCommand(self._url, order, by)

    def keep_draft(self, draft: StoredDraft) -> None:
        """Keep edits of a roster in a file of the user; without edits the file goes."""
        self._drafts.keep(draft)

    def heavy_modules(self) -> Sequence[str]:
        """Modules that planning needs; the worker imports them once the window's first page stands."""
        return HEAVY_MODULES

    def credit(self) -> str:
        """Credit of the data shown, as the latest plan carries it; empty where none is due."""
        with self._units() as unit:
            for hall in unit.halls.all():
                for period in reversed(unit.publications.periods(hall.id)):
                    context = unit.publications.context(hall.id, period, unit.publications.version(hall.id, period))
                    if context:
                        return str(context.settings.get("credit", ""))
        return ""
