"""Proposals of templates over SQL: added, never changed or removed."""

from __future__ import annotations

import json
from collections.abc import Callable

from sqlalchemy import Connection, func, insert, select

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import InputError
from shiftbid.domain.proposal import Comment, Proposal
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.storage.bulk import grouped
from shiftbid.storage.repositories.halls import lock_hall
from shiftbid.storage.tables.accounts import UserRow
from shiftbid.storage.tables.proposals import ProposalCommentRow, TemplateProposalRow
from shiftbid.voting.ballot_paper import template_object, template_of


class SqlProposalRepository:
    """`shiftbid.services.proposal_port.ProposalRepository` over SQL."""

    def __init__(self, connection: Connection, clock: Callable[[], int]) -> None:
        self._connection = connection
        self._clock = clock

    def add(self, hall: str, by: str, template: ShiftTemplate) -> Proposal:
        """Put a proposal on record under the next number of its hall; InputError where hall or user are unknown."""
        lock_hall(self._connection, hall)
        self._refuse_unknown(by)
        earlier = select(func.count()).select_from(TemplateProposalRow).where(TemplateProposalRow.hall_id == hall)
        proposal = Proposal(hall, self._connection.scalars(earlier).one() + 1, by, self._clock(), template)
        self._connection.execute(
            insert(TemplateProposalRow).values(
                hall_id=hall,
                number=proposal.number,
                proposed_by=by,
                proposed_at=proposal.at,
                template_json=canonical_json(dict(template_object(template))),
            )
        )
        return proposal

    def comment(self, hall: str, number: int, by: str, text: str) -> Proposal:
        """Add a comment; gives the proposal with it. InputError where there is no such proposal."""
        lock_hall(self._connection, hall)
        self._refuse_unknown(by)
        found = next((each for each in self.of_hall(hall) if each.number == number), None)
        if found is None:
            raise InputError(f"proposal {number}", [f"hall {hall} has no such proposal: see the list of proposals"])
        self._connection.execute(
            insert(ProposalCommentRow).values(
                hall_id=hall,
                number=number,
                position=len(found.comments),
                given_by=by,
                given_at=self._clock(),
                text=text,
            )
        )
        return next(each for each in self.of_hall(hall) if each.number == number)

    def of_hall(self, hall: str) -> tuple[Proposal, ...]:
        """Every proposal of a hall with its comments, in the order of their numbers."""
        comments = grouped(
            (number, Comment(by, at, text))
            for number, by, at, text in self._connection.execute(
                select(
                    ProposalCommentRow.number,
                    ProposalCommentRow.given_by,
                    ProposalCommentRow.given_at,
                    ProposalCommentRow.text,
                )
                .where(ProposalCommentRow.hall_id == hall)
                .order_by(ProposalCommentRow.number, ProposalCommentRow.position)
            )
        )
        return tuple(
            Proposal(hall, number, by, at, template_of(json.loads(template)), comments.get(number, ()))
            for number, by, at, template in self._connection.execute(
                select(
                    TemplateProposalRow.number,
                    TemplateProposalRow.proposed_by,
                    TemplateProposalRow.proposed_at,
                    TemplateProposalRow.template_json,
                )
                .where(TemplateProposalRow.hall_id == hall)
                .order_by(TemplateProposalRow.number)
            )
        )

    def _refuse_unknown(self, user: str) -> None:
        if self._connection.scalars(select(UserRow.id).where(UserRow.id == user)).first() is None:
            raise InputError("proposal", [f"user {user} has no account here: add one first"])
