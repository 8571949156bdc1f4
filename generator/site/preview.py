"""The site while someone writes: a change in the catalogue is shown at once, the rest of the site follows."""

import threading
from dataclasses import replace
from pathlib import Path

from generator.catalogue import Catalogue, relate
from generator.checking import proved
from generator.clock import today
from generator.reading.layout import CatalogueFile
from generator.reading.problem import errors
from generator.reading.reading import CachedReader, Reading
from generator.site.build import SiteParts, write_site
from generator.site.pages import all_pages
from generator.site.urls import ente_url, file_of
from generator.site.writer import Writer

PROVED = frozenset({"guida", "vocabolario"})
"""Files with which a guide may stop making sense: proving guides takes longer than showing a scheda."""


class Preview:
    """Keeps a built site in step with its catalogue. `folder` is the site being shown."""

    def __init__(self, parts: SiteParts, catalogue: Path, folder: Path) -> None:
        self.parts = parts
        self.writer = Writer(folder)
        self.reader = CachedReader(catalogue)
        self.reader.read(today())
        self._rest: threading.Thread | None = None

    def refresh(self) -> Reading:
        """Reads what changed and shows it. With errors the site stays as it is: the reading tells them.

        The pages of the changed records are written before this returns; all the others right after, in a thread.
        """
        day = today()
        reading, changed = self.reader.read(day)
        if any(file.shape in PROVED for file in changed):
            reading, _ = proved(reading, day)
        if errors(reading.problems):
            return reading
        catalogue = relate(reading, day)
        context = replace(self.parts.context, catalogue=catalogue)
        parts = replace(self.parts, context=context, renderer=self.parts.renderer.of(context))
        self.finish()
        urls = {_url(file) for file in changed}
        for page in all_pages(context):
            if page.url in urls:
                self.writer.write(file_of(page.url), parts.renderer.page(page, parts.shell))
        self.parts = parts
        self._rest = threading.Thread(target=write_site, args=(parts, self.writer), kwargs={"parallel": False})
        self._rest.start()
        return reading

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
