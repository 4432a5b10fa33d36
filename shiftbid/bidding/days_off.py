"""Days off in lieu that an award may give back, as candidates of the award and in the public record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, day_interval
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.situation import Situation

ONE_DAY_OFF = "TOIL-DAY-OFF"
"""Scope of the clauses that keep a day off free, and to one a period."""


@dataclass(frozen=True, slots=True)
class DayOffOffer:
    """A day off that a person's balance pays for, should the award give it.

    Attributes
    ----------
    minutes
        Working minutes that it counts as, and that are taken from the balance.
    weight
        What it counts in the stage of time off due.
    """

    employee: str
    day: date
    minutes: int
    weight: int

    @property
    def id(self) -> str:
        """Id of the day off among the candidates of an award."""
        return f"time-off/{self.employee}/{self.day.isoformat()}"


def fitting_offers(offers: Iterable[DayOffOffer], situation: Situation) -> tuple[DayOffOffer, ...]:
    """Offers to a person on days into which no shift of another day, candidate or history, runs."""
    shifts = (*situation.candidates, *situation.history)
    found: list[DayOffOffer] = []
    for offer in offers:
        span = day_interval(offer.day, situation.zone)
        near = [shift for shift in shifts if shift.span.overlaps(span)]
        if offer.employee == situation.employee.id and all(shift.day == offer.day for shift in near):
            found.append(offer)
    return tuple(found)


def day_off_candidates(offers: Sequence[DayOffOffer], zone: str) -> tuple[Shift, ...]:
    """Candidates that staff no demand and count as the minutes of the day off."""
    starts = [day_interval(offer.day, zone).start for offer in offers]
    return tuple(
        Shift(offer.id, "", offer.id, offer.day, Interval(start, start + offer.minutes * 60), skill="")
        for offer, start in zip(offers, starts, strict=True)
    )


def day_off_clauses(offers: Sequence[DayOffOffer], situation: Situation) -> tuple[Clause, ...]:
    """At most one day off a period, and no shift on it."""
    if not offers:
        return ()
    spans = {offer.day: day_interval(offer.day, situation.zone) for offer in offers}
    whole = Interval(min(span.start for span in spans.values()), max(span.end for span in spans.values()))
    shifts = {day: [shift.id for shift in situation.candidates if shift.day == day] for day in spans}
    return (
        AtMost(Scope(ONE_DAY_OFF, whole), tuple(Term(offer.id) for offer in offers), 1),
        *(
            AtMost(Scope(ONE_DAY_OFF, spans[offer.day]), (Term(offer.id), Term(shift)), 1)
            for offer in offers
            for shift in shifts[offer.day]
        ),
    )


def days_off_record(offers: Sequence[DayOffOffer], given: Sequence[DayOffOffer]) -> list[Mapping[str, Any]]:
    """Put offers on record, and whether the award gave each."""
    return [
        {
            "employee": each.employee,
            "date": each.day.isoformat(),
            "minutes": each.minutes,
            "weight": each.weight,
            "given": each in given,
        }
        for each in sorted(offers, key=lambda offer: (offer.employee, offer.day))
    ]


def offers_of_record(rows: Iterable[Mapping[str, Any]]) -> tuple[DayOffOffer, ...]:
    """Read the offers of a record."""
    return tuple(
        DayOffOffer(each["employee"], date.fromisoformat(each["date"]), each["minutes"], each["weight"])
        for each in rows
    )


def given_of_record(rows: Iterable[Mapping[str, Any]]) -> frozenset[tuple[str, date]]:
    """Read who got which day off."""
    return frozenset((each["employee"], date.fromisoformat(each["date"])) for each in rows if each["given"])
