"""The `ambito carta` command: the Carta dei Servizi of an Ambito on paper, what it lacks, its frozen editions."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def carta(
    ambito: Annotated[str, typer.Argument(help="L'id dell'Ambito: è il nome della sua cartella.")],
    comune: Annotated[str, typer.Option(help="Solo l'estratto per un Comune.")] = "",
    edizione: Annotated[int, typer.Option(help="L'anno di un'edizione; se manca, la Carta di oggi.")] = 0,
    mancanze: Annotated[bool, typer.Option("--mancanze", help="Dice che cosa manca, e non scrive nulla.")] = False,
    pubblica: Annotated[bool, typer.Option("--pubblica", help="Conserva l'edizione com'è oggi.")] = False,
    volantino: Annotated[bool, typer.Option("--volantino", help="Il volantino del Comune, o di tutti.")] = False,
    locandina: Annotated[str, typer.Option(help="La locandina di un servizio: l'id della sua scheda.")] = "",
    uscita: Annotated[Path, typer.Option(help="La cartella in cui scrivere.")] = Path(),
    configurazione: Annotated[Path, typer.Option(help="Il file di MkDocs.")] = Path("mkdocs.yml"),
) -> None:
    """Scrive il PDF della Carta dei Servizi, un volantino o una locandina; o dice che cosa manca alla Carta."""
    from generator import printing  # what draws pages is slow to load, and `check` must answer at once

    wanted = printing.Wanted(ambito, comune, edizione, mancanze, pubblica, volantino, locandina, uscita)
    raise typer.Exit(printing.run(wanted, configurazione))
