"""A page -> HTML: its template, its head and its path, set into the shell."""

from collections.abc import Iterable
from copy import copy
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.site.cards import Card
from generator.site.context import Context
from generator.site.icons import Icons
from generator.site.page import Link, Page
from generator.site.shell import Shell
from generator.site.templates import Templates
from generator.site.urls import root_from


class Renderer:
    """Renders pages. `templates` are searched in order, so that a fork may replace one."""

    def __init__(self, context: Context, templates: Iterable[Path], icons: Icons) -> None:
        self.context = context
        self.icons = icons
        self.environment = Templates(
            loader=FileSystemLoader([str(folder) for folder in templates]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self.environment.globals["card_items"] = _CardItems(self.environment)
        self.environment.globals["icon"] = icons
        self.name = str(context.brand["nome"])
        self._head = self.environment.get_template("head.html")
        self._path = self.environment.get_template("path.html")
        self._exit = self.environment.get_template("uscita.html").render(url=context.brand["url_uscita"])

    def of(self, context: Context) -> "Renderer":
        """The same templates, already compiled, on another state of the catalogue."""
        other = copy(self)
        other.context = context
        return other

    def page(self, page: Page, shell: Shell) -> str:
        """The whole HTML of a page."""
        root = root_from(page.url)
        content = self.environment.get_template(page.template).render(page.view(), root=root, url=root.__add__)
        top = self._exit if page.sensitive else ""
        return shell.fill(root, self.page_head(page), self.path(page.path, root) + content, top)

    def page_head(self, page: Page) -> str:
        """Title, description, canonical address, Open Graph and JSON-LD of a page."""
        data = page.structured_data() if page.structured_data else ""
        return self.head(page.title, page.description, page.url, indexed=page.indexed, structured_data=data)

    def head(
        self,
        title: str,
        description: str,
        url: str | None,
        *,
        indexed: bool = True,
        structured_data: str = "",
    ) -> str:
        """The head of any page of the site; `url` None where the page has no address of its own."""
        site = self.context.site_url
        return self._head.render(
            title=title if title == self.name else f"{title} · {self.name}",
            heading=title,
            description=description,
            canonical=f"{site}{url}" if site and url is not None else "",
            site_name=self.name,
            indexed=indexed,
            structured_data=structured_data,
        )

    def path(self, links: Iterable[Link], root: str) -> str:
        """The breadcrumb."""
        return self._path.render(path=tuple(links), root=root)


class _CardItems:
    """The cards of a list. A card stands on many pages: its macro is called once for each way back to the root."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[str, str], dict[Card, str]] = {}

    def __call__(self, cards: Iterable[Card], root: str, where: str = "always") -> Markup:
        made = self._made.setdefault((root, where), {})
        return Markup("".join([made.get(card) or self._make(card, root, where, made) for card in cards]))

    def _make(self, card: Card, root: str, where: str, made: dict[Card, str]) -> str:
        macros: Any = self._environment.get_template("macros.html").module
        html = made[card] = f"{macros.scheda_card(card, root, where)}\n"
        return html
