"""The web pages of the Carta dei Servizi: the whole of it, its services, the complaint form, the report, the past."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.carta.changes import changes
from generator.carta.content import UNDEFINED, Content, Fact, Need, Part, Section, Sheet
from generator.site.context import Context
from generator.site.labels import day
from generator.site.page import HOME, Link, Page
from generator.site.pages.carta_chart import chart
from generator.site.text import rich
from generator.site.urls import ambito_url, carta_url

CARTE = Link("Carta dei Servizi", "carta/")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A printed Carta: its URL, its size in bytes, its pages."""

    url: str
    size: int
    pages: int

    @property
    def words(self) -> str:
        """«17 pagine, 358 kB»."""
        pages = "1 pagina" if self.pages == 1 else f"{self.pages} pagine"
        return f"{pages}, {round(self.size / 1000)} kB"


@dataclass(frozen=True, slots=True)
class Volume:
    """A Carta as the site shows it: today's or frozen, printed, beside the other editions."""

    content: Content
    pdf: Pdf
    before: Content | None
    """The edition before this one."""
    years: tuple[int, ...]
    """The frozen editions, the last first."""
    frozen: bool = False
    known: frozenset[str] = frozenset()
    """The keys of the schede that have a page today: a frozen edition may name others."""


def carte_page(context: Context) -> Page:
    """`/carta/`: the Carte there are."""
    catalogue = context.catalogue

    def view() -> dict[str, Any]:
        return {
            "ambiti": [
                {
                    "name": ambito.nome,
                    "url": carta_url(ambito.id) if ambito.id in catalogue.carte else "",
                    "year": catalogue.carte[ambito.id].edizione.anno if ambito.id in catalogue.carte else "",
                }
                for ambito in catalogue.ambiti.values()
            ]
        }

    description = "La Carta dei Servizi sociali di ogni Ambito: i servizi, gli impegni, come si fa un reclamo."
    return Page("carta/", "carte.html", "Carta dei Servizi", description, view, (HOME, Link(CARTE.text, "")))


def carta_urls(ambito: str, years: Iterable[int]) -> tuple[str, ...]:
    """The URLs of all the pages of a Carta, without having to make it."""
    return (
        carta_url(ambito),
        *(carta_url(ambito, below) for below in ("servizi", "reclamo", "relazione")),
        *(carta_url(ambito, str(year)) for year in years),
    )


def carta_pages(volumes: Iterable[Volume]) -> Iterator[Page]:
    """The pages of the Carta of an Ambito, and one for each frozen edition."""
    for volume in volumes:
        content = volume.content
        name = f"Carta dei Servizi: {content.short_name}"
        here = Link(content.short_name, carta_url(content.ambito))
        about = f"La Carta dei Servizi sociali dell'{content.name}: servizi, tempi, costi, impegni, reclami."
        if volume.frozen:
            title = f"{name}, edizione {content.year}"
            view = partial(_edition, volume)
            url = carta_url(content.ambito, str(content.year))
            path = (HOME, CARTE, here, Link(f"Edizione {content.year}", ""))
            yield Page(url, "carta-edizione.html", title, about, view, path)
            continue
        whole = (HOME, CARTE, Link(content.short_name, ""))
        yield Page(carta_url(content.ambito), "carta.html", name, about, partial(_whole, volume), whole)
        for below, template, title, make in (
            ("servizi", "carta-servizi.html", "I servizi", _services),
            ("reclamo", "carta-reclamo.html", "Modulo di reclamo", _complaint),
            ("relazione", "carta-relazione.html", "La relazione di ogni anno", _report),
        ):
            yield Page(
                carta_url(content.ambito, below),
                template,
                f"{title}: {name}",
                about,
                partial(make, volume),
                (HOME, CARTE, here, Link(title, "")),
            )


