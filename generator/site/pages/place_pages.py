"""The pages of places: each Comune, each Ambito, and the list of all Comuni."""

from functools import partial
from typing import Any

from generator.catalogue import Catalogue, for_citizens, kind_of
from generator.model.scheda import Scheda
from generator.model.territorio import Ambito, Comune
from generator.site.cards import TODAY, by_time, card, cards, citizens, contact, first_door, hours
from generator.site.context import Context
from generator.site.labels import day, in_comune
from generator.site.map import Map, territory_map
from generator.site.opening import opening_data
from generator.site.page import HOME, Link, Page
from generator.site.pages.help_pages import NOW
from generator.site.pages.plan import essential_levels, money_by_year, outcomes, states_chart
from generator.site.text import rich
from generator.site.urls import ambito_url, area_url, bisogno_url, carta_url, comune_url, ente_url, scheda_url

COMUNI = Link("Comuni", "comuni/")
AMBITI = Link("Ambiti", "ambiti/")


def comune_page(comune: Comune, context: Context) -> Page:
    """What a resident of the Comune can use, grouped by need; what the Ambito does not offer there."""
    return Page(
        url=comune_url(comune.id),
        template="comune.html",
        title=f"Servizi sociali {in_comune(comune.nome)}",
        description=f"I servizi sociali per chi abita {in_comune(comune.nome)}: che cosa c'è, per chi, come chiederlo.",
        view=partial(_comune, comune, context),
        path=(HOME, COMUNI, Link(comune.nome, "")),
    )


