"""The words of an index and their places as two short strings: the same as in `packing.js`.

- Words in their order, each as how many letters it has in common with the one before it, said by a capital letter
  (A is none), and the rest of it («AaffidiFo» is «affidi affido»). The tokenizer leaves no capital in a word.
- Places, for each word: a capital letter for each field, from A on for its first one and from N on for the others,
  after it the documents, each as one sign that says how far it is from the one before it («AadOb» is the documents 0
  and 3 of the first field and 1 of the second).

With gzip this is about a third less than lists of words and of numbers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_SHARED = len(_CAPITALS) - 1
_FIELDS = len(_CAPITALS) // 2
_STEPS = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,-./:;<=>?@[]^_{|}~'"
"""The signs for steps from 0 on: none that JSON must escape, and no capital letter."""
_FAR = "`"
"""So many steps as there are signs: it stands before the sign of a longer way."""
_PIECE = re.compile("[A-Z][^A-Z]*")

Places = Mapping[int, Sequence[int]]
"""By field, the documents of a word, ascending."""


def pack_words(words: Iterable[str]) -> str:
    """Sorted words, without capitals, as one string."""
    packed, before = [], ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(before), _MOST_SHARED) and word[shared] == before[shared]:
            shared += 1
        packed.append(_CAPITALS[shared] + word[shared:])
        before = word
    return "".join(packed)


def unpack_words(packed: str) -> Iterator[str]:
    """The words that `pack_words` packed."""
    word = ""
    for piece in _PIECE.findall(packed):
        word = word[: _CAPITALS.index(piece[0])] + piece[1:]
        yield word


def pack_places(places: Iterable[Places]) -> str:
    """The places of the words, in the words' order, as one string. Each word has one; no field is past the 13th."""
    return "".join(
        _CAPITALS[field + (_FIELDS if other else 0)] + _steps(documents)
        for of_word in places
        for other, (field, documents) in enumerate(sorted(of_word.items()))
    )


def unpack_places(packed: str) -> Iterator[dict[int, list[int]]]:
    """The places that `pack_places` packed."""
    found: dict[int, list[int]] = {}
    for piece in _PIECE.findall(packed):
        other, field = divmod(_CAPITALS.index(piece[0]), _FIELDS)
        if found and not other:
            yield found
            found = {}
        document, documents = 0, []
        for sign in piece[1:]:
            if sign == _FAR:
                document += len(_STEPS)
            else:
                document += _STEPS.index(sign)
                documents.append(document)
        found[field] = documents
    if found:
        yield found


def _steps(documents: Sequence[int]) -> str:
    ways = (document - last for document, last in zip(documents, (0, *documents), strict=False))
    return "".join(_FAR * (way // len(_STEPS)) + _STEPS[way % len(_STEPS)] for way in ways)
