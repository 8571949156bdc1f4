"""Writes the Carta of each Ambito: its PDF, its pages, its past editions."""

from collections.abc import Iterator
from pathlib import Path

from generator.carta.content import Content
from generator.carta.press import Press
from generator.catalogue import Catalogue
from generator.site.context import Context
from generator.site.pages.carta_pages import Pdf, Volume, carta_pages, carta_urls
from generator.site.render import Renderer
from generator.site.shell import Shell
from generator.site.urls import carta_pdf_url, file_of
from generator.site.writer import Writer


def carte_urls(press: Press, context: Context) -> list[str]:
    """The URLs of the pages of every Carta."""
    return [url for ambito in context.catalogue.carte for url in carta_urls(ambito, press.editions(ambito))]


def print_carta(ambito: str, press: Press, context: Context, writer: Writer) -> tuple[Volume, ...]:
    """Writes the PDFs of one Carta, past editions first. A PDF whose content did not change is not made again."""
    editions = press.editions(ambito)
    years = tuple(sorted(editions, reverse=True))
    known = frozenset(_known(context.catalogue))
    volumes = []
    before: Content | None = None
    for year, frozen in editions.items():
        pdf = _print(frozen, carta_pdf_url(ambito, year), press, writer)
        volumes.append(Volume(frozen, pdf, before, years, frozen=True, known=known))
        before = frozen
    content = press.content(ambito, context)
    pdf = _print(content, carta_pdf_url(ambito), press, writer)
    return (*volumes, Volume(content, pdf, before, years))


def write_carta_pages(volumes: tuple[Volume, ...], renderer: Renderer, shell: Shell, writer: Writer) -> None:
    """Writes the pages of one Carta."""
    for page in carta_pages(volumes):
        writer.write(file_of(page.url), renderer.page(page, shell))


def _known(catalogue: Catalogue) -> Iterator[str]:
    """The keys that lead somewhere: those of today, and the former ones that lead there."""
    for scheda in catalogue.schede.values():
        yield from (f"{scheda.ambito}/{id}" for id in (scheda.id, *scheda.id_precedenti))


def _print(content: Content, url: str, press: Press, writer: Writer) -> Pdf:
    old = Path(writer.old or writer.folder) / url
    document = press.carta(content, old)
    writer.write(url, document.pdf)
    return Pdf(url, len(document.pdf), document.pages)
