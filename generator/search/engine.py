"""Finding and ranking: the same results in the same order as `assets/js/search/engine.js`.

lunr finds the documents of each word and what field they have it in. What makes an order of it stands here:

- an idea is worth its rarity: log(1 + documents / documents that have it), over all the loaded indexes;
- a document's share of the ideas, so weighed, multiplies its score, and those with far less than the best are left out:
  most of the rare words are required, and a long sentence does not drown in its common ones;
- an `attivo` comes before a `previsto`, what is over comes last unless it was called by its name;
- three groups: what the reader can use, what is not for their Comune, what is for bodies and operators.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lunr.index import Index

from generator.catalogue import Catalogue
from generator.search.documents import documents_of
from generator.search.index import build_index, lunr_form
from generator.search.lexicon import build_lexicon, lexicon_of
from generator.search.query import Idea, Question, Wording, understand
from generator.search.terms import Terms, expand, inflections, terms_of
from generator.search.tokens import tokens

FOR_ME, ELSEWHERE, FOR_BODIES = 1, 2, 3
"""The groups of results."""

_HALF = 6.0
"""The weight of a word's places at which it counts for half: more places add less and less."""
_PART_OF_A_COMPOUND = 0.5
_LEAST_SHARE = 0.3
_SHARE_OF_THE_BEST = 0.6
_SCORE_OF_THE_BEST = 0.12
_CALLED_BY_NAME = 1.5
_STATES = {
    "attivo": 1.0,
    "in_avvio": 0.95,
    "previsto": 0.85,
    "proposta": 0.7,
    "sospeso": 0.6,
    "concluso": 0.5,
}
_PAGE = 0.6


@dataclass(frozen=True, slots=True)
class LoadedIndex:
    """An index ready to be asked. `schede` are the results as they are shown, by their place."""

    id: str
    lunr: Index
    terms: Terms
    words: frozenset[str]
    schede: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A result: `key` is `<ambito>/<id>`, `group` one of FOR_ME, ELSEWHERE and FOR_BODIES."""

    key: str
    score: float
    group: int
    index: str
    scheda: Mapping[str, Any]


def load_index(content: bytes) -> LoadedIndex:
    """An index as `build_index` wrote it."""
    whole = json.loads(content)
    listed = whole["termini"].split()
    return LoadedIndex(
        whole["id"], Index.load(lunr_form(whole)), terms_of(listed), frozenset(listed), whole["schede"]
    )


def search(catalogue: Catalogue, text: str, comune: str | None = None) -> list[Hit]:
    """What the site's search finds for a text, best first; `comune` as in the address of the page, or none."""
    lexicon = lexicon_of(json.loads(build_lexicon(catalogue, ())))
    loaded = [load_index(build_index(id, documents_of(catalogue, id))) for id in sorted(catalogue.ambiti)]
    known = frozenset().union(*(index.words for index in loaded))
    question = understand(text, lexicon, comune, known.__contains__)
    if question.comune:
        loaded = [index for index in loaded if index.id == lexicon.ambito_of[question.comune]]
    return find(question, loaded)


def find(question: Question, indexes: Sequence[LoadedIndex]) -> list[Hit]:
    """The results of a question in the indexes that are loaded, in their order."""
    if question.ideas:
        hits = _matching(question, indexes)
    elif question.comune:
        hits = [
            _hit(question, index, place, _STATES[scheda["stato"]])
            for index in indexes
            for place, scheda in enumerate(index.schede)
            if scheda["tipo"] != "pagina"
        ]
    else:
        hits = []
    return sorted(hits, key=lambda hit: (hit.group, _over(hit, question), -hit.score, hit.key))


def _matching(question: Question, indexes: Sequence[LoadedIndex]) -> list[Hit]:
    found = [[_idea_scores(idea, index) for index in indexes] for idea in question.ideas]
    documents = sum(len(index.schede) for index in indexes)
    having = [sum(len(scores) for scores in by_index) for by_index in found]
    rarity = [math.log(1 + documents / count) if count else 0.0 for count in having]
    whole = sum(rarity)
    weighed: list[tuple[Hit, float]] = []
    for number, index in enumerate(indexes):
        for place, scheda in enumerate(index.schede):
            share = score = 0.0
            for idea, weight in enumerate(rarity):
                of_idea = found[idea][number].get(str(place))
                if of_idea is not None:
                    share += weight
                    score += weight * of_idea
            if share:
                value = score / whole * (share / whole) * _standing(scheda, question)
                weighed.append((_hit(question, index, place, value), share / whole))
    return _worth_showing(weighed)


def _worth_showing(weighed: list[tuple[Hit, float]]) -> list[Hit]:
    """Those near enough to the best; what the reader can use is measured by itself, the rest by the best of all."""
    mine = [pair for pair in weighed if pair[0].group == FOR_ME]
    rest = [pair for pair in weighed if pair[0].group != FOR_ME]
    return [
        hit
        for group, measure in ((mine, mine), (rest, weighed))
        if group
        for hit, share in group
        if share >= max(_LEAST_SHARE, _SHARE_OF_THE_BEST * max(share for _, share in measure))
        and hit.score >= _SCORE_OF_THE_BEST * max(hit.score for hit, _ in measure)
    ]


def _idea_scores(idea: Idea, index: LoadedIndex) -> dict[str, float]:
    """By document, how well it answers an idea: its best wording, between 0 and 1."""
    best: dict[str, float] = {}
    for wording in idea.wordings:
        for reference, score in _wording_scores(wording, index, idea.unfinished).items():
            best[reference] = max(best.get(reference, 0.0), wording.weight * score)
    return best


def _wording_scores(wording: Wording, index: LoadedIndex, unfinished: bool) -> dict[str, float]:
    """A compound is found where all its words are; a part of what the reader typed is found too, for less."""
    last = len(wording.words) - 1
    of_words = [
        _word_scores(
            index,
            expand(word, index.terms, unfinished and place == last)
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
    """What lunr finds for a word's meanings. It divides by the length of the query's vector: that is undone."""
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
    value = _PAGE if scheda["tipo"] == "pagina" else _STATES[scheda["stato"]]
    return value * _CALLED_BY_NAME if _named(scheda, question) else value


def _named(scheda: Mapping[str, Any], question: Question) -> bool:
    return tuple(tokens(scheda["nome"])) == question.words


def _over(hit: Hit, question: Question) -> bool:
    return hit.scheda["stato"] == "concluso" and not _named(hit.scheda, question)


def _hit(question: Question, index: LoadedIndex, place: int, score: float) -> Hit:
    scheda = index.schede[place]
    if "cittadini" not in scheda.get("pubblico", ("cittadini",)):
        group = FOR_BODIES
    elif question.comune and question.comune not in scheda.get("comuni", (question.comune,)):
        group = ELSEWHERE
    else:
        group = FOR_ME
    key = scheda["url"] if scheda["tipo"] == "pagina" else f"{index.id}/{scheda['id']}"
    # Rounded, so that the last digit of a sum, which depends on its order, decides nothing.
    return Hit(key, round(score, 6), group, index.id, scheda)
