"""What asks for someone's attention: schede to verify, periods, bandi and thresholds about to end, broken links."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.catalogue import Catalogue, key_of
from generator.model.scheda import Contributo, Scheda, Verifica
from generator.reading.references import references
from generator.site.labels import day

Reason = Literal["verifica", "periodo", "bando", "avviso", "soglia", "collegamento"]
OPEN = frozenset({"attivo", "in_avvio"})


@dataclass(frozen=True, slots=True)
class Due:
    """Something to do. `on` is None where it should have been done already and no day says when."""

    reason: Reason
    key: str
    name: str
    ambito: str
    ente: str
    on: datetime.date | None
    sentence: str
    file: str


def after_months(start: datetime.date, months: int) -> datetime.date:
    """The same day some months later, or the last of that month: one month after 31 January is 28 February."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = (datetime.date(year + month // 11, (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(start.day, last))


def due_on(check: Verifica) -> datetime.date:
    """The day by which a scheda should be verified again."""
    return after_months(check.il, check.ogni_mesi)


def deadlines(catalogue: Catalogue, days: int, broken: Mapping[str, str] | None = None) -> tuple[Due, ...]:
    """What is due today or within some days, the most urgent first.

    `broken` gives, for each address of the web that does not answer, the file where it stands.
    """
    horizon = catalogue.today + datetime.timedelta(days=days)
    found = [
        *(due for scheda in catalogue.schede.values() for due in _of_scheda(scheda, catalogue, horizon)),
        *_avvisi(catalogue, horizon),
        *_thresholds(catalogue, horizon),
        *_links(catalogue, broken or {}),
    ]
    return tuple(sorted(found, key=lambda due: (due.on or datetime.date.min, due.reason, due.ambito, due.name)))


def _of_scheda(scheda: Scheda, catalogue: Catalogue, horizon: datetime.date) -> Iterator[Due]:
    today = catalogue.today
    if scheda.stato == "concluso":
        return
    if scheda.verificato is None:
        yield _due("verifica", scheda, catalogue, None, "Nessun ente l'ha ancora verificata.")
    elif (by := due_on(scheda.verificato)) <= horizon:
        told = f"Verificata il {day(scheda.verificato.il)}: va verificata di nuovo entro il {day(by)}."
        yield _due("verifica", scheda, catalogue, by, told)
    last = scheda.periodo.al if scheda.periodo else None
    if last is not None and last <= horizon:
        over = last < today
        told = f"Il periodo {'è finito' if over else 'finisce'} il {day(last)}: continua, o è concluso?"
        yield _due("periodo", scheda, catalogue, last, told)
    if isinstance(scheda, Contributo) and scheda.scadenza is not None and scheda.scadenza <= horizon:
        over = scheda.scadenza < today
        if not over or scheda.stato in OPEN:
            verb = "È scaduto" if over else "Si può chiedere solo fino"
            told = f"{verb} {'il' if over else 'al'} {day(scheda.scadenza)}{': riapre?' if over else '.'}"
            yield _due("bando", scheda, catalogue, scheda.scadenza, told)


def _due(reason: Reason, scheda: Scheda, catalogue: Catalogue, on: datetime.date | None, told: str) -> Due:
    key = key_of(scheda)
    ente = answering(scheda, catalogue)
    return Due(reason, key, scheda.nome, scheda.ambito, ente, on, told, catalogue.files.get(f"scheda:{key}", ""))


def answering(scheda: Scheda, catalogue: Catalogue) -> str:
    """The ente that answers for a scheda: who offers it, who holds it, else the office of its Ambito."""
    return scheda.gestore or scheda.titolare or office(scheda.ambito, catalogue)


def office(ambito: str, catalogue: Catalogue) -> str:
    """The ente that answers for an Ambito: its Ufficio di Piano, else the Ambito itself."""
    found = catalogue.ambiti[ambito]
    return found.ufficio_di_piano or found.ente


def _avvisi(catalogue: Catalogue, horizon: datetime.date) -> Iterator[Due]:
    for key, avviso in catalogue.avvisi.items():
        if avviso.scade_il is not None and catalogue.today <= avviso.scade_il <= horizon:
            ente = avviso.ente or office(avviso.ambito, catalogue)
            file = catalogue.files.get(f"avviso:{key}", "")
            told = f"L'avviso scade il {day(avviso.scade_il)}."
            yield Due("avviso", key, avviso.titolo, avviso.ambito, ente, avviso.scade_il, told, file)


def _thresholds(catalogue: Catalogue, horizon: datetime.date) -> Iterator[Due]:
    """Thresholds that end soon, and those that ended and that some scheda still uses: past values stay on purpose."""
    users: dict[str, list[Scheda]] = {}
    for scheda in catalogue.schede.values():
        for kind, id, _ in references(scheda):
            if kind == "soglia":
                users.setdefault(id, []).append(scheda)
    for soglia in catalogue.soglie.values():
        used = users.get(soglia.id, ())
        if soglia.al is None or soglia.al > horizon or (soglia.al < catalogue.today and not used):
            continue
        ambito = used[0].ambito if used else ""
        ente = office(ambito, catalogue) if ambito else ""
        verb = "è scaduta" if soglia.al < catalogue.today else "scade"
        told = f"La soglia {verb} il {day(soglia.al)}: serve il valore nuovo, in una voce nuova."
        if used:
            told += f" La usano: {', '.join(one.nome for one in used)}."
        yield Due("soglia", soglia.id, soglia.nome, ambito, ente, soglia.al, told, "catalogue/vocabolari/soglie.yaml")


def _links(catalogue: Catalogue, broken: Mapping[str, str]) -> Iterator[Due]:
    schede = {catalogue.files.get(f"scheda:{key}"): scheda for key, scheda in catalogue.schede.items()}
    for url, file in broken.items():
        told = f"Il collegamento non risponde: {url}"
        scheda = schede.get(file)
        if scheda is not None:
            yield _due("collegamento", scheda, catalogue, None, told)
            continue
        ente = next((id for id in catalogue.enti if catalogue.files.get(f"ente:{id}") == file), "")
        yield Due("collegamento", file, catalogue.enti[ente].nome if ente else file, "", ente, None, told, file)


def only(found: Iterable[Due], ambito: str, ente: str) -> tuple[Due, ...]:
    """What concerns an Ambito and an ente; an empty id asks for all."""
    return tuple(due for due in found if ambito in ("", due.ambito) and ente in ("", due.ente))
