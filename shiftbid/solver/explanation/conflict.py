"""Why a demand cannot be met, and what would mend it: conflicts that are proven, minimal and small in time.

The smallest windows are looked at first: single days, then weeks, then the whole period. A conflict found there names
the fewest needs, rules of people and pins by inclusion (QuickXplain on groups, then on their elements), and every
member is tested once more: without it the rest is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.timeline import DAYS_PER_WEEK, local_day
from shiftbid.solver.award_model import AwardProblem
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.explanation.clause_index import ClauseIndex
from shiftbid.solver.explanation.elements import Element, Group, Need, Relaxation, RuleOf, coarse_groups
from shiftbid.solver.explanation.minimal_set import minimal_set
from shiftbid.solver.explanation.window_model import WindowModel
from shiftbid.solver.progress import ProgressReport

MOST_SINGLE_ELEMENTS = 80
"""More than these are not told one by one: a conflict of a whole week's hours names days and rules."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A member whose leaving out resolves the conflict.

    Attributes
    ----------
    whole_window
        Whether it alone makes the whole window possible, and not only what the conflict names.
    relaxation
        How far the rules of the member have to be relaxed at least for the rest of the conflict to be possible; None
        where it holds none, or that is not known.
    """

    member: Group
    whole_window: bool
    relaxation: Relaxation | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Needs, rules of people and pins that cannot be kept together.

    Attributes
    ----------
    first, last
        Days of the window in which it was found.
    members
        What cannot be kept together: single elements, or where these would be too many to read, the needs of a day
        and a rule for all whom it binds.
    able
        People with a candidate shift that staffs the need for which fewest have one.
    missing
        Head-slots of the conflict's needs that stay missing at least while its rules and pins hold.
    minimal
        Whether leaving out any one member was proven to make the rest possible.
    repairs
        One for each member where that was proven.
    """

    first: date
    last: date
    members: tuple[Group, ...]
    able: int
    missing: int
    minimal: bool
    repairs: tuple[Repair, ...]

    @property
    def elements(self) -> tuple[Element, ...]:
        """Elements of all members."""
        return tuple(each for member in self.members for each in member)

    @property
    def needs(self) -> tuple[Need, ...]:
        """Needs among the elements, in order of time."""
        return tuple(sorted((each for each in self.elements if isinstance(each, Need)), key=lambda each: each.slot))


@dataclass(frozen=True, slots=True)
class Explanation:
    """Conflicts found, none where the demand can be met.

    Attributes
    ----------
    decided
        Whether every window looked at was proven possible or impossible within the work.
    """

    conflicts: tuple[Conflict, ...]
    decided: bool


def explain(problem: AwardProblem, zone: str, work: CpSatWork, progress: ProgressReport) -> Explanation:
    """Say why not all demand of an award can be met.

    Days that are impossible by themselves each give a conflict; where no day is, weeks are looked at, and then the
    whole period.

    Parameters
    ----------
    problem
        Points, contract minutes and tie numbers play no part.
    work
        Limit of each single solve.
    """
    slots = sorted((each for each in problem.demand if each.heads > 0), key=lambda each: (each.slot, each.skill))
    people = [ClauseIndex(person) for person in problem.people]
    decided = True
    for windows in _window_sizes(slots, zone):
        conflicts: list[Conflict] = []
        for number, window in enumerate(windows):
            progress(number / len(windows), f"looking for conflicts from {local_day(window[0].slot.start, zone)}")
            found, proven = _conflict_in(window, people, zone, work)
            decided = decided and proven
            conflicts += found
        if conflicts:
            return Explanation(tuple(conflicts), decided)
    return Explanation((), decided)


def _window_sizes(slots: Sequence[DemandSlot], zone: str) -> Iterator[list[list[DemandSlot]]]:
    """Windows of a day, of a week from the first day on, and the whole; each size as a list of windows."""
    if not slots:
        return
    first = local_day(slots[0].slot.start, zone)
    days = (slots[-1].slot.start - slots[0].slot.start) // 86_400 + 1
    for length in (1, DAYS_PER_WEEK, days + DAYS_PER_WEEK):
        windows: dict[int, list[DemandSlot]] = {}
        for slot in slots:
            windows.setdefault((local_day(slot.slot.start, zone) - first).days // length, []).append(slot)
        yield list(windows.values())


def _conflict_in(
    window: Sequence[DemandSlot], people: Sequence[ClauseIndex], zone: str, work: CpSatWork
) -> tuple[tuple[Conflict, ...], bool]:
    """Give the conflict of a window, if there is one, and whether that is proven."""
    model = WindowModel(window, people)
    everything = coarse_groups(model.elements, zone)

    def verdict(groups: Iterable[Group]) -> bool | None:
        return model.clashes([each for group in groups for each in group], work)

    def clashes(groups: Sequence[Group]) -> bool:
        return verdict(groups) is True

    first_verdict = verdict(everything)
    if not first_verdict:
        return (), first_verdict is not None
    members = minimal_set(everything, clashes)
    if sum(len(group) for group in members) <= MOST_SINGLE_ELEMENTS:
        members = minimal_set([(each,) for group in members for each in group], clashes)
    resolving = [each for each in members if verdict(_without(members, each)) is False]
    elements = [each for group in members for each in group]
    conflict = Conflict(
        first=local_day(window[0].slot.start, zone),
        last=local_day(window[-1].slot.start, zone),
        members=members,
        able=min((model.able(each) for each in elements if isinstance(each, Need)), default=len(people)),
        missing=model.least_missing(elements, work),
        minimal=len(resolving) == len(members),
        repairs=tuple(
            Repair(each, verdict(_elements_without(model, each)) is False, _relaxation(model, members, each, work))
            for each in resolving
        ),
    )
    return (conflict,), True


def _relaxation(model: WindowModel, members: Sequence[Group], resolving: Group, work: CpSatWork) -> Relaxation | None:
    rules = [each for each in resolving if isinstance(each, RuleOf)]
    if len(rules) < len(resolving):
        return None
    kept = [each for group in _without(members, resolving) for each in group]
    return model.least_relaxation(kept, rules, work)


def _without(members: Sequence[Group], left_out: Group) -> list[Group]:
    return [each for each in members if each != left_out]


def _elements_without(model: WindowModel, left_out: Group) -> list[Group]:
    return [(each,) for each in model.elements if each not in left_out]
