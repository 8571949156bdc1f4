"""A difference told to a person at a terminal, in a comment on a pull request, or to a program."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from generator.editing.changes.change import Difference, RecordChange
from generator.editing.changes.consequences import carta_chapter
from generator.editing.changes.names import Names
from generator.editing.changes.version import NOW
from generator.model.scheda import KINDS
from generator.reading.reporters.markdown import inert

MARKS = {"alta": "🔴", "media": "🟡", "bassa": "⚪"}
WORDS = {
    "alta": "da guardare bene: qualcuno può trovare una porta chiusa",
    "media": "cambia quello che un cittadino legge",
    "bassa": "lo nota solo chi cura il catalogo",
}
FIRST = 3
"""How many sentences say it all, at the top of a comment."""
MAX_COMMENT = 60_000
"""Characters: GitHub refuses a comment of more than 65,536."""
SHOWN_PAGES = 8
COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")

Report = Callable[[Difference, Names, TextIO], None]


def terminal(difference: Difference, names: Names, stream: TextIO) -> None:
    """One block a record, what matters most first."""
    stream.write(f"{summary(difference)}\n")
    for record in difference.records:
        stream.write(f"\n{record.severity.upper():5} {title(record, names)}\n")
        for change in record.changes:
            stream.write(f"      - {change.sentence}\n")
        if record.pages:
            stream.write(f"      pagine: {_few(record.pages)}\n")
        if chapter := carta_chapter(record, names):
            stream.write(f"      nella {chapter}\n")
        stream.write(f"      approva: {_approvers(record, names)}\n")
    for refused in difference.refused:
        stream.write(f"\nNON LETTO {refused}\n")


def markdown(difference: Difference, names: Names, stream: TextIO) -> None:
    """A comment on a pull request. Texts of the catalogue are escaped: nothing in them mentions, links or loads."""
    parts = [f"### {inert(summary(difference))}\n"]
    top = [(record, change) for record in difference.records for change in record.changes if change.severity != "bassa"]
    if len(difference.records) > 1:
        first = sorted(top, key=lambda pair: pair[1].severity != "alta")[:FIRST]
        parts.extend(f"- **{inert(title(record, names))}**: {inert(change.sentence)}" for record, change in first)
        parts.append("")
    size = sum(map(len, parts))
    for number, record in enumerate(difference.records):
        block = _block(record, names)
        size += len(block)
        if size > MAX_COMMENT:
            parts.append(f"… e altre {len(difference.records) - number} voci: `ambito differenze` le dice tutte.\n")
            break
        parts.append(block)
    if difference.records:
        parts.append(f"{'; '.join(f'{MARKS[severity]} {word}' for severity, word in WORDS.items())}.\n")
    parts.extend(f"- ⛔ non letto: {inert(refused)}" for refused in difference.refused[:50])
    stream.write("\n".join(parts).rstrip() + "\n")


def _block(record: RecordChange, names: Names) -> str:
    lines = [f"#### {MARKS[record.severity]} {inert(title(record, names))}\n"]
    lines.extend(f"- {MARKS[change.severity]} {inert(change.sentence)}" for change in record.changes)
    if record.pages:
        lines.append(f"\nPagine: {_few(tuple(f'`{page}`' for page in record.pages))}")
    if chapter := carta_chapter(record, names):
        lines.append(f"\nNella {inert(chapter)}")
    lines.append(f"\nApprova: {inert(_approvers(record, names))}")
    return "\n".join(lines) + "\n"


def as_json(difference: Difference, names: Names, stream: TextIO) -> None:
    """`base`, `con`, `cambiamenti` (each record with its changes, pages and approvers) and `non_letti`."""
    told = {
        "base": difference.base,
        "con": difference.head,
        "cambiamenti": [_object(record, names) for record in difference.records],
        "non_letti": list(difference.refused),
    }
    json.dump(told, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def _object(record: RecordChange, names: Names) -> dict[str, Any]:
    return {
        "tipo": record.what,
        "id": record.key,
        "nome": record.name,
        "file": record.file,
        "evento": record.event,
        "gravita": record.severity,
        "frasi": [
            {"gravita": change.severity, "frase": change.sentence, "campo": change.path} for change in record.changes
        ],
        "pagine": list(record.pages),
        "carta": carta_chapter(record, names),
        "approva": list(record.approvers),
    }


def _approvers(record: RecordChange, names: Names) -> str:
    """Who should approve; what is of no ente is of those who keep the catalogue."""
    return ", ".join(names("ente", id) for id in record.approvers) or "la redazione"


def title(record: RecordChange, names: Names) -> str:
    """«Sportello assistenti familiari (Seregno)»."""
    return f"{record.name} ({names('ambito', record.ambito)})" if record.ambito else record.name


def summary(difference: Difference) -> str:
    """«Da main ai file di adesso: cambiano 2 schede e 1 altra voce; 1 cambiamento da guardare bene.»"""
    between = f"Da {_short(difference.base)} a{'' if difference.head == NOW else ' '}{_short(difference.head)}"
    if not difference.records:
        return f"{between}: nel catalogo non cambia nulla."
    schede = sum(record.what in KINDS for record in difference.records)
    others = len(difference.records) - schede
    parts = []
    if schede:
        parts.append(f"{schede} {'scheda' if schede == 1 else 'schede'}")
    if others:
        parts.append(f"{others} {'altra voce' if others == 1 else 'altre voci'}")
    high = difference.count("alta")
    watch = f"; {high} {'cambiamento' if high == 1 else 'cambiamenti'} da guardare bene" if high else ""
    verb = "cambia" if len(difference.records) == 1 else "cambiano"
    return f"{between}: {verb} {' e '.join(parts)}{watch}."


def _short(name: str) -> str:
    """The name of a version; of the full id of a commit as much as people use."""
    return name[:8] if COMMIT.fullmatch(name) else name


def _few(pages: tuple[str, ...]) -> str:
    rest = len(pages) - SHOWN_PAGES
    return ", ".join(pages[:SHOWN_PAGES]) + (f" e altre {rest}" if rest > 0 else "")


REPORTS: Mapping[str, Report] = {"terminale": terminal, "markdown": markdown, "json": as_json}
"""Every format by the name that `--formato` takes."""
