"""`/redazione/`: what is missing, what is stale, what contradicts itself. For who keeps the catalogue true."""

from functools import partial
from typing import Any

from generator.catalogue import key_of
from generator.model.expected import missing
from generator.model.scheda import Scheda
from generator.site.cards import card
from generator.site.context import Context
from generator.site.page import HOME, Link, Page
from generator.site.scheda_page import MONTHS_IN_A_YEAR


def editors_page(context: Context) -> Page:
    """What is missing and what is stale, Ambito by Ambito."""
    return Page(
        url="redazione/",
        template="redazione.html",
        title="Redazione",
        description="Che cosa manca e che cosa va verificato nelle schede del catalogo.",
        view=partial(_view, context),
        path=(HOME, Link("Redazione", "")),
        indexed=False,
    )


def _view(context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    tables = []
    for ambito in catalogue.ambiti.values():
        schede = catalogue.by_ambito.get(ambito.id, ())
        lacking = sorted(
            ((scheda, missing(scheda)) for scheda in schede), key=lambda pair: (-len(pair[1]), pair[0].nome)
        )
        tables.append(
            {
                "name": ambito.nome_breve,
                "anchor": ambito.id,
                "total": len(schede),
                "never": sum(scheda.verificato is None for scheda in schede),
                "stale": [card(scheda, context) for scheda in schede if _stale(scheda, context)],
                "over": [card(scheda, context) for scheda in schede if _over(scheda, context)],
                "rows": [
                    {
                        "card": card(scheda, context),
                        "missing": [fact.name for fact in facts],
                        "file": catalogue.files.get(f"scheda:{key_of(scheda)}", ""),
                    }
                    for scheda, facts in lacking
                    if facts
                ],
            }
        )
    return {"tables": tables}


def _stale(scheda: Scheda, context: Context) -> bool:
    check, today = scheda.verificato, context.catalogue.today
    return (
        check is not None
        and (today.year - check.il.year) * MONTHS_IN_A_YEAR + today.month - check.il.month > check.ogni_mesi
    )


def _over(scheda: Scheda, context: Context) -> bool:
    period = scheda.periodo
    return (
        scheda.stato != "concluso"
        and period is not None
        and period.al is not None
        and period.al < context.catalogue.today
    )
