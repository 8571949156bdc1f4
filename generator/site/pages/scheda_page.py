"""The page of a scheda: the eight entries of the Italian model in their order, and what is not known."""

from functools import partial
from itertools import islice
from typing import Any

from generator.catalogue import Catalogue, for_citizens, key_of, kind_of
from generator.model.expected import missing
from generator.model.scheda import Scheda
from generator.site.calendar import FILE, has_calendar
from generator.site.cards import (
    EMERGENCY_AREAS,
    card,
    cards,
    comuni_in_words,
    contact,
    emergency_numbers,
    first_door,
    in_time,
    is_sensitive,
    source,
)
from generator.site.context import Context
from generator.site.labels import day, joined
from generator.site.page import HOME, Link, Page
from generator.site.pages.actions import primary_action, sharing
from generator.site.pages.guide_pages import verification
from generator.site.pages.scheda_facts import figure, kind_facts, money, period, staff
from generator.site.pages.scheda_sections import place, sections, summary
from generator.site.pages.structured_data import service
from generator.site.pages.updates import moments_of
from generator.site.pages.ways_in import ways_in
from generator.site.qr import code_of
from generator.site.text import rich
from generator.site.urls import (
    ambito_url,
    area_url,
    bisogno_url,
    comune_url,
    ente_url,
    kind_url,
    scheda_url,
    tipologia_url,
)

MONTHS_IN_A_YEAR = 12
ELSEWHERE = 6
"""How many schede of other Ambiti a page names; the page of the tipologia has them all."""


def scheda_page(scheda: Scheda, context: Context) -> Page:
    """The page of one scheda."""
    catalogue, labels = context.catalogue, context.labels
    kind = kind_of(scheda)
    area = catalogue.aree[scheda.aree[0]]
    return Page(
        url=scheda_url(scheda),
        template="scheda.html",
        title=f"{scheda.nome} ({catalogue.ambiti[scheda.ambito].nome_breve})",
        description=scheda.in_breve,
        view=partial(_view, scheda, context),
        path=(
            HOME,
            Link(labels("tipi", kind), kind_url(kind)),
            Link(area.nome, area_url(area.id)),
            Link(scheda.nome, ""),
        ),
        structured_data=partial(service, scheda, catalogue, labels, context.site_url),
        sensitive=is_sensitive(scheda, catalogue),
    )


