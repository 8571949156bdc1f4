"""The two lines of `mkdocs.yml` that a command needs, without loading the theme and all that builds pages."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

PLUGIN = "ambito"


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """Where the catalogue is, and the address of the site: empty, or ending with a slash."""

    catalogue: Path
    site_url: str


def settings(file: Path) -> ProjectSettings:
    """What a project's `mkdocs.yml` says. Raises ConfigurationError, with a sentence for people."""
    if not file.is_file():
        raise ConfigurationError(f"Non trovo «{file}». Esegui il comando dalla cartella del progetto.")
    try:
        with file.open("rb") as stream:
            found = yaml_load(stream)
    except ConfigurationError as failure:
        raise ConfigurationError(f"«{file}» non si legge: {failure}") from failure
    options = _options(found.get("plugins") or ())
    if options is None:
        raise ConfigurationError(f"In «{file}» manca il plugin: aggiungi «- {PLUGIN}» sotto «plugins».")
    url = str(found.get("site_url") or "")
    folder = file.resolve().parent / str(options.get("catalogo", "catalogue"))
    return ProjectSettings(folder, url if not url or url.endswith("/") else f"{url}/")


def _options(plugins: Any) -> dict[str, Any] | None:
    """What the plugin was given; None where it is not among the plugins."""
    if isinstance(plugins, dict):
        return (plugins[PLUGIN] or {}) if PLUGIN in plugins else None
    for one in plugins:
        if one == PLUGIN:
            return {}
        if isinstance(one, dict) and PLUGIN in one:
            return one[PLUGIN] or {}
    return None
