"""Finding and ranking: the same results in the same order as `engine.js`.

lunr finds the documents of each word and weighs the fields that have it. What makes an order of it is here:

- an idea is worth its rarity: log(1 + documents / documents that have it), over all the loaded indexes; one that
  the synonyms know is worth more;
- a document's share of the ideas, so weighed, multiplies its score, and those with far less than the best are
  left out: most of the rare words are required, and a long sentence does not drown in its common ones;
- an `attivo` comes before a `previsto`, what is over comes last unless it was called by its name;
- three groups: what the reader can use, what is not for their Comune, what is for bodies and operators;
- who does not know whom to ask, or finds nothing in their Comune, is shown the desk that helps with that.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lunr.index import Index

from generator.catalogue import Catalogue
from generator.search.documents import GUIDE, NOTICE, PAGE, documents_of, documents_of_pages, pages_of
from generator.search.index import build_index, lunr_form
from generator.search.lexicon import Lexicon, build_lexicon, lexicon_of
from generator.search.packing import unpack_words
from generator.search.query import EVERY, Idea, Question, Wording, comune_in, understand
from generator.search.terms import Terms, expand, inflections, terms_of
from generator.search.tokens import tokens

FOR_ME, ELSEWHERE, FOR_BODIES = 1, 2, 3
"""The groups of results."""

PAGES = "pagine"
"""The name of the index of content pages, guides and notices."""
PAGE_KINDS = frozenset((PAGE, GUIDE, NOTICE))
"""What is found but is not a scheda."""

_HALF = 6.0
"""The weight of a word's places at which it counts for half: more places add less and less."""
_PART_OF_A_COMPOUND = 0.1
_KNOWN = 2.5
"""How much more an idea weighs that the synonyms know."""
_BARELY = 0.2
"""How well an idea is answered when that counts for half: a passing mention is not an answer yet."""
_LEAST_SHARE = 0.25
_SHARE_OF_THE_BEST = 0.6
_SCORE_OF_THE_BEST = 0.2
_CALLED_BY_NAME = 1.5
_STATES = {
    "attivo": 1.0,
    "in_avvio": 0.95,
    "previsto": 0.85,
    "proposta": 0.7,
    "sospeso": 0.6,
    "concluso": 0.5,
}
_PAGES = {PAGE: 0.6, NOTICE: 0.6, GUIDE: 0.9}


@dataclass(frozen=True, slots=True)
class LoadedIndex:
    """An index ready to be asked. `schede` are the results as they are shown, by their place."""

    id: str
    lunr: Index
    terms: Terms
    roots: frozenset[str]
    schede: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A result: `key` is `<ambito>/<id>`, `group` one of FOR_ME, ELSEWHERE and FOR_BODIES.

    `door`: nothing was found for the reader's Comune, and this is the desk where to ask.
    """

    key: str
    score: float
    group: int
    index: str
    scheda: Mapping[str, Any]
    door: bool = False


def load_index(content: bytes) -> LoadedIndex:
    """An index as `build_index` wrote it."""
    whole = json.loads(content)
    terms = terms_of(unpack_words(whole["termini"]))
    lunr_index = Index.load(lunr_form(whole))
    return LoadedIndex(whole["id"], lunr_index, terms, frozenset(terms.roots), whole["schede"])


class Library:
    """The indexes of a catalogue as the site would serve them, each loaded once, and the way to ask them."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Builds the indexes of all Ambiti and that of the guides and notices."""
        ambiti = sorted(catalogue.ambiti)
        self._lexicon = lexicon_of(json.loads(build_lexicon(catalogue, [*ambiti, PAGES])))
        self._ambiti = {ambito: load_index(build_index(ambito, documents_of(catalogue, ambito))) for ambito in ambiti}
        self._pages = load_index(build_index(PAGES, documents_of_pages(pages_of(catalogue))))

    def search(self, text: str, comune: str | None = None) -> list[Hit]:
        """What the site finds for a text, best first. `comune` is an id, or `tutti` not to read one in the text.

        With a Comune only its Ambito is searched, and the others if it has nothing. Content pages, which are not
        in the catalogue, are not found here.
        """
        about = comune_in(text, self._lexicon, comune)
        if about:
            own = [self._ambiti[self._lexicon.ambito_of[about]], self._pages]
            hits = ask(text, self._lexicon, comune, own)[1]
            if any(hit.scheda["tipo"] not in PAGE_KINDS for hit in hits):
                return hits
        return ask(text, self._lexicon, comune, [*self._ambiti.values(), self._pages])[1]


