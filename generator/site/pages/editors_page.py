"""`/redazione/`: what is missing, what is stale, what scores worst. For who keeps the catalogue true."""

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator.catalogue import Catalogue, enti_of, key_of
from generator.editing.form.backend import backend_of
from generator.editing.quality import CRITERIA, Score, score
from generator.model.expected import missing
from generator.model.scheda import Scheda
from generator.model.territorio import Ambito, Ente
from generator.site.cards import card, in_time
from generator.site.context import Context
from generator.site.page import HOME, Link, Page
from generator.site.pages.ways_in import form_of_scheda
from generator.site.urls import FORM, editors_ente_url, editors_url, ente_url, scheda_url

EDITORS = Link("Redazione", "redazione/")


def editors_pages(context: Context) -> Iterator[Page]:
    """The overview, and a page for each Ambito and for each ente that offers something."""
    yield _page("redazione/", "redazione.html", "Redazione", partial(_overview, context), ())
    for ambito in context.catalogue.ambiti.values():
        title = f"Redazione: Ambito di {ambito.nome_breve}"
        view = partial(_of_ambito, ambito, context)
        yield _page(
            editors_url(ambito.id), "redazione-elenco.html", title, view, (EDITORS, Link(ambito.nome_breve, ""))
        )
    for ente in answering(context.catalogue):
        title = f"Redazione: {ente.nome}"
        view = partial(_of_ente, ente, context)
        yield _page(editors_ente_url(ente.id), "redazione-elenco.html", title, view, (EDITORS, Link(ente.nome, "")))


def _page(url: str, template: str, title: str, view: Any, path: tuple[Link, ...]) -> Page:
    description = "Che cosa manca e che cosa va verificato nelle schede del catalogo."
    return Page(url, template, title, description, view, (HOME, *(path or (Link("Redazione", ""),))), indexed=False)


def answering(catalogue: Catalogue) -> list[Ente]:
    """The enti that offer at least one scheda, or hold it where nobody else offers it."""
    named = {_answers(scheda) for scheda in catalogue.schede.values()}
    return [ente for ente in catalogue.enti.values() if ente.id in named]


def _answers(scheda: Scheda) -> str:
    return scheda.gestore or scheda.titolare or ""


def _overview(context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    ambiti = []
    for ambito in catalogue.ambiti.values():
        schede = catalogue.by_ambito.get(ambito.id, ())
        ambiti.append({"name": ambito.nome_breve, "url": editors_url(ambito.id), **_figures(schede, context)})
    enti = [
        {"name": ente.nome, "url": editors_ente_url(ente.id), **_figures(_of(ente, catalogue), context)}
        for ente in answering(catalogue)
    ]
    return {
        "ambiti": ambiti,
        "enti": sorted(enti, key=lambda one: (one["score"], one["name"])),
        "criteria": [{"name": one.name, "lacking": one.lacking} for one in CRITERIA],
        "csv": "redazione/schede.csv",
        "form": _form(context),
    }


def _form(context: Context) -> dict[str, Any] | None:
    """Where the form is and what becomes of what is saved in it; None where the site has none."""
    backend = backend_of(context.brand) if context.has_form else None
    if backend is None:
        return None
    return {"url": FORM, "proposes": backend.proposes, "branch": backend.settings.get("branch", "")}


def _of(ente: Ente, catalogue: Catalogue) -> tuple[Scheda, ...]:
    return tuple(scheda for scheda in catalogue.by_ente.get(ente.id, ()) if _answers(scheda) == ente.id)


def _figures(schede: Iterable[Scheda], context: Context) -> dict[str, Any]:
    schede = list(schede)
    scores = [_score(scheda, context).total for scheda in schede]
    return {
        "total": len(schede),
        "score": round(100 * sum(scores) / len(scores)) if scores else 0,
        "never": sum(scheda.verificato is None for scheda in schede),
        "stale": sum(not in_time(scheda, context.catalogue.today) for scheda in schede),
        "over": sum(_over(scheda, context) for scheda in schede),
    }


def _score(scheda: Scheda, context: Context) -> Score:
    """The score of a scheda, which stands on several pages."""
    key = key_of(scheda)
    found: Score | None = context.kept.get(("score", key))
    if found is None:
        found = context.kept["score", key] = score(scheda, context.catalogue.today)
    return found


def _of_ambito(ambito: Ambito, context: Context) -> dict[str, Any]:
    schede = context.catalogue.by_ambito.get(ambito.id, ())
    return _list(f"Ambito di {ambito.nome_breve}", f"ambiti/{ambito.id}/", schede, context) | {
        "csv": f"redazione/{ambito.id}.csv"
    }


def _of_ente(ente: Ente, context: Context) -> dict[str, Any]:
    return _list(ente.nome, ente_url(ente.id), _of(ente, context.catalogue), context) | {"csv": ""}


def _list(name: str, url: str, schede: Iterable[Scheda], context: Context) -> dict[str, Any]:
    rows = [_row(scheda, context) for scheda in schede]
    lists = {
        "over": [row for row in rows if row["over"]],
        "stale": [row for row in rows if row["stale"]],
    }
    return {
        "name": name,
        "public_url": url,
        "rows": sorted(rows, key=lambda row: (row["score"], row["card"].name)),
        **lists,
        **_figures(schede, context),
    }


def _row(scheda: Scheda, context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    found = _score(scheda, context)
    return {
        "card": card(scheda, context),
        "score": round(100 * found.total),
        "lacking": [one.lacking for one in found.lacking],
        "missing": [fact.name for fact in missing(scheda)],
        "file": catalogue.files.get(f"scheda:{key_of(scheda)}", ""),
        "edit": form_of_scheda(scheda, context),
        "stale": not in_time(scheda, catalogue.today),
        "over": _over(scheda, context),
    }


def _over(scheda: Scheda, context: Context) -> bool:
    period = scheda.periodo
    ended = period is not None and period.al is not None and period.al < context.catalogue.today
    return scheda.stato != "concluso" and ended


def quality_csv(schede: Iterable[Scheda], context: Context) -> str:
    """One row a scheda, worst first: id, name, ente, address, score from 0 to 100, then each criterion."""
    stream = io.StringIO()
    table = csv.writer(stream)
    names = [criterion.name for criterion in CRITERIA]
    table.writerow(["id", "nome", "ambito", "stato", "enti", "indirizzo", "file", "punteggio", *names, "manca"])
    catalogue = context.catalogue
    scored = sorted(((_score(one, context), one) for one in schede), key=lambda pair: (pair[0].total, key_of(pair[1])))
    for found, scheda in scored:
        values = ["" if value is None else f"{value:.2f}" for _, value in found.values]
        facts = "; ".join(fact.name for fact in missing(scheda))
        who = "; ".join(catalogue.enti[id].nome for id in enti_of(scheda)[:1])
        where = f"{context.site_url}{scheda_url(scheda)}"
        file = catalogue.files.get(f"scheda:{key_of(scheda)}", "")
        total = f"{100 * found.total:.0f}"
        row = [key_of(scheda), scheda.nome, scheda.ambito, scheda.stato, who, where, file, total, *values, facts]
        table.writerow([_inert(cell) for cell in row])
    return stream.getvalue()


def _inert(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def quality_files(context: Context) -> Iterator[tuple[str, str]]:
    """The CSV of the whole catalogue and of each Ambito: path and content."""
    catalogue = context.catalogue
    yield "redazione/schede.csv", quality_csv(catalogue.schede.values(), context)
    for ambito in catalogue.ambiti:
        yield f"redazione/{ambito}.csv", quality_csv(catalogue.by_ambito.get(ambito, ()), context)
