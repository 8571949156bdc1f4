"""The short forms in which records appear on the pages of others: a scheda's card, a contact, an opening time."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue, for_citizens, key_of, kind_of
from generator.model.contatto import WEEKDAYS, Contatto, Orario
from generator.model.fonte import Fonte
from generator.model.scheda import Scheda
from generator.model.vocabolario import NumeroUtile
from generator.site.context import Context
from generator.site.labels import Labels, day, dial, joined
from generator.site.page import Link
from generator.site.urls import scheda_url

MAIL = frozenset({"email", "pec"})
PHONE = frozenset({"telefono", "cellulare", "numero-verde", "whatsapp"})
WEB = frozenset({"sito", "modulo"})
MONTHS_IN_A_YEAR = 12
TODAY = frozenset({"attivo", "in_avvio"})
"""The states of what can be asked for today."""
EMERGENCY_AREAS: Mapping[str, str] = {"violenza-genere": "violenza"}
"""Areas whose pages show emergency numbers first, and the `emergenza` of those numbers."""


@dataclass(frozen=True, slots=True)
class Card:
    """A scheda in a list."""

    key: str
    name: str
    url: str
    brief: str
    kind: str
    state: str
    state_label: str
    ambito: str
    comuni: str
    everywhere: bool
    """Whether it is in all the Comuni of its Ambito."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach someone. `href` is empty for what cannot be followed, such as a fax."""

    label: str
    value: str
    href: str
    note: str
    is_phone: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from, and who published it."""

    title: str
    url: str
    lines: str
    who: str


@dataclass(frozen=True, slots=True)
class Hours:
    """Days and times in words, with what is particular about them."""

    days: str
    times: str
    note: str


def card(scheda: Scheda, context: Context) -> Card:
    """The card of a scheda."""
    key = key_of(scheda)
    found: Card | None = context.kept.get(("card", key))
    if found is None:
        found = context.kept["card", key] = _card(key, scheda, context)
    return found


def _card(key: str, scheda: Scheda, context: Context) -> Card:
    catalogue, labels = context.catalogue, context.labels
    return Card(
        key=key,
        name=scheda.nome,
        url=scheda_url(scheda),
        brief=scheda.in_breve,
        kind=labels("tipo", kind_of(scheda)),
        state=scheda.stato,
        state_label=labels("stato", scheda.stato),
        ambito=catalogue.ambiti[scheda.ambito].nome_breve,
        comuni=comuni_in_words(scheda, catalogue),
        everywhere=scheda.comuni == "tutti",
    )


def cards(schede: Iterable[Scheda], context: Context) -> list[Card]:
    """The cards of schede, in the order given."""
    return [card(scheda, context) for scheda in schede]


def by_time(schede: Iterable[Scheda], context: Context) -> dict[str, list[Card]]:
    """The cards of what can be asked for today (`schede`), and of what is not there yet or no longer (`later`)."""
    schede = list(schede)
    return {
        "schede": cards((one for one in schede if one.stato in TODAY), context),
        "later": cards((one for one in schede if one.stato not in TODAY), context),
    }


def citizens(schede: Iterable[Scheda]) -> list[Scheda]:
    """Only the schede that citizens may be told of."""
    return [scheda for scheda in schede if for_citizens(scheda)]


def comuni_in_words(scheda: Scheda, catalogue: Catalogue) -> str:
    """«Tutti i Comuni dell'Ambito» or their names."""
    if scheda.comuni == "tutti":
        return f"Tutti i Comuni dell'Ambito di {catalogue.ambiti[scheda.ambito].nome_breve}"
    return joined([comune.nome for comune in catalogue.comuni_of(scheda)])


def contact(contatto: Contatto, labels: Labels) -> Contact:
    """A contact with its link."""
    value = contatto.valore
    if contatto.tipo in PHONE:
        href = f"tel:{dial(value)}"
    elif contatto.tipo in MAIL:
        href = f"mailto:{value}"
    else:
        href = value if contatto.tipo in WEB else ""
    return Contact(labels("contatto", contatto.tipo), value, href, contatto.nota or "", contatto.tipo in PHONE)


def hours(orari: Iterable[Orario], labels: Labels) -> list[Hours]:
    """Opening times, in the order of the week."""
    ordered = sorted(orari, key=lambda one: (WEEKDAYS.index(one.giorni[0]), one.dalle))
    return [Hours(_days(one, labels), f"{one.dalle}-{one.alle}", _hours_note(one)) for one in ordered]


def _days(orario: Orario, labels: Labels) -> str:
    numbers = sorted(WEEKDAYS.index(giorno) for giorno in orario.giorni)
    names = [labels("giorno", WEEKDAYS[number]) for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"da {names[0]} a {names[-1]}"
    return joined(names)


def _hours_note(orario: Orario) -> str:
    notes = []
    if orario.su_appuntamento:
        notes.append("solo su appuntamento")
    if orario.dal:
        notes.append(f"dal {day(orario.dal)}")
    if orario.al:
        notes.append(f"fino al {day(orario.al)}")
    if orario.nota:
        notes.append(orario.nota)
    return "; ".join(notes)


def source(fonte: Fonte, catalogue: Catalogue) -> Source:
    """A source in words: a catalogued document with its lines, or a public page."""
    if fonte.documento is None:
        return Source(fonte.titolo or "", fonte.url or "", "", "")
    document = catalogue.documenti[fonte.documento]
    return Source(document.titolo, document.url or "", fonte.righe or "", catalogue.enti[document.ente].nome)


def emergency_numbers(areas: Iterable[str], catalogue: Catalogue) -> list[NumeroUtile]:
    """The numbers to show before anything else on a page about these areas; none on most pages."""
    wanted = {EMERGENCY_AREAS[area] for area in areas if area in EMERGENCY_AREAS}
    return [one for one in catalogue.numeri_utili.values() if wanted and one.emergenza in {*wanted, "emergenza"}]


def is_sensitive(scheda: Scheda, catalogue: Catalogue) -> bool:
    """Whether a scheda is about violence or abuse: by its areas, or by those of the needs it answers."""
    needs = (area for need in scheda.bisogni for area in catalogue.bisogni[need].aree)
    return any(area in EMERGENCY_AREAS for area in (*scheda.aree, *needs))


def in_time(scheda: Scheda, today: datetime.date) -> bool:
    """Whether the last verification still holds; what was never verified is not late, it is listed apart."""
    check = scheda.verificato
    if check is None:
        return True
    months = (today.year - check.il.year) * MONTHS_IN_A_YEAR + today.month - check.il.month
    return months <= check.ogni_mesi


def first_door(ambito: str, catalogue: Catalogue) -> Link | None:
    """Where to ask when nothing else is known: the Ambito's segretariato sociale."""
    id = catalogue.ambiti[ambito].segretariato_sociale
    if id is None:
        return None
    scheda = catalogue.scheda(ambito, id)
    return Link(scheda.nome, scheda_url(scheda))
