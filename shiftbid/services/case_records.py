"""What the hash chain holds of cases: one record for the opening, and one for every step."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.case import Case, CaseAct
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.services.case_port import Seat
from shiftbid.services.ports import UnitOfWork


def case_records(case: Case) -> tuple[tuple[str, str], ...]:
    """Path and canonical JSON of each record of a case, in order."""
    opening = {
        "kind": case.kind.value,
        "hall": case.hall,
        "period": {"first": case.period.first.isoformat(), "last": case.period.last.isoformat()},
        "number": case.number,
        "opened_by": case.opened_by,
        "opened_at": case.opened_at,
        "content_sha256": sha256_hex(case.content),
    }
    steps = [
        (
            # Several people agree to one exchange, so an act alone does not name a step.
            f"{case.id}/{position}-{step.act}",
            {"act": step.act.value, "by": step.by, "at": step.at, "content_sha256": sha256_hex(step.content)},
        )
        for position, step in enumerate(case.steps, start=1)
    ]
    return tuple((path, canonical_json(content)) for path, content in ((f"{case.id}/open", opening), *steps))


def record_case(unit: UnitOfWork, case: Case, seats: Sequence[Seat] = ()) -> Case:
    """Store a new case and put its opening on the hash chain."""
    unit.cases.open(case, seats)
    _chain_last(unit, case)
    return case


def record_case_step(unit: UnitOfWork, case: Case, act: CaseAct, by: str, content: str) -> Case:
    """Take a step and put it on the hash chain; gives the case after it."""
    after = unit.cases.add_step(case, act, by, content)
    _chain_last(unit, after)
    return after


def _chain_last(unit: UnitOfWork, case: Case) -> None:
    path, content = case_records(case)[-1]
    unit.records.append(path, sha256_hex(content), unit.records.head())
