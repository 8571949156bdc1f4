"""The whole catalogue, related and indexed: the one immutable object that every renderer receives."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.model.carta import Carta
from generator.model.contatto import Sede
from generator.model.fonte import Documento
from generator.model.guida import Fatto, Guida
from generator.model.record import Filed
from generator.model.scheda import FOLDER_OF, KINDS, Kind, Scheda, Stato
from generator.model.territorio import Ambito, Avviso, Comune, Ente
from generator.model.vocabolario import (
    Area,
    Bisogno,
    Canale,
    Destinatari,
    Inviante,
    Leps,
    NumeroUtile,
    Prestazione,
    Sinonimo,
    Situazione,
    Soglia,
    Tipologia,
)
from generator.reading.index import Index
from generator.reading.outlines import Ring
from generator.reading.reading import Reading

STATES: tuple[Stato, ...] = ("attivo", "in_avvio", "previsto", "proposta", "sospeso", "concluso")
"""Every state, from what can be asked for today to what is over."""

_Record = TypeVar("_Record", bound=Filed)
_KIND_OF = {record: kind for kind, record in KINDS.items()}


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Every record by id, in the order of the files. Schede and sedi are found by `<ambito>/<id>`.

    A catalogue is equal to itself alone, so that what is worked out of it once can be kept for it.
    """

    today: datetime.date
    ambiti: Mapping[str, Ambito]
    comuni: Mapping[str, Comune]
    enti: Mapping[str, Ente]
    sedi: Mapping[str, Sede]
    schede: Mapping[str, Scheda]
    avvisi: Mapping[str, Avviso]
    carte: Mapping[str, Carta]
    documenti: Mapping[str, Documento]
    aree: Mapping[str, Area]
    destinatari: Mapping[str, Destinatari]
    bisogni: Mapping[str, Bisogno]
    leps: Mapping[str, Leps]
    canali: Mapping[str, Canale]
    tipologie: Mapping[str, Tipologia]
    invianti: Mapping[str, Inviante]
    situazioni: Mapping[str, Situazione]
    prestazioni: Mapping[str, Prestazione]
    soglie: Mapping[str, Soglia]
    fatti: Mapping[str, Fatto]
    guide: Mapping[str, Guida]
    numeri_utili: Mapping[str, NumeroUtile]
    sinonimi: Mapping[str, Sinonimo]
    outlines: Mapping[str, tuple[Ring, ...]]
    files: Mapping[str, str]
    """The file of each scheda, avviso and ente, by `kind:key`, as it is shown to editors."""

    def comuni_of(self, record: Scheda | Avviso) -> tuple[Comune, ...]:
        """The Comuni in which a scheda or an avviso holds: those it names, or all of its Ambito."""
        if record.comuni == "tutti":
            return self.comuni_by_ambito.get(record.ambito, ())
        return tuple(self.comuni[id] for id in record.comuni)

    def scheda(self, ambito: str, id: str) -> Scheda:
        """The scheda that a reference inside `ambito` names."""
        return self.schede[id if "/" in id else f"{ambito}/{id}"]

    def sede(self, ambito: str, id: str) -> Sede:
        """The sede that a reference inside `ambito` names."""
        return self.sedi[f"{ambito}/{id}"]

    @cached_property
    def comuni_by_ambito(self) -> Mapping[str, tuple[Comune, ...]]:
        """The Comuni of each Ambito, by name."""
        return _grouped(sorted(self.comuni.values(), key=lambda comune: comune.nome), lambda comune: (comune.ambito,))

    @cached_property
    def in_order(self) -> tuple[Scheda, ...]:
        """All schede: what can be asked for today first, then by name."""
        return tuple(sorted(self.schede.values(), key=lambda s: (STATES.index(s.stato), s.nome.casefold(), key_of(s))))

    @cached_property
    def by_ambito(self) -> Mapping[str, tuple[Scheda, ...]]:
        """The schede of each Ambito."""
        return _grouped(self.in_order, lambda scheda: (scheda.ambito,))

    @cached_property
    def by_comune(self) -> Mapping[str, tuple[Scheda, ...]]:
        """The schede that hold in each Comune."""
        return _grouped(self.in_order, lambda scheda: (comune.id for comune in self.comuni_of(scheda)))

    @cached_property
    def by_area(self) -> Mapping[str, tuple[Scheda, ...]]:
        """The schede of each area."""
        return _grouped(self.in_order, lambda scheda: scheda.aree)

    @cached_property
    def by_bisogno(self) -> Mapping[str, tuple[Scheda, ...]]:
        """The schede that answer each bisogno."""
        return _grouped(self.in_order, lambda scheda: scheda.bisogni)

    @cached_property
    def by_tipologia(self) -> Mapping[str, tuple[Scheda, ...]]:
        """The schede of each tipologia."""
        return _grouped(self.in_order, lambda scheda: (scheda.tipologia,) if scheda.tipologia else ())

    @cached_property
    def by_leps(self) -> Mapping[str, tuple[Scheda, ...]]:
        """The schede that contribute to each LEPS."""
        return _grouped(self.in_order, lambda scheda: scheda.leps)

    @cached_property
    def by_ente(self) -> Mapping[str, tuple[Scheda, ...]]:
        """The schede that an ente offers, holds or takes part in."""
        return _grouped(self.in_order, enti_of)

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[Scheda, ...]]:
        """The schede that are part of another, by the key of the whole."""
        return _grouped(
            self.in_order,
            lambda s: (key_of(self.scheda(s.ambito, s.parte_di)),) if s.parte_di is not None else (),
        )