def ask(
    text: str, lexicon: Lexicon, comune: str | None, indexes: Sequence[LoadedIndex], ente: str | None = None
) -> tuple[Question, list[Hit]]:
    """The question that a text asks, and its results in the indexes that are loaded.

    An ente read in the text that has nothing of the kind is a word like the others.
    """

    def known(stem: str) -> bool:
        return any(stem in index.roots for index in indexes)

    question = understand(text, lexicon, comune, known, ente)
    hits = find(question, lexicon, indexes)
    if not hits and question.ente and ente is None:
        return ask(text, lexicon, comune, indexes, EVERY)
    return question, hits


def find(question: Question, lexicon: Lexicon, indexes: Sequence[LoadedIndex]) -> list[Hit]:
    """The results of a question in the indexes that are loaded, in their order."""
    if question.lost:
        return _doors(question, lexicon, indexes, door=False)
    if question.ideas:
        hits = _matching(question, indexes)
    elif question.everything:
        hits = [
            _hit(question, index, place, _STATES[scheda["stato"]])
            for index in indexes
            for place, scheda in enumerate(index.schede)
            if scheda["tipo"] not in PAGE_KINDS and _of_the_ente(scheda, question)
        ]
    else:
        hits = []
    found = sorted(hits, key=lambda hit: (hit.group, _over(hit, question), -hit.score, hit.key))
    if question.comune and found and found[0].group != FOR_ME and not question.ente:
        return [*_doors(question, lexicon, indexes, door=True), *found]
    return found


def _doors(question: Question, lexicon: Lexicon, indexes: Sequence[LoadedIndex], *, door: bool) -> list[Hit]:
    """The desks where to ask, of the question's Ambito or of all that are loaded, by key."""
    found = [
        _hit(question, index, place, 1, door)
        for index in indexes
        for place, scheda in enumerate(index.schede)
        if scheda["url"] == lexicon.doors.get(index.id) and question.ambito in (None, index.id)
    ]
    return sorted(found, key=lambda hit: hit.key)


def _matching(question: Question, indexes: Sequence[LoadedIndex]) -> list[Hit]:
    found = [[_idea_scores(idea, index, question.unknown) for index in indexes] for idea in question.ideas]
    weights = [
        _weight(idea, by_index, indexes, question.unknown) for idea, by_index in zip(question.ideas, found, strict=True)
    ]
    whole = sum(weights)
    weighed: list[tuple[Hit, float]] = []
    for number, index in enumerate(indexes):
        for place, scheda in enumerate(index.schede):
            if not _of_the_ente(scheda, question):
                continue
            share = score = 0.0
            for idea, weight in enumerate(weights):
                of_idea = found[idea][number].get(str(place))
                if of_idea is not None:
                    share += weight * of_idea / (of_idea + _BARELY)
                    score += weight * of_idea
            if share:
                value = score / whole * (share / whole) * _standing(scheda, question)
                weighed.append((_hit(question, index, place, value), share / whole))
    return _worth_showing(weighed, question.comune)


def _weight(
    idea: Idea, scores: Sequence[Mapping[str, float]], indexes: Sequence[LoadedIndex], unknown: frozenset[str]
) -> float:
    """What an idea weighs among the others: the rarity of its own words; more if the synonyms know it.

    What somebody takes for a way to say something is what the search is about; the rest of a long sentence is not.
    """
    if len(idea.wordings) == 1:
        return _rarity(scores, indexes)
    own = [_wording_scores(idea.wordings[0], index, idea.unfinished, unknown) for index in indexes]
    size = sum(len(index.schede) for index in indexes if index.id != PAGES)
    return _KNOWN * (_rarity(own, indexes) or math.log(1 + size))


def _rarity(scores: Sequence[Mapping[str, float]], indexes: Sequence[LoadedIndex]) -> float:
    """How rare an idea is among the schede; one that barely has it counts for little.

    Pages count only for what no scheda has.
    """
    pairs = tuple(zip(scores, indexes, strict=True))
    for counted in ([pair for pair in pairs if pair[1].id != PAGES], pairs):
        values = [value for found, _ in counted for value in found.values()]
        if values:
            having = sum(values) / max(values)
            return math.log(1 + sum(len(index.schede) for _, index in counted) / having)
    return 0.0


