"""The words of an index and their places as two short strings: the same as in `unpack.js`.

- Words in their order, each as how many letters it has in common with the one before it and the rest of it
  («affidi affido» is «0affidi 5o»).
- Places, for each word: a capital letter for each field (A is the first), after it the documents, each as how far it
  is from the one before it, with full stops between («A0.3B5»). Numbers are in base 36.

With gzip this is an eighth less than lists of numbers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST_SHARED = len(_DIGITS) - 1
_FIELD = re.compile("([A-Z])([^A-Z]*)")

Places = Mapping[int, Sequence[int]]
"""By field, the documents of a word, ascending."""


def pack_words(words: Iterable[str]) -> str:
    """Sorted words as one string."""
    packed, before = [], ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(before), _MOST_SHARED) and word[shared] == before[shared]:
            shared += 1
        packed.append(_DIGITS[shared] + word[shared:])
        before = word
    return " ".join(packed)


def unpack_words(packed: str) -> Iterator[str]:
    """The words that `pack_words` packed."""
    word = ""
    for piece in packed.split():
        word = word[: int(piece[0], 36)] + piece[1:]
        yield word


def pack_places(places: Iterable[Places]) -> str:
    """The places of the words, in the words' order, as one string."""
    return " ".join(
        "".join(f"{chr(ord('A') + field)}{_steps(documents)}" for field, documents in sorted(of_word.items()))
        for of_word in places
    )


def unpack_places(packed: str) -> Iterator[dict[int, list[int]]]:
    """The places that `pack_places` packed."""
    for of_word in packed.split():
        found: dict[int, list[int]] = {}
        for field, steps in _FIELD.findall(of_word):
            document, documents = 0, []
            for step in steps.split("."):
                document += int(step, 36)
                documents.append(document)
            found[ord(field) - ord("A")] = documents
        yield found


def _steps(documents: Sequence[int]) -> str:
    before = (0, *documents)
    return ".".join(_base_36(document - last) for document, last in zip(documents, before, strict=False))


def _base_36(number: int) -> str:
    text = _DIGITS[number % 36]
    while number := number // 36:
        text = _DIGITS[number % 36] + text
    return text
