"""Enti that may be the same one under two names: a hint for the editors, never an error."""

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from generator.model.territorio import Ente
from generator.reading.index import Index
from generator.reading.problem import Problem

ALIKE = 94
"""From this similarity on (0-100, word order aside) two names are worth a look."""
LEGAL_FORMS = re.compile(
    r"\b(?:a ?p ?s|o ?d ?v|e ?t ?s|s ?c ?s|s ?r ?l|onlus|societa|cooperativa|sociale|impresa|consorzio)\b"
)


def check_resemblance(index: Index) -> Iterator[Problem]:
    """An avviso for every ente whose name is nearly that of one before it. Comuni have their ISTAT code."""
    entries = sorted(index.of("ente").items())
    enti = [(name, e) for name, e in entries if isinstance(e.record, Ente) and e.record.tipo != "comune"]
    names = [_folded(str(getattr(entry.record, "nome", ""))) for _, entry in enti]
    in_order = [" ".join(sorted(name.split())) for name in names]  # once a name, not once a pair
    for number, (_, entry) in enumerate(enti):
        if not names[number]:
            continue
        found = process.extract(in_order[number], in_order[:number], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        for _, _, other in found:
            if _digits(names[other]) == _digits(names[number]):
                message = f"il nome è quasi uguale a quello di «{enti[other][0]}»: forse è lo stesso ente."
                remedy = "Se è lo stesso, tieni un solo file e metti l'altro nome in «nomi_alternativi»."
                yield entry.problem("ente-simile", ("nome",), message, remedy)
                break


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = " ".join(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))
    return " ".join(LEGAL_FORMS.sub(" ", plain).split())


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name)
