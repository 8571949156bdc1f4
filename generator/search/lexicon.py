"""What every search needs to know beside the indexes: `indice.json`, made here and read here and in `lexicon.js`.

It is small and loaded first: from the Comune it says which Ambito's index to load.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from generator.catalogue import Catalogue, folder_of, key_of
from generator.model.vocabolario import NumeroUtile
from generator.search.index import FORMAT
from generator.search.tokens import stop_words, tokens, words

Phrase = tuple[str, ...]

BOTH_WAYS = 0.8
ONE_WAY = 0.6
DANGER = "pericolo"
"""The `emergenza` of the numbers that are shown for every sensitive word."""

_SHORT_NAME = 5
"""The first word of a Comune's name stands for all of it («Lentate») from this many letters on, if no other has it."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Who types one of `typed` also looks for each of `meant`, which counts `weight` times as much."""

    typed: tuple[Phrase, ...]
    meant: tuple[Phrase, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Synonyms, names of Comuni (each with its id), sensitive phrases (each with its emergency) and their numbers."""

    synonyms: tuple[Synonym, ...]
    comuni: tuple[tuple[Phrase, str], ...]
    sensitive: tuple[tuple[Phrase, str], ...]
    ambito_of: dict[str, str]


def build_lexicon(catalogue: Catalogue, indexes: Iterable[str]) -> bytes:
    """The JSON (UTF-8) of `indice.json`. `indexes` are the ids of the indexes that the site has, Ambiti and `pagine`."""
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
        "aree": {area.id: area.nome for area in catalogue.aree.values()},
        "destinatari": {one.id: one.nome for one in catalogue.destinatari.values()},
        "vuote": sorted(stop_words()),
        "sinonimi": [
            {"uguali": one.uguali} if one.uguali else {"cerca": one.cerca, "trova": one.trova}
            for one in catalogue.sinonimi.values()
        ],
        "sensibili": sensitive_words(),
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


def sensitive_words() -> dict[str, list[str]]:
    """The phrases that put emergency numbers first, by emergency: `sensitive-words.toml`."""
    lists: dict[str, list[str]] = tomllib.loads(
        files("generator.search").joinpath("sensitive-words.toml").read_text("utf-8")
    )
    return lists


def emergency_numbers(catalogue: Catalogue, emergencies: Iterable[str]) -> tuple[NumeroUtile, ...]:
    """The numbers to show first: those of each emergency in turn, then those for any danger."""
    wanted = tuple(emergencies)
    if not wanted:
        return ()
    every = catalogue.numeri_utili.values()
    return tuple(number for name in (*wanted, DANGER) for number in every if number.emergenza == name)


def lexicon_of(whole: dict[str, Any]) -> Lexicon:
    """The lexicon that `indice.json` holds."""
    return Lexicon(
        synonyms=tuple(_synonym(entry) for entry in whole["sinonimi"]),
        comuni=_names(whole["comuni"]),
        sensitive=tuple(
            (tuple(words(phrase)), emergency)
            for emergency, list_ in whole["sensibili"].items()
            for phrase in list_
        ),
        ambito_of={comune["id"]: comune["ambito"] for comune in whole["comuni"]},
    )


def _first_door(catalogue: Catalogue, ambito: str) -> dict[str, Any]:
    """The desk where to ask when the search finds nothing."""
    desk = catalogue.ambiti[ambito].segretariato_sociale
    if desk is None:
        return {}
    scheda = catalogue.scheda(ambito, desk)
    return {"sportello": {"nome": scheda.nome, "url": f"{folder_of(scheda)}/{key_of(scheda)}/"}}


def _synonym(entry: dict[str, list[str]]) -> Synonym:
    if equal := entry.get("uguali"):
        return Synonym(_phrases(equal), _phrases(equal), BOTH_WAYS)
    return Synonym(_phrases(entry["cerca"]), _phrases(entry["trova"]), ONE_WAY)


def _phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in (tuple(tokens(text)) for text in texts) if phrase)


def _names(comuni: list[dict[str, str]]) -> tuple[tuple[Phrase, str], ...]:
    """The whole names, and the first words that mean one Comune only."""
    whole = [(tuple(tokens(comune["nome"])), comune["id"]) for comune in comuni]
    first = Counter(name[0] for name, _ in whole)
    short = [
        (name[:1], id)
        for name, id in whole
        if len(name) > 1 and first[name[0]] == 1 and len(name[0]) >= _SHORT_NAME
    ]
    return (*whole, *short)
