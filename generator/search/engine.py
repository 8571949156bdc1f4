"""Finding and ranking: the same results in the same order as `engine.js`.

`matching.py` says how well each document answers. What makes an order of it is here:

- those with far less than the best are left out;
- an `attivo` comes before a `previsto`, what is over comes last unless it was called by its name;
- of several schede of one tipologia each further one is worth a little less, so that who was understood only in
  part finds the other kinds of help among the first;
- three groups: what the reader can use, what is not for their Comune, what is for bodies and operators;
  the last comes first when it answers better than anything for citizens: then a body is asking; for who says to be
  one («la nostra cooperativa») it is among what the reader can use, and worth more than the rest;
- who does not know whom to ask, or finds nothing, nothing sure, or nothing in their Comune, is shown the desk that
  helps with that.
"""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.catalogue import Catalogue
from generator.search.concepts import TIPOLOGIA, concept_keys
from generator.search.documents import GUIDE, NOTICE, PAGE, documents_of, documents_of_pages, pages_of
from generator.search.index import LoadedIndex, build_index, load_index
from generator.search.lexicon import Lexicon, build_lexicon, lexicon_of
from generator.search.matching import PAGES, weigh
from generator.search.query import EVERY, Question, comune_in, understand
from generator.search.tokens import tokens

FOR_ME, ELSEWHERE, FOR_BODIES = 1, 2, 3
"""The groups of results."""

PAGE_KINDS = frozenset((PAGE, GUIDE, NOTICE))
"""What is found but is not a scheda."""

_LEAST_SHARE = 0.25
_SHARE_OF_THE_BEST = 0.5
_SCORE_OF_THE_BEST = 0.2
_CALLED_BY_NAME = 1.5
_REQUIRED = 0.6
"""The power of the share: at 0 a document with one rare word is as good as one with all."""
_BETTER = 1.2
_FOR_WHO_ASKS = 1.4
"""How much more what is only for bodies is worth to a body."""
_SURE = 0.5
"""From which score on a result is an answer."""
_OF_ITS_KIND = 0.85
"""What each further scheda of a tipologia keeps of its score."""
_BEFORE_THE_DESK = 3
_STATES = {
    "attivo": 1.0,
    "in_avvio": 0.98,
    "previsto": 0.92,
    "proposta": 0.85,
    "sospeso": 0.8,
    "concluso": 0.5,
}
_PAGES = {PAGE: 0.6, NOTICE: 0.6, GUIDE: 0.9}


@dataclass(frozen=True, slots=True)
class Hit:
    """A result: `key` is `<ambito>/<id>`, `group` one of FOR_ME, ELSEWHERE and FOR_BODIES.

    `door`: nothing was found, nothing sure, or nothing for the reader's Comune, and this is the desk where to ask.
    """

    key: str
    score: float
    group: int
    index: str
    scheda: Mapping[str, Any]
    door: bool = False


class Library:
    """The indexes of a catalogue as the site would serve them, each loaded once, and the way to ask them."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Builds the indexes of all Ambiti and that of the guides and notices."""
        ambiti = sorted(catalogue.ambiti)
        self._lexicon = lexicon_of(json.loads(build_lexicon(catalogue, [*ambiti, PAGES])))
        keys = concept_keys(catalogue)
        self._ambiti = {
            ambito: load_index(build_index(ambito, documents_of(catalogue, ambito), keys)) for ambito in ambiti
        }
        self._pages = load_index(build_index(PAGES, documents_of_pages(pages_of(catalogue)), keys))

    def search(self, text: str, comune: str | None = None) -> list[Hit]:
        """What the site finds for a text, best first. `comune` is an id, or `tutti` not to read one in the text.

        With a Comune only its Ambito is searched, and the others if it has nothing. Content pages, which are not
        in the catalogue, are not found here.
        """
        about = comune_in(text, self._lexicon, comune)
        if about:
            own = [self._ambiti[self._lexicon.ambito_of[about]], self._pages]
            hits = ask(text, self._lexicon, comune, own)[1]
            if any(hit.scheda["tipo"] not in PAGE_KINDS and not hit.door for hit in hits):
                return hits
        return ask(text, self._lexicon, comune, [*self._ambiti.values(), self._pages])[1]


