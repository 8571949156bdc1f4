"""The pages that list everything: areas, needs, tipologie and enti; A-Z; LEPS × Comune."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from generator.catalogue import Catalogue
from generator.model.vocabolario import Leps
from generator.search.tokens import words
from generator.site.cards import cards, citizens
from generator.site.context import Context
from generator.site.labels import joined
from generator.site.page import HOME, Link, Page
from generator.site.urls import area_url, bisogno_url, comune_url, ente_url, scheda_url, tipologia_url


def index_pages(context: Context) -> Iterator[Page]:
    """The indexes of areas, needs and tipologie, and of the enti."""
    catalogue = context.catalogue
    yield _index(
        "aree/",
        "Aree",
        "Tutte le aree di cui si occupano i servizi sociali.",
        lambda: _area_links(catalogue),
        topics=lambda: _topics(catalogue),
    )
    yield _index(
        "bisogni/",
        "Di cosa hai bisogno?",
        "Scegli la situazione che ti somiglia di più.",
        lambda: _need_links(catalogue),
    )
    lead = "Lo stesso servizio nei diversi Ambiti, a confronto."
    yield Page(
        url="tipologie/",
        template="tipologie.html",
        title="Tipi di servizio",
        description=lead,
        view=lambda: {"title": "Tipi di servizio", "lead": lead, "areas": _tipologie_by_area(catalogue)},
        path=(HOME, Link("Tipi di servizio", "")),
    )
    yield Page(
        url="enti/",
        template="enti.html",
        title="Enti",
        description="Gli enti pubblici e del Terzo settore del catalogo.",
        view=lambda: {"letters": _by_letter(_ente_links(catalogue))},
        path=(HOME, Link("Enti", "")),
    )


def _index(
    url: str,
    title: str,
    lead: str,
    items: Callable[[], list[dict[str, Any]]],
    topics: Callable[[], list[dict[str, Any]]] = list,
) -> Page:
    return Page(
        url=url,
        template="indice.html",
        title=title,
        description=lead,
        view=lambda: {"title": title, "lead": lead, "items": items(), "topics": topics()},
        path=(HOME, Link(title, "")),
    )


def _area_links(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "name": one.nome,
            "url": area_url(one.id),
            "icon": one.icona,
            "note": one.descrizione or "",
            "count": len(citizens(catalogue.by_area.get(one.id, ()))),
        }
        for one in catalogue.aree.values()
    ]


def _topics(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The topics of the Italian model, each with the areas it belongs to."""
    found: dict[str, list[Link]] = {}
    for area in catalogue.aree.values():
        for topic in area.argomenti:
            found.setdefault(topic, []).append(Link(area.nome, area_url(area.id)))
    return [{"name": name, "areas": areas} for name, areas in sorted(found.items())]


def _need_links(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "name": one.nome,
            "url": bisogno_url(one.id),
            "icon": one.icona,
            "note": one.descrizione or "",
            "count": len(citizens(catalogue.by_bisogno.get(one.id, ()))),
        }
        for one in catalogue.bisogni.values()
    ]


