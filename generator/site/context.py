"""What every page maker needs: the catalogue, the words of the interface, the brand, the site's address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.site.labels import Labels


@dataclass(frozen=True)
class Context:
    """The ground of all pages. `site_url` ends with a slash, or is empty when it is not known."""

    catalogue: Catalogue
    labels: Labels
    brand: Mapping[str, Any]
    site_url: str = ""
