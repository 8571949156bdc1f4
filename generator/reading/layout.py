"""Which file of a catalogue folder holds what: the path of a file decides its kind, its Ambito and its id."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.model.scheda import FOLDERS
from generator.model.vocabolario import VOCABULARIES
from generator.reading.problem import Problem
from generator.reading.sentences import ID_REMEDY

Shape = Literal["ambito", "comuni", "sedi", "carta", "scheda", "avviso", "ente", "vocabolario", "documenti", "guida"]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOT_READ = frozenset({"schema", "edizioni"})
"""Folders that hold no records of the catalogue."""
OUTLINES = "confini.geojson"
OF_AMBITO: dict[str, Shape] = {"ambito": "ambito", "comuni": "comuni", "sedi": "sedi", "carta": "carta"}


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A YAML file of the catalogue. `name` is the id, the kind of scheda's folder is in `folder`."""

    path: Path
    file: str
    shape: Shape
    name: str
    ambito: str = ""
    folder: str = ""


def walk(root: Path) -> tuple[list[CatalogueFile], list[Path], list[Problem]]:
    """The catalogue's YAML files, its GeoJSON outlines, and what is out of place; all sorted by path."""
    files: list[CatalogueFile] = []
    outlines: list[Path] = []
    problems: list[Problem] = []
    for path in _entries(root, problems, root):
        found = classify(path, root, problems)
        if isinstance(found, CatalogueFile):
            files.append(found)
        elif found is not None:
            outlines.append(found)
    problems.extend(_without_ambito(files))
    return files, outlines, problems


def shown(path: Path, root: Path) -> str:
    """A path as problems tell it: from the catalogue's folder, with / and nothing that hides."""
    told = f"{root.name}/{path.relative_to(root).as_posix()}"
    return told if told.isprintable() else "".join(sign if sign.isprintable() else "�" for sign in told)


def _without_ambito(files: list[CatalogueFile]) -> Iterator[Problem]:
    known = {file.ambito for file in files if file.shape == "ambito"}
    for file in files:
        if file.ambito and file.ambito not in known:
            known.add(file.ambito)
            message = f"la cartella «{file.ambito}» non è di un Ambito: non contiene ambito.yaml."
            remedy = "Sposta i file nella cartella del loro Ambito, o aggiungi il file ambito.yaml."
            yield Problem(file.file, 1, 1, "file-fuori-posto", "", message, remedy)


def _entries(folder: Path, problems: list[Problem], root: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as failure:
        message = f"la cartella non si apre ({failure.strerror})."
        problems.append(Problem(shown(folder, root), 1, 1, "file-illeggibile", "", message, "Controlla i permessi."))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        if entry.is_symlink():
            problems.append(
                Problem(
                    shown(path, root),
                    1,
                    1,
                    "collegamento-simbolico",
                    "",
                    "è un collegamento a un altro file.",
                    "Metti qui il file vero: il catalogo non legge fuori dalla sua cartella.",
                )
            )
        elif entry.is_dir():
            if entry.name not in NOT_READ:
                yield from _entries(path, problems, root)
        else:
            yield path


def classify(path: Path, root: Path, problems: list[Problem]) -> CatalogueFile | Path | None:
    """What a path of the catalogue holds, by its name alone; outlines stay a path, what is out of place a problem."""
    parts = path.relative_to(root).parts
    file = shown(path, root)
    if path.name == "README.md":
        return None
    if len(parts) == 2 and path.name == OUTLINES:
        return path
    if path.suffix != ".yaml":
        remedy = (
            "Rinominalo in «.yaml»." if path.suffix in {".yml", ".YAML", ".YML"} else "Spostalo fuori dal catalogo."
        )
        problems.append(Problem(file, 1, 1, "file-fuori-posto", "", "il catalogo contiene solo file «.yaml».", remedy))
        return None
    name = path.stem
    match parts:
        case ("documenti.yaml",):
            return CatalogueFile(path, file, "documenti", name)
        case ("vocabolari", _) if name in VOCABULARIES:
            return CatalogueFile(path, file, "vocabolario", name)
        case ("enti", _):
            return _named(CatalogueFile(path, file, "ente", name), problems)
        case ("guide", _):
            return _named(CatalogueFile(path, file, "guida", name), problems)
        case (ambito, _) if name in OF_AMBITO and ambito not in {"vocabolari", "enti"}:
            return _named(CatalogueFile(path, file, OF_AMBITO[name], name, ambito), problems)
        case (ambito, "avvisi", _):
            return _named(CatalogueFile(path, file, "avviso", name, ambito), problems)
        case (ambito, folder, _) if folder in FOLDERS:
            return _named(CatalogueFile(path, file, "scheda", name, ambito, folder), problems)
    problems.append(
        Problem(
            file,
            1,
            1,
            "file-fuori-posto",
            "",
            "il file non è in una delle cartelle previste.",
            f"Una scheda sta in <ambito>/{{{', '.join(FOLDERS)}}}/, un avviso in <ambito>/avvisi/, "
            f"un ente in enti/, una guida in guide/, un vocabolario in vocabolari/ ({', '.join(VOCABULARIES)}).",
        )
    )
    return None


def _named(found: CatalogueFile, problems: list[Problem]) -> CatalogueFile | None:
    for part in (found.name, found.ambito):
        if (part and not SLUG.fullmatch(part)) or len(part) > 80:
            problems.append(
                Problem(
                    found.file,
                    1,
                    1,
                    "nome-file",
                    "",
                    f"«{part if part.isprintable() else ascii(part)}» non può fare da id.",
                    ID_REMEDY,
                )
            )
            return None
    return found