def _comune(comune: Comune, context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    schede = citizens(catalogue.by_comune.get(comune.id, ()))
    ambito = catalogue.ambiti[comune.ambito]
    of_ambito = citizens(catalogue.by_ambito.get(comune.ambito, ()))
    here = {id(scheda) for scheda in schede}
    ente = catalogue.enti[comune.ente]
    needs = by_need(schede, context)
    return {
        "comune": comune,
        "where": in_comune(comune.nome),
        "ambito": Link(ambito.nome, ambito_url(ambito.id)),
        "ambito_name": ambito.nome_breve,
        "empty": not of_ambito,
        "count": sum(scheda.stato in TODAY for scheda in schede),
        "needs": needs,
        "other_later": list(dict.fromkeys(one for need in needs if not need["schede"] for one in need["later"])),
        "desks": [_desk(scheda, comune, context) for scheda in schede if kind_of(scheda) == "sportello"],
        "contacts": [contact(one, context.labels) for one in (*comune.contatti, *ente.contatti)],
        "site": comune.sito or ente.sito or "",
        "ente": Link(ente.nome, ente_url(ente.id)),
        "door": first_door(comune.ambito, catalogue),
        "not_here": [
            {"card": card(scheda, context), "why": scheda.nota_comuni or ""}
            for scheda in of_ambito
            if id(scheda) not in here
        ],
        "neighbours": [Link(one.nome, comune_url(one.id)) for one in catalogue.comuni_by_ambito[comune.ambito]],
        "numbers": [one for one in catalogue.numeri_utili.values() if one.emergenza in NOW],
        "map": _map(comune, context),
    }


def _map(comune: Comune, context: Context) -> Map | None:
    """The map of the Ambito, which is drawn once, with the Comune marked on it."""
    key = ("map", comune.ambito)
    if key not in context.kept:
        context.kept[key] = territory_map(context.catalogue, comune.ambito)
    drawn: Map | None = context.kept[key]
    return drawn.at(comune.id) if drawn else None


def by_need(schede: list[Scheda], context: Context) -> list[dict[str, Any]]:
    """Schede under each need they answer, in the order of the vocabulary; the rest by area at the end."""
    found: dict[str, list[Scheda]] = {need: [] for need in context.catalogue.bisogni}
    rest: dict[str, list[Scheda]] = {area: [] for area in context.catalogue.aree}
    for scheda in schede:
        for need in dict.fromkeys(scheda.bisogni):
            found[need].append(scheda)
        if not scheda.bisogni:
            rest[scheda.aree[0]].append(scheda)
    return [
        *(
            _group(id, need.nome, bisogno_url(id), need.icona, found[id], context)
            for id, need in context.catalogue.bisogni.items()
            if found[id]
        ),
        *(
            _group(f"area-{id}", area.nome, area_url(id), area.icona, rest[id], context)
            for id, area in context.catalogue.aree.items()
            if rest[id]
        ),
    ]


def _group(anchor: str, name: str, url: str, icon: str | None, found: list[Scheda], context: Context) -> dict[str, Any]:
    return {"anchor": anchor, "name": name, "url": url, "icon": icon, **by_time(found, context)}


def _desk(scheda: Scheda, comune: Comune, context: Context) -> dict[str, Any]:
    catalogue, places = context.catalogue, []
    for used in scheda.sedi:
        sede = catalogue.sede(scheda.ambito, used.sede)
        if sede.indirizzo_riservato:
            continue
        where = catalogue.comuni[sede.comune].nome if sede.comune else ""
        places.append(
            {
                "name": sede.nome,
                "here": sede.comune == comune.id,
                "address": ", ".join(part for part in (sede.indirizzo, where) if part),
                "hours": hours(used.orari, context.labels),
                "opening": opening_data(used.orari),
                "contacts": [contact(one, context.labels) for one in (*used.contatti, *sede.contatti)],
            }
        )
    return {
        "name": scheda.nome,
        "url": scheda_url(scheda),
        "brief": scheda.in_breve,
        "state": scheda.stato,
        "state_label": context.labels("stato", scheda.stato),
        "places": sorted(places, key=lambda place: not place["here"]),
        "contacts": [contact(one, context.labels) for one in scheda.contatti],
    }


def comuni_page(context: Context) -> Page:
    """All Comuni, by Ambito and on the map."""
    return Page(
        url="comuni/",
        template="comuni.html",
        title="Comuni",
        description="Scegli il tuo Comune e guarda quali servizi sociali puoi usare.",
        view=partial(_comuni, context.catalogue),
        path=(HOME, Link("Comuni", "")),
    )


def _comuni(catalogue: Catalogue) -> dict[str, Any]:
    return {"ambiti": comuni_by_ambito(catalogue), "map": territory_map(catalogue)}


def comuni_by_ambito(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Each Ambito with links to its Comuni and how many schede each has for citizens."""
    return [
        {
            "id": ambito.id,
            "name": ambito.nome_breve,
            "url": ambito_url(ambito.id),
            "comuni": [
                {
                    "name": comune.nome,
                    "id": comune.id,
                    "url": comune_url(comune.id),
                    "count": sum(map(for_citizens, catalogue.by_comune.get(comune.id, ()))),
                }
                for comune in catalogue.comuni_by_ambito.get(ambito.id, ())
            ],
        }
        for ambito in catalogue.ambiti.values()
    ]


def ambito_page(ambito: Ambito, context: Context) -> Page:
    """An Ambito: who it is, its Comuni, its services by area, and what concerns operators and ETS."""
    return Page(
        url=ambito_url(ambito.id),
        template="ambito.html",
        title=ambito.nome,
        description=ambito.in_breve,
        view=partial(_ambito, ambito, context),
        path=(HOME, AMBITI, Link(ambito.nome_breve, "")),
    )


def _ambito(ambito: Ambito, context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    schede = catalogue.by_ambito.get(ambito.id, ())
    public = citizens(schede)
    ente = catalogue.enti[ambito.ente]
    bodies = [catalogue.enti[id] for id in dict.fromkeys(filter(None, (ambito.capofila, ambito.ufficio_di_piano)))]
    return {
        "ambito": ambito,
        "description": rich(ambito.descrizione) if ambito.descrizione else "",
        "ente": Link(ente.nome, ente_url(ente.id)),
        "bodies": [{"link": Link(body.nome, ente_url(body.id)), "role": body.ruolo or ""} for body in bodies],
        "comuni": [Link(one.nome, comune_url(one.id)) for one in catalogue.comuni_by_ambito.get(ambito.id, ())],
        "contacts": [contact(one, context.labels) for one in ambito.contatti],
        "door": first_door(ambito.id, catalogue),
        "carta": carta_url(ambito.id) if ambito.id in catalogue.carte else "",
        "areas": [
            {
                "link": Link(area.nome, area_url(area.id)),
                "icon": area.icona,
                "anchor": area.id,
                **by_time(found, context),
            }
            for area in catalogue.aree.values()
            if (found := [scheda for scheda in public if scheda.aree[0] == area.id])
        ],
        "others": cards([scheda for scheda in schede if not for_citizens(scheda)], context),
        "notices": [one for one in catalogue.avvisi.values() if one.ambito == ambito.id],
        "documents": [
            {
                "title": one.titolo,
                "when": day(one.data) if one.data else one.anno or "",
                "note": one.nota or "",
                "url": one.url or "",
            }
            for one in catalogue.documenti.values()
            if one.ambito == ambito.id
        ],
        "count": len(public),
        "chart": states_chart(schede, context),
        "levels": essential_levels(schede, context),
        "outcomes": outcomes(schede, context),
        "money": money_by_year(schede, context),
    }


def ambiti_page(context: Context) -> Page:
    """The list of the Ambiti."""
    return Page(
        url="ambiti/",
        template="ambiti.html",
        title="Ambiti",
        description="Gli Ambiti Territoriali Sociali del catalogo, con i loro Comuni.",
        view=partial(_ambiti, context.catalogue),
        path=(HOME, Link("Ambiti", "")),
    )


def _ambiti(catalogue: Catalogue) -> dict[str, Any]:
    briefs = {ambito.nome_breve: ambito.in_breve for ambito in catalogue.ambiti.values()}
    return {"ambiti": [{**one, "brief": briefs[one["name"]]} for one in comuni_by_ambito(catalogue)]}
