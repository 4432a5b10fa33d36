"""Why something asked for was refused, in the window's language.

Services say it in English, as the command line shows it. Their sentences are known here by form: what fills a form is
put into the form's translation. A sentence of another form stays as it is.
"""

from __future__ import annotations

import re
from functools import cache, reduce

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from shiftbid.ui.locale_text import rules_language

CONTEXT = "Failures"
FORMS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Failures", "The name or the PIN is wrong."),
    QT_TRANSLATE_NOOP(
        "Failures",
        "After {count} failed attempts this name is locked for {minutes} minutes: wait, or ask a manager to reset "
        "the PIN.",
    ),
    QT_TRANSLATE_NOOP("Failures", "Only a {roles} may do this; {name} is signed in as {role}."),
    QT_TRANSLATE_NOOP("Failures", "Only a {role} may do this: sign in as one."),
    QT_TRANSLATE_NOOP("Failures", "the name is empty: give the name that the person types to sign in"),
    QT_TRANSLATE_NOOP("Failures", "staff vote and bid as an employee: give the employee's id"),
    QT_TRANSLATE_NOOP("Failures", "staff vote and bid as an employee: choose the employee"),
    QT_TRANSLATE_NOOP("Failures", "a PIN has {least} to {most} digits or letters; this one has {count}"),
    QT_TRANSLATE_NOOP("Failures", "a PIN of one repeated character is too easy to guess: choose another"),
    QT_TRANSLATE_NOOP("Failures", "the PIN is the name: choose another"),
    QT_TRANSLATE_NOOP("Failures", "is the only manager: make somebody else a manager first"),
    QT_TRANSLATE_NOOP("Failures", "is not known: check the name, or add the user"),
    QT_TRANSLATE_NOOP("Failures", "must be a {role}, so that somebody can add the others"),
    QT_TRANSLATE_NOOP(
        "Failures",
        "{name} {obstacle}, and so does not decide appeal {number}: another hall's manager, "
        "a payroll clerk or the round's trustee does.",
    ),
    QT_TRANSLATE_NOOP("Failures", "raised or answered it"),
    QT_TRANSLATE_NOOP("Failures", "manages the hall or held its round"),
    QT_TRANSLATE_NOOP("Failures", "is neither a manager, a payroll clerk nor the round's trustee"),
    QT_TRANSLATE_NOOP("Failures", "appeal {number} about it is not decided yet"),
    QT_TRANSLATE_NOOP("Failures", "say in a sentence what is wrong"),
    QT_TRANSLATE_NOOP("Failures", "there is no shift {shift}: write TEMPLATE:DATE of an adopted template"),
    QT_TRANSLATE_NOOP("Failures", "{name} raised appeal {number}: another manager answers it."),
    QT_TRANSLATE_NOOP("Failures", "give the reason for the decision; the person reads it"),
    QT_TRANSLATE_NOOP("Failures", "is no appeal"),
    QT_TRANSLATE_NOOP("Failures", "{name} is no employee, and so wishes for no shifts."),
    QT_TRANSLATE_NOOP("Failures", "stands on vote {vote}, which does not count: withdraw the round"),
    QT_TRANSLATE_NOOP("Failures", "is {state}: close it first"),
    QT_TRANSLATE_NOOP("Failures", "there is no hall {hall}; known: {known}"),
    QT_TRANSLATE_NOOP("Failures", "{template} is not put to the vote; there are {known}"),
    QT_TRANSLATE_NOOP("Failures", "is {state}: a counted vote is needed"),
    QT_TRANSLATE_NOOP(
        "Failures",
        "{name} manages the hall and may not hold the key to its boxes: name somebody else, such as "
        "another hall's manager or a payroll clerk.",
    ),
    QT_TRANSLATE_NOOP("Failures", "{name} holds the key of {kind} {poll}, and so gives nothing to it."),
    QT_TRANSLATE_NOOP("Failures", "{name} is not on the staff list of hall {hall}, whose {kind} this is."),
    QT_TRANSLATE_NOOP("Failures", "the deadline has to lie before the period begins"),
    QT_TRANSLATE_NOOP("Failures", "Only the trustee of {kind} {poll} may close it."),
    QT_TRANSLATE_NOOP("Failures", "{refused} The key lies under the PIN that {name} had at the opening."),
    QT_TRANSLATE_NOOP("Failures", "is {state}: withdraw it before you open another"),
    QT_TRANSLATE_NOOP("Failures", "{hall} has no {kind}{when}; open one first"),
    QT_TRANSLATE_NOOP("Failures", "give the reason for which it is withdrawn"),
    QT_TRANSLATE_NOOP("Failures", "is open until its deadline: close it after that"),
    QT_TRANSLATE_NOOP("Failures", "is {state}: its key is destroyed"),
    QT_TRANSLATE_NOOP(
        "Failures",
        "the hall's details were changed since the vote: change them back, or withdraw the vote and open another",
    ),
    QT_TRANSLATE_NOOP(
        "Failures", "{employee} bid, but is on the staff list no more: put them back, with the day on which they leave"
    ),
    QT_TRANSLATE_NOOP("Failures", "is {state}: only a closed round is awarded, once"),
    QT_TRANSLATE_NOOP("Failures", "overlaps {what} from {start} to {end}"),
    QT_TRANSLATE_NOOP("Failures", "ends before it starts"),
    QT_TRANSLATE_NOOP("Failures", "is not on the staff list of hall {hall}"),
    QT_TRANSLATE_NOOP("Failures", "Only {employee} or a manager may do this."),
    QT_TRANSLATE_NOOP("Failures", "Only a manager may answer requests."),
    QT_TRANSLATE_NOOP("Failures", "leave ({kind})"),
    QT_TRANSLATE_NOOP("Failures", "there is no such request"),
    QT_TRANSLATE_NOOP("Failures", "{name} is neither on the staff list of hall {hall} nor a manager."),
    QT_TRANSLATE_NOOP("Failures", "hall {hall} has no desk for {skill}: choose one of {skills}"),
    QT_TRANSLATE_NOOP(
        "Failures", "covers no half-hour in which the hall is staffed: choose times and days when it is open"
    ),
    QT_TRANSLATE_NOOP("Failures", "{template} is proposed already, as number {number}: comment on that"),
    QT_TRANSLATE_NOOP("Failures", "write 1 to {most} characters, got {count}"),
    QT_TRANSLATE_NOOP("Failures", "give at least one weekday"),
    QT_TRANSLATE_NOOP("Failures", "{name} is no employee, and so bids for no shifts."),
    QT_TRANSLATE_NOOP("Failures", "name a colleague: everybody bids for themselves anyway"),
    QT_TRANSLATE_NOOP(
        "Failures", "{employee} has not consented that {name} bids for them: `shiftbid round proxy` does."
    ),
    QT_TRANSLATE_NOOP("Failures", "the deadline does not lie in the future: give a later one"),
    QT_TRANSLATE_NOOP("Failures", "nothing was counted in {hall} before the period: import its footfall first"),
    QT_TRANSLATE_NOOP("Failures", "a quorum of {quorum} is more than the {staff} people of {hall}"),
    QT_TRANSLATE_NOOP("Failures", "Exchange {number} does not wait for {name}: {told}."),
    QT_TRANSLATE_NOOP("Failures", "{name} takes part in exchange {number}: another manager approves it."),
    QT_TRANSLATE_NOOP("Failures", "Only whoever opened {kind} {number} takes it back."),
    QT_TRANSLATE_NOOP("Failures", "cannot be approved: {told}"),
    QT_TRANSLATE_NOOP("Failures", "give the reason for which it is refused"),
    QT_TRANSLATE_NOOP("Failures", "nobody gives {shift} away, and no heads are missing on it"),
    QT_TRANSLATE_NOOP("Failures", "{shift} is the person's own already"),
    QT_TRANSLATE_NOOP("Failures", "it waits for {names}"),
    QT_TRANSLATE_NOOP("Failures", "it waits for a manager"),
    QT_TRANSLATE_NOOP("Failures", "it waits for nobody"),
    QT_TRANSLATE_NOOP("Failures", "{name} has {shift} already"),
    QT_TRANSLATE_NOOP("Failures", "{name} was not on the staff list of {hall} when its roster was published."),
    QT_TRANSLATE_NOOP("Failures", "{count} shifts are asked for; name at most {most}"),
    QT_TRANSLATE_NOOP("Failures", "{name} does not have shift {shift}"),
    QT_TRANSLATE_NOOP("Failures", "{shift} is pinned to {name}: a manager has to release it first"),
    QT_TRANSLATE_NOOP("Failures", "{shift} of {name} is part of exchange {number}, not yet decided"),
    QT_TRANSLATE_NOOP("Failures", "{shift} has begun already"),
    QT_TRANSLATE_NOOP("Failures", "there is none of this name"),
    QT_TRANSLATE_NOOP("Failures", "is {state}: nothing more is done with it"),
    QT_TRANSLATE_NOOP("Failures", "it is offered already, in offer {number}: withdraw that first"),
    QT_TRANSLATE_NOOP("Failures", "no heads are missing there any more"),
    QT_TRANSLATE_NOOP("Failures", "is {state}: shifts are exchanged between award and final"),
    QT_TRANSLATE_NOOP("Failures", "{name} was first and has {shift} by exchange {number} ({state})"),
    QT_TRANSLATE_NOOP("Failures", "it would leave {count} more head half-hours of the demand uncovered"),
    QT_TRANSLATE_NOOP("Failures", "{count} quarter hours of the certificate would no longer keep the promise"),
    QT_TRANSLATE_NOOP("Failures", "{sentence} {rule} ({article}): {days} short."),
    QT_TRANSLATE_NOOP(
        "Failures", "The roster from {first} on would be known {given} days before; the hall has agreed {agreed}."
    ),
    QT_TRANSLATE_NOOP("Failures", "{template} on {day} ({start}-{end})"),
    QT_TRANSLATE_NOOP("Failures", "nothing is published for {hall} from {first} to {last}"),
    QT_TRANSLATE_NOOP("Failures", "{employee} no longer has shift {shift}"),
    QT_TRANSLATE_NOOP("Failures", "{run} is locked; open it again with a reason first"),
    QT_TRANSLATE_NOOP("Failures", "{run} is locked and shares days with {first} to {last}"),
    QT_TRANSLATE_NOOP("Failures", "run {number} of hall {hall} for {first} to {last}"),
    QT_TRANSLATE_NOOP("Failures", "{who} clocked hours, but was on no staff list when the roster was published"),
    QT_TRANSLATE_NOOP("Failures", "give the reason; it is kept with the run"),
    QT_TRANSLATE_NOOP("Failures", "nothing is locked in hall {hall} for {first} to {last}"),
    QT_TRANSLATE_NOOP(
        "Failures", "version {now} was published since version {base} was opened; open it and make the changes there"
    ),
    QT_TRANSLATE_NOOP("Failures", "version {version} is locked; reopen the period first"),
    QT_TRANSLATE_NOOP("Failures", "nothing differs from version {version}; change a shift first"),
    QT_TRANSLATE_NOOP(
        "Failures",
        "{employee} can no longer pay for the day off in lieu on {day}: the minutes were spent since; plan the "
        "period again",
    ),
    QT_TRANSLATE_NOOP("Failures", "{employee} is on no staff list; add the person to one and import it"),
    QT_TRANSLATE_NOOP(
        "Failures", "hall {hall} has no published roster for {days}; publish one or choose another period"
    ),
    QT_TRANSLATE_NOOP("Failures", "1 day"),
    QT_TRANSLATE_NOOP("Failures", "{count} days"),
    QT_TRANSLATE_NOOP("Failures", "agreed notice"),
    QT_TRANSLATE_NOOP("Failures", "terms of {hall}"),
    QT_TRANSLATE_NOOP("Failures", "round {id}"),
    QT_TRANSLATE_NOOP("Failures", "vote {id}"),
    QT_TRANSLATE_NOOP("Failures", "exchange {number}"),
    QT_TRANSLATE_NOOP("Failures", "request {id}"),
    QT_TRANSLATE_NOOP("Failures", "employee {id}"),
    QT_TRANSLATE_NOOP("Failures", "template {id}"),
    QT_TRANSLATE_NOOP("Failures", "user {name}"),
    QT_TRANSLATE_NOOP("Failures", "case {id}"),
    QT_TRANSLATE_NOOP("Failures", "offer of {shift}"),
    QT_TRANSLATE_NOOP("Failures", "claim of {shift}"),
)
"""Sentences with which services refuse, and what they say it of."""
WORDS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Failures", "vote"),
    QT_TRANSLATE_NOOP("Failures", "round"),
    QT_TRANSLATE_NOOP("Failures", "offer"),
    QT_TRANSLATE_NOOP("Failures", "exchange"),
    QT_TRANSLATE_NOOP("Failures", "appeal"),
    QT_TRANSLATE_NOOP("Failures", "comment"),
    QT_TRANSLATE_NOOP("Failures", "template"),
    QT_TRANSLATE_NOOP("Failures", "ballot"),
    QT_TRANSLATE_NOOP("Failures", "proxy"),
    QT_TRANSLATE_NOOP("Failures", "publication"),
    QT_TRANSLATE_NOOP("Failures", "roster"),
    QT_TRANSLATE_NOOP("Failures", "hall"),
    QT_TRANSLATE_NOOP("Failures", "pay run"),
    QT_TRANSLATE_NOOP("Failures", "first user"),
    QT_TRANSLATE_NOOP("Failures", "open"),
    QT_TRANSLATE_NOOP("Failures", "closed"),
    QT_TRANSLATE_NOOP("Failures", "lapsed"),
    QT_TRANSLATE_NOOP("Failures", "counted"),
    QT_TRANSLATE_NOOP("Failures", "revealed"),
    QT_TRANSLATE_NOOP("Failures", "awarded"),
    QT_TRANSLATE_NOOP("Failures", "final"),
    QT_TRANSLATE_NOOP("Failures", "withdrawn"),
    QT_TRANSLATE_NOOP("Failures", "answered"),
    QT_TRANSLATE_NOOP("Failures", "upheld"),
    QT_TRANSLATE_NOOP("Failures", "dismissed"),
    QT_TRANSLATE_NOOP("Failures", "done"),
    QT_TRANSLATE_NOOP("Failures", "refused"),
    QT_TRANSLATE_NOOP("Failures", "manager"),
    QT_TRANSLATE_NOOP("Failures", "staff"),
    QT_TRANSLATE_NOOP("Failures", "payroll"),
    QT_TRANSLATE_NOOP("Failures", "annual"),
    QT_TRANSLATE_NOOP("Failures", "sick"),
    QT_TRANSLATE_NOOP("Failures", "toil"),
    QT_TRANSLATE_NOOP("Failures", "unpaid"),
    QT_TRANSLATE_NOOP("Failures", "unavailable"),
)
"""Words that fill a form: kinds and states of what is refused, roles, kinds of leave."""
ADVICE: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Failures", "The law knows no exception: choose an earlier date or a later period."),
    QT_TRANSLATE_NOOP("Failures", "Choose an earlier date, or give the reason why it comes late."),
)
"""What to do about a refusal, said after it."""
ITEM = "  - "
OR = " or "
PROBLEMS = re.compile(r"(?P<source>.+): (?P<count>\d+) problems")


