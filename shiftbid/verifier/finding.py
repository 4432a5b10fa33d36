"""What the second opinion says: findings, one plain sentence each, and whether everything holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Which part of what was published a finding is about."""

    HASH = "hash"
    FILE = "file"
    ROSTER = "roster"
    LAW = "law"
    COVER = "cover"
    ELECTION = "election"
    ROUND = "round"
    CERTIFICATE = "certificate"
    TOIL = "toil"
    PAYROLL = "payroll"


@dataclass(frozen=True, slots=True)
class VerifierFinding:
    """One thing that does not hold.

    Attributes
    ----------
    rule
        Id of the working-time rule as the packs have it, or of the verifier's own check (docs/verify.md lists them).
    employee, date
        Whom and which day (ISO 8601) it is about; empty where it is about nobody or no single day.
    """

    kind: Kind
    rule: str
    employee: str
    date: str
    sentence: str


class UnreadableRecord(Exception):
    """Something that must be read to verify cannot be read; every problem found is listed."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Verification:
    """Outcome of a verification: findings in order of kind, date and employee."""

    findings: tuple[VerifierFinding, ...]

    @classmethod
    def of(cls, findings: Iterable[VerifierFinding]) -> Verification:
        """Sort the findings; a finding made twice is kept once."""
        return cls(tuple(sorted(set(findings), key=lambda f: (f.kind.value, f.date, f.employee, f.rule, f.sentence))))

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def as_json(self) -> dict[str, object]:
        """Give the object that ``shiftbid verify --json`` prints."""
        return {
            "ok": self.ok,
            "findings": [
                {
                    "kind": each.kind.value,
                    "rule": each.rule,
                    "employee": each.employee,
                    "date": each.date,
                    "sentence": each.sentence,
                }
                for each in self.findings
            ],
        }
