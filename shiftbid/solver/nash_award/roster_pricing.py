"""The best personal roster at given prices of seats, for everybody at once, exactly.

For each week a table tells the most that a legal week can earn at the prices, by Saturdays worked (0 or 1) and points
won. Weeks are then joined by Saturdays and points. Welfare depends on the points alone, so it is added at the end: no
tangent of the logarithm is needed. Weeks touch each other only through Saturdays and points: no two days of different
weeks may follow one another in the calendar where a rest would forbid something.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shiftbid.solver.nash_award.seats import OFF, BoolArray, FloatArray, IntArray, SeatAward, welfare

_NEVER = -1e30


@dataclass(frozen=True, slots=True)
class PricedRosters:
    """Best rosters at given prices.

    Attributes
    ----------
    values
        Shape (people,): value of the best roster: its welfare and what it earns. Below ``-1e29``: no legal roster.
    rosters
        For each person the best roster, then the best ones with other points; template numbers, or OFF.
    """

    values: FloatArray
    rosters: tuple[tuple[IntArray, ...], ...]


class RosterPricing:
    """Prices rosters of an award's people, again and again at other prices."""

    def __init__(self, award: SeatAward) -> None:
        people = award.people
        self._award = award
        self._points = np.array([person.points for person in people])
        self._allowed = np.array([award.may_work(person) for person in people])
        self._points[~self._allowed] = 0
        weeks = int(award.week_of.max()) + 1
        self._days = [np.flatnonzero(award.week_of == week) for week in range(weeks)]
        self._least = np.array([person.week_least for person in people])
        self._most = np.array([person.week_most for person in people])
        self._saturdays = np.array([person.max_saturdays for person in people])
        best_days = self._points.max(axis=2)
        # Points that a week can reach: its best days, as many as may be worked.
        self._week_points = [
            max(
                int(np.sort(row)[::-1][:most].sum())
                for row, most in zip(best_days[:, days], self._most[:, week], strict=True)
            )
            for week, days in enumerate(self._days)
        ]
        self._classes, self._class_of = _rest_classes(award.follows)
        self._welfare = np.array(
            [[welfare(award, person, points) for points in range(sum(self._week_points) + 1)] for person in people]
        )

    def best(self, earnings: FloatArray, *, with_welfare: bool, alternatives: int) -> PricedRosters:
        """Find the best rosters; earnings of each seat for each person have shape (people, days, templates)."""
        gains = np.where(self._allowed, earnings, _NEVER)
        traces = [self._week(week, gains) for week in range(len(self._days))]
        joined = self._joined([trace[-1] for trace in traces])
        reachable = np.arange(joined[-1].shape[1])[None, :] <= self._saturdays[:, None]
        by_points = np.where(reachable[:, :, None], joined[-1], _NEVER).max(axis=1)
        value = by_points + self._welfare if with_welfare else by_points
        order = np.argsort(-value, axis=1, kind="stable")[:, : 1 + alternatives]
        return PricedRosters(
            value.max(axis=1),
            tuple(
                tuple(
                    self._roster(person, int(points), gains, traces, joined)
                    for points in order[person]
                    if value[person, points] > _NEVER / 10
                )
                for person in range(len(self._award.people))
            ),
        )

    def _week(self, week: int, gains: FloatArray) -> list[FloatArray]:
        """States after each day, shape (people, classes, Saturdays, shifts, points); last, the week's table.

        The table has shape (people, Saturdays, points).
        """
        award, people = self._award, len(self._award.people)
        days = self._days[week]
        most = int(self._most[:, week].max(initial=0))
        width = self._week_points[week] + 1
        state = np.full((people, len(self._classes), 2, most + 1, width), _NEVER)
        state[:, 0, 0, 0, 0] = 0.0
        trace = [state]
        for day in map(int, days):
            grown = np.full_like(state, _NEVER)
            grown[:, 0] = state.max(axis=1)
            saturday = bool(award.saturday[day])
            for before, group in self._by_predecessors(day):
                source = state[:, before].max(axis=1)
                for template in group:
                    if not self._allowed[:, day, template].any():
                        continue
                    moved = _shifted(source[:, :, :-1], self._points[:, day, template])
                    moved += gains[:, day, template][:, None, None, None]
                    target = grown[:, self._class_of[template]]
                    if saturday:
                        np.maximum(target[:, 1, 1:], moved[:, 0], out=target[:, 1, 1:])
                    else:
                        np.maximum(target[:, :, 1:], moved, out=target[:, :, 1:])
            trace.append(grown)
            state = grown
        counts = np.arange(most + 1)
        legal = (counts >= self._least[:, week, None]) & (counts <= self._most[:, week, None])
        table = np.where(legal[:, None, None, :, None], state, _NEVER).max(axis=(1, 3))
        return [*trace, table]

    def _by_predecessors(self, day: int) -> list[tuple[list[int], list[int]]]:
        """Templates of a day grouped by the rest classes that they may follow."""
        if not self._award.after_yesterday[day]:
            return [(list(range(len(self._classes))), list(range(self._award.templates)))]
        groups: dict[tuple[int, ...], list[int]] = {}
        for template in range(self._award.templates):
            before = tuple(number for number, row in enumerate(self._classes) if row[template])
            groups.setdefault(before, []).append(template)
        return [(list(before), group) for before, group in groups.items()]

    def _joined(self, tables: list[FloatArray]) -> list[FloatArray]:
        """Tables of the first 0, 1, 2 ... weeks together; shape (people, Saturdays, points)."""
        people = len(self._award.people)
        total = np.full((people, 1, 1), 0.0)
        joined = [total]
        for table in tables:
            saturdays, points = total.shape[1], total.shape[2]
            grown = np.full((people, saturdays + 1, points + table.shape[2] - 1), _NEVER)
            for worked in range(2):
                for won in range(table.shape[2]):
                    part = grown[:, worked : worked + saturdays, won : won + points]
                    np.maximum(part, total + table[:, worked, won][:, None, None], out=part)
            joined.append(grown)
            total = grown
        return joined

    def _roster(
        self, person: int, points: int, gains: FloatArray, traces: list[list[FloatArray]], joined: list[FloatArray]
    ) -> IntArray:
        """Trace a best roster back from its points."""
        roster = np.full(self._award.days, OFF, dtype=np.int64)
        saturdays = int(np.argmax(joined[-1][person, : self._saturdays[person] + 1, points]))
        for week in reversed(range(len(self._days))):
            table = traces[week][-1][person]
            before = joined[week][person]
            best, step = 2 * _NEVER, (0, 0)
            for worked in range(min(1, saturdays) + 1):
                if saturdays - worked >= before.shape[0]:
                    continue
                low, high = max(0, points - before.shape[1] + 1), min(points, table.shape[1] - 1)
                won = np.arange(low, high + 1)
                sums = table[worked, won] + before[saturdays - worked, points - won]
                at = int(np.argmax(sums)) if len(sums) else 0
                if len(sums) and sums[at] > best:
                    best, step = float(sums[at]), (worked, int(won[at]))
            self._trace_week(person, week, step, gains, traces[week], roster)
            saturdays, points = saturdays - step[0], points - step[1]
        return roster

    def _trace_week(
        self,
        person: int,
        week: int,
        step: tuple[int, int],
        gains: FloatArray,
        trace: list[FloatArray],
        roster: IntArray,
    ) -> None:
        award = self._award
        worked, points = step
        last = trace[-2][person, :, worked, :, points].copy()
        counts = np.arange(last.shape[1])
        last[:, (counts < self._least[person, week]) | (counts > self._most[person, week])] = _NEVER
        rest, count = (int(at) for at in np.unravel_index(int(np.argmax(last)), last.shape))
        for place in reversed(range(len(self._days[week]))):
            day = int(self._days[week][place])
            before = trace[place][person]
            best, move = 2 * _NEVER, (OFF, 0)
            if rest == 0:
                at = int(np.argmax(before[:, worked, count, points]))
                best, move = float(before[at, worked, count, points]), (OFF, at)
            saturday = bool(award.saturday[day])
            if count and (worked or not saturday):
                for template in range(award.templates):
                    left = points - int(self._points[person, day, template])
                    if self._class_of[template] != rest or left < 0 or not self._allowed[person, day, template]:
                        continue
                    column = before[:, 0 if saturday else worked, count - 1, left]
                    for at, value in enumerate(column):
                        follows = not award.after_yesterday[day] or self._classes[at][template]
                        if follows and value + gains[person, day, template] > best:
                            best, move = float(value + gains[person, day, template]), (template, at)
            template, rest = move
            if template != OFF:
                roster[day] = template
                points -= int(self._points[person, day, template])
                count -= 1
                worked = 0 if saturday else worked


def _rest_classes(follows: BoolArray) -> tuple[list[tuple[bool, ...]], list[int]]:
    """Group templates by what may follow them; class 0 is a day off, which anything may follow."""
    classes: list[tuple[bool, ...]] = [(True,) * follows.shape[1]]
    class_of: list[int] = []
    for row in follows:
        key = tuple(bool(value) for value in row)
        if key not in classes:
            classes.append(key)
        class_of.append(classes.index(key))
    return classes, class_of


def _shifted(table: FloatArray, points: IntArray) -> FloatArray:
    """Move each person's table up by that person's points along the last axis."""
    width = table.shape[-1]
    moved = np.full_like(table, _NEVER)
    for value in np.unique(points):
        who = points == value
        if value < width:
            moved[who, ..., value:] = table[who, ..., : width - value]
    return moved
