"""The pages that gather schede: by area, need, kind and tipologia; enti, LEPS, A-Z, avvisi; and their indexes."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from generator.catalogue import Catalogue, for_citizens, kind_of
from generator.model.scheda import KINDS, Kind, Scheda
from generator.model.territorio import Avviso, Ente
from generator.model.vocabolario import Area, Bisogno, Tipologia
from generator.site.cards import EMERGENCY_AREAS, cards, citizens, contact, emergency_numbers, source
from generator.site.context import Context
from generator.site.labels import day, joined
from generator.site.page import HOME, Link, Page
from generator.site.text import rich
from generator.site.urls import (
    ambito_url,
    area_url,
    avviso_url,
    bisogno_url,
    comune_url,
    ente_url,
    kind_url,
    scheda_url,
    tipologia_url,
)

AREE, BISOGNI, ENTI, TIPOLOGIE = (
    Link("Aree", "aree/"),
    Link("Bisogni", "bisogni/"),
    Link("Enti", "enti/"),
    Link("Tipi di servizio", "tipologie/"),
)


def _by_ambito(schede: Iterable[Scheda], context: Context) -> list[dict[str, Any]]:
    """Schede under their Ambito, in the order of the Ambiti."""
    schede = list(schede)
    return [
        {
            "name": ambito.nome_breve,
            "url": ambito_url(ambito.id),
            "anchor": ambito.id,
            "schede": cards(found, context),
        }
        for ambito in context.catalogue.ambiti.values()
        if (found := [scheda for scheda in schede if scheda.ambito == ambito.id])
    ]


def area_page(area: Area, context: Context) -> Page:
    """All schede of an area."""

    def view() -> dict[str, Any]:
        schede = citizens(context.catalogue.by_area.get(area.id, ()))
        needs = [need for need in context.catalogue.bisogni.values() if area.id in need.aree]
        return {
            "title": area.nome,
            "lead": area.descrizione or "",
            "groups": _by_ambito(schede, context),
            "links": [Link(need.nome, bisogno_url(need.id)) for need in needs],
            "links_title": "Bisogni di quest'area",
            "emergency": emergency_numbers([area.id], context.catalogue),
        }

    return Page(
        url=area_url(area.id),
        template="gruppo.html",
        title=area.nome,
        description=area.descrizione or f"I servizi sociali dell'area {area.nome}.",
        view=view,
        path=(HOME, AREE, Link(area.nome, "")),
        sensitive=area.id in EMERGENCY_AREAS,
    )


def bisogno_page(bisogno: Bisogno, context: Context) -> Page:
    """All schede that answer a need."""

    def view() -> dict[str, Any]:
        bisogni = context.catalogue.bisogni
        return {
            "title": bisogno.nome,
            "lead": bisogno.descrizione or "",
            "groups": _by_ambito(citizens(context.catalogue.by_bisogno.get(bisogno.id, ())), context),
            "links": [Link(bisogni[id].nome, bisogno_url(id)) for id in bisogno.simili],
            "links_title": "Forse ti interessa anche",
            "emergency": emergency_numbers(bisogno.aree, context.catalogue),
        }

    return Page(
        url=bisogno_url(bisogno.id),
        template="gruppo.html",
        title=bisogno.nome,
        description=bisogno.descrizione or f"I servizi per chi dice: {bisogno.nome}.",
        view=view,
        path=(HOME, BISOGNI, Link(bisogno.nome, "")),
        sensitive=any(area in EMERGENCY_AREAS for area in bisogno.aree),
    )


def kind_page(kind: Kind, context: Context) -> Page:
    """All schede of a kind."""
    name = context.labels("tipi", kind)

    def view() -> dict[str, Any]:
        schede = [
            scheda
            for scheda in context.catalogue.in_order
            if kind_of(scheda) == kind and for_citizens(scheda)
        ]
        return {
            "title": name,
            "lead": context.labels("tipi_spiegati", kind),
            "groups": _by_ambito(schede, context),
            "links": [
                Link(context.labels("tipi", other), kind_url(other)) for other in KINDS if other != kind
            ],
            "links_title": "Altri tipi di schede",
            "emergency": [],
        }

    return Page(
        url=kind_url(kind),
        template="gruppo.html",
        title=name,
        description=f"{name}: {context.labels('tipi_spiegati', kind)}",
        view=view,
        path=(HOME, Link(name, "")),
    )


def tipologia_page(tipologia: Tipologia, context: Context) -> Page:
    """The same kind of service in every Ambito, side by side."""

    def view() -> dict[str, Any]:
        catalogue = context.catalogue
        schede = catalogue.by_tipologia.get(tipologia.id, ())
        rows = [
            {
                "name": scheda.nome,
                "url": scheda_url(scheda),
                "ambito": catalogue.ambiti[scheda.ambito].nome_breve,
                "state": scheda.stato,
                "state_label": context.labels("stato", scheda.stato),
                "comuni": "Tutti"
                if scheda.comuni == "tutti"
                else joined([c.nome for c in catalogue.comuni_of(scheda)]),
                "people": joined([catalogue.destinatari[id].nome for id in scheda.destinatari]),
                "cost": rich(scheda.costo) if scheda.costo else "",
                "manager": catalogue.enti[scheda.gestore].nome if scheda.gestore else "",
            }
            for scheda in schede
        ]
        return {"title": tipologia.nome, "lead": tipologia.descrizione or "", "rows": rows}

    return Page(
        url=tipologia_url(tipologia.id),
        template="tipologia.html",
        title=tipologia.nome,
        description=tipologia.descrizione or f"{tipologia.nome} nei diversi Ambiti.",
        view=view,
        path=(HOME, TIPOLOGIE, Link(tipologia.nome, "")),
    )


def ente_page(ente: Ente, context: Context) -> Page:
    """An ente: who it is, how to reach it, in which schede it takes part."""
    catalogue, labels = context.catalogue, context.labels

    def view() -> dict[str, Any]:
        schede = catalogue.by_ente.get(ente.id, ())
        offered = [scheda for scheda in schede if ente.id in (scheda.gestore, scheda.titolare)]
        return {
            "ente": ente,
            "kind": labels("ente", ente.tipo),
            "description": rich(ente.descrizione) if ente.descrizione else "",
            "contacts": [contact(one, labels) for one in ente.contatti],
            "ambiti": [Link(catalogue.ambiti[id].nome_breve, ambito_url(id)) for id in ente.ambiti],
            "comuni": [Link(catalogue.comuni[id].nome, comune_url(id)) for id in ente.comuni],
            "wholes": [Link(catalogue.enti[id].nome, ente_url(id)) for id in ente.fa_parte_di],
            "offered": cards(offered, context),
            "shared": cards([scheda for scheda in schede if scheda not in offered], context),
            "sources": [source(one, catalogue) for one in ente.fonti],
        }

    return Page(
        url=ente_url(ente.id),
        template="ente.html",
        title=ente.nome,
        description=ente.ruolo or f"{ente.nome}: {labels('ente', ente.tipo).lower()}.",
        view=view,
        path=(HOME, ENTI, Link(ente.sigla or ente.nome, "")),
    )


def index_pages(context: Context) -> Iterator[Page]:
    """The indexes of areas, needs, tipologie and enti."""
    catalogue = context.catalogue
    yield _index(
        "aree/", "Aree", "Tutte le aree di cui si occupano i servizi sociali.", lambda: _area_links(catalogue)
    )
    yield _index(
        "bisogni/",
        "Di cosa hai bisogno?",
        "Scegli la situazione che ti somiglia di più.",
        lambda: _need_links(catalogue),
    )
    yield _index(
        "tipologie/",
        "Tipi di servizio",
        "Lo stesso servizio nei diversi Ambiti, a confronto.",
        lambda: _tipologia_links(catalogue),
    )
    yield _index(
        "enti/", "Enti", "Gli enti pubblici e del Terzo settore del catalogo.", lambda: _ente_links(catalogue)
    )


def _index(url: str, title: str, lead: str, items: Callable[[], list[dict[str, Any]]]) -> Page:
    return Page(
        url=url,
        template="indice.html",
        title=title,
        description=lead,
        view=lambda: {"title": title, "lead": lead, "items": items()},
        path=(HOME, Link(title, "")),
    )


def _area_links(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "name": one.nome,
            "url": area_url(one.id),
            "note": one.descrizione or "",
            "count": len(citizens(catalogue.by_area.get(one.id, ()))),
        }
        for one in catalogue.aree.values()
    ]


def _need_links(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "name": one.nome,
            "url": bisogno_url(one.id),
            "note": one.descrizione or "",
            "count": len(citizens(catalogue.by_bisogno.get(one.id, ()))),
        }
        for one in catalogue.bisogni.values()
    ]


def _tipologia_links(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "name": one.nome,
            "url": tipologia_url(one.id),
            "note": one.descrizione or "",
            "count": len(catalogue.by_tipologia[one.id]),
        }
        for one in catalogue.tipologie.values()
        if one.id in catalogue.by_tipologia
    ]


def _ente_links(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "name": one.nome,
            "url": ente_url(one.id),
            "note": one.ruolo or "",
            "count": len(catalogue.by_ente.get(one.id, ())),
        }
        for one in sorted(catalogue.enti.values(), key=lambda one: one.nome.casefold())
    ]


def a_to_z_page(context: Context) -> Page:
    """Every scheda for citizens under each of its names."""

    def view() -> dict[str, Any]:
        names = sorted(
            (
                {
                    "name": name,
                    "url": scheda_url(scheda),
                    "ambito": context.catalogue.ambiti[scheda.ambito].nome_breve,
                    "of": "" if name == scheda.nome else scheda.nome,
                }
                for scheda in citizens(context.catalogue.in_order)
                for name in dict.fromkeys((scheda.nome, *scheda.nomi_alternativi))
            ),
            key=lambda entry: (_initial(entry["name"]), entry["name"].casefold(), entry["ambito"]),
        )
        return {
            "letters": [
                (letter, list(group))
                for letter, group in groupby(names, lambda entry: _initial(entry["name"]))
            ]
        }

    return Page(
        url="a-z/",
        template="a-z.html",
        title="Tutte le schede dalla A alla Z",
        description="Tutti i servizi, gli sportelli, i progetti e i contributi in ordine alfabetico.",
        view=view,
        path=(HOME, Link("A-Z", "")),
    )


def _initial(name: str) -> str:
    first = next((letter for letter in name.upper() if letter.isalnum()), "#")
    return {"À": "A", "È": "E", "É": "E", "Ì": "I", "Ò": "O", "Ù": "U"}.get(first, first)


def leps_page(context: Context) -> Page:
    """LEPS × Comune. A gap reads «nessuna scheda», never «non garantito»."""

    def view() -> dict[str, Any]:
        catalogue = context.catalogue
        return {
            "leps": list(catalogue.leps.values()),
            "tables": [
                {
                    "name": ambito.nome_breve,
                    "anchor": ambito.id,
                    "comuni": [
                        Link(one.nome, comune_url(one.id))
                        for one in catalogue.comuni_by_ambito.get(ambito.id, ())
                    ],
                    "rows": [
                        _leps_row(leps.id, leps.nome, ambito.id, context) for leps in catalogue.leps.values()
                    ],
                }
                for ambito in catalogue.ambiti.values()
            ],
        }

    return Page(
        url="leps/",
        template="leps.html",
        title="Livelli essenziali (LEPS)",
        description="Quali schede del catalogo riguardano i livelli essenziali delle prestazioni sociali, Comune per Comune.",
        view=view,
        path=(HOME, Link("Livelli essenziali", "")),
    )


def _leps_row(id: str, name: str, ambito: str, context: Context) -> dict[str, Any]:
    schede = [scheda for scheda in context.catalogue.by_leps.get(id, ()) if scheda.ambito == ambito]
    cells = []
    for comune in context.catalogue.comuni_by_ambito.get(ambito, ()):
        here = [scheda for scheda in schede if comune in context.catalogue.comuni_of(scheda)]
        cells.append({"comune": comune.nome, "schede": cards(here, context)})
    return {"name": name, "cells": cells, "schede": cards(schede, context)}


def avvisi_page(context: Context) -> Page:
    """All avvisi: open ones first, by deadline."""
    catalogue = context.catalogue

    def view() -> dict[str, Any]:
        found = sorted(
            catalogue.avvisi.values(), key=lambda one: (one.scade_il or datetime.date.max, one.titolo)
        )
        over = [one for one in found if one.scade_il and one.scade_il < catalogue.today]
        return {
            "open": [_avviso(one, context) for one in found if one not in over],
            "over": [_avviso(one, context) for one in over],
        }

    return Page(
        url="avvisi/",
        template="avvisi.html",
        title="Avvisi e bandi",
        description="Avvisi e bandi dei servizi sociali: per i cittadini e per gli enti del Terzo settore.",
        view=view,
        path=(HOME, Link("Avvisi", "")),
    )


def _avviso(avviso: Avviso, context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    return {
        "anchor": avviso_url(f"{avviso.ambito}/{avviso.id}").partition("#")[2],
        "title": avviso.titolo,
        "brief": avviso.in_breve,
        "text": rich(avviso.testo) if avviso.testo else "",
        "public": [context.labels("pubblico", one) for one in avviso.pubblico],
        "published": day(avviso.pubblicato_il) if avviso.pubblicato_il else "",
        "deadline": day(avviso.scade_il) if avviso.scade_il else "",
        "days_left": (avviso.scade_il - catalogue.today).days if avviso.scade_il else None,
        "period": avviso.periodo or "",
        "ambito": catalogue.ambiti[avviso.ambito].nome_breve,
        "ente": Link(catalogue.enti[avviso.ente].nome, ente_url(avviso.ente)) if avviso.ente else None,
        "schede": cards([catalogue.scheda(avviso.ambito, id) for id in avviso.schede], context),
        "url": avviso.collegamento or "",
        "contacts": [contact(one, context.labels) for one in avviso.contatti],
        "sources": [source(one, catalogue) for one in avviso.fonti],
    }
