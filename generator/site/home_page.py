"""The home page, and the page of search as it is before a script reads it."""

from functools import partial
from typing import Any

from generator.catalogue import Catalogue
from generator.model.scheda import KINDS
from generator.site.cards import citizens
from generator.site.context import Context
from generator.site.labels import day
from generator.site.map import territory_map
from generator.site.page import HOME, Link, Page
from generator.site.place_pages import comuni_by_ambito
from generator.site.urls import ambito_url, area_url, avviso_url, bisogno_url, comune_url, kind_url

FOR_EVERYONE = frozenset({"emergenza", "violenza", "infanzia"})
"""The emergencies whose numbers stand on the home page."""


def home_page(context: Context) -> Page:
    """One question, the Comuni, the needs in plain words, the emergency numbers, the avvisi."""
    return Page(
        url="",
        template="home.html",
        title=str(context.brand["nome"]),
        description=str(context.brand["descrizione"]),
        view=partial(_home, context),
    )


def _home(context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    avvisi = [one for one in catalogue.avvisi.values() if one.scade_il is None or one.scade_il >= catalogue.today]
    return {
        "brand": context.brand,
        "needs": _needs(catalogue),
        "ambiti": comuni_by_ambito(catalogue),
        "map": territory_map(catalogue),
        "areas": [Link(area.nome, area_url(area.id)) for area in catalogue.aree.values()],
        "kinds": [Link(context.labels("tipi", kind), kind_url(kind)) for kind in KINDS],
        "numbers": [one for one in catalogue.numeri_utili.values() if one.emergenza in FOR_EVERYONE],
        "notices": [
            {
                "title": one.titolo,
                "url": avviso_url(f"{one.ambito}/{one.id}"),
                "brief": one.in_breve,
                "deadline": day(one.scade_il) if one.scade_il else "",
            }
            for one in avvisi
        ],
        "counts": {
            "schede": len(catalogue.schede),
            "comuni": len(catalogue.comuni),
            "enti": len(catalogue.enti),
        },
    }


def _needs(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {"name": need.nome, "url": bisogno_url(need.id), "note": need.descrizione or "", "count": len(found)}
        for need in catalogue.bisogni.values()
        if (found := citizens(catalogue.by_bisogno.get(need.id, ())))
    ]


def search_page(context: Context) -> Page:
    """`/cerca/`: without a script it leads to A-Z, needs and Comuni."""
    return Page(
        url="cerca/",
        template="cerca.html",
        title="Cerca",
        description="Cerca tra i servizi sociali con le tue parole.",
        view=partial(_search, context.catalogue),
        path=(HOME, Link("Cerca", "")),
    )


def _search(catalogue: Catalogue) -> dict[str, Any]:
    return {
        "comuni": [
            {"id": one.id, "nome": one.nome, "url": comune_url(one.id)}
            for one in sorted(catalogue.comuni.values(), key=lambda one: one.nome)
        ],
        "ambiti": [
            {"id": one.id, "nome": one.nome_breve, "url": ambito_url(one.id)} for one in catalogue.ambiti.values()
        ],
        "aree": [{"id": one.id, "nome": one.nome, "url": area_url(one.id)} for one in catalogue.aree.values()],
        "bisogni": [{"id": one.id, "nome": one.nome, "url": bisogno_url(one.id)} for one in catalogue.bisogni.values()],
        "numeri": [
            {
                "numero": one.numero,
                "nome": one.nome,
                "a_che_serve": one.a_che_serve,
                "emergenza": one.emergenza or "",
            }
            for one in catalogue.numeri_utili.values()
            if one.emergenza
        ],
    }
