"""The sentences of the guides: requisiti that nobody wrote as such, and the answers one can choose."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.catalogue import Catalogue
from generator.eligibility.answers import ELSEWHERE, Choice, Span, plain
from generator.eligibility.hypotheses import bands, words
from generator.eligibility.questions import Question
from generator.eligibility.subjects import Requirement, Subject
from generator.site.labels import euro, in_comune, number

CENT, ONE = Decimal("0.01"), Decimal(1)
WHOLE = 100
"""The highest percentage."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose: its words to who answers for themselves, and for another if they differ; what it means."""

    text: str
    of_others: str
    answer: Any


def requirement_text(requirement: Requirement, subject: Subject, catalogue: Catalogue) -> str:
    """A requirement in a sentence for people."""
    if requirement.kind == "destinatari":
        groups = [catalogue.destinatari[id].nome for id in requirement.written or () if isinstance(id, str)]
        return f"È per: {'; '.join(f'{name[:1].lower()}{name[1:]}' for name in groups)}."
    if requirement.kind == "residenza":
        return residence(subject, catalogue)
    return requirement.text


def residence(subject: Subject, catalogue: Catalogue) -> str:
    """«Abitare a Meda o a Seregno.»"""
    scheda = subject.scheda
    if scheda.comuni == "tutti":
        return f"Abitare in un Comune dell'Ambito di {catalogue.ambiti[scheda.ambito].nome_breve}."
    names = [comune.nome for comune in catalogue.comuni_of(scheda)]
    return f"Abitare {in_comune(' o '.join(filter(None, (', '.join(names[:-1]), names[-1]))))}."


def options(question: Question, catalogue: Catalogue) -> tuple[Option, ...]:
    """The answers to choose from. Age has none: it is written as a number."""
    fatto, leaves = question.fatto, question.leaves
    match fatto.chiave:
        case "eta":
            return ()
        case "residenza":
            return _comuni(words(leaves), catalogue)
        case "eta_dei_figli":
            return tuple(Option(_child(band), "", plain(band)) for band in bands(leaves, fatto.chiave))
        case "situazione":
            return tuple(_situazione(id, catalogue) for id in fatto.situazioni if id in words(leaves))
        case "percepisce":
            asked = words(leaves)
            return tuple(Option(catalogue.prestazioni[id].nome, "", id) for id in fatto.prestazioni if id in asked)
        case "legge_104":
            return (*_choices(question), Option("Sì, ma non so quale comma", "", _either(question)))
        case "accompagnamento":
            return _choices(question)
    return tuple(Option(_band(band, fatto.chiave), "", plain(band)) for band in bands(leaves, fatto.chiave))


def _comuni(asked: tuple[str, ...], catalogue: Catalogue) -> tuple[Option, ...]:
    comuni = sorted((catalogue.comuni[id] for id in asked), key=lambda comune: comune.nome)
    found = [Option(one.nome, "", plain(Choice(frozenset({one.id})))) for one in comuni]
    return (*found, Option("Un altro Comune", "", plain(Choice(frozenset({ELSEWHERE})))))


def _situazione(id: str, catalogue: Catalogue) -> Option:
    one = catalogue.situazioni[id]
    return Option(one.tu or one.nome, one.altri or one.nome, id)


def _choices(question: Question) -> tuple[Option, ...]:
    return tuple(Option(one.testo, "", {"uno": [one.valore]}) for one in question.fatto.opzioni)


def _either(question: Question) -> dict[str, list[str]]:
    """Recognised, and it is not known by which paragraph."""
    return {"uno": [one.valore for one in question.fatto.opzioni if one.valore.startswith("art")]}


def _child(span: Span) -> str:
    if span.low == 0:
        end = f"Fino a {_years(span.high)}" if span.high is not None else "Qualunque età"
        return f"{end}, anche in arrivo"
    if span.high is None:
        return f"{number(span.low)} anni o più"
    return _years(span.low) if span.low == span.high else f"Da {number(span.low)} a {_years(span.high)}"


def _years(age: Decimal) -> str:
    return "1 anno" if age == 1 else f"{number(age)} anni"


def _band(span: Span, key: str) -> str:
    if key == "isee":
        if span.high is None:
            return f"{euro(span.low)} o più"
        return f"Meno di {euro(span.high + CENT)}" if span.low == 0 else f"Da {euro(span.low)} a {euro(span.high)}"
    unit = "%" if key == "invalidita" else ""
    if span.high is None:
        return "100%" if unit and span.low == WHOLE else f"{number(span.low)}{unit} o più"
    if span.low == span.high:
        return "Nessuno" if span.low == 0 and not unit else f"{number(span.low)}{unit}"
    if span.low == 0:
        return f"Meno del {number(span.high + ONE)}{unit}" if unit else f"Meno di {number(span.high + ONE)}"
    return f"Da {number(span.low)}{unit} a {number(span.high)}{unit}"
