"""The certificate: heads and arrivals counted again, busy hours, promised minutes, and whether each hour is kept.

The waits themselves come from a queue model that is not repeated here; what follows from them is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from shiftbid.verifier.clock import MINUTE, clock_text, day_text, local_day
from shiftbid.verifier.cover import Slot, heads_present
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Desk, Published, Settings
from shiftbid.verifier.people import Work
from shiftbid.verifier.rows import CertificateLine, ForecastRow

# Files hold rounded numbers; what lies within these of a limit is not judged.
ARRIVALS_TOLERANCE = 0.02
SHARE_TOLERANCE = 0.0005
MINUTES_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True, order=True)
class ClassHour:
    """A clock hour of a hall, a desk by its skill, and a class of customers; `start` in UTC seconds."""

    hall: str
    start: int
    skill: str
    customer_class: str

    @property
    def where(self) -> str:
        """Hall and desk, as sentences name them."""
        return _where(self.hall, self.skill)


def check_certificate(published: Published, settings: Settings, work: Work) -> Iterator[VerifierFinding]:
    """Check every row, and every clock hour and class over its rows."""
    zone = settings.zone
    by_desk: defaultdict[tuple[str, str], list[CertificateLine]] = defaultdict(list)
    hours: defaultdict[ClassHour, list[CertificateLine]] = defaultdict(list)
    for line in published.certificate:
        by_desk[line.hall, line.skill].append(line)
        hours[ClassHour(line.hall, _hour_start(line.start, zone), line.skill, line.customer_class)].append(line)
    for (hall, skill), lines in sorted(by_desk.items()):
        wrong = {
            "CERTIFICATE-HEADS": _wrong_heads(lines, work, settings.desks.get(hall, {}).get(skill)),
            "CERTIFICATE-PROMISE": _wrong_promise(lines, settings),
            "CERTIFICATE-VALUE": _impossible(lines),
        }
        for rule, found in wrong.items():
            yield from _by_day(rule, _where(hall, skill), found, zone)
    forecast = {
        ClassHour(row.hall, row.start, skill, row.customer_class): desk.share * row.mean
        for row in published.forecast
        for skill, desk in settings.desks.get(row.hall, {}).items()
    }
    yield from _arrivals(hours, forecast, work, zone)
    yield from _busy(hours, published.forecast, settings)
    yield from _kept(hours, settings)


Wrong = Iterable[tuple[int, str]]
"""Instants and what is wrong there."""


def _wrong_heads(lines: Sequence[CertificateLine], work: Work, desk: Desk | None) -> Wrong:
    if desk is None:
        yield lines[0].start, f"the settings know no desk of skill {lines[0].skill}"
        return
    quarters = sorted({(line.start, line.end) for line in lines})
    slots = [Slot(start, end, lines[0].skill, 0) for start, end in quarters]
    spells = [(spell, 1) for spell in work.spells if spell.hall == lines[0].hall]
    present = dict(zip(quarters, heads_present(slots, spells), strict=True))
    for line in lines:
        # Nobody can serve without a counter.
        heads = min(present[line.start, line.end], desk.counters)
        if line.heads != heads:
            yield line.start, f"the certificate counts {line.heads} heads, the roster has {heads} at the counter"


def _wrong_promise(lines: Iterable[CertificateLine], settings: Settings) -> Wrong:
    for line in lines:
        promised = settings.promise.minutes(line.customer_class, busy=line.busy)
        if abs(line.promise_minutes - promised) > MINUTES_TOLERANCE:
            yield (
                line.start,
                f"{line.promise_minutes:g} minutes are promised to class {line.customer_class}, the settings "
                f"promise {promised:g}",
            )


def _impossible(lines: Iterable[CertificateLine]) -> Wrong:
    for line in lines:
        if not 0 <= line.share_in_time <= 1 or line.mean_wait_minutes < 0 or line.arrivals < 0 or line.heads < 0:
            yield line.start, "a share outside 0 to 1, or a negative number"
        if line.kept_at_plus10 and not line.kept:
            yield line.start, f"class {line.customer_class} is kept at 10 % more arrivals but not at the forecast"


def _by_day(rule: str, where: str, wrong: Wrong, zone: ZoneInfo) -> Iterator[VerifierFinding]:
    """One finding a day, on its first fault."""
    days: defaultdict[date, list[tuple[int, str]]] = defaultdict(list)
    for start, what in wrong:
        days[local_day(start, zone)].append((start, what))
    for day, faults in days.items():
        start, what = min(faults)
        more = f" ({len(faults) - 1} more like it that day)" if len(faults) > 1 else ""
        yield _finding(rule, day, f"{where}, {day_text(day)} {clock_text(start, zone)}: {what}{more}.")


def _arrivals(
    hours: Mapping[ClassHour, Sequence[CertificateLine]],
    forecast: Mapping[ClassHour, float],
    work: Work,
    zone: ZoneInfo,
) -> Iterator[VerifierFinding]:
    """The rows of an hour share out the desk's part of that hour's forecast; an hour with demand has rows."""
    demanded = {
        (hall, _hour_start(slot.start, zone), slot.skill) for hall, slots in work.demand.items() for slot in slots
    }
    needed = {hour for hour in forecast if (hour.hall, hour.start, hour.skill) in demanded}
    for hour in sorted(needed | hours.keys()):
        found = sum(line.arrivals for line in hours.get(hour, ()))
        expected = forecast.get(hour, 0.0)
        if abs(found - expected) > ARRIVALS_TOLERANCE + expected / 1000:
            day = local_day(hour.start, zone)
            yield _finding(
                "CERTIFICATE-ARRIVALS",
                day,
                f"{hour.where}, {day_text(day)} {clock_text(hour.start, zone)}: the certificate spreads "
                f"{found:.2f} customers of class {hour.customer_class} over the hour, the forecast expects "
                f"{expected:.2f}.",
            )


def _busy(
    hours: Mapping[ClassHour, Sequence[CertificateLine]], forecast: Iterable[ForecastRow], settings: Settings
) -> Iterator[VerifierFinding]:
    """An hour is busy for all desks alike, by the customers of the whole hall."""
    expected: defaultdict[tuple[str, int], float] = defaultdict(float)
    for row in forecast:
        expected[row.hall, row.start] += row.mean
    for hour, lines in sorted(hours.items()):
        threshold = settings.busy_threshold_per_hour.get(hour.hall)
        arrivals = expected[hour.hall, hour.start]
        if threshold is None or abs(arrivals - threshold) <= ARRIVALS_TOLERANCE:
            continue
        busy = arrivals > 0 and arrivals >= threshold
        if any(line.busy != busy for line in lines):
            day = local_day(hour.start, settings.zone)
            yield _finding(
                "CERTIFICATE-BUSY",
                day,
                f"{hour.where}, {day_text(day)} {clock_text(hour.start, settings.zone)}: {arrivals:.2f} customers "
                f"are expected and the hall is busy from {threshold:.2f}, so the hour is {'busy' if busy else 'quiet'}"
                f"; the certificate says otherwise for class {hour.customer_class}.",
            )


def _kept(hours: Mapping[ClassHour, Sequence[CertificateLine]], settings: Settings) -> Iterator[VerifierFinding]:
    """A promise is judged over the clock hour and class, its rows weighted by arrivals."""
    for hour, lines in sorted(hours.items()):
        margin = _margin(lines, settings)
        if margin is None:
            continue
        kept = margin > 0
        if any(line.kept != kept for line in lines):
            day = local_day(hour.start, settings.zone)
            yield _finding(
                "CERTIFICATE-KEPT",
                day,
                f"{hour.where}, {day_text(day)} {clock_text(hour.start, settings.zone)}: over the hour the promise "
                f"to class {hour.customer_class} is {'kept' if kept else 'missed'} {_figures(lines, settings)}; "
                "the certificate says otherwise.",
            )


def _margin(lines: Sequence[CertificateLine], settings: Settings) -> float | None:
    """By how much the promise is kept over the hour; None where it is too close to call."""
    if sum(line.arrivals for line in lines) <= 0:
        return 1.0  # A promise to nobody is kept.
    level = settings.promise.share
    if level is not None:
        margin, tolerance = _pooled(lines, lambda line: line.share_in_time) - level, SHARE_TOLERANCE
    else:
        margin = _pooled(lines, lambda line: line.promise_minutes - line.mean_wait_minutes)
        tolerance = MINUTES_TOLERANCE
    return margin if abs(margin) > tolerance else None


def _pooled(lines: Sequence[CertificateLine], value: Callable[[CertificateLine], float]) -> float:
    return sum(line.arrivals * value(line) for line in lines) / sum(line.arrivals for line in lines)


def _figures(lines: Sequence[CertificateLine], settings: Settings) -> str:
    if sum(line.arrivals for line in lines) <= 0:
        return "(nobody is expected)"
    level = settings.promise.share
    if level is None:
        return f"(mean wait {_pooled(lines, lambda line: line.mean_wait_minutes):.2f} min)"
    return f"({_pooled(lines, lambda line: line.share_in_time):.2%} in time, {level:.2%} promised)"


def _where(hall: str, skill: str) -> str:
    return f"Hall {hall}, desk {skill}"


def _hour_start(moment: int, zone: ZoneInfo) -> int:
    """Instant of the full clock hour; not every zone lies whole hours from UTC."""
    return moment - int(clock_text(moment, zone)[3:]) * MINUTE - moment % MINUTE


def _finding(rule: str, day: date, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.CERTIFICATE, rule, "", day.isoformat(), sentence)
