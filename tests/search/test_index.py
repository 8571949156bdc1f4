"""The index as it travels, and as it is read."""

import datetime
import gzip
import json
import pickle
import re
from typing import Any

from generator.catalogue import Catalogue, relate
from generator.reading.reading import read_catalogue
from generator.search.concepts import concept_keys
from generator.search.documents import FIELDS, documents_of
from generator.search.index import LoadedIndex, build_index, load_index
from generator.search.lexicon import build_lexicon
from generator.search.library import lunr_javascript
from generator.search.packing import unpack_places, unpack_words
from generator.search.terms import root
from generator.search.tokens import tokens
from tests.projects import ROOT


def _built(catalogue: Catalogue) -> bytes:
    return build_index("alba", documents_of(catalogue, "alba"), concept_keys(catalogue))


def _whole(catalogue: Catalogue) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(_built(catalogue))
    return whole


def _weight(index: LoadedIndex, word: str, scheda: str) -> float:
    """What a word weighs in a scheda; 0 if it is not there."""
    document = next(place for place, one in enumerate(index.schede) if one["id"] == scheda)
    terms = index.terms.by_root.get(root(word), ())
    return sum(weight for term in terms for place, weight in index.places[term] if place == document)


def test_the_same_documents_give_the_same_bytes(catalogue: Catalogue) -> None:
    documents, keys = documents_of(catalogue, "alba"), concept_keys(catalogue)
    assert build_index("alba", documents, keys) == build_index("alba", pickle.loads(pickle.dumps(documents)), keys)


def test_it_can_be_built_in_another_process() -> None:
    assert pickle.loads(pickle.dumps(build_index)) is build_index


def test_every_word_of_a_document_weighs_what_its_weightiest_field_weighs(catalogue: Catalogue) -> None:
    index = load_index(_built(catalogue))
    for document in documents_of(catalogue, "alba"):
        expected: dict[str, float] = {}
        for field, texts in zip(FIELDS, document.texts, strict=True):
            found = {root(word) for text in texts for word in tokens(text)}
            for stem in found:
                expected[stem] = max(expected.get(stem, 0), field.weight / (1 + field.dilution * (len(found) - 1)))
        for stem, weight in expected.items():
            assert _weight(index, stem, document.id) == weight, (document.id, stem)


def test_words_that_a_result_shows_are_not_stored_twice(catalogue: Catalogue) -> None:
    whole = _whole(catalogue)
    assert {field for of_word in unpack_places(whole["presenze"]) for field in of_word} <= {1, 2, 4}
    assert "affido" not in unpack_words(whole["termini"])
    assert _weight(load_index(_built(catalogue)), "affido", "affido") > 5


def test_a_word_stands_once_for_all_its_forms(catalogue: Catalogue) -> None:
    roots = load_index(_built(catalogue)).terms.roots
    assert len(set(roots)) == len(roots)


def test_an_address_is_made_again_from_kind_ambito_and_id(catalogue: Catalogue) -> None:
    documents = {document.id: document.url for document in documents_of(catalogue, "alba")}
    assert {one["id"]: one["url"] for one in load_index(_built(catalogue)).schede} == documents


def test_what_a_result_shows_leaves_out_what_is_usual(catalogue: Catalogue) -> None:
    shown = {scheda["id"]: scheda for scheda in _whole(catalogue)["schede"]}
    concepts = shown["affido"].pop("voci")
    assert [concept_keys(catalogue)[place] for place in concepts] == [
        (0, "affido"),
        (1, "accogliere-un-bambino"),
        (2, "genitori"),
        (3, "minori-famiglie"),
    ]
    assert shown["affido"] == {
        "id": "affido",
        "tipo": "servizio",
        "nome": "Affido familiare",
        "in_breve": "Famiglie che accolgono un bambino per un periodo.",
        "stato": "attivo",
    }
    assert shown["pasti-a-domicilio"]["comuni"] == ["rovere"]
    assert shown["supervisione"]["pubblico"] == ["operatori"]
    assert shown["assistenza-domiciliare"]["diretto"] is True


def test_an_index_without_documents_is_an_index() -> None:
    assert load_index(build_index("vuoto", (), ())).schede == []


def test_lunr_the_words_and_the_index_of_150_schede_are_at_most_70_kb() -> None:
    """The schede of the largest Ambito; the words are those of all the Ambiti."""
    day = datetime.date(2026, 11, 22)
    real = relate(read_catalogue(ROOT / "catalogue", day), day)
    largest = max((documents_of(real, ambito) for ambito in real.ambiti), key=len)
    assert len(largest) >= 150
    index = build_index("grande", largest[:150], concept_keys(real))
    files = [lunr_javascript(), build_lexicon(real, ["grande", "pagine"]), index]
    assert sum(len(gzip.compress(file, 9)) for file in files) <= 70_000


def test_lunr_javascript_is_the_part_that_is_used_with_its_licence() -> None:
    code = lunr_javascript().decode()
    assert re.match(r"/\*\*\n \* lunr - .*\n \* Copyright \(C\) 2020 Oliver Nightingale\n \* @license MIT", code)
    assert code.rstrip().endswith("export default lunr;")
    assert "lunr.TokenSet.prototype.intersect" in code
    assert "@memberOf" not in code
    assert "stemmer" not in code