def key_of(scheda: Scheda) -> str:
    """`<ambito>/<id>`."""
    return f"{scheda.ambito}/{scheda.id}"


def kind_of(scheda: Scheda) -> Kind:
    """Which of the five kinds a scheda is."""
    return _KIND_OF[type(scheda)]


def folder_of(scheda: Scheda) -> str:
    """The folder of the scheda's kind, which is also the first piece of its URL."""
    return FOLDER_OF[kind_of(scheda)]


def enti_of(scheda: Scheda) -> tuple[str, ...]:
    """The enti that a scheda names, each once: who offers it first, then who holds it, then the partners."""
    named = (scheda.gestore, scheda.titolare, *scheda.partner)
    return tuple(dict.fromkeys(ente for ente in named if ente is not None))


def for_citizens(scheda: Scheda) -> bool:
    """Whether citizens are told of it: what is only for operators or ETS is not among the services."""
    return "cittadini" in scheda.pubblico


def relate(reading: Reading, today: datetime.date) -> Catalogue:
    """The catalogue of a reading that has no errors."""
    index = reading.index

    def records(kind: str, record: type[_Record]) -> dict[str, _Record]:
        found = index.of(kind)  # type: ignore[arg-type]  # every caller below names a ReferenceKind
        return {key: entry.record for key, entry in found.items() if isinstance(entry.record, record)}

    def others(record: type[_Record]) -> dict[str, _Record]:
        found = [entry.record for entry in index.others if isinstance(entry.record, record)]
        return {_key(one): one for one in found}

    return Catalogue(
        today=today,
        ambiti=records("ambito", Ambito),
        comuni=records("comune", Comune),
        enti=records("ente", Ente),
        sedi=records("sede", Sede),
        schede=records("scheda", Scheda),
        avvisi=others(Avviso),
        carte=others(Carta),
        documenti=records("documento", Documento),
        aree=records("area", Area),
        destinatari=records("destinatari", Destinatari),
        bisogni=records("bisogno", Bisogno),
        leps=records("leps", Leps),
        canali=records("canale", Canale),
        tipologie=records("tipologia", Tipologia),
        invianti=records("inviante", Inviante),
        situazioni=records("situazione", Situazione),
        prestazioni=records("prestazione", Prestazione),
        soglie=records("soglia", Soglia),
        fatti=records("fatto", Fatto),
        guide=others(Guida),
        numeri_utili=others(NumeroUtile),
        sinonimi=others(Sinonimo),
        outlines=reading.outlines,
        files=_files(index),
    )


def _key(record: Filed) -> str:
    return f"{record.ambito}/{record.id}" if isinstance(record, Avviso) else record.id


def _files(index: Index) -> dict[str, str]:
    files = {f"{kind}:{key}": entry.source.file for kind in ("scheda", "ente") for key, entry in index.of(kind).items()}
    for entry in index.others:
        if isinstance(entry.record, Avviso):
            files[f"avviso:{_key(entry.record)}"] = entry.source.file
    return files


def _grouped(records: Iterable[_Record], keys: Callable[[_Record], Iterable[str]]) -> Mapping[str, tuple[_Record, ...]]:
    groups: dict[str, list[_Record]] = {}
    for record in records:
        for key in keys(record):
            groups.setdefault(key, []).append(record)
    return {key: tuple(group) for key, group in groups.items()}
