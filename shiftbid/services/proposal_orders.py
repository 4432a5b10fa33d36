"""What people ask to have done with proposals of templates."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.services.proposal_text import TemplateText


@dataclass(frozen=True, slots=True)
class ProposeTemplate:
    """Propose a template for the next vote of a hall; gives the `JudgedProposal`."""

    hall: str
    text: TemplateText


@dataclass(frozen=True, slots=True)
class CommentOnProposal:
    """Say what one thinks of a proposal; gives the `Proposal`."""

    hall: str
    number: int
    text: str


ProposalOrder = ProposeTemplate | CommentOnProposal
