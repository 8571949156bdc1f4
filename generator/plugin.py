"""The only module that knows MkDocs: content pages are its own, catalogue pages are set into its theme."""

import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeVar

from jinja2 import Environment, StrictUndefined
from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as ContentPageOfMkDocs

from generator.carta.editions import EditionError
from generator.carta.press import Press
from generator.carta.typesetter import TypesettingError
from generator.catalogue import Catalogue
from generator.checking import checked
from generator.clock import today
from generator.editing.history import HISTORY_CACHE, read_history
from generator.reading.reporters import terminal
from generator.resources import first, folders
from generator.search.documents import ContentPage
from generator.site.brand import BrandError, load_brand
from generator.site.build import Frame, SiteParts, SiteWork
from generator.site.context import Context
from generator.site.files.form_page import FormParts, form_of
from generator.site.icons import Icons
from generator.site.labels import Labels, day
from generator.site.page import HOME, Link
from generator.site.render import Renderer
from generator.site.shell import HEAD, PATH, SOURCE, TOP, Shell
from generator.site.urls import root_from
from generator.site.writer import Staging, Writer, keep_times

log = logging.getLogger("mkdocs.plugins.ambito")

_Read = TypeVar("_Read")
TAG = re.compile(r"<[^>]+>")
UNUSED = re.compile(r"^assets/(?:javascripts/|images/favicon\.png)|\.map$|^(?:robots\.txt|sitemap\.xml)$")
"""What Material brings and our pages do not use: its own scripts and search, source maps."""
LEFTOVERS = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div data-md-component="(?:skip|announce)">.*?</div>\s*',
    re.DOTALL,
)
"""Material's switches for the drawer and the search, which nothing here moves, and its own link to the content."""

BRANDED = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
"""For the content pages that say who publishes the site."""


class Settings(base.Config):
    """What `mkdocs.yml` may say under `plugins: - ambito:`."""

    catalogo = options.Type(str, default="catalogue")


