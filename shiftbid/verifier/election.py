"""The vote: ballots counted again, ties broken again, the adopted menu, and each menu's proof that it covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from shiftbid.verifier.cover import Slot, cover_of
from shiftbid.verifier.election_record import ElectionRecord, MenuRecord
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.hashes import sha256_text
from shiftbid.verifier.rows import TemplateRow
from shiftbid.verifier.spells import template_spell

METHOD = "approval"
TOLERANCE = 1e-6


def check_election(election: ElectionRecord) -> Iterator[VerifierFinding]:
    """Check what an election's record says by itself."""
    hall = election.hall
    menus = {menu.id for menu in election.menus}
    if election.method != METHOD:
        yield _election("ELECTION-METHOD", f"Hall {hall}: the voting method {election.method!r} is not known here.")
        return
    for ballot, times in Counter(each.id for each in election.ballots).items():
        if times > 1:
            yield _election("ELECTION-BALLOT", f"Hall {hall}: ballot {ballot} stands {times} times.")
    for ballot in election.ballots:
        if len(set(ballot.approved)) != len(ballot.approved) or set(ballot.approved) - menus:
            yield _election(
                "ELECTION-BALLOT",
                f"Hall {hall}: ballot {ballot.id} approves a menu twice or one that is not put to the vote.",
            )
    counted = Counter(menu for ballot in election.ballots for menu in set(ballot.approved))
    for menu in sorted(menus | set(election.tally)):
        if election.tally.get(menu) != counted[menu] or menu not in menus:
            said = election.tally.get(menu)
            yield _election(
                "ELECTION-TALLY",
                f"Hall {hall}: the ballots give menu {menu} {counted[menu]} approvals; the tally says "
                f"{'nothing of it' if said is None else f'{said:g}'}.",
            )
    winner = min(menus, key=lambda menu: (-counted[menu], sha256_text(f"{election.seed}|{menu}".encode())), default="")
    if election.adopted != winner:
        yield _election(
            "ELECTION-ADOPTED",
            f"Hall {hall}: the ballots and tie numbers adopt menu {winner}; the record says {election.adopted}.",
        )
    for menu in election.menus:
        yield from _menu_claims(election, menu)


def _menu_claims(election: ElectionRecord, menu: MenuRecord) -> Iterator[VerifierFinding]:
    if menu.missing_half_hours > election.tolerance_half_hours + TOLERANCE:
        yield _cover(
            "COVER-TOLERANCE",
            f"Hall {election.hall}: menu {menu.id} leaves {menu.missing_half_hours:g} head half-hours missing; "
            f"at most {election.tolerance_half_hours:g} may be on the ballot.",
        )
    if menu.objective is not None and menu.bound is not None and menu.bound > menu.objective + TOLERANCE:
        yield _cover(
            "COVER-BOUND",
            f"Hall {election.hall}: menu {menu.id} claims the bound {menu.bound:g} above its value {menu.objective:g}.",
        )
    foreign = sorted({use.template for use in menu.use} - set(menu.templates))
    if foreign:
        yield _cover(
            "COVER-MENU",
            f"Hall {election.hall}: menu {menu.id} is proven with templates that it does not have: "
            f"{', '.join(foreign)}.",
        )
    if any(use.heads < 0 or use.heads != int(use.heads) for use in menu.use):
        yield _cover("COVER-MENU", f"Hall {election.hall}: menu {menu.id} uses a number of heads that is not whole.")


def check_menus(
    election: ElectionRecord, templates: Sequence[TemplateRow], slots: Sequence[Slot], zone: ZoneInfo
) -> Iterator[VerifierFinding]:
    """Compare an election with ``templates.csv`` and ``demand.csv``.

    Parameters
    ----------
    templates, slots
        Those of the election's hall.
    """
    by_id = {template.template: template for template in templates}
    for menu in election.menus:
        unknown = sorted({*menu.templates, *(use.template for use in menu.use)} - set(by_id))
        if unknown:
            yield _election(
                "ELECTION-TEMPLATE",
                f"Hall {election.hall}: templates.csv lacks {', '.join(unknown)} of menu {menu.id}.",
            )
        else:
            yield from _menu_cover(election, menu, by_id, slots, zone)
    adopted = next((set(menu.templates) for menu in election.menus if menu.id == election.adopted), set[str]())
    for template in templates:
        if template.adopted != (template.template in adopted):
            belongs = "belongs" if template.template in adopted else "does not belong"
            yield _election(
                "ELECTION-TEMPLATE",
                f"Hall {election.hall}: template {template.template} {belongs} to the adopted menu "
                f"{election.adopted}, but templates.csv says adopted = {str(template.adopted).lower()}.",
            )


def _menu_cover(
    election: ElectionRecord,
    menu: MenuRecord,
    templates: dict[str, TemplateRow],
    slots: Sequence[Slot],
    zone: ZoneInfo,
) -> Iterator[VerifierFinding]:
    used = [(template_spell(templates[use.template], use.day, "", zone), int(use.heads)) for use in menu.use]
    cover = cover_of(slots, used)
    paid = sum(templates[use.template].paid_minutes * int(use.heads) for use in menu.use)
    for what, said, found in (
        ("head half-hours missing", menu.missing_half_hours, cover.missing_half_hours),
        ("head half-hours surplus", menu.surplus_half_hours, cover.surplus_half_hours),
        ("paid minutes", menu.paid_minutes, paid),
    ):
        if abs(said - found) > TOLERANCE:
            yield _cover(
                "COVER-MENU",
                f"Hall {election.hall}: menu {menu.id} claims {said:g} {what}; its use and demand.csv give {found:g}.",
            )


def _election(rule: str, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.ELECTION, rule, "", "", sentence)


def _cover(rule: str, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.COVER, rule, "", "", sentence)
