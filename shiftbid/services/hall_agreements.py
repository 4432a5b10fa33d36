"""Set what a hall has agreed: who approves exchanges, how long appeals take, how much notice a roster gives."""

from __future__ import annotations

from dataclasses import asdict

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import Role, User
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.services.accounts import require
from shiftbid.services.ports import UnitOfWorkFactory


def set_terms(units: UnitOfWorkFactory, hall: str, terms: HallTerms, by: User) -> None:
    """Put new terms of a hall on record; they hold for what is opened from now on.

    Raises AccessError for anybody but a manager, InputError where the hall is unknown.
    """
    require(by, Role.MANAGER)
    with units() as unit:
        number = unit.agreements.set_terms(hall, terms, by.id)
        content = canonical_json({"hall": hall, "number": number, "set_by": by.id, **asdict(terms)})
        unit.records.append(f"{hall}/terms/{number}", sha256_hex(content), unit.records.head())
        unit.commit()