def told_failure(message: str) -> str:
    """Give the text of an error in the window's language, as far as its sentences are known."""
    return message if rules_language() == "en" else "\n".join(map(_line, message.split("\n")))


def _line(line: str) -> str:
    if line.startswith(ITEM):
        return ITEM + _said(line.removeprefix(ITEM))
    heading = PROBLEMS.fullmatch(line)
    if heading:
        return QCoreApplication.translate("Failures", "{source}: {count} problems").format(
            source=_said(heading["source"]), count=heading["count"]
        )
    return _said(line)


def _said(text: str) -> str:
    """A sentence; or what it is said of, and a sentence."""
    whole = _known(text)
    if whole is not None:
        return whole
    for colon in re.finditer(": ", text):
        of, what = text[: colon.start()], text[colon.end() :]
        told = _known(what)
        if told is not None:
            return QCoreApplication.translate("Failures", "{source}: {problem}").format(
                source=_known(of) or of, problem=told
            )
    return text


def _known(text: str) -> str | None:
    """The translation of a text whose form is known; None for others."""
    if text in WORDS:
        return QCoreApplication.translate(CONTEXT, text)
    for form, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found:
            filled = {name: _value(value) for name, value in found.groupdict().items()}
            return QCoreApplication.translate(CONTEXT, form).format(**filled)
    return _known_with_advice(text)


