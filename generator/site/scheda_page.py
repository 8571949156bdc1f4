"""The page of a scheda, after the Italian model for public services: eight entries in their order, and what we do not know."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.catalogue import Catalogue, for_citizens, key_of, kind_of
from generator.model.expected import missing
from generator.model.scheda import Contributo, Progetto, Requisito, Scheda, Sportello, Struttura
from generator.site.cards import (
    EMERGENCY_AREAS,
    Contact,
    Hours,
    card,
    comuni_in_words,
    contact,
    emergency_numbers,
    first_door,
    hours,
    source,
)
from generator.site.context import Context
from generator.site.labels import day, euro, joined, number
from generator.site.page import HOME, Link, Page
from generator.site.structured_data import service
from generator.site.text import first_sentence, rich
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


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the page index: `anchor` and `element` are those of the Italian model."""

    anchor: str
    label: str
    element: str
    intro: Markup = Markup("")
    steps: tuple[Markup, ...] = ()
    items: tuple[str, ...] = ()
    requirements: tuple[Requisito, ...] = ()
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the service is, and when it is open."""

    name: str
    address: str
    reserved: bool
    map_url: str
    note: str
    accessibility: str
    transport: str
    hours: tuple[Hours, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A name and a value, for the facts about staff, money and numbers."""

    name: str
    value: str
    note: str = ""


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
        sensitive=any(area in EMERGENCY_AREAS for area in scheda.aree),
    )


def _view(scheda: Scheda, context: Context) -> dict[str, Any]:
    catalogue, labels = context.catalogue, context.labels
    desk = first_door(scheda.ambito, catalogue)
    if desk is not None and desk.url == scheda_url(scheda):
        desk = None
    contacts = tuple(contact(one, labels) for one in scheda.contatti)
    places = tuple(_place(scheda, number, context) for number in range(len(scheda.sedi)))
    sections = _sections(scheda, context)
    return {
        "scheda": scheda,
        "key": key_of(scheda),
        "kind": labels("tipo", kind_of(scheda)),
        "state_label": labels("stato", scheda.stato),
        "state_meaning": labels("stato_spiegato", scheda.stato),
        "area": Link(catalogue.aree[scheda.aree[0]].nome, area_url(scheda.aree[0])),
        "ambito": Link(catalogue.ambiti[scheda.ambito].nome_breve, ambito_url(scheda.ambito)),
        "comuni": [Link(comune.nome, comune_url(comune.id)) for comune in catalogue.comuni_of(scheda)],
        "comuni_in_words": comuni_in_words(scheda, catalogue),
        "emergency": emergency_numbers(scheda.aree, catalogue),
        "public": [labels("pubblico", one) for one in scheda.pubblico],
        "only_for": ""
        if for_citizens(scheda)
        else joined([labels("pubblico", one).lower() for one in scheda.pubblico]),
        "notices": _notices(scheda, catalogue),
        "summary": _summary(scheda, contacts, places, desk, catalogue),
        "sections": sections,
        "places": places,
        "contacts": contacts,
        "desk": desk,
        "manager": _ente(scheda.gestore, catalogue),
        "owner": _ente(scheda.titolare, catalogue),
        "partners": [link for id in scheda.partner if (link := _ente(id, catalogue))],
        "more": rich(scheda.ulteriori_informazioni) if scheda.ulteriori_informazioni else "",
        "description": rich(scheda.descrizione) if scheda.descrizione else "",
        "missing": [fact.name for fact in missing(scheda)],
        "period": _period(scheda),
        "facts": _facts(scheda),
        "staff": [_staff(scheda, number, context) for number in range(len(scheda.personale))],
        "money": [_money(scheda, number, context) for number in range(len(scheda.finanziamenti))],
        "figures": [_figure(scheda, number, context) for number in range(len(scheda.indicatori))],
        "leps": [catalogue.leps[id] for id in scheda.leps],
        "needs": [Link(catalogue.bisogni[id].nome, bisogno_url(id)) for id in scheda.bisogni],
        "topics": _topics(scheda, catalogue),
        "whole": card(catalogue.scheda(scheda.ambito, scheda.parte_di), context) if scheda.parte_di else None,
        "parts": [card(part, context) for part in catalogue.parts_of.get(key_of(scheda), ())],
        "related": [card(catalogue.scheda(scheda.ambito, id), context) for id in scheda.collegate],
        "elsewhere": _elsewhere(scheda, context),
        "sources": [source(fonte, catalogue) for fonte in scheda.fonti],
        "verified": _verified(scheda, catalogue),
        "file": catalogue.files.get(f"scheda:{key_of(scheda)}", ""),
    }