def ask(
    text: str, lexicon: Lexicon, comune: str | None, indexes: Sequence[LoadedIndex], ente: str | None = None
) -> tuple[Question, list[Hit]]:
    """The question that a text asks, and its results in the indexes that are loaded.

    An ente read in the text that has nothing of the kind is a word like the others.
    """

    def known(stem: str) -> bool:
        return any(stem in index.terms.by_root for index in indexes)

    question = understand(text, lexicon, comune, known, ente)
    hits = find(question, lexicon, indexes)
    if question.ente and ente is None and all(hit.door for hit in hits):
        return ask(text, lexicon, comune, indexes, EVERY)
    return question, hits


def find(question: Question, lexicon: Lexicon, indexes: Sequence[LoadedIndex]) -> list[Hit]:
    """The results of a question in the indexes that are loaded, in their order."""
    if question.lost:
        return _doors(question, lexicon, indexes, door=False)
    if question.ideas:
        hits = _matching(question, lexicon, indexes)
    elif question.everything:
        hits = [
            _hit(question, index, place, _STATES[scheda["stato"]])
            for index in indexes
            for place, scheda in enumerate(index.schede)
            if scheda["tipo"] not in PAGE_KINDS and _of_the_ente(scheda, question)
        ]
    else:
        hits = []
    bodies = _asked_by_a_body(hits)
    found = sorted(hits, key=lambda hit: (_order(hit, bodies), _over(hit, question), -hit.score, hit.key))
    if question.ente or (found and not question.comune):
        return found
    doors = _doors(question, lexicon, indexes, door=True)
    if not any(hit.group == FOR_ME for hit in found):
        return [*doors, *found]
    return _with_doors(found, doors) if question.ideas else found


def _with_doors(found: Sequence[Hit], doors: Sequence[Hit]) -> list[Hit]:
    """The results, and among the first the desk where to ask when none of them is sure."""
    sure = any(hit.score >= _SURE for hit in found if hit.group == FOR_ME and hit.scheda["tipo"] not in PAGE_KINDS)
    if sure:
        return list(found)
    first, rest = found[:_BEFORE_THE_DESK], found[_BEFORE_THE_DESK:]
    desks = {door.key: door for door in doors if all(hit.key != door.key for hit in first)}
    desks.update({hit.key: hit for hit in rest if hit.key in desks})
    return [*first, *desks.values(), *(hit for hit in rest if hit.key not in desks)]


def _asked_by_a_body(hits: Sequence[Hit]) -> bool:
    """Whether what is for bodies and operators answers better than anything for citizens."""
    best = [max((hit.score for hit in hits if (hit.group == FOR_BODIES) == bodies), default=0) for bodies in (0, 1)]
    return best[1] > _BETTER * best[0]


def _order(hit: Hit, bodies: bool) -> int:
    return 0 if bodies and hit.group == FOR_BODIES else hit.group


def _doors(question: Question, lexicon: Lexicon, indexes: Sequence[LoadedIndex], *, door: bool) -> list[Hit]:
    """The desks where to ask, of the question's Ambito or of all that are loaded, by key."""
    found = [
        _hit(question, index, place, 1, door)
        for index in indexes
        for place, scheda in enumerate(index.schede)
        if scheda["url"] == lexicon.doors.get(index.id) and question.ambito in (None, index.id)
    ]
    return sorted(found, key=lambda hit: hit.key)


