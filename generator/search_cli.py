"""The commands of the search: ask it, and measure how well it answers."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.editors_cli import CATALOGUE, Catalogo, sound
from generator.reading.sentences import nearest

app = typer.Typer(add_completion=False)


@app.command()
def cerca(
    testo: Annotated[str, typer.Argument(help="Che cosa cerchi, con parole tue.")],
    comune: Annotated[str | None, typer.Option(help="L'id del Comune, per esempio «meda».")] = None,
    come_json: Annotated[bool, typer.Option("--json", help="Per un programma.")] = False,
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Cerca nel catalogo come fa il sito: gli stessi risultati, nello stesso ordine."""
    from generator.search.engine import Library
    from generator.search.reporting import report_hits

    catalogue = sound(catalogo)
    if comune is not None and comune not in catalogue.comuni:
        hint = nearest(comune, catalogue.comuni)
        raise typer.BadParameter(f"«{comune}» non è un Comune del catalogo. {hint}".strip())
    report_hits(Library(catalogue).search(testo, comune), sys.stdout, as_json=come_json)


@app.command("valuta-ricerca")
def measure_search(
    domande: Annotated[Path, typer.Option(help="Le domande e le schede giuste.")] = Path("tests/search/domande.yaml"),
    tutte: Annotated[bool, typer.Option("--tutte", help="Mostra anche gli errori della parte solo misurata.")] = False,
    come_json: Annotated[bool, typer.Option("--json", help="Le cifre da conservare in misure.json.")] = False,
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Misura la ricerca: quante volte la scheda giusta è la prima, o tra le prime 3 o 5, e dove sbaglia."""
    from generator.search.engine import Library
    from generator.search.evaluation import answer, read_questions, report

    if not domande.is_file():
        raise typer.BadParameter(f"«{domande}» non c'è.")
    answers = answer(read_questions(domande), Library(sound(catalogo)))
    report(answers, sys.stdout, every_miss=tutte, as_json=come_json)
