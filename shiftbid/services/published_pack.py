"""The rule pack that a publication was planned under."""

from __future__ import annotations

from shiftbid.rules.book import RulePack, load_pack, pack_for_country
from shiftbid.services.ports import PublicationContext
from shiftbid.services.publication import HallPublication


def pack_of(publication: HallPublication, context: PublicationContext) -> RulePack:
    """Load the pack named in a publication's settings, or else that of the hall's place."""
    place = publication.hall.country, publication.hall.subdivision
    return load_pack(str(context.settings.get("pack") or pack_for_country(*place)), publication.roster.period.first)
