"""What the rules may ask about a person, from the facts on record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.staff_fact import FactKind, StaffFact
from shiftbid.domain.status import Status, StatusKind
from shiftbid.rules.circumstances import Circumstances, Cycle


def circumstances_of(facts: Iterable[StaffFact], on: date) -> Circumstances:
    """Circumstances of one person.

    Statuses hold on their own days; the cycle, the answer with time off and refusals are those of a planning period's
    first day, `on`, since they are agreed for longer.
    """
    known = tuple(facts)
    cycles = [fact.value for fact in known if fact.holds(FactKind.CYCLE, on)]
    return Circumstances(
        statuses=tuple(
            Status(StatusKind(fact.value), fact.first, fact.last) for fact in known if fact.kind is FactKind.STATUS
        ),
        settlements={Ground(fact.value): Settlement.TOIL for fact in known if fact.holds(FactKind.TIME_OFF, on)},
        refused=frozenset(fact.value for fact in known if fact.holds(FactKind.REFUSED, on)),
        cycle=Cycle(cycles[-1]) if cycles else None,
    )
