"""Sites that many tests look at, built once a session."""

from pathlib import Path

import pytest

from tests.projects import ROOT, built


@pytest.fixture(scope="session")
def base_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small example catalogue."""
    return built(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own catalogue."""
    return built(tmp_path_factory.mktemp("real"), ROOT / "catalogue")
