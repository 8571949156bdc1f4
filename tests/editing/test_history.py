"""The history of each scheda from Git: days and sentences, no names, nothing that was taken away."""

import datetime
import json
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, relate
from generator.editing.history import MAX_OF_SCHEDA, PUBLISHED, History, read_history
from generator.reading.problem import errors
from generator.reading.reading import read_catalogue
from generator.site.labels import Labels
from tests.editing.changes.repositories import Repository
from tests.projects import ROOT
from tests.reading.examples import copy_of_base

LABELS = Labels.load(ROOT / "site_config" / "strings.yaml")
DAY = datetime.date(2026, 6, 15)
DESK = "valle/sportelli/sportello-casa.yaml"
KEY = "valle/sportello-casa"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def _catalogue(root: Path) -> Catalogue:
    reading = read_catalogue(root, DAY)
    assert not errors(reading.problems), reading.problems[0]
    return relate(reading, DAY)


def _history(repository: Repository, cache: Path | None = None) -> History:
    return read_history(repository.catalogue, _catalogue(repository.catalogue), LABELS, cache)


def _said(repository: Repository) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.day.isoformat(), one.sentences) for one in _history(repository).of[KEY]]


def test_each_change_has_its_day_and_its_sentences_the_newest_first(repository: Repository) -> None:
    repository.change(DESK, ('dalle: "10:00"', 'dalle: "09:00"'))
    repository.commit("Orario", "2026-03-01T23:30:00+00:00")
    repository.change(DESK, ("[valdirose, pontelungo]", "tutti"))
    repository.commit("Comuni", "2026-05-02T09:00:00+02:00")
    assert _said(repository) == [
        ("2026-05-02", ("Ora è disponibile anche a Sasso Alto.",)),
        ("2026-03-02", ("Centro civico di Pontelungo: il giovedì apre alle 9.",)),  # after midnight in Rome
        ("2026-01-10", (PUBLISHED,)),
    ]


def test_nothing_that_was_taken_away_is_told(repository: Repository) -> None:
    repository.change(DESK, ("800 000000", "333 1234567"))
    repository.commit("Un numero personale, per errore")
    repository.change(
        DESK, ("333 1234567", "800 000000"), ("costo: Gratuito.", "costo: Gratuito. Chiedi di Anna Rossi.")
    )
    repository.commit("Tolto; ma ora c'è un nome")
    repository.change(DESK, ("Gratuito. Chiedi di Anna Rossi.", "Gratuito."))
    repository.commit("Tolto")
    told = json.dumps([sentences for _, sentences in _said(repository)], ensure_ascii=False)
    assert "333" not in told
    assert "Rossi" not in told
    assert "I recapiti: cambia." in told


def test_no_name_of_who_changed_it_is_kept(repository: Repository) -> None:
    repository.change(DESK, ("800 000000", "800 111111"))
    repository.commit("Di mano di Mario Bianchi")
    assert not any("Bianchi" in str(one) or "Prova" in str(one) for one in _history(repository).latest)


def test_what_only_editors_notice_is_not_history_but_a_verification_is(repository: Repository) -> None:
    path = repository.catalogue / DESK
    path.write_text(path.read_text(encoding="utf-8") + "note_redazione: Da chiedere.\n", encoding="utf-8")
    repository.commit("Nota")
    assert len(_said(repository)) == 1
    stamp = 'verificato: { il: "2026-06-01", da: comune-di-valdirose }\n'
    path.write_text(path.read_text(encoding="utf-8") + stamp, encoding="utf-8")
    repository.commit("Verificata")
    assert _said(repository)[0][1] == ("Verificata il 1° giugno 2026 da Comune di Valdirose, vale 12 mesi.",)


def test_a_renamed_scheda_keeps_its_history(repository: Repository) -> None:
    repository.change(DESK, ("800 000000", "800 111111"))
    repository.commit("Telefono")
    for other in repository.catalogue.rglob("*.yaml"):
        told = other.read_text(encoding="utf-8")
        other.write_text(told.replace("sportello-casa", "abitare"), encoding="utf-8")
    path = repository.catalogue / DESK
    text = path.read_text(encoding="utf-8") + "id_precedenti: [sportello-casa]\n"
    path.with_name("abitare.yaml").write_text(text, encoding="utf-8")
    path.unlink()
    repository.commit("Nome nuovo")
    found = _history(repository).of["valle/abitare"]
    assert [one.sentences[0] for one in found] == ["Numero verde: 800 111111.", PUBLISHED]


def test_a_reworking_of_everything_is_nobodys_history(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.editing.history.MAX_AT_ONCE", 2)
    for path in repository.catalogue.glob("valle/*/*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("stato: attivo", "costo: Gratis.\nstato: attivo", 1)
            .replace("costo: Gratuito.\n", "")
            .replace('costo: "Dip', 'condizioni_di_servizio: "Dip')
            .replace("condizioni_di_servizio: Il", "ulteriori_informazioni: Il"),
            encoding="utf-8",
        )
    repository.commit("Tutto")
    assert [sentences for _, sentences in _said(repository)] == [(PUBLISHED,)]


def test_a_scheda_has_no_more_than_its_last_changes(repository: Repository) -> None:
    for number in range(MAX_OF_SCHEDA + 3):
        repository.change(DESK, ("800 00000" if number == 0 else f"800 00{number:03}", f"800 00{number + 1:03}"))
        repository.commit("Telefono", f"2026-03-{number + 1:02}T09:00:00+01:00")
    assert len(_said(repository)) == MAX_OF_SCHEDA


def test_a_file_that_had_errors_is_passed_over(repository: Repository) -> None:
    text = (repository.catalogue / DESK).read_text(encoding="utf-8")
    (repository.catalogue / DESK).write_text("nome: [\n", encoding="utf-8")
    repository.commit("Rotto")
    (repository.catalogue / DESK).write_text(text, encoding="utf-8")
    repository.commit("Riparato")
    assert [sentences for _, sentences in _said(repository)] == [(PUBLISHED,)]


def test_outside_git_there_is_no_history(tmp_path: Path) -> None:
    root = copy_of_base(tmp_path)
    assert read_history(root, _catalogue(root), LABELS) == History()


def test_what_was_compared_once_is_remembered_and_gives_the_same_history(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.change(DESK, ("800 000000", "800 111111"))
    repository.commit("Telefono")
    cache = tmp_path / "memoria" / "storia.json"
    first = _history(repository, cache)
    assert cache.is_file()
    monkeypatch.setattr("generator.editing.history.tell", None)  # it would fail if it were asked
    assert _history(repository, cache) == first


@pytest.mark.parametrize("content", ["", "{", "[]", '{"edition": "x"}', '{"compared": 3}', "\x00"])
def test_a_memory_that_cannot_be_read_is_made_again(repository: Repository, tmp_path: Path, content: str) -> None:
    repository.change(DESK, ("800 000000", "800 111111"))
    repository.commit("Telefono")
    cache = tmp_path / "storia.json"
    cache.write_text(content, encoding="utf-8")
    assert _history(repository, cache).of[KEY][0].sentences == ("Numero verde: 800 111111.",)
