"""What somebody typed, understood: the same as `query.js`.

A search is a list of ideas. An idea is what was typed, one word or a compound that the synonyms know («casa
popolare»), and the other ways to say it. The name of a Comune is not an idea but a filter, which the page
shows and lets one undo; a Comune chosen on the page holds before one read in the text.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.search.lexicon import Lexicon, Phrase
from generator.search.terms import root, slips_allowed, slips_between
from generator.search.tokens import stop_words, words

EVERY_COMUNE = "tutti"
"""The value of the Comune by which a reader says: the Comune in my words is no filter."""

MOST_LETTERS = 300
MOST_WORDS = 24
"""Beyond these a text is not a search; what follows is left out."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say an idea. `typed`: the reader's own, so its words may be slips or unfinished."""

    words: Phrase
    weight: float
    typed: bool


@dataclass(frozen=True, slots=True)
class Idea:
    """What was typed and its synonyms. `unfinished`: its last word may still be being typed."""

    wordings: tuple[Wording, ...]
    unfinished: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A search. `recognised` is the Comune read in the text, `comune` the one that holds, `ambito` its own.

    `sensitive` are the emergencies it speaks of; `unknown` the words that no index and no synonym has.
    `everything`: it asks for nothing in particular, only for a Comune or for all there is.
    """

    words: Phrase
    ideas: tuple[Idea, ...]
    comune: str | None
    ambito: str | None
    recognised: str | None
    sensitive: tuple[str, ...]
    unknown: frozenset[str]
    everything: bool


def understand(text: str, lexicon: Lexicon, comune: str | None, known: Callable[[str], bool]) -> Question:
    """The question that a text asks. `known` tells the roots of the indexes' words: those are no slips."""
    typed = words(text[:MOST_LETTERS])[:MOST_WORDS]
    stop = stop_words()
    meant = [word for word in typed if word not in stop]
    unfinished = bool(typed) and text[-1:].isalnum() and typed[-1] not in stop
    given = comune if comune in lexicon.ambito_of else None
    recognised, start, end = _comune_in(meant, lexicon)
    if given or comune == EVERY_COMUNE:
        recognised = None
    if recognised or given or end - start < len(meant):
        unfinished = unfinished and end < len(meant)
        meant = meant[:start] + meant[end:]
    unknown = frozenset(word for word in meant if not known(root(word)) and root(word) not in lexicon.roots)
    about = recognised or given
    return Question(
        words=tuple(meant),
        ideas=tuple(_ideas(meant, lexicon, unfinished, unknown)),
        comune=about,
        ambito=lexicon.ambito_of.get(about or ""),
        recognised=recognised,
        sensitive=_emergencies(typed, lexicon),
        unknown=unknown,
        everything=not meant and (end > start or not typed),
    )


def comune_in(text: str, lexicon: Lexicon, comune: str | None) -> str | None:
    """The Comune that a search is about, before any index is there: it says which index to load."""
    return understand(text, lexicon, comune, lambda _: True).comune


def _comune_in(meant: Sequence[str], lexicon: Lexicon) -> tuple[str | None, int, int]:
    """The Comune with the longest name among the words, and from which to which place it stands."""
    found: tuple[str | None, int, int] = (None, 0, 0)
    for name, comune in lexicon.comuni:
        length = len(name)
        if length > found[2] - found[1]:
            place = next((i for i in range(len(meant) - length + 1) if tuple(meant[i : i + length]) == name), None)
            if place is not None:
                found = (comune, place, place + length)
    return found


def _ideas(meant: Sequence[str], lexicon: Lexicon, unfinished: bool, unknown: frozenset[str]) -> Iterator[Idea]:
    place = 0
    while place < len(meant):
        length = max(
            (len(phrase) for one in lexicon.synonyms for phrase in one.typed if _says(meant, place, phrase, unknown)),
            default=1,
        )
        own = tuple(meant[place : place + length])
        others: dict[Phrase, float] = {}
        for one in lexicon.synonyms:
            said = [phrase for phrase in one.typed if len(phrase) == length and _says(meant, place, phrase, unknown)]
            if said:
                for phrase in one.meant:
                    weight = 1.0 if phrase in said else one.weight
                    others[phrase] = max(weight, others.get(phrase, 0))
        others.pop(own, None)
        wordings = (
            Wording(own, 1, True),
            *(Wording(phrase, weight, False) for phrase, weight in others.items()),
        )
        place += length
        yield Idea(wordings, unfinished and place == len(meant))


def _says(meant: Sequence[str], place: int, phrase: Phrase, unknown: frozenset[str]) -> bool:
    """Whether the words from `place` on are this phrase, in any number, or misspelled if unknown."""
    if place + len(phrase) > len(meant):
        return False
    return all(_same(word, meant[place + i], unknown) for i, word in enumerate(phrase))


def _same(word: str, typed: str, unknown: frozenset[str]) -> bool:
    if word == typed or (len(word) >= 4 and root(word) == root(typed)):
        return True
    if len(typed) < 5 or not typed.isalpha() or typed[0] != word[0] or typed not in unknown:
        return False
    allowed = slips_allowed(len(typed))
    return slips_between(typed, word, allowed) <= allowed


def _emergencies(typed: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The emergencies that the words speak of, each once. Stop words count: «mi segue» is not «segue»."""
    found = (
        emergency
        for phrase, emergency in lexicon.sensitive
        if any(_alarming(phrase, typed[i : i + len(phrase)]) for i in range(len(typed) - len(phrase) + 1))
    )
    return tuple(dict.fromkeys(found))


def _alarming(phrase: Phrase, typed: Sequence[str]) -> bool:
    """Whether the words are this phrase; long ones also half typed or misspelled: better once too often."""
    for word, other in zip(phrase, typed, strict=True):
        half_typed = len(other) >= 6 and word.startswith(other)
        misspelled = len(word) >= 8 and slips_between(word, other, 1) <= 1
        if not (word == other or (len(word) >= 5 and root(word) == root(other)) or half_typed or misspelled):
            return False
    return True