class AmbitoPlugin(BasePlugin[Settings]):
    """Reads the catalogue before anything is written, and adds its pages to what MkDocs builds."""

    catalogue: Catalogue
    form: FormParts | None = None
    renderer: Renderer
    parts: SiteParts
    frame: Frame
    work: SiteWork | None = None
    shell: Shell | None = None
    staging: Staging | None = None
    pages_written = 0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether the site is being served: then MkDocs' own temporary folder is used."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks the catalogue; an error stops here, with nothing written."""
        project = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self.project = project
        self.catalogue = self._read(project / self.config.catalogo)
        brand = self._told(lambda: load_brand(first("site_config", "brand.yaml", project)))
        self.form = self._told(lambda: form_of(project, brand))
        config.extra["brand"] = brand
        config.extra["serving"] = self.serving
        config.extra["date"] = day(self.catalogue.today)
        for folder in reversed(folders("site_config", project)):
            config.theme.dirs.insert(0, str(folder / "theme"))
        labels = Labels.load(first("site_config", "strings.yaml", project))
        site_url = config.site_url or ""
        context = Context(
            self.catalogue,
            labels,
            brand,
            site_url if site_url.endswith("/") or not site_url else f"{site_url}/",
            read_history(project / self.config.catalogo, self.catalogue, labels, project / HISTORY_CACHE),
            has_form=self.form is not None,
        )
        config_folders = folders("site_config", project)
        icons = Icons(folder / "icons" for folder in config_folders)
        self.renderer = Renderer(context, [folder / "templates" for folder in config_folders], icons)
        self.shell = None
        self.content: list[ContentPage] = []
        self.published = Path(config.site_dir)
        if not self.serving:
            self.staging = Staging(self.published)
            config.site_dir = str(self.staging.folder)
        return config

    def _read(self, root: Path) -> Catalogue:
        reading, catalogue = checked(root, today())
        if catalogue is None:
            terminal.report(reading.problems, reading.files, sys.stderr)
            raise Abort("Il sito non è stato costruito: correggi gli errori e riprova. Quello di prima è intatto.")
        return catalogue

    def _told(self, read: Callable[[], _Read]) -> _Read:
        """What the brand or a Carta says; what it says wrongly stops the build."""
        try:
            return read()
        except (BrandError, EditionError, TypesettingError) as failure:
            raise Abort(str(failure)) from failure

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Gives the theme's own templates the icons."""
        env.globals["icon"] = self.renderer.icons
        return env

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the empty page that becomes the shell; leaves out what our pages do not use."""
        for file in list(files):
            if UNUSED.search(file.src_uri):
                files.remove(file)
        shell = File.generated(config, SOURCE, content="---\nguscio: true\n---\n", inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(shell)
        self._begin(Path(config.site_dir))
        return files

    def _begin(self, folder: Path) -> None:
        """Begins to write what needs no page of the theme, in the folder that MkDocs has emptied by now."""
        assets = tuple(path / "assets" for path in folders("site_config", self.project) if (path / "assets").is_dir())
        press = Press.of(self.project, self.project / self.config.catalogo)
        self.parts = SiteParts(self.renderer.context, self.renderer, assets, press, self.form)
        self.old = self.published if self.staging and self.published.is_dir() else None
        self.work = self._told(lambda: SiteWork(self.parts, Writer(folder, self.old)))

    def on_page_markdown(self, markdown: str, *, page: ContentPageOfMkDocs, config: MkDocsConfig, files: Files) -> str:
        """In the pages that ask for it (`con_marchio: true`), sets the values of the brand, escaped, where they go."""
        if not page.meta.get("con_marchio"):
            return markdown
        return BRANDED.from_string(markdown).render(brand=self.renderer.context.brand)

    def on_post_page(self, output: str, *, page: ContentPageOfMkDocs, config: MkDocsConfig) -> str:
        """Takes the shell; gives each content page its head and its path."""
        output = LEFTOVERS.sub("", output)
        if page.meta.get("guscio"):
            self.shell = Shell.of(output)
            return ""
        title = str(page.title or config.site_name)
        description = str(page.meta.get("description") or self.renderer.context.brand["descrizione"])
        url = "" if page.url == "." else page.url
        for_editors = bool(page.meta.get("solo_redazione"))  # like /redazione/: no search carries it
        if not for_editors:
            self.content.append(ContentPage(url, title, " ".join(TAG.sub(" ", page.content or "").split())))
        head = self.renderer.head(title, description, url, indexed=not for_editors)
        path = self.renderer.path((HOME, Link(title, "")), root_from(url))
        return output.replace(HEAD, head, 1).replace(TOP, "", 1).replace(PATH, path, 1)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The sitemap is ours, with every page; the 404 page gets its head."""
        if template_name == "sitemap.xml":
            return ""
        head = self.renderer.head("Pagina non trovata", "Questa pagina non c'è.", None, indexed=False)
        return LEFTOVERS.sub("", output_content).replace(HEAD, head, 1).replace(TOP, "", 1)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the catalogue's pages and puts the new site in the place of the old one."""
        work = self.work
        if self.shell is None or work is None:
            raise Abort("Il tema non ha prodotto la pagina che fa da guscio.")
        if self.old is not None:
            keep_times(self.old, Path(config.site_dir))
        self.frame = Frame(self.shell, tuple(self.content))
        self.pages_written = self._told(lambda: work.finish(self.frame))
        if self.staging is not None:
            self.staging.publish()
            config.site_dir = str(self.published)

    def on_build_error(self, *, error: Exception) -> None:
        """A build that failed leaves nothing behind."""
        if self.work is not None:
            self.work.stop()
        if self.staging is not None:
            self.staging.discard()

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Builds again when the catalogue or the look changes."""
        for folder in (self.project / self.config.catalogo, *folders("site_config", self.project)):
            if folder.is_dir():
                server.watch(str(folder))
        return server
