"""The command line: one command a module."""

from __future__ import annotations

import typer

from shiftbid.cli.absence import absence
from shiftbid.cli.accounts import accounts
from shiftbid.cli.appeal import appeal
from shiftbid.cli.certify import certify
from shiftbid.cli.database import database
from shiftbid.cli.demo import demo
from shiftbid.cli.explain import explain
from shiftbid.cli.export_files import export_files
from shiftbid.cli.hall_terms import terms
from shiftbid.cli.halls import halls
from shiftbid.cli.import_files import import_files
from shiftbid.cli.pay_runs import payroll
from shiftbid.cli.plan import plan
from shiftbid.cli.round import bidding_round
from shiftbid.cli.surprise import surprise
from shiftbid.cli.swap import swap
from shiftbid.cli.toil import toil
from shiftbid.cli.verify import verify
from shiftbid.cli.vote import vote
from shiftbid.cli.what_if import what_if
from shiftbid.cli.why import why
from shiftbid.cli.window import window_line
from shiftbid.cli.worker import jobs, worker
from shiftbid.services.application import Application


def command_line(application: Application) -> typer.Typer:
    """Build the command line around an application."""
    app = window_line(application)
    app.command()(demo)
    app.command()(plan)
    app.command()(verify)
    app.command()(certify)
    app.command()(what_if)
    app.command()(explain)
    app.command()(why)
    app.command()(absence)
    app.command()(surprise)
    app.command()(worker)
    app.command()(jobs)
    app.add_typer(halls, name="halls")
    app.add_typer(vote, name="vote")
    app.add_typer(bidding_round, name="round")
    app.add_typer(swap, name="swap")
    app.add_typer(appeal, name="appeal")
    app.add_typer(terms, name="terms")
    app.add_typer(import_files, name="import")
    app.add_typer(export_files, name="export")
    app.add_typer(payroll, name="payroll")
    app.add_typer(toil, name="toil")
    app.add_typer(database, name="db")
    app.add_typer(accounts, name="accounts")
    return app
