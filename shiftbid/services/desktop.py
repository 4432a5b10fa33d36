"""What the window asks of the program: the port that `shiftbid.bootstrap` fills."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from shiftbid.domain.account import User
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Period
from shiftbid.services.desk_orders import DeskCommand, DeskOrder
from shiftbid.services.desk_view import DeskView
from shiftbid.services.notice_dates import NoticeShortfall
from shiftbid.services.progress import ProgressListener
from shiftbid.services.stored_draft import StoredDraft

if TYPE_CHECKING:
    from shiftbid.services.set_up import SetUpOrder


class PlanCommand(Protocol):
    """One planning run, ready to go. It is pickled, and called in the worker process, never in the window's own."""

    def __call__(self, listener: ProgressListener, /) -> tuple[NoticeShortfall, ...]:
        """Plan and store; report to `listener` often, and let the `Cancelled` it may raise pass through.

        Gives the notices that the roster would not keep, where they ask for a reason that was not given; nothing is
        planned then.
        """
        ...


class DesktopServices(Protocol):
    """The use cases behind the window. What a person may not do raises AccessError.

    Every method but `sign_in` and `view` answers within milliseconds; those two are called in a thread of their own,
    and work goes to the worker.
    """

    def current_user(self) -> User | None:
        """Who is signed in already (the demo signs in by itself), or None where the window has to ask."""
        ...

    def anybody_may_sign_in(self) -> bool:
        """Whether anybody has an account; without one the first hall and its manager's account are set up."""
        ...

    def set_up_command(self, order: SetUpOrder, by: User | None) -> DeskCommand:
        """Make the command that reads files for a hall or stores it; `by` is None for the first account."""
        ...

    def sign_in(self, name: str, pin: str) -> User:
        """Sign a person in; raises AccessError where name and PIN do not match."""
        ...

    def decides_appeals(self, user: User) -> bool:
        """Whether somebody of the staff decides appeals, as the trustee of a round."""
        ...

    def halls(self, user: User) -> Sequence[Hall]:
        """Halls that a person may see, in reading order: staff see their own."""
        ...

    def periods(self, hall: str) -> Sequence[Period]:
        """Periods published for a hall, in order of time."""
        ...

    def view(self, user: User, hall: str, period: Period | None) -> DeskView:
        """What a person may see of a hall and period; half a second for a large hall.

        InputError where a person of the staff is on no staff list any more.
        """
        ...

    def next_start(self, hall: str) -> date:
        """First day of the period that would naturally be planned next."""
        ...

    def plan_command(self, by: User, hall: str, first: date, weeks: int, late_because: str = "") -> PlanCommand:
        """Make the command that plans `weeks` weeks of a hall from `first` on and publishes the outcome.

        `late_because` is the reason for which the roster is known later than law or agreement ask for.
        """
        ...

    def desk_command(self, order: DeskOrder, by: User) -> DeskCommand:
        """Make the command that does an order of somebody in the worker process."""
        ...

    def keep_draft(self, draft: StoredDraft) -> None:
        """Keep edits of a roster that are not published; without edits it is forgotten. StorageError where it fails."""
        ...

    def heavy_modules(self) -> Sequence[str]:
        """Names of the modules that planning needs; the worker imports them once the window's first page stands."""
        ...

    def credit(self) -> str:
        """Credit of the data shown, for the status bar; empty where none is due."""
        ...
