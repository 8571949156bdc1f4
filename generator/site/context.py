"""What every page maker needs: the catalogue, the words of the interface, the brand, the site's address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.catalogue import Catalogue
from generator.editing.history import History
from generator.eligibility.guides import Guides, guides_of
from generator.site.labels import Labels


@dataclass(frozen=True)
class Context:
    """The ground of all pages. `site_url` ends with a slash, or is empty when it is not known."""

    catalogue: Catalogue
    labels: Labels
    brand: Mapping[str, Any]
    site_url: str = ""
    history: History = field(default_factory=History)
    has_form: bool = False
    """Whether the site publishes the form in which schede are updated."""
    kept: dict[tuple[str, str], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What is made once and shown on many pages, by what it is and the key of its scheda."""

    @cached_property
    def guides(self) -> Guides:
        """The eligibility guides, made ready once."""
        return guides_of(self.catalogue)
