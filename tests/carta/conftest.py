"""The Carte that many tests read, made once."""

from pathlib import Path

import pytest

from tests.carta.making import Desk, Paper
from tests.projects import BASE, ROOT, project

AMBITI = ("seregno", "carate-brianza", "cinisello-balsamo")


@pytest.fixture(scope="session")
def base() -> Desk:
    """The small example catalogue, whose Carta has everything."""
    return Desk(BASE)


@pytest.fixture(scope="session")
def real() -> Desk:
    """The project's own catalogue."""
    return Desk(ROOT / "catalogue")


@pytest.fixture(scope="session", params=AMBITI)
def ambito(request: pytest.FixtureRequest) -> str:
    """Each real Ambito."""
    return str(request.param)


@pytest.fixture(scope="session")
def paper(real: Desk, ambito: str) -> Paper:
    """The printed Carta of an Ambito."""
    return Paper(real.press.carta(real.content(ambito)).pdf)


@pytest.fixture(scope="session")
def base_paper(base: Desk) -> Paper:
    """The printed Carta of the example."""
    return Paper(base.press.carta(base.content("valle")).pdf)


@pytest.fixture
def own(tmp_path: Path) -> Desk:
    """A copy of the example that a test may change."""
    return Desk(project(tmp_path) / "catalogue")
