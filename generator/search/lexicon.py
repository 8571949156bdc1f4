"""What a search needs to know beside the indexes: `indice.json`, made here, read here and in `lexicon.js`.

It is small and loaded first: from the Comune it says which Ambito's index to load.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TypedDict, cast

from generator.catalogue import Catalogue, folder_of, key_of
from generator.model.vocabolario import NumeroUtile, Sinonimo
from generator.search.concepts import Concepts, concepts_of, packed_concepts
from generator.search.dialects import Dialects, dialects
from generator.search.index import FORMAT
from generator.search.names import names_of_enti
from generator.search.terms import root, stem
from generator.search.tokens import Phrase, stop_words, tokens, words

BOTH_WAYS = 0.9
ONE_WAY = 0.9
DANGER = "emergenza"
"""The `emergenza` of the number for whoever is in danger now."""

_AS_IT_IS = 3
"""Words of so few letters have no other number in a synonym."""
_SHORTEST_VERB = 4
"""Stems of fewer letters are those of too many words."""
_SHORT_NAME = 5
"""From how many letters the first word of a Comune's name stands for it («Lentate»), if no other has it."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Who types one of `typed` also looks for each of `meant`, which counts `weight` times as much."""

    typed: tuple[Phrase, ...]
    meant: tuple[Phrase, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Synonyms with the roots of their words, names of Comuni and enti with their ids, sensitive phrases.

    Each sensitive phrase has the emergency it speaks of. `doors` has, by Ambito, the address of the desk that
    helps whoever does not know whom to ask.
    """

    synonyms: tuple[Synonym, ...]
    openings: dict[str, tuple[tuple[Phrase, int], ...]]
    """By the root of its first word, each phrase that can be typed and the place of its synonym."""
    comuni: tuple[tuple[Phrase, str], ...]
    enti: tuple[tuple[Phrase, str], ...]
    doors: dict[str, str]
    sensitive: tuple[tuple[Phrase, str], ...]
    ambito_of: dict[str, str]
    roots: frozenset[str]
    """Of the words of the synonyms and of the concepts: who types one of them makes no slip."""
    concepts: Concepts
    dialects: Dialects
    bodies: tuple[Phrase, ...]
    """What only who writes for a body says."""
    weak: frozenset[str]
    weak_verbs: frozenset[str]
    """Words, and stems of verbs, that say little."""


def build_lexicon(catalogue: Catalogue, indexes: Iterable[str]) -> bytes:
    """The JSON (UTF-8) of `indice.json`. `indexes`: the names of the site's indexes, Ambiti and `pagine`."""
    whole = {
        "versione": FORMAT,
        "indici": list(indexes),
        "ambiti": [
            {"id": ambito.id, "nome": ambito.nome_breve, **_first_door(catalogue, ambito.id)}
            for ambito in sorted(catalogue.ambiti.values(), key=lambda ambito: ambito.id)
        ],
        "comuni": [
            {"id": comune.id, "nome": comune.nome, "ambito": comune.ambito}
            for comune in sorted(catalogue.comuni.values(), key=lambda comune: (comune.nome, comune.id))
        ],
        "enti": {
            ente: {"nome": catalogue.enti[ente].nome, "nomi": names} for ente, names in names_of_enti(catalogue).items()
        },
        "concetti": packed_concepts(catalogue),
        "aree": {area.id: area.nome for area in catalogue.aree.values()},
        "destinatari": {one.id: one.nome for one in catalogue.destinatari.values()},
        "vuote": sorted(stop_words()),
        "deboli": dict(zip(("parole", "verbi"), map(sorted, weak_words()), strict=True)),
        "sinonimi": "\n".join(_packed(one) for one in catalogue.sinonimi.values()),
        "sensibili": [{"emergenza": name, **group} for name, group in sensitive_words().items()],
        "enti_che_scrivono": bodies_words(),
        "numeri": [
            {
                "numero": one.numero,
                "nome": one.nome,
                "a_che_serve": one.a_che_serve,
                "emergenza": one.emergenza,
            }
            for one in catalogue.numeri_utili.values()
            if one.emergenza
        ],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


class SensitiveGroup(TypedDict):
    """Phrases that put the numbers of an emergency first; with `pericolo`, that for any danger too."""

    pericolo: bool
    parole: list[str]


def sensitive_words() -> dict[str, SensitiveGroup]:
    """The groups of sensitive phrases, by emergency: `sensitive-words.toml`."""
    return cast(dict[str, SensitiveGroup], _lists("sensitive-words.toml"))


def bodies_words() -> list[str]:
    """What only who writes for a body says: `bodies-words.toml`."""
    return [expression for group in _lists("bodies-words.toml").values() for expression in group]


def weak_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that say little, and the stems of such verbs: `weak-words.toml`."""
    groups: dict[str, list[str]] = _lists("weak-words.toml")
    verbs = groups.pop("verbi")
    words_alone = frozenset(word for group in groups.values() for word in group)
    return words_alone | frozenset(verbs), frozenset(cut for cut in map(stem, verbs) if len(cut) >= _SHORTEST_VERB)


def _lists(file: str) -> dict[str, Any]:
    return tomllib.loads(files("generator.search").joinpath(file).read_text("utf-8"))


def emergency_numbers(catalogue: Catalogue, emergencies: Iterable[str]) -> tuple[NumeroUtile, ...]:
    """The numbers to show before the results: that for danger first, then those of each emergency."""
    groups = sensitive_words()
    named = tuple(emergencies)
    wanted = (DANGER, *named) if any(groups[name]["pericolo"] for name in named) else named
    every = catalogue.numeri_utili.values()
    return tuple(number for name in wanted for number in every if number.emergenza == name)


def lexicon_of(whole: dict[str, Any]) -> Lexicon:
    """The lexicon that `indice.json` holds."""
    synonyms = tuple(_synonym(line) for line in whole["sinonimi"].splitlines())
    phrases = [phrase for one in synonyms for phrase in (*one.typed, *one.meant)]
    sensitive = [(group["emergenza"], words(text)) for group in whole["sensibili"] for text in group["parole"]]
    openings: dict[str, list[tuple[Phrase, int]]] = {}
    for place, one in enumerate(synonyms):
        for phrase in one.typed:
            openings.setdefault(root(phrase[0]), []).append((phrase, place))
    concepts = concepts_of(whole["concetti"])
    return Lexicon(
        synonyms=synonyms,
        openings={opening: tuple(found) for opening, found in openings.items()},
        comuni=_names(whole["comuni"]),
        enti=tuple((tuple(name.split()), id) for id, ente in whole["enti"].items() for name in ente["nomi"]),
        doors={ambito["id"]: ambito["sportello"]["url"] for ambito in whole["ambiti"] if "sportello" in ambito},
        sensitive=tuple((tuple(phrase), emergency) for emergency, phrase in sensitive),
        ambito_of={comune["id"]: comune["ambito"] for comune in whole["comuni"]},
        roots=frozenset((*(root(word) for phrase in phrases for word in phrase), *concepts.terms.roots)),
        concepts=concepts,
        dialects=dialects(),
        bodies=tuple(tuple(words(text)) for text in whole["enti_che_scrivono"]),
        weak=frozenset(whole["deboli"]["parole"]),
        weak_verbs=frozenset(whole["deboli"]["verbi"]),
    )


def _first_door(catalogue: Catalogue, ambito: str) -> dict[str, Any]:
    """The desk where to ask when the search finds nothing."""
    desk = catalogue.ambiti[ambito].segretariato_sociale
    if desk is None:
        return {}
    scheda = catalogue.scheda(ambito, desk)
    return {"sportello": {"nome": scheda.nome, "url": f"{folder_of(scheda)}/{key_of(scheda)}/"}}


def _packed(synonym: Sinonimo) -> str:
    """The tokens of a synonym's phrases: `one|other` if they are equal, else `typed>meant|meant`."""
    if synonym.uguali:
        return _joined(synonym.uguali)
    return f"{_joined(synonym.cerca)}>{_joined(synonym.trova)}"


def _joined(texts: Iterable[str]) -> str:
    """The phrases, each once: singular and plural are one, and stop words do not count."""
    phrases = (tuple(tokens(text)) for text in texts)
    by_root = {tuple(root(word) if len(word) > _AS_IT_IS else word for word in words): words for words in phrases}
    return "|".join(" ".join(words) for words in by_root.values() if words)


def _synonym(line: str) -> Synonym:
    typed, _, meant = line.partition(">")
    if not meant:
        return Synonym(_phrases(typed), _phrases(typed), BOTH_WAYS)
    return Synonym(_phrases(typed), _phrases(meant), ONE_WAY)


def _phrases(joined: str) -> tuple[Phrase, ...]:
    return tuple(tuple(phrase.split()) for phrase in joined.split("|") if phrase)


def _names(comuni: list[dict[str, str]]) -> tuple[tuple[Phrase, str], ...]:
    """The whole names, and the first words that mean one Comune only."""
    whole = [(tuple(tokens(comune["nome"])), comune["id"]) for comune in comuni]
    first = Counter(name[0] for name, _ in whole)
    short = [
        (name[:1], comune)
        for name, comune in whole
        if len(name) > 1 and first[name[0]] == 1 and len(name[0]) >= _SHORT_NAME
    ]
    return (*whole, *short)
