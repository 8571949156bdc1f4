"""What a command reads of `mkdocs.yml`."""

from pathlib import Path

import pytest
from mkdocs.exceptions import ConfigurationError

from generator.building import configuration
from generator.settings import settings
from tests.projects import ROOT


def test_it_says_what_mkdocs_itself_would_say() -> None:
    config, plugin = configuration(ROOT / "mkdocs.yml")
    found = settings(ROOT / "mkdocs.yml")
    assert found.site_url == config.site_url
    assert found.catalogue == ROOT / plugin.config.catalogo


@pytest.mark.parametrize(
    ("plugins", "folder"),
    [
        ("[ambito]", "catalogue"),
        ("[search, ambito: {catalogo: dati}]", "dati"),
        ("{ambito: {catalogo: dati}}", "dati"),
        ("{search: , ambito: }", "catalogue"),
    ],
)
def test_the_plugin_may_be_written_in_each_way_of_mkdocs(tmp_path: Path, plugins: str, folder: str) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_url: https://a.example/sito\nplugins: {plugins}\n", encoding="utf-8")
    found = settings(file)
    assert found.catalogue == tmp_path.resolve() / folder
    assert found.site_url == "https://a.example/sito/"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "Esegui il comando dalla cartella del progetto"),
        ("plugins: [search]\n", "aggiungi «- ambito»"),
        ("site_name: Prova\n", "aggiungi «- ambito»"),
        ("plugins: [\n", "non si legge"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str | None, words: str) -> None:
    file = tmp_path / "mkdocs.yml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=words):
        settings(file)