def _sections(scheda: Scheda, context: Context) -> list[Section]:
    catalogue = context.catalogue
    intro = rich(scheda.a_chi_e_rivolto) if scheda.a_chi_e_rivolto else Markup("")
    people = joined([catalogue.destinatari[id].nome.lower() for id in scheda.destinatari])
    conditions = scheda.condizioni_di_servizio
    return [
        Section(
            "who-needs",
            "A chi è rivolto",
            "service-addressed",
            intro or Markup("<p>È per: {}.</p>").format(people),
            requirements=scheda.requisiti,
        ),
        Section(
            "how-to",
            "Come fare",
            "service-how-to",
            steps=tuple(rich(step) for step in scheda.come_fare),
            unknown="" if scheda.come_fare else "Non sappiamo ancora quali passi servono.",
        ),
        Section(
            "needed",
            "Cosa serve",
            "service-needed",
            items=scheda.cosa_serve,
            unknown="" if scheda.cosa_serve else "Non sappiamo ancora quali documenti servono.",
        ),
        Section(
            "obtain",
            "Cosa si ottiene",
            "service-achieved",
            rich(scheda.cosa_si_ottiene) if scheda.cosa_si_ottiene else Markup(""),
            unknown=""
            if scheda.cosa_si_ottiene
            else "Non sappiamo ancora con precisione che cosa si ottiene.",
        ),
        Section(
            "deadlines",
            "Tempi e scadenze",
            "service-calendar-text",
            rich(scheda.tempi_e_scadenze) if scheda.tempi_e_scadenze else Markup(""),
            items=_dates(scheda),
            unknown="" if scheda.tempi_e_scadenze or _dates(scheda) else "Non sappiamo ancora i tempi.",
        ),
        Section(
            "costs",
            "Quanto costa",
            "service-cost",
            rich(scheda.costo) if scheda.costo else Markup(""),
            unknown="" if scheda.costo else "Non sappiamo ancora se c'è un costo.",
        ),
        Section(
            "submit-request",
            "Accedi al servizio",
            "service-generic-access",
            items=tuple(_access(scheda, catalogue)),
        ),
        Section(
            "conditions",
            "Condizioni di servizio",
            "service-file",
            rich(conditions) if conditions else Markup(""),
            unknown=""
            if conditions
            else "Non conosciamo regole particolari oltre a quelle scritte in questa pagina.",
        ),
    ]


def _access(scheda: Scheda, catalogue: Catalogue) -> list[str]:
    access = scheda.accesso
    if access is None:
        return []
    found = []
    if access.diretto is True:
        found.append("Puoi chiederlo tu, senza essere inviato da qualcuno.")
    if access.chi_invia:
        senders = joined([catalogue.invianti[id].nome for id in access.chi_invia])
        also = "Può inviarti anche" if access.diretto else "Ci si arriva tramite"
        found.append(f"{also}: {senders[:1].lower()}{senders[1:]}.")
    elif access.diretto is False:
        found.append("Non si chiede da soli: serve che qualcuno ti invii.")
    found.extend(f"{catalogue.canali[id].nome}." for id in access.canali)
    if access.nota:
        found.append(access.nota)
    return found


