"""The names by which people call an ente, so that a search can tell «Anffas» from a word of what is needed.

Only a name that can mean nothing else counts: not the bodies that are inside other bodies, not a name that is also
that of a scheda («centro antiviolenza VeNUS»), not one word that schede of others use too.
"""

from collections.abc import Iterable, Iterator

from generator.catalogue import Catalogue
from generator.model.scheda import Scheda
from generator.model.territorio import Ente
from generator.search.tokens import tokens

_CALLED_BY_NAME = frozenset(
    (
        "azienda-consortile",
        "azienda-sanitaria",
        "regione",
        "stato",
        "ente-pubblico",
        "cooperativa",
        "consorzio",
        "associazione",
        "fondazione",
        "ente-religioso",
        "sindacato-patronato",
        "impresa",
        "terzo-settore",
    )
)
"""The kinds of enti that citizens call by name. Comuni are recognised as places."""
_FORMS = frozenset(
    (
        "societa",
        "sociale",
        "onlus",
        "ets",
        "aps",
        "odv",
        "srl",
        "spa",
        "coop",
        "scs",
        "impresa",
        "azienda",
        "consortile",
    )
)
"""Words of an ente's legal form, which people leave out."""
_SHORTEST = 3


def enti_of_schede(schede: Iterable[Scheda], catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """By the id of each scheda, the enti that offer it or take part in it and can be called by name."""
    named = names_of_enti(catalogue)
    return {scheda.id: tuple(ente for ente in _enti(scheda) if ente in named) for scheda in schede}


def _enti(scheda: Scheda) -> Iterator[str]:
    yield from dict.fromkeys(ente for ente in (scheda.gestore, *scheda.partner) if ente)


def names_of_enti(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """By the id of each ente of some scheda, the names that mean it and nothing else, as folded words.

    Every index and the lexicon ask for them: those of the last catalogue are kept.
    """
    if not _last or _last[0][0] is not catalogue:
        _last[:] = [(catalogue, _names_of_enti(catalogue))]
    return _last[0][1]


_last: list[tuple[Catalogue, dict[str, tuple[str, ...]]]] = []


def _names_of_enti(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    of_schede = {key: set(_enti(scheda)) for key, scheda in catalogue.schede.items()}
    titles = _by_word(
        tokens(name) for scheda in catalogue.schede.values() for name in (scheda.nome, *scheda.nomi_alternativi)
    )
    said: dict[str, set[str]] = {}
    for key, scheda in catalogue.schede.items():
        for text in (scheda.nome, *scheda.parole_dei_cittadini, scheda.in_breve, scheda.a_chi_e_rivolto or ""):
            for word in tokens(text):
                said.setdefault(word, set()).add(key)
    owners: dict[tuple[str, ...], set[str]] = {}
    for ente in sorted(set().union(*of_schede.values())):
        for name in _names(catalogue.enti[ente]) if catalogue.enti[ente].tipo in _CALLED_BY_NAME else ():
            of_others = [key for key in said.get(name[0], ()) if ente not in of_schede[key]] if len(name) == 1 else []
            if not of_others and not set.intersection(*(titles.get(word, set()) for word in name)):
                owners.setdefault(name, set()).add(ente)
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, mine in sorted(owners.items(), key=lambda pair: len(pair[0])):
        known = found.setdefault(next(iter(mine)), [])
        if len(mine) == 1 and not any(_within(shorter, name) for shorter in known):
            known.append(name)
    return {ente: tuple(" ".join(name) for name in names) for ente, names in sorted(found.items()) if names}


def _by_word(titles: Iterable[list[str]]) -> dict[str, set[int]]:
    """In which titles each word stands, by their number."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(titles):
        for word in words:
            found.setdefault(word, set()).add(number)
    return found


def _names(ente: Ente) -> Iterator[tuple[str, ...]]:
    for text in (ente.nome, ente.sigla, *ente.nomi_alternativi):
        if text and "&" in text:
            continue  # «A&I»: the tokenizer leaves nothing of it
        whole = tuple(tokens(text)) if text else ()
        short = tuple(word for word in whole if word not in _FORMS)
        if len(whole) > 1 or (whole and len(whole[0]) >= _SHORTEST):
            yield whole
        if len(short) > 1:
            yield short


def _within(shorter: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the words of one stand together in the other."""
    return any(name[start : start + len(shorter)] == shorter for start in range(len(name) - len(shorter) + 1))
