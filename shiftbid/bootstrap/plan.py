"""Planning of stored halls from the command line."""

from __future__ import annotations

from shiftbid.bootstrap.places import embedded_url
from shiftbid.exporters.json_records import canonical, summary
from shiftbid.rules.book import load_pack, pack_for_country
from shiftbid.services.bid_round import known_hall
from shiftbid.services.notice_dates import refuse_late_publication
from shiftbid.services.plan_order import PlanOrder, PlanOutcome
from shiftbid.services.planning import PlanningOrder, plan_and_publish
from shiftbid.services.progress import ProgressListener
from shiftbid.services.secrets import entropy_secrets
from shiftbid.services.staff_voice import SilentStaff
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.storage.database import Database


def run_plan(order: PlanOrder, listener: ProgressListener) -> PlanOutcome:
    """Plan and publish in one go, asking nobody (`PlanRunner`); with a vote and bids it goes by `StoredPollDesk`."""
    planning = PlanningOrder(
        halls=order.halls,
        period=order.period,
        seed=order.seed,
        limit=WorkLimit(),
        pack=order.pack,
        workers=order.workers,
        staff_to=order.staff_to,
    )
    with Database(order.url or embedded_url()) as database:
        with database.unit_of_work() as unit:
            halls = [known_hall(unit, each) for each in order.halls]
            pack_id = order.pack or pack_for_country(halls[0].country, halls[0].subdivision)
            pack = load_pack(pack_id, order.period.first)
            refuse_late_publication(unit, halls, order.period, pack, order.late_because)
        publication = plan_and_publish(planning, database.unit_of_work, SilentStaff(), entropy_secrets, listener)
    return PlanOutcome(publication, canonical(summary(publication)).decode("utf-8"))
