"""Time off in place of pay that no law of the place allows, and that nobody can therefore put on record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from shiftbid.domain.settlement import Ground
from shiftbid.domain.staff import EVERYBODY
from shiftbid.domain.staff_fact import FactKind, StaffFact
from shiftbid.domain.status import StatusKind
from shiftbid.domain.toil import LotKind
from shiftbid.payroll.toil_law import ToilLimit, load_toil_law, toil_law_choices, us_toil_law

UNITED_STATES = "US"
KIND_OF: Mapping[Ground, LotKind] = {
    Ground.WEEKDAY_OVERTIME: LotKind.OVERTIME,
    Ground.REST_DAY_WORK: LotKind.REST_DAY_WORK,
    Ground.HOLIDAY_WORK: LotKind.HOLIDAY_WORK,
}


def forbidden_time_off(country: str, facts: Sequence[StaffFact], present: Sequence[StaffFact]) -> Iterator[str]:
    """Say of each fact that answers work with time off why no law of the country (ISO 3166) allows it, if none does.

    Parameters
    ----------
    present
        All facts on record: in the United States the law depends on who works for a public agency, and does not speak
        of people who are exempt.
    """
    for fact in facts:
        if fact.kind is FactKind.TIME_OFF:
            limits = [
                _earning_limit(law_id, KIND_OF[Ground(fact.value)], fact.first)
                for law_id in _laws_of(country, fact, present)
            ]
            # Where one of them allows it, the hall may be under that one.
            if all(limits) and (limit := next(iter(limits), None)):
                yield (
                    f"{fact.employee}, {fact.value} from {fact.first}: {limit.sentence} ({limit.rule}, {limit.article})"
                )


def _earning_limit(law_id: str, kind: LotKind, on: date) -> ToilLimit | None:
    return load_toil_law(law_id, on).earning_limit(kind)


def _laws_of(country: str, fact: StaffFact, present: Sequence[StaffFact]) -> Sequence[str]:
    if country != UNITED_STATES:
        return toil_law_choices(country)
    if _has(StatusKind.EXEMPT, fact, present):
        return ()
    return (us_toil_law(public=_has(StatusKind.PUBLIC_SECTOR, fact, present), safety=False),)


def _has(status: StatusKind, fact: StaffFact, present: Sequence[StaffFact]) -> bool:
    return any(
        each.holds(FactKind.STATUS, fact.first)
        and each.value == status.value
        and each.employee in (fact.employee, EVERYBODY)
        for each in present
    )
