"""Text from the catalogue -> safe HTML. Every text is hostile until escaped."""

import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

MARKS = re.compile(r"[*_`\[\]#>|~\\]")
BEGINS_A_LIST = re.compile(r"\s*(?:[-+]|\d+[.)])\s")
"""Without any of these a text is plain paragraphs, and Markdown has nothing to do."""
TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "h3", "h4", "blockquote"}
EMPTY_LINE = re.compile(r"\n\s*\n")
SCHEMES = {"http", "https", "mailto", "tel"}

_BOLD = re.compile(r"\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*")
_NOT_SIMPLE = re.compile(
    r"[*_`\[\]#|~\\<>&\xa0\t\r]|--|\n{3}|^ | $|^- +(?:[-+=]|\d+[.)])?(?: |$)|^(?:[=+]|\d+[.)])", re.MULTILINE
)
"""Signs that may mean something to Markdown, and spaces at the ends of lines."""
_markdown = Markdown(extensions=["sane_lists"], output_format="html")


def rich(text: str) -> Markup:
    """Markdown as safe HTML: paragraphs, lists, bold, links; nothing that runs, loads or styles."""
    marked = MARKS.search(text) or any(BEGINS_A_LIST.match(line) for line in f"{text}\n".splitlines(keepends=True))
    return _sanitised(text) if marked else paragraphs(text)


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs, divided at empty lines."""
    pieces = (piece.strip() for piece in EMPTY_LINE.split(text))
    return Markup("".join(f"<p>{escape(piece)}</p>" for piece in pieces if piece))


@lru_cache(maxsize=4096)
def _sanitised(text: str) -> Markup:
    return _of_simple_markdown(text) or _of_markdown(text)


def _of_simple_markdown(text: str) -> Markup | None:
    """What nearly every text is made of, paragraphs, lists and **bold**, some thirty times faster; None for the rest.

    A test compares it with Markdown itself.
    """
    if _NOT_SIMPLE.search(_BOLD.sub(r"\1", text)) or "***" in text:
        return None
    blocks = []
    list_before = False
    for block in text.split("\n\n"):
        lines = block.split("\n")
        is_list = all(line.startswith("- ") for line in lines)
        if (is_list and list_before) or (not is_list and any(line.startswith("-") for line in lines)):
            return None
        list_before = is_list
        html = "</li>\n<li>".join(line[2:] for line in lines) if is_list else block
        html = _BOLD.sub(r"<strong>\1</strong>", html)
        blocks.append(f"<ul>\n<li>{html}</li>\n</ul>" if is_list else f"<p>{html}</p>")
    return Markup("\n".join(blocks))


def _of_markdown(text: str) -> Markup:
    # escaped first, so that no HTML survives; the sanitiser then guards what Markdown itself writes
    html = _markdown.reset().convert(str(escape(text)).replace("&#39;", "'").replace("&#34;", '"'))
    clean = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel="noopener noreferrer")
    return Markup(clean)


def without_markdown(text: str) -> str:
    """The words of a Markdown text on one line: links by their text, no signs."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    plain = re.sub(r"[*_`#>]|^\s*[-+]\s", "", plain, flags=re.MULTILINE)
    return " ".join(plain.split())


def first_sentence(text: str, limit: int = 220) -> str:
    """The first sentence of a text without Markdown, cut at a word if it is longer than `limit` characters."""
    plain = without_markdown(text)
    found = re.match(r".{30,}?[.!?](?=\s|$)", plain)
    sentence = found.group() if found else plain
    return sentence if len(sentence) <= limit else sentence[: sentence.rfind(" ", 0, limit)].rstrip(",;: ") + "…"
