"""Which words of an index a typed word may mean, and how surely: the same as `terms.js`.

The index keeps one word for each root: singular and plural, masculine and feminine are one («anziano»). A stemmed
index would defeat prefixes, so the typed word opens like a fan: its root, its stem («lavarsi», «lavare»), what begins
with it, its family, and only when nobody knows it the words one or two slips of the finger away. What begins with
some letters, and what is few slips from them, is looked up in lunr's `TokenSet` (an automaton of all the words).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lunr.token_set import TokenSet
from rapidfuzz.distance import OSA

SAME = 1.0
STEM = 0.5
TYPED_SO_FAR = 0.5
SLIPS = (0.7, 0.5, 0.3)
"""By how many slips: none but a doubled letter, one, two."""
BEGINNING = 0.3
KIN = 0.3
HALF_TYPED_SLIP = 0.25

_ENOUGH_TO_BEGIN = 4
"""From how many letters on a whole word means those that begin with it."""
_SHARED_BY_KIN = 5
_SURE_BEGINNING = 6
"""From how many letters on the first one may be a slip."""

_DOUBLED = re.compile(r"(.)\1+")
_ENDING = re.compile(
    r"(?:[aei]r(?:e|si|mi|ti|ci|vi|lo|la|li|le|gli|ne|sela|selo)"  # lavare, lavarsi, lavarla
    r"|[ae]ndo(?:si|mi|ti|ci|lo|la|li|le)?"  # lavando
    r"|[aiu]t[aeio]"  # lavato, assistita
    r"|[aei]v(?:o|i|a|ano|amo|ate)"  # lavava
    r"|(?:er|ar|ir)(?:o|ai|a|emo|ete|anno|ebbe|ei)"  # laverà
    r"|i?am[oe]|[ae]no|ono|[aei]te"  # laviamo, lavano, perdono
    r"|[ai]ment[oi]|[aiu]zion[ei]|[ai]tor[ei]|[ai]tric[ei]|[ai]tiv[aeio]|[ae]nz[ae]|[ae]nt[ei])$"
)
"""What a verb, or a noun made from it, ends with."""
_SHORT_ENDINGS = re.compile(r"(?:[aei]r(?:e|si|mi|ti|ci|vi|lo|la|li|le|gli|ne)|[ae]ndo|at[aeio])$")
"""Those that may leave a stem of three letters («lav»)."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of an index in their order, with the root, the stem and the undoubled form of each.

    `by_root`, `by_stem`, `by_letter` and `by_undoubled` have the places of the words, `by_letter` by their first one.
    `automaton` has the undoubled words.
    """

    words: tuple[str, ...]
    roots: tuple[str, ...]
    undoubled: tuple[str, ...]
    by_root: Mapping[str, tuple[int, ...]]
    by_stem: Mapping[str, tuple[int, ...]]
    by_letter: Mapping[str, tuple[int, ...]]
    by_undoubled: Mapping[str, tuple[int, ...]]
    automaton: TokenSet


def terms_of(words: Iterable[str]) -> Terms:
    """The words made ready for `expand`."""
    listed = tuple(words)
    roots = tuple(map(root, listed))
    undoubled = tuple(map(undouble, listed))
    by_undoubled = _places(undoubled)
    return Terms(
        words=listed,
        roots=roots,
        undoubled=undoubled,
        by_root=_places(roots),
        by_stem=_places(map(stem, listed)),
        by_letter=_places(word[0] for word in listed),
        by_undoubled=by_undoubled,
        automaton=TokenSet.from_list(sorted(by_undoubled)),
    )


def _places(keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        found.setdefault(key, []).append(place)
    return {key: tuple(places) for key, places in found.items()}


@lru_cache(maxsize=65_536)
def root(word: str) -> str:
    """The word without final vowels and the h of a plural (amica, amiche: amic); three letters stay."""
    bare = word.rstrip("aeiou")
    if bare.endswith("h"):
        bare = bare[:-1]
    return bare if len(bare) >= 3 else word


def stem(word: str) -> str:
    """The word without the ending of a verb or of a noun made from it (lavarsi: lav; assistenza: assist)."""
    bare = _ENDING.sub("", word)
    if len(bare) < 4:
        bare = _SHORT_ENDINGS.sub("", word)
    return root(bare) if len(bare) >= 3 else root(word)


def undouble(word: str) -> str:
    """The word with doubled letters once: the commonest slip in Italian («afitto», «asegno», «dissabile»)."""
    return _DOUBLED.sub(r"\1", word)


def slips_allowed(length: int) -> int:
    """How many slips a word of this many letters may have: a short word means what it says."""
    return 0 if length < 4 else 1 if length < 8 else 2


def expand(word: str, terms: Terms, unfinished: bool, unknown: bool) -> dict[int, float]:
    """The words of the index that `word` may mean, by place, each with a weight up to 1.

    `unfinished`: it is the last word, which may still be being typed. `unknown`: no index and no synonym has
    it, so it may be a slip.
    """
    found = same_root(word, terms)
    if not word.isalpha():
        if unfinished and len(word) > 1:
            for place in _beginning(word, terms):
                found.setdefault(place, TYPED_SO_FAR)
        return found
    for place in terms.by_stem.get(stem(word), ()):
        found.setdefault(place, STEM)
    sure = bool(found)
    if unfinished or len(word) >= _ENOUGH_TO_BEGIN:
        for place in _beginning(word, terms):
            found.setdefault(place, TYPED_SO_FAR if unfinished else BEGINNING)
            sure = sure or unfinished
    for place in _kin(root(word), terms):
        found.setdefault(place, KIN)
    if unknown and not sure:
        found.update(_slips(word, terms, unfinished))
    return found


def same_root(word: str, terms: Terms) -> dict[int, float]:
    """The word of the index that is `word` in any number."""
    return dict.fromkeys(terms.by_root.get(root(word), ()), SAME)


def _beginning(start: str, terms: Terms) -> list[int]:
    """The words that begin with some letters."""
    found = _looked_up(TokenSet.from_string(undouble(start) + "*"), terms)
    return [place for place in found if terms.words[place].startswith(start)]


def _kin(bare: str, terms: Terms) -> list[int]:
    """The words of the same family as a root: most of their letters, from the first on."""
    if len(bare) < _SHARED_BY_KIN:
        return []
    return [
        place
        for place in _beginning(bare[:_SHARED_BY_KIN], terms)
        if _shared(bare, terms.roots[place]) >= 0.6 * max(len(bare), len(terms.roots[place]))
    ]


def _looked_up(wanted: TokenSet, terms: Terms) -> list[int]:
    """The places, in order, of the words whose undoubled form the wanted automaton takes."""
    found = terms.automaton.intersect(wanted).to_list()
    return sorted(place for bare in found for place in terms.by_undoubled[bare])


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common from the start."""
    length = min(len(one), len(other))
    return next((place for place in range(length) if one[place] != other[place]), length)


