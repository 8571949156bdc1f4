"""Facts that contradict each other: periods, opening hours, protected addresses, states, sources."""

import datetime
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, islice
from typing import Any

from pydantic import BaseModel

from generator.model.condizione import LIMITS
from generator.model.contatto import Contatto, Orario, Sede
from generator.model.fonte import Documento, Fonte
from generator.model.record import Record
from generator.model.scheda import Contributo, Periodo, Scheda
from generator.model.territorio import Avviso
from generator.reading.index import Index, key_of
from generator.reading.problem import MAX_PROBLEMS, Problem
from generator.reading.records import Entry, folded
from generator.reading.references import Steps, fields_of, public_texts

MAIL = re.compile(r"[^@\s<>\"']+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
PHONE = re.compile(r"\+?\d[\d ./-]{1,18}\d")
PHONES = frozenset({"telefono", "cellulare", "numero-verde", "whatsapp", "fax"})
ACTIVE = frozenset({"attivo", "in_avvio"})


def check_entry(entry: Entry, today: datetime.date) -> Iterator[Problem]:
    """Where an entry contradicts itself. `today` decides which periods are over."""
    return islice(_entry(entry, today), MAX_PROBLEMS + 1)


def check_refused(entry: Entry) -> Iterator[Problem]:
    """Where the sound part of a refused entry contradicts itself: only what needs no other part of it."""
    return islice(_refused(entry), MAX_PROBLEMS + 1)


def check_coherence(index: Index) -> Iterator[Problem]:
    """Where entries contradict each other."""
    for entry in index.of("scheda").values():
        if isinstance(entry.record, Scheda):
            yield from _chain(entry.record, entry, index)
            for number, fonte in enumerate(entry.record.fonti):
                yield from _beyond_the_end(fonte, ("fonti", number), entry, index)
    for entry in index.refused:
        if isinstance(entry.record, Scheda):
            for number, fonte in enumerate(entry.record.fonti or ()):
                if isinstance(fonte, Fonte):
                    yield from _beyond_the_end(fonte, ("fonti", number), entry, index)
    yield from _protected_addresses(index)


def _refused(entry: Entry) -> Iterator[Problem]:
    for part, steps in parts(entry.record):
        if steps and (check := _CHECKS.get(type(part))):
            yield from check(part, steps, entry)
    if isinstance(entry.record, Scheda):
        yield from _hours(entry, entry.record.sedi or ())


def _entry(entry: Entry, today: datetime.date) -> Iterator[Problem]:
    for part, steps in parts(entry.record):
        yield from _repeated(part, steps, entry)
        if check := _CHECKS.get(type(part)):
            yield from check(part, steps, entry)
    if isinstance(entry.record, Scheda):
        yield from _scheda(entry.record, entry, today)


def parts(value: Any, steps: Steps = ()) -> Iterator[tuple[Record, Steps]]:
    """A record and every record inside it, each with its key path."""
    if isinstance(value, BaseModel):
        if isinstance(value, Record):
            yield value, steps
        for name, _, _, nested in fields_of(type(value)):
            if nested:
                yield from parts(getattr(value, name), (*steps, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from parts(item, (*steps, number))


@cache
def _lists(model: type[Record]) -> tuple[str, ...]:
    """The fields that may hold many ids, or many words of a closed set."""
    return tuple(
        name
        for name, kind, _, _ in fields_of(model)
        if "tuple[" in (told := str(model.model_fields[name].annotation)) and (kind is not None or "Literal[" in told)
    )


def _repeated(part: Record, steps: Steps, entry: Entry) -> Iterator[Problem]:
    """Ids and words that stand twice in one list: a Comune, an ente, a day of the week."""
    for name in _lists(type(part)):
        values = getattr(part, name)
        if len(values) < 2 or not isinstance(values, tuple) or not isinstance(values[0], str):
            continue
        if len(set(values)) == len(values):
            continue
        for number, value in enumerate(values):
            if value in values[:number]:
                message = f"«{value[:60]}» c'è già in questo elenco."
                yield entry.problem("voce-ripetuta", (*steps, name, number), message, "Togli la seconda.")


def _from_to(part: Any, steps: Steps, entry: Entry, names: tuple[str, str] = ("dal", "al")) -> Iterator[Problem]:
    first, last = (getattr(part, name) for name in names)
    if first is not None and last is not None and last < first:
        message = f"finisce il {last:%d/%m/%Y}, prima di cominciare il {first:%d/%m/%Y}."
        yield entry.problem("periodo", (*steps, names[1]), message, "Controlla le due date.")


def _avviso(part: Avviso, steps: Steps, entry: Entry) -> Iterator[Problem]:
    yield from _from_to(part, steps, entry, ("pubblicato_il", "scade_il"))


def _contributo(part: Contributo, steps: Steps, entry: Entry) -> Iterator[Problem]:
    yield from _from_to(part, steps, entry, ("apertura", "scadenza"))


def _orario(part: Orario, steps: Steps, entry: Entry) -> Iterator[Problem]:
    yield from _from_to(part, steps, entry)
    if part.alle <= part.dalle:
        message = f"chiude alle {part.alle}, ma apre alle {part.dalle}."
        yield entry.problem(
            "periodo",
            (*steps, "alle"),
            message,
            "L'ora di chiusura viene dopo; se si passa la mezzanotte, scrivi due righe.",
        )


def _limits(part: Any, steps: Steps, entry: Entry) -> Iterator[Problem]:
    low, high = part.almeno, part.al_massimo
    if low is None and high is None:
        remedy = "Scrivi almeno uno dei due: almeno, al_massimo."
        yield entry.problem("condizione-senza-limiti", steps, "l'intervallo non ha limiti.", remedy)
    elif low is not None and high is not None and not isinstance(low, str) and not isinstance(high, str) and low > high:
        message = f"nessun valore è insieme almeno {low} e al massimo {high}."
        yield entry.problem("condizione-senza-limiti", steps, message, "Scambia i due numeri.")


def _contatto(part: Contatto, steps: Steps, entry: Entry) -> Iterator[Problem]:
    steps = (*steps, "valore")
    if part.tipo in {"email", "pec"} and not MAIL.fullmatch(part.valore):
        message = f'"{part.valore}" non è un indirizzo e-mail.'
        yield entry.problem("valore-non-valido", steps, message, "Scrivilo così: nome@ente.it.")
    if part.tipo in {"sito", "modulo"} and not re.fullmatch(r"https?://[^\s<>\"'\\]+\.[^\s<>\"'\\]+", part.valore):
        message = f'"{part.valore}" non è un indirizzo web.'
        yield entry.problem("valore-non-valido", steps, message, "Deve cominciare con https:// e non contenere spazi.")
    if part.tipo in PHONES and not PHONE.fullmatch(part.valore):
        message = f'"{part.valore}" non è un numero di telefono.'
        yield entry.problem(
            "valore-non-valido", steps, message, "Scrivi solo cifre e spazi, con il prefisso: 0362 123456."
        )


def _fonte(part: Fonte, steps: Steps, entry: Entry) -> Iterator[Problem]:
    if part.documento is None and part.titolo is None:
        message = "la fonte non dice né il documento né il titolo della pagina."
        yield entry.problem("fonte", steps, message, 'Scrivi: { documento: piano-di-zona, righe: "57-75" }.')
    if part.righe is not None:
        if part.documento is None:
            message = "le righe ci sono, ma non di quale documento."
            yield entry.problem("fonte", (*steps, "righe"), message, "Aggiungi «documento».")
        for first, _, last in (piece.strip().partition("-") for piece in part.righe.split(",")):
            if last and int(last) < int(first):
                message = f"le righe {first}-{last} finiscono prima di cominciare."
                yield entry.problem("fonte", (*steps, "righe"), message, "Scambia i due numeri.")


def _beyond_the_end(part: Fonte, steps: Steps, entry: Entry, index: Index) -> Iterator[Problem]:
    """Lines that the transcript does not have."""
    found = index.of("documento").get(part.documento or "")
    total = found.record.righe_totali if found is not None and isinstance(found.record, Documento) else None
    if total is None or part.righe is None:
        return
    last = max(int(number) for number in re.findall(r"\d+", part.righe))
    if last > total:
        message = f"la riga {last} non c'è: la trascrizione di «{part.documento}» ha {total} righe."
        yield entry.problem("fonte", (*steps, "righe"), message, "Controlla il numero, o il documento.")


def _hours(entry: Entry, sedi: tuple[Any, ...]) -> Iterator[Problem]:
    for place, sede in enumerate(sedi):
        if sede is None:
            continue  # it has a mistake of its own, which is told
        for (_, one), (number, other) in combinations(enumerate(sede.orari), 2):
            day = next((day for day in one.giorni if day in other.giorni), None)
            apart = (one.al and other.dal and one.al < other.dal) or (other.al and one.dal and other.al < one.dal)
            if day and not apart and one.dalle < other.alle and other.dalle < one.alle:
                message = f"{day}: {other.dalle}-{other.alle} si sovrappone a {one.dalle}-{one.alle}."
                yield entry.problem(
                    "orari-sovrapposti", ("sedi", place, "orari", number), message, "Uniscili o correggili."
                )


def _scheda(scheda: Scheda, entry: Entry, today: datetime.date) -> Iterator[Problem]:
    yield from _hours(entry, scheda.sedi)
    if scheda.stato != "attivo" and scheda.motivo_stato is None:
        message = f"lo stato è «{scheda.stato}», ma non si dice perché."
        yield entry.problem("motivo-stato", ("stato",), message, "Aggiungi «motivo_stato» con una frase.")
    last = scheda.periodo.al if scheda.periodo else None
    begun = scheda.periodo is None or scheda.periodo.dal is None or scheda.periodo.dal <= today
    if last is not None and begun and last < today and scheda.stato in ACTIVE:
        message = f"il periodo è finito il {last:%d/%m/%Y}, ma lo stato è «{scheda.stato}»."
        yield entry.problem(
            "fine-passata",
            ("stato",),
            message,
            "Se è finito, scrivi «concluso»; se continua, correggi il periodo.",
        )
    if scheda.stato == "attivo" and "cittadini" in scheda.pubblico and not _can_be_asked_for(scheda):
        message = "la scheda è attiva ma non dice come chiedere il servizio."
        yield entry.problem("come-chiederlo", (), message, "Aggiungi «come_fare», «contatti», «sedi» o «accesso».")


def _can_be_asked_for(scheda: Scheda) -> bool:
    access = scheda.accesso
    ways = access is not None and (access.canali or access.chi_invia or access.online or access.prenotazione)
    return bool(scheda.come_fare or scheda.contatti or scheda.sedi or ways)


def _chain(scheda: Scheda, entry: Entry, index: Index) -> Iterator[Problem]:
    """A scheda that is part of itself, directly or through others."""
    own = key_of(entry.source, scheda.id)
    schede, seen, current = index.of("scheda"), {own}, scheda
    while current.parte_di is not None:
        key = current.parte_di if "/" in current.parte_di else f"{current.ambito}/{current.parte_di}"
        if key in seen:
            if key == own:
                yield entry.problem(
                    "parte-di-se-stessa", ("parte_di",), "la scheda fa parte di se stessa.", "Togli la riga."
                )
            return
        seen.add(key)
        above = schede.get(key)
        if above is None or not isinstance(above.record, Scheda):
            return
        current = above.record


def _protected_addresses(index: Index) -> Iterator[Problem]:
    protected: set[int] = set()
    addresses: dict[str, list[re.Pattern[str]]] = {}  # by their longest word, so that few are ever looked for
    for entry in index.of("sede").values():
        if isinstance(entry.record, Sede) and entry.record.indirizzo_riservato and entry.record.indirizzo:
            protected.add(id(entry))
            address = folded(entry.record.indirizzo)
            longest = max(address.split(), key=len, default="")
            addresses.setdefault(longest, []).append(re.compile(rf"\b{re.escape(address)}\b"))
    if not protected:
        return
    for entry in index.all():
        near = (address for word in addresses.keys() & entry.words.split() for address in addresses[word])
        suspects = [address for address in near if address.search(entry.words)]
        for text, steps in public_texts(entry.record) if suspects else ():
            if id(entry) in protected and steps == ("indirizzo",):
                continue  # where it belongs: the site never shows the address of a protected sede
            words = folded(text)
            if any(address.search(words) for address in suspects):
                message = "qui compare un indirizzo protetto."
                remedy = "Toglilo: chi è accolto in quel posto non deve poter essere trovato."
                yield entry.problem("indirizzo-riservato", steps, message, remedy)


_CHECKS: dict[type[Record], Callable[[Any, Steps, Entry], Iterator[Problem]]] = {
    Periodo: _from_to,
    Orario: _orario,
    Contatto: _contatto,
    Fonte: _fonte,
    Avviso: _avviso,
    Contributo: _contributo,
    **dict.fromkeys(LIMITS, _limits),
}
