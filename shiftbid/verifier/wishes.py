"""Wishes and what became of them: points, and a reason for every wish lost; the order of the stages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from shiftbid.verifier.clock import day_text
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.round_record import (
    BY_CLAIMS,
    CLAIM_REASONS,
    METHODS,
    POINTS,
    REASONS,
    RoundRecord,
    StageRecord,
    Wish,
)

MISSING_DEMAND, TIME_OFF_DUE = "missing demand", "time off due"
CONTRACT_SHORTFALL, BELOW_FLOOR = "contract shortfall", "below the floor"
WELFARE, BURDEN, TIES = "welfare", "spread of burden", "tie order"
STAGES = (MISSING_DEMAND, TIME_OFF_DUE, CONTRACT_SHORTFALL, BELOW_FLOOR, WELFARE, BURDEN, TIES)
TOLERANCE = 1e-6

Awarded = Mapping[date, frozenset[str]]
"""Templates that one person was awarded, by day."""


def check_wishes(record: RoundRecord) -> Iterator[VerifierFinding]:
    """Check what a round's record says by itself of its stages, points and reasons."""
    if record.method not in METHODS:
        yield _finding("ROUND-METHOD", f"Hall {record.hall}: the award method {record.method!r} is not known here.")
        return
    awarded = awarded_by_person(record)
    yield from _levels(record)
    yield from _stages(record)
    yield from _satisfaction(record, awarded)
    yield from _reasons(record, awarded)


def awarded_by_person(record: RoundRecord) -> Mapping[str, Awarded]:
    """Templates that each person was awarded, by day; people without any have none."""
    templates: defaultdict[str, defaultdict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for award in record.award:
        templates[award.employee][award.day].add(award.template)
    return {employee: {day: frozenset(each) for day, each in days.items()} for employee, days in templates.items()}


def honoured(wish: Wish, awarded: Awarded) -> bool:
    """Whether the person has the wished shift, or no shift that starts on the wished day off."""
    if wish.template is None:
        return wish.day not in awarded
    return wish.template in awarded.get(wish.day, ())


def stage_of(record: RoundRecord, name: str) -> StageRecord | None:
    """Find a stage by name."""
    return next((stage for stage in record.stages if stage.name == name), None)


def _levels(record: RoundRecord) -> Iterator[VerifierFinding]:
    for bid in record.bids:
        for wish in bid.wishes:
            if wish.level not in POINTS:
                yield _finding(
                    "ROUND-LEVEL", f"{bid.employee} bids the unknown level {wish.level!r}.", bid.employee, wish.day
                )


def _stages(record: RoundRecord) -> Iterator[VerifierFinding]:
    names = [stage.name for stage in record.stages if stage.name in STAGES]
    if names != list(STAGES):
        yield _finding("ROUND-STAGES", f"Hall {record.hall}: the stages are not {', '.join(STAGES)}, in this order.")
    for stage in record.stages:
        if stage.objective is not None and stage.bound is not None and stage.bound > stage.objective + TOLERANCE:
            yield _finding(
                "ROUND-BOUND",
                f"Hall {record.hall}: stage {stage.name!r} claims the bound {stage.bound:g} above its value "
                f"{stage.objective:g}.",
            )


def _satisfaction(record: RoundRecord, awarded: Mapping[str, Awarded]) -> Iterator[VerifierFinding]:
    said = {each.employee: each for each in record.satisfaction}
    bids = {bid.employee: bid for bid in record.bids}
    for employee in sorted(said.keys() | bids.keys()):
        wishes = bids[employee].wishes if employee in bids else ()
        points = _points(wishes, awarded.get(employee, {}))
        wished = sum(max(0, wish.points) for wish in wishes)
        each = said.get(employee)
        if each is None or (each.points, each.wished_points) != (points, wished):
            claim = f"{each.points:g} of {each.wished_points:g}" if each else "nothing"
            yield _finding(
                "ROUND-SATISFACTION",
                f"{employee} got {points} of {wished} wished points; the record says {claim}.",
                employee,
            )


def _reasons(record: RoundRecord, awarded: Mapping[str, Awarded]) -> Iterator[VerifierFinding]:
    lost = Counter(
        (bid.employee, wish.day, wish.template, wish.level)
        for bid in record.bids
        for wish in bid.wishes
        if wish.points > 0 and not honoured(wish, awarded.get(bid.employee, {}))
    )
    given = Counter((each.employee, each.day, each.template, each.level) for each in record.reasons)
    for (employee, day, template, level), _ in sorted((lost - given).items(), key=str):
        yield _finding(
            "ROUND-REASON",
            f"{employee} wished {_shift(template)} on {day_text(day)} ({level}), did not get it, and no reason is "
            "given.",
            employee,
            day,
        )
    for (employee, day, template, level), _ in sorted((given - lost).items(), key=str):
        yield _finding(
            "ROUND-REASON",
            f"A reason is given for {employee} losing {_shift(template)} on {day_text(day)} ({level}), but no such "
            "wish was lost.",
            employee,
            day,
        )
    known = (*REASONS, *CLAIM_REASONS) if record.method in BY_CLAIMS else REASONS
    for each in record.reasons:
        if each.reason not in known or (each.reason == "law") != (each.rule is not None):
            yield _finding(
                "ROUND-REASON",
                f"The reason for {each.employee} on {day_text(each.day)} is {each.reason!r} with rule {each.rule}; "
                f"it must be one of {', '.join(known)}, and name a rule where it is law.",
                each.employee,
                each.day,
            )


def _points(wishes: tuple[Wish, ...], awarded: Awarded) -> int:
    return sum(wish.points for wish in wishes if honoured(wish, awarded))


def _shift(template: str | None) -> str:
    return "the day off" if template is None else f"template {template}"


def _finding(rule: str, sentence: str, employee: str = "", day: date | None = None) -> VerifierFinding:
    return VerifierFinding(Kind.ROUND, rule, employee, day.isoformat() if day else "", sentence)
