"""What a change touches: the pages of the site, the chapter of the Carta, and the enti that should approve it."""

from collections.abc import Iterator
from typing import Any

from generator.editing.changes.change import RecordChange
from generator.editing.changes.names import Names
from generator.model.record import Filed
from generator.model.scheda import FOLDER_OF, KINDS, Scheda
from generator.model.territorio import Ente

_PAGE_OF = {
    "ente": "enti/{key}/",
    "ambito": "ambiti/{key}/",
    "comuni": "comuni/{key}/",
    "carta": "carta/{key}/",
    "guida": "guide/{key}/",
    "avviso": "avvisi/",
    "aree": "aree/{key}/",
    "bisogni": "bisogni/{key}/",
    "tipologie": "tipologie/{key}/",
    "leps": "leps/",
}


def pages_of(change: RecordChange, names: Names) -> tuple[str, ...]:
    """The addresses of the pages that show what changed, the record's own first; they count from the site's root."""
    found = [page for record in (change.after, change.before) if record is not None for page in _of(record, names)]
    if not found and change.what in _PAGE_OF:
        found = [_PAGE_OF[change.what].format(key=change.key)]
    return tuple(dict.fromkeys(found))


def _of(record: Filed, names: Names) -> Iterator[str]:
    if not isinstance(record, Scheda):
        return
    yield page_of(record)
    yield carta_of(record)
    yield from (f"comuni/{id}/" for id in names.comuni_of(record))
    yield from (f"aree/{id}/" for id in record.aree)
    yield from (f"bisogni/{id}/" for id in record.bisogni)
    yield from (f"enti/{id}/" for id in (record.gestore, record.titolare, *record.partner) if id)


def page_of(scheda: Scheda) -> str:
    """The address of a scheda's own page."""
    kind = next(name for name, model in KINDS.items() if model is type(scheda))
    return f"{FOLDER_OF[kind]}/{scheda.ambito}/{scheda.id}/"


def carta_of(scheda: Scheda) -> str:
    """The address of the Carta that holds a scheda."""
    return f"carta/{scheda.ambito}/"


def carta_chapter(change: RecordChange, names: Names) -> str:
    """The chapter of the Carta in which a scheda stands: «Carta di Seregno, area Anziani»; empty for the rest."""
    record = change.after or change.before
    if not isinstance(record, Scheda):
        return ""
    return f"Carta di {names('ambito', record.ambito)}, area {names('area', record.aree[0])}"


def approvers_of(change: RecordChange, names: Names) -> tuple[str, ...]:
    """The ids of the enti that should approve: who offers it before and after, then the Ambito's Ufficio di Piano."""
    found: list[str] = []
    for record in (change.after, change.before):
        found.extend(id for id in _managers(record) if id)
    ambiti = [change.ambito] if change.ambito else getattr(change.after or change.before, "ambiti", ())
    offices = (office_of(names.record("ambito", ambito)) for ambito in ambiti)
    return tuple(dict.fromkeys([*found, *(office for office in offices if office)]))


def _managers(record: Any) -> tuple[str | None, ...]:
    if isinstance(record, Scheda):
        return (record.gestore or record.titolare,)
    if isinstance(record, Ente):
        return (record.id,)
    ente = getattr(record, "ente", None)
    return (ente,) if isinstance(ente, str) else ()


def office_of(ambito: Any) -> str | None:
    """The ente that answers for an Ambito: its Ufficio di Piano, else the Ambito itself."""
    return (ambito.ufficio_di_piano or ambito.ente) if ambito is not None else None
