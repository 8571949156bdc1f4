"""Plain words: what a citizen reads first must be easy, and some words of offices are not for citizens."""

import re
from collections.abc import Iterator

from generator.model.scheda import Scheda
from generator.reading.problem import Problem
from generator.reading.readability import gulpease
from generator.reading.records import Entry
from generator.reading.references import public_texts

TOO_HARD = 45.0
"""Under this Gulpease index a scheda is not published."""
OFFICE_WORDS = re.compile(r"\b(?:utenz[ae]|pres[ae] in carico|portator[ei] d[ie]|fruitor[ei])\b", re.IGNORECASE)
_SIGNS_OF_AN_OFFICE = ("utenz", "in carico", "portator", "fruitor")
"""Each alternative of OFFICE_WORDS has one: to look for them first spares a long search in nearly every scheda."""
LAW = re.compile(r"\b(?:art\.|D\. ?Lgs|D\.G\.R|DGR|D\.P\.C\.M|L\.R\.|legge n)", re.IGNORECASE)
NAMES_OF_OTHERS = frozenset({"riferimenti_normativi", "finanziamenti", "fonti", "codici", "nomi_alternativi"})
"""Fields that repeat names given by others: laws, funds, documents, former names."""


def readability(scheda: Scheda) -> float | None:
    """Gulpease of `in_breve`, `a_chi_e_rivolto` and `come_fare`; None when they are too short to tell."""
    return gulpease(*filter(None, (scheda.in_breve, scheda.a_chi_e_rivolto, *scheda.come_fare)))


def check_language(entry: Entry) -> Iterator[Problem]:
    """Problems of language, of a scheda."""
    if isinstance(entry.record, Scheda):
        yield from _hard(entry.record, entry)
        yield from _office_words(entry.record, entry)


def _hard(scheda: Scheda, entry: Entry) -> Iterator[Problem]:
    ease = readability(scheda)
    if ease is not None and ease < TOO_HARD:
        message = (
            f"il testo è difficile da leggere: {int(ease)} punti su 100 (indice Gulpease), ne servono {TOO_HARD:.0f}."
        )
        remedy = "Accorcia le frasi e usa parole di tutti i giorni in «in_breve», «a_chi_e_rivolto» e «come_fare»."
        yield entry.problem("troppo-difficile", ("in_breve",), message, remedy)
    if found := LAW.search(scheda.in_breve):
        message = f"«{found.group()}» è una norma, ma «in_breve» è la frase per chi ha fretta."
        yield entry.problem("parola-d-ufficio", ("in_breve",), message, "Spostala in «riferimenti_normativi».")


def _office_words(scheda: Scheda, entry: Entry) -> Iterator[Problem]:
    if not any(sign in entry.words for sign in _SIGNS_OF_AN_OFFICE) or not OFFICE_WORDS.search(entry.words):
        return
    for text, steps in public_texts(scheda):
        if steps[0] in NAMES_OF_OTHERS:
            continue
        if found := OFFICE_WORDS.search(text):
            message = f"«{found.group()}» è una parola d'ufficio."
            yield entry.problem("parola-d-ufficio", steps, message, "Dillo con parole semplici: chi, che cosa, come.")
