"""The vote against demand and templates: each menu's cover counted again, and whether a better set would cover too."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from shiftbid.verifier.clock import DAY_MINUTES
from shiftbid.verifier.cover import HALF_HOUR, Slot, cover_of
from shiftbid.verifier.election import PROPORTIONAL, TOLERANCE, points
from shiftbid.verifier.election_record import CandidateRecord, ElectionRecord, MenuRecord
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.hashes import sha256_text
from shiftbid.verifier.rows import TemplateRow
from shiftbid.verifier.spells import template_minutes, template_spell


def check_covers(
    election: ElectionRecord, templates: Sequence[TemplateRow], slots: Sequence[Slot], zone: ZoneInfo
) -> Iterator[VerifierFinding]:
    """Compare an election with ``templates.csv`` and ``demand.csv``.

    Parameters
    ----------
    templates, slots
        Those of the election's hall.
    """
    by_id = {template.template: template for template in templates}
    yield from _templates(election, by_id)
    if any(candidate.template not in by_id for candidate in election.candidates):
        return
    for menu in (*election.menus, election.adopted):
        if set(menu.templates) | {use.template for use in menu.use} <= set(by_id):
            yield from _menu_cover(election, menu, by_id, slots, zone)
    silent = not any(ballot.approved for ballot in election.ballots)
    if election.method == PROPORTIONAL and election.bound is not None and not silent:
        yield from _better_exchange(election, _Days(election, by_id, slots, zone))


def _templates(election: ElectionRecord, by_id: dict[str, TemplateRow]) -> Iterator[VerifierFinding]:
    hall = election.hall
    for candidate in election.candidates:
        row = by_id.get(candidate.template)
        if row is None:
            yield _election("ELECTION-TEMPLATE", f"Hall {hall}: templates.csv lacks {candidate.template}.")
        elif not _is_same(candidate, row):
            yield _election(
                "ELECTION-TEMPLATE",
                f"Hall {hall}: templates.csv gives {candidate.template} other times, breaks or skill than the vote.",
            )
    for template in by_id.values():
        if template.adopted != (template.template in election.adopted.templates):
            belongs = "is" if template.template in election.adopted.templates else "is not"
            yield _election(
                "ELECTION-TEMPLATE",
                f"Hall {hall}: template {template.template} {belongs} adopted by the vote, but templates.csv says "
                f"adopted = {str(template.adopted).lower()}.",
            )


def _is_same(candidate: CandidateRecord, row: TemplateRow) -> bool:
    pauses = sorted((start % DAY_MINUTES, minutes, paid) for start, minutes, paid in candidate.pauses)
    return (candidate.start_minute, candidate.end_minute % DAY_MINUTES, candidate.skill, pauses) == (
        row.start_minute,
        row.end_minute % DAY_MINUTES,
        row.skill,
        sorted((pause.clock_minute % DAY_MINUTES, pause.minutes, pause.paid) for pause in row.pauses),
    )


def _menu_cover(
    election: ElectionRecord,
    menu: MenuRecord,
    templates: dict[str, TemplateRow],
    slots: Sequence[Slot],
    zone: ZoneInfo,
) -> Iterator[VerifierFinding]:
    used = [(template_spell(templates[use.template], use.day, "", zone), int(use.heads)) for use in menu.use]
    cover = cover_of(slots, used)
    paid = sum(templates[use.template].paid_minutes * int(use.heads) for use in menu.use)
    for what, said, found in (
        ("head half-hours missing", menu.missing_half_hours, cover.missing_half_hours),
        ("head half-hours surplus", menu.surplus_half_hours, cover.surplus_half_hours),
        ("paid minutes", menu.paid_minutes, paid),
    ):
        if abs(said - found) > TOLERANCE:
            yield _cover(
                "COVER-MENU",
                f"Hall {election.hall}: menu {menu.id} claims {said:g} {what}; its use and demand.csv give {found:g}.",
            )
    weekdays = {candidate.template: candidate.weekdays for candidate in election.candidates}
    if any(use.day.weekday() not in weekdays.get(use.template, frozenset()) for use in menu.use):
        yield _cover(
            "COVER-MENU", f"Hall {election.hall}: menu {menu.id} uses a template on a weekday on which it does not run."
        )
    for capacity in election.capacities:
        shifts: Counter[date] = Counter()
        minutes: Counter[date] = Counter()
        for use in menu.use:
            if templates[use.template].skill in capacity.skills:
                shifts[_monday(use.day)] += int(use.heads)
                minutes[_monday(use.day)] += int(use.heads) * template_minutes(templates[use.template])
        over = [
            week for week in shifts if shifts[week] > capacity.weekly_shifts or minutes[week] > capacity.weekly_minutes
        ]
        if over:
            yield _cover(
                "COVER-CAPACITY",
                f"Hall {election.hall}: menu {menu.id} asks for more in the week of {min(over)} than the staff with "
                f"{' or '.join(sorted(capacity.skills))} can take.",
            )


def _better_exchange(election: ElectionRecord, days: _Days) -> Iterator[VerifierFinding]:
    """Look for one winner and one other template whose exchange should have won, and is shown to cover."""
    winners = frozenset(election.adopted.templates)
    others = sorted({candidate.template for candidate in election.candidates} - winners)
    own = points(election, winners)
    bound = own if election.status == "optimal" else election.bound or Fraction(0)
    order = _tie_order(election, winners)
    for out in sorted(winners):
        for new in others:
            exchanged = winners - {out} | {new}
            score = points(election, exchanged)
            first = election.status == "optimal" and score == bound and _tie_order(election, exchanged) < order
            if (score > bound or first) and days.are_covered_by(exchanged):
                yield _election(
                    "ELECTION-ADOPTED",
                    f"Hall {election.hall}: with {new} in place of {out} the demand is covered too, and that set comes "
                    f"first: {score} points against {own}.",
                )
                return


def _tie_order(election: ElectionRecord, templates: frozenset[str]) -> list[str]:
    return sorted(sha256_text(f"{election.seed}|{name}".encode()) for name in templates)


class _Days:
    """Tries to cover the demand with a set of templates: where it succeeds the set covers, else nothing is known."""

    def __init__(
        self, election: ElectionRecord, templates: dict[str, TemplateRow], slots: Sequence[Slot], zone: ZoneInfo
    ) -> None:
        self._election = election
        self._slots = slots
        self._minutes = {name: template_minutes(row) for name, row in templates.items()}
        self._skills = {name: row.skill for name, row in templates.items()}
        length = (election.last - election.first).days + 1
        self._staffed: dict[tuple[date, str], list[int]] = {}
        for day in (election.first + timedelta(days=number) for number in range(length)):
            for candidate in election.candidates:
                if day.weekday() in candidate.weekdays:
                    spell = template_spell(templates[candidate.template], day, "", zone)
                    self._staffed[day, candidate.template] = [
                        number
                        for number, slot in enumerate(slots)
                        if slot.skill == spell.skill and spell.staffs(slot.start, slot.end)
                    ]

    def are_covered_by(self, chosen: frozenset[str]) -> bool:
        """Whether adding the head that mends most for its paid minutes, again and again, covers the demand."""
        missing = [slot.heads for slot in self._slots]
        weights = [(slot.end - slot.start) / HALF_HOUR for slot in self._slots]
        total = sum(heads * weight for heads, weight in zip(missing, weights, strict=True))
        left = [(dict[date, float](), dict[date, float]()) for _ in self._election.capacities]
        by_day: dict[date, list[str]] = {}
        for day, name in self._staffed:
            if name in chosen:
                by_day.setdefault(day, []).append(name)
        most_paid = self._election.most_paid_minutes
        affordable = math.inf if most_paid is None else most_paid
        for day, names in sorted(by_day.items()):
            while total > self._election.most_missing_half_hours + TOLERANCE:
                mended = {
                    name: sum(weights[slot] for slot in self._staffed[day, name] if missing[slot] > 0)
                    for name in names
                    if self._has_room(day, name, left) and self._minutes[name] <= affordable
                }
                best = max(mended, key=lambda name: (mended[name] / self._minutes[name], name), default="")
                if not best or not mended[best]:
                    break
                total -= mended[best]
                affordable -= self._minutes[best]
                for slot in self._staffed[day, best]:
                    missing[slot] -= 1
                self._take(day, best, left)
        return total <= self._election.most_missing_half_hours + TOLERANCE

    def _has_room(self, day: date, name: str, used: list[tuple[dict[date, float], dict[date, float]]]) -> bool:
        week = _monday(day)
        return all(
            shifts.get(week, 0) + 1 <= capacity.weekly_shifts
            and minutes.get(week, 0) + self._minutes[name] <= capacity.weekly_minutes
            for capacity, (shifts, minutes) in zip(self._election.capacities, used, strict=True)
            if self._skills[name] in capacity.skills
        )

    def _take(self, day: date, name: str, used: list[tuple[dict[date, float], dict[date, float]]]) -> None:
        week = _monday(day)
        for capacity, (shifts, minutes) in zip(self._election.capacities, used, strict=True):
            if self._skills[name] in capacity.skills:
                shifts[week] = shifts.get(week, 0) + 1
                minutes[week] = minutes.get(week, 0) + self._minutes[name]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _election(rule: str, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.ELECTION, rule, "", "", sentence)


def _cover(rule: str, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.COVER, rule, "", "", sentence)
