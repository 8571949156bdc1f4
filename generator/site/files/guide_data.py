"""`dati/guide/<id>.json` and `dati/verifica/<ambito>/<id>.json`: what the browser needs to ask and answer by itself.

The file is the same for everybody, and nothing of what is answered ever comes back.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalogue import Catalogue
from generator.eligibility.answers import number, plain
from generator.eligibility.plain import plain_condition, thresholds
from generator.eligibility.questions import Interview, Question
from generator.eligibility.subjects import Requirement, Subject
from generator.model.expected import missing
from generator.model.record import Record
from generator.model.scheda import Scheda
from generator.site.cards import contact, first_door
from generator.site.context import Context
from generator.site.guide_words import options, requirement_text
from generator.site.pages.scheda_sections import Place, place
from generator.site.text import first_sentence
from generator.site.urls import comune_url, guide_data_url, scheda_url, verify_data_url

MANY_PLACES = 3
MANY_PHONES = 2


def guide_files(context: Context) -> Iterator[tuple[str, str]]:
    """Every data file: of the guides, and of the schede that can be verified on their own page."""
    for guida in context.catalogue.guide.values():
        found = context.guides.interview(guida)
        yield guide_data_url(guida.id), _json(interview_data(found, context, excludes=guida.esclude_per_comune))
    for scheda in context.catalogue.schede.values():
        if (check := context.guides.check(scheda)) is not None:
            yield verify_data_url(scheda), _json(interview_data(check, context))


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def interview_data(found: Interview, context: Context, *, excludes: bool = True) -> dict[str, Any]:
    """The rules, the questions and the words of an interview."""
    catalogue = context.catalogue
    schede = [subject.scheda for subject in found.subjects]
    groups = {id for subject in found.subjects for one in subject.requirements for id in _groups(one)}
    states = {scheda.stato for scheda in schede}
    ambiti = {scheda.ambito for scheda in schede}
    first = found.next({})
    return {
        "fatti": [_fact(id, found) for id in catalogue.fatti],
        "premesse": {fact: plain(answer) for fact, answer in found.premises.items()},
        "prima": first.fatto.id if first else "",
        "domande": [_question(question, context) for question in found.questions],
        "gruppi": {id: _group(id, catalogue) for id in catalogue.destinatari if id in groups},
        "soglie": {id: _soglia(id, catalogue) for id in sorted(set(_thresholds(found.subjects)))},
        "ambiti": {id: _ambito(id, catalogue) for id in catalogue.ambiti if id in ambiti},
        "comuni": {
            comune.id: [comune.nome, comune_url(comune.id)]
            for comune in catalogue.comuni.values()
            if comune.ambito in ambiti
        },
        "stati": {
            state: [context.labels("stato", state), context.labels("stato_spiegato", state)] for state in sorted(states)
        },
        "comune_esclude": excludes,
        "schede": [_scheda(subject, context) for subject in found.subjects],
    }


def _groups(requirement: Requirement) -> tuple[str, ...]:
    return requirement.written if isinstance(requirement.written, tuple) else ()


def _fact(id: str, found: Interview) -> dict[str, Any]:
    fatto = found.fatti[id]
    words = (*fatto.situazioni, *fatto.prestazioni)
    return _present({"id": id, "chiave": fatto.chiave, "nome": fatto.nome, "parole": list(words)})


def _question(question: Question, context: Context) -> dict[str, Any]:
    fatto = question.fatto
    said = {
        "fatto": fatto.id,
        "chiave": fatto.chiave,
        "nome": fatto.nome,
        "domanda": fatto.domanda,
        "altri": fatto.domanda_altri,
        "aiuto": fatto.aiuto,
        "nessuno": fatto.nessuno,
        "non_lo_so": fatto.non_lo_so,
        "sensibile": fatto.sensibile,
    }
    return {
        **_present(said),
        "opzioni": [
            {**_present({"testo": one.text, "altri": one.of_others}), "risposta": one.answer}
            for one in options(question, context.catalogue)
        ],
        "ipotesi": [[plain(answer), weight] for answer, weight in question.hypotheses],
    }


def _group(id: str, catalogue: Catalogue) -> dict[str, Any]:
    group = catalogue.destinatari[id]
    found = {"condizione": plain_condition(group.condizione) if group.condizione else None}
    return (
        _present(found) | ({"basta": False} if not group.basta else {}) | ({"chiunque": True} if group.chiunque else {})
    )


def _thresholds(subjects: Iterable[Subject]) -> Iterator[str]:
    for subject in subjects:
        for requirement in subject.requirements:
            if isinstance(requirement.written, Record):
                yield from thresholds(requirement.written)


def _soglia(id: str, catalogue: Catalogue) -> dict[str, Any]:
    soglia = catalogue.soglie[id]
    return _present(
        {
            "nome": soglia.nome,
            "valore": number(soglia.valore),
            "dal": soglia.dal.isoformat(),
            "al": soglia.al.isoformat() if soglia.al else None,
        }
    )


def _ambito(id: str, catalogue: Catalogue) -> dict[str, Any]:
    door = first_door(id, catalogue)
    return _present(
        {
            "nome": catalogue.ambiti[id].nome_breve,
            "comuni": [comune.id for comune in catalogue.comuni_by_ambito.get(id, ())],
            "sportello": [door.text, door.url] if door else None,
        }
    )


def _scheda(subject: Subject, context: Context) -> dict[str, Any]:
    catalogue, scheda = context.catalogue, subject.scheda
    return _present(
        {
            "id": subject.key,
            "nome": scheda.nome,
            "breve": scheda.in_breve,
            "url": scheda_url(scheda),
            "ambito": scheda.ambito,
            "comuni": None if scheda.comuni == "tutti" else sorted(scheda.comuni),
            "stato": scheda.stato,
            "motivo": scheda.motivo_stato if scheda.stato != "attivo" else None,
            "dal": subject.first.isoformat() if subject.first else None,
            "al": subject.last.isoformat() if subject.last else None,
            "requisiti": [_requirement(one, subject, catalogue) for one in subject.requirements],
            "passo": first_sentence(scheda.come_fare[0]) if scheda.come_fare else None,
            "serve": list(scheda.cosa_serve),
            "mancano": [fact.name for fact in missing(scheda)],
            **_where(scheda, context),
        }
    )


def _requirement(requirement: Requirement, subject: Subject, catalogue: Catalogue) -> dict[str, Any]:
    written = requirement.written
    return _present(
        {
            "testo": requirement_text(requirement, subject, catalogue),
            "fonte": requirement.source,
            "condizione": plain_condition(written) if isinstance(written, Record) else None,
            "gruppi": list(_groups(requirement)),
            "residenza": requirement.kind == "residenza",
        }
    )


def _where(scheda: Scheda, context: Context) -> dict[str, Any]:
    places = [place(scheda, used, context) for used in scheda.sedi]
    contacts = [contact(one, context.labels) for one in scheda.contatti]
    phones = [one for one in (*contacts, *(one for found in places for one in found.contacts)) if one.is_phone]
    numbers = {one.value: [one.value, one.href, one.note] for one in reversed(phones)}
    return {
        "dove": [_in_words(found) for found in places[:MANY_PLACES]],
        "telefoni": list(reversed(numbers.values()))[:MANY_PHONES],
    }


def _in_words(found: Place) -> str:
    hours = "; ".join(f"{one.days} {one.times}" for one in found.hours)
    address = found.address if found.address and found.address not in found.name else ""
    return ", ".join(part for part in (found.name, address, hours) if part)


def _present(values: dict[str, Any]) -> dict[str, Any]:
    """Only what is there: an absent key weighs nothing."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, False)}
