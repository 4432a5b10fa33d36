"""What a spoilt folder must yield, in the form the tests compare."""

from __future__ import annotations

from pathlib import Path

from shiftbid.verifier import Kind, VerifierFinding, verify
from tests.unit.verifier.published_folder import write_chain


def found(folder: Path, kind: Kind) -> set[tuple[str, str, str]]:
    """Rule, employee and date of the findings of one kind, with all hashes in order."""
    return {(each.rule, each.employee, each.date) for each in all_found(folder) if each.kind is kind}


def all_found(folder: Path) -> tuple[VerifierFinding, ...]:
    """Every finding after the chain was written anew."""
    write_chain(folder)
    findings = verify(folder).findings
    assert not any(each.kind is Kind.HASH for each in findings)
    return findings
