"""The commands that keep the catalogue true: what is due, «still true», links that answer."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.editors_cli import CATALOGUE, Catalogo, sound
from generator.reading.sentences import nearest

app = typer.Typer(add_completion=False)


@app.command("scadenze")
def deadlines_command(
    ambito: Annotated[str, typer.Option(help="Solo di questo Ambito.")] = "",
    ente: Annotated[str, typer.Option(help="Solo di questo ente.")] = "",
    giorni: Annotated[int, typer.Option(help="Quanti giorni guardare avanti.", min=0, max=3650)] = 60,
    formato: Annotated[str, typer.Option(help="terminale, markdown, csv, ics, json.")] = "terminale",
    collegamenti: Annotated[Path | None, typer.Option(help="Ciò che ha scritto: ambito collegamenti.")] = None,
    cartella: Annotated[Path | None, typer.Option(help="Scrive qui un elenco Markdown per ogni ente.")] = None,
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Dice che cosa va verificato di nuovo, che cosa sta per finire, che cosa sta per scadere."""
    from generator.editing.deadline_reports import REPORTS, by_ente
    from generator.editing.deadlines import deadlines, only

    if formato not in REPORTS:
        raise typer.BadParameter(f"«{formato}» non è un formato. Quelli previsti: {', '.join(REPORTS)}.")
    catalogue = sound(catalogo)
    for id, known in ((ambito, catalogue.ambiti), (ente, catalogue.enti)):
        if id and id not in known:
            raise typer.BadParameter(f"«{id}» non c'è nel catalogo. {nearest(id, known)}".strip())
    found = only(deadlines(catalogue, giorni, _broken(collegamenti)), ambito, ente)
    if cartella is None:
        sys.stdout.write(REPORTS[formato](found, catalogue))
        return
    cartella.mkdir(parents=True, exist_ok=True)
    lists = by_ente(found, catalogue)
    for id, text in lists.items():
        (cartella / f"{id}.md").write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(lists)} elenchi scritti in {cartella}/.\n")


def _broken(file: Path | None) -> dict[str, str]:
    """The broken addresses of a report, each with the first file where it stands."""
    if file is None or not file.is_file():
        return {}
    try:
        told = json.loads(file.read_text(encoding="utf-8") or "[]")
        return {one["indirizzo"]: one["file"][0] for one in told if one["esito"] == "rotto"}
    except (ValueError, KeyError, TypeError, IndexError) as failure:
        raise typer.BadParameter(f"«{file}» non è un elenco di collegamenti.") from failure


@app.command("verifica")
def verify(
    id: Annotated[str, typer.Argument(help="L'id della scheda: seregno/custodia-sociale, o solo custodia-sociale.")],
    da: Annotated[
        str, typer.Option(help="L'ente che ha verificato. Se manca, chi lo aveva fatto o chi la offre.")
    ] = "",
    ogni_mesi: Annotated[int, typer.Option(help="Dopo quanti mesi va rifatto.", min=0, max=60)] = 0,
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Scrive in una scheda «ancora vero, niente da cambiare», con la data di oggi."""
    from generator.catalogue import key_of
    from generator.editing.deadlines import answering
    from generator.editing.stamping import stamped
    from generator.reading.layout import CatalogueFile, classify

    catalogue = sound(catalogo)
    found = [scheda for key, scheda in catalogue.schede.items() if id in (key, scheda.id)]
    if len(found) != 1:
        known = [key_of(scheda) for scheda in found]
        hint = f"Quale tra: {', '.join(known)}?" if known else nearest(id, catalogue.schede)
        raise typer.BadParameter(f"«{id}» non è l'id di una scheda. {hint}".strip())
    scheda = found[0]
    before = scheda.verificato
    ente = da or (before.da if before else answering(scheda, catalogue))
    if ente not in catalogue.enti:
        raise typer.BadParameter(f"«{ente}» non è un ente del catalogo. {nearest(ente, catalogue.enti)}".strip())
    path = catalogo / catalogue.files[f"scheda:{key_of(scheda)}"].partition("/")[2]
    source = classify(path, catalogo, [])
    assert isinstance(source, CatalogueFile)
    months = ogni_mesi or (before.ogni_mesi if before else 12)
    text = path.read_bytes().decode()  # as it is: the ends of its lines too
    path.write_bytes(stamped(text, source, catalogue.today, ente, months).encode())
    name = catalogue.enti[ente].nome
    sys.stdout.write(f"{scheda.nome}: verificata oggi da {name}, vale {months} mesi. File: {path}\n")


@app.command("collegamenti")
def links(
    formato: Annotated[str, typer.Option(help="terminale o json.")] = "terminale",
    insieme: Annotated[int, typer.Option(help="Quanti alla volta.", min=1, max=32)] = 8,
    entro: Annotated[float, typer.Option(help="Secondi in tutto.", min=1)] = 600,
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Prova gli indirizzi web del catalogo, uno per uno, e dice quali non rispondono. Serve la rete."""
    from generator.clock import today
    from generator.editing.links import NO_SITE, Limits, addresses, check_links
    from generator.reading.reading import read_catalogue

    if formato not in {"terminale", "json"}:
        raise typer.BadParameter(f"«{formato}» non è un formato. Quelli previsti: terminale, json.")
    wanted = addresses(read_catalogue(catalogo, today()).index)
    answers = list(check_links(wanted, Limits(at_once=insieme, all=entro)))
    if answers and all(one.detail == NO_SITE for one in answers):
        raise typer.BadParameter("Nessun indirizzo risponde: qui non c'è rete.")
    broken = [one for one in answers if one.outcome == "rotto"]
    if formato == "json":
        told = [
            {"indirizzo": one.url, "esito": one.outcome, "dettaglio": one.detail, "file": list(one.files)}
            for one in answers
        ]
        json.dump(told, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        for one in answers:
            if one.outcome != "risponde":
                sys.stdout.write(f"{one.outcome:8} {one.url} ({one.detail})\n         {', '.join(one.files)}\n")
        unsure = sum(one.outcome == "incerto" for one in answers)
        sys.stdout.write(f"{len(answers)} indirizzi: {len(broken)} rotti, {unsure} da guardare a mano.\n")
    raise typer.Exit(1 if broken else 0)
