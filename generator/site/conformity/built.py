"""A built site read back: what its pages say to a machine, and where their links lead."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass
class Marked:
    """An element with a `data-element` attribute: its name, tag, link and text."""

    name: str
    tag: str
    href: str
    text: str = ""
    in_footer: bool = False
    links: list[str] = field(default_factory=list)
    """The texts of the links inside it."""
    items: list[str] = field(default_factory=list)
    """The texts of the list items inside it."""


@dataclass
class BuiltPage:
    """A page of the built site; `url` counts from its root."""

    url: str
    marked: list[Marked] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    """Every `href` and `src` as written."""

    def all(self, name: str) -> list[Marked]:
        """The elements marked with a name."""
        return [one for one in self.marked if one.name == name]

    def text(self, name: str) -> str:
        """The text of the first of them, with plain spaces; empty if there is none."""
        return next((" ".join(one.text.split()) for one in self.marked if one.name == name), "")


@dataclass(frozen=True)
class BuiltSite:
    """The pages of a built site by URL, and its style sheet."""

    pages: Mapping[str, BuiltPage]
    styles: str
    scripts: Sequence[str]

    @property
    def home(self) -> BuiltPage:
        """The first page."""
        return self.pages[""]

    def like(self, pattern: re.Pattern[str]) -> Iterator[BuiltPage]:
        """The pages whose URL matches."""
        return (page for url, page in self.pages.items() if pattern.fullmatch(url))


def built_pages(folder: Path) -> Iterator[BuiltPage]:
    """Every page of a built site, by path."""
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        url = path.removesuffix("index.html") if path.endswith("index.html") else path
        yield read_page(url, file.read_text(encoding="utf-8"))


def read_page(url: str, html: str) -> BuiltPage:
    """Reads one page."""
    reader = _Reader(BuiltPage(url))
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    """Gathers the text of every marked element while it is open."""

    def __init__(self, page: BuiltPage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self._open: list[tuple[str, Marked | None]] = []
        self._gathering: list[Marked] = []
        self._parts: list[tuple[str, list[str]]] = []
        """The links and list items that are open inside marked elements, with their text so far."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        for name in ("id", "name"):
            if (value := found.get(name)) and (name == "id" or tag == "a"):
                self.page.anchors.add(value)
        self.page.links.extend(value for name in ("href", "src") if (value := found.get(name)))
        marked = None
        if element := found.get("data-element"):
            in_footer = any(one == "footer" for one, _ in self._open)
            marked = Marked(element, tag, found.get("href") or "", in_footer=in_footer)
            self.page.marked.append(marked)
        if tag in VOID:
            return
        self._open.append((tag, marked))
        if marked is not None:
            self._gathering.append(marked)
        if tag in ("a", "li") and self._gathering:
            self._parts.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        if not any(one == tag for one, _ in self._open):
            return
        while self._open:
            closed, marked = self._open.pop()
            if closed in ("a", "li") and self._parts and self._parts[-1][0] == closed:
                text = " ".join("".join(self._parts.pop()[1]).split())
                for one in self._gathering:
                    (one.links if closed == "a" else one.items).append(text)
            if marked is not None:
                self._gathering.remove(marked)
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        for marked in self._gathering:
            marked.text += data
        for _, text in self._parts:
            text.append(data)
