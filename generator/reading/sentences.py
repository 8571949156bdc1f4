"""What the model refuses, said in Italian: what was found, what is expected, how to mend it."""

import re
import types
import typing
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from generator.model.condizione import KINDS as CONDITIONS

Sentence = tuple[str, str, str]
"""Code, message, remedy."""

_QUOTED = re.compile(r"'([^']*)'")
_NAMES = {"str": "un testo", "list": "un elenco", "dict": "un gruppo di chiavi"}


def nearest(word: str, candidates: Iterable[str]) -> str:
    """«Forse intendevi "…"?» for the valid word most like the one that was written; empty if none is like it."""
    written_word, known = word.lower(), list(candidates)
    begun = [name for name in known if len(written_word) >= 4 and name.startswith(written_word)]
    found = process.extractOne(written_word, begun or known, scorer=fuzz.ratio, score_cutoff=0 if begun else 65)
    return f'Forse intendevi "{found[0]}"?' if found else ""


def sentence(error: ErrorDetails, model: type[BaseModel], steps: tuple[str | int, ...]) -> Sentence:
    """The sentence for one error of pydantic on `model`, at the key path `steps`."""
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(str(steps[-1]), model, steps[:-1])
    if kind == "missing":
        return _missing(str(error["loc"][-1]), model, steps)
    if maker := _SENTENCES.get(kind):
        return maker(error)
    return "valore-non-valido", f"{_shown(error['input'])} non va bene qui.", "Guarda l'esempio nella guida ai campi."


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value if len(value) <= 60 else value[:57] + "…"}"'
    return _NAMES.get(type(value).__name__, "questo valore")


def _unknown_key(key: str, model: type[BaseModel], steps: tuple[str | int, ...]) -> Sentence:
    if key in {"id", "ambito"} and key in model.model_fields:
        return (
            "campo-sconosciuto",
            f"«{key}» non si scrive nel file.",
            "L'id è il nome del file e l'Ambito è la cartella: togli la riga.",
        )
    known = [name for found in models_at(model, steps) for name, field in found.model_fields.items() if written(field)]
    remedy = nearest(key, known) or f"I campi previsti qui sono: {', '.join(known)}."
    return "campo-sconosciuto", f"«{key}» non è un campo che conosco.", remedy


def _missing(key: str, model: type[BaseModel], steps: tuple[str | int, ...]) -> Sentence:
    for found in models_at(model, steps):
        if key in found.model_fields:
            field = found.model_fields[key]
            example = f" Esempio: {key}: {_example(field.examples[0])}" if field.examples else ""
            return "campo-mancante", f"manca «{key}».", f"{field.description}{example}"
    return "campo-mancante", f"manca «{key}».", ""


