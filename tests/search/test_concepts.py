"""The words that lead to a concept."""

from generator.catalogue import Catalogue
from generator.search.concepts import BISOGNO, DESTINATARI, ConceptKey, concepts_of, packed_concepts
from generator.search.terms import root


def _led_to(word: str, catalogue: Catalogue) -> set[ConceptKey]:
    concepts = concepts_of(packed_concepts(catalogue))
    return {concepts.keys[one] for place in concepts.terms.by_root[root(word)] for one, _ in concepts.places[place]}


def test_a_word_leads_to_a_group_of_people(catalogue: Catalogue) -> None:
    assert _led_to("poveri", catalogue) == {(DESTINATARI, "persone-in-poverta")}


def test_one_expression_of_a_group_does_not_count_where_a_need_has_the_word(catalogue: Catalogue) -> None:
    assert "pacco" in catalogue.destinatari["persone-in-poverta"].parole
    assert _led_to("pacco", catalogue) == {(BISOGNO, "arrivare-a-fine-mese")}
