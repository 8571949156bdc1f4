"""What a text says there is not: «non mangia», «senza soldi», «non ho una casa». The same as `negation.js`.

Who tells of trouble tells what is missing, and the missing thing by itself says little («casa», «figli», «parla»). So
the first word with a meaning after a negation is a term of its own too, in the expressions that lead to a concept and
in what is typed: its stem after a sign that no word has («-cas»).
"""

from collections.abc import Collection, Iterator

from generator.search.terms import stem
from generator.search.tokens import stop_words

_NEGATIONS = frozenset(("non", "senza", "nessun", "nessuna", "nun"))
_SIGN = "-"


def missing(words: Collection[str]) -> Iterator[str]:
    """What some words, stop words too, say there is not."""
    if _NEGATIONS.isdisjoint(words):
        return
    stop = stop_words()
    denied = False
    for word in words:
        if word in _NEGATIONS:
            denied = True
        elif denied and word not in stop:
            yield word
            denied = False


def term_of_missing(word: str) -> str:
    """The term that says that there is not what a word means."""
    return _SIGN + stem(word)
