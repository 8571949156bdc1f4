"""Text into tokens: one tokenizer, the same here and in `tokens.js`.

Both are tested on one table, `tests/search/tokens.yaml`. It folds instead of stemming: a stemmed index
defeats the search of a word still being typed. Roots and stems are in `terms.py`.
"""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

# Stripped: accents set apart by the decomposition; soft hyphens, zero-width signs and direction marks, which
# text copied from a PDF carries inside words.
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
# Two signs that look like an apostrophe and that Unicode counts as letters.
_LETTER_APOSTROPHE = re.compile("[\u02b9\u02bc]")
# An acronym with full stops («P.I.P.P.I.») is one word; everything else is a run of letters and digits.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])|[^\W_]+")
_RUN = re.compile(r"[^\W_]+")


Phrase = tuple[str, ...]
"""The words of one expression."""


def fold(text: str) -> str:
    """The text in lower case, without accents and invisible signs (Unicode NFKD: «ﬁ» becomes «fi»)."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", _LETTER_APOSTROPHE.sub(" ", text.lower()))
    return _INVISIBLE.sub("", apart)


def words(text: str) -> list[str]:
    """The folded words of a text in order, stop words too; a single letter is what an elision leaves."""
    folded = fold(text)
    found = [word.replace(".", "") for word in _WORD.findall(folded)] if "." in folded else _RUN.findall(folded)
    return [word for word in found if len(word) > 1 or not word.isalpha()]


def tokens(text: str) -> list[str]:
    """The words of a text that carry meaning, in their order."""
    stop = stop_words()
    return [word for word in words(text) if word not in stop]


@cache
def stop_words() -> frozenset[str]:
    """The words without meaning, folded: `stop-words.toml`. The browser gets them in `indice.json`."""
    lists: dict[str, list[str]] = tomllib.loads(
        files("generator.search").joinpath("stop-words.toml").read_text("utf-8")
    )
    return frozenset(word for group in lists.values() for word in group)
