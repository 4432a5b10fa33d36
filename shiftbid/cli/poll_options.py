"""Options and prompts that votes and rounds share, and how a poll is shown."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from shiftbid.domain.ballot import Menu
from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import Poll
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import format_instant, format_minute
from shiftbid.services.poll_boxes import Credentials
from shiftbid.services.poll_desk import NewPoll, PollView

HallId = Annotated[str, typer.Option("--hall", help="Hall.")]
First = Annotated[
    datetime | None,
    typer.Option("--from", formats=["%Y-%m-%d"], help="First day of the period; the latest where left out."),
]
Manager = Annotated[str, typer.Option(help="Manager who does this; the PIN is asked for.")]
Trustee = Annotated[str, typer.Option(help="Who holds the key to the boxes; the PIN is asked for.")]
Until = Annotated[str, typer.Option(help="Deadline, such as 2026-01-05T18:00 on the hall's clock.")]
Person = Annotated[str, typer.Option("--as", help="Name under which you sign in; the PIN is asked for.")]
Reason = Annotated[str, typer.Option(help="Why; everybody can read it.")]
LateBecause = Annotated[str, typer.Option(help="Why the roster comes out later than the hall has agreed.")]
Url = Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


def asked(name: str) -> Credentials:
    """Ask for a person's PIN."""
    return Credentials(name, typer.prompt(f"PIN of {name}", hide_input=True, err=True))


def asked_opening(manager: str, trustee: str, until: str, late_because: str) -> NewPoll:
    """Ask the manager who opens and the trustee for their PINs."""
    return NewPoll(asked(manager), asked(trustee), until, late_because)


def day_text(first: datetime | None) -> str | None:
    """First day of a period as text."""
    return None if first is None else first.date().isoformat()


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")


def menu_lines(menu: Menu) -> str:
    """A menu with its templates, a line each."""
    return "\n".join((_menu_line(menu), *(f"  {_template_line(each)}" for each in menu.templates)))


def _offered_lines(view: PollView) -> Iterator[str]:
    """What a vote puts to the staff, with the menus to compare with; of a round, the menu that it is on."""
    paper = view.paper
    if paper is None:
        yield from map(menu_lines, view.menus)
        return
    yield (
        f"{paper.seats} of these templates are adopted, so that at most {paper.most_missing_half_hours} half-hours are"
        f" missing; method {paper.method}"
    )
    for each in paper.candidates:
        yield f"  {_template_line(each.template)}  {', '.join(each.menus) or each.origin.value}"
    yield from map(_menu_line, paper.menus)


def view_lines(view: PollView) -> str:
    """A poll in a few lines."""
    poll = view.poll
    lines = [
        f"{poll.kind.capitalize()} {poll.id}: {poll.state}",
        f"Deadline {format_instant(poll.deadline, view.zone)}; {view.took_part} of {view.staff} people took part",
        *([f"Awarded by method {view.method}"] if view.method else []),
        *([f"Nothing more is taken; it waits for {view.waits_for} to close it."] if view.waits_for else []),
        *_offered_lines(view),
    ]
    return "\n".join(lines)


def view_object(view: PollView) -> dict[str, Any]:
    """A poll as JSON: all that is public of it."""
    return {
        **poll_object(view.poll),
        "staff": view.staff,
        "took_part": view.took_part,
        "waits_for": view.waits_for,
        "menus": [
            {"id": menu.id, "title": menu.title, "templates": [each.id for each in menu.templates]}
            for menu in view.menus
        ],
        **view.offered,
    }


def _menu_line(menu: Menu) -> str:
    return (
        f"{menu.id}: {menu.title}; {menu.missing_half_hours} half-hours missing, {menu.paid_minutes // 60} hours paid"
    )


def _template_line(template: ShiftTemplate) -> str:
    times = f"{format_minute(template.start_minute)}-{format_minute(template.end_minute)}"
    return f"{template.id}  {times}  {'; '.join(str(pause) for pause in template.breaks) or 'no break'}"


def poll_object(poll: Poll) -> dict[str, Any]:
    """A poll's state and steps as JSON."""
    return {
        "poll": poll.id,
        "kind": poll.kind.value,
        "state": poll.state.value,
        "deadline": poll.deadline,
        "trustee": poll.trustee,
        "steps": [
            {"act": step.act.value, "by": step.by, "at": step.at, "content": json.loads(step.content)}
            for step in poll.steps
        ],
    }


def write_file(path: Path, content: bytes) -> None:
    """Write a file; InputError where that cannot be done."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(str(path), [f"cannot be written: {error.strerror}"]) from error


def write_json(value: dict[str, Any]) -> None:
    """Print a JSON object."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
