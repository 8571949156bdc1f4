"""Dialect words turned into Italian before a search is understood: the same as `dialects.js`.

`dialects.txt` has a line for each Italian word: `soldi = danee, ghei`. Who writes in dialect knows no spelling
(«danee», «dané», «ghèi»), so a word that the search does not know is also looked up by its shape, which the common
spellings of a word have alike. A form with a star is an Italian word too («mare» is also a Veneto mother). It is
turned, like one known by its shape only, where enough other words of the text are surely dialect.

The browser loads these words, `dialetti.json`, when a search has a word that it does not know.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.search.index import FORMAT
from generator.search.terms import undouble
from generator.search.tokens import Phrase, words

NOT_SURE = "*"
"""After a form that is an Italian word too."""

_MOST_WORDS = 3
"""Of a set phrase («de per lu»)."""
_SURE_SHARE = 0.2
"""The share of the words that must surely be dialect for a text to be in dialect."""
_SPELLINGS = re.compile("oeu|eu|[kjy]|[cgs]h")
_PLAIN = {"oeu": "o", "eu": "o", "k": "c", "j": "i", "y": "i", "ch": "c", "gh": "g", "sh": "s"}


@dataclass(frozen=True, slots=True)
class Dialects:
    """The Italian words by those of each form, and whether it is surely dialect; `by_shape` has only what surely is."""

    forms: Mapping[Phrase, tuple[Phrase, bool]]
    by_shape: Mapping[Phrase, Phrase]


def packed_dialects() -> bytes:
    """The JSON (UTF-8) of `dialetti.json`: `versione` and `parole`, the lines of `dialects.txt`."""
    whole = {"versione": FORMAT, "parole": "\n".join(_lines())}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def dialects() -> Dialects:
    """The dialect words that the site serves."""
    return dialects_of("\n".join(_lines()))


def dialects_of(lines: str) -> Dialects:
    """The dialect words of some lines, as `packed_dialects` has them. Each form stands once."""
    forms: dict[Phrase, tuple[Phrase, bool]] = {}
    by_shape: dict[Phrase, Phrase] = {}
    for line in lines.split("\n"):
        italian, _, joined = line.partition("=")
        meant = tuple(words(italian))
        for form in joined.split(","):
            sure = not form.endswith(NOT_SURE)
            said = tuple(form.removesuffix(NOT_SURE).split())
            forms[said] = (meant, sure)
            if sure:
                by_shape.setdefault(tuple(map(shape, said)), meant)
    return Dialects(forms, by_shape)


def _lines() -> list[str]:
    text = files("generator.search").joinpath("dialects.txt").read_text("utf-8")
    return [re.sub(" *([=,]) *", r"\1", line) for line in text.splitlines() if line and not line.startswith("#")]


def shape(word: str) -> str:
    """What the spellings of one dialect word have alike: no doubled letters, no h, no final vowels."""
    plain = _SPELLINGS.sub(lambda found: _PLAIN[found[0]], undouble(word))
    bare = plain.rstrip("aeiou")
    return bare if len(bare) > 1 else plain


def in_italian(typed: Sequence[str], dialects: Dialects, unknown: Collection[str]) -> list[str]:
    """The typed words with those in dialect turned into Italian. `unknown`: those that the search does not know."""
    found = [_at(typed, place, dialects, unknown) for place in range(len(typed))]
    sure = sum(1 for one in found if one and one[2])
    in_dialect = sure >= max(1, _SURE_SHARE * len(typed))
    turned: list[str] = []
    place = 0
    while place < len(typed):
        one = found[place]
        if one and (one[2] or in_dialect):
            turned.extend(one[1])
            place += one[0]
        else:
            turned.append(typed[place])
            place += 1
    return turned


def _at(
    typed: Sequence[str], place: int, dialects: Dialects, unknown: Collection[str]
) -> tuple[int, Phrase, bool] | None:
    """How many words the longest form at a place has, its Italian, and whether it is surely dialect."""
    for length in range(min(_MOST_WORDS, len(typed) - place), 0, -1):
        said = tuple(typed[place : place + length])
        if said in dialects.forms:
            return length, *dialects.forms[said]
        if all(word in unknown for word in said):
            italian = dialects.by_shape.get(tuple(map(shape, said)))
            if italian is not None:
                return length, italian, False
    return None
