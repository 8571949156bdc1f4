"""`ambito carta`, run as people run it."""

from html import unescape
from pathlib import Path

import pytest

from tests.carta.making import Paper
from tests.projects import ambito, project

ERRORS = (
    (("carta", "vale"), '«vale» non è un Ambito del catalogo. Forse intendevi "valle"?'),
    (("carta", "valle", "--edizione", "2019"), "L'edizione 2019 della Carta di «valle» non c'è. Ci sono: 2026."),
    (("carta", "valle", "--comune", "valdirosa"), 'Forse intendevi "valdirose"?'),
    (("carta", "valle", "--locandina", "assistenza"), 'Forse intendevi "assistenza-domiciliare"?'),
)


@pytest.mark.parametrize(("arguments", "words"), ERRORS)
def test_what_is_not_there_is_said_in_one_line(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    done = ambito(project(tmp_path), *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.glob("*.pdf"))


def test_an_ambito_without_a_carta_is_told_what_to_write(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "catalogue" / "valle" / "carta.yaml").unlink()
    done = ambito(folder, "carta", "valle")
    assert done.returncode == 2
    assert "scrivi catalogue/valle/carta.yaml" in done.stderr


def test_a_catalogue_with_errors_prints_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "catalogue" / "valle" / "carta.yaml").write_text("edizione: {}\n", encoding="utf-8")
    done = ambito(folder, "carta", "valle")
    assert done.returncode == 1
    assert "carta.yaml" in done.stderr
    assert not list(folder.glob("*.pdf"))


def test_it_writes_the_carta_the_extract_the_leaflet_and_the_poster(tmp_path: Path) -> None:
    folder = project(tmp_path)
    for arguments, name in (
        ((), "carta-dei-servizi-valle-2026.pdf"),
        (("--comune", "valdirose", "--edizione", "2026"), "carta-dei-servizi-valle-valdirose-2026.pdf"),
        (("--comune", "valdirose", "--volantino"), "volantino-valdirose.pdf"),
        (("--locandina", "assistenza-domiciliare"), "locandina-valle-assistenza-domiciliare.pdf"),
    ):
        done = ambito(folder, "carta", "valle", *arguments)
        assert done.returncode == 0, done.stderr
        assert name in done.stdout
        assert Paper((folder / name).read_bytes()).reader.pages


def test_without_a_comune_it_writes_the_leaflet_of_each(tmp_path: Path) -> None:
    folder = project(tmp_path)
    done = ambito(folder, "carta", "valle", "--volantino", "--uscita", "stampa")
    assert done.returncode == 0, done.stderr
    names = {"volantino-pontelungo.pdf", "volantino-sasso-alto.pdf", "volantino-valdirose.pdf"}
    assert {file.name for file in (folder / "stampa").iterdir()} == names


def test_it_lists_what_is_missing(tmp_path: Path) -> None:
    done = ambito(project(tmp_path), "carta", "valle", "--mancanze")
    assert done.returncode == 0
    assert "Quanto costano i servizi [D.Lgs. 33/2013" in done.stdout
    assert "- i costi contabilizzati" in done.stdout
    assert "catalogue/valle/carta.yaml" in done.stdout


def test_a_published_edition_stays_on_the_site_while_the_catalogue_goes_on(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert ambito(folder, "carta", "valle", "--pubblica").returncode == 0
    carta = folder / "catalogue" / "valle" / "carta.yaml"
    carta.write_text(
        carta.read_text(encoding="utf-8").replace("anno: 2026", "anno: 2027", 1).replace("termine_giorni: 30", ""),
        encoding="utf-8",
    )
    (folder / "catalogue" / "valle" / "strutture" / "casa-rifugio.yaml").unlink()
    done = ambito(folder, "build")
    assert done.returncode == 0, done.stderr
    past = (folder / "site" / "carta" / "valle" / "2026" / "index.html").read_text(encoding="utf-8")
    now = (folder / "site" / "carta" / "valle" / "index.html").read_text(encoding="utf-8")
    assert "La risposta arriva entro 30 giorni." in past
    assert "La risposta arriva entro 30 giorni." not in now
    assert "non è più definito il termine di risposta" in now
    assert 'href="../../carta/valle/2026/"' in now
    assert "Non c'è più il servizio «Casa rifugio»." in unescape(now)
    assert "<h3>Casa rifugio</h3>" in past, "its page is gone: no link leads there"
    assert '<a href="#tutela">' in past, "a complaint about that edition follows its own rules"
    assert (folder / "site" / "carta" / "valle" / "2026" / "carta-dei-servizi-valle-2026.pdf").is_file()
    refused = ambito(folder, "carta", "valle", "--edizione", "2025")
    assert "Ci sono: 2026, 2027." in refused.stderr


def test_an_edition_that_cannot_be_read_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "catalogue" / "valle" / "edizioni").mkdir()
    (folder / "catalogue" / "valle" / "edizioni" / "2024.json").write_text("{}", encoding="utf-8")
    done = ambito(folder, "build")
    assert done.returncode == 1
    assert "«2024.json» non è un'edizione della Carta" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site").exists()
