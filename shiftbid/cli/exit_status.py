"""Exit status of the commands: 0 done; 1 done, but something published does not hold; 2 bad usage or bad input."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager

import typer

from shiftbid.domain.errors import AccessError, InputError, StorageError
from shiftbid.services.progress import Cancelled

BROKEN = 1
BAD_INPUT = 2
CANCELLED = 130


@contextmanager
def reported_errors() -> Generator[None]:
    """Print what the user or the machine's keeper can act on to stderr and leave with its status."""
    try:
        yield
    except (InputError, AccessError, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(BAD_INPUT) from error
    except (Cancelled, KeyboardInterrupt) as error:
        sys.stderr.write("Cancelled; nothing was changed.\n")
        raise typer.Exit(CANCELLED) from error
