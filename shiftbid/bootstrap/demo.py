"""The demonstration: sample in, chain on a new database, files and database out together."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from shiftbid.bootstrap.demo_account import add_demo_account
from shiftbid.bootstrap.places import DATABASE_FILE, sqlite_url
from shiftbid.domain.errors import BugError
from shiftbid.exporters.folder import check_folder, write_publication
from shiftbid.exporters.payroll_formats.sample_files import sample_payroll_files
from shiftbid.importers.auckland import auckland_sample
from shiftbid.importers.operator import operator_sample
from shiftbid.importers.own_footfall import OwnFootfall
from shiftbid.importers.ticket_log import ticket_log, ticket_log_csv
from shiftbid.importers.wish_generator import GeneratedVoice
from shiftbid.services.demo import in_country, plan_sample
from shiftbid.services.demo_order import DemoOrder, DemoOutcome
from shiftbid.services.own_footfall import read_footfall
from shiftbid.services.progress import ProgressListener
from shiftbid.services.samples import Sample, SampleSource
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

OPERATOR = "operator"
SAMPLES: Mapping[str, SampleSource] = {"auckland": auckland_sample, OPERATOR: operator_sample}
TICKETS_FILE = "tickets.csv"
TICKET_DAYS = 28


def run_demo(order: DemoOrder, folder: Path, listener: ProgressListener) -> DemoOutcome:
    """Run the whole chain; the folder holds all of it afterwards or is as it was (`DemoRunner`)."""
    check_folder(folder)
    sample = _sample(order)
    with _new_database(folder) as file:
        with Database(sqlite_url(file)) as database:
            add_demo_account(database.unit_of_work)
            voice = GeneratedVoice(sample.halls, order.options.seed)
            publication = plan_sample(sample, order, voice, database.unit_of_work, listener)
        write_publication(publication, folder, {**_tickets(order, sample), **sample_payroll_files(publication)})
        _put_in_place(file, folder / DATABASE_FILE)
    return DemoOutcome(publication, folder, sample.credit)


def _sample(order: DemoOrder) -> Sample:
    if order.footfall is None:
        return in_country(SAMPLES[order.sample](order.options), order)
    if order.country is None:
        raise BugError("own footfall without a country; the command line asks for one")
    series = read_footfall(order.footfall)
    return OwnFootfall(series, order.footfall.path.name, order.country, order.subdivision)(order.options)


def _tickets(order: DemoOrder, sample: Sample) -> Mapping[str, bytes]:
    """The operator's ticket log of the last weeks before the period, as its queue system exports it."""
    if order.footfall is not None or order.sample != OPERATOR:
        return {}
    first, last = sample.period.first - timedelta(days=TICKET_DAYS), sample.period.first - timedelta(days=1)
    tickets = [ticket for hall in sample.halls for ticket in ticket_log(hall, first, last, order.options.seed)]
    return {TICKETS_FILE: ticket_log_csv(tickets, sample.zone)}


@contextmanager
def _new_database(folder: Path) -> Generator[Path]:
    """An empty database in a hidden folder beside `folder`, on the same disk; removed with whatever is left in it."""
    beside = folder.resolve().parent
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=beside) as workplace:
        file = Path(workplace) / DATABASE_FILE
        init(sqlite_url(file))
        yield file


def _put_in_place(file: Path, target: Path) -> None:
    # What an earlier database left beside itself must not be taken for the new one's.
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    file.replace(target)
