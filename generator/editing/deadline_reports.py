"""Deadlines told to a person, in an issue, in a spreadsheet, in a calendar (RFC 5545), to a program."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from hashlib import sha256

from generator.catalogue import Catalogue
from generator.editing.deadlines import Due
from generator.reading.reporters.markdown import inert
from generator.site.labels import day

HEADINGS = {
    "verifica": "Da verificare",
    "periodo": "Periodi che finiscono",
    "bando": "Bandi e contributi che scadono",
    "avviso": "Avvisi che scadono",
    "soglia": "Soglie che scadono",
    "collegamento": "Collegamenti che non rispondono",
}
FOLD = 73
"""Octets of a line of a calendar, so that with the space and the line end they are 75 at most."""
ROOM = 60_000
"""Characters of the list of one issue, which holds 65,536 of them."""

Report = Callable[[tuple[Due, ...], Catalogue], str]


def terminal(found: tuple[Due, ...], catalogue: Catalogue) -> str:
    """One line each, by kind."""
    if not found:
        return "Niente in scadenza.\n"
    lines: list[str] = []
    for heading, group in _grouped(found):
        lines.append(f"{heading} ({len(group)})")
        lines.extend(f"  {_when(due):12} {due.name}{_where(due, catalogue)}: {due.sentence}" for due in group)
    return "\n".join(lines) + "\n"


def markdown(found: tuple[Due, ...], catalogue: Catalogue) -> str:
    """A list with boxes to tick, by kind."""
    return _listed(found, catalogue, sys.maxsize)


def _listed(found: tuple[Due, ...], catalogue: Catalogue, room: int) -> str:
    """The list, with as many as there is room for (characters), and how many are left out."""
    if not found:
        return "Niente in scadenza.\n"
    lines: list[str] = []
    shown = 0
    for heading, group in _grouped(found):
        lines.append(f"## {heading}\n")
        for due in group:
            line = _line(due, catalogue)
            room -= len(line) + 1
            if room >= 0:
                lines.append(line)
                shown += 1
        lines.append("")
    if shown < len(found):
        lines.append(f"Qui non ci stanno altre {len(found) - shown}: `ambito scadenze` le dice tutte.\n")
    lines.append("Se una scheda è ancora tutta vera: `ambito verifica <id>`, o chiedilo rispondendo qui.")
    return "\n".join(lines) + "\n"


def _line(due: Due, catalogue: Catalogue) -> str:
    where = inert(_where(due, catalogue))
    return f"- [ ] **{inert(due.name)}**{f' {where}' if where else ''}: {inert(due.sentence)} (`{due.file}`)"


def as_csv(found: tuple[Due, ...], catalogue: Catalogue) -> str:
    """`motivo`, `entro`, `id`, `nome`, `ambito`, `ente`, `frase`, `file`; no cell is taken for a formula."""
    stream = io.StringIO()
    table = csv.writer(stream)
    table.writerow(["motivo", "entro", "id", "nome", "ambito", "ente", "frase", "file"])
    for due in found:
        ente = catalogue.enti[due.ente].nome if due.ente in catalogue.enti else ""
        row = [due.reason, _iso(due), due.key, due.name, due.ambito, ente, due.sentence, due.file]
        table.writerow([f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell for cell in row])
    return stream.getvalue()


def as_json(found: tuple[Due, ...], _: Catalogue) -> str:
    """A list of objects, the day as YYYY-MM-DD or null."""
    told = [{**asdict(due), "on": due.on.isoformat() if due.on else None} for due in found]
    names = {"reason": "motivo", "key": "id", "name": "nome", "on": "entro", "sentence": "frase"}
    renamed = [{names.get(key, key): value for key, value in one.items()} for one in told]
    return json.dumps(renamed, ensure_ascii=False, indent=2) + "\n"


def calendar(found: tuple[Due, ...], catalogue: Catalogue) -> str:
    """An iCalendar file: an all-day event for each deadline that has a day, a thing to do for each that has none."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ambito Aperto//scadenze//IT", "CALSCALE:GREGORIAN"]
    for due in found:
        lines.extend(_component(due, catalogue))
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _component(due: Due, catalogue: Catalogue) -> Iterator[str]:
    kind = "VEVENT" if due.on else "VTODO"
    yield f"BEGIN:{kind}"
    # a scheda may have several broken links; of every other reason it has one
    which = f"-{sha256(due.sentence.encode()).hexdigest()[:12]}" if due.reason == "collegamento" else ""
    yield f"UID:{due.reason}-{due.key.replace('/', '-')}{which}@ambito-aperto"
    yield f"DTSTAMP:{catalogue.today:%Y%m%d}T000000Z"
    if due.on:
        yield f"DTSTART;VALUE=DATE:{due.on:%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    else:
        yield "STATUS:NEEDS-ACTION"
    yield f"SUMMARY:{_escaped(f'{due.name}{_where(due, catalogue)}')}"
    yield f"DESCRIPTION:{_escaped(due.sentence)}"
    yield f"END:{kind}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> Iterator[str]:
    piece, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > FOLD:
            yield piece
            piece, size = " ", 1
        piece += sign
        size += width
    yield piece


def by_ente(found: Iterable[Due], catalogue: Catalogue) -> dict[str, str]:
    """For each ente the text of its issue: the title on the first line, then what it is asked."""
    groups: dict[str, list[Due]] = {}
    for due in found:
        if due.ente in catalogue.enti:
            groups.setdefault(due.ente, []).append(due)
    return {
        ente: f"# Schede da verificare: {catalogue.enti[ente].nome}\n\n{_listed(tuple(group), catalogue, ROOM)}"
        for ente, group in groups.items()
    }


def _grouped(found: tuple[Due, ...]) -> list[tuple[str, list[Due]]]:
    groups = [(heading, [due for due in found if due.reason == reason]) for reason, heading in HEADINGS.items()]
    return [(heading, group) for heading, group in groups if group]


def _where(due: Due, catalogue: Catalogue) -> str:
    return f" ({catalogue.ambiti[due.ambito].nome_breve})" if due.ambito in catalogue.ambiti else ""


def _when(due: Due) -> str:
    return day(due.on) if due.on else "adesso"


def _iso(due: Due) -> str:
    return due.on.isoformat() if due.on else ""


REPORTS: Mapping[str, Report] = {
    "terminale": terminal,
    "markdown": markdown,
    "csv": as_csv,
    "ics": calendar,
    "json": as_json,
}
"""Every format by the name that `--formato` takes."""
