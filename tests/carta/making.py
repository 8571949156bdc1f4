"""The Carte of a catalogue, made as the command makes them; and a PDF read back."""

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from generator.carta.content import Content
from generator.carta.press import Press
from generator.catalogue import relate
from generator.reading.reading import read_catalogue
from generator.resources import first
from generator.site.brand import load_brand
from generator.site.context import Context
from generator.site.labels import Labels
from tests.projects import ROOT

TODAY = datetime.date(2026, 11, 21)
SITE = "https://ambito-aperto.example/"


@dataclass(frozen=True)
class Desk:
    """A catalogue and its press."""

    folder: Path

    @cached_property
    def context(self) -> Context:
        """The catalogue as pages see it."""
        labels = Labels.load(first("site_config", "strings.yaml", ROOT))
        brand = load_brand(first("site_config", "brand.yaml", ROOT))
        return Context(relate(read_catalogue(self.folder, TODAY), TODAY), labels, brand, SITE)

    @cached_property
    def press(self) -> Press:
        """The press with the project's own templates."""
        return Press.of(ROOT, self.folder)

    def content(self, ambito: str, comune: str = "") -> Content:
        """A Carta."""
        return self.press.content(ambito, self.context, comune)


class Paper:
    """A PDF as a reader, or a screen reader, finds it."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(pdf))
        self.root: Any = self.reader.trailer["/Root"]

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, in reading order, with single spaces."""
        return [" ".join(page.extract_text().replace("­", "").split()) for page in self.reader.pages]

    @property
    def text(self) -> str:
        """The text of all pages."""
        return " ".join(self.pages)

    @property
    def titles(self) -> list[str]:
        """The bookmarks, all levels, in order."""
        return [str(entry.title) for entry in _flat(self.reader.outline)]

    def tags(self) -> Iterator[Any]:
        """Every element of the structure tree, in reading order."""
        yield from _elements(self.root["/StructTreeRoot"])

    def links(self) -> Iterator[tuple[str, str]]:
        """Where links lead: («uri», address) or («dest», name or page)."""
        for page in self.reader.pages:
            for reference in page.get("/Annots", []):
                found = reference.get_object()
                action = found.get("/A")
                if action is not None and "/URI" in action:
                    yield "uri", str(action["/URI"])
                elif "/Dest" in found:
                    yield "dest", str(found["/Dest"])
                else:
                    yield "other", str(found)


def _flat(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def _elements(found: Any) -> Iterator[Any]:
    children = found.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object() if hasattr(child, "get_object") else child
        if hasattr(child, "get") and "/S" in child:
            yield child
            yield from _elements(child)
