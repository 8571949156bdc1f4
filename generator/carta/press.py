"""The press of a project: its law, its templates and fonts, its editions, and what it prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.carta.content import Content
from generator.carta.document import carta_data
from generator.carta.editions import read_editions
from generator.carta.law import Law
from generator.carta.making import make
from generator.carta.paper import leaflet_data, poster_data
from generator.carta.typesetter import Document, Typesetter
from generator.model.scheda import Scheda
from generator.resources import first, folders
from generator.site.context import Context


@dataclass(frozen=True)
class Press:
    """Makes the Carte of the catalogue in the folder `catalogue`."""

    law: Law
    typesetter: Typesetter
    catalogue: Path

    @classmethod
    def of(cls, project: Path, catalogue: Path) -> "Press":
        """The press with the project's own templates and fonts, or those of the package."""
        fonts = tuple(path / "fonts" for path in folders("site_config", project) if (path / "fonts").is_dir())
        templates = first("site_config", "carta/carta.typ", project).parent
        return cls(Law.load(first("site_config", "carta/legge.yaml", project)), Typesetter(templates, fonts), catalogue)

    def content(self, ambito: str, context: Context, comune: str = "") -> Content:
        """The Carta as it is today."""
        return make(ambito, context, self.law, comune)

    def editions(self, ambito: str) -> Mapping[int, Content]:
        """The frozen editions. Raises EditionError."""
        return read_editions(self.catalogue, ambito)

    def carta(self, content: Content, old: Path | None = None) -> Document:
        """The PDF of a Carta; the one at `old` is taken if it is of the same content."""
        return self.typesetter.typeset(
            "carta.typ", lambda: carta_data(content), content.model_dump_json(), content.day, old
        )

    def leaflet(self, comune: str, context: Context) -> Document:
        """The leaflet of a Comune."""
        data = leaflet_data(comune, context)
        return self.typesetter.typeset("volantino.typ", lambda: data, str(data), context.catalogue.today)

    def poster(self, scheda: Scheda, context: Context) -> Document:
        """The poster of a service."""
        data = poster_data(scheda, context)
        return self.typesetter.typeset("locandina.typ", lambda: data, str(data), context.catalogue.today)
