"""What the use cases of requests ask of storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from shiftbid.domain.request import RequestStep, TimeOffRequest


class RequestRepository(Protocol):
    """Requests for time off; they and their steps are added, never changed or removed."""

    def add(self, request: TimeOffRequest) -> None:
        """Add a request with its steps. InputError where its id is taken or the employee is unknown."""
        ...

    def add_step(self, before: TimeOffRequest, step: RequestStep) -> None:
        """Add a step behind those that the caller saw.

        Raises
        ------
        InputError
            There is no such request.
        StorageError
            It has more steps than the caller saw: somebody else acted on it meanwhile.
        """
        ...

    def get(self, request: str) -> TimeOffRequest | None:
        """Give the request of an id, or None."""
        ...

    def of_employee(self, employee: str) -> tuple[TimeOffRequest, ...]:
        """Requests of a person in order of their span and id."""
        ...

    def by_person(self, employees: Sequence[str]) -> Mapping[str, tuple[TimeOffRequest, ...]]:
        """Requests of many people at once, each person's in order of span and id; nothing for those without any."""
        ...
