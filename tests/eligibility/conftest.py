"""The project's own catalogue and its guides, read once."""

import datetime

import pytest

from generator.catalogue import Catalogue, relate
from generator.eligibility.guides import Guides
from generator.reading.problem import errors
from generator.reading.reading import Reading, read_catalogue
from generator.resources import first
from generator.site.context import Context
from generator.site.labels import Labels
from tests.projects import ROOT

DAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="session")
def reading() -> Reading:
    return read_catalogue(ROOT / "catalogue", DAY)


@pytest.fixture(scope="session")
def catalogue(reading: Reading) -> Catalogue:
    assert not errors(reading.problems)
    return relate(reading, DAY)


@pytest.fixture(scope="session")
def context(catalogue: Catalogue) -> Context:
    return Context(catalogue, Labels.load(first("site_config", "strings.yaml", ROOT)), {"nome": "Prova"})


@pytest.fixture(scope="session")
def guides(context: Context) -> Guides:
    return context.guides
