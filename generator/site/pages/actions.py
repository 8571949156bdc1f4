"""What a reader does next: the one first step of a scheda, and the ways to take its page along."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from generator.catalogue import Catalogue, for_citizens
from generator.model.contatto import Contatto
from generator.model.scheda import Scheda
from generator.site.cards import MAIL, PHONE, Contact
from generator.site.labels import dial
from generator.site.page import Link
from generator.site.urls import scheda_url

ActionKind = Literal["telefono", "posta", "modulo", "calendario", "luogo", "domanda"]
"""How one acts; also the name of the icon."""
NOT_YET = {
    "previsto": "Chiedi quando parte",
    "proposta": "Chiedi se si farà",
    "sospeso": "Chiedi se riprende",
    "concluso": "Chiedi se c'è qualcosa di simile",
}
"""What can be asked about a service that cannot be had today, by its state."""


@dataclass(frozen=True, slots=True)
class Action:
    """The first step. `inside` tells whether `href` counts from the site's root; `note` says what to expect."""

    kind: ActionKind
    label: str
    href: str
    note: str = ""
    inside: bool = False


def primary_action(
    scheda: Scheda, contacts: tuple[Contact, ...], address: str, desk: Link | None, catalogue: Catalogue
) -> Action:
    """The one thing to do now: apply, book, call, write, go, or ask the desk.

    Who must be sent by someone, and who asks for what is not there yet, is never told to call the service itself.
    `contacts` are those of the scheda and of its places; `address` is that of the first place that a map can show: to a
    town alone one cannot go.
    """
    if question := NOT_YET.get(scheda.stato):
        return _ask(question, desk)
    access = scheda.accesso
    if for_citizens(scheda) and access is not None and access.diretto is False:
        return _ask("Parlane al servizio sociale", desk, "Non si chiede da soli: serve che qualcuno ti invii.")
    if access is not None and access.online:
        return Action("modulo", "Fai domanda in linea", access.online)
    if access is not None and access.prenotazione:
        return Action("calendario", "Prenota un appuntamento", access.prenotazione)
    if phone := next((one for one in contacts if one.is_phone), None):
        return Action("telefono", f"Chiama {phone.value}", phone.href, phone.note)
    if mail := next((one for one in contacts if one.href.startswith("mailto:")), None):
        return Action("posta", "Scrivi una e-mail", mail.href, mail.note or mail.value)
    if address:
        return Action("luogo", "Vai allo sportello", "#where", address)
    return _to_the_ente(scheda, catalogue) or _ask("Chiedi al servizio sociale", desk)


def _to_the_ente(scheda: Scheda, catalogue: Catalogue) -> Action | None:
    """A call or a letter to the ente that offers the service, or holds it."""
    for id in filter(None, (scheda.gestore, scheda.titolare)):
        ente = catalogue.enti[id]
        if phone := _first(ente.contatti, PHONE):
            note = f"Risponde {ente.nome}: chiedi di questo servizio."
            return Action("telefono", f"Chiama {phone.valore}", f"tel:{dial(phone.valore)}", note)
        if mail := _first(ente.contatti, MAIL):
            return Action("posta", "Scrivi una e-mail", f"mailto:{mail.valore}", f"A {ente.nome}, che lo offre.")
    return None


def _first(contacts: tuple[Contatto, ...], kinds: frozenset[str]) -> Contatto | None:
    return next((one for one in contacts if one.tipo in kinds), None)


def _ask(label: str, desk: Link | None, note: str = "") -> Action:
    if desk is None:
        return Action("domanda", label, "comuni/", note or "Scegli il tuo Comune: trovi a chi rivolgerti.", inside=True)
    return Action("domanda", label, desk.url, note or desk.text, inside=True)


@dataclass(frozen=True, slots=True)
class Sharing:
    """A page in a message: links that work without a script, and the text itself."""

    address: str
    text: str
    sms: str
    mail: str


def sharing(scheda: Scheda, phone: str, site_url: str) -> Sharing:
    """How to send a scheda to someone. A phone is in the text, for who reads it without a network."""
    address = f"{site_url}{scheda_url(scheda)}"
    text = f"{scheda.nome}{f', tel. {phone}' if phone else ''}"
    body = quote(f"{text}\n{address}")
    return Sharing(address, text, f"sms:?&body={body}", f"mailto:?subject={quote(scheda.nome)}&body={body}")
