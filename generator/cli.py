"""The `ambito` command. The only module, with the plugin, that prints and sets exit statuses."""

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.carta_cli import app as carta_commands
from generator.checking import checked
from generator.clock import today
from generator.command_line import Commands
from generator.editors_cli import app as editors_commands
from generator.freshness_cli import app as freshness_commands
from generator.reading.problem import errors
from generator.reading.reporters import REPORTERS, report_apart
from generator.search_cli import app as search_commands

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Il catalogo dei servizi sociali di un Ambito.",
)


app.add_typer(editors_commands)
app.add_typer(freshness_commands)
app.add_typer(carta_commands)
app.add_typer(search_commands)


@app.callback()
def _root() -> None:
    """Il catalogo dei servizi sociali di un Ambito: controlla le schede e costruisce il sito."""


@app.command()
def check(
    percorsi: Annotated[list[Path] | None, typer.Argument(help="Solo i problemi di questi file o cartelle.")] = None,
    formato: Annotated[str, typer.Option(help=f"Come dirli: {', '.join(REPORTERS)}.")] = "terminale",
    avvisi_come_errori: Annotated[
        bool, typer.Option("--avvisi-come-errori", help="Anche un avviso fa fallire.")
    ] = False,
    solo_modifiche: Annotated[
        str, typer.Option("--solo-modifiche", help="Prima i file cambiati da una versione di Git, gli altri a parte.")
    ] = "",
    sito: Annotated[
        bool, typer.Option("--sito", help="Controlla il sito costruito, nella cartella indicata o in «site».")
    ] = False,
    catalogo: Annotated[Path, typer.Option(help="La cartella del catalogo.")] = Path("catalogue"),
) -> None:
    """Controlla tutte le schede e dice tutti i problemi insieme: file, riga, colonna e rimedio."""
    if formato not in REPORTERS:
        raise typer.BadParameter(f"«{formato}» non è un formato. Quelli previsti: {', '.join(REPORTERS)}.")
    if missing := next((path for path in percorsi or () if not path.exists()), None):
        raise typer.BadParameter(f"«{missing}» non c'è.")
    if sito:
        from generator.site_checking import check_site

        raise typer.Exit(check_site((percorsi or [Path("site")])[0], sys.stdout))
    reading, _ = checked(catalogo, today())
    problems = reading.problems
    if percorsi and catalogo.is_dir():
        wanted = [path.resolve() for path in percorsi]
        parent = catalogo.resolve().parent
        problems = tuple(p for p in problems if any((parent / p.file).is_relative_to(path) for path in wanted))
    changed = _changed(catalogo, solo_modifiche) if solo_modifiche else None
    mine = tuple(p for p in problems if changed is None or p.file in changed)
    others = tuple(p for p in problems if changed is not None and p.file not in changed)
    report_apart(formato, mine, others, reading.files, sys.stdout)
    failed = problems if avvisi_come_errori else errors(problems)
    raise typer.Exit(1 if failed else 0)


def _changed(catalogue: Path, revision: str) -> frozenset[str]:
    """The changed files as problems name them."""
    from generator.editing.changes.version import GitError, changed_files

    try:
        return frozenset(f"{catalogue.resolve().name}/{file}" for file in changed_files(catalogue, revision))
    except GitError as failure:
        raise typer.BadParameter(str(failure)) from failure


@app.command()
def build(
    configurazione: Annotated[Path, typer.Option(help="Il file di MkDocs.")] = Path("mkdocs.yml"),
) -> None:
    """Costruisce il sito. Se qualcosa è sbagliato non scrive nulla: il sito di prima resta com'era."""
    from generator import building  # MkDocs is slow to load, and `check` must answer at once

    raise typer.Exit(building.build(configurazione))


@app.command()
def serve(
    configurazione: Annotated[Path, typer.Option(help="Il file di MkDocs.")] = Path("mkdocs.yml"),
    indirizzo: Annotated[str, typer.Option(help="Dove mostrarlo.")] = "127.0.0.1:8000",
) -> None:
    """Mostra il sito su questo computer e lo aggiorna a ogni modifica."""
    from generator import building

    gc.enable()  # this one lives for hours
    raise typer.Exit(building.serve(configurazione, indirizzo))


def main() -> None:
    """Entry point. At the end the memory of a whole catalogue is given back at once, not object by object."""
    try:
        app()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else end.code is not None)
