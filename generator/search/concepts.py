"""The concepts of the catalogue and the words that lead to them: its tipologie, needs, groups of people and areas.

A scheda names few of the words by which people look for it. Those of its tipologia and of its needs are written once,
in the vocabularies (`parole`), and kept once in `indice.json`: each word with the concepts that have it, and in how
many of their expressions. A scheda only says which concepts it has, so everyday words cost few bytes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.model.scheda import Scheda
from generator.model.vocabolario import Voce
from generator.search.negation import missing, term_of_missing
from generator.search.packing import pack_places, pack_words, unpack_places, unpack_words
from generator.search.terms import Terms, root, terms_of
from generator.search.tokens import stop_words, tokens
from generator.search.tokens import words as all_words

TIPOLOGIA, BISOGNO, DESTINATARI, AREA = range(4)
"""The kinds of concept, in the order in which they are kept."""
KINDS = ("tipologia", "bisogno", "destinatari", "area")

_OF_THE_NAME = 3
"""How many expressions the name of a concept counts for."""
_ALONE = 2
"""How many an expression of one word counts for: nothing else in it leads there."""
_MOST = 5
"""Beyond so many expressions one more says nothing."""
_AT_LEAST = 2
"""In how many schede of a tipologia citizens' words must stand to be those of the tipologia."""

ConceptKey = tuple[int, str]
"""The kind and the id."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """The concepts of a site, read from `indice.json`: the words, and for each word its concepts by how many times."""

    keys: tuple[ConceptKey, ...]
    terms: Terms
    places: tuple[tuple[tuple[int, int], ...], ...]


def concept_keys(catalogue: Catalogue) -> tuple[ConceptKey, ...]:
    """The concepts that some scheda or guide has, by kind, in the order of the vocabularies."""
    used = {key for scheda in catalogue.schede.values() for key in keys_of(scheda)}
    used.update((BISOGNO, need) for guide in catalogue.guide.values() for need in guide.bisogni)
    vocabularies = (catalogue.tipologie, catalogue.bisogni, catalogue.destinatari, catalogue.aree)
    return tuple(
        (kind, entry) for kind, entries in enumerate(vocabularies) for entry in entries if (kind, entry) in used
    )


def keys_of(scheda: Scheda) -> Iterator[ConceptKey]:
    """The concepts of a scheda."""
    if scheda.tipologia:
        yield TIPOLOGIA, scheda.tipologia
    for kind, ids in ((BISOGNO, scheda.bisogni), (DESTINATARI, scheda.destinatari), (AREA, scheda.aree)):
        yield from ((kind, id) for id in ids)


def packed_concepts(catalogue: Catalogue) -> dict[str, Any]:
    """`voci`, the ids by kind; `parole`, the words; `dove`, of each word the concepts by how many expressions."""
    keys = concept_keys(catalogue)
    forms = Forms()
    places: dict[str, dict[int, list[int]]] = {}
    for number, key in enumerate(keys):
        for stem, times in _times(_expressions(catalogue, key), forms).items():
            places.setdefault(stem, {}).setdefault(min(times, _MOST) - 1, []).append(number)
    words = forms.usual()
    return {
        "voci": [[id for kind, id in keys if kind == wanted] for wanted in range(len(KINDS))],
        "parole": pack_words(word for word, _ in words),
        "dove": pack_places(_telling(places[stem], keys) for _, stem in words),
    }


def _telling(places: Mapping[int, Sequence[int]], keys: Sequence[ConceptKey]) -> dict[int, list[int]]:
    """The places of a word, by how many times, that say something.

    That one expression of a group or of an area has it, or is it, hardly counts, if a tipologia or a need has it too.
    """

    def tells(level: int, concept: int) -> bool:
        return level >= _ALONE or keys[concept][0] <= BISOGNO

    kept = {level: [one for one in concepts if tells(level, one)] for level, concepts in places.items()}
    telling = {level: concepts for level, concepts in kept.items() if concepts}
    return telling or {level: list(concepts) for level, concepts in places.items()}


def words_of_concepts(catalogue: Catalogue, keys: Iterable[ConceptKey]) -> dict[str, str]:
    """All the expressions that lead to some concepts, as one text by kind: for engines without concepts."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for key in keys:
        found[KINDS[key[0]]].extend(text for text, _ in _expressions(catalogue, key))
    return {kind: " . ".join(texts) for kind, texts in found.items()}


class Forms:
    """The words that had each root, and how many times."""

    def __init__(self) -> None:
        self._times: dict[str, dict[str, int]] = {}

    def add(self, stem: str, word: str) -> None:
        """One more time that a root had the form of a word."""
        forms = self._times.get(stem)
        if forms is None:
            self._times[stem] = {word: 1}
        else:
            forms[word] = forms.get(word, 0) + 1

    def usual(self) -> list[tuple[str, str]]:
        """The most used word of each root with the root, by alphabet."""
        return sorted(
            (next(iter(forms)) if len(forms) == 1 else min(forms, key=lambda word: (-forms[word], word)), stem)
            for stem, forms in self._times.items()
        )


def concepts_of(packed: dict[str, Any]) -> Concepts:
    """The concepts that `packed_concepts` packed."""
    return Concepts(
        keys=tuple((kind, id) for kind, ids in enumerate(packed["voci"]) for id in ids),
        terms=terms_of(unpack_words(packed["parole"])),
        places=tuple(
            tuple((concept, level + 1) for level, concepts in sorted(of_word.items()) for concept in concepts)
            for of_word in unpack_places(packed["dove"])
        ),
    )


def _times(expressions: Iterable[tuple[str, int]], forms: Forms) -> dict[str, int]:
    """In how many expressions each root stands; `forms` gets the words that had it."""
    found: dict[str, int] = {}
    stop = stop_words()
    for text, worth in expressions:
        said = all_words(text)
        by_root = {root(word): word for word in said if word not in stop}
        by_root.update((root(term), term) for term in map(term_of_missing, missing(said)))
        for stem, word in by_root.items():
            found[stem] = found.get(stem, 0) + worth * (_ALONE if len(by_root) == 1 else 1)
            forms.add(stem, word)
    return found


def _expressions(catalogue: Catalogue, key: ConceptKey) -> Iterator[tuple[str, int]]:
    kind, id = key
    entry = _entry(catalogue, key)
    yield entry.nome, _OF_THE_NAME
    if entry.descrizione:
        yield entry.descrizione, 1
    yield from ((text, 1) for text in entry.parole)
    if kind == TIPOLOGIA:
        yield from ((word, 1) for word in _said_by_citizens(catalogue.by_tipologia.get(id, ())))


def _said_by_citizens(schede: Sequence[Scheda]) -> Iterator[str]:
    """The words that the citizens' expressions of several schede of a tipologia have in common."""
    having: Counter[str] = Counter()
    for scheda in schede:
        if "cittadini" in scheda.pubblico:
            having.update({word for text in scheda.parole_dei_cittadini for word in tokens(text)})
    yield from (word for word, schede_with_it in sorted(having.items()) if schede_with_it >= _AT_LEAST)


def _entry(catalogue: Catalogue, key: ConceptKey) -> Voce:
    kind, id = key
    if kind == TIPOLOGIA:
        return catalogue.tipologie[id]
    if kind == BISOGNO:
        return catalogue.bisogni[id]
    return catalogue.destinatari[id] if kind == DESTINATARI else catalogue.aree[id]
