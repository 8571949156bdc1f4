"""Markdown as data for the typesetter: blocks of runs of text, so that no markup is ever interpreted on paper."""

from html.parser import HTMLParser
from typing import Any

from generator.site.text import rich

Run = dict[str, Any]
"""`t` the text; `b`, `i` where it is bold or italic; `href` where it leads."""
Block = dict[str, Any]
"""`kind` is `p`, `ul` or `ol`; `runs` of a paragraph, `items` (each a list of runs) of a list."""

LISTS = frozenset({"ul", "ol"})
WHOLE_ADDRESSES = ("http://", "https://", "mailto:", "tel:")
"""On paper a link must lead somewhere on its own."""


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown text, in order."""
    reader = _Reader()
    reader.feed(str(rich(text)))
    reader.close()
    return [block for block in reader.blocks if block.get("runs") or block.get("items")]


class _Reader(HTMLParser):
    """Reads the sanitised HTML that the site would show."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.runs: list[Run] | None = None
        self.bold = self.italic = 0
        self.href = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LISTS:
            self.depth += 1
            if self.depth == 1:
                self.blocks.append({"kind": tag, "items": []})
        elif tag == "li":
            self.runs = []
            self.blocks[-1]["items"].append(self.runs)
        elif tag in {"p", "h3", "h4"} and not self.depth:
            self.runs = []
            self.blocks.append({"kind": "p", "runs": self.runs})
            self.bold += tag != "p"
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "strong":
            self.bold += 1
        elif tag == "em":
            self.italic += 1
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            self.href = href if href.startswith(WHOLE_ADDRESSES) else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS:
            self.depth -= 1
            self.runs = None if not self.depth else self.runs
        elif tag in {"p", "h3", "h4"} and not self.depth:
            self.runs = None
            self.bold -= tag != "p"
        elif tag == "strong":
            self.bold -= 1
        elif tag == "em":
            self.italic -= 1
        elif tag == "a":
            self.href = ""

    def handle_data(self, data: str) -> None:
        text = " ".join(data.replace("\n", " ").split(" ")) if data.strip() else " "
        if self.runs is None or (not data.strip() and not self.runs):
            return
        run: Run = {"t": text}
        if self.bold:
            run["b"] = True
        if self.italic:
            run["i"] = True
        if self.href:
            run["href"] = self.href
        self.runs.append(run)