def _tipologie_by_area(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The tipologie that some scheda has, each under the area that most of its schede begin with."""
    by_area: dict[str, list[dict[str, Any]]] = {}
    for one in catalogue.tipologie.values():
        if schede := catalogue.by_tipologia.get(one.id):
            area = Counter(scheda.aree[0] for scheda in schede).most_common(1)[0][0]
            entry = {
                "name": one.nome,
                "url": tipologia_url(one.id),
                "note": one.descrizione or "",
                "count": len(schede),
            }
            by_area.setdefault(area, []).append(entry)
    return [
        {"name": area.nome, "anchor": area.id, "icon": area.icona, "tipologie": by_area[area.id]}
        for area in catalogue.aree.values()
        if area.id in by_area
    ]


def _ente_links(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "name": one.nome,
            "url": ente_url(one.id),
            "count": len(catalogue.by_ente.get(one.id, ())),
        }
        for one in sorted(catalogue.enti.values(), key=lambda one: (_initial(one.nome), one.nome.casefold()))
    ]


def a_to_z_page(context: Context) -> Page:
    """Every scheda for citizens under its name, and under the others by which one would look for it elsewhere."""

    def view() -> dict[str, Any]:
        names = sorted(
            (
                {
                    "name": name,
                    "url": scheda_url(scheda),
                    "ambito": context.catalogue.ambiti[scheda.ambito].nome_breve,
                    "of": "" if name == scheda.nome else scheda.nome,
                }
                for scheda in citizens(context.catalogue.in_order)
                for name in names_apart(scheda.nome, scheda.nomi_alternativi)
            ),
            key=lambda entry: (_initial(entry["name"]), entry["name"].casefold(), entry["ambito"]),
        )
        return {"letters": _by_letter(names)}

    return Page(
        url="a-z/",
        template="a-z.html",
        title="Tutte le schede dalla A alla Z",
        description="Tutti i servizi, gli sportelli, i progetti e i contributi in ordine alfabetico.",
        view=view,
        path=(HOME, Link("A-Z", "")),
    )


def names_apart(name: str, others: Iterable[str]) -> list[str]:
    """The name and, of the others, those that stand elsewhere in the alphabet: not beside one that is already there.

    Two names that begin with the same two words are found together: the second would only make the list longer.
    """
    kept: dict[tuple[str, ...], str] = {}
    for one in (name, *others):
        kept.setdefault(tuple(words(one)[:2]), one)
    return list(kept.values())


def _by_letter(entries: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Entries already in order, under the initial of their name."""
    return [(letter, list(group)) for letter, group in groupby(entries, lambda entry: _initial(entry["name"]))]


def _initial(name: str) -> str:
    first = next((letter for letter in name.upper() if letter.isalnum()), "#")
    return {"À": "A", "È": "E", "É": "E", "Ì": "I", "Ò": "O", "Ù": "U"}.get(first, first)


def leps_page(context: Context) -> Page:
    """LEPS × Comune. A gap reads «nessuna scheda», never «non garantito»."""

    def view() -> dict[str, Any]:
        catalogue = context.catalogue
        return {
            "leps": list(catalogue.leps.values()),
            "tables": [
                {
                    "name": ambito.nome_breve,
                    "anchor": ambito.id,
                    "comuni": [
                        Link(one.nome, comune_url(one.id)) for one in catalogue.comuni_by_ambito.get(ambito.id, ())
                    ],
                    "rows": rows,
                    "missing": sum(not any(group["schede"] for group in row["groups"]) for row in rows),
                }
                for ambito in catalogue.ambiti.values()
                for rows in ([_leps_row(leps, ambito.id, context) for leps in catalogue.leps.values()],)
            ],
        }

    return Page(
        url="leps/",
        template="leps.html",
        title="Livelli essenziali (LEPS)",
        description="Quali schede riguardano i livelli essenziali delle prestazioni sociali, Comune per Comune.",
        view=view,
        path=(HOME, Link("Livelli essenziali", "")),
    )


def _leps_row(leps: Leps, ambito: str, context: Context) -> dict[str, Any]:
    """The Comuni of the Ambito, those with the same schede together."""
    schede = [scheda for scheda in context.catalogue.by_ambito.get(ambito, ()) if leps.id in scheda.leps]
    comuni = context.catalogue.comuni_by_ambito.get(ambito, ())
    groups: dict[tuple[int, ...], list[str]] = {}
    for comune in comuni:
        here = (n for n, scheda in enumerate(schede) if scheda.comuni == "tutti" or comune.id in scheda.comuni)
        groups.setdefault(tuple(here), []).append(comune.nome)
    return {
        "name": leps.nome,
        "groups": [
            {
                "comuni": "Tutti i Comuni" if len(names) == len(comuni) else joined(names),
                "schede": cards((schede[n] for n in here), context),
            }
            for here, names in groups.items()
        ],
    }
