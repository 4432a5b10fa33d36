"""Proposals of templates as people write and read them; loads nothing that judges them."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.proposal import Proposal, ProposalVerdict


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A template as people write it.

    Attributes
    ----------
    start, end
        ``HH:MM``; an end not after the start is on the next day.
    breaks
        ``HH:MM/minutes/paid|unpaid`` joined by ``;``; empty for none.
    weekdays
        Days on which it may run, 0 is Monday.
    """

    start: str
    end: str
    breaks: str
    weekdays: frozenset[int]
    skill: str


@dataclass(frozen=True, slots=True)
class JudgedProposal:
    """A proposal, and what it would cover of the hall's latest published demand.

    Attributes
    ----------
    covered_half_hours, demand_half_hours
        Half-hours with demand of its skill that a head on it covers, each day it runs, and all of them; 0 of 0 before
        anything was published.
    verdict
        What the latest vote that knows it said; None while it waits for the next.
    """

    proposal: Proposal
    covered_half_hours: int
    demand_half_hours: int
    verdict: ProposalVerdict | None
