"""Words of the window's language for votes and bidding rounds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from shiftbid.domain.ballot import Answer, Origin, VoteMethod
from shiftbid.domain.bid import BidLevel
from shiftbid.domain.poll import Poll, PollState
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak
from shiftbid.domain.timeline import DAYS_PER_WEEK, format_minute, local_day
from shiftbid.services.poll_sheets import RoundSheet, VoteSheet
from shiftbid.ui.locale_text import clock_text, day_text, period_text
from shiftbid.ui.template_names import given_name, hours_with_name, template_name

LEVEL_SIGNS = {BidLevel.WANT: "♥ 3", BidLevel.LIKE: "+1", BidLevel.NEUTRAL: "·", BidLevel.AVOID: "−1"}
"""What stands on a tile: the points, with a sign, so that no colour is needed."""


def moment_text(moment: int, zone: str) -> str:
    """Day and wall clock of an instant: ``Mon 2 Nov 18:00``."""
    return f"{day_text(local_day(moment, zone))} {clock_text(moment, zone)}"


def state_word(state: PollState) -> str:
    """Where a vote or round stands."""
    match state:
        case PollState.OPEN:
            return QCoreApplication.translate("Polls", "open")
        case PollState.CLOSED:
            return QCoreApplication.translate("Polls", "closed")
        case PollState.LAPSED:
            return QCoreApplication.translate("Polls", "lapsed: too few took part")
        case PollState.COUNTED:
            return QCoreApplication.translate("Polls", "counted")
        case PollState.REVEALED:
            return QCoreApplication.translate("Polls", "closed, the bids are open")
        case PollState.AWARDED:
            return QCoreApplication.translate("Polls", "awarded")
        case PollState.FINAL:
            return QCoreApplication.translate("Polls", "final")
        case PollState.WITHDRAWN:
            return QCoreApplication.translate("Polls", "withdrawn")


def vote_method_word(method: VoteMethod) -> str:
    """How ballots elect templates."""
    match method:
        case VoteMethod.PROPORTIONAL:
            return QCoreApplication.translate("Polls", "proportional approval voting")
        case VoteMethod.PHRAGMEN:
            return QCoreApplication.translate("Polls", "sequential Phragmén")
        case VoteMethod.EQUAL_SHARES:
            return QCoreApplication.translate("Polls", "equal shares")


def standing_text(sheet: VoteSheet | RoundSheet, now: int) -> str:
    """Period, state with deadline, and turnout."""
    poll = sheet.poll
    return " · ".join(
        (
            period_text(poll.period),
            _state_text(poll, sheet.zone, now),
            QCoreApplication.translate("Polls", "{took} of {staff} people have taken part").format(
                took=sheet.took_part, staff=sheet.staff
            ),
        )
    )


def takes_entries(poll: Poll, now: int) -> bool:
    """Whether ballots or bids are still taken at an instant."""
    return poll.refusal_of_entry_at(now) is None


def answer_word(answer: Answer | None) -> str:
    """What a person says of a choice, with a sign before it."""
    match answer:
        case Answer.WANT:
            return QCoreApplication.translate("Polls", "♥ want")
        case Answer.ACCEPT:
            return QCoreApplication.translate("Polls", "✓ can live with")
        case Answer.CANNOT:
            return QCoreApplication.translate("Polls", "✗ cannot")
        case None:
            return QCoreApplication.translate("Polls", "no answer")


def level_word(level: BidLevel) -> str:
    """How much something is wished for."""
    match level:
        case BidLevel.WANT:
            return QCoreApplication.translate("Polls", "want (3 points)")
        case BidLevel.LIKE:
            return QCoreApplication.translate("Polls", "like (1 point)")
        case BidLevel.NEUTRAL:
            return QCoreApplication.translate("Polls", "neutral")
        case BidLevel.AVOID:
            return QCoreApplication.translate("Polls", "avoid (−1 point)")


def wished_text(template: str | None, day: date) -> str:
    """What a bid is for: a template, or the day off, on a day."""
    what = template_name(template) if template else QCoreApplication.translate("Polls", "day off")
    return f"{day_text(day)}: {what}"


def template_text(template: ShiftTemplate) -> str:
    """Hours and name of a template: ``09:00–17:00 (early-8h)``."""
    hours = f"{format_minute(template.start_minute)}–{format_minute(template.end_minute)}"
    return hours_with_name(hours, template.id)


def hours_and_breaks(template: ShiftTemplate) -> str:
    """Hours of a template with its breaks: ``09:00–17:00 · break 12:00–12:30, unpaid``."""
    hours = f"{format_minute(template.start_minute)}–{format_minute(template.end_minute)}"
    return " · ".join((hours, *map(_break_text, template.breaks)))


def whole_template_text(template: ShiftTemplate) -> str:
    """All of a template on a ballot: the name it was given, hours, breaks, and its days where not every day."""
    days = weekdays_text(template.weekdays) if len(template.weekdays) < DAYS_PER_WEEK else ""
    return " · ".join(filter(None, (given_name(template.id), hours_and_breaks(template), days)))


def _break_text(pause: TemplateBreak) -> str:
    span = f"{format_minute(pause.start_minute)}–{format_minute(pause.start_minute + pause.minutes)}"
    if pause.paid:
        return QCoreApplication.translate("Polls", "break {span}, paid").format(span=span)
    return QCoreApplication.translate("Polls", "break {span}, unpaid").format(span=span)


def weekdays_text(weekdays: Iterable[int]) -> str:
    """Days of the week, 0 is Monday: ``Mon Wed``; a word for all seven."""
    days = sorted(weekdays)
    if len(days) == DAYS_PER_WEEK:
        return QCoreApplication.translate("Polls", "every day")
    return " ".join(QLocale().standaloneDayName(day + 1, QLocale.FormatType.ShortFormat) for day in days)


def origin_word(origin: Origin) -> str:
    """Why a template is put to the vote."""
    match origin:
        case Origin.MENU:
            return QCoreApplication.translate("Polls", "covers the demand with few templates")
        case Origin.USEFUL:
            return QCoreApplication.translate("Polls", "saves hours, or widens the choice of times")
        case Origin.PROPOSAL:
            return QCoreApplication.translate("Polls", "somebody proposed it")


def reason_word(reason: str) -> str:
    """Why a bid was not honoured, in a word; reasons of later records keep their own name."""
    match reason:
        case "law":
            return QCoreApplication.translate("Polls", "a rule forbids it")
        case "cover":
            return QCoreApplication.translate("Polls", "demand would stay uncovered")
        case "time_off":
            return QCoreApplication.translate("Polls", "a day off in lieu could not be given back")
        case "contract":
            return QCoreApplication.translate("Polls", "contract hours would be missed")
        case "person":
            return QCoreApplication.translate("Polls", "somebody else would lose more")
        case "weighed":
            return QCoreApplication.translate("Polls", "your other wishes, or an even burden")
        case "tie":
            return QCoreApplication.translate("Polls", "equal; decided by lot")
        case _:
            return reason


def _state_text(poll: Poll, zone: str, now: int) -> str:
    until = moment_text(poll.deadline, zone)
    if poll.state is not PollState.OPEN:
        return state_word(poll.state)
    if now < poll.deadline:
        return QCoreApplication.translate("Polls", "open until {moment}").format(moment=until)
    return QCoreApplication.translate("Polls", "ended {moment}, waits for the trustee").format(moment=until)
