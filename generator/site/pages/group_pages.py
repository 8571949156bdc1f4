"""The pages that gather schede: by area, by need, by kind, and the same tipologia in every Ambito."""

from collections.abc import Iterable
from typing import Any

from generator.catalogue import for_citizens, kind_of
from generator.model.scheda import KINDS, Kind, Scheda
from generator.model.vocabolario import Area, Bisogno, Tipologia
from generator.site.cards import EMERGENCY_AREAS, by_time, citizens, emergency_numbers
from generator.site.context import Context
from generator.site.labels import joined
from generator.site.page import HOME, Link, Page
from generator.site.pages.guide_pages import guides_of_need
from generator.site.text import rich
from generator.site.urls import ambito_url, area_url, bisogno_url, kind_url, scheda_url, tipologia_url

AREE = Link("Aree", "aree/")
BISOGNI = Link("Bisogni", "bisogni/")
TIPOLOGIE = Link("Tipi di servizio", "tipologie/")
MOST_OPEN = 40
"""How many schede a page shows at once: with more, each Ambito opens by itself."""


def area_page(area: Area, context: Context) -> Page:
    """All schede of an area."""

    def view() -> dict[str, Any]:
        schede = citizens(context.catalogue.by_area.get(area.id, ()))
        needs = [need for need in context.catalogue.bisogni.values() if area.id in need.aree]
        return {
            "title": area.nome,
            "lead": area.descrizione or "",
            **_by_ambito(schede, context),
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
            **_by_ambito(citizens(context.catalogue.by_bisogno.get(bisogno.id, ())), context),
            "links": [Link(bisogni[id].nome, bisogno_url(id)) for id in bisogno.simili],
            "links_title": "Forse ti interessa anche",
            "guides": guides_of_need(bisogno.id, context),
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
        schede = [scheda for scheda in context.catalogue.in_order if kind_of(scheda) == kind and for_citizens(scheda)]
        return {
            "title": name,
            "lead": context.labels("tipi_spiegati", kind),
            **_by_ambito(schede, context, "kind"),
            "links": [Link(context.labels("tipi", other), kind_url(other)) for other in KINDS if other != kind],
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


def _by_ambito(schede: Iterable[Scheda], context: Context, where: str = "part") -> dict[str, Any]:
    """Schede under their Ambito, in the order of the Ambiti; folded, if they are too many for a page of a phone."""
    by_ambito: dict[str, list[Scheda]] = {}
    for scheda in schede:
        by_ambito.setdefault(scheda.ambito, []).append(scheda)
    groups = [
        {
            "name": ambito.nome_breve,
            "url": ambito_url(ambito.id),
            "anchor": ambito.id,
            **by_time(found, context),
        }
        for ambito in context.catalogue.ambiti.values()
        if (found := by_ambito.get(ambito.id))
    ]
    folded = len(groups) > 1 and sum(map(len, by_ambito.values())) > MOST_OPEN
    return {"groups": groups, "folded": folded, "where": where}
