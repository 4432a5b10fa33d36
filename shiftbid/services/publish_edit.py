"""Publish what a manager has edited: nothing newly against the law, and a reason for any other rule newly broken."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.domain.errors import InputError
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.revision import ChangeKind, RosterChange, publish_revision
from shiftbid.services.roster_orders import PublishEdit


def publish_edit(
    unit: UnitOfWork, order: PublishEdit, by: str, now: int, listener: ProgressListener
) -> HallPublication:
    """Publish an edited roster within a unit of work that the caller commits.

    Raises
    ------
    InputError
        As `publish_revision`; also where the changes break a law, or another rule without a reason. Every such finding
        is named.
    """
    before = unit.publications.get(order.hall, order.period, order.version)
    change = RosterChange(ChangeKind.EDIT, by, now, order.reason)
    published = publish_revision(unit, order.hall, order.period, order.version, order.assignments, change, listener)
    problems = _problems(before.findings if before else (), published.findings, order.reason)
    if problems:
        raise InputError("roster", problems)
    return published


def _problems(before: Sequence[Finding], after: Sequence[Finding], reason: str) -> list[str]:
    new = [each for each in after if each not in before]
    barred = [each for each in new if each.severity is Severity.ILLEGAL]
    problems = [f"{each.sentence} ({each.article}) Change these shifts first." for each in barred]
    if new and not barred and not reason.strip():
        problems = [f"{each.sentence} ({each.article}) Give the reason for the change." for each in new]
    return problems
