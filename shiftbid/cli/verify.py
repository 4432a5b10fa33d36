"""``shiftbid verify``: re-check what was published."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import BAD_INPUT, BROKEN


def verify(
    path: Annotated[Path, typer.Argument(metavar="DIR_OR_RECORD", help="A published folder, or one of its records.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Re-check published files by plain arithmetic: hashes, law, cover, vote, award, certificate, TOIL, pay."""
    from shiftbid.verifier import UnreadableRecord
    from shiftbid.verifier import verify as verify_published

    try:
        verification = verify_published(path)
    except UnreadableRecord as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(BAD_INPUT) from error
    if as_json:
        sys.stdout.write(json.dumps(verification.as_json(), ensure_ascii=False) + "\n")
    else:
        for finding in verification.findings:
            sys.stdout.write(f"{finding.kind} {finding.rule}: {finding.sentence}\n")
        count = len(verification.findings)
        sys.stdout.write("Everything checks.\n" if verification.ok else f"{count} findings.\n")
    if not verification.ok:
        raise typer.Exit(BROKEN)
