"""Random people: answers to every fact, some exact, some wide, some missing."""

import random
from collections.abc import Iterable, Mapping
from decimal import Decimal

from generator.eligibility.answers import ELSEWHERE, SHAPES, Answer, Choice, Marks, Span, Spans, values_of
from generator.model.guida import Fatto

AGES = (
    0,
    1,
    2,
    3,
    6,
    7,
    10,
    11,
    12,
    13,
    14,
    15,
    16,
    17,
    18,
    19,
    21,
    22,
    25,
    26,
    34,
    35,
    36,
    45,
    59,
    60,
    64,
    65,
    66,
    80,
    101,
)
AMOUNTS = ("0", "2999.99", "3000", "3000.01", "6000", "9360", "9360.01", "25000", "150000.55")
COUNTS = (0, 1, 2, 3, 5)
PERCENT = (0, 33, 34, 45, 46, 73, 74, 75, 99, 100)
KEPT = 40


def answers_to(fatto: Fatto, comuni: Iterable[str], chance: random.Random) -> tuple[Answer, ...]:
    """Some answers to a fact, among them every exact one that the catalogue can tell apart."""
    key, shape = fatto.chiave, SHAPES[fatto.chiave]
    if shape is Spans:
        return (Spans(), *(Spans(tuple(_age(chance) for _ in range(1 + n % 3))) for n in range(KEPT)))
    if shape is Span:
        numbers = {"eta": AGES, "isee": AMOUNTS, "invalidita": PERCENT}.get(key, COUNTS)
        exact = [Decimal(str(number)) for number in numbers]
        return (*(Span(one, one) for one in exact), *(_wide(exact, chance) for _ in range(12)))
    if shape is Choice:
        words = (*comuni, ELSEWHERE) if key == "residenza" else values_of(fatto)
        exact_words = [Choice(frozenset({word})) for word in words]
        return (*exact_words, *(Choice(frozenset(chance.sample(words, 2))) for _ in range(3)))
    words = values_of(fatto)
    found = [
        Marks(frozenset(word for word in words if chance.random() < 0.25), chance.random() < 0.7) for _ in range(KEPT)
    ]
    return (Marks(), Marks(sure=False), *found)


def _age(chance: random.Random) -> Span:
    low = chance.choice(AGES)
    return Span(Decimal(low), chance.choice((Decimal(low), Decimal(low + chance.choice((1, 3, 8))), None)))


def _wide(numbers: list[Decimal], chance: random.Random) -> Span:
    low, high = sorted(chance.choices(numbers, k=2))
    return Span(low, chance.choice((high, None)))


def pools(fatti: Mapping[str, Fatto], comuni: Iterable[str], seed: int) -> dict[str, tuple[Answer, ...]]:
    """The answers each fact may have."""
    chance, where = random.Random(seed), tuple(comuni)
    return {id: answers_to(fatto, where, chance) for id, fatto in fatti.items()}


def places(found: Mapping[str, tuple[Answer, ...]], number: int, seed: int, missing: float = 0.35) -> list[list[int]]:
    """People, each as the place of their answer to each fact; -1 for none."""
    chance = random.Random(seed)
    sizes = [len(answers) for answers in found.values()]
    return [[-1 if chance.random() < missing else chance.randrange(size) for size in sizes] for _ in range(number)]


def person_at(where: Iterable[int], found: Mapping[str, tuple[Answer, ...]]) -> dict[str, Answer]:
    """The answers at some places."""
    return {fact: answers[place] for (fact, answers), place in zip(found.items(), where, strict=True) if place >= 0}
