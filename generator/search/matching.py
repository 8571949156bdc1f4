"""How well each document answers what was asked: the same numbers as `matching.js`.

- A word finds the documents that have it in a field, and those whose tipologia, needs, groups or areas it leads to.
- An idea is worth its rarity: log(1 + documents / documents that have it), over all the loaded indexes; one that
  the synonyms know is worth more, one that is only guessed from a slip less.
- A document's share of the ideas, so weighed, multiplies its score (`engine.py`): most of the rare words are
  required, and a long sentence does not drown in its common ones.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.search.concepts import Concepts
from generator.search.index import LoadedIndex
from generator.search.query import Idea, Question, Wording
from generator.search.terms import Terms, expand, same_root

PAGES = "pagine"
"""The name of the index of content pages, guides and notices."""

HALF = 10.0
"""The weight of a word's places at which it counts for half: more places add less and less."""
OF_KIND = (10.0, 4.0, 2.5, 2.0)
"""What a concept that a word leads to for sure is worth to a document that has it: in the order of `concepts.KINDS`."""
SOME = 2.4
"""The expressions of a concept in which a word must stand to lead to it by half."""
PART_OF_A_COMPOUND = 0.1
KNOWN = 1.5
"""How much more an idea weighs that the synonyms know."""
WEAK = 0.35
"""How much less an idea weighs that stands in sentences of all kinds."""
BARELY = 0.17
"""How well an idea is answered when that counts for half: a passing mention is not an answer yet."""

Scores = list[float]
"""For each document of an index how well it answers, between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Match:
    """A document that has something of the question: its score, and its share of the ideas, both up to 1."""

    index: LoadedIndex
    place: int
    score: float
    share: float


def weigh(question: Question, concepts: Concepts, indexes: Sequence[LoadedIndex]) -> Iterator[Match]:
    """The documents that have something of the question."""
    asked = _Asked(question.unknown, concepts)
    found = [[asked.idea(idea, index) for index in indexes] for idea in question.ideas]
    weights = [asked.weight(idea, by_index, indexes) for idea, by_index in zip(question.ideas, found, strict=True)]
    whole = sum(weights)
    for number, index in enumerate(indexes):
        for place in range(len(index.schede)):
            share = score = 0.0
            for weight, of_idea in zip(weights, found, strict=True):
                value = of_idea[number][place]
                if value:
                    share += weight * value / (value + BARELY)
                    score += weight * value
            if share:
                yield Match(index, place, score / whole, share / whole)


class _Asked:
    """One question being asked; each word is asked once of each index."""

    def __init__(self, unknown: frozenset[str], concepts: Concepts) -> None:
        self._unknown = unknown
        self._concepts = concepts
        self._known: dict[tuple[str, bool, bool, str], Scores] = {}

    def idea(self, idea: Idea, index: LoadedIndex) -> Scores:
        """How well the documents answer an idea: each by its best wording."""
        best = [0.0] * len(index.schede)
        for wording in idea.wordings:
            for place, score in enumerate(self._wording(wording, idea.unfinished, index)):
                best[place] = max(best[place], wording.weight * score)
        return best

    def weight(self, idea: Idea, scores: Sequence[Scores], indexes: Sequence[LoadedIndex]) -> float:
        """What an idea weighs among the others: the rarity of its own words; more if the synonyms know it.

        What somebody takes for a way to say something is what the search is about; the rest of a long sentence is not.
        Words that no index has are as rare as what they mean: «mama» says no more than «mamma».
        """
        much = WEAK if idea.weak else 1.0
        if len(idea.wordings) == 1:
            return much * _rarity(scores, indexes)
        own = [self._wording(idea.wordings[0], idea.unfinished, index) for index in indexes]
        return much * KNOWN * (_rarity(own, indexes) or _rarity(scores, indexes))

    def _wording(self, wording: Wording, unfinished: bool, index: LoadedIndex) -> Scores:
        """A compound is found where all its words are; a part of what the reader typed is found too, for less."""
        last = len(wording.words) - 1
        of_words = [
            self._word(word, wording.typed, unfinished and place == last, index)
            for place, word in enumerate(wording.words)
        ]
        if len(of_words) == 1:
            return of_words[0]
        scores = [0.0] * len(index.schede)
        for place in range(len(scores)):
            parts = [of_word[place] for of_word in of_words if of_word[place]]
            mean = sum(parts) / len(of_words)
            if len(parts) == len(of_words):
                scores[place] = mean
            elif wording.typed:
                scores[place] = PART_OF_A_COMPOUND * mean
        return scores

    def _word(self, word: str, typed: bool, unfinished: bool, index: LoadedIndex) -> Scores:
        key = (word, typed, unfinished, index.id)
        if key not in self._known:
            self._known[key] = self._word_scores(word, typed, unfinished, index)
        return self._known[key]

    def _word_scores(self, word: str, typed: bool, unfinished: bool, index: LoadedIndex) -> Scores:
        def meanings(terms: Terms) -> Iterable[tuple[int, float]]:
            unknown = word in self._unknown
            return (expand(word, terms, unfinished, unknown) if typed else same_root(word, terms)).items()

        own = [0.0] * len(index.schede)
        for term, likeness in meanings(index.terms):
            for place, weight in index.places[term]:
                own[place] = max(own[place], likeness * weight)
        led = [0.0] * len(self._concepts.keys)
        for term, likeness in meanings(self._concepts.terms):
            for concept, times in self._concepts.places[term]:
                led[concept] = max(led[concept], likeness * times / (times + SOME))
        for place, scheda in enumerate(index.schede):
            worth = own[place] + self._led_to(scheda.get("voci", ()), led)
            own[place] = worth / (worth + HALF)
        return own

    def _led_to(self, of_document: Iterable[int], led: Sequence[float]) -> float:
        """What the concepts of a document add, of those that a word leads to: the best of each kind."""
        best = [0.0] * len(OF_KIND)
        for concept in of_document:
            kind = self._concepts.keys[concept][0]
            best[kind] = max(best[kind], OF_KIND[kind] * led[concept])
        return sum(best)


def _rarity(scores: Sequence[Scores], indexes: Sequence[LoadedIndex]) -> float:
    """How rare an idea is among the schede; one that barely has it counts for little.

    Pages count only for what no scheda has.
    """
    pairs = tuple(zip(scores, indexes, strict=True))
    for counted in ([pair for pair in pairs if pair[1].id != PAGES], pairs):
        values = [value for found, _ in counted for value in found]
        most = max(values, default=0)
        if most:
            return math.log(1 + len(values) * most / sum(values))
    return 0.0
