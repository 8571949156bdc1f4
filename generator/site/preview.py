"""The site while someone writes: a change in the catalogue is shown at once, the rest of the site follows."""

import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.catalogue import Catalogue, relate
from generator.checking import proved
from generator.clock import today
from generator.reading.layout import CatalogueFile
from generator.reading.problem import errors
from generator.reading.reading import CachedReader, Reading
from generator.site.build import Frame, SiteParts, SiteWork
from generator.site.pages.all_pages import all_pages
from generator.site.urls import ente_url, file_of
from generator.site.writer import Writer

PROVED = frozenset({"guida", "vocabolario"})
"""Files with which a guide may stop making sense: proving guides takes longer than showing a scheda."""

PAUSE = 0.3
"""Seconds between showing the changed pages and writing the others."""


class _SupersededError(Exception):
    """A newer change is being shown."""


class _Rest(threading.Thread):
    """Writes the whole site after a change, until a newer change comes: then what is left is that one's to write."""

    def __init__(self, parts: SiteParts, frame: Frame, folder: Path) -> None:
        super().__init__()
        self.parts = parts
        self.frame = frame
        self.writer = _UntilSuperseded(folder)

    def run(self) -> None:
        """Writes every file, or stops between two. Waits a moment first: the browser is asking for the changed page."""
        if self.writer.superseded.wait(PAUSE):
            return
        with suppress(_SupersededError):
            SiteWork(self.parts, self.writer, parallel=False).finish(self.frame)

    def supersede(self) -> None:
        """No file is written after this."""
        self.writer.superseded.set()


class _UntilSuperseded(Writer):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.superseded = threading.Event()

    def write(self, file: str, content: str | bytes) -> None:
        if self.superseded.is_set():
            raise _SupersededError
        super().write(file, content)


class Preview:
    """Keeps a built site in step with its catalogue. `folder` is the site being shown."""

    def __init__(self, parts: SiteParts, frame: Frame, catalogue: Path, folder: Path) -> None:
        self.parts = parts
        self.frame = frame
        self.writer = Writer(folder)
        self.reader = CachedReader(catalogue)
        self.reader.read(today())
        self._rest: _Rest | None = None

    def refresh(self) -> Reading:
        """Reads what changed and shows it. With errors the site stays as it is: the reading tells them.

        The pages of the changed records are written before this returns; all the others right after, in a thread.
        """
        before = self._rest
        if before is not None:
            before.supersede()
        day = today()
        reading, changed = self.reader.read(day)
        if any(file.shape in PROVED for file in changed):
            reading, _ = proved(reading, day)
        if errors(reading.problems):
            if before is not None and before.is_alive():
                self._write_rest(before.parts)
            return reading
        catalogue = relate(reading, day)
        context = replace(self.parts.context, catalogue=catalogue)
        parts = replace(self.parts, context=context, renderer=self.parts.renderer.of(context))
        urls = {_url(file) for file in changed}
        for page in all_pages(context):
            if page.url in urls:
                self.writer.write(file_of(page.url), parts.renderer.page(page, self.frame.shell))
        self.parts = parts
        self._write_rest(parts)
        return reading

    def _write_rest(self, parts: SiteParts) -> None:
        self._rest = _Rest(parts, self.frame, self.writer.folder)
        self._rest.start()

    def finish(self) -> None:
        """Waits until the pages that follow a change are written."""
        if self._rest is not None:
            self._rest.join()
            self._rest = None

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that is shown."""
        return self.parts.context.catalogue


def _url(file: CatalogueFile) -> str:
    """The page of the record in a file; empty for what has no page of its own."""
    if file.shape == "scheda":
        return f"{file.folder}/{file.ambito}/{file.name}/"
    return ente_url(file.name) if file.shape == "ente" else ""
