"""The guides of a catalogue: which schede each holds, and what it takes for granted of who opens it."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from generator.catalogue import Catalogue, for_citizens, key_of
from generator.eligibility.answers import person_of
from generator.eligibility.questions import Interview, interview
from generator.eligibility.reach import Reaches
from generator.eligibility.subjects import subject_of
from generator.model.guida import Guida
from generator.model.scheda import Scheda, Stato

CAN_BE_ASKED: frozenset[Stato] = frozenset({"attivo", "in_avvio", "previsto", "sospeso"})
"""What is over, or only an idea, enters a guide by name alone."""


class Guides:
    """Every guide of a catalogue made ready, and the check that a scheda offers on its own page."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.reaches = Reaches(catalogue.fatti, catalogue.today)
        self._interviews: dict[str, Interview] = {}

    def interview(self, guida: Guida) -> Interview:
        """The interview of a guide. Raises AnswerError if a premise does not suit its fact."""
        if guida.id not in self._interviews:
            bodies, excludes = "ets" in guida.pubblico, guida.esclude_per_comune
            subjects = tuple(
                subject_of(scheda, self.catalogue, for_bodies=bodies, comune_excludes=excludes)
                for scheda in schede_of(guida, self.catalogue)
            )
            premises = person_of(guida.premesse, self.catalogue.fatti)
            self._interviews[guida.id] = interview(subjects, premises, self.catalogue.fatti, self.reaches)
        return self._interviews[guida.id]

    def check(self, scheda: Scheda) -> Interview | None:
        """The interview on one scheda; None where nothing that a person can answer changes what its requisiti say."""
        if not for_citizens(scheda) or not any(one.condizione for one in scheda.requisiti):
            return None
        found = interview((subject_of(scheda, self.catalogue),), {}, self.catalogue.fatti, self.reaches)
        return found if found.questions else None

    @cached_property
    def holding(self) -> Mapping[str, tuple[Guida, ...]]:
        """The guides in which each scheda is, by its key."""
        found: dict[str, list[Guida]] = {}
        for guida in self.catalogue.guide.values():
            for scheda in schede_of(guida, self.catalogue):
                found.setdefault(key_of(scheda), []).append(guida)
        return {key: tuple(guides) for key, guides in found.items()}


@lru_cache(maxsize=1)
def guides_of(catalogue: Catalogue) -> Guides:
    """The guides of a catalogue, made ready once: what the check has proved the site need not work out again."""
    return Guides(catalogue)


def schede_of(guida: Guida, catalogue: Catalogue) -> tuple[Scheda, ...]:
    """The schede of a guide: those of its needs, areas and groups that its readers can ask for, and those it names."""
    named = set(guida.schede)
    return tuple(
        scheda
        for scheda in catalogue.in_order
        if key_of(scheda) not in guida.escluse
        and (key_of(scheda) in named or (_fits(scheda, guida) and can_be_asked(scheda, guida)))
    )


def can_be_asked(scheda: Scheda, guida: Guida) -> bool:
    """Whether readers of the guide can ask for a scheda, today or soon."""
    readers = for_citizens(scheda) if "ets" not in guida.pubblico else "ets" in scheda.pubblico
    return readers and scheda.stato in CAN_BE_ASKED


def _fits(scheda: Scheda, guida: Guida) -> bool:
    return (
        any(id in guida.bisogni for id in scheda.bisogni)
        or any(id in guida.aree for id in scheda.aree)
        or any(id in guida.destinatari for id in scheda.destinatari)
    )
