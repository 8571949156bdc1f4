"""The commands of the redazione: what editors and reviewers of schede run by hand, or their workflows for them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.reading.layout import CatalogueFile
from generator.reading.sentences import nearest

if TYPE_CHECKING:
    from generator.catalogue import Catalogue

app = typer.Typer(add_completion=False)

Catalogo = Annotated[Path, typer.Option(help="La cartella del catalogo.")]
CATALOGUE = Path("catalogue")


@app.command()
def schema(catalogo: Catalogo = CATALOGUE) -> None:
    """Scrive gli JSON Schema del catalogo, con cui un editor completa e spiega i campi."""
    from generator.editing.schema import FOLDER, schemas

    folder = catalogo / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    found = schemas()
    for name, text in found.items():
        (folder / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(found)} schemi scritti in {folder}/.\n")


@app.command("guida-ai-campi")
def fields_guide(
    contenuti: Annotated[Path, typer.Option(help="La cartella delle pagine.")] = Path("content"),
) -> None:
    """Scrive la guida ai campi delle schede, pagina del sito."""
    from generator.editing.guide import FILE, guide

    path = contenuti / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(guide(), encoding="utf-8")
    sys.stdout.write(f"Guida scritta in {path}.\n")


@app.command("nuova")
def new(
    tipo: Annotated[str, typer.Argument(help="servizio, sportello, progetto, contributo, struttura, avviso o ente.")],
    ambito: Annotated[str, typer.Option(help="L'id dell'Ambito, per esempio «seregno». Un ente non ne ha.")] = "",
    id: Annotated[str, typer.Option(help="L'id, cioè il nome del file. Se manca viene dal nome.")] = "",
    nome: Annotated[str, typer.Option(help="Il nome della scheda.")] = "",
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Prepara una scheda nuova, con ogni campo spiegato."""
    from generator.editing.scaffold import NEW, id_from, path_of, scaffold, unnamed
    from generator.reading.layout import SLUG, classify, walk
    from generator.reading.records import read_file

    if tipo not in NEW:
        raise typer.BadParameter(f"«{tipo}» non è un tipo. {nearest(tipo, NEW)} I tipi sono: {', '.join(NEW)}.")
    files, _, _ = walk(catalogo)
    ambiti = {file.ambito for file in files if file.shape == "ambito"}
    if tipo != "ente" and ambito not in ambiti:
        known = ", ".join(sorted(ambiti))
        raise typer.BadParameter(f"«{ambito}» non è un Ambito: aggiungi --ambito, scegliendo tra: {known}.")
    to_rename = not id and not nome
    id = id or (id_from(nome) if nome else unnamed(tipo))
    if not SLUG.fullmatch(id):
        raise typer.BadParameter("Aggiungi --nome «Custodia sociale», o --id con minuscole, cifre e trattini.")
    path = catalogo / path_of(tipo, ambito, id)
    if path.exists():
        raise typer.BadParameter(f"«{path}» c'è già: scegli un altro id.")
    source = classify(path, catalogo, [])
    assert isinstance(source, CatalogueFile)
    comuni = tuple(
        id for file in files if file.shape == "comuni" and file.ambito == ambito for id in read_file(file).ids
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(scaffold(tipo, source, nome, comuni), encoding="utf-8")
    rename = " Cambia il nome del file: è l'id, che resta nell'indirizzo della pagina." if to_rename else ""
    sys.stdout.write(f"Ho preparato {path}.{rename}\nAprilo, scrivi quello che sai, poi esegui: ambito check\n")


@app.command("formatta")
def format_files(
    percorsi: Annotated[list[Path] | None, typer.Argument(help="Solo questi file o cartelle.")] = None,
    controlla: Annotated[bool, typer.Option("--controlla", help="Dice che cosa cambierebbe, senza scrivere.")] = False,
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Riscrive le schede in forma canonica: chiavi in ordine, un solo modo di scrivere, commenti al loro posto."""
    from generator.editing.formatting import formatted
    from generator.reading.layout import walk
    from generator.reading.loader import load_file
    from generator.reading.records import validate

    if missing := next((path for path in percorsi or () if not path.exists()), None):
        raise typer.BadParameter(f"«{missing}» non c'è.")
    wanted = [path.resolve() for path in percorsi or (catalogo,)]
    files = [file for file in walk(catalogo)[0] if any(file.path.resolve().is_relative_to(one) for one in wanted)]
    changed, broken = 0, 0
    for file in files:
        loaded = load_file(file.path, file.file)
        if problems := loaded.problems if isinstance(loaded.value, dict) else validate(file, loaded).problems:
            broken += 1
            sys.stderr.write(f"{problems[0]}\n")
            continue
        raw = file.path.read_bytes()
        after = formatted(raw.decode(), file).encode()
        if after != raw:
            changed += 1
            sys.stdout.write(f"{file.file}\n")
            if not controlla:
                file.path.write_bytes(after)
    done = "da riscrivere" if controlla else "riscritti"
    sys.stdout.write(f"{len(files)} file guardati: {changed} {done}{f', {broken} con errori' if broken else ''}.\n")
    raise typer.Exit(1 if broken or (controlla and changed) else 0)


@app.command("differenze")
def differences(
    base: Annotated[str, typer.Argument(help="La versione di prima: un ramo, un'etichetta, un commit di Git.")],
    head: Annotated[str | None, typer.Argument(help="La versione di dopo. Se manca, i file di adesso.")] = None,
    formato: Annotated[str, typer.Option(help="Come dirle: terminale, markdown, json.")] = "terminale",
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Dice in frasi che cosa cambia per i cittadini tra due versioni del catalogo."""
    from generator.editing.changes.compare import compare, names_of
    from generator.editing.changes.reports import REPORTS
    from generator.editing.changes.version import GitError, of_folder, of_revision
    from generator.resources import first
    from generator.site.labels import Labels

    if formato not in REPORTS:
        raise typer.BadParameter(f"«{formato}» non è un formato. Quelli previsti: {', '.join(REPORTS)}.")
    try:
        before = of_revision(catalogo, base)
        after = of_revision(catalogo, head) if head else of_folder(catalogo)
    except GitError as failure:
        raise typer.BadParameter(str(failure)) from failure
    labels = Labels.load(first("site_config", "strings.yaml", catalogo.resolve().parent))
    found = compare(before, after, labels)
    REPORTS[formato](found, names_of(before, after, labels), sys.stdout)


@app.command("proprietari")
def owners(
    catalogo: Catalogo = CATALOGUE,
) -> None:
    """Scrive CODEOWNERS: chi approva le modifiche, dagli enti che rispondono di ogni scheda."""
    from generator.editing.owners import FILE, Owners, OwnersError, codeowners
    from generator.resources import first

    project = catalogo.resolve().parent
    try:
        accounts = Owners.load(first("site_config", "proprietari.yaml", project))
    except OwnersError as failure:
        raise typer.BadParameter(str(failure)) from failure
    (project / FILE).write_text(codeowners(sound(catalogo), accounts, catalogo.resolve().name), encoding="utf-8")
    sys.stdout.write(f"Scritto {FILE}.\n")


@app.command("editor")
def editor(
    progetto: Annotated[Path, typer.Option(help="La cartella del progetto.")] = Path(),
) -> None:
    """Prepara il modulo in cui si aggiornano le schede. Serve Node, e la rete la prima volta."""
    from generator.editing.form.bundling import BundlingError, bundle
    from generator.resources import first

    try:
        folder = bundle(first("site_config", "editor/package.json", progetto).parent, progetto.resolve())
    except BundlingError as failure:
        sys.stderr.write(f"{failure}\n")
        raise typer.Exit(1) from failure
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    sys.stdout.write(
        f"Modulo pronto in {folder.name}/ ({size / 1e6:.1f} MB): «make site» lo pubblica in redazione/editor/, "
        "se brand.yaml dice dov'è il codice.\n"
    )


def sound(catalogo: Path) -> "Catalogue":
    """The catalogue, checked and proved as for the site; errors are told and the command ends with status 1."""
    from generator.checking import checked
    from generator.clock import today
    from generator.reading.problem import errors
    from generator.reading.reporters import REPORTERS

    reading, catalogue = checked(catalogo, today())
    if catalogue is None:
        REPORTERS["terminale"](errors(reading.problems), reading.files, sys.stderr)
        raise typer.Exit(1)
    return catalogue
