"""Paper for noticeboards: the leaflet of a Comune, folded in three, and the poster of one service. One A4 page each."""

from typing import Any

from generator.carta.content import Fact, Line, Sheet
from generator.carta.sheets import IN_FORCE, line_of, sheet
from generator.catalogue import for_citizens, kind_of
from generator.model.scheda import Scheda
from generator.site.cards import contact, hours
from generator.site.context import Context
from generator.site.labels import day, in_comune
from generator.site.pages.scheda_sections import outcome
from generator.site.qr import code_of
from generator.site.text import first_sentence
from generator.site.urls import comune_url

NEEDS = 8
"""How many needs have their own QR code on a leaflet: those with the most services in the Comune."""
DESKS = 5
EMERGENCIES = frozenset({"emergenza", "violenza", "infanzia"})


def leaflet_data(comune: str, context: Context) -> dict[str, Any]:
    """What `volantino.typ` prints: where to go, whom to call, a QR code for each need. What is unknown is left out."""
    catalogue = context.catalogue
    found = catalogue.comuni[comune]
    ente = catalogue.enti[found.ente]
    schede = [one for one in catalogue.by_comune.get(comune, ()) if for_citizens(one) and one.stato in IN_FORCE]
    address = f"{context.site_url}{comune_url(comune)}" if context.site_url else ""
    counted = {id: sum(id in one.bisogni for one in schede) for id in catalogue.bisogni}
    chosen = sorted(sorted(counted, key=lambda id: -counted[id])[:NEEDS], key=list(catalogue.bisogni).index)
    contacts = [line_of(contact(one, context.labels)) for one in (*found.contatti, *ente.contatti)]
    title = f"Servizi sociali {in_comune(found.nome)}"
    return {
        **_frame(title, catalogue.ambiti[found.ambito].nome, context),
        "address": address,
        "qr": code_of(address).svg if address else "",
        "count": len(schede),
        "contacts": [_line(one) for one in contacts],
        "desks": [_desk(one, context) for one in schede if kind_of(one) == "sportello"][:DESKS],
        "numbers": [
            {"number": one.numero, "what": one.a_che_serve}
            for one in catalogue.numeri_utili.values()
            if one.emergenza in EMERGENCIES
        ],
        "needs": [
            {"name": catalogue.bisogni[id].nome, "qr": code_of(f"{address}#{id}").svg if address else ""}
            for id in chosen
            if counted[id]
        ],
    }


def _frame(title: str, name: str, context: Context) -> dict[str, Any]:
    today = context.catalogue.today
    return {"title": title, "name": name, "day": day(today), "date": [today.year, today.month, today.day]}


def _line(line: Line) -> dict[str, str]:
    return {"name": line.name, "text": line.text, "href": line.href, "note": line.note}


def _desk(scheda: Scheda, context: Context) -> dict[str, Any]:
    places = []
    phones = [line_of(contact(one, context.labels)) for one in scheda.contatti]
    for used in scheda.sedi:
        sede = context.catalogue.sede(scheda.ambito, used.sede)
        if sede.indirizzo_riservato:
            continue
        opening = "; ".join(f"{one.days} {one.times}" for one in hours(used.orari, context.labels))
        where = ", ".join(part for part in (sede.nome, sede.indirizzo or "") if part)
        phones.extend(line_of(contact(one, context.labels)) for one in (*used.contatti, *sede.contatti))
        places.append({"where": where, "when": opening})
    return {
        "name": scheda.nome,
        "brief": scheda.in_breve,
        "places": places,
        "contacts": [_line(one) for one in phones],
    }


def poster_data(scheda: Scheda, context: Context) -> dict[str, Any]:
    """What `locandina.typ` prints: what it is, for whom, the first step, whom to call, the QR code of its page."""
    found: Sheet = sheet(scheda, context)
    facts: dict[str, Fact] = {fact.id: fact for fact in found.facts}
    address = f"{context.site_url}{found.url}" if context.site_url else ""
    rows = (
        ("Per chi è", first_sentence(facts["chi"].text) if facts["chi"].text else ""),
        ("Che cosa offre", outcome(facts["cosa"].text) if facts["cosa"].text else ""),
        ("Che cosa fare", first_sentence(scheda.come_fare[0]) if scheda.come_fare else ""),
        ("Quanto costa", first_sentence(scheda.costo) if scheda.costo else ""),
    )
    return {
        **_frame(found.name, context.catalogue.ambiti[scheda.ambito].nome, context),
        "kind": found.kind,
        "state": found.state,
        "brief": found.brief,
        "comuni": found.comuni,
        "rows": [{"label": label, "text": text} for label, text in rows if text],
        "places": [_line(one) for one in facts["dove"].lines],
        "contacts": [_line(one) for one in facts["contatti"].lines],
        "provider": found.provider,
        "address": address,
        "qr": code_of(address).svg if address else "",
    }
