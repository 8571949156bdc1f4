"""What the search knows of each scheda and page: the words that find it, by weight, and what a result shows.

Only what a citizen may read comes in: never the editors' notes, and no contact of a protected place. A scheda
for operators or for third-sector bodies is found too, but says for whom it is: the ranking keeps it apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.catalogue import Catalogue, folder_of, key_of, kind_of
from generator.model.contatto import Contatto
from generator.model.scheda import Scheda
from generator.search.concepts import BISOGNO, ConceptKey, keys_of
from generator.search.names import enti_of_schede
from generator.site.opening import for_the_browser
from generator.site.urls import avviso_url, guida_url

PHONES = ("telefono", "numero-verde", "cellulare")
"""The kinds of contact that a phone button can call."""

PAGE, GUIDE, NOTICE = "pagina", "guida", "avviso"
"""What can be found that is not a scheda: a content page, a guide, a notice."""

_LINK_TARGET = re.compile(r"\]\([^)]*\)")
_MARKS = re.compile(r"[*_#\[\]`>]")
_BRIEF = 160


class Field(NamedTuple):
    """A field of the index: how much a word there counts, and how much of that each further word takes."""

    name: str
    weight: float
    dilution: float = 0


FIELDS = (
    # «Affido» comes before «Gruppi di famiglie per l'affido».
    Field("nome", 10, 0.08),
    Field("alternativi", 8),
    Field("parole", 6.5),
    Field("breve", 3),
    Field("testo", 1.5),
)
"""The fields, weightiest first. What leads to a tipologia, a need or a group of people is in `concepts.py`."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found. `texts` has the texts of each of FIELDS, `concetti` the keys of its concepts.

    `comuni` is None for all.

    `id` is unique in its index; `tipo` is the kind of scheda, or PAGE, GUIDE, NOTICE. `orari` are the hours of all
    the places of a scheda, as `opening.js` reads them; `enti` are those that can be called by name.
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
    concetti: tuple[ConceptKey, ...] = ()
    diretto: bool = False
    enti: tuple[str, ...] = ()
    orari: tuple[Mapping[str, Any], ...] = ()


class ContentPage(NamedTuple):
    """A page that is not a scheda: its address from the site's root, its title and its text without marks.

    `concetti` are the keys of the concepts that it is about.
    """

    url: str
    title: str
    text: str
    tipo: str = PAGE
    concetti: tuple[ConceptKey, ...] = ()


def documents_of(catalogue: Catalogue, ambito: str) -> tuple[SearchDocument, ...]:
    """The search documents of an Ambito's schede. Those of a kind stand together: so the index packs better."""
    schede = sorted(catalogue.by_ambito.get(ambito, ()), key=lambda scheda: (scheda.tipologia or "", scheda.id))
    enti = enti_of_schede(schede, catalogue)
    return tuple(_document(catalogue, scheda, enti[scheda.id]) for scheda in schede)


def pages_of(catalogue: Catalogue) -> tuple[ContentPage, ...]:
    """The guides and the notices of the catalogue, as pages to find."""
    guides = (
        ContentPage(
            guida_url(id),
            guide.nome,
            f"{guide.in_breve} {_bare(guide.introduzione)}",
            GUIDE,
            tuple((BISOGNO, need) for need in guide.bisogni),
        )
        for id, guide in catalogue.guide.items()
    )
    notices = (
        ContentPage(avviso_url(key), notice.titolo, f"{notice.in_breve} {_bare(notice.testo or '')}", NOTICE)
        for key, notice in catalogue.avvisi.items()
    )
    return (*guides, *notices)


def documents_of_pages(pages: Iterable[ContentPage]) -> tuple[SearchDocument, ...]:
    """The search documents of content pages, by address."""
    return tuple(_page(page) for page in sorted(pages))


def _page(page: ContentPage) -> SearchDocument:
    start = " ".join(page.text.split())
    brief = start if len(start) <= _BRIEF else start[:_BRIEF].rsplit(" ", 1)[0] + "…"
    texts = ((page.title,), (), (), (brief,), (start,))
    return SearchDocument(page.url.strip("/"), page.tipo, page.title, brief, page.url, texts, concetti=page.concetti)


def _document(catalogue: Catalogue, scheda: Scheda, enti: tuple[str, ...]) -> SearchDocument:
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
            (scheda.in_breve,),
            tuple(_prose(catalogue, scheda)),
        ),
        stato=scheda.stato,
        comuni=None if scheda.comuni == "tutti" else scheda.comuni,
        telefono=_phone(catalogue, scheda),
        pubblico=scheda.pubblico,
        concetti=tuple(keys_of(scheda)),
        diretto=scheda.accesso is not None and scheda.accesso.diretto is True,
        enti=enti,
        orari=tuple(for_the_browser(hours for place in scheda.sedi for hours in place.orari)),
    )


def _bare(text: str) -> str:
    """The text without its marks."""
    return _MARKS.sub("", _LINK_TARGET.sub("]", text))


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