def _known_with_advice(text: str) -> str | None:
    """A sentence that is known, followed by one of what to do about it."""
    for advice in map(str, ADVICE):
        fault = _known(text.removesuffix(f" {advice}")) if text.endswith(f" {advice}") else None
        if fault is not None:
            return fault + QCoreApplication.translate(CONTEXT, advice)
    return None


def _value(text: str) -> str:
    """What fills a form: a sentence or word that is known, words joined by *or*, or text that stays as it is."""
    told = [_known(part) for part in text.split(OR)]
    joined = QCoreApplication.translate("Failures", "{one} or {other}")
    whole = _known(text) or text
    return reduce(lambda one, other: joined.format(one=one, other=other), map(str, told)) if all(told) else whole


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Forms as patterns, those that say most before those that would match more."""
    forms = sorted(map(str, FORMS), key=lambda form: -len(re.sub(r"{\w+}", "", form)))
    return tuple((form, re.compile(_pattern(form))) for form in forms)


def _pattern(form: str) -> str:
    """A form as a pattern; what fills it holds no colon with a space: that ends what a sentence is said of."""
    parts = re.split(r"{(\w+)}", form)
    return "".join(_filling(part) if place % 2 else re.escape(part) for place, part in enumerate(parts))


def _filling(name: str) -> str:
    ending = r"\." if name == "sentence" else ""
    return rf"(?P<{name}>(?:(?!: ).)+?{ending})"
