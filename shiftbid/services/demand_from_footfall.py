"""Turn forecast footfall into heads: the fewest counters per half hour that keep the promise."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.desk import COUNTER_SKILL
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Interval, slots
from shiftbid.services.hall_days import HallDay
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.staffing.requirement import required_counters

SLOT_MINUTES = 30
DayFunction = Callable[[HallDay], "_DayNeeds"]


@dataclass(frozen=True, slots=True)
class HallDemand:
    """Heads needed per half hour and skill.

    Attributes
    ----------
    missed_hours
        Hours that miss the promise even with every counter of the desk staffed, over all desks.
    counter_hours, stationary_counter_hours
        Staffed hours of the exact model, and of the stationary formula beside it.
    """

    slots: tuple[DemandSlot, ...]
    missed_hours: int
    counter_hours: float
    stationary_counter_hours: float


def demand_of(hall: Hall, days: Sequence[HallDay], workers: int, listener: ProgressListener) -> HallDemand:
    """Heads needed in each half hour of each open day, of the skill of each desk.

    Parameters
    ----------
    days
        Days of each desk, with the arrivals that it is to be staffed to.
    workers
        Processes that work on days side by side; the outcome does not depend on it.
    """
    needs: list[_DayNeeds] = []
    with _mapping(workers) as each_of:
        for done, need in enumerate(each_of(partial(_needs_of_day, hall), days)):
            listener(Progress("demand", done / len(days), f"{hall.name}, {days[done].day}"))
            needs.append(need)
    return HallDemand(
        slots=tuple(slot for need in needs for slot in need.slots),
        missed_hours=sum(need.missed_hours for need in needs),
        counter_hours=sum(need.counter_hours for need in needs),
        stationary_counter_hours=sum(need.stationary_counter_hours for need in needs),
    )


@dataclass(frozen=True, slots=True)
class _DayNeeds:
    slots: tuple[DemandSlot, ...]
    missed_hours: int
    counter_hours: float
    stationary_counter_hours: float


def _needs_of_day(hall: Hall, day: HallDay) -> _DayNeeds:
    desk = day.desk
    required = required_counters(
        day.queue,
        hall.promise,
        max_counters=desk.counters,
        min_counters=desk.minimum_heads,
        slot_minutes=float(SLOT_MINUTES),
    )
    open_slots = zip(slots(day.opened, SLOT_MINUTES), required.slot_counters.tolist(), strict=True)
    duties = _duty_slots(hall, day.opened) if desk.skill == COUNTER_SKILL else ()
    return _DayNeeds(
        slots=tuple(
            DemandSlot(hall.id, slot, desk.skill, heads)
            for slot, heads in sorted((*open_slots, *duties), key=lambda need: need[0])
        ),
        missed_hours=len(required.missed_hours),
        counter_hours=required.counter_hours,
        stationary_counter_hours=required.stationary_counter_hours,
    )


def _duty_slots(hall: Hall, opened: Interval) -> tuple[tuple[Interval, int], ...]:
    """Half hours of work before opening and after closing, with the heads for each."""
    duties = hall.duties
    spans = (
        Interval(opened.start - duties.opening_minutes * 60, opened.start),
        Interval(opened.end, opened.end + duties.closing_minutes * 60),
    )
    return tuple((slot, duties.heads) for span in spans for slot in slots(span, SLOT_MINUTES))


@contextmanager
def _mapping(workers: int) -> Generator[Callable[[DayFunction, Sequence[HallDay]], Iterable[_DayNeeds]]]:
    """The way to apply a function to every day: here, or in processes of their own that end with the block."""
    if workers == 1:
        yield map
        return
    # Children are spawned, not forked: threads of the forecast's library may still hold locks.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            yield pool.map
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
