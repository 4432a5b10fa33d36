"""Reasons recomputed: what the exchange that each reason names would add to every stage of the award."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.verifier.award import awarded_minutes, contract_minutes
from shiftbid.verifier.award_changes import as_awarded
from shiftbid.verifier.clock import day_text
from shiftbid.verifier.cover import Slot, heads_present, slots_of
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.people import Work
from shiftbid.verifier.round_record import BY_CLAIMS, ReasonRecord, RoundRecord
from shiftbid.verifier.spells import Spell, template_spell
from shiftbid.verifier.welfare import below_floor, lost_welfare, tie_number

STAGES = ("missing", "time_off", "shortfall", "floor", "welfare", "burden", "ties")
STRICT_STAGES = 3
"""Stages that come before the wishes."""
SATURDAY = 5


def check_reasons(published: Published, work: Work, record: RoundRecord) -> Iterator[VerifierFinding]:
    """Make the exchange that each reason names, count what it adds to the stages, and compare both with the record."""
    exchanges = _Exchanges(published, as_awarded(published, work, record), record)
    claimed = {(each.employee, each.day) for each in record.claims if each.accepted}
    for reason in (*record.reasons, *record.given):
        if reason.reason == "law":
            continue
        if reason.reason == "claimed":
            holder = reason.employee if reason.effect is None else reason.other
            if (holder, reason.day) not in claimed:
                yield _finding(reason, f"{holder} claimed nothing on that day")
            if reason.effect is None:
                continue
        due = exchanges.effect(reason, unwelcome=reason in record.given)
        said = tuple((reason.effect or {}).get(stage) for stage in STAGES)
        if due is None or said != due:
            counted = "the exchange cannot be made" if due is None else _told(due)
            claim = ", ".join(f"{stage} {value}" for stage, value in zip(STAGES, said, strict=True))
            yield _finding(reason, f"the exchange named comes to {counted}; the record says {claim}")
        elif (name := _reason_of(due, reason, record)) != reason.reason:
            yield _finding(reason, f"{_told(due)} make the reason {name}, not {reason.reason}")


def _reason_of(effect: tuple[float, ...], reason: ReasonRecord, record: RoundRecord) -> str:
    """The first stage that is worse names the reason; of an award by claims, only those before the wishes count."""
    if record.method in BY_CLAIMS:
        if reason.reason == "claimed" or effect[:STRICT_STAGES] <= (0,) * STRICT_STAGES:
            return reason.reason if reason.reason == "claimed" else "unclaimed"
        effect = (*effect[:STRICT_STAGES], *(0 for _ in effect[STRICT_STAGES:]))
    wishes = "person" if reason.other else "weighed"
    named = ("cover", "time_off", "contract", wishes, wishes, "weighed", "tie")
    return next((name for value, name in zip(effect, named, strict=True) if value > 0), "none")


class _Exchanges:
    """The award, and what an exchange of one day adds to it."""

    def __init__(self, published: Published, work: Work, record: RoundRecord) -> None:
        self._work = work
        self._record = record
        self._templates = {each.template: each for each in published.templates if each.hall == record.hall}
        self._held: dict[tuple[str, date], list[str]] = {}
        for each in record.award:
            self._held.setdefault((each.employee, each.day), []).append(each.template)
        self._days_off = {(each.employee, each.day): each for each in record.time_off if each.given}
        self._outcomes = {each.employee: each for each in record.satisfaction}
        self._wishes = {
            (bid.employee, wish.day, wish.template): wish.points for bid in record.bids for wish in bid.wishes
        }
        self._slots = slots_of(work.demand.get(record.hall, ()))
        spells = [(spell, 1) for spell in work.spells if spell.hall == record.hall]
        self._present = heads_present(self._slots, spells)
        contracts = [
            contract_minutes(person, record)
            for person in work.people.values()
            if person.staff and person.staff.hall == record.hall
        ]
        counted = [minutes for minutes in contracts if minutes > 0]
        self._mean_minutes = sum(counted) / len(counted) if counted else 1.0

    def effect(self, reason: ReasonRecord, *, unwelcome: bool) -> tuple[float, ...] | None:
        """What the exchange adds to each stage; None where the record's own award does not allow it."""
        own = self._held.get((reason.employee, reason.day), [])
        others = self._held.get((reason.other or "", reason.day), [])
        if len(own) > 1 or len(others) > 1 or (unwelcome and own != [reason.template]):
            return None
        leaves, gives = own[0] if own else None, others[0] if others else None
        turns = [(reason.employee, leaves, gives if unwelcome else reason.template)]
        if reason.other is not None:
            turns.append((reason.other, gives, leaves))
        if any(template is not None and template not in self._templates for _, *both in turns for template in both):
            return None
        parts = [self._own(employee, reason.day, before, after) for employee, before, after in turns]
        return (self._missing_added(reason.day, turns), *(sum(column) for column in zip(*parts, strict=True)))

    def _own(self, employee: str, day: date, before: str | None, after: str | None) -> tuple[float, ...]:
        record, outcome, person = self._record, self._outcomes[employee], self._work.people[employee]
        contract = contract_minutes(person, self._record)
        worked = awarded_minutes(person, self._record)
        day_off = self._days_off.get((employee, day)) if after is not None else None
        minutes = self._minutes(after, day) - self._minutes(before, day) - (day_off.minutes if day_off else 0)
        points = outcome.points + self._points(employee, day, after) - self._points(employee, day, before)
        burden = outcome.burden + self._burden(after, day) - self._burden(before, day)
        return (
            day_off.weight if day_off else 0,
            max(0, contract - worked - minutes) - max(0, contract - worked),
            below_floor(record, outcome, points) - below_floor(record, outcome, outcome.points),
            lost_welfare(record, outcome, points) - lost_welfare(record, outcome, outcome.points),
            self._squared(burden, contract) - self._squared(outcome.burden, contract),
            self._tie(employee, day, after) - self._tie(employee, day, before),
        )

    def _missing_added(self, day: date, turns: list[tuple[str, str | None, str | None]]) -> int:
        """Head half-hours that are missing more, over the slots that a shift of the turns staffs."""
        shifts = {each: self._spell(each, day) for _, *both in turns for each in both if each is not None}
        change = dict.fromkeys(shifts, 0)
        for _, before, after in turns:
            if before is not None:
                change[before] -= 1
            if after is not None:
                change[after] += 1
        added = [0] * len(self._slots)
        for name, heads in change.items():
            staffed = heads_present(self._slots, [(shifts[name], 1)]) if heads else []
            for index, there in enumerate(staffed):
                added[index] += heads * there
        return sum(
            _lacking(slot, there + more) - _lacking(slot, there)
            for slot, there, more in zip(self._slots, self._present, added, strict=True)
            if more
        )

    def _spell(self, template: str, day: date) -> Spell:
        return template_spell(self._templates[template], day, "", self._work.place.zone)

    def _minutes(self, template: str | None, day: date) -> int:
        return 0 if template is None else self._spell(template, day).paid_minutes

    def _points(self, employee: str, day: date, template: str | None) -> int:
        return self._wishes.get((employee, day, template), 0)

    def _burden(self, template: str | None, day: date) -> float:
        if template is None:
            return 0.0
        return self._record.burdens.get(template, 0.0) + (1.0 if day.weekday() >= SATURDAY else 0.0)

    def _squared(self, burden: float, contract: int) -> int:
        return round(100 * burden**2 / (contract / self._mean_minutes if contract > 0 else 1.0))

    def _tie(self, employee: str, day: date, template: str | None) -> int:
        return 0 if template is None else tie_number(self._record, employee, day, template)


def _lacking(slot: Slot, heads: int) -> int:
    return max(0, slot.heads - heads) * ((slot.end - slot.start) // 1800)


def _told(effect: tuple[float, ...]) -> str:
    return ", ".join(f"{stage} {value}" for stage, value in zip(STAGES, effect, strict=True))


def _finding(reason: ReasonRecord, what: str) -> VerifierFinding:
    template = "the day off" if reason.template is None else f"template {reason.template}"
    sentence = f"The reason given to {reason.employee} for {template} on {day_text(reason.day)} is not so: {what}."
    return VerifierFinding(Kind.ROUND, "ROUND-REASON", reason.employee, reason.day.isoformat(), sentence)
