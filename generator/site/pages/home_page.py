"""The home page, and the page of search as it is before a script reads it."""

import datetime
from datetime import timedelta
from functools import partial
from typing import Any

from generator.catalogue import Catalogue
from generator.model.scheda import KINDS, Contributo, Scheda
from generator.site.cards import cards, citizens, is_sensitive
from generator.site.context import Context
from generator.site.labels import deadline
from generator.site.map import territory_map
from generator.site.page import HOME, Link, Page
from generator.site.pages.place_pages import comuni_by_ambito
from generator.site.urls import ambito_url, area_url, avviso_url, bisogno_url, comune_url, kind_url, scheda_url

FOR_EVERYONE = frozenset({"emergenza", "violenza", "infanzia"})
"""The emergencies whose numbers stand on the home page."""
RECENT = timedelta(days=365)
NEWS = 6
"""How old what is new may be, and how much of it the home page shows."""


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
    return {
        "brand": context.brand,
        "needs": _needs(catalogue),
        "ambiti": comuni_by_ambito(catalogue),
        "map": territory_map(catalogue),
        "areas": [Link(area.nome, area_url(area.id)) for area in catalogue.aree.values()],
        "kinds": [Link(context.labels("tipi", kind), kind_url(kind)) for kind in KINDS],
        "numbers": [one for one in catalogue.numeri_utili.values() if one.emergenza in FOR_EVERYONE],
        "calls": open_calls(catalogue),
        "news": cards(_news(catalogue), context),
        "guides": "guide/" if catalogue.guide else "",
        "counts": {
            "schede": len(catalogue.schede),
            "comuni": len(catalogue.comuni),
            "enti": len(catalogue.enti),
        },
    }


def open_calls(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Contributi and avvisi that can still be asked for: by deadline, those without one at the end."""
    today = catalogue.today
    found: list[dict[str, Any]] = [
        {"title": one.titolo, "url": avviso_url(key), "brief": one.in_breve, "until": one.scade_il}
        for key, one in catalogue.avvisi.items()
        if one.scade_il is None or one.scade_il >= today
    ]
    for scheda in citizens(catalogue.schede.values()):
        until = scheda.scadenza if isinstance(scheda, Contributo) and (scheda.apertura or today) <= today else None
        if until is not None and until >= today:
            found.append({"title": scheda.nome, "url": scheda_url(scheda), "brief": scheda.in_breve, "until": until})
    found.sort(key=lambda one: (one["until"] or datetime.date.max, one["title"]))
    return [one | {"deadline": deadline(one["until"], today)} for one in found]


def _news(catalogue: Catalogue) -> list[Scheda]:
    """What began in the last year, newest first."""
    begun = [
        (scheda.periodo.dal, scheda)
        for scheda in citizens(catalogue.in_order)
        if scheda.periodo is not None
        and scheda.periodo.dal is not None
        and timedelta() <= catalogue.today - scheda.periodo.dal <= RECENT
        and scheda.stato not in ("concluso", "proposta")
        and not is_sensitive(scheda, catalogue)
    ]
    return [scheda for _, scheda in sorted(begun, key=lambda pair: pair[0], reverse=True)[:NEWS]]


def _needs(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {"name": need.nome, "url": bisogno_url(need.id), "note": need.descrizione or "", "icon": need.icona}
        for need in catalogue.bisogni.values()
        if citizens(catalogue.by_bisogno.get(need.id, ()))
    ]


def search_page(context: Context) -> Page:
    """`/cerca/`: without a script it leads to A-Z, needs and Comuni."""
    return Page(
        url="cerca/",
        template="cerca.html",
        title="Cerca",
        description="Cerca tra i servizi sociali con le tue parole.",
        view=lambda: {**_search(context.catalogue), "exit": context.brand["url_uscita"]},
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
