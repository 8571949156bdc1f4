"""What the search may know of a scheda."""

from generator.catalogue import Catalogue
from generator.search.documents import FIELDS, ContentPage, SearchDocument, documents_of, documents_of_pages


def _document(catalogue: Catalogue, ambito: str, name: str) -> SearchDocument:
    return next(document for document in documents_of(catalogue, ambito) if document.id == name)


def test_every_scheda_of_the_ambito_is_there_once(catalogue: Catalogue) -> None:
    found = [document.id for document in documents_of(catalogue, "alba")]
    assert sorted(found) == sorted(scheda.id for scheda in catalogue.by_ambito["alba"])


def test_fields_hold_the_words_of_the_scheda_and_concepts_those_of_its_vocabularies(catalogue: Catalogue) -> None:
    document = _document(catalogue, "alba", "assistenza-domiciliare")
    texts = dict(zip((field.name for field in FIELDS), document.texts, strict=True))
    assert texts["nome"] == ("Assistenza domiciliare",)
    assert "mia madre non riesce più a lavarsi" in texts["parole"]
    assert {(0, "assistenza-domiciliare"), (1, "restare-a-casa")} <= set(document.concetti)
    assert texts["testo"] == ("Persone anziane che da sole non ce la fanno.", "Comune di Rovere")


def test_the_phone_is_that_of_the_scheda_else_of_its_place(catalogue: Catalogue) -> None:
    assert _document(catalogue, "alba", "assistenza-domiciliare").telefono == "0362 222222"
    assert _document(catalogue, "alba", "segretariato-sociale").telefono == "0362 111111"


def test_a_protected_place_gives_no_phone(catalogue: Catalogue) -> None:
    assert _document(catalogue, "alba", "casa-rifugio").telefono is None


def test_an_ambito_without_schede_has_no_documents(catalogue: Catalogue) -> None:
    assert documents_of(catalogue, "nessuno") == ()


def test_a_page_is_found_by_its_title_and_text() -> None:
    (page,) = documents_of_pages([ContentPage("privacy/", "Privacy", "Non raccoglie\n\ndati. " * 40)])
    assert (page.tipo, page.nome, page.url) == ("pagina", "Privacy", "privacy/")
    assert len(page.in_breve) <= 161
    assert page.in_breve.endswith("…")
