"""The whole catalogue side of the site, from the related catalogue to the files."""

import multiprocessing
import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, ParamSpec, TypeVar

from generator.carta.press import Press
from generator.search.concepts import concept_keys
from generator.search.dialects import packed_dialects
from generator.search.documents import ContentPage, documents_of, documents_of_pages, pages_of
from generator.search.index import build_index
from generator.search.lexicon import build_lexicon
from generator.site.calendar import calendar_files
from generator.site.context import Context
from generator.site.files.assets import write_assets
from generator.site.files.carta_files import carte_urls, print_carta, write_carta_pages
from generator.site.files.exports import holidays_json, listed_schede, redirects, robots, schede_json, sitemap
from generator.site.files.form_page import FormParts, write_form
from generator.site.files.guide_data import guide_files
from generator.site.pages.all_pages import all_pages
from generator.site.pages.carta_pages import Volume
from generator.site.pages.editors_page import quality_files
from generator.site.pages.updates import FEED, feed
from generator.site.render import Renderer
from generator.site.shell import Shell
from generator.site.urls import file_of
from generator.site.writer import Writer

PARALLEL_FROM = 600
"""Below this many pages a second process costs more than it saves."""
CHUNK = 50

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


@dataclass(frozen=True)
class SiteParts:
    """All that the catalogue's side of the site is made of."""

    context: Context
    renderer: Renderer
    assets: tuple[Path, ...]
    """Folders whose files are copied to `risorse/`; the first that has a file wins."""
    press: Press
    form: FormParts | None = None


@dataclass(frozen=True)
class Frame:
    """What MkDocs gives: the chrome that every page is set into, and the content pages, which are searched too."""

    shell: Shell
    content: tuple[ContentPage, ...]


class SiteWork:
    """The writing of a site. What needs nothing of MkDocs begins at once, in other processes, while it still renders.

    Forked workers inherit pages and catalogue as they are. A small site is written in this process.
    """

    inherited: ClassVar["SiteWork"]

    def __init__(self, parts: SiteParts, writer: Writer, *, parallel: bool = True) -> None:
        self.parts = parts
        self.writer = writer
        self.pages = list(all_pages(parts.context))
        self._pool = _pool() if parallel and len(self.pages) >= PARALLEL_FROM else None
        if self._pool is not None:
            SiteWork.inherited = self
        catalogue = parts.context.catalogue
        volumes = (self._start(self.print_carta, ambito) for ambito in catalogue.carte)
        # Alone, it prints the Carte last: who edits a scheda waits for the pages.
        self._volumes: Iterable[Future[tuple[Volume, ...]]] = volumes if self._pool is None else list(volumes)
        self._jobs = [
            *(self._start(self.write_index, ambito) for ambito in catalogue.ambiti),
            self._start(self.write_lexicon),
            self._start(self.write_data),
        ]

    def finish(self, frame: Frame) -> int:
        """Writes all the rest. Returns how many pages there are. Raises what a job raised."""
        parts, site_url = self.parts, self.parts.context.site_url
        self._jobs.append(self._start(self.write_index_of_pages, frame.content))
        self._jobs.extend(self._start(self.write_pages, at, frame.shell) for at in range(0, len(self.pages), CHUNK))
        carte = carte_urls(parts.press, parts.context)
        urls = [*(page.url for page in self.pages if page.indexed), *(page.url for page in frame.content), *carte]
        self.writer.write("sitemap.xml", sitemap(urls, site_url))
        self.writer.write("robots.txt", robots(site_url))
        if parts.form is not None:
            write_form(parts.form, parts.renderer, self.writer)
        write_assets(parts.assets, parts.context.brand, self.writer)
        self._jobs.extend(self._start(self.write_carta, volumes.result(), frame.shell) for volumes in self._volumes)
        for job in self._jobs:
            job.result()
        self.stop()
        return len(self.pages) + len(frame.content) + len(carte)

    def stop(self) -> None:
        """Ends the other processes: after this nothing more is written."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _start(self, job: Callable[_Given, _Made], *given: _Given.args, **named: _Given.kwargs) -> "Future[_Made]":
        """Has a method of this object called by a worker, or calls it."""
        if self._pool is not None:
            return self._pool.submit(_in_worker, job.__name__, *given, **named)
        done: Future[_Made] = Future()
        done.set_result(job(*given, **named))
        return done

    def print_carta(self, ambito: str) -> tuple[Volume, ...]:
        """The PDFs of one Carta."""
        return print_carta(ambito, self.parts.press, self.parts.context, self.writer)

    def write_carta(self, volumes: tuple[Volume, ...], shell: Shell) -> None:
        """The pages of one Carta."""
        write_carta_pages(volumes, self.parts.renderer, shell, self.writer)

    def write_index(self, ambito: str) -> None:
        """The search index of an Ambito."""
        catalogue = self.parts.context.catalogue
        index = build_index(ambito, documents_of(catalogue, ambito), concept_keys(catalogue))
        self.writer.write(f"dati/ricerca/{ambito}.json", index)

    def write_lexicon(self) -> None:
        """What all the indexes share."""
        catalogue = self.parts.context.catalogue
        self.writer.write("dati/ricerca/indice.json", build_lexicon(catalogue, [*catalogue.ambiti, "pagine"]))
        self.writer.write("dati/ricerca/dialetti.json", packed_dialects())

    def write_index_of_pages(self, content: tuple[ContentPage, ...]) -> None:
        """The search index of the pages that are no schede."""
        catalogue = self.parts.context.catalogue
        index = build_index("pagine", documents_of_pages((*content, *pages_of(catalogue))), concept_keys(catalogue))
        self.writer.write("dati/ricerca/pagine.json", index)

    def write_data(self) -> None:
        """Redirects, exports, calendars, feed."""
        context, writer = self.parts.context, self.writer
        catalogue = context.catalogue
        for url, html in redirects(catalogue, context.site_url):
            writer.write(file_of(url), html)
        writer.write("dati/schede.json", schede_json(catalogue))
        for file, content in (*quality_files(context), *calendar_files(context), *guide_files(context)):
            writer.write(file, content)
        writer.write(FEED, feed(context))
        writer.write("dati/festivi.json", holidays_json(catalogue))
        for ambito, listed in listed_schede(context):
            writer.write(f"dati/elenco/{ambito}.json", listed)

    def write_pages(self, start: int, shell: Shell) -> None:
        """Some pages."""
        for page in self.pages[start : start + CHUNK]:
            self.writer.write(file_of(page.url), self.parts.renderer.page(page, shell))


def _pool() -> ProcessPoolExecutor | None:
    """One worker a processor, where more than one can be used."""
    workers = os.cpu_count() or 1
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return None
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork"))


def _in_worker(job: str, *given: Any, **named: Any) -> Any:
    """What a forked worker does: only names and a little data go in."""
    return getattr(SiteWork.inherited, job)(*given, **named)
