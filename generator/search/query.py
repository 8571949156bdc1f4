"""What somebody typed, understood: the same as `query.js`.

A search is a list of ideas. An idea is what was typed, one word or a compound that the synonyms know («casa
popolare»), and the other ways to say it; or what the words say there is not («senza soldi»). The name of a Comune or
of an ente is not an idea but a filter, which the page shows and lets one undo; a Comune chosen on the page holds
before one read in the text.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.search.dialects import in_italian
from generator.search.lexicon import Lexicon
from generator.search.negation import missing, term_of_missing
from generator.search.terms import root, slips_allowed, slips_between, stem
from generator.search.tokens import Phrase, stop_words, words

EVERY = "tutti"
"""The value of the Comune, or of the ente, by which a reader says: the one in my words is no filter."""

MOST_LETTERS = 300
MOST_WORDS = 24
"""Beyond these a text is not a search; what follows is left out."""
_DIGITS_OF_AN_AGE = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say an idea. `typed`: the reader's own, so its words may be slips or unfinished."""

    words: Phrase
    weight: float
    typed: bool


@dataclass(frozen=True, slots=True)
class Idea:
    """What was typed and its synonyms. `unfinished`: its last word may still be being typed; `weak`: it says little."""

    wordings: tuple[Wording, ...]
    unfinished: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A search. `recognised` is the Comune read in the text, `comune` the one that holds, `ambito` its own.

    `sensitive` are the emergencies it speaks of; `unknown` the words that no index and no synonym has.
    `ente` is the one that holds. `everything`: it asks for nothing in particular, only for a Comune, for an ente
    or for all there is; `lost`: it asks, but no word says for what («non so a chi chiedere»).
    `body`: who writes speaks for a body, not for themselves («la nostra cooperativa vorrebbe»).
    """

    words: Phrase
    ideas: tuple[Idea, ...]
    comune: str | None
    ambito: str | None
    recognised: str | None
    sensitive: tuple[str, ...]
    unknown: frozenset[str]
    everything: bool
    ente: str | None
    lost: bool
    body: bool


def understand(
    text: str, lexicon: Lexicon, comune: str | None, known: Callable[[str], bool], ente: str | None = None
) -> Question:
    """The question that a text asks. `known` tells the roots of the indexes' words: those are no slips.

    `comune` and `ente` are those of the page: an id, EVERY, or nothing. A text with a word that nobody knows may be
    in dialect: then it is the question that its Italian asks.
    """
    typed = words(text[:MOST_LETTERS])[:MOST_WORDS]
    open_end = text[-1:].isalnum()
    question = _understood(typed, open_end, lexicon, comune, known, ente)
    if not question.unknown:
        return question
    turned = in_italian(typed, lexicon.dialects, question.unknown)[:MOST_WORDS]
    if not turned or turned == typed:
        return question
    italian = _understood(turned, open_end and turned[-1:] == typed[-1:], lexicon, comune, known, ente)
    return replace(italian, sensitive=tuple(dict.fromkeys((*question.sensitive, *italian.sensitive))))


def _understood(
    typed: Sequence[str],
    open_end: bool,
    lexicon: Lexicon,
    comune: str | None,
    known: Callable[[str], bool],
    ente: str | None,
) -> Question:
    """The question that some words ask. `open_end`: the last one may still be being typed."""
    stop = stop_words()
    meant = [word for word in typed if word not in stop]
    unfinished = bool(typed) and open_end and typed[-1] not in stop
    ente, start, end = _named_in(meant, lexicon.enti) if ente is None else (ente, 0, 0)
    unfinished = unfinished and not start < end == len(meant)
    meant = meant[:start] + meant[end:]
    called = bool(ente) and ente != EVERY
    given = comune if comune in lexicon.ambito_of else None
    recognised, start, end = _named_in(meant, lexicon.comuni)
    if given or comune == EVERY:
        recognised = None
    if recognised or given or end - start < len(meant):
        unfinished = unfinished and end < len(meant)
        meant = meant[:start] + meant[end:]
    unknown = frozenset(word for word in meant if not known(root(word)) and root(word) not in lexicon.roots)
    about = recognised or given
    return Question(
        words=tuple(meant),
        ideas=(*_ideas(meant, lexicon, unfinished, unknown), *_missing(typed, lexicon)),
        comune=about,
        ambito=lexicon.ambito_of.get(about or ""),
        recognised=recognised,
        sensitive=_emergencies(typed, lexicon),
        unknown=unknown,
        everything=not meant and (end > start or called or not typed),
        ente=ente if called else None,
        lost=not meant and bool(typed) and end == start and not called,
        body=_for_a_body(typed, lexicon, unknown),
    )


def comune_in(text: str, lexicon: Lexicon, comune: str | None) -> str | None:
    """The Comune that a search is about, before any index is there: it says which index to load."""
    return understand(text, lexicon, comune, lambda _: True).comune


def _named_in(meant: Sequence[str], names: Sequence[tuple[Phrase, str]]) -> tuple[str | None, int, int]:
    """What the longest of the names among the words means, and from which to which place it stands."""
    found: tuple[str | None, int, int] = (None, 0, 0)
    for name, meaning in names:
        length = len(name)
        if length > found[2] - found[1]:
            place = next((i for i in range(len(meant) - length + 1) if tuple(meant[i : i + length]) == name), None)
            if place is not None:
                found = (meaning, place, place + length)
    return found


def _ideas(meant: Sequence[str], lexicon: Lexicon, unfinished: bool, unknown: frozenset[str]) -> Iterator[Idea]:
    place = 0
    while place < len(meant):
        said = [pair for pair in _openings(meant[place], lexicon, unknown) if _says(meant, place, pair[0], unknown)]
        length = max((len(phrase) for phrase, _ in said), default=1)
        own = tuple(meant[place : place + length])
        matched: dict[int, set[Phrase]] = {}
        for phrase, synonym in said:
            if len(phrase) == length:
                matched.setdefault(synonym, set()).add(phrase)
        others: dict[Phrase, float] = {}
        for synonym, phrases in sorted(matched.items()):
            one = lexicon.synonyms[synonym]
            for phrase in one.meant:
                weight = 1.0 if phrase in phrases else one.weight
                others[phrase] = max(weight, others.get(phrase, 0))
        others.pop(own, None)
        wordings = (
            Wording(own, 1, True),
            *(Wording(phrase, weight, False) for phrase, weight in others.items()),
        )
        place += length
        yield Idea(wordings, unfinished and place == len(meant), length == 1 and _weak(own[0], lexicon))


def _missing(typed: Sequence[str], lexicon: Lexicon) -> Iterator[Idea]:
    """What the words, or others that mean the same, say there is not, where some concept is about that."""
    for word in dict.fromkeys(missing(typed)):
        terms = {term_of_missing(word): 1.0}
        for phrase, synonym in lexicon.openings.get(root(word), ()):
            if len(phrase) == 1 and _same(phrase[0], word, frozenset()):
                one = lexicon.synonyms[synonym]
                for other in one.meant:
                    if len(other) == 1:
                        terms.setdefault(term_of_missing(other[0]), one.weight)
        wordings = tuple(
            Wording((term,), weight, False)
            for term, weight in terms.items()
            if root(term) in lexicon.concepts.terms.by_root
        )
        if wordings:
            yield Idea(wordings, False, False)


def _weak(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says little: a common one, or a number of two digits, which is an age."""
    age = word.isdigit() and len(word) <= _DIGITS_OF_AN_AGE
    return age or word in lexicon.weak or stem(word) in lexicon.weak_verbs


def _openings(word: str, lexicon: Lexicon, unknown: frozenset[str]) -> Iterator[tuple[Phrase, int]]:
    """The phrases that may begin with this word; for an unknown word, also those that begin much like it."""
    if word in unknown:
        for opening, found in lexicon.openings.items():
            if opening[0] == word[0]:
                yield from found
    else:
        yield from lexicon.openings.get(root(word), ())


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


def _for_a_body(typed: Sequence[str], lexicon: Lexicon, unknown: frozenset[str]) -> bool:
    """Whether the words are those of who writes for a body, also misspelled."""
    return any(_says(typed, place, phrase, unknown) for phrase in lexicon.bodies for place in range(len(typed)))


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
