"""The whole catalogue side of the site, from the related catalogue to the files."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator.carta.press import Press
from generator.search.concepts import concept_keys
from generator.search.documents import ContentPage, documents_of, documents_of_pages, pages_of
from generator.search.index import build_index
from generator.search.lexicon import build_lexicon
from generator.site.assets import write_assets
from generator.site.calendar import calendar_files
from generator.site.carta_files import carte_urls, write_carta
from generator.site.context import Context
from generator.site.editors_page import quality_files
from generator.site.exports import holidays_json, listed_schede, redirects, robots, schede_json, sitemap
from generator.site.form_page import FormParts, write_form
from generator.site.guide_data import guide_files
from generator.site.page import Page
from generator.site.pages import all_pages
from generator.site.render import Renderer
from generator.site.shell import Shell
from generator.site.updates import FEED, feed
from generator.site.urls import file_of
from generator.site.writer import Writer

PARALLEL_FROM = 600
"""Below this many pages a second process costs more than it saves."""
CHUNK = 50


@dataclass(frozen=True)
class SiteParts:
    """All that is needed to write the catalogue's side of the site."""

    context: Context
    renderer: Renderer
    shell: Shell
    content: tuple[ContentPage, ...]
    assets: tuple[Path, ...]
    """Folders whose files are copied to `risorse/`; the first that has a file wins."""
    press: Press
    form: FormParts | None = None


def write_site(parts: SiteParts, writer: Writer, *, parallel: bool = True) -> int:
    """Writes every page, index, export and asset. Returns how many pages there are."""
    pages = list(all_pages(parts.context))
    site_url = parts.context.site_url
    _write_pages_and_data(parts, pages, writer, parallel)
    carte = carte_urls(parts.press, parts.context)
    urls = [*(page.url for page in pages if page.indexed), *(page.url for page in parts.content), *carte]
    writer.write("sitemap.xml", sitemap(urls, site_url))
    writer.write("robots.txt", robots(site_url))
    if parts.form is not None:
        write_form(parts.form, parts.renderer, writer)
    write_assets(parts.assets, parts.context.brand, writer)
    return len(pages) + len(parts.content) + len(carte)


def _write_pages_and_data(parts: SiteParts, pages: Sequence[Page], writer: Writer, parallel: bool) -> None:
    ambiti = list(parts.context.catalogue.ambiti)
    workers = os.cpu_count() or 1
    if (
        not parallel
        or len(pages) < PARALLEL_FROM
        or workers < 2
        or "fork" not in multiprocessing.get_all_start_methods()
    ):
        _write_data(parts, writer)
        _write_shared_indexes(parts, writer)
        for ambito in ambiti:
            _write_index(parts, ambito, writer)
        for page in pages:
            writer.write(file_of(page.url), parts.renderer.page(page, parts.shell))
        for ambito in parts.context.catalogue.carte:
            write_carta(ambito, parts.press, parts.renderer, parts.shell, writer)
        return
    # Forked workers inherit pages and catalogue as they are: only numbers go in, and nothing comes back.
    _Work.parts, _Work.pages, _Work.writer = parts, pages, writer
    starts = range(0, len(pages), CHUNK)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        jobs = [
            *(pool.submit(_carta_job, ambito) for ambito in parts.context.catalogue.carte),
            pool.submit(_data_job),
            pool.submit(_shared_indexes_job),
            *(pool.submit(_index_job, ambito) for ambito in ambiti),
            *(pool.submit(_pages_job, at) for at in starts),
        ]
        for job in jobs:
            job.result()


class _Work:
    """What forked workers inherit."""

    parts: SiteParts
    pages: Sequence[Page]
    writer: Writer


def _data_job() -> None:
    _write_data(_Work.parts, _Work.writer)


def _carta_job(ambito: str) -> None:
    parts = _Work.parts
    write_carta(ambito, parts.press, parts.renderer, parts.shell, _Work.writer)


def _shared_indexes_job() -> None:
    _write_shared_indexes(_Work.parts, _Work.writer)


def _index_job(ambito: str) -> None:
    _write_index(_Work.parts, ambito, _Work.writer)


def _pages_job(start: int) -> None:
    for page in _Work.pages[start : start + CHUNK]:
        _Work.writer.write(file_of(page.url), _Work.parts.renderer.page(page, _Work.parts.shell))


def _write_data(parts: SiteParts, writer: Writer) -> None:
    catalogue = parts.context.catalogue
    for url, html in redirects(catalogue, parts.context.site_url):
        writer.write(file_of(url), html)
    writer.write("dati/schede.json", schede_json(catalogue))
    for file, content in (*quality_files(parts.context), *calendar_files(parts.context), *guide_files(parts.context)):
        writer.write(file, content)
    writer.write(FEED, feed(parts.context))
    writer.write("dati/festivi.json", holidays_json(catalogue))
    for ambito, content in listed_schede(parts.context):
        writer.write(f"dati/elenco/{ambito}.json", content)


def _write_shared_indexes(parts: SiteParts, writer: Writer) -> None:
    catalogue = parts.context.catalogue
    writer.write("dati/ricerca/indice.json", build_lexicon(catalogue, [*catalogue.ambiti, "pagine"]))
    found = documents_of_pages((*parts.content, *pages_of(catalogue)))
    writer.write("dati/ricerca/pagine.json", build_index("pagine", found, concept_keys(catalogue)))


def _write_index(parts: SiteParts, ambito: str, writer: Writer) -> None:
    catalogue = parts.context.catalogue
    index = build_index(ambito, documents_of(catalogue, ambito), concept_keys(catalogue))
    writer.write(f"dati/ricerca/{ambito}.json", index)
