"""Drives MkDocs from the `ambito` command: the same build and server, with words in Italian and no noise."""

import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sized
from pathlib import Path
from typing import Literal

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner: this project is bound to MkDocs 1 on purpose

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.editing.form.bundling import BUNDLE
from generator.plugin import AmbitoPlugin
from generator.reading.problem import errors
from generator.reading.reporters import terminal
from generator.resources import folders
from generator.site.preview import Preview

POLLING = 0.1
"""Seconds between two looks at the files while the site is served."""


def configuration(file: Path) -> tuple[MkDocsConfig, AmbitoPlugin]:
    """The MkDocs configuration and our plugin in it. Content pages come from the package where the project has none.

    Raises ConfigurationError, with a sentence for people, where the file is missing or lacks the plugin.
    """
    if not file.is_file():
        raise ConfigurationError(f"Non trovo «{file}». Esegui il comando dalla cartella del progetto.")
    project = file.resolve().parent
    content = folders("content", project)
    own = (project / "content").is_dir() or not content
    config = load_config(str(file)) if own else load_config(str(file), docs_dir=str(content[0]))
    plugin = config.plugins.get("ambito")
    if not isinstance(plugin, AmbitoPlugin):
        raise ConfigurationError(f"In «{file}» manca il plugin: aggiungi «- ambito» sotto «plugins».")
    return config, plugin


def build(file: Path) -> int:
    """Builds the site and says in two lines what was built and how to look at it. Returns the exit status."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    started = time.perf_counter()
    try:
        config, plugin = configuration(file)
        _run(config, "build")
    except ConfigurationError as failure:
        sys.stderr.write(f"{failure}\n")
        return 2
    except MkDocsException as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    catalogue, shown = plugin.catalogue, os.path.relpath(plugin.published)
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    held = (
        f"{_counted(catalogue.schede, 'scheda', 'schede')}, {_counted(catalogue.comuni, 'Comune', 'Comuni')} "
        f"e {_counted(catalogue.enti, 'ente', 'enti')}"
    )
    sys.stdout.write(
        f"Sito costruito in {shown}/: {plugin.pages_written} pagine con {held}, in {seconds} secondi.\n"
        f"Per guardarlo: python3 -m http.server --directory {shown} 8000, poi apri http://localhost:8000/\n"
    )
    return 0


def _counted(found: Sized, one: str, more: str) -> str:
    return f"{len(found)} {one if len(found) == 1 else more}"


def _run(config: MkDocsConfig, command: Literal["build", "serve"]) -> None:
    config.plugins.on_startup(command=command, dirty=False)
    try:
        mkdocs_build.build(config)
    finally:
        config.plugins.on_shutdown()


class Workshop:
    """The served site: a change of the catalogue goes the short way, a change of the look builds all again."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.file = file
        self.folder = folder
        self.build_all()

    def build_all(self) -> None:
        """Builds everything. Raises MkDocsException where the catalogue has errors."""
        config, self.plugin = configuration(self.file)
        config.site_dir = str(self.folder)
        config.site_url = "/"
        _run(config, "serve")
        root = self.plugin.project / self.plugin.config.catalogo
        self.preview = Preview(self.plugin.parts, self.plugin.frame, root, self.folder)
        self.look = self._look()

    def rebuild(self) -> None:
        """Shows what changed. An error is told, and the site that is shown stays as it was."""
        try:
            if self._look() != self.look:
                self.preview.finish()
                self.build_all()
                sys.stdout.write("Sito ricostruito.\n")
                return
            reading = self.preview.refresh()
            if errors(reading.problems):
                terminal.report(reading.problems, reading.files, sys.stderr)
            else:
                sys.stdout.write(f"Aggiornato: {reading.files} file, nessun errore.\n")
        except MkDocsException as failure:
            sys.stderr.write(f"{failure}\n")

    def watched(self) -> list[Path]:
        """The files and folders that the site is made of."""
        project = self.plugin.project
        found = [
            project / self.plugin.config.catalogo,
            *folders("site_config", project),
            *folders("content", project),
        ]
        form = project / BUNDLE
        return [*found, *([form] if form.is_dir() else []), self.file.resolve()]

    def _look(self) -> tuple[tuple[str, int], ...]:
        """The state of all that is not the catalogue."""
        files = [
            path for folder in self.watched()[1:] for path in (folder.rglob("*") if folder.is_dir() else (folder,))
        ]
        return tuple(sorted((str(path), path.stat().st_mtime_ns) for path in files if path.is_file()))


def serve(file: Path, address: str) -> int:
    """Serves the site until Ctrl+C. Returns the exit status."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        sys.stderr.write(f"«{address}» non è un indirizzo: scrivilo così, 127.0.0.1:8000.\n")
        return 2
    folder = Path(tempfile.mkdtemp(prefix="ambito-"))
    try:
        workshop = Workshop(file, folder)
        server = LiveReloadServer(workshop.rebuild, host, int(port), str(folder), polling_interval=POLLING)
        for path in workshop.watched():
            server.watch(str(path))
        sys.stdout.write(f"Il sito è su http://{address}/ e si aggiorna da solo. Per finire premi Ctrl+C.\n")
        sys.stdout.flush()
        try:
            server.serve()
        except KeyboardInterrupt:
            server.shutdown()
            workshop.preview.finish()
    except ConfigurationError as failure:
        sys.stderr.write(f"{failure}\n")
        return 2
    except (Abort, MkDocsException) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    except OSError as failure:
        sys.stderr.write(
            f"Non posso usare l'indirizzo {address}: {failure.strerror}. Prova con --indirizzo 127.0.0.1:8001.\n"
        )
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0
