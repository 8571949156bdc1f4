"""The page of an ente: who it is, how to reach it, in which schede it takes part."""

from typing import Any

from generator.catalogue import Catalogue, key_of
from generator.model.territorio import Ente
from generator.site.cards import cards, contact, is_sensitive, source
from generator.site.context import Context
from generator.site.page import HOME, Link, Page
from generator.site.text import rich
from generator.site.urls import ambito_url, comune_url, ente_url

ENTI = Link("Enti", "enti/")


def _is_sensitive(ente: Ente, catalogue: Catalogue) -> bool:
    """Whether all that an ente does here is about violence or abuse."""
    schede = catalogue.by_ente.get(ente.id, ())
    return bool(schede) and all(is_sensitive(scheda, catalogue) for scheda in schede)


def ente_page(ente: Ente, context: Context) -> Page:
    """An ente: who it is, how to reach it, in which schede it takes part."""
    catalogue, labels = context.catalogue, context.labels

    def view() -> dict[str, Any]:
        schede = catalogue.by_ente.get(ente.id, ())
        offers = {key_of(one) for one in schede if ente.id in (one.gestore, one.titolare)}
        return {
            "ente": ente,
            "kind": labels("ente", ente.tipo),
            "description": rich(ente.descrizione) if ente.descrizione else "",
            "contacts": [contact(one, labels) for one in ente.contatti],
            "ambiti": [Link(catalogue.ambiti[id].nome_breve, ambito_url(id)) for id in ente.ambiti],
            "comuni": [Link(catalogue.comuni[id].nome, comune_url(id)) for id in ente.comuni],
            "wholes": [Link(catalogue.enti[id].nome, ente_url(id)) for id in ente.fa_parte_di],
            "offered": cards([scheda for scheda in schede if key_of(scheda) in offers], context),
            "shared": cards([scheda for scheda in schede if key_of(scheda) not in offers], context),
            "sources": [source(one, catalogue) for one in ente.fonti],
        }

    return Page(
        url=ente_url(ente.id),
        template="ente.html",
        title=ente.nome,
        description=ente.ruolo or f"{ente.nome}: {labels('ente', ente.tipo).lower()}.",
        view=view,
        path=(HOME, ENTI, Link(ente.sigla or ente.nome, "")),
        sensitive=_is_sensitive(ente, catalogue),
    )
