"""The facts that a citizen expects to find on each kind of scheda. What is missing is said, never hidden."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.model.scheda import KINDS, Kind, Scheda


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a citizen wants to know: the field an editor fills in, and how it is named on the page."""

    field: str
    name: str
    known: Callable[[Any], bool]


def _hours(scheda: Scheda) -> bool:
    return any(sede.orari for sede in scheda.sedi)


def _contacts(scheda: Scheda) -> bool:
    return bool(scheda.contatti) or any(sede.contatti for sede in scheda.sedi)


def _channel(scheda: Scheda) -> bool:
    access = scheda.accesso
    return access is not None and bool(access.canali or access.chi_invia or access.online or access.diretto is not None)


_WHO = Fact("a_chi_e_rivolto", "a chi è rivolto", lambda scheda: scheda.a_chi_e_rivolto is not None)
_HOW = Fact("come_fare", "che cosa fare per averlo", lambda scheda: bool(scheda.come_fare))
_NEEDED = Fact("cosa_serve", "quali documenti servono", lambda scheda: bool(scheda.cosa_serve))
_OUTCOME = Fact("cosa_si_ottiene", "che cosa si ottiene", lambda scheda: scheda.cosa_si_ottiene is not None)
_TIMES = Fact("tempi_e_scadenze", "quanto si aspetta", lambda scheda: scheda.tempi_e_scadenze is not None)
_COST = Fact("costo", "quanto costa", lambda scheda: scheda.costo is not None)
_ACCESS = Fact("accesso", "se si può chiedere da soli o serve qualcuno che invii", _channel)
_CONTACTS = Fact("contatti", "un telefono o un'e-mail", _contacts)
_PLACE = Fact("sedi", "dove si trova", lambda scheda: bool(scheda.sedi))
_HOURS = Fact("sedi.orari", "in che giorni e orari è aperto", _hours)
_PERIOD = Fact("periodo", "da quando a quando", lambda scheda: scheda.periodo is not None)
_AMOUNT = Fact("importi", "quanto si riceve", lambda scheda: bool(scheda.importi))
_DEADLINE = Fact("scadenza", "entro quando si può chiedere", lambda scheda: scheda.scadenza is not None)
_PLACES = Fact("posti", "quanti posti ha", lambda scheda: scheda.posti is not None)
_MANAGER = Fact("gestore", "quale ente lo offre", lambda scheda: scheda.gestore is not None)

_ALWAYS = (_WHO, _OUTCOME, _HOW, _ACCESS, _CONTACTS, _MANAGER)

EXPECTED: dict[Kind, tuple[Fact, ...]] = {
    "servizio": (*_ALWAYS, _NEEDED, _TIMES, _COST),
    "sportello": (*_ALWAYS, _PLACE, _HOURS),
    "progetto": (*_ALWAYS, _PERIOD),
    "contributo": (*_ALWAYS, _NEEDED, _AMOUNT, _DEADLINE, _TIMES),
    "struttura": (*_ALWAYS, _PLACES, _TIMES, _COST),
}
"""What each kind of scheda should say, in the order in which a citizen asks."""

_KIND_OF = {record: kind for kind, record in KINDS.items()}


def missing(scheda: Scheda) -> tuple[Fact, ...]:
    """The expected facts that a scheda does not say. What is over or only for operators is not asked for."""
    if scheda.stato == "concluso" or "cittadini" not in scheda.pubblico:
        return ()
    return tuple(fact for fact in EXPECTED[_KIND_OF[type(scheda)]] if not fact.known(scheda))
