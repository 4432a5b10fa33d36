"""Take counts of customers in: the history from which footfall is forecast."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass
from shiftbid.services.imports import ImportReport
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.samples import HourlySeries


def footfall_counts(series: Sequence[HourlySeries], hall: str | None) -> tuple[FootfallCount, ...]:
    """Counts of the series, in order of hall and hour; customers of unknown class count as regular.

    Parameters
    ----------
    hall
        Whose counts are meant: of a file of several halls only those, of any other file all.

    Raises
    ------
    InputError
        A class is unknown, the hall is not in the file, or a hall has counts with and without a class.
    """
    sites = tuple(dict.fromkeys(each.site for each in series))
    if hall is not None and len(sites) > 1 and hall not in sites:
        raise InputError("--hall", [f"{hall!r} is not in the file; it has {', '.join(sites)}"])
    own = [each for each in series if hall is None or len(sites) == 1 or each.site == hall]
    problems = [
        f"class {each.customer_class!r} is unknown; use {' or '.join(CustomerClass)}, or leave the class out"
        for each in own
        if each.customer_class not in ("", *CustomerClass)
    ]
    classes = {site: {each.customer_class for each in own if each.site == site} for site in sites}
    problems += [
        f"{site}: rows with and without a class are mixed"
        for site, kinds in classes.items()
        if len(kinds - {""}) and "" in kinds
    ]
    if problems:
        raise InputError("footfall", dict.fromkeys(problems))
    counts = [
        FootfallCount(hall or each.site, hour, each.customer_class or CustomerClass.REGULAR.value, customers)
        for each in own
        for hour, customers in each.counts
    ]
    return tuple(sorted(counts, key=lambda each: (each.hall, each.hour, each.customer_class)))


def store_footfall(counts: Sequence[FootfallCount], units: UnitOfWorkFactory) -> ImportReport:
    """Add counts to the history in a transaction of its own, as `add_counts` does."""
    with units() as unit:
        report = add_counts(unit, counts)
        unit.commit()
    return report


def add_counts(unit: UnitOfWork, counts: Sequence[FootfallCount]) -> ImportReport:
    """Add counts to the history; raises InputError where a hall is unknown or an hour is counted already."""
    if not counts:
        raise InputError("footfall", ["the file holds no counts"])
    halls = tuple(dict.fromkeys(each.hall for each in counts))
    known = [each.id for each in unit.halls.all()]
    unknown = [hall for hall in halls if hall not in known]
    if unknown:
        has = ", ".join(known) or "no halls"
        advice = f"it has {has}; give --hall where the file calls it otherwise"
        raise InputError("footfall", [f"hall {hall!r} is not in the database; {advice}" for hall in unknown])
    unit.footfall.append(counts)
    read = sum(each.count is not None for each in counts)
    return ImportReport(halls, {"hours": len({(each.hall, each.hour) for each in counts}), "readings": read})
