"""What was changed in a roster after its award: the award and the changes together have to give the roster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from shiftbid.verifier.clock import day_text
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.people import Work, in_order
from shiftbid.verifier.roster import name_of
from shiftbid.verifier.round_record import AwardRecord, RoundRecord
from shiftbid.verifier.rows import StaffRow
from shiftbid.verifier.spells import Spell, template_spell


def after_changes(record: RoundRecord) -> Counter[AwardRecord]:
    """Shifts that people have once the changes are done to the award."""
    held = Counter(record.award)
    for change in record.changes:
        held -= Counter(change.dropped)
        held += Counter(change.added)
    return held


def check_changes(staff: Mapping[str, StaffRow], record: RoundRecord) -> Iterator[VerifierFinding]:
    """Check that every change takes away only what somebody had, and gives nobody a shift twice."""
    held = Counter(record.award)
    version = 1
    for change in record.changes:
        if change.version <= version:
            sentence = f"Hall {record.hall}: the changes of version {change.version} stand after those of {version}."
            yield VerifierFinding(Kind.ROUND, "ROUND-CHANGE", "", "", sentence)
        version = change.version
        for each, what in (
            *((each, "loses a shift they did not have") for each in Counter(change.dropped) - held),
            *((each, "is given a shift they had") for each in Counter(change.added) & (held - Counter(change.dropped))),
        ):
            sentence = (
                f"{name_of(each.employee, staff)} {what} in the changes of version {change.version}: template "
                f"{each.template} of hall {record.hall} on {day_text(each.day)}."
            )
            yield VerifierFinding(Kind.ROUND, "ROUND-CHANGE", each.employee, each.day.isoformat(), sentence)
        held = held - Counter(change.dropped) + Counter(change.added)


def as_awarded(published: Published, work: Work, record: RoundRecord) -> Work:
    """The work as it was awarded, before the changes: what the round's values and reasons speak of."""
    if not record.changes:
        return work
    templates = {each.template: each for each in published.templates if each.hall == record.hall}
    final, awarded = after_changes(record), Counter(record.award)
    taken_back = final - awarded
    given_back = [
        template_spell(template, each.day, each.employee, work.place.zone)
        for each in (awarded - final).elements()
        if (template := templates.get(each.template))
    ]

    def restored(spells: tuple[Spell, ...], own: list[Spell]) -> tuple[Spell, ...]:
        kept = (
            each for each in spells if not (each.rostered and each.hall == record.hall and _named(each) in taken_back)
        )
        return in_order((*kept, *own))

    return replace(
        work,
        spells=restored(work.spells, given_back),
        people={
            employee: replace(
                person, spells=restored(person.spells, [each for each in given_back if each.employee == employee])
            )
            for employee, person in work.people.items()
        },
    )


def _named(spell: Spell) -> AwardRecord:
    return AwardRecord(spell.employee, spell.day, spell.template)
