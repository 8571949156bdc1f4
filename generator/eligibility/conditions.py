"""The conditions of the catalogue -> rules, on the ground of a scheda: its Comuni, the day, the facts we ask."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.eligibility.rules import Among, Between, Either, Every, Marked, Not, Rule, SomeBetween, Unknowable
from generator.model.condizione import (
    Accompagnamento,
    AlmenoUna,
    Condizione,
    Eta,
    EtaDeiFigli,
    FigliMinori,
    Invalidita,
    Isee,
    Legge104,
    LimitiIsee,
    Non,
    Nucleo,
    Percepisce,
    Residenza,
    Situazione,
    Tutte,
)
from generator.model.guida import FactKey, Fatto
from generator.model.vocabolario import Soglia

YES, NO = "si", "no"
"""The words that answer a question of yes or no."""


@dataclass(frozen=True)
class Facts:
    """Which fact answers what. What no fact asks is named by its own key, and nobody can answer it."""

    fatti: Mapping[str, Fatto]

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        return {fatto.chiave: id for id, fatto in reversed(tuple(self.fatti.items()))}

    @cached_property
    def _by_word(self) -> Mapping[str, str]:
        found = {f"situazione:{word}": id for id, fatto in self.fatti.items() for word in fatto.situazioni}
        return found | {f"percepisce:{word}": id for id, fatto in self.fatti.items() for word in fatto.prestazioni}

    def asking(self, key: FactKey) -> str:
        """The fact that answers a key of the conditions."""
        return self._by_key.get(key, key)

    def asking_word(self, key: FactKey, word: str) -> str:
        """The fact that answers one situazione or prestazione."""
        return self._by_word.get(f"{key}:{word}", f"{key}:{word}")


@dataclass(frozen=True)
class Ground:
    """What conditions are read against."""

    today: datetime.date
    facts: Facts
    soglie: Mapping[str, Soglia]
    comuni: frozenset[str] = frozenset()
    """Those of the scheda."""
    comuni_of_ambito: frozenset[str] = frozenset()


def rule_of(condizione: Condizione, ground: Ground) -> Rule:
    """The rule of a condition."""
    asking = ground.facts.asking
    match condizione:
        case Tutte(tutte=parts):
            return Every(tuple(rule_of(part, ground) for part in parts))
        case AlmenoUna(almeno_una=parts):
            return Either(tuple(rule_of(part, ground) for part in parts))
        case Non(non=part):
            return Not(rule_of(part, ground))
        case Eta(eta=limits):
            return Between(asking("eta"), limits.almeno, limits.al_massimo)
        case Invalidita(invalidita=limits):
            return Between(asking("invalidita"), limits.almeno, limits.al_massimo)
        case FigliMinori(figli_minori=limits):
            return Between(asking("figli_minori"), limits.almeno, limits.al_massimo)
        case Nucleo(nucleo=limits):
            return Between(asking("nucleo"), limits.almeno, limits.al_massimo)
        case EtaDeiFigli(eta_dei_figli=limits):
            return SomeBetween(asking("eta_dei_figli"), limits.almeno, limits.al_massimo)
        case Isee(isee=limits):
            return _isee(limits, ground)
        case Residenza(residenza=where):
            return Among(asking("residenza"), _comuni(where, ground))
        case Legge104(legge_104=words):
            return Among(asking("legge_104"), frozenset(words))
        case Accompagnamento(accompagnamento=has):
            return Among(asking("accompagnamento"), frozenset({YES if has else NO}))
        case Situazione(situazione=words):
            return _marked("situazione", words, ground)
        case Percepisce(percepisce=words):
            return _marked("percepisce", words, ground)


def _comuni(where: str | tuple[str, ...], ground: Ground) -> frozenset[str]:
    if isinstance(where, str):
        return ground.comuni if where == "comuni_della_scheda" else ground.comuni_of_ambito
    return frozenset(where)


def _isee(limits: LimitiIsee, ground: Ground) -> Rule:
    numbers: list[Decimal | None] = []
    outdated: list[Rule] = []
    for limit in (limits.almeno, limits.al_massimo):
        soglia = ground.soglie.get(limit) if isinstance(limit, str) else None
        if soglia is not None and in_force(soglia, ground.today):
            numbers.append(soglia.valore)
        elif isinstance(limit, str):
            numbers.append(None)
            outdated.append(Unknowable(f"soglia:{limit}"))
        else:
            numbers.append(limit)
    known = Between(ground.facts.asking("isee"), numbers[0], numbers[1])
    if not outdated:
        return known
    return Every(tuple(outdated)) if numbers == [None, None] else Every((known, *outdated))


def in_force(soglia: Soglia, today: datetime.date) -> bool:
    """Whether a threshold holds today."""
    return soglia.dal <= today and (soglia.al is None or today <= soglia.al)


def _marked(key: FactKey, words: Iterable[str], ground: Ground) -> Rule:
    by_fact: dict[str, list[str]] = {}
    for word in words:
        by_fact.setdefault(ground.facts.asking_word(key, word), []).append(word)
    rules = tuple(Marked(fact, frozenset(found)) for fact, found in by_fact.items())
    return rules[0] if len(rules) == 1 else Either(rules)
