"""The content of a Carta out of the catalogue: the whole Ambito, or the extract for one Comune."""

import unicodedata

from generator.carta.content import Content, Line
from generator.carta.law import Law
from generator.carta.material import Material
from generator.carta.quality import report
from generator.carta.sections import approval, sections
from generator.carta.sheets import IN_FORCE, by_need, entry, only_for, sheet
from generator.catalogue import for_citizens
from generator.model.scheda import Scheda
from generator.site.context import Context
from generator.site.labels import day
from generator.site.map import territory_map

NAMED = frozenset({"previsto", "sospeso"})
"""What cannot be asked for today but is decided: it is named at the end. A proposal is not."""


def make(ambito: str, context: Context, law: Law, comune: str = "") -> Content:
    """The Carta of an Ambito as it is today. Raises KeyError if the Ambito, its Carta or the Comune is not there."""
    catalogue = context.catalogue
    carta, found = catalogue.carte[ambito], catalogue.ambiti[ambito]
    where = catalogue.comuni[comune] if comune else None
    all_here = catalogue.by_comune.get(comune, ()) if comune else catalogue.by_ambito.get(ambito, ())
    schede = [one for one in all_here if one.ambito == ambito]
    public = [one for one in schede if for_citizens(one)]
    active = tuple(sorted((one for one in public if one.stato in IN_FORCE), key=_name))
    sheets = tuple(sheet(one, context) for one in active)
    material = Material(found, carta, law, active, sheets, context)
    return Content(
        ambito=ambito,
        name=found.nome,
        short_name=found.nome_breve,
        comune=where.nome if where else "",
        year=carta.edizione.anno,
        approved=approval(carta.edizione, context),
        day=catalogue.today,
        site_url=context.site_url,
        map_svg=_map(ambito, context),
        sections=sections(material),
        needs=by_need(active, catalogue),
        sheets=sheets,
        planned=tuple(
            entry(one, context.labels("stato", one.stato), catalogue)
            for one in sorted(public, key=_name)
            if one.stato in NAMED
        ),
        for_bodies=tuple(
            entry(one, only_for(one, context), catalogue)
            for one in sorted(schede, key=_name)
            if one.stato in IN_FORCE and not for_citizens(one)
        ),
        glossary=tuple(
            Line(name=one.termine, text=one.significato)
            for one in sorted(carta.glossario, key=lambda one: one.termine.casefold())
        ),
        revisions=tuple(
            Line(name=day(one.il), text=one.cosa)
            for one in sorted(carta.revisioni, key=lambda one: one.il, reverse=True)
        ),
        report=report(material),
    )


def _map(ambito: str, context: Context) -> str:
    """The outlines of the Comuni as an SVG drawing; empty where they are not known."""
    found = territory_map(context.catalogue, ambito)
    if found is None:
        return ""
    paths = "".join(f'<path d="{shape.path}"/>' for shape in found.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 {found.width + 16} {found.height + 16}">'
        f'<g fill="#ffffff" fill-opacity="0.16" stroke="#ffffff" stroke-width="5">{paths}</g></svg>'
    )


def _name(scheda: Scheda) -> tuple[str, str]:
    """By name as a dictionary sorts them: an accent does not move a word to the end."""
    return unicodedata.normalize("NFD", scheda.nome).casefold(), scheda.id