def _summary(
    scheda: Scheda,
    contacts: tuple[Contact, ...],
    places: tuple[Place, ...],
    desk: Link | None,
    catalogue: Catalogue,
) -> dict[str, Any]:
    """The five questions of someone in a hurry, answered in a line each."""
    people = joined([catalogue.destinatari[id].nome for id in scheda.destinatari])
    phone = next(
        (one for one in (*contacts, *(c for place in places for c in place.contacts)) if one.is_phone), None
    )
    return {
        "for_whom": first_sentence(scheda.a_chi_e_rivolto) if scheda.a_chi_e_rivolto else f"{people}.",
        "outcome": _outcome(scheda.cosa_si_ottiene) if scheda.cosa_si_ottiene else "",
        "first_step": first_sentence(scheda.come_fare[0]) if scheda.come_fare else "",
        "phone": phone,
        "desk": desk,
        "places": [place.name for place in places],
        "hours_known": any(place.hours for place in places),
    }


def _outcome(text: str) -> str:
    """What one gets, on one line: a list becomes a sentence."""
    items = [
        line.lstrip("-*+ ").rstrip(";,. ")
        for line in text.splitlines()
        if line.lstrip().startswith(("- ", "* ", "+ "))
    ]
    if not items:
        return first_sentence(text)
    lowered = [
        items[0],
        *(f"{item[:1].lower()}{item[1:]}" if not item[:2].isupper() else item for item in items[1:]),
    ]
    return first_sentence(f"{', '.join(lowered)}.")


def _notices(scheda: Scheda, catalogue: Catalogue) -> list[str]:
    notices = []
    period = scheda.periodo
    if period is not None and period.al is not None and period.al < catalogue.today:
        notices.append(f"Il periodo di questa scheda è finito il {day(period.al)}.")
    check = scheda.verificato
    if check is not None:
        months = (
            (catalogue.today.year - check.il.year) * MONTHS_IN_A_YEAR + catalogue.today.month - check.il.month
        )
        if months > check.ogni_mesi:
            notices.append(f"L'ultima verifica è del {day(check.il)}: qualcosa potrebbe essere cambiato.")
    return notices


def _place(scheda: Scheda, number: int, context: Context) -> Place:
    used = scheda.sedi[number]
    sede = context.catalogue.sede(scheda.ambito, used.sede)
    reserved = sede.indirizzo_riservato
    comune = context.catalogue.comuni[sede.comune].nome if sede.comune else ""
    address = ", ".join(part for part in (sede.indirizzo, " ".join(filter(None, (sede.cap, comune)))) if part)
    point = f"geo:{sede.coordinate.lat},{sede.coordinate.lon}" if sede.coordinate else ""
    return Place(
        name=sede.nome,
        address="" if reserved else address,
        reserved=reserved,
        map_url="" if reserved else point,
        note=used.nota or "",
        accessibility=sede.accessibilita or "",
        transport="" if reserved else sede.trasporti or "",
        hours=tuple(hours(used.orari, context.labels)),
        contacts=tuple(contact(one, context.labels) for one in (*used.contatti, *sede.contatti)),
    )


def _ente(id: str | None, catalogue: Catalogue) -> Link | None:
    return Link(catalogue.enti[id].nome, ente_url(id)) if id else None


def _period(scheda: Scheda) -> str:
    period = scheda.periodo
    if period is None:
        return ""
    parts = [f"dal {day(period.dal)}" if period.dal else "", f"al {day(period.al)}" if period.al else ""]
    dates = " ".join(part for part in parts if part)
    sentence = f"{dates[:1].upper()}{dates[1:]}." if dates else ""
    return " ".join(part for part in (sentence, period.nota or "") if part)


def _dates(scheda: Scheda) -> tuple[str, ...]:
    found = []
    if isinstance(scheda, Contributo):
        if scheda.apertura:
            found.append(f"Si può chiedere dal {day(scheda.apertura)}.")
        if scheda.scadenza:
            found.append(f"Si può chiedere fino al {day(scheda.scadenza)}.")
    return tuple(found)