def _worth_showing(weighed: list[tuple[Hit, float]], comune: str | None) -> list[Hit]:
    """Those near the best. With a Comune, what its residents can use is measured by the best of that."""
    mine = [pair for pair in weighed if pair[0].group == FOR_ME] if comune else []
    rest = [pair for pair in weighed if pair[0].group != FOR_ME] if comune else weighed
    return [*_near(mine, mine), *_near(rest, weighed)]


def _near(group: list[tuple[Hit, float]], measure: list[tuple[Hit, float]]) -> list[Hit]:
    least = max(_LEAST_SHARE, _SHARE_OF_THE_BEST * max((share for _, share in measure), default=0))
    lowest = _SCORE_OF_THE_BEST * max((hit.score for hit, _ in measure), default=0)
    return [hit for hit, share in group if share >= least and hit.score >= lowest]


def _idea_scores(idea: Idea, index: LoadedIndex, unknown: frozenset[str]) -> dict[str, float]:
    """By document, how well it answers an idea: its best wording, between 0 and 1."""
    best: dict[str, float] = {}
    for wording in idea.wordings:
        for reference, score in _wording_scores(wording, index, idea.unfinished, unknown).items():
            best[reference] = max(best.get(reference, 0.0), wording.weight * score)
    return best


def _wording_scores(
    wording: Wording, index: LoadedIndex, unfinished: bool, unknown: frozenset[str]
) -> dict[str, float]:
    """A compound is found where all its words are; a part of what the reader typed is found too, for less."""
    last = len(wording.words) - 1
    of_words = [
        _word_scores(
            index,
            expand(word, index.terms, unfinished and place == last, word in unknown)
            if wording.typed
            else inflections(word, index.terms),
        )
        for place, word in enumerate(wording.words)
    ]
    if len(of_words) == 1:
        return of_words[0]
    scores: dict[str, float] = {}
    for reference in dict.fromkeys(reference for scores in of_words for reference in scores):
        parts = [scores[reference] for scores in of_words if reference in scores]
        mean = sum(parts) / len(of_words)
        if len(parts) == len(of_words):
            scores[reference] = mean
        elif wording.typed:
            scores[reference] = _PART_OF_A_COMPOUND * mean
    return scores


def _word_scores(index: LoadedIndex, meanings: Mapping[str, float]) -> dict[str, float]:
    """What lunr finds for a word's meanings, without its division by the length of the query's vector."""
    if not meanings:
        return {}
    query = index.lunr.create_query()
    for term, weight in meanings.items():
        query.clause(term, boost=weight, use_pipeline=False)
    length = math.sqrt(sum(weight * weight for weight in meanings.values()))
    found = ((result["ref"], result["score"] * length) for result in index.lunr.query(query))
    return {reference: score / (score + _HALF) for reference, score in found}


def _standing(scheda: Mapping[str, Any], question: Question) -> float:
    """What the state and the kind of a document are worth, and whether it was called by its name."""
    value = _PAGES.get(scheda["tipo"]) or _STATES[scheda["stato"]]
    return value * _CALLED_BY_NAME if _named(scheda, question) else value


def _named(scheda: Mapping[str, Any], question: Question) -> bool:
    return tuple(tokens(scheda["nome"])) == question.words


def _of_the_ente(scheda: Mapping[str, Any], question: Question) -> bool:
    return question.ente is None or question.ente in scheda.get("enti", ())


def _over(hit: Hit, question: Question) -> bool:
    return hit.scheda["stato"] == "concluso" and not _named(hit.scheda, question)


def _hit(question: Question, index: LoadedIndex, place: int, score: float, door: bool = False) -> Hit:
    scheda = index.schede[place]
    if "cittadini" not in scheda.get("pubblico", ("cittadini",)):
        group = FOR_BODIES
    elif question.comune and not _holds(question, index, scheda):
        group = ELSEWHERE
    else:
        group = FOR_ME
    key = scheda["url"] if scheda["tipo"] in PAGE_KINDS else f"{index.id}/{scheda['id']}"
    # Rounded as JavaScript does: the last digit of a sum depends on its order and must decide nothing.
    return Hit(key, math.floor(score * 1e6 + 0.5) / 1e6, group, index.id, scheda, door)


def _holds(question: Question, index: LoadedIndex, scheda: Mapping[str, Any]) -> bool:
    """Whether it is there for who lives in the question's Comune."""
    if scheda["tipo"] in PAGE_KINDS:
        return True
    return index.id == question.ambito and question.comune in scheda.get("comuni", (question.comune,))
