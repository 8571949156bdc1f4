"""How good a scheda is: ten criteria, each a small function from 0 to 1, or None where it does not apply.

The form is that of data·inclusion's score (a plain mean of the criteria that apply); the criteria are ours.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from generator.model.scheda import Scheda, Sportello
from generator.reading.language import readability

PLAIN = 60.0
"""From this Gulpease index on, a text is easy for who has the lower secondary school diploma."""
HARD = 40.0
"""Under this one it is hard for everyone but who has a diploma."""
ENOUGH_WORDS = 6
ACTIVE = frozenset({"attivo", "in_avvio"})


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the ten: the question it asks, and what an editor does to answer it."""

    name: str
    lacking: str
    measure: Callable[[Scheda, datetime.date], float | None]


@dataclass(frozen=True, slots=True)
class Score:
    """The mean of the criteria that apply, from 0 to 1, and the value of each."""

    total: float
    values: tuple[tuple[Criterion, float | None], ...]

    @property
    def lacking(self) -> tuple[Criterion, ...]:
        """The criteria that are not fully met, the worst first."""
        short = [(value, criterion) for criterion, value in self.values if value is not None and value < 1]
        return tuple(criterion for _, criterion in sorted(short, key=lambda pair: pair[0]))


def _can_be_asked_for(scheda: Scheda) -> bool:
    return scheda.stato in ACTIVE and "cittadini" in scheda.pubblico


def contact(scheda: Scheda, _: datetime.date) -> float | None:
    """A phone or a mail of the service itself, or of a place where it is offered."""
    if not _can_be_asked_for(scheda):
        return None
    return 1.0 if scheda.contatti or any(sede.contatti for sede in scheda.sedi) else 0.0


def channel(scheda: Scheda, _: datetime.date) -> float | None:
    """How one asks: alone or sent by someone, by which channel. Steps without a channel are half of it."""
    if not _can_be_asked_for(scheda):
        return None
    access = scheda.accesso
    if access is not None and (access.canali or access.chi_invia or access.online or access.diretto is not None):
        return 1.0
    return 0.5 if scheda.come_fare else 0.0


def requirements(scheda: Scheda, _: datetime.date) -> float | None:
    """Who is entitled, one condition at a time. Saying only whom it is for is half of it."""
    if not _can_be_asked_for(scheda):
        return None
    if scheda.requisiti:
        return 1.0
    return 0.5 if scheda.a_chi_e_rivolto else 0.0


def cost(scheda: Scheda, _: datetime.date) -> float | None:
    """What it costs. A desk and a benefit cost nothing to who asks."""
    if not _can_be_asked_for(scheda) or type(scheda).__name__ in {"Sportello", "Contributo"}:
        return None
    return 1.0 if scheda.costo else 0.0


def opening_hours(scheda: Scheda, _: datetime.date) -> float | None:
    """When a desk is open, for each of its places."""
    if not isinstance(scheda, Sportello) or not _can_be_asked_for(scheda):
        return None
    if not scheda.sedi:
        return 0.0
    return sum(bool(sede.orari) for sede in scheda.sedi) / len(scheda.sedi)


def plain_language(scheda: Scheda, _: datetime.date) -> float | None:
    """Gulpease of what a citizen reads first: 1 from 60 on, 0 under 40."""
    index = readability(scheda)
    if index is None:
        return None
    return max(0.0, min(1.0, (index - HARD) / (PLAIN - HARD)))


def citizens_words(scheda: Scheda, _: datetime.date) -> float | None:
    """At least six ways in which someone would look for it."""
    return min(1.0, len(scheda.parole_dei_cittadini) / ENOUGH_WORDS)


def verified(scheda: Scheda, today: datetime.date) -> float | None:
    """Verified by an ente within its term; then it decays, to 0 at twice the term."""
    if scheda.stato == "concluso":
        return None
    if scheda.verificato is None:
        return 0.0
    months = (today.year - scheda.verificato.il.year) * 12 + today.month - scheda.verificato.il.month
    return max(0.0, min(1.0, 2 - months / scheda.verificato.ogni_mesi))


def sources(scheda: Scheda, _: datetime.date) -> float | None:
    """Every source can be opened at its place: a document with lines, or a public page."""
    exact = sum(bool(fonte.righe if fonte.documento else fonte.url) for fonte in scheda.fonti)
    return exact / len(scheda.fonti)


def coherent_state(scheda: Scheda, today: datetime.date) -> float | None:
    """What is said to run has not ended; what is over or to come says since or until when."""
    period = scheda.periodo
    if scheda.stato in ACTIVE and period is not None and period.al is not None and period.al < today:
        return 0.0
    return 1.0


CRITERIA: tuple[Criterion, ...] = (
    Criterion("contatto", "un telefono o un'e-mail", contact),
    Criterion("canale", "come si chiede", channel),
    Criterion("requisiti", "i requisiti, uno per uno", requirements),
    Criterion("costo", "quanto costa", cost),
    Criterion("orari", "gli orari di ogni sede", opening_hours),
    Criterion("linguaggio", "parole più semplici", plain_language),
    Criterion("parole dei cittadini", "almeno sei modi in cui la si cerca", citizens_words),
    Criterion("verifica", "la verifica di un ente", verified),
    Criterion("fonti", "le righe o l'indirizzo di ogni fonte", sources),
    Criterion("stato", "uno stato che torna con il periodo", coherent_state),
)
"""The ten criteria, in the order in which a citizen would ask."""


def score(scheda: Scheda, today: datetime.date) -> Score:
    """The ten criteria on one scheda."""
    values = tuple((criterion, criterion.measure(scheda, today)) for criterion in CRITERIA)
    applying = [value for _, value in values if value is not None]
    return Score(sum(applying) / len(applying), values)
