"""Which words of an index a typed word may mean, and how surely: the same as `terms.js`.

An Italian stemmer would merge words in the index and defeat prefixes. Here the index keeps the words as they
are written, and the typed word opens like a fan: itself, its singular or plural, what begins with it, its
family, and only when nobody knows it the words one or two slips of the finger away.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

SAME = 1.0
INFLECTED = 0.8
TYPED_SO_FAR = 0.5
SLIPS = (0.7, 0.5, 0.3)
"""By how many slips: none but a doubled letter, one, two."""
DERIVED = 0.45
BEGINNING = 0.3
KIN = 0.3
HALF_TYPED_SLIP = 0.25

_FINAL_VOWELS = re.compile(r"[aeiou]+$")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of an index in their order, with the root and the undoubled form of each."""

    words: tuple[str, ...]
    roots: tuple[str, ...]
    undoubled: tuple[str, ...]


def terms_of(words: Iterable[str]) -> Terms:
    """The words made ready for `expand`."""
    listed = tuple(words)
    return Terms(listed, tuple(map(root, listed)), tuple(map(undouble, listed)))


def root(word: str) -> str:
    """The word without final vowels and the h of a plural (amica, amiche: amic); three letters stay."""
    bare = _FINAL_VOWELS.sub("", word)
    if bare.endswith("h"):
        bare = bare[:-1]
    return bare if len(bare) >= 3 else word


def undouble(word: str) -> str:
    """The word with doubled letters once: the commonest slip in Italian («afitto», «asegno», «dissabile»)."""
    return _DOUBLED.sub(r"\1", word)


def slips_allowed(length: int) -> int:
    """How many slips a word of this many letters may have: a short word means what it says."""
    return 0 if length < 4 else 1 if length < 8 else 2


def expand(word: str, terms: Terms, unfinished: bool, unknown: bool) -> dict[str, float]:
    """The words of the index that `word` may mean, each with a weight up to 1.

    `unfinished`: it is the last word, which may still be being typed. `unknown`: no index and no synonym has
    it, so it may be a slip.
    """
    found: dict[str, float] = {}
    stem = root(word)
    letters = word.isalpha()
    for term, term_root in zip(terms.words, terms.roots, strict=True):
        if term[0] != word[0]:
            continue
        weight = _likeness(word, stem, term, term_root, unfinished, letters)
        if weight:
            found[term] = weight
    if unknown and letters and not any(weight >= DERIVED for weight in found.values()):
        found.update(_slips(word, terms, unfinished))
    return found


def inflections(word: str, terms: Terms) -> dict[str, float]:
    """The words of the index that are `word` itself, its singular or its plural."""
    stem = root(word)
    pairs = zip(terms.words, terms.roots, strict=True)
    return {term: SAME if term == word else INFLECTED for term, other in pairs if term == word or other == stem}


def _likeness(word: str, stem: str, term: str, term_root: str, unfinished: bool, letters: bool) -> float:
    if term == word:
        return SAME
    if letters and term_root == stem:
        return INFLECTED
    if term.startswith(word) and unfinished and len(word) >= 2:
        return TYPED_SO_FAR
    if not letters:
        return 0
    if (len(stem) >= 4 and term.startswith(stem)) or (len(term_root) >= 4 and word.startswith(term_root)):
        return DERIVED
    if len(word) >= 4 and term.startswith(word):
        return BEGINNING
    shared = _shared(stem, term_root)
    return KIN if shared >= 5 and shared >= 0.6 * max(len(stem), len(term_root)) else 0


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common from the start."""
    length = min(len(one), len(other))
    return next((place for place in range(length) if one[place] != other[place]), length)


def slips_between(word: str, other: str, allowed: int) -> int:
    """Letters missing, added, changed or swapped (optimal string alignment); at most allowed + 1."""
    return OSA.distance(undouble(word), undouble(other), score_cutoff=allowed)


def _slips(word: str, terms: Terms, unfinished: bool) -> dict[str, float]:
    """The words fewest slips away. Short words must begin alike: there are too many others one slip away."""
    allowed = slips_allowed(len(word))
    if len(word) < 4:
        return {}
    bare = undouble(word)
    fewest: dict[int, list[str]] = {}
    for term, other in zip(terms.words, terms.undoubled, strict=True):
        if abs(len(other) - len(bare)) <= allowed and (len(word) >= 6 or term[0] == word[0]):
            slips = OSA.distance(bare, other, score_cutoff=allowed)
            if slips <= allowed:
                fewest.setdefault(slips, []).append(term)
    if fewest:
        slips = min(fewest)
        return dict.fromkeys(fewest[slips], SLIPS[slips])
    if not unfinished or len(word) < 5:
        return {}
    begins = [
        term
        for term, other in zip(terms.words, terms.undoubled, strict=True)
        if len(other) > len(bare) and term[0] == word[0] and _begins_like(bare, other)
    ]
    return dict.fromkeys(begins, HALF_TYPED_SLIP)


def _begins_like(bare: str, other: str) -> bool:
    lengths = (len(bare) - 1, len(bare), len(bare) + 1)
    return any(OSA.distance(bare, other[:length], score_cutoff=1) <= 1 for length in lengths)


def nearest(word: str, terms: Terms, most: int) -> tuple[str, ...]:
    """The words most like `word`, for «forse cercavi»: up to three slips, fewest first, then by alphabet."""
    candidates: Sequence[tuple[int, str]] = [
        (OSA.distance(undouble(word), other, score_cutoff=3), term)
        for term, other in zip(terms.words, terms.undoubled, strict=True)
        if term.isalpha() and len(term) >= 4
    ]
    close = sorted((slips for slips in candidates if slips[0] <= min(3, len(word) // 2)), key=lambda pair: pair[0])
    return tuple(term for _, term in close[:most])