def _example(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_example(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key}: {_example(item)}' for key, item in value.items())} }}"
    return f'"{value}"' if isinstance(value, str) and re.match(r"[\d]", value) else str(value)


def written(field: Any) -> bool:
    """Whether an editor writes this field (ids and Ambiti come from the path)."""
    extra = field.json_schema_extra
    return not (isinstance(extra, dict) and extra.get("from_path"))


def models_at(model: type[BaseModel], steps: Iterable[str | int]) -> list[type[BaseModel]]:
    """The records that may stand at a key path of a record."""
    current = [model]
    for step in steps:
        if isinstance(step, str):
            current = [
                inner
                for found in current
                if step in found.model_fields
                for inner in _records_in(found.model_fields[step].annotation)
            ]
    return current


def _records_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if isinstance(annotation, typing.ForwardRef):
        return list(CONDITIONS.values())
    if typing.get_origin(annotation) in (tuple, typing.Union, types.UnionType, typing.Annotated, dict):
        return [found for inner in typing.get_args(annotation) for found in _records_in(inner)]
    return []


def _found(error: ErrorDetails) -> str:
    return f'"{error.get("ctx", {}).get("found", "")}"'


def _literal(error: ErrorDetails) -> Sentence:
    words = _QUOTED.findall(str(error.get("ctx", {}).get("expected", "")))
    guess = nearest(error["input"], words) if isinstance(error["input"], str) else ""
    allowed = f"Le parole previste sono: {', '.join(words)}."
    return "parola-non-prevista", f"{_shown(error['input'])} non è tra le parole previste.", f"{guess} {allowed}".strip()


def _pattern(error: ErrorDetails) -> Sentence:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    remedy = {
        r"^\d{6}$": 'Il codice ISTAT ha sei cifre e va tra virgolette: "108039".',
        r"^\d{5}$": 'Il CAP ha cinque cifre e va tra virgolette: "20831".',
        r"^[A-Z]{2}$": "La sigla della provincia sono due lettere maiuscole: MB.",
    }.get(pattern)
    if remedy is None:
        remedy = (
            'Le righe si scrivono tra virgolette, così: "57-75, 80".'
            if pattern.startswith(r"^\d{1,6}")
            else "Un id ha solo lettere minuscole senza accenti, cifre e trattini: per esempio «custodia-sociale»."
        )
    return "valore-non-valido", f"{_shown(error['input'])} non ha la forma giusta.", remedy


def _length(error: ErrorDetails) -> Sentence:
    context = error.get("ctx", {})
    written_value = error["input"]
    if error["type"] == "string_too_long":
        return (
            "lunghezza",
            f"il testo ha {len(str(written_value))} caratteri; il massimo è {context.get('max_length')}.",
            "Accorcialo: una frase sola, con le parole di tutti i giorni.",
        )
    if error["type"] == "string_too_short":
        return (
            "lunghezza",
            f"{_shown(written_value)} è troppo corto; servono almeno {context.get('min_length')} caratteri.",
            "Scrivi una frase intera.",
        )
    return "lunghezza", f"serve almeno {context.get('min_length', 1)} voce nell'elenco.", "Aggiungila."


def _wanted(code: str, wanted: str, remedy: str) -> Callable[[ErrorDetails], Sentence]:
    return lambda error: (code, f"{_shown(error['input'])} non va bene: qui serve {wanted}.", remedy)


def _value(message: str, remedy: str, code: str = "valore-non-valido") -> Callable[[ErrorDetails], Sentence]:
    return lambda error: (code, message.format(found=_found(error)), remedy)


def _bounds(error: ErrorDetails) -> Sentence:
    context = error.get("ctx", {})
    limit = context.get("ge", context.get("le"))
    word = "almeno" if "ge" in context else "al massimo"
    return "valore-non-valido", f"{_shown(error['input'])} è fuori dai limiti: {word} {limit}.", "Correggi il numero."


_LIST = _wanted("tipo-sbagliato", "un elenco", "Scrivilo così: [primo, secondo], oppure una voce per riga con «- ».")
_GROUP = _wanted("tipo-sbagliato", "un gruppo di chiavi", "Guarda l'esempio di questo campo nella guida ai campi.")

_SENTENCES: dict[str, Callable[[ErrorDetails], Sentence]] = {
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _length,
    "string_too_short": _length,
    "too_short": _length,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": _GROUP,
    "dict_type": _GROUP,
    "string_type": _wanted("tipo-sbagliato", "un testo", "Scrivi una frase o una parola, non un elenco."),
    "greater_than_equal": _bounds,
    "less_than_equal": _bounds,
    "html": _value(
        "nel testo c'è del codice ({found}).",
        "Scrivi solo testo. Per il grassetto usa **due asterischi**, per un collegamento [testo](indirizzo).",
        "codice-nel-testo",
    ),
    "nota_interna": _value(
        "{found} è un appunto tra redattori, ma questo campo è pubblico.",
        "Spostalo in «note_redazione».",
        "nota-interna",
    ),
    "una_riga": _value("il testo va a capo, ma questo campo sta su una riga.", "Riscrivilo in una frase sola."),
    "data": _value("{found} non è una data.", 'Scrivi anno-mese-giorno tra virgolette: "2026-03-31".'),
    "ora": _value("{found} non è un'ora.", 'Scrivi ore:minuti tra virgolette: "09:30".'),
    "intero": _value("{found} non è un numero intero.", "Scrivi solo cifre: 12."),
    "numero": _value("{found} non è un numero.", "Scrivi solo cifre: 65, oppure 7.5."),
    "importo": _value(
        "{found} non è un importo.",
        "Scrivi le cifre con il punto prima dei centesimi, senza «€» e senza punti delle migliaia: 190260.60.",
    ),
    "si_no": _value("{found} non è né sì né no.", "Scrivi sì oppure no."),
    "indirizzo_web": _value("{found} non è un indirizzo web.", "Comincia con https:// e non contiene spazi."),
    "condizione": lambda error: (
        "condizione",
        "questa condizione non è tra quelle previste.",
        f"Serve una sola chiave tra: {', '.join(CONDITIONS)}. "
        "Se la regola non si può dire così, lascia solo il «testo».",
    ),
}
