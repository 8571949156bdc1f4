"""Text from the catalogue -> safe HTML. Every text is hostile until escaped."""

import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

MARKS = re.compile(r"[*_`\[\]#>|~\\]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
"""Without any of these a text is plain paragraphs, and Markdown has nothing to do."""
TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "h3", "h4", "blockquote"}
SCHEMES = {"http", "https", "mailto", "tel"}

_markdown = Markdown(extensions=["sane_lists"], output_format="html")


def rich(text: str) -> Markup:
    """Markdown as safe HTML: paragraphs, lists, bold, links; nothing that runs, loads or styles."""
    return paragraphs(text) if not MARKS.search(text) else _sanitised(text)


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs, divided at empty lines."""
    return Markup("").join(
        Markup("<p>{}</p>").format(piece.strip()) for piece in re.split(r"\n\s*\n", text) if piece.strip()
    )


@lru_cache(maxsize=4096)
def _sanitised(text: str) -> Markup:
    # escaped first, so that no HTML survives; the sanitiser then guards what Markdown itself writes
    html = _markdown.reset().convert(str(escape(text)).replace("&#39;", "'").replace("&#34;", '"'))
    clean = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel="noopener noreferrer")
    return Markup(clean)


def first_sentence(text: str, limit: int = 220) -> str:
    """The first sentence of a text without Markdown, cut at a word if it is longer than `limit` characters."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    plain = re.sub(r"[*_`#>]|^\s*[-+]\s", "", plain, flags=re.MULTILINE)
    plain = " ".join(plain.split())
    found = re.match(r".{30,}?[.!?](?=\s|$)", plain)
    sentence = found.group() if found else plain
    return sentence if len(sentence) <= limit else sentence[: sentence.rfind(" ", 0, limit)].rstrip(",;: ") + "…"
