"""The sections of a scheda's page, its places, and the summary for someone in a hurry."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.model.contatto import SedeDellaScheda
from generator.model.scheda import Contributo, Requisito, Scheda
from generator.site.cards import Contact, Hours, contact, hours
from generator.site.context import Context
from generator.site.labels import day, joined
from generator.site.opening import opening_data
from generator.site.page import Link
from generator.site.text import first_sentence, rich

EMPTY = Markup("")


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the page index: `anchor` and `element` are those of the Italian model."""

    anchor: str
    label: str
    element: str
    intro: Markup = EMPTY
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
    opening: str
    """The hours as the browser reads them, JSON; empty where they are not known."""
    contacts: tuple[Contact, ...]


def sections(scheda: Scheda, context: Context) -> list[Section]:
    """The entries of the page index but the contacts; each says plainly when it is not known."""
    catalogue = context.catalogue
    intro = rich(scheda.a_chi_e_rivolto) if scheda.a_chi_e_rivolto else EMPTY
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
            rich(scheda.cosa_si_ottiene) if scheda.cosa_si_ottiene else EMPTY,
            unknown="" if scheda.cosa_si_ottiene else "Non sappiamo ancora con precisione che cosa si ottiene.",
        ),
        Section(
            "deadlines",
            "Tempi e scadenze",
            "service-calendar-text",
            rich(scheda.tempi_e_scadenze) if scheda.tempi_e_scadenze else EMPTY,
            items=_dates(scheda),
            unknown="" if scheda.tempi_e_scadenze or _dates(scheda) else "Non sappiamo ancora i tempi.",
        ),
        Section(
            "costs",
            "Quanto costa",
            "service-cost",
            rich(scheda.costo) if scheda.costo else EMPTY,
            unknown="" if scheda.costo else "Non sappiamo ancora se c'è un costo.",
        ),
        Section(
            "submit-request",
            "Accedi al servizio",
            "service-generic-access",
            items=tuple(access(scheda, catalogue)),
        ),
        Section(
            "conditions",
            "Condizioni di servizio",
            "service-file",
            rich(conditions) if conditions else EMPTY,
            unknown="" if conditions else "Non conosciamo regole particolari oltre a quelle scritte in questa pagina.",
        ),
    ]


def access(scheda: Scheda, catalogue: Catalogue) -> list[str]:
    """How one gets in, in sentences: alone or sent by someone, by which channels."""
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


def _dates(scheda: Scheda) -> tuple[str, ...]:
    found = []
    if isinstance(scheda, Contributo):
        if scheda.apertura:
            found.append(f"Si può chiedere dal {day(scheda.apertura)}.")
        if scheda.scadenza:
            found.append(f"Si può chiedere fino al {day(scheda.scadenza)}.")
    return tuple(found)


def summary(
    scheda: Scheda,
    contacts: tuple[Contact, ...],
    places: tuple[Place, ...],
    desk: Link | None,
    catalogue: Catalogue,
) -> dict[str, Any]:
    """The five questions of someone in a hurry, answered in a line each."""
    people = joined([catalogue.destinatari[id].nome for id in scheda.destinatari])
    phone = next((one for one in (*contacts, *(c for place in places for c in place.contacts)) if one.is_phone), None)
    return {
        "for_whom": first_sentence(scheda.a_chi_e_rivolto) if scheda.a_chi_e_rivolto else f"{people}.",
        "outcome": outcome(scheda.cosa_si_ottiene) if scheda.cosa_si_ottiene else "",
        "first_step": first_sentence(scheda.come_fare[0]) if scheda.come_fare else "",
        "phone": phone,
        "desk": desk,
        "places": [place.name for place in places],
        "hours_known": any(place.hours for place in places),
    }


def outcome(text: str) -> str:
    """What one gets, on one line: a list becomes a sentence."""
    items = [
        line.lstrip("-*+ ").rstrip(";,. ") for line in text.splitlines() if line.lstrip().startswith(("- ", "* ", "+ "))
    ]
    if not items:
        return first_sentence(text)
    lowered = [
        items[0],
        *(f"{item[:1].lower()}{item[1:]}" if not item[:2].isupper() else item for item in items[1:]),
    ]
    return first_sentence(f"{', '.join(lowered)}.")


def place(scheda: Scheda, used: SedeDellaScheda, context: Context) -> Place:
    """A place of the service; a protected one has neither address nor map."""
    sede = context.catalogue.sede(scheda.ambito, used.sede)
    reserved = sede.indirizzo_riservato
    comune = context.catalogue.comuni[sede.comune].nome if sede.comune else ""
    address = ", ".join(part for part in (sede.indirizzo, " ".join(filter(None, (sede.cap, comune)))) if part)
    point = f"geo:{sede.coordinate.lat},{sede.coordinate.lon}" if sede.coordinate else ""
    if address and sede.indirizzo and not point:
        point = f"geo:0,0?q={quote(address)}"
    return Place(
        name=sede.nome,
        address="" if reserved else address,
        reserved=reserved,
        map_url="" if reserved else point,
        note=used.nota or "",
        accessibility=sede.accessibilita or "",
        transport="" if reserved else sede.trasporti or "",
        hours=tuple(hours(used.orari, context.labels)),
        opening=opening_data(used.orari),
        contacts=tuple(contact(one, context.labels) for one in (*used.contatti, *sede.contatti)),
    )
