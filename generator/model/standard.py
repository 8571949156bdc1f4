"""Promises on quality: what is measured, what is promised, what was reached (CiVIT 88/2010 and 3/2012)."""

from typing import Literal

from generator.model.record import Record, described
from generator.model.text import EnteId, Line
from generator.model.value import Year, YesNo

Quality = Literal["accessibilità", "tempestività", "trasparenza", "efficacia"]


class Rimborso(Record):
    """What the person gets when the standard is missed."""

    previsto: YesNo = described("È previsto un rimborso?", "no")
    misura: Line | None = described("Quanto, o perché no.", "Non previsto dal regolamento", None)


class Standard(Record):
    """A promise on quality. Without `valore_programmato` it is still to be decided."""

    dimensione: Quality = described("Quale lato della qualità.", "tempestività")
    indicatore: Line = described("Che cosa si misura.", "Attesa del primo colloquio")
    formula: Line | None = described("Come si calcola.", "Media dei giorni tra la domanda e il primo colloquio", None)
    unita: Line | None = described("L'unità di misura.", "giorni", None)
    valore_programmato: Line | None = described("Quello che si promette.", "30", None)
    valore_raggiunto: dict[Year, Line] = described("Quello che si è ottenuto, anno per anno.", {"2025": "28"}, {})
    rimborso: Rimborso | None = described("Che cosa spetta se non si rispetta.", {"previsto": "no"}, None)
    responsabile: EnteId | None = described("Chi ne risponde.", "comune-di-seregno", None)
