"""The same pages as Markdown for plain Material for MkDocs, as a sensible user would configure it."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

SKIPPED = frozenset({"nav", "svg", "form", "script", "style", "template"})
"""What the theme makes by itself, or what Markdown has no words for."""
VOID = frozenset({"br", "img", "input", "meta", "link", "hr"})
BLOCKS = frozenset({"p", "div", "section", "header", "article", "ul", "ol", "dl", "table", "dt", "dd"})

CONFIGURATION = """\
site_name: Servizi sociali
site_url: https://esempio.example/
theme:
  name: material
  language: it
  font: false
plugins:
  - search:
      lang: it
nav:
  - Home: index.md
  - Comuni: comuni/index.md
  - Bisogni: bisogni/index.md
  - Dalla A alla Z: a-z.md
not_in_nav: "*"
"""
"""A short menu: with all the pages in it every page would weigh 137 KB and the build would take minutes."""


def write_project(site: Path, folder: Path) -> int:
    """Turns a built site into a project of plain Material. Returns how many pages it has."""
    files = sorted(site.rglob("index.html"))
    urls = [file.parent.relative_to(site).as_posix() for file in files]
    sources = _sources(["" if url == "." else url for url in urls])
    for file, source in zip(files, sources.items(), strict=True):
        url, name = source
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        reader = _Reader(url, sources)
        reader.feed(file.read_text(encoding="utf-8"))
        path.write_text(reader.markdown(), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return len(files)


def _sources(urls: Iterable[str]) -> dict[str, str]:
    """The Markdown file of each address: an index where there are pages below, else a file of that name."""
    known = list(urls)
    above = {posixpath.dirname(url) for url in known} | {""}
    return {url: posixpath.join(url, "index.md") if url in above else f"{url}.md" for url in known}


class _Reader(HTMLParser):
    """Reads the content of one page and writes it as Markdown."""

    def __init__(self, url: str, sources: Mapping[str, str]) -> None:
        super().__init__()
        self.url, self.sources = url, sources
        self.inside = self.skipped = 0
        self.lists: list[str] = []
        self.links: list[str] = []
        self.parts: list[str] = []

    def markdown(self) -> str:
        """The page."""
        text = "".join(self.parts)
        return re.sub(r"[ \t]+\n", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip() + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens what Markdown can say."""
        values = dict(attrs)
        if self.inside == 0:
            self.inside = 1 if values.get("id") == "contenuto" else 0
            return
        if tag not in VOID:
            self.inside += 1
        if tag in SKIPPED or self.skipped:
            self.skipped += tag not in VOID
        elif tag in {"h1", "h2", "h3", "h4"}:
            self.parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag == "li":
            mark = "1." if self.lists and self.lists[-1] == "ol" else "-"
            self.parts.append(f"\n{'    ' * (len(self.lists) - 1)}{mark} ")
        elif tag in {"strong", "b"}:
            self.parts.append("**")
        elif tag == "a":
            self.links.append(self._target(values.get("href") or ""))
            self.parts.append("[")
        elif tag == "tr":
            self.parts.append("\n|")
        elif tag in BLOCKS and not self.lists:
            self.parts.append("\n\n")
        if tag in {"ul", "ol"} and not self.skipped:
            self.lists.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes it."""
        if self.inside == 0 or tag in VOID:
            return
        self.inside -= 1
        if self.skipped:
            self.skipped -= 1
        elif tag in {"strong", "b"}:
            self.parts.append("**")
        elif tag == "a" and self.links:
            self.parts.append(f"]({self.links.pop()})")
        elif tag in {"td", "th"}:
            self.parts.append(" |")
        elif tag == "thead":
            cells = "".join(self.parts).rsplit("\n|", 1)[-1].count("|")
            self.parts.append(f"\n|{'---|' * cells}")
        elif tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
            self.parts.append("" if self.lists else "\n\n")

    def handle_data(self, data: str) -> None:
        """Takes a text, on one line."""
        if self.inside and not self.skipped:
            self.parts.append(re.sub(r"\s+", " ", data) if data.strip() else " ")

    def _target(self, href: str) -> str:
        """The address as MkDocs wants it: the Markdown file of a page, relative to this one."""
        parts = urlsplit(href)
        if parts.scheme or not parts.path:
            return href
        page = posixpath.normpath(posixpath.join("/", self.url, parts.path)).lstrip("/")
        here = posixpath.dirname(self.sources[self.url])
        if page not in self.sources:
            return "https://esempio.example/"
        return posixpath.relpath(self.sources[page], here or ".") + (f"#{parts.fragment}" if parts.fragment else "")
