"""The content of a Carta as the data of its Typst templates: texts as blocks, addresses whole, QR codes drawn."""

import math
from collections.abc import Iterable, Iterator
from typing import Any

from generator.carta.content import Content, Entry, Fact, Line, Need, Part, Section, Sheet, Table
from generator.carta.prose import blocks
from generator.site.labels import day
from generator.site.qr import code_of
from generator.site.urls import carta_url

SERVICES = "servizi"
"""The section that holds the sheets."""
NARROWEST, WIDEST = 3.0, 12.0
"""Shares of the page that a column of a table may have."""
LINE = 60
"""Signs on a line of a sheet: a line break counts as many."""
TOGETHER = 50
"""Sheets after which the next need begins a new page: what a page break divides is laid out at the same time."""
LONG, LONG_SHEET = 1500, 1800
"""A row, or a whole sheet, longer than this many signs may go on to the next page."""
ASKS_THE_COMUNE = "Per saperlo chiedi al servizio sociale del tuo Comune."


def carta_data(content: Content) -> dict[str, Any]:
    """What `carta.typ` prints."""
    address = f"{content.site_url}{carta_url(content.ambito)}" if content.site_url else ""
    numbers = {sheet.key: number for number, sheet in enumerate(content.sheets)}
    return {
        "title": title(content),
        "name": content.name,
        "comune": content.comune,
        "year": content.year,
        "approved": content.approved,
        "day": day(content.day),
        "date": [content.day.year, content.day.month, content.day.day],
        "address": address,
        "qr": code_of(address).svg if address else "",
        "map": content.map_svg,
        "sections": [_section(one) for one in content.sections],
        "services": SERVICES,
        "needs": [
            {
                "name": need.name,
                "sheets": [numbers[key] for key in need.keys],
                "also": list(need.also),
                "new_page": new_page,
            }
            for need, new_page in zip(content.needs, _new_pages(content.needs), strict=True)
        ],
        "sheets": [_sheet(one, content.site_url) for one in content.sheets],
        "named": [
            {
                "title": "In programma o sospesi",
                "note": "Oggi non si possono chiedere.",
                "entries": _entries(content.planned),
            },
            {
                "title": "Per gli enti del Terzo settore e per gli operatori",
                "note": "Non sono servizi che un cittadino può chiedere.",
                "entries": _entries(content.for_bodies),
            },
        ],
        "glossary": [_line(one) for one in content.glossary],
        "revisions": [_line(one) for one in content.revisions],
    }


def _new_pages(needs: Iterable[Need]) -> Iterator[bool]:
    """Whether each need begins a new page: one does after every fifty sheets or so."""
    since = 0
    for need in needs:
        yield since >= TOGETHER and bool(need.keys)
        since = len(need.keys) + (since if since < TOGETHER or not need.keys else 0)


def title(content: Content) -> str:
    """The title of the document."""
    where = f"Estratto per {content.comune}, " if content.comune else ""
    return f"Carta dei Servizi sociali {content.year}. {where}{content.name}"


def _entries(found: Iterable[Entry]) -> list[dict[str, str]]:
    return [{"name": one.name, "note": one.note, "brief": one.brief} for one in found]


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "law": section.law,
        "parts": [_part(one) for one in section.parts],
        "missing": list(section.missing),
    }


def _part(part: Part) -> dict[str, Any]:
    table = part.table
    return {
        "title": part.title,
        "blocks": blocks(part.text) if part.text else [],
        "lines": [_line(one) for one in part.lines],
        "table": _table(table) if table else None,
    }


def _table(table: Table) -> dict[str, Any]:
    columns = list(zip(table.header, *table.rows, strict=True))
    return {
        "title": table.title,
        "header": list(table.header),
        "rows": [list(row) for row in table.rows],
        "widths": [_width(cells) for cells in columns],
    }


def _width(cells: tuple[str, ...]) -> float:
    """How wide a column is beside the others: a cell of much text needs more room, but no column starves."""
    size = math.sqrt(sum(len(cell) ** 2 for cell in cells) / len(cells))
    return round(min(WIDEST, max(NARROWEST, math.sqrt(size))), 2)


def _line(line: Line) -> dict[str, str]:
    return {"name": line.name, "text": line.text, "href": line.href, "note": line.note}


def _sheet(sheet: Sheet, site_url: str) -> dict[str, Any]:
    address = f"{site_url}{sheet.url}" if site_url else ""
    return {
        "name": sheet.name,
        "kind": sheet.kind,
        "state": sheet.state,
        "brief": sheet.brief,
        "provider": sheet.provider,
        "address": address,
        "qr": code_of(address).svg if address else "",
        "facts": [_fact(one) for one in sheet.facts if not one.missing],
        "long": sum(LINE + _size(one) for one in sheet.facts if not one.missing) > LONG_SHEET,
        "missing": _missing(sheet),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "label": fact.label,
        "long": _size(fact) > LONG,
        "blocks": blocks(fact.text) if fact.text else [],
        "steps": [blocks(one.text) for one in fact.lines] if fact.steps else [],
        "lines": [] if fact.steps else [_line(one) for one in fact.lines],
    }


def _size(fact: Fact) -> int:
    lines = sum(len(one.text) + len(one.note) + LINE for one in fact.lines)
    return len(fact.text) + LINE * fact.text.count("\n") + lines


def _missing(sheet: Sheet) -> str:
    """What a sheet does not say, in a sentence: one row instead of many that say the same."""
    names = [fact.label[:1].lower() + fact.label[1:] for fact in sheet.facts if fact.missing]
    if not names:
        return ""
    ask = any(fact.missing and fact.id == "contatti" for fact in sheet.facts)
    return f"{'; '.join(names)}.{f' {ASKS_THE_COMUNE}' if ask else ''}"
