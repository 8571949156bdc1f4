"""What the search knows of each scheda and page: the words that find it, by weight, and what a result shows.

Only what a citizen may read comes in: never the editors' notes, and no contact of a protected place. A scheda
for operators or for third-sector bodies is found too, but says for whom it is: the ranking keeps it apart.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.catalogue import Catalogue, folder_of, key_of, kind_of
from generator.model.contatto import Contatto
from generator.model.scheda import Scheda
from generator.model.vocabolario import Voce

PHONES = ("telefono", "numero-verde", "cellulare")
"""The kinds of contact that a phone button can call."""

_LINK_TARGET = re.compile(r"\]\([^)]*\)")


class Field(NamedTuple):
    """A field of the index: how much a word there counts, and how much of that each further word takes."""

    name: str
    weight: float
    dilution: float = 0


FIELDS = (
    # «Affido» comes before «Gruppi di famiglie per l'affido».
    Field("nome", 10, 0.08),
    Field("alternativi", 8),
    Field("parole", 8),
    Field("tipologia", 5),
    # Bisogni, destinatari and aree. Who answers every need is the answer to none in particular.
    Field("vocabolari", 3, 0.03),
    Field("breve", 3),
    Field("testo", 1.5),
)
"""The fields, weightiest first."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found. `texts` has the texts of each of FIELDS; `comuni` is None for all.

    `id` is unique in its index; `tipo` is the kind of scheda, or `pagina`.
    """

    id: str
    tipo: str
    nome: str
    in_breve: str
    url: str
    texts: tuple[tuple[str, ...], ...]
    stato: str = "attivo"
    comuni: tuple[str, ...] | None = None
    telefono: str | None = None
    pubblico: tuple[str, ...] = ("cittadini",)
    aree: tuple[str, ...] = ()
    destinatari: tuple[str, ...] = ()
    diretto: bool = False


class ContentPage(NamedTuple):
    """A page that is not a scheda: its address from the site's root, its title and its text without marks."""

    url: str
    title: str
    text: str


def documents_of(catalogue: Catalogue, ambito: str) -> tuple[SearchDocument, ...]:
    """The search documents of an Ambito's schede, by id."""
    schede = sorted(catalogue.by_ambito.get(ambito, ()), key=lambda scheda: scheda.id)
    return tuple(_document(catalogue, scheda) for scheda in schede)


def documents_of_pages(pages: Iterable[ContentPage]) -> tuple[SearchDocument, ...]:
    """The search documents of content pages, by address."""
    return tuple(_page(page) for page in sorted(pages))


def _page(page: ContentPage) -> SearchDocument:
    start = " ".join(page.text.split())
    brief = start if len(start) <= 160 else start[:160].rsplit(" ", 1)[0] + "…"
    texts = ((page.title,), (), (), (), (), (brief,), (start,))
    return SearchDocument(page.url.strip("/"), "pagina", page.title, brief, page.url, texts)


def _document(catalogue: Catalogue, scheda: Scheda) -> SearchDocument:
    kind = catalogue.tipologie[scheda.tipologia] if scheda.tipologia else None
    labels = (
        *(catalogue.bisogni[bisogno] for bisogno in scheda.bisogni),
        *(catalogue.destinatari[group] for group in scheda.destinatari),
        *(catalogue.aree[area] for area in scheda.aree),
    )
    return SearchDocument(
        id=scheda.id,
        tipo=kind_of(scheda),
        nome=scheda.nome,
        in_breve=scheda.in_breve,
        url=f"{folder_of(scheda)}/{key_of(scheda)}/",
        texts=(
            (scheda.nome,),
            scheda.nomi_alternativi,
            scheda.parole_dei_cittadini,
            tuple(_words_of(kind)) if kind else (),
            tuple(text for label in labels for text in _words_of(label)),
            (scheda.in_breve,),
            tuple(_prose(catalogue, scheda)),
        ),
        stato=scheda.stato,
        comuni=None if scheda.comuni == "tutti" else scheda.comuni,
        telefono=_phone(catalogue, scheda),
        pubblico=scheda.pubblico,
        aree=scheda.aree,
        destinatari=scheda.destinatari,
        diretto=scheda.accesso is not None and scheda.accesso.diretto is True,
    )


def _words_of(entry: Voce) -> Iterator[str]:
    yield entry.nome
    yield from entry.parole


def _prose(catalogue: Catalogue, scheda: Scheda) -> Iterator[str]:
    for text in (scheda.a_chi_e_rivolto, scheda.cosa_si_ottiene):
        if text:
            yield _LINK_TARGET.sub("]", text)
    if scheda.gestore:
        ente = catalogue.enti[scheda.gestore]
        yield ente.nome
        if ente.sigla:
            yield ente.sigla


def _phone(catalogue: Catalogue, scheda: Scheda) -> str | None:
    """The first phone of the scheda, else of its places; a protected place gives none."""
    return next((contact.valore for contact in _contacts(catalogue, scheda) if contact.tipo in PHONES), None)


def _contacts(catalogue: Catalogue, scheda: Scheda) -> Iterator[Contatto]:
    yield from scheda.contatti
    places = [(at, catalogue.sede(scheda.ambito, at.sede)) for at in scheda.sedi]
    for at, sede in places:
        if not sede.indirizzo_riservato:
            yield from at.contatti
            yield from sede.contatti
