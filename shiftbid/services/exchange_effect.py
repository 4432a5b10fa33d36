"""What an exchange of shifts would do to law, cover and certificate, found before anybody is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.exchange import Move
from shiftbid.domain.shift import Shift
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.certification import certify_roster, touched_days
from shiftbid.services.checked_roster import check_roster
from shiftbid.services.exchange_ground import PublishedRoster, missing_heads
from shiftbid.services.hall_days import hall_days
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication


@dataclass(frozen=True, slots=True)
class ExchangeEffect:
    """What an exchange would change.

    Attributes
    ----------
    findings
        Rules that it would newly break.
    missing_half_hours
        Head half-hours by which the uncovered demand grows; negative where it shrinks.
    quarters_kept
        Rows of the certificate (quarter hour and class) that keep the promise after it less those before.
    """

    findings: tuple[Finding, ...]
    missing_half_hours: int
    quarters_kept: int

    @property
    def problems(self) -> tuple[str, ...]:
        """Why the exchange may not be; none where it may."""
        return tuple(self._problems())

    def _problems(self) -> Iterator[str]:
        yield from (f"{each.sentence} ({each.article})" for each in refusing(self.findings))
        if self.missing_half_hours > 0:
            yield f"it would leave {self.missing_half_hours} more head half-hours of the demand uncovered"
        if self.quarters_kept < 0:
            yield f"{-self.quarters_kept} quarter hours of the certificate would no longer keep the promise"


class RefusedExchangeError(InputError):
    """Law, cover or certificate speak against an exchange.

    Parameters
    ----------
    source
        Which exchange.
    roster, moves
        What would have changed hands, on which roster.
    effect
        What it would have changed.
    """

    def __init__(self, source: str, roster: PublishedRoster, moves: Sequence[Move], effect: ExchangeEffect) -> None:
        self.roster, self.moves, self.effect = roster, tuple(moves), effect
        super().__init__(source, effect.problems)


def effect_of(roster: PublishedRoster, moves: Sequence[Move], listener: ProgressListener) -> ExchangeEffect:
    """Say what an exchange would change about law, cover and certificate.

    Raises InputError where somebody is not on the roster's staff list, gives a shift they do not have, or takes one
    they have.
    """
    edit, publication = roster.edit(moves), roster.publication
    removed, added = [each.shift for each in edit.removed], [each.shift for each in edit.added]
    # What goes from hand to hand leaves the same heads at the counters.
    moved_only = sorted(each.id for each in removed) == sorted(each.id for each in added)
    after = [each.shift for each in roster.after(moves)]
    return ExchangeEffect(
        findings=newly_broken_by(roster, moves),
        missing_half_hours=0 if moved_only else _missing_more(publication, [*removed, *added], after),
        quarters_kept=0 if moved_only else _kept_more(publication, [*removed, *added], after, listener),
    )


def newly_broken_by(roster: PublishedRoster, moves: Sequence[Move], language: str = "en") -> tuple[Finding, ...]:
    """Rules that an exchange would newly break, told in a language (``en`` or ``zh``); raises as `effect_of`."""
    edit = roster.edit(moves)
    own = [each for each in roster.publication.roster.assignments if each.employee in edit.employees]
    return check_roster(own, roster.situations(edit.employees), roster.pack, language).effect(edit).findings_added


def refusing(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings that are more than a warning."""
    return tuple(each for each in findings if each.severity is not Severity.WARNING)


def _missing_more(publication: HallPublication, changed: Sequence[Shift], after: Sequence[Shift]) -> int:
    touched = [slot for slot in publication.demand if any(shift.span.overlaps(slot.slot) for shift in changed)]
    before = [each.shift for each in publication.roster.assignments]
    return _missing(touched, after) - _missing(touched, before)


def _missing(slots: Sequence[DemandSlot], shifts: Sequence[Shift]) -> int:
    return sum(missing_heads(slot, shifts) for slot in slots)


def _kept_more(
    publication: HallPublication, changed: Sequence[Shift], after: Sequence[Shift], listener: ProgressListener
) -> int:
    hall, threshold = publication.hall, publication.busy_threshold_per_hour
    days = touched_days(hall_days(hall, publication.forecast, publication.roster.period, threshold), changed)
    quarters = {quarter for day in days for quarter in day.quarters}
    before = sum(row.kept for row in publication.certificate if row.quarter in quarters)
    return sum(row.kept for row in certify_roster(hall, days, after, listener)) - before