def _facts(scheda: Scheda) -> dict[str, Any]:
    """What only one kind of scheda says."""
    return {
        "amounts": [_amount(one) for one in scheda.importi] if isinstance(scheda, Contributo) else [],
        "aims": scheda.obiettivi if isinstance(scheda, Progetto) else (),
        "codes": scheda.codici if isinstance(scheda, Progetto) else (),
        "languages": scheda.lingue if isinstance(scheda, Sportello) else (),
        "capacity": scheda.posti if isinstance(scheda, Struttura) else None,
    }


def _amount(one: Any) -> Row:
    often = {"una_volta": "una volta sola"}.get(one.ogni or "", f"ogni {one.ogni}" if one.ogni else "")
    value = f"{'fino a ' if one.massimo else ''}{euro(one.valore)}" if one.valore is not None else ""
    return Row(one.descrizione, " ".join(part for part in (value, often) if part))


def _staff(scheda: Scheda, index: int, context: Context) -> Row:
    one = scheda.personale[index]
    where = context.catalogue.comuni[one.comune].nome if one.comune else ""
    people = (
        f"{number(one.numero)} {'persona' if one.numero == 1 else 'persone'}"
        if one.numero is not None
        else ""
    )
    time = (
        f"{number(one.ore)} ore {context.labels('ogni', one.ogni) if one.ogni else ''}".strip()
        if one.ore is not None
        else ""
    )
    name = f"{one.figura} ({where})" if where else one.figura
    return Row(name, ", ".join(part for part in (people, time) if part), one.nota or "")


def _money(scheda: Scheda, index: int, context: Context) -> Row:
    one = scheda.finanziamenti[index]
    where = context.catalogue.comuni[one.comune].nome if one.comune else ""
    name = one.fonte if not where or where in one.fonte else f"{one.fonte} ({where})"
    amount = euro(one.importo) + (" all'anno" if one.ogni_anno else "") if one.importo is not None else ""
    period = ""
    if one.periodo:
        ends = (one.periodo.dal, one.periodo.al)
        period = " – ".join(day(end) for end in ends if end) or one.periodo.nota or ""
    return Row(name, amount, "; ".join(part for part in (period, one.nota or "") if part))


def _figure(scheda: Scheda, index: int, context: Context) -> Row:
    one = scheda.indicatori[index]
    where = context.catalogue.comuni[one.comune].nome if one.comune else ""
    name = f"{one.nome} ({where})" if where else one.nome
    aim = "Obiettivo: " if one.tipo == "obiettivo" else ""
    return Row(
        name,
        f"{aim}{one.valore} {one.unita or ''}".strip(),
        f"al {one.al}" if one.al and one.al[:1].isdigit() else one.al or "",
    )


def _topics(scheda: Scheda, catalogue: Catalogue) -> list[Link]:
    topics: dict[str, str] = {}
    for id in scheda.aree:
        for topic in catalogue.aree[id].argomenti:
            topics.setdefault(topic, area_url(id))
    return [Link(topic, url) for topic, url in topics.items()]


def _elsewhere(scheda: Scheda, context: Context) -> dict[str, Any] | None:
    if scheda.tipologia is None:
        return None
    same = [
        one for one in context.catalogue.by_tipologia.get(scheda.tipologia, ()) if one.ambito != scheda.ambito
    ]
    kind = context.catalogue.tipologie[scheda.tipologia]
    return (
        {"tipologia": Link(kind.nome, tipologia_url(kind.id)), "schede": [card(one, context) for one in same]}
        if same
        else None
    )


def _verified(scheda: Scheda, catalogue: Catalogue) -> str:
    check = scheda.verificato
    if check is None:
        return ""
    return f"Verificata il {day(check.il)} da {catalogue.enti[check.da].nome}."
