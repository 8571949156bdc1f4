"""Which conformity criteria apply to the site of an Ambito, why the others do not, and how a built site does.

They bind the Comuni, not an Ambito; citizens know that shape of page, so the site follows those that make sense for it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.site.conformity import criteria
from generator.site.conformity.built import BuiltSite
from generator.site.conformity.criteria import Finding

Outcome = Literal["superato", "tolleranza", "non superato"]
Criterion = Callable[[BuiltSite], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Result:
    """A criterion and what was found."""

    code: str
    name: str
    outcome: Outcome
    findings: tuple[Finding, ...]


NOT_APPLICABLE: Mapping[str, tuple[str, str]] = {
    "C.SI.1.2": ("libreria Bootstrap Italia", "il sito segue le stesse regole con fogli di stile propri, più leggeri"),
    "C.SI.1.4": ("tema CMS", "il sito non usa un CMS: è fatto di pagine già pronte"),
    "C.SI.1.6": (
        "voci del menu",
        "sono quelle di un Comune: un Ambito non ha Amministrazione, Novità, Vivere il Comune",
    ),
    "C.SI.1.7": ("titoli di secondo livello", "dipendono dalle voci del menu di un Comune"),
    "C.SI.4.1": ("prestazioni", "si misurano in un browser, sul sito pubblicato"),
    "C.SI.5.1": ("https", "dipende da chi ospita il sito"),
    "C.SI.5.2": ("dominio", "vale per i domini comune.<nome>.<provincia>.it"),
}
"""The criteria that are not checked: name and reason."""
CRITERIA: Mapping[str, tuple[str, Criterion]] = {
    "C.SI.1.1": ("carattere dei testi", criteria.font),
    "C.SI.1.3": ("pagina del servizio", criteria.service_page),
    "C.SI.1.5": ("argomenti", criteria.topics),
    "C.SI.2.1": ("appuntamento", criteria.booking),
    "C.SI.2.2": ("contatti", criteria.contacts),
    "C.SI.2.3": ("domande frequenti", criteria.questions),
    "C.SI.2.4": ("segnalazione di un disservizio", criteria.report),
    "C.SI.2.5/2.6": ("valutazione della chiarezza", criteria.rating),
    "C.SI.3.1": ("cookie", criteria.cookies),
    "C.SI.3.2": ("dichiarazione di accessibilità", criteria.accessibility),
    "C.SI.3.3": ("privacy", criteria.privacy),
    "C.SI.3.4": ("licenza dei contenuti", criteria.licence),
    "R.SI.1.1": ("dati strutturati", criteria.metatag),
    "link": ("collegamenti interni", criteria.links),
}
"""What is checked: code, name and function."""


def results(site: BuiltSite) -> tuple[Result, ...]:
    """Every criterion that applies, with what was found."""
    made = []
    for code, (name, check) in CRITERIA.items():
        findings = tuple(check(site))
        failed = any(not one.tolerated for one in findings)
        outcome: Outcome = "non superato" if failed else "tolleranza" if findings else "superato"
        made.append(Result(code, name, outcome, findings))
    return tuple(made)