def slips_between(word: str, other: str, allowed: int) -> int:
    """Letters missing, added, changed or swapped (optimal string alignment); at most allowed + 1."""
    return OSA.distance(undouble(word), undouble(other), score_cutoff=allowed)


def _slips(word: str, terms: Terms, unfinished: bool) -> dict[int, float]:
    """The words fewest slips away. Short words must begin alike: there are too many others one slip away."""
    allowed = slips_allowed(len(word))
    if len(word) < 4:
        return {}
    bare = undouble(word)
    for most in range(1, allowed + 1):
        fewest: dict[int, list[int]] = {}
        for place in _looked_up(TokenSet.from_fuzzy_string(bare, most), terms):
            other = terms.undoubled[place]
            slips = OSA.distance(bare, other, score_cutoff=most)
            if slips <= most and (len(word) >= _SURE_BEGINNING or other[0] == word[0]):
                fewest.setdefault(slips, []).append(place)
        if fewest:
            slips = min(fewest)
            return dict.fromkeys(fewest[slips], SLIPS[slips])
    if not unfinished or len(word) < 5:
        return {}
    return dict.fromkeys(_half_typed(word[0], bare, terms), HALF_TYPED_SLIP)


def _half_typed(letter: str, bare: str, terms: Terms) -> Iterator[int]:
    for place in terms.by_letter.get(letter, ()):
        other = terms.undoubled[place]
        if len(other) > len(bare) and any(
            OSA.distance(bare, other[: len(bare) + more], score_cutoff=1) <= 1 for more in (-1, 0, 1)
        ):
            yield place


def nearest(word: str, terms: Terms, most: int) -> tuple[str, ...]:
    """The words most like `word`, for «forse cercavi»: up to three slips, fewest first, then by alphabet."""
    candidates = (
        (OSA.distance(undouble(word), other, score_cutoff=3), term)
        for term, other in zip(terms.words, terms.undoubled, strict=True)
        if term.isalpha() and len(term) >= 4
    )
    close = sorted((slips for slips in candidates if slips[0] <= min(3, len(word) // 2)), key=lambda pair: pair[0])
    return tuple(term for _, term in close[:most])
