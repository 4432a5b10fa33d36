"""Services in memory, and commands that the worker process can run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from shiftbid.bootstrap.set_up import look_at_table
from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import AccessError, InputError, ShiftbidError
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Period
from shiftbid.services.desk_orders import DeskCommand, DeskOrder
from shiftbid.services.desk_view import READS_PLANS, DeskView
from shiftbid.services.desktop import DesktopServices, PlanCommand
from shiftbid.services.hall_view import HallView
from shiftbid.services.notice_dates import NoticeShortfall
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.set_up import LookAtTable, SetUpOrder, SetUpOutcome
from shiftbid.services.stored_draft import StoredDraft
from shiftbid.ui.loader import Answer, Refuse
from tests.gui.fake_hall import FIRST, HALL, fake_publication, fake_view
from tests.gui.fake_matters import USERS as USERS_BY_ID
from tests.gui.fake_matters import fake_entrusted, fake_matters, fake_proposals
from tests.gui.fake_own import fake_own_view
from tests.gui.fake_polls import fake_polls
from tests.gui.fake_settings import fake_settings

MANAGER = User("u1", "manager", Role.MANAGER, None, "")
CLERK = User("u2", "clerk", Role.PAYROLL, None, "")
STAFF = User("u3", "aroha", Role.STAFF, "e000", "")
USERS = (MANAGER, CLERK, STAFF)
PIN = "4711"
STAGES = ("forecast", "demand", "templates", "vote", "award", "certificate")
EMPTY_HALL = replace(HALL, id="ponsonby", name="Ponsonby Road")


@dataclass(frozen=True, slots=True)
class Planned:
    """Reports every stage at once and ends well."""

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        for number, stage in enumerate(STAGES):
            listener(Progress(stage, number / len(STAGES), f"step {number + 1}"))
        return ()


@dataclass(frozen=True, slots=True)
class Late:
    """Plans nothing: the roster would be known three days later than agreed."""

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        return (NoticeShortfall("agreed notice", "terms of the hall", "", 3, may_be_waived=True),)


@dataclass(frozen=True, slots=True)
class Answered:
    """Gives an answer."""

    answer: object

    def __call__(self, listener: ProgressListener, /) -> object:
        listener(Progress("certificate", 0.5, "looking"))
        return self.answer


@dataclass(frozen=True, slots=True)
class Endless:
    """Reports until it is told to stop."""

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        while True:
            listener(Progress("award", 0.5, "searching"))
            time.sleep(0.01)


@dataclass(frozen=True, slots=True)
class Deaf:
    """Reports once and then listens no more."""

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        listener(Progress("award", 0.5, "deep in a solver"))
        time.sleep(600)
        return ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Fails on purpose, with advice."""

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        raise InputError("staff.csv", ["nobody holds the skill 'counter'"])


@dataclass(frozen=True, slots=True)
class Broken:
    """Fails by a fault of the program."""

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        raise ZeroDivisionError("division by zero")


@dataclass(frozen=True, slots=True)
class Dying:
    """Takes its process down."""

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        os._exit(7)


@dataclass
class FakeServices:
    """Two halls, one of them without a plan; planning adds the period after the last."""

    command: PlanCommand = field(default_factory=Planned)
    signed_in: User | None = MANAGER
    hall_list: Sequence[Hall] = (HALL, EMPTY_HALL)
    answer: object = None
    accounts: bool = True
    trustee: User | None = None
    late_because: str = ""
    drafts: dict[tuple[str, Period], StoredDraft] = field(default_factory=dict[tuple[str, Period], StoredDraft])
    publications: dict[tuple[str, Period], HallPublication] = field(
        default_factory=lambda: {(HALL.id, Period.of_weeks(FIRST, 4)): fake_publication()}
    )

    def current_user(self) -> User | None:
        return self.signed_in

    def anybody_may_sign_in(self) -> bool:
        return self.accounts

    def set_up_command(self, order: SetUpOrder, by: User | None) -> DeskCommand:
        return Answered(look_at_table(order) if isinstance(order, LookAtTable) else SetUpOutcome(MANAGER, ()))

    def sign_in(self, name: str, pin: str) -> User:
        for user in USERS:
            if (name, pin) == (user.name, PIN):
                return user
        raise AccessError("Name and PIN do not match. After five failures the name is locked for 15 minutes.")

    def decides_appeals(self, user: User) -> bool:
        return user == self.trustee

    def halls(self, user: User) -> Sequence[Hall]:
        return self.hall_list if user.role in READS_PLANS else self.hall_list[:1]

    def periods(self, hall: str) -> Sequence[Period]:
        return sorted((period for of_hall, period in self.publications if of_hall == hall), key=lambda each: each.first)

    def view(self, user: User, hall: str, period: Period | None) -> DeskView:
        publication = self.publications.get((hall, period)) if period else None
        return DeskView(
            plan=self._plan(publication) if publication and user.role in READS_PLANS else None,
            polls=fake_polls() if user.role is Role.MANAGER else None,
            matters=fake_matters(publication) if publication and user.role in READS_PLANS else None,
            own=fake_own_view() if user.employee else None,
            settings=fake_settings(publication) if publication and user.role is Role.MANAGER else None,
            entrusted=fake_entrusted() if user == self.trustee else None,
        )

    def _plan(self, publication: HallPublication) -> HallView:
        roster = publication.roster
        draft = self.drafts.get((roster.hall, roster.period))
        return replace(fake_view(publication), draft=draft, proposals=fake_proposals(), commenters=USERS_BY_ID)

    def keep_draft(self, draft: StoredDraft) -> None:
        self.drafts[draft.hall, draft.period] = draft

    def next_start(self, hall: str) -> date:
        return max((period.last + timedelta(days=1) for period in self.periods(hall)), default=FIRST)

    def plan_command(self, by: User, hall: str, first: date, weeks: int, late_because: str = "") -> PlanCommand:
        self.late_because = late_because
        return self.command

    def desk_command(self, order: DeskOrder, by: User) -> DeskCommand:
        return Answered(self.answer)

    def heavy_modules(self) -> Sequence[str]:
        return ()

    def credit(self) -> str:
        return "Footfall: Auckland pedestrian counts, CC BY 4.0"


class InlineLoader:
    """Reads at once, so that a test sees what it asked for."""

    busy = False

    def load(self, read: Callable[[], Answer], receive: Callable[[Answer], None], refuse: Refuse) -> None:
        try:
            answer = read()
        except ShiftbidError as error:
            refuse(error)
        else:
            receive(answer)

    def close(self) -> None:
        """Nothing is under way."""


def fake_services() -> DesktopServices:
    """The fakes are what the window asks for."""
    return FakeServices()
