"""The quality score: ten criteria, each from 0 to 1 or not applicable."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from generator.editing.quality import CRITERIA, score
from generator.model.scheda import KINDS, Kind, Scheda

TODAY = datetime.date(2026, 11, 22)
LEAST = {
    "id": "prova",
    "ambito": "valle",
    "nome": "Servizio di prova",
    "in_breve": "Una frase che dice che cos'è.",
    "stato": "attivo",
    "aree": ["anziani"],
    "destinatari": ["anziani"],
    "comuni": "tutti",
    "fonti": [{"documento": "piano", "righe": "1-2"}],
}


def scheda(kind: Kind = "servizio", **fields: Any) -> Scheda:
    return KINDS[kind].model_validate({**LEAST, **fields})


def value(name: str, one: Scheda) -> float | None:
    return {criterion.name: found for criterion, found in score(one, TODAY).values}[name]


def test_there_are_ten_criteria() -> None:
    assert len(CRITERIA) == 10


@pytest.mark.parametrize(
    ("name", "fields", "expected"),
    [
        ("contatto", {}, 0.0),
        ("contatto", {"contatti": [{"tipo": "telefono", "valore": "0362 1"}]}, 1.0),
        ("contatto", {"stato": "concluso", "motivo_stato": "Finito."}, None),
        ("canale", {"come_fare": ["Vai."]}, 0.5),
        ("canale", {"accesso": {"diretto": "no"}}, 1.0),
        ("requisiti", {"a_chi_e_rivolto": "A tutti."}, 0.5),
        ("requisiti", {"requisiti": [{"testo": "Abitare qui."}]}, 1.0),
        ("costo", {"costo": "Gratuito."}, 1.0),
        ("orari", {}, None),
        ("linguaggio", {}, None),
        ("parole dei cittadini", {"parole_dei_cittadini": ["aiuto a casa", "spesa", "compagnia"]}, 0.5),
        ("verifica", {}, 0.0),
        ("verifica", {"verificato": {"il": "2026-09-01", "da": "ente"}}, 1.0),
        ("verifica", {"verificato": {"il": "2025-05-01", "da": "ente"}}, 0.5),
        ("verifica", {"verificato": {"il": "2020-01-01", "da": "ente"}}, 0.0),
        ("fonti", {"fonti": [{"documento": "piano"}, {"documento": "piano", "righe": "3"}]}, 0.5),
        ("stato", {"periodo": {"al": "2026-05-31"}}, 0.0),
        ("stato", {"periodo": {"al": "2026-12-31"}}, 1.0),
    ],
)
def test_each_criterion_measures_what_it_says(name: str, fields: dict[str, Any], expected: float | None) -> None:
    assert value(name, scheda(**fields)) == expected


def test_a_desk_is_asked_for_the_hours_of_each_place() -> None:
    hours = [{"giorni": ["lun"], "dalle": "09:00", "alle": "12:00"}]
    desk = scheda("sportello", sedi=[{"sede": "a", "orari": hours}, {"sede": "b"}])
    assert value("orari", desk) == 0.5
    assert value("costo", desk) is None


def test_the_total_is_the_mean_of_what_applies_and_the_worst_comes_first() -> None:
    found = score(scheda(), TODAY)
    applying = [number for _, number in found.values if number is not None]
    assert found.total == sum(applying) / len(applying)
    shortest = {criterion.name: number for criterion, number in found.values}[found.lacking[0].name]
    assert shortest == min(applying)


def test_every_criterion_is_a_function_of_a_dozen_lines() -> None:
    source = Path(score.__code__.co_filename).read_text(encoding="utf-8")
    for criterion in CRITERIA:
        body = source.split(f"def {criterion.measure.__name__}(")[1].split("\n\n\n")[0]
        assert body.count("\n") <= 14
