"""Drives MkDocs from the `ambito` command: the same build and server, with words in Italian and no noise."""

import logging
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.plugin import AmbitoPlugin
from generator.resources import folders


def configuration(file: Path) -> MkDocsConfig:
    """The MkDocs configuration. Content pages come from the package where the project has none of its own."""
    project = file.resolve().parent
    content = folders("content", project)
    return load_config(str(file), **({"docs_dir": str(content[0])} if content and not (project / "content").is_dir() else {}))


def build(file: Path) -> int:
    """Builds the site and says in two lines what was built and how to look at it. Returns the exit status."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    started = time.perf_counter()
    if not file.is_file():
        sys.stderr.write(f"Non trovo «{file}». Esegui il comando dalla cartella del progetto.\n")
        return 2
    plugin: AmbitoPlugin | None = None
    try:
        config = configuration(file)
        found = config.plugins.get("ambito")
        if not isinstance(found, AmbitoPlugin):
            sys.stderr.write(f"In «{file}» manca il plugin: aggiungi «- ambito» sotto «plugins».\n")
            return 2
        plugin = found
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
    except (Abort, MkDocsException) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    catalogue, site = plugin.catalogue, plugin.published
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    shown = os.path.relpath(site)
    sys.stdout.write(
        f"Sito costruito in {shown}/: {plugin.pages_written} pagine con {len(catalogue.schede)} schede, "
        f"{len(catalogue.comuni)} Comuni e {len(catalogue.enti)} enti, in {seconds} secondi.\n"
        f"Per guardarlo: python3 -m http.server --directory {shown} 8000, poi apri http://localhost:8000/\n"
    )
    return 0
