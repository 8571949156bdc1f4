"""The results of `ambito cerca`, for a person at a terminal or for a program."""

import json
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from generator.search.engine import PAGE_KINDS, Hit

GROUPS = {1: "Per i cittadini", 2: "Non per chi abita nel Comune scelto", 3: "Per enti del Terzo settore e operatori"}
"""What is said before each group of results."""


def report_hits(hits: Sequence[Hit], stream: TextIO, *, as_json: bool) -> None:
    """Writes the hits, guides and notices too, in their order; as JSON, `[{id, nome, url, tipo, stato, gruppo}]`."""
    if as_json:
        json.dump([_told(hit) for hit in hits], stream, ensure_ascii=False, indent=1)
        stream.write("\n")
        return
    console = Console(file=stream, highlight=False, soft_wrap=True)
    if all(hit.door for hit in hits):
        console.print("Nessun risultato. Prova con altre parole, o chiedi qui:")
    group = 1
    for hit in hits:
        if hit.group != group:
            group = hit.group
            console.print(Text(f"\n{GROUPS[group]}", style="bold"))
        kind, state = hit.scheda["tipo"], hit.scheda["stato"]
        label = kind if kind in PAGE_KINDS else "" if state == "attivo" else state
        told = f" [{label}]" if label else ""
        console.print(Text.assemble((hit.scheda["nome"], "bold"), (f"  {hit.key}", "cyan"), (told, "yellow")))
        console.print(Text(f"    {hit.scheda['in_breve']}"))


def _told(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.key,
        "nome": hit.scheda["nome"],
        "url": f"/{hit.scheda['url']}",
        "tipo": hit.scheda["tipo"],
        "stato": hit.scheda["stato"],
        "gruppo": hit.group,
    }
