"""Drives the press from the `ambito carta` command: what to print, and clear words where it cannot be."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from mkdocs.exceptions import ConfigurationError

from generator.carta import gaps
from generator.carta.content import Content
from generator.carta.editions import EditionError, extract, freeze
from generator.carta.press import Press
from generator.carta.typesetter import Document, TypesettingError
from generator.catalogue import relate
from generator.clock import today
from generator.model.scheda import Scheda
from generator.reading.problem import errors
from generator.reading.reading import read_catalogue
from generator.reading.reporters import terminal
from generator.reading.sentences import nearest
from generator.resources import first
from generator.settings import settings
from generator.site.brand import BrandError, load_brand
from generator.site.context import Context
from generator.site.labels import Labels

WRONG = 2
"""The exit status where what was asked for is not there."""


class RefusedError(Exception):
    """What was asked for cannot be printed; the message says why, in Italian."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command was asked for."""

    ambito: str
    comune: str
    year: int
    gaps: bool
    publish: bool
    leaflet: bool
    poster: str
    folder: Path


def run(wanted: Wanted, configuration: Path) -> int:
    """Prints, or says what is missing. Returns the exit status."""
    started = time.perf_counter()
    try:
        desk = _Desk.open(configuration)
        if desk is None:
            return 1
        _serve(desk, wanted, started)
    except (RefusedError, EditionError, TypesettingError, BrandError, ConfigurationError) as failure:
        sys.stderr.write(f"{failure}\n")
        return WRONG
    return 0


def _serve(desk: "_Desk", wanted: Wanted, started: float) -> None:
    ambito, comune = wanted.ambito, wanted.comune
    desk.check(ambito, comune)
    if wanted.gaps:
        sys.stdout.write("\n".join(gaps.in_words(desk.content(ambito, comune, wanted.year))) + "\n")
    elif wanted.publish:
        _freeze(desk, ambito, comune, wanted.year)
    elif wanted.leaflet:
        for one in [comune] if comune else [one.id for one in desk.context.catalogue.comuni_by_ambito[ambito]]:
            _write(desk.press.leaflet(one, desk.context), wanted.folder / f"volantino-{one}.pdf", started)
    elif wanted.poster:
        scheda = desk.scheda(ambito, wanted.poster)
        file = wanted.folder / f"locandina-{scheda.ambito}-{scheda.id}.pdf"
        _write(desk.press.poster(scheda, desk.context), file, started)
    else:
        content = desk.content(ambito, comune, wanted.year)
        name = "-".join(filter(None, ("carta-dei-servizi", ambito, comune, str(content.year))))
        _write(desk.press.carta(content), wanted.folder / f"{name}.pdf", started)


def _freeze(desk: "_Desk", ambito: str, comune: str, edizione: int) -> None:
    content = desk.content(ambito, "", 0)
    if comune or edizione not in {0, content.year}:
        _refuse(f"Si conserva l'edizione intera di oggi, che è la {content.year}: togli --comune ed --edizione.")
    file = freeze(content, desk.press.catalogue)
    sys.stdout.write(f"Edizione {content.year} conservata in {file}: {len(content.sheets)} servizi.\n")
    if not content.approved:
        sys.stdout.write("Non è ancora approvata: si può conservare di nuovo finché non ha «approvata_il».\n")


def _write(document: Document, file: Path, started: float) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(document.pdf)
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    pages = "1 pagina" if document.pages == 1 else f"{document.pages} pagine"
    sys.stdout.write(f"{file}: {pages}, {round(len(document.pdf) / 1000)} kB, in {seconds} secondi.\n")
    if document.unknown:
        sys.stderr.write(f"Nessun carattere sa mostrare: {' '.join(document.unknown)}\n")


def _refuse(message: str) -> NoReturn:
    raise RefusedError(message)


@dataclass(frozen=True)
class _Desk:
    """The catalogue, and the press of its project."""

    press: Press
    context: Context

    @classmethod
    def open(cls, configuration: Path) -> "_Desk | None":
        """Reads the project. None where the catalogue has errors, which are told. Raises ConfigurationError."""
        found, day = settings(configuration), today()
        project = configuration.resolve().parent
        reading = read_catalogue(found.catalogue, day)
        if errors(reading.problems):
            terminal.report(reading.problems, reading.files, sys.stderr)
            return None
        context = Context(
            relate(reading, day),
            Labels.load(first("site_config", "strings.yaml", project)),
            load_brand(first("site_config", "brand.yaml", project)),
            found.site_url,
        )
        return cls(Press.of(project, found.catalogue), context)

    def check(self, ambito: str, comune: str) -> None:
        """Raises RefusedError where the Ambito, its Carta or the Comune is not there."""
        catalogue = self.context.catalogue
        if ambito not in catalogue.ambiti:
            known = ", ".join(catalogue.ambiti)
            _refuse(
                f"«{ambito}» non è un Ambito del catalogo. {nearest(ambito, catalogue.ambiti) or f'Ci sono: {known}.'}"
            )
        if ambito not in catalogue.carte:
            _refuse(f"L'Ambito «{ambito}» non ha ancora una Carta: scrivi catalogue/{ambito}/carta.yaml.")
        names = [one.id for one in catalogue.comuni_by_ambito.get(ambito, ())]
        if comune and comune not in names:
            hint = nearest(comune, names) or f"Ci sono: {', '.join(names)}."
            _refuse(f"«{comune}» non è un Comune dell'Ambito «{ambito}». {hint}")

    def content(self, ambito: str, comune: str, year: int) -> Content:
        """The Carta of today, or the frozen edition of a year."""
        editions = self.press.editions(ambito)
        now = self.context.catalogue.carte[ambito].edizione.anno
        if year in editions:
            found = editions[year]
            return extract(found, comune, self.context.catalogue.comuni[comune].nome) if comune else found
        if year and year != now:
            years = ", ".join(str(one) for one in sorted({now, *editions}))
            _refuse(f"L'edizione {year} della Carta di «{ambito}» non c'è. Ci sono: {years}.")
        return self.press.content(ambito, self.context, comune)

    def scheda(self, ambito: str, id: str) -> Scheda:
        """The scheda of a poster."""
        schede = self.context.catalogue.schede
        key = id if "/" in id else f"{ambito}/{id}"
        if key not in schede:
            known = [one.partition("/")[2] for one in schede if one.startswith(f"{ambito}/")]
            hint = nearest(id, known) or "L'id è il nome del file."
            _refuse(f"«{id}» non è una scheda dell'Ambito «{ambito}». {hint}")
        return schede[key]
