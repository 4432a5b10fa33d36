"""A set of templates with the heads that show how well it covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.solver.proof import Proof
from shiftbid.solver.template_cover import CoverProblem, missing_heads


@dataclass(frozen=True, slots=True)
class Adopted:
    """A set of templates, the heads of each of their uses, and the heads missing with it over all slots."""

    templates: frozenset[str]
    heads: Mapping[str, int]
    missing_heads: int


def adopted_by(cover: CoverProblem, proof: Proof) -> Adopted | None:
    """Read a set from the values of the columns for adopted templates and for heads; heads missing are counted anew."""
    if not proof.values:
        return None
    chosen = frozenset(template for template, value in zip(cover.templates, proof.values, strict=False) if value)
    heads = dict(zip((use.id for use in cover.uses), proof.values[len(cover.templates) :], strict=True))
    used = {use.id: heads[use.id] for use in cover.uses if use.template in chosen}
    return Adopted(chosen, used, missing_heads(cover, heads))
