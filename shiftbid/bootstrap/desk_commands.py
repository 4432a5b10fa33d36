"""Orders of the window, done on a database in the worker process."""

from __future__ import annotations

import time
from dataclasses import dataclass

from shiftbid.domain.account import User
from shiftbid.services.case_orders import CaseOrder
from shiftbid.services.desk_orders import (
    ClosePay,
    DeskOrder,
    ExplainMissing,
    ExportPay,
    OneMorePerson,
    ReopenPay,
    StepIn,
    WhyCell,
)
from shiftbid.services.own_orders import OwnOrder
from shiftbid.services.poll_orders import PollOrder, TimeOffAnswer
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.proposal_orders import ProposalOrder
from shiftbid.services.roster_orders import RosterOrder
from shiftbid.services.settings_orders import SettingsOrder

SEED = 1


@dataclass(frozen=True, slots=True)
class StoredCommand:
    """One order of somebody on one database (`shiftbid.services.desk_orders.DeskCommand`)."""

    url: str
    order: DeskOrder
    by: User

    def __call__(self, listener: ProgressListener, /) -> object:
        """Do what the order says. Engines are imported here, in the worker process, which has them loaded already."""
        if isinstance(self.order, OwnOrder):
            from shiftbid.bootstrap.own_commands import do_own_order

            return do_own_order(self.url, self.order, self.by)
        if isinstance(self.order, PollOrder):
            from shiftbid.bootstrap.poll_commands import do_poll_order

            return do_poll_order(self.url, self.order, self.by, listener)
        if isinstance(self.order, TimeOffAnswer):
            from shiftbid.bootstrap.poll_commands import answer_request

            return answer_request(self.url, self.order, self.by)
        if isinstance(self.order, RosterOrder):
            from shiftbid.bootstrap.roster_commands import do_roster_order

            return do_roster_order(self.url, self.order, self.by, listener)
        if isinstance(self.order, CaseOrder):
            from shiftbid.bootstrap.case_commands import do_case_order

            return do_case_order(self.url, self.order, self.by, listener)
        if isinstance(self.order, ProposalOrder):
            from shiftbid.bootstrap.case_commands import do_proposal_order

            return do_proposal_order(self.url, self.order, self.by)
        if isinstance(self.order, SettingsOrder):
            from shiftbid.bootstrap.settings_commands import do_settings_order

            return do_settings_order(self.url, self.order, self.by)
        match self.order:
            case ClosePay():
                return _close(self.url, self.order, self.by.name)
            case ReopenPay():
                return _reopen(self.url, self.order, self.by.name)
            case ExportPay():
                return _export(self.url, self.order, self.by)
            case ExplainMissing():
                return _explain(self.url, self.order, listener)
            case OneMorePerson():
                return _one_more(self.url, self.order, listener)
            case StepIn():
                return _step_in(self.url, self.order, listener)
            case WhyCell():
                return _why_cell(self.url, self.order, listener)


def _close(url: str, order: ClosePay, by: str) -> object:
    from shiftbid.services.pay_close import close_pay
    from shiftbid.storage.database import Database

    with Database(url) as database:
        return close_pay(database.unit_of_work, order.hall, order.period, by, int(time.time()))


def _reopen(url: str, order: ReopenPay, by: str) -> object:
    from shiftbid.domain.pay_run import Reopening
    from shiftbid.services.pay_close import reopen_pay
    from shiftbid.storage.database import Database

    with Database(url) as database:
        return reopen_pay(
            database.unit_of_work, order.hall, order.period, Reopening(int(time.time()), by, order.reason)
        )


def _export(url: str, order: ExportPay, by: User) -> object:
    from shiftbid.bootstrap.exports import export_payroll
    from shiftbid.services.exports import ExportOrder, PayrollOrder
    from shiftbid.services.reading_record import reader_of

    asked = ExportOrder(order.form, order.folder, order.hall, order.period, url, reader_of(by))
    return export_payroll(PayrollOrder(asked, order.codes))


def _explain(url: str, order: ExplainMissing, listener: ProgressListener) -> object:
    from shiftbid.services.hall_view import hall_view
    from shiftbid.services.missing_demand import explain_missing, told
    from shiftbid.services.neighbour_halls import neighbour_spans
    from shiftbid.storage.database import Database

    with Database(url) as database, database.unit_of_work() as unit:
        view = hall_view(unit, order.hall, order.period, int(time.time()))
        neighbours = () if view is None else neighbour_spans(unit, view.publication.hall, order.period)
    if view is None:
        return None
    explanation, words = explain_missing(view.publication, view.calendar, view.pack, SEED, listener)
    return told(order.hall, explanation, words, order.language, neighbours)


def _one_more(url: str, order: OneMorePerson, listener: ProgressListener) -> object:
    from shiftbid.services.certificate_repairs import repairs_by_one_person
    from shiftbid.services.hall_days import hall_days
    from shiftbid.services.hall_view import hall_view
    from shiftbid.storage.database import Database

    with Database(url) as database, database.unit_of_work() as unit:
        view = hall_view(unit, order.hall, order.period, int(time.time()))
    if view is None:
        return ()
    publication = view.publication
    days = hall_days(publication.hall, publication.forecast, order.period, publication.busy_threshold_per_hour)
    adopted = next(menu.templates for menu in publication.menus if menu.id == publication.adopted_menu)
    shifts = [each.shift for each in publication.roster.assignments]
    repairs: list[object] = []
    for number, day in enumerate(days):
        listener(Progress("certificate", number / len(days), f"{day.day}"))
        repairs += repairs_by_one_person(publication.hall, (day,), shifts, adopted)
    return tuple(repairs)


def _why_cell(url: str, order: WhyCell, listener: ProgressListener) -> object:
    from shiftbid.services.hall_view import hall_view
    from shiftbid.services.why_cell import why_cell
    from shiftbid.storage.database import Database

    with Database(url) as database, database.unit_of_work() as unit:
        view = hall_view(unit, order.hall, order.period, int(time.time()))
    if view is None:
        return None
    return why_cell(view.publication, view.calendar, view.pack, order.question, SEED, listener)


def _step_in(url: str, order: StepIn, listener: ProgressListener) -> object:
    from shiftbid.services.absence import Absence, AbsenceAnswer, plan_absence
    from shiftbid.services.hall_view import hall_view
    from shiftbid.services.step_in import repair_sheet
    from shiftbid.storage.database import Database

    with Database(url) as database, database.unit_of_work() as unit:
        view = hall_view(unit, order.hall, order.period, int(time.time()))
    if view is None:
        return None
    absence = Absence(order.employee, order.day, order.day, order.day, language=order.language)
    plan = plan_absence(view.publication, view.calendar, view.pack, absence, SEED, listener)
    names = {each.id: each.name for each in view.publication.employees}
    answer = AbsenceAnswer(plan, names, view.publication.hall.zone)
    return repair_sheet(answer, view.publication.roster.assignments)
