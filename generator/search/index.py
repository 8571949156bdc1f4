"""The index of one Ambito, as bytes: the words, where each is found, and what a result shows.

Five choices, each for the bytes that a phone downloads and for the time of the build:

- A word of a document is kept once, in the weightiest field that has it. What a second, lighter mention would
  add is less than what it costs.
- A vector carries only the field's weight, not the rarity of the word. Rarity is weighed when the question is
  asked (`engine.py`), for the whole idea of a word («anziano», «anziani») and over all the loaded indexes.
- So vectors follow from postings, and lunr's own JSON, which holds both and names every field for every word,
  is not sent: `lunr_form` (in the browser `unpack.js`) makes it when the file arrives, for `lunr.Index.load`.
  The same 83 schede weigh 16 KB with gzip instead of 33.
- Words and places are packed into two strings (`packing.py`).
- `lunr.builder.Builder` is not used: it makes an object for each token, sorts vectors by insertion and builds
  a set of tokens that is not even written: 1.2 ms a document against 0.2. A test compares both word by word.
"""

import json
from collections.abc import Sequence
from typing import Any

from lunr import __TARGET_JS_VERSION__ as LUNR_VERSION

from generator.search.documents import FIELDS, SearchDocument
from generator.search.packing import pack_places, pack_words, unpack_places, unpack_words
from generator.search.tokens import tokens

FORMAT = 2
"""Raised when the browser's code could no longer read the file."""


def build_index(name: str, documents: Sequence[SearchDocument]) -> bytes:
    """The JSON (UTF-8) of the index of an Ambito, or of `pagine`. The same documents give the same bytes.

    Members: `versione`; `id`, the name; `campi`, the FIELDS; `termini`, all words, packed; `presenze`, the places
    of each word in `campi` and `schede`, packed; `schede`, what a result shows (what is absent has its most
    common value).
    """
    known: dict[str, list[str]] = {}
    postings: dict[str, dict[int, list[int]]] = {}
    for number, document in enumerate(documents):
        seen: set[str] = set()
        for field, texts in enumerate(document.texts):
            for text in texts:
                if text not in known:
                    known[text] = tokens(text)
                for token in known[text]:
                    if token not in seen:
                        seen.add(token)
                        postings.setdefault(token, {}).setdefault(field, []).append(number)
    terms = sorted(postings)
    whole = {
        "versione": FORMAT,
        "id": name,
        "campi": FIELDS,
        "termini": pack_words(terms),
        "presenze": pack_places(postings[term] for term in terms),
        "schede": [_shown(document) for document in documents],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def lunr_form(whole: dict[str, Any]) -> dict[str, Any]:
    """What `lunr.Index.load` takes, from an index as written. A reference is a place in `schede`."""
    names = [name for name, _, _ in whole["campi"]]
    vectors: dict[tuple[int, int], list[int]] = {}
    inverted = []
    places = unpack_places(whole["presenze"])
    for place, (term, found) in enumerate(zip(unpack_words(whole["termini"]), places, strict=True)):
        posting: dict[str, Any] = {"_index": place, **{name: {} for name in names}}
        for field, documents in found.items():
            for document in documents:
                posting[names[field]][str(document)] = {}
                vectors.setdefault((field, document), []).append(place)
        inverted.append([term, posting])
    return {
        "version": LUNR_VERSION,
        "fields": names,
        "fieldVectors": [
            [f"{names[field]}/{document}", _vector(places, *whole["campi"][field][1:])]
            for (field, document), places in vectors.items()
        ],
        "invertedIndex": inverted,
        "pipeline": [],
    }


def _vector(places: list[int], weight: float, dilution: float) -> list[float]:
    """Place and weight of each word, as lunr writes a vector."""
    vector = [weight / (1 + dilution * (len(places) - 1))] * (2 * len(places))
    vector[::2] = places
    return vector


def _shown(document: SearchDocument) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": document.id,
        "tipo": document.tipo,
        "nome": document.nome,
        "in_breve": document.in_breve,
        "url": document.url,
        "stato": document.stato,
    }
    if document.comuni is not None:
        shown["comuni"] = document.comuni
    if document.telefono:
        shown["telefono"] = document.telefono
    if document.pubblico != ("cittadini",):
        shown["pubblico"] = document.pubblico
    if document.aree:
        shown["aree"] = document.aree
    if document.destinatari:
        shown["destinatari"] = document.destinatari
    if document.diretto:
        shown["diretto"] = True
    if document.enti:
        shown["enti"] = document.enti
    if document.orari:
        shown["orari"] = document.orari
    return shown
