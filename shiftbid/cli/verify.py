"""``shiftbid verify``: re-check what was published."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import BAD_INPUT, BROKEN, reported_errors
from shiftbid.cli.poll_options import Url
from shiftbid.cli.progress_line import progress_on_terminal
from shiftbid.services.application import Application
from shiftbid.services.replay import Replay, ReplayOrder


def verify(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="DIR_OR_RECORD", help="A published folder, or one of its records.")],
    replay: Annotated[
        bool,
        typer.Option("--replay", help="Count votes and solve bidding rounds again too, and compare byte for byte."),
    ] = False,
    url: Url = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Re-check published files by plain arithmetic: hashes, law, cover, vote, award, certificate, TOIL, pay.

    With --replay each vote is counted and each award solved again, on the inputs of --url, the folder's or the embedded
    database.
    """
    from shiftbid.verifier import UnreadableRecord
    from shiftbid.verifier import verify as verify_published

    try:
        verification = verify_published(path)
    except UnreadableRecord as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(BAD_INPUT) from error
    replays: Sequence[Replay] = ()
    if replay:
        application: Application = context.obj
        with reported_errors(), progress_on_terminal("replay") as listener:
            replays = application.replay(ReplayOrder(path, url), listener)
    if as_json:
        told = {"replay": [_replay_object(each) for each in replays]} if replay else {}
        sys.stdout.write(json.dumps({**verification.as_json(), **told}, ensure_ascii=False) + "\n")
    else:
        for finding in verification.findings:
            sys.stdout.write(f"{finding.kind} {finding.rule}: {finding.sentence}\n")
        count = len(verification.findings)
        sys.stdout.write("Everything checks.\n" if verification.ok else f"{count} findings.\n")
        for each in replays:
            sys.stdout.writelines(f"{line}\n" for line in _replay_lines(each))
    if not verification.ok or any(each.differences for each in replays):
        raise typer.Exit(BROKEN)


def _replay_lines(replay: Replay) -> Sequence[str]:
    if not replay.differences:
        return [f"Replay of {replay.hall}: the same {replay.what}, byte for byte."]
    versions = [f"versions differ, so that the {replay.what} may: {each}" for each in replay.versions]
    return [f"Replay of {replay.hall}, {replay.what}: {each}" for each in (*versions, *replay.differences)]


def _replay_object(replay: Replay) -> dict[str, object]:
    return {
        "what": replay.what.value,
        "hall": replay.hall,
        "versions": list(replay.versions),
        "differences": list(replay.differences),
    }
