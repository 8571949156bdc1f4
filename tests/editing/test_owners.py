"""CODEOWNERS: who approves what, from the enti that answer for each scheda."""

import datetime
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, relate
from generator.editing.owners import FILE, Owners, OwnersError, codeowners
from generator.reading.reading import read_catalogue
from tests.projects import BASE, ROOT

DAY = datetime.date(2026, 6, 15)


def _catalogue(root: Path) -> Catalogue:
    return relate(read_catalogue(root, DAY), DAY)


@pytest.fixture(scope="module")
def base() -> Catalogue:
    return _catalogue(BASE)


def _rules(text: str) -> list[tuple[str, list[str]]]:
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return [(path, accounts) for path, *accounts in lines]


def test_the_committed_file_is_current() -> None:
    accounts = Owners.load(ROOT / "site_config" / "proprietari.yaml")
    assert (ROOT / FILE).read_text(encoding="utf-8") == codeowners(_catalogue(ROOT / "catalogue"), accounts)


def test_without_an_organisation_nobody_is_named(base: Catalogue) -> None:
    assert _rules(codeowners(base, Owners())) == []


def test_the_team_of_the_ambito_approves_what_no_ente_has_for_itself(base: Catalogue) -> None:
    owners = Owners("rete", ambiti={"valle": "ufficio-di-piano"})
    assert _rules(codeowners(base, owners)) == [
        ("*", ["@rete/redazione"]),
        ("/catalogue/valle/", ["@rete/ufficio-di-piano", "@rete/redazione"]),
    ]


def test_an_ente_with_an_account_approves_its_own_schede(base: Catalogue) -> None:
    owners = Owners("rete", enti={"associazione-porte-aperte": "@porte-aperte"})
    rules = dict(_rules(codeowners(base, owners)))
    everyone = ["@porte-aperte", "@rete/ambito-valle", "@rete/redazione"]
    assert rules["/catalogue/valle/sportelli/sportello-casa.yaml"] == everyone
    assert rules["/catalogue/enti/associazione-porte-aperte.yaml"][0] == "@porte-aperte"
    assert list(rules)[-1].startswith("/catalogue/valle/")  # the last rule that matches is the one that counts


@pytest.mark.parametrize("account", ["porte-aperte", "@porte aperte", "@x/y/z", "@-x", "@a @b", "@a\n* @b"])
def test_what_is_not_an_account_is_refused(tmp_path: Path, account: str) -> None:
    file = tmp_path / "proprietari.yaml"
    file.write_text(f"enti: {{ prova: {account!r} }}\n", encoding="utf-8")
    with pytest.raises(OwnersError):
        Owners.load(file)