def _matching(question: Question, lexicon: Lexicon, indexes: Sequence[LoadedIndex]) -> list[Hit]:
    weighed: list[tuple[Hit, float]] = []
    for match in weigh(question, lexicon.concepts, indexes):
        scheda = match.index.schede[match.place]
        if _of_the_ente(scheda, question):
            value = match.score * match.share**_REQUIRED * _standing(scheda, question)
            weighed.append((_hit(question, match.index, match.place, value), match.share))
    return _kinds_apart(_worth_showing(weighed, question.comune), lexicon)


def _kinds_apart(hits: Sequence[Hit], lexicon: Lexicon) -> list[Hit]:
    """The hits, of which each that follows another of its tipologia in its group is worth less."""
    apart: list[Hit] = []
    before: Counter[tuple[int, int]] = Counter()
    for hit in sorted(hits, key=lambda hit: (-hit.score, hit.key)):
        concepts = hit.scheda.get("voci", ())
        kind = next((concept for concept in concepts if lexicon.concepts.keys[concept][0] == TIPOLOGIA), None)
        if kind is not None:
            hit = replace(hit, score=_rounded(hit.score * _OF_ITS_KIND ** before[hit.group, kind]))
            before[hit.group, kind] += 1
        apart.append(hit)
    return apart


def _worth_showing(weighed: list[tuple[Hit, float]], comune: str | None) -> list[Hit]:
    """Those near the best. With a Comune, what its residents can use is measured by the best of that."""
    mine = [pair for pair in weighed if pair[0].group == FOR_ME] if comune else []
    rest = [pair for pair in weighed if pair[0].group != FOR_ME] if comune else weighed
    return [*_near(mine, mine), *_near(rest, weighed)]


def _near(group: list[tuple[Hit, float]], measure: list[tuple[Hit, float]]) -> list[Hit]:
    least = max(_LEAST_SHARE, _SHARE_OF_THE_BEST * max((share for _, share in measure), default=0))
    lowest = _SCORE_OF_THE_BEST * max((hit.score for hit, _ in measure), default=0)
    return [hit for hit, share in group if share >= least and hit.score >= lowest]


def _standing(scheda: Mapping[str, Any], question: Question) -> float:
    """What the state and the kind of a document are worth, and whether it was called by its name."""
    value = _PAGES.get(scheda["tipo"]) or _STATES[scheda["stato"]]
    if question.body and _only_for_bodies(scheda):
        value *= _FOR_WHO_ASKS
    return value * _CALLED_BY_NAME if _named(scheda, question) else value


def _named(scheda: Mapping[str, Any], question: Question) -> bool:
    return tuple(tokens(scheda["nome"])) == question.words


def _of_the_ente(scheda: Mapping[str, Any], question: Question) -> bool:
    return question.ente is None or question.ente in scheda.get("enti", ())


def _over(hit: Hit, question: Question) -> bool:
    return hit.scheda["stato"] == "concluso" and not _named(hit.scheda, question)


def _hit(question: Question, index: LoadedIndex, place: int, score: float, door: bool = False) -> Hit:
    scheda = index.schede[place]
    if _only_for_bodies(scheda) and not question.body:
        group = FOR_BODIES
    elif question.comune and not _holds(question, index, scheda):
        group = ELSEWHERE
    else:
        group = FOR_ME
    key = scheda["url"] if scheda["tipo"] in PAGE_KINDS else f"{index.id}/{scheda['id']}"
    return Hit(key, _rounded(score), group, index.id, scheda, door)


def _only_for_bodies(scheda: Mapping[str, Any]) -> bool:
    return "cittadini" not in scheda.get("pubblico", ("cittadini",))


def _rounded(score: float) -> float:
    """As JavaScript does: the last digit of a sum depends on its order and must decide nothing."""
    return math.floor(score * 1e6 + 0.5) / 1e6


def _holds(question: Question, index: LoadedIndex, scheda: Mapping[str, Any]) -> bool:
    """Whether it is there for who lives in the question's Comune."""
    if scheda["tipo"] in PAGE_KINDS:
        return True
    return index.id == question.ambito and question.comune in scheda.get("comuni", (question.comune,))
