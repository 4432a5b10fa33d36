"""Desks: counters of a hall that serve a share of its customers, staffed by people with a skill."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shiftbid.domain.errors import InputError

COUNTER_SKILL = "counter"
"""The skill of the general desk, which everybody's first template asks for."""
MOST_DESKS = 6
DESK_FORM = "SKILL:share=0.15,service-minutes=18,counters=2"

_SKILL = re.compile(r"\w[\w.\-]{0,49}")


@dataclass(frozen=True, slots=True)
class Desk:
    """Counters for services that need a skill, with a queue of their own.

    Attributes
    ----------
    skill
        What people must be able to do to staff a counter of the desk.
    share
        Share of the hall's customers, of either class alike, who need the desk.
    service_minutes
        Mean time a counter of the desk spends on one customer.
    counters
        Counters of the desk that can be staffed at the same time.
    minimum_heads
        Heads at the desk whenever the hall is open, however quiet it is.
    vip_service_minutes
        Mean time for a VIP; that of the others where None.
    """

    skill: str
    share: float
    service_minutes: float
    counters: int
    minimum_heads: int = 1
    vip_service_minutes: float | None = None

    def __post_init__(self) -> None:
        problems: list[str] = []
        if not _SKILL.fullmatch(self.skill):
            problems.append(
                f"skill {self.skill!r}: start with a letter or digit and use letters, digits, '.', '-', '_', at most 50"
            )
        if not 0 <= self.share <= 1:
            problems.append(f"share {self.share:g}: give a number from 0 to 1, such as 0.15")
        problems += [
            f"service time {minutes:g}: give minutes above 0"
            for minutes in (self.service_minutes, self.vip_service_minutes)
            if minutes is not None and not (math.isfinite(minutes) and minutes > 0)
        ]
        if self.counters < 1:
            problems.append(f"{self.counters} counters: give 1 or more")
        if not 0 <= self.minimum_heads <= self.counters:
            problems.append(f"{self.minimum_heads} heads at least: give 0 to {self.counters}, the desk's counters")
        if problems:
            raise InputError(f"desk {self.skill}", problems)

    @classmethod
    def parse(cls, text: str) -> Desk:
        """Read ``business:share=0.15,service-minutes=18,counters=2``.

        ``minimum-heads`` and ``vip-service-minutes`` may be among them, in any order.
        """
        skill, colon, rest = text.partition(":")
        given = {name.strip(): value for name, _, value in (part.partition("=") for part in rest.split(","))}
        needed = {"share", "service-minutes", "counters"}
        if not colon or not needed <= given.keys() <= needed | {"minimum-heads", "vip-service-minutes"}:
            more = "minimum-heads=1 and vip-service-minutes=25 may follow"
            raise InputError("desk", [f"{text!r}: write {DESK_FORM}; {more}"])
        try:
            return cls(
                skill.strip(),
                float(given["share"]),
                float(given["service-minutes"]),
                int(given["counters"]),
                int(given.get("minimum-heads", "1")),
                float(given["vip-service-minutes"]) if "vip-service-minutes" in given else None,
            )
        except ValueError:
            whole = "share and minutes are numbers, counters and minimum-heads whole ones"
            raise InputError("desk", [f"{text!r}: {whole}, as in {DESK_FORM}"]) from None

    def __str__(self) -> str:
        vip = "" if self.vip_service_minutes is None else f",vip-service-minutes={self.vip_service_minutes:g}"
        return (
            f"{self.skill}:share={self.share:g},service-minutes={self.service_minutes:g},counters={self.counters},"
            f"minimum-heads={self.minimum_heads}{vip}"
        )


def general_share(desks: Sequence[Desk]) -> float:
    """Share of a hall's customers that its desks leave to the general one."""
    return 1.0 - sum(desk.share for desk in desks)


def desk_problems(desks: Sequence[Desk]) -> Iterator[str]:
    """Why desks cannot stand beside the general one and each other, a sentence each."""
    skills = [COUNTER_SKILL, *(desk.skill for desk in desks)]
    yield from (
        f"{skill} is there twice: name each skill once" for skill in dict.fromkeys(skills) if skills.count(skill) > 1
    )
    if general_share(desks) <= 0:
        yield "their shares add up to 1 or more: leave some customers to the general desk"
    if len(desks) > MOST_DESKS:
        yield f"{len(desks)} desks beside the general one: at most {MOST_DESKS} are planned"
