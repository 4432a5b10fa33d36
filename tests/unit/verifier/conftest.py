"""A small published folder for each test, written once a session for each scene and copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.verifier.published_folder import Scene
from tests.unit.verifier.published_plan import write_plan

FolderOf = Callable[[Scene], Path]


@pytest.fixture(scope="session")
def written_plans(tmp_path_factory: pytest.TempPathFactory) -> FolderOf:
    plans: dict[Scene, Path] = {}

    def folder(scene: Scene) -> Path:
        if scene not in plans:
            plans[scene] = write_plan(tmp_path_factory.mktemp("plan"), scene)
        return plans[scene]

    return folder


@pytest.fixture
def folder_of(written_plans: FolderOf, tmp_path: Path) -> FolderOf:
    """Give a scene's folder to spoil."""

    def folder(scene: Scene) -> Path:
        return Path(shutil.copytree(written_plans(scene), tmp_path / "published"))

    return folder


@pytest.fixture
def folder(folder_of: FolderOf) -> Path:
    """The plan of the house pack in Auckland, two ordinary weeks from Monday 2 November 2026."""
    return folder_of(Scene())
