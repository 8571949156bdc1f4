"""The index as it travels, and as lunr loads it."""

import gzip
import json
import pickle
import re
from typing import Any

import lunr.index
from lunr.builder import Builder

from generator.catalogue import Catalogue
from generator.search.documents import FIELDS, documents_of
from generator.search.index import build_index, lunr_form
from generator.search.library import lunr_javascript
from generator.search.tokens import tokens


def _whole(catalogue: Catalogue) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(build_index("alba", documents_of(catalogue, "alba")))
    return whole


def test_the_same_documents_give_the_same_bytes(catalogue: Catalogue) -> None:
    documents = documents_of(catalogue, "alba")
    assert build_index("alba", documents) == build_index("alba", pickle.loads(pickle.dumps(documents)))


def test_it_can_be_built_in_another_process() -> None:
    assert pickle.loads(pickle.dumps(build_index)) is build_index


def test_it_has_the_words_and_places_that_the_builder_of_lunr_finds(catalogue: Catalogue) -> None:
    documents = documents_of(catalogue, "alba")
    builder = Builder()
    builder.pipeline.reset()
    for field in FIELDS:
        builder.field(field.name)
    for number, document in enumerate(documents):
        # A word counts in the weightiest field that has it, so the Builder is given it there only.
        seen: set[str] = set()
        made: dict[str, Any] = {"id": str(number)}
        for field, texts in zip(FIELDS, document.texts, strict=True):
            found = dict.fromkeys(token for text in texts for token in tokens(text))
            made[field.name] = [token for token in found if token not in seen]
            seen.update(found)
        builder.add(made)
    theirs = {
        word: {field: sorted(found) for field, found in posting.items() if field != "_index"}
        for word, posting in builder.inverted_index.items()
    }
    ours = {
        word: {field: sorted(found) for field, found in posting.items() if field != "_index"}
        for word, posting in lunr_form(_whole(catalogue))["invertedIndex"]
    }
    assert ours == theirs


def test_lunr_loads_it_and_finds_a_word_in_the_weightiest_field_first(catalogue: Catalogue) -> None:
    whole = _whole(catalogue)
    found = lunr.index.Index.load(lunr_form(whole)).search("affido")
    assert whole["schede"][int(found[0]["ref"])]["id"] == "affido"


def test_vectors_are_sorted_by_word(catalogue: Catalogue) -> None:
    for _, vector in lunr_form(_whole(catalogue))["fieldVectors"]:
        assert vector[::2] == sorted(set(vector[::2]))


def test_what_a_result_shows_leaves_out_what_is_usual(catalogue: Catalogue) -> None:
    shown = {scheda["id"]: scheda for scheda in _whole(catalogue)["schede"]}
    assert shown["affido"] == {
        "id": "affido",
        "tipo": "servizio",
        "nome": "Affido familiare",
        "in_breve": "Famiglie che accolgono un bambino per un periodo.",
        "url": "servizi/alba/affido/",
        "stato": "attivo",
        "aree": ["minori-famiglie"],
        "destinatari": ["genitori"],
    }
    assert shown["pasti-a-domicilio"]["comuni"] == ["rovere"]
    assert shown["supervisione"]["pubblico"] == ["operatori"]
    assert shown["assistenza-domiciliare"]["diretto"] is True


def test_an_index_without_documents_is_an_index() -> None:
    whole = json.loads(build_index("vuoto", ()))
    assert lunr.index.Index.load(lunr_form(whole)).search("casa") == []


def test_lunr_javascript_is_a_module_with_its_licence() -> None:
    code = lunr_javascript().decode()
    assert re.match(r"/\*\*\n \* lunr - .*\n \* Copyright \(C\) 2020 Oliver Nightingale\n \* @license MIT", code)
    assert code.rstrip().endswith("export default module.exports;")
    assert "@memberOf" not in code


def test_lunr_and_the_index_of_150_schede_are_at_most_70_kb(catalogue: Catalogue) -> None:
    """The schede of the fixture are short and repeat each other, so each is given words of its own: 60."""
    documents = [document for name in ("alba", "bruno") for document in documents_of(catalogue, name)]
    many = []
    for number in range(150):
        document = documents[number % len(documents)]
        own = " ".join(f"{'abcdefghij'[number % 10]}{number}{word}" for word in range(10))
        shared = " ".join(f"parola{(number * 7 + word * 13) % 900}" for word in range(50))
        texts = (*document.texts[:-1], (*document.texts[-1], own, shared))
        many.append(type(document)(**{**_fields(document), "id": f"scheda-{number}", "texts": texts}))
    size = len(gzip.compress(build_index("grande", many), 9)) + len(gzip.compress(lunr_javascript(), 9))
    assert size <= 70_000


def _fields(document: Any) -> dict[str, Any]:
    return {name: getattr(document, name) for name in document.__slots__}