def _view(scheda: Scheda, context: Context) -> dict[str, Any]:
    catalogue, labels = context.catalogue, context.labels
    desk = first_door(scheda.ambito, catalogue)
    if desk is not None and desk.url == scheda_url(scheda):
        desk = None
    contacts = tuple(contact(one, labels) for one in scheda.contatti)
    places = tuple(place(scheda, used, context) for used in scheda.sedi)
    reached = (*contacts, *(one for found in places for one in found.contacts))
    opened = [one.opening for one in places if one.opening]
    area = catalogue.aree[scheda.aree[0]]
    return {
        "scheda": scheda,
        "key": key_of(scheda),
        "kind": labels("tipo", kind_of(scheda)),
        "state_label": labels("stato", scheda.stato),
        "state_meaning": labels("stato_spiegato", scheda.stato),
        "area": Link(area.nome, area_url(area.id)),
        "ambito": Link(catalogue.ambiti[scheda.ambito].nome_breve, ambito_url(scheda.ambito)),
        "comuni": [Link(comune.nome, comune_url(comune.id)) for comune in catalogue.comuni_of(scheda)],
        "comuni_in_words": comuni_in_words(scheda, catalogue),
        "area_icon": area.icona,
        "emergency": emergency_numbers(EMERGENCY_AREAS, catalogue) if is_sensitive(scheda, catalogue) else [],
        "sensitive": is_sensitive(scheda, catalogue),
        "action": primary_action(
            scheda, reached, next((one.address for one in places if one.map_url), ""), desk, catalogue
        ),
        "booking": _booking(scheda, desk),
        "sharing": sharing(scheda, next((one.value for one in reached if one.is_phone), ""), context.site_url),
        "verification": verification(scheda, context),
        "code": code_of(f"{context.site_url}{scheda_url(scheda)}"),
        "calendar": f"{scheda_url(scheda)}{FILE}" if has_calendar(scheda) else "",
        "open_now": opened[0] if len(opened) == 1 else "",
        "public": [labels("pubblico", one) for one in scheda.pubblico],
        "only_for": ""
        if for_citizens(scheda)
        else joined([labels("pubblico", one).lower() for one in scheda.pubblico]),
        "notices": _notices(scheda, catalogue),
        "summary": summary(scheda, contacts, places, desk, catalogue),
        "sections": sections(scheda, context),
        "places": places,
        "contacts": contacts,
        "desk": desk,
        "manager": _ente(scheda.gestore, catalogue),
        "manager_contacts": [contact(one, labels) for one in catalogue.enti[scheda.gestore].contatti]
        if scheda.gestore
        else [],
        "owner": _ente(scheda.titolare, catalogue),
        "partners": [link for id in scheda.partner if (link := _ente(id, catalogue))],
        "more": rich(scheda.ulteriori_informazioni) if scheda.ulteriori_informazioni else "",
        "description": rich(scheda.descrizione) if scheda.descrizione else "",
        "missing": [fact.name for fact in missing(scheda)],
        "period": period(scheda),
        "facts": kind_facts(scheda),
        "staff": [staff(one, context) for one in scheda.personale],
        "money": [money(one, context) for one in scheda.finanziamenti],
        "figures": [figure(one, context) for one in scheda.indicatori],
        "leps": [catalogue.leps[id] for id in scheda.leps],
        "needs": [Link(catalogue.bisogni[id].nome, bisogno_url(id)) for id in scheda.bisogni],
        "topics": _topics(scheda, catalogue),
        "whole": card(catalogue.scheda(scheda.ambito, scheda.parte_di), context) if scheda.parte_di else None,
        "parts": [card(part, context) for part in catalogue.parts_of.get(key_of(scheda), ())],
        "related": [card(catalogue.scheda(scheda.ambito, id), context) for id in scheda.collegate],
        "elsewhere": _elsewhere(scheda, context),
        "sources": [source(fonte, catalogue) for fonte in scheda.fonti],
        "verified": _verified(scheda, catalogue),
        "moments": moments_of(scheda, context),
        "ways": ways_in(scheda, context),
        "file": catalogue.files.get(f"scheda:{key_of(scheda)}", ""),
    }


def _booking(scheda: Scheda, desk: Link | None) -> dict[str, Any]:
    """Where one asks for an appointment: the service's own page for it, else the desk, else one's Comune."""
    own = scheda.accesso.prenotazione if scheda.accesso else None
    if own:
        return {"text": "Prenota un appuntamento", "url": own, "outside": True}
    text = "Chiedi un appuntamento al servizio sociale"
    return {"text": text, "url": desk.url if desk else "comuni/", "outside": False}


def _notices(scheda: Scheda, catalogue: Catalogue) -> list[str]:
    notices = []
    period = scheda.periodo
    if period is not None and period.al is not None and period.al < catalogue.today:
        notices.append(f"Il periodo di questa scheda è finito il {day(period.al)}.")
    if scheda.verificato is not None and not in_time(scheda, catalogue.today):
        notices.append(f"L'ultima verifica è del {day(scheda.verificato.il)}: qualcosa potrebbe essere cambiato.")
    return notices


def _ente(id: str | None, catalogue: Catalogue) -> Link | None:
    return Link(catalogue.enti[id].nome, ente_url(id)) if id else None


def _topics(scheda: Scheda, catalogue: Catalogue) -> list[Link]:
    topics: dict[str, str] = {}
    for id in scheda.aree:
        for topic in catalogue.aree[id].argomenti:
            topics.setdefault(topic, area_url(id))
    return [Link(topic, url) for topic, url in topics.items()]


def _elsewhere(scheda: Scheda, context: Context) -> dict[str, Any] | None:
    if scheda.tipologia is None:
        return None
    same = context.catalogue.by_tipologia.get(scheda.tipologia, ())
    others = list(islice((one for one in same if one.ambito != scheda.ambito), ELSEWHERE))
    kind = context.catalogue.tipologie[scheda.tipologia]
    link = Link(kind.nome, tipologia_url(kind.id))
    return {"tipologia": link, "schede": cards(others, context)} if others else None


def _verified(scheda: Scheda, catalogue: Catalogue) -> str:
    check = scheda.verificato
    if check is None:
        return ""
    return f"Verificata il {day(check.il)} da {catalogue.enti[check.da].nome}."
