"""The results of `ambito cerca`, for a person at a terminal or for a program."""

import json
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from generator.catalogue import Catalogue
from generator.search.engine import Hit
from generator.site.urls import scheda_url

GROUPS = {1: "Per i cittadini", 2: "Non per chi abita nel Comune scelto", 3: "Per enti del Terzo settore e operatori"}
"""What is said before each group of results."""


def report_hits(hits: Sequence[Hit], catalogue: Catalogue, stream: TextIO, *, as_json: bool) -> None:
    """Writes the hits in their order; as JSON, `[{id, nome, url, stato, gruppo}]`."""
    if as_json:
        json.dump([_told(hit, catalogue) for hit in hits], stream, ensure_ascii=False, indent=1)
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
        scheda = catalogue.schede[hit.key]
        state = "" if scheda.stato == "attivo" else f" [{scheda.stato}]"
        console.print(Text.assemble((scheda.nome, "bold"), (f"  {hit.key}", "cyan"), (state, "yellow")))
        console.print(Text(f"    {scheda.in_breve}"))


def _told(hit: Hit, catalogue: Catalogue) -> dict[str, object]:
    scheda = catalogue.schede[hit.key]
    return {
        "id": hit.key,
        "nome": scheda.nome,
        "url": f"/{scheda_url(scheda)}",
        "stato": scheda.stato,
        "gruppo": hit.group,
    }
