"""What a round comes to for people: satisfaction, the stages that are summed from it, tie order, and credit."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.round_record import LEXIMIN, SUM, RoundRecord, SatisfactionRecord
from shiftbid.verifier.wishes import BELOW_FLOOR, TIES, TOLERANCE, WELFARE, stage_of

USUAL_FLOOR, LEAST_SATISFACTION = 0.3, 0.02
DECAY, CREDIT_LIMIT, WEIGHT_OF_A_CREDIT = 0.8, 1.0, 0.5
ROUNDING = 1e-4


def check_welfare(record: RoundRecord) -> Iterator[VerifierFinding]:
    """Check satisfaction person by person, the stages summed from it, the sum of tie numbers, and the credits."""
    for each in record.satisfaction:
        yield from _satisfaction(each)
    bidders = [each for each in record.satisfaction if _width(each) > 0]
    yield from _floor(record)
    yield from _stage(record, BELOW_FLOOR, float(sum(below_floor(record, each, each.points) for each in bidders)))
    yield from _stage(record, WELFARE, _welfare(record, bidders))
    yield from _stage(
        record, TIES, float(sum(tie_number(record, each.employee, each.day, each.template) for each in record.award))
    )
    yield from _credits(record)


def _satisfaction(each: SatisfactionRecord) -> Iterator[VerifierFinding]:
    ends = (each.least_points, each.best_points)
    if (each.satisfaction is None) != (None in ends) or (each.satisfaction is not None and _width(each) <= 0):
        yield _finding(
            "ROUND-SATISFACTION", f"{each.employee}: satisfaction has to stand with both its ends.", each.employee
        )
    elif each.satisfaction is not None:
        due = min(1.0, max(0.0, (each.points - (each.least_points or 0.0)) / _width(each)))
        if abs(due - each.satisfaction) > ROUNDING:
            yield _finding(
                "ROUND-SATISFACTION",
                f"{each.employee}: {each.points:g} points between {each.least_points:g} and {each.best_points:g} are a "
                f"satisfaction of {due:.4f}; the record says {each.satisfaction:g}.",
                each.employee,
            )


def _width(each: SatisfactionRecord) -> float:
    if each.least_points is None or each.best_points is None:
        return 0.0
    return each.best_points - each.least_points


def _won(each: SatisfactionRecord, points: float) -> float:
    return min(_width(each), max(0.0, points - (each.least_points or 0.0)))


def _floor(record: RoundRecord) -> Iterator[VerifierFinding]:
    """The floor that the method has: none for the sum, the usual one or what was reached above it for the others."""
    due = {SUM: 0.0, LEXIMIN: max(USUAL_FLOOR, record.floor)}.get(record.method, USUAL_FLOOR)
    if record.floor != due or record.floor > 1.0:
        sentence = f"Hall {record.hall}: method {record.method!r} has no floor of {record.floor:g}; {due:g} is due."
        yield _finding("ROUND-FLOOR", sentence)


def below_floor(record: RoundRecord, each: SatisfactionRecord, points: float) -> int:
    """Thousandths of satisfaction that points lack to the floor, counted in whole points; 0 for who did not bid."""
    if _width(each) <= 0:
        return 0
    lacking = math.ceil(record.floor * _width(each) - 1e-9) - _won(each, points)
    return max(1, round(1000 / _width(each))) * max(0, round(lacking))


def lost_welfare(record: RoundRecord, each: SatisfactionRecord, points: float) -> int:
    """Weighted satisfaction lacking to 1, or its logarithm negated, in whole thousandths; 0 for who did not bid."""
    if _width(each) <= 0:
        return 0
    won = _won(each, points) / _width(each)
    lost = 1.0 - won if record.method == SUM else -math.log(max(LEAST_SATISFACTION, won))
    return round(1000 * _weight(each) * lost)


def tie_number(record: RoundRecord, employee: str, day: date, template: str) -> int:
    """Tie number of a shift for a person: the first four digits of its hash."""
    text = f"{record.seed}|{employee}|{record.hall}/{template}/{day.isoformat()}"
    return int(sha256(text.encode()).hexdigest()[:4], 16)


def _weight(each: SatisfactionRecord) -> float:
    return 1.0 + WEIGHT_OF_A_CREDIT * min(CREDIT_LIMIT, max(-CREDIT_LIMIT, each.credit_before))


def _welfare(record: RoundRecord, bidders: list[SatisfactionRecord]) -> float:
    """Weighted mean of satisfaction, negated: arithmetic for the sum, else geometric."""
    if not bidders:
        return -1.0
    lost = sum(lost_welfare(record, each, each.points) for each in bidders) / (1000 * sum(map(_weight, bidders)))
    return lost - 1.0 if record.method == SUM else -math.exp(-lost)


def _stage(record: RoundRecord, name: str, due: float) -> Iterator[VerifierFinding]:
    stage = stage_of(record, name)
    if stage and stage.objective is not None and abs(stage.objective - due) > TOLERANCE:
        yield _finding(
            "ROUND-STAGE-VALUE",
            f"Hall {record.hall}: stage {name!r} says {stage.objective:.6f}; the record itself gives {due:.6f}.",
        )


def _credits(record: RoundRecord) -> Iterator[VerifierFinding]:
    own = {each.employee: _won(each, each.points) / _width(each) for each in record.satisfaction if _width(each) > 0}
    mean = sum(own.values()) / max(1, len(own))
    after = {each.employee: DECAY * each.credit_before for each in record.satisfaction}
    for employee, satisfaction in own.items():
        after[employee] = min(CREDIT_LIMIT, max(-CREDIT_LIMIT, after[employee] + mean - satisfaction))
    shift = sum(after.values()) / max(1, len(own))
    for each in record.satisfaction:
        due = after[each.employee] - (shift if each.employee in own else 0.0)
        if abs(due - each.credit_after) > ROUNDING:
            yield _finding(
                "ROUND-CREDIT",
                f"{each.employee}: a credit of {each.credit_before:g} becomes {due:.4f} by this round; the record says "
                f"{each.credit_after:g}.",
                each.employee,
            )


def _finding(rule: str, sentence: str, employee: str = "") -> VerifierFinding:
    return VerifierFinding(Kind.ROUND, rule, employee, "", sentence)
