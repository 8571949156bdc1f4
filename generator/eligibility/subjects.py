"""A scheda as the guides see it: its requisiti, who it is for and where, as rules; and when it can be asked for.

A requisito without `condizione` is a rule that no answer decides: such a scheda can at best be verified. The groups of
`destinatari` and the Comuni are requisiti too, though nobody wrote them as such: a scheda does not fit who is surely in
none of its groups, nor who surely lives elsewhere. They only count where they are known to fail, or to hold.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.catalogue import Catalogue, key_of
from generator.eligibility.conditions import Facts, Ground, rule_of
from generator.eligibility.rules import Always, Among, Asking, Either, NeverEnough, NeverExcludes, Rule, Unknowable
from generator.model.record import Record
from generator.model.scheda import Contributo, Scheda, Stato
from generator.model.vocabolario import Destinatari

RequirementKind = Literal["requisito", "destinatari", "residenza"]


@dataclass(frozen=True)
class Requirement:
    """One thing that must hold. `written` is its condition or its groups, as the catalogue has them."""

    kind: RequirementKind
    rule: Rule
    text: str = ""
    source: str = ""
    written: Record | tuple[str, ...] | None = None


@dataclass(frozen=True)
class Subject:
    """A scheda with its rules. It can be asked for between `first` and `last`, where they are known."""

    scheda: Scheda
    requirements: tuple[Requirement, ...]
    state: Stato
    first: datetime.date | None
    last: datetime.date | None

    @property
    def key(self) -> str:
        """`<ambito>/<id>`."""
        return key_of(self.scheda)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of its requirements."""
        return tuple(requirement.rule for requirement in self.requirements)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The facts that its rules ask, each once, in the order in which they are met."""
        return tuple(
            dict.fromkeys(leaf.fact for rule in self.rules for leaf in rule.leaves if isinstance(leaf, Asking))
        )


def subject_of(
    scheda: Scheda, catalogue: Catalogue, *, for_bodies: bool = False, comune_excludes: bool = True
) -> Subject:
    """The rules of a scheda. `for_bodies`: whoever answers may be an ente; else only groups of people count."""
    ground = ground_of(scheda, catalogue)
    requirements = [
        Requirement(
            "requisito",
            rule_of(one.condizione, ground) if one.condizione is not None else Unknowable(),
            one.testo,
            one.riferimento or "",
            one.condizione,
        )
        for one in scheda.requisiti
    ]
    groups = groups_of(scheda, catalogue, for_bodies=for_bodies)
    if not any(group.chiunque for group in groups):
        ids = tuple(group.id for group in groups)
        requirements.append(Requirement("destinatari", _is_for(groups, ground), written=ids))
    if not any(_asks_comune(requirement.rule, ground) for requirement in requirements):
        rule: Rule = Among(ground.facts.asking("residenza"), ground.comuni)
        requirements.append(Requirement("residenza", rule if comune_excludes else NeverExcludes(rule)))
    periodo = scheda.periodo
    first = periodo.dal if periodo else None
    last = periodo.al if periodo else None
    if isinstance(scheda, Contributo):
        first = max(filter(None, (first, scheda.apertura)), default=None)
        last = min(filter(None, (last, scheda.scadenza)), default=None)
    return Subject(scheda, tuple(requirements), scheda.stato, first, last)


def ground_of(scheda: Scheda, catalogue: Catalogue) -> Ground:
    """What the conditions of a scheda are read against."""
    return Ground(
        today=catalogue.today,
        facts=Facts(catalogue.fatti),
        soglie=catalogue.soglie,
        comuni=frozenset(comune.id for comune in catalogue.comuni_of(scheda)),
        comuni_of_ambito=frozenset(comune.id for comune in catalogue.comuni_by_ambito.get(scheda.ambito, ())),
    )


def groups_of(scheda: Scheda, catalogue: Catalogue, *, for_bodies: bool = False) -> tuple[Destinatari, ...]:
    """The groups a scheda is for. Offices and enti do not count for citizens, unless there is nobody else."""
    groups = tuple(catalogue.destinatari[id] for id in scheda.destinatari)
    return groups if for_bodies else tuple(group for group in groups if group.persone) or groups


def _is_for(groups: Iterable[Destinatari], ground: Ground) -> Rule:
    return Either(tuple(_belongs(group, ground) for group in groups))


def _belongs(group: Destinatari, ground: Ground) -> Rule:
    if group.chiunque:
        return Always()
    if group.condizione is None:
        return Unknowable()
    rule = rule_of(group.condizione, ground)
    return rule if group.basta else NeverEnough(rule)


def _asks_comune(rule: Rule, ground: Ground) -> bool:
    fact = ground.facts.asking("residenza")
    return any(isinstance(leaf, Asking) and leaf.fact == fact for leaf in rule.leaves)


def rules_written(subject: Subject) -> Iterator[tuple[int, Requirement]]:
    """The requisiti that an editor wrote with a condition, with their place in the scheda."""
    for place, requirement in enumerate(subject.requirements):
        if requirement.kind == "requisito" and requirement.written is not None:
            yield place, requirement
