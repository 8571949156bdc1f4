"""The page of avvisi: open ones first, by deadline."""

import datetime
from typing import Any

from generator.model.territorio import Avviso
from generator.site.calendar import avviso_calendar
from generator.site.cards import cards, contact, source
from generator.site.context import Context
from generator.site.labels import day, deadline
from generator.site.page import HOME, Link, Page
from generator.site.text import rich
from generator.site.urls import avviso_url, ente_url


def avvisi_page(context: Context) -> Page:
    """All avvisi: open ones first, by deadline."""
    catalogue = context.catalogue

    def view() -> dict[str, Any]:
        found = sorted(catalogue.avvisi.values(), key=lambda one: (one.scade_il or datetime.date.max, one.titolo))
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
        "deadline": deadline(avviso.scade_il, catalogue.today),
        "calendar": avviso_calendar(f"{avviso.ambito}/{avviso.id}") if avviso.scade_il else "",
        "period": avviso.periodo or "",
        "ambito": catalogue.ambiti[avviso.ambito].nome_breve,
        "ente": Link(catalogue.enti[avviso.ente].nome, ente_url(avviso.ente)) if avviso.ente else None,
        "schede": cards([catalogue.scheda(avviso.ambito, id) for id in avviso.schede], context),
        "url": avviso.collegamento or "",
        "contacts": [contact(one, context.labels) for one in avviso.contatti],
        "sources": [source(one, catalogue) for one in avviso.fonti],
    }
