"""Find pairs and cycles of people who would gladly exchange shifts, from what they offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shiftbid.domain.account import Role, User
from shiftbid.domain.case import Case
from shiftbid.domain.exchange import LONGEST_CYCLE, Exchange, Move, Offer, cycle
from shiftbid.services.case_port import Seat
from shiftbid.services.exchange_cases import offer_of
from shiftbid.services.exchange_effect import newly_broken_by, refusing
from shiftbid.services.exchange_ground import PublishedRoster
from shiftbid.services.exchange_steps import RosterName, bring_up, employee_on, held_roster, open_offers
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.exchange_cycles import best_cycles

STAGE = "exchanges"
SEARCH = CpSatWork(work=5.0, seed=1)


def find_swaps(units: UnitOfWorkFactory, name: RosterName, by: User, listener: ProgressListener) -> tuple[Case, ...]:
    """Propose the pairs and cycles of up to four that serve most of the people who offer a shift for another.

    Each is checked for law, cover and certificate first; everybody in it is asked. Raises AccessError for users who are
    neither managers nor on the roster's staff list.
    """
    with units() as unit:
        roster = held_roster(unit, name)
        if by.role is not Role.MANAGER:
            employee_on(roster, by)
        held = unit.cases.held_seats(name.hall, name.period)
        cases = [
            case
            for case in open_offers(unit, roster)
            if not (offer := offer_of(case)).given_away and Seat(offer.gives, offer.employee) not in held
        ]
        offers = [offer_of(case) for case in cases]
        listener(Progress(STAGE, 0.0, f"{len(offers)} offers"))
        owners = [each.employee for each in offers]
        found = best_cycles(owners, _lawful_takes(roster, offers), LONGEST_CYCLE, SEARCH)
        approved = unit.agreements.terms_of(name.hall).manager_approves
        proposed = tuple(
            bring_up(
                unit,
                name,
                roster,
                by,
                Exchange(cycle([offers[n] for n in each]), (), tuple(cases[n].id for n in each), approved),
                listener,
            )
            for each in found
        )
        unit.commit()
    return proposed


def _lawful_takes(roster: PublishedRoster, offers: Sequence[Offer]) -> Mapping[int, Sequence[int]]:
    """Offers whose shift each offer's person would take and may take; law looks at one person at a time."""
    return {
        number: [
            other
            for other, wanted in enumerate(offers)
            if wanted.gives in offer.takes
            and not roster.holds(offer.employee, wanted.gives)
            and not refusing(newly_broken_by(roster, [Move(offer.employee, offer.gives, wanted.gives)]))
        ]
        for number, offer in enumerate(offers)
    }
