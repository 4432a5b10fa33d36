"""Take consents and approvals in: what people, agreements and authorities allow, for one person or a whole hall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shiftbid.domain.staff import Consent
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.services.imports import ImportReport
from shiftbid.services.ports import UnitOfWorkFactory


def every_rule_id() -> frozenset[str]:
    """Ids of the rules of every pack, those included that are not in force yet."""
    return frozenset(rule.id for pack_id in pack_ids() for rule in load_pack(pack_id, date.max).rules)


def store_consents(hall: str, consents: Sequence[Consent], units: UnitOfWorkFactory) -> ImportReport:
    """Put records on a hall's staff list.

    Of each person and rule that is named, they take the place of what was on record, so that a record can be corrected
    or ended early; all others stay.
    """
    named = {(each.employee, each.rule) for each in consents}
    with units() as unit:
        present = unit.staff.of_hall(hall)
        kept = [each for each in present.consents if (each.employee, each.rule) not in named]
        after = (*kept, *dict.fromkeys(consents))
        changed = set(after) != set(present.consents)
        if changed:
            unit.staff.replace(hall, replace(present, consents=after))
            unit.commit()
    ended = len(set(present.consents) - set(after))
    return ImportReport(
        (hall,) if changed else (),
        {"rows": len(consents), "added": len(set(after) - set(present.consents)), "replaced": ended},
    )
