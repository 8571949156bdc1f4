"""The index of one Ambito, as bytes: the words, where each is found, and what a result shows.

lunr looks words up (`terms.py`): its automaton of all the words finds at once what begins with some letters and what
is few slips from them, in both languages. Its own index is not sent: it says for every word of every field of every
document where it stands and what it weighs, though both follow from very little (README.md has the figures). Instead:

- Words with the same root are one word, shown in its most usual form.
- A word of a document is kept once, in the weightiest field that has it. What a second, lighter mention would
  add is less than what it costs.
- Words of the fields that a result shows (name and brief) are not stored twice: who reads the index finds them there.
- Words and places are packed into two strings (`packing.py`).
- Rarity is weighed when the question is asked (`engine.py`), for the whole idea of a word and over all indexes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.scheda import FOLDER_OF
from generator.search.concepts import ConceptKey, Forms
from generator.search.documents import FIELDS, SearchDocument
from generator.search.packing import pack_places, pack_words, unpack_places, unpack_words
from generator.search.terms import Terms, root, terms_of
from generator.search.tokens import tokens

FORMAT = 5
"""Raised when the browser's code could no longer read the file."""

NAME, BRIEF = 0, 3
"""The fields that a result shows, by their place in FIELDS."""


@dataclass(frozen=True, slots=True)
class LoadedIndex:
    """An index ready to be asked.

    `places` has for each word the documents with the weight that it has there; `schede` are the results as they are
    shown, by their place; `concepts` are the concepts of each, by kind, as places in the list of `indice.json`.
    """

    id: str
    terms: Terms
    places: tuple[tuple[tuple[int, float], ...], ...]
    schede: Sequence[Mapping[str, Any]]


def build_index(name: str, documents: Sequence[SearchDocument], concepts: Sequence[ConceptKey]) -> bytes:
    """The JSON (UTF-8) of the index of an Ambito, or of `pagine`. The same documents give the same bytes.

    `concepts` are those of `indice.json`. Members: `versione`; `id`, the name; `campi`, the FIELDS; `termini`, the
    words, packed; `presenze`, the places of each in `campi` and `schede`, packed; `schede`, what a result shows (what
    is absent has its most common value; `voci` are places in `concepts`).
    """
    number_of = {key: number for number, key in enumerate(concepts)}
    known: dict[str, dict[str, str]] = {}
    forms = Forms()
    postings: dict[str, dict[int, list[int]]] = {}
    for number, document in enumerate(documents):
        seen: set[str] = set()
        for field, texts in enumerate(document.texts):
            for text in texts:
                if text not in known:
                    known[text] = {root(word): word for word in tokens(text)}
                for stem, word in known[text].items():
                    if stem in seen:
                        continue
                    seen.add(stem)
                    if field not in (NAME, BRIEF):
                        forms.add(stem, word)
                        postings.setdefault(stem, {}).setdefault(field, []).append(number)
    words = forms.usual()
    whole = {
        "versione": FORMAT,
        "id": name,
        "campi": FIELDS,
        "termini": pack_words(word for word, _ in words),
        "presenze": pack_places(postings[stem] for _, stem in words),
        "schede": [_shown(document, number_of) for document in documents],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def load_index(content: bytes) -> LoadedIndex:
    """An index as `build_index` wrote it."""
    whole = json.loads(content)
    fields = whole["campi"]
    words = list(unpack_words(whole["termini"]))
    place_of = {root(word): place for place, word in enumerate(words)}
    places: list[dict[int, float]] = [
        {document: fields[field][1] for field, documents in of_word.items() for document in documents}
        for of_word in unpack_places(whole["presenze"])
    ]
    for document, scheda in enumerate(whole["schede"]):
        for stem, word, weight in _words_shown(scheda, fields):
            place = place_of.setdefault(stem, len(words))
            if place == len(words):
                words.append(word)
                places.append({})
            places[place][document] = max(weight, places[place].get(document, 0))
    return LoadedIndex(
        id=whole["id"],
        terms=terms_of(words),
        places=tuple(tuple(of_word.items()) for of_word in places),
        schede=[{**scheda, "url": _url(scheda, whole["id"])} for scheda in whole["schede"]],
    )


def _words_shown(scheda: Mapping[str, Any], fields: Sequence[Sequence[Any]]) -> Iterator[tuple[str, str, float]]:
    """Root, word and weight of what a result shows."""
    for field, text in ((NAME, scheda["nome"]), (BRIEF, scheda["in_breve"])):
        found = {root(word): word for word in tokens(text)}
        _, weight, dilution = fields[field]
        for stem, word in found.items():
            yield stem, word, weight / (1 + dilution * (len(found) - 1))


def _url(scheda: Mapping[str, Any], index: str) -> str:
    folder = FOLDER_OF.get(scheda["tipo"])
    return f"{folder}/{index}/{scheda['id']}/" if folder else scheda["url"]


def _shown(document: SearchDocument, number_of: Mapping[ConceptKey, int]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": document.id,
        "tipo": document.tipo,
        "nome": document.nome,
        "in_breve": document.in_breve,
        "stato": document.stato,
    }
    if document.tipo not in FOLDER_OF:
        shown["url"] = document.url
    if document.comuni is not None:
        shown["comuni"] = document.comuni
    if document.telefono:
        shown["telefono"] = document.telefono
    if document.pubblico != ("cittadini",):
        shown["pubblico"] = document.pubblico
    if document.concetti:
        shown["voci"] = [number_of[key] for key in document.concetti]
    if document.diretto:
        shown["diretto"] = True
    if document.enti:
        shown["enti"] = document.enti
    if document.orari:
        shown["orari"] = document.orari
    return shown
