"""Pages that help whatever the catalogue holds: emergency numbers, my list, a report, no network."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.catalogue import Catalogue
from generator.site.brand import Brand
from generator.site.context import Context
from generator.site.page import HOME, Link, Page

NOW = frozenset({"emergenza", "violenza", "infanzia"})
"""The emergencies for which one calls at once; the other numbers are for talking and asking."""


def help_pages(context: Context) -> Iterator[Page]:
    """The four pages."""
    yield _page(
        "emergenza/",
        "emergenza.html",
        "Numeri da chiamare",
        "I numeri gratuiti per le emergenze, la violenza, i bambini, l'ascolto.",
        partial(_numbers, context.catalogue),
    )
    yield _page(
        "lista/",
        "lista.html",
        "La mia lista",
        "Le schede che hai tenuto da parte, su questo dispositivo.",
        dict,
        indexed=False,
    )
    yield _page(
        "segnala/",
        "segnala.html",
        "Segnala un problema",
        "Una pagina sbagliata, un numero che non risponde, qualcosa che non riesci a leggere: come dirlo.",
        partial(_report, context.brand),
    )
    yield _page(
        "senza-rete/",
        "senza-rete.html",
        "Sei senza rete",
        "Che cosa puoi leggere senza rete.",
        partial(_numbers, context.catalogue),
        indexed=False,
    )


def _page(url: str, template: str, title: str, description: str, view: Any, *, indexed: bool = True) -> Page:
    return Page(url, template, title, description, view, (HOME, Link(title, "")), indexed)


def _numbers(catalogue: Catalogue) -> dict[str, Any]:
    numbers = list(catalogue.numeri_utili.values())
    return {
        "now": [one for one in numbers if one.emergenza in NOW],
        "talk": [one for one in numbers if one.emergenza not in NOW],
    }


def _report(brand: Brand) -> dict[str, Any]:
    return {"email": brand["email_redazione"], "phone": brand["telefono_redazione"], "code": brand["url_codice"]}