def _frame(volume: Volume) -> dict[str, Any]:
    content = volume.content
    return {
        "name": content.name,
        "short_name": content.short_name,
        "ambito_url": ambito_url(content.ambito),
        "carta_url": carta_url(content.ambito),
        "year": content.year,
        "approved": content.approved,
        "day": day(content.day),
        "pdf": volume.pdf,
        "undefined": UNDEFINED,
        "count": len(content.sheets),
    }


def _whole(volume: Volume) -> dict[str, Any]:
    content = volume.content
    return {
        **_frame(volume),
        "sections": [_section(one) for one in content.sections],
        "needs": _index(content),
        "glossary": content.glossary,
        "revisions": content.revisions,
        "planned": content.planned,
        "for_bodies": content.for_bodies,
        "editions": [Link(f"Edizione {year}", carta_url(content.ambito, str(year))) for year in volume.years],
        "changes": _changes(volume),
        "before": volume.before.year if volume.before else 0,
    }


def _changes(volume: Volume) -> tuple[str, ...]:
    return changes(volume.before, volume.content) if volume.before else ()


def _index(content: Content) -> list[dict[str, Any]]:
    names = {sheet.key: sheet.name for sheet in content.sheets}
    return [
        {"name": need.name, "id": need.id, "sheets": [Link(names[key], anchor(key)) for key in need.keys]}
        for need in content.needs
        if need.keys
    ]


def anchor(key: str) -> str:
    """The anchor of a sheet on its page."""
    return key.partition("/")[2]


def _services(volume: Volume) -> dict[str, Any]:
    return {**_frame(volume), "needs": _needs(volume.content)}


def _needs(content: Content) -> list[dict[str, Any]]:
    sheets = {sheet.key: sheet for sheet in content.sheets}
    return [_need(need, sheets) for need in content.needs if need.keys]


def _need(need: Need, sheets: dict[str, Sheet]) -> dict[str, Any]:
    return {
        "name": need.name,
        "id": need.id,
        "also": "; ".join(need.also),
        "sheets": [_sheet(sheets[key]) for key in need.keys],
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "anchor": anchor(sheet.key),
        "key": sheet.key,
        "name": sheet.name,
        "kind": sheet.kind,
        "provider": sheet.provider,
        "state": sheet.state,
        "brief": sheet.brief,
        "url": sheet.url,
        "facts": [_fact(one) for one in sheet.facts],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "label": fact.label,
        "text": rich(fact.text) if fact.text else "",
        "steps": [rich(one.text) for one in fact.lines] if fact.steps else [],
        "lines": () if fact.steps else fact.lines,
        "missing": fact.missing,
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "law": section.law,
        "parts": [_part(one) for one in section.parts],
        "missing": "; ".join(section.missing),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": part.title,
        "text": rich(part.text) if part.text else "",
        "lines": part.lines,
        "table": part.table,
    }


def _complaint(volume: Volume) -> dict[str, Any]:
    return {**_frame(volume), "section": _section(volume.content.section("tutela"))}


def _report(volume: Volume) -> dict[str, Any]:
    content = volume.content
    return {
        **_frame(volume),
        "section": _section(content.section("rendicontazione")),
        "chart": chart(content.report.measures),
    }


def _edition(volume: Volume) -> dict[str, Any]:
    content = _linked(volume.content, volume.known)
    return {
        **_frame(volume),
        "sections": [_section(one) for one in content.sections],
        "needs": _needs(content),
        "planned": content.planned,
        "for_bodies": content.for_bodies,
        "glossary": content.glossary,
        "revisions": content.revisions,
        "changes": _changes(volume),
        "before": volume.before.year if volume.before else 0,
    }


def _linked(content: Content, known: frozenset[str]) -> Content:
    """A frozen edition whose links lead to pages that are still there."""
    gone = {"url": ""}
    return content.model_copy(
        update={
            "sheets": tuple(one if one.key in known else one.model_copy(update=gone) for one in content.sheets),
            "planned": tuple(one if one.key in known else one.model_copy(update=gone) for one in content.planned),
            "for_bodies": tuple(one if one.key in known else one.model_copy(update=gone) for one in content.for_bodies),
        }
    )
