"""What the model refuses, said in Italian: what was found, what is expected, how to mend it."""

import re
import types
import typing
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from generator.model.condizione import KINDS as CONDITIONS

Sentence = tuple[str, str, str]
"""Code, message, remedy."""

Maker = Callable[[ErrorDetails, str], Sentence]
"""Makes the sentence for an error, given the example of the field."""

_QUOTED = re.compile(r"'([^']*)'")
_FEW = 16
"""How many names are still worth listing in a message."""
_NAMES = {"str": "un testo", "list": "un elenco", "dict": "un gruppo di chiavi"}


def nearest(word: str, candidates: Iterable[str]) -> str:
    """«Forse intendevi "…"?» for the valid word most like the one written; empty if none is like it."""
    written_word, known = word[:80].lower(), list(candidates)
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
        return maker(error, _example_at(model, steps))
    return "valore-non-valido", f"{_shown(error['input'])} non va bene qui.", _example_at(model, steps)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value if len(value) <= 60 else value[:57] + "…"}"'
    return str(value) if isinstance(value, int | Decimal) else _NAMES.get(type(value).__name__, "questo valore")


def _unknown_key(key: str, model: type[BaseModel], steps: tuple[str | int, ...]) -> Sentence:
    known = [name for found in models_at(model, steps) for name, field in found.model_fields.items() if written(field)]
    if len(known) <= _FEW:
        remedy = f"I campi previsti qui sono: {', '.join(known)}."
    else:
        remedy = "Controlla il nome nella guida ai campi, o togli la riga."
    return "campo-sconosciuto", f"«{key}» non è un campo che conosco.", nearest(key, known) or remedy


def _missing(key: str, model: type[BaseModel], steps: tuple[str | int, ...]) -> Sentence:
    for found in models_at(model, steps):
        if key in found.model_fields:
            field = found.model_fields[key]
            example = f" Esempio: {key}: {as_yaml(field.examples[0])}" if field.examples else ""
            return "campo-mancante", f"manca «{key}».", f"{field.description}{example}"
    return "campo-mancante", f"manca «{key}».", ""


def _example_at(model: type[BaseModel], steps: tuple[str | int, ...]) -> str:
    """«Esempio: …» for the field at a key path, or for one item of it; empty where the model gives none."""
    keys = [number for number, step in enumerate(steps) if isinstance(step, str)]
    if not keys:
        return ""
    last = keys[-1]
    for found in models_at(model, steps[:last]):
        field = found.model_fields.get(str(steps[last]))
        if field is not None and field.examples:
            value = field.examples[0]
            if last < len(steps) - 1:
                return f"Esempio: {as_yaml(value[0])}" if isinstance(value, list) else ""
            return f"Esempio: {steps[last]}: {as_yaml(value)}"
    return ""


def as_yaml(value: Any) -> str:
    """An example of the model as an editor would write it, on one line."""
    if isinstance(value, list):
        return f"[{', '.join(as_yaml(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key}: {as_yaml(item)}' for key, item in value.items())} }}"
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


def _literal(error: ErrorDetails, _: str) -> Sentence:
    words = _QUOTED.findall(str(error.get("ctx", {}).get("expected", "")))
    message = f"{_shown(error['input'])} non è tra le parole previste."
    if error["loc"][-1] == "word":
        lone = "» oppure «".join(words)
        return (
            "parola-non-prevista",
            message,
            f"Scrivi «{lone}», o un elenco tra parentesi quadre: [{error['input']}].",
        )
    guess = nearest(error["input"], words) if isinstance(error["input"], str) else ""
    return "parola-non-prevista", message, f"{guess} Le parole previste sono: {', '.join(words)}.".strip()


_SHAPES = {
    r"^[0-9]{6}$": 'Il codice ISTAT ha sei cifre e va tra virgolette: "108039".',
    r"^[0-9]{5}$": 'Il CAP ha cinque cifre e va tra virgolette: "20831".',
    r"^[0-9]{4}$": 'L\'anno ha quattro cifre e va tra virgolette: "2025".',
    r"^[A-Z]{2}$": "La sigla della provincia sono due lettere maiuscole: MB.",
}
ID_REMEDY = "Un id ha solo lettere minuscole senza accenti, cifre e trattini: per esempio «custodia-sociale»."


def _pattern(error: ErrorDetails, _: str) -> Sentence:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    lines = (
        'Le righe si scrivono tra virgolette, così: "57-75, 80".' if pattern.startswith("^[0-9]{1,6}") else ID_REMEDY
    )
    return (
        "valore-non-valido",
        f"{_shown(error['input'])} non ha la forma giusta.",
        _SHAPES.get(pattern, lines),
    )


def _length(error: ErrorDetails, example: str) -> Sentence:
    context, value = error.get("ctx", {}), error["input"]
    if error["type"] == "string_too_long":
        message = f"il testo ha {len(str(value).strip())} caratteri; il massimo è {context.get('max_length')}."
        return "lunghezza", message, "Accorcialo: bastano le cose che servono a chi legge."
    if error["type"] == "string_too_short":
        message = f"{_shown(value)} è troppo corto; servono almeno {context.get('min_length')} caratteri."
        return "lunghezza", message, "Scrivilo per intero."
    if error["type"] == "too_long":
        message = f"l'elenco ha {context.get('actual_length')} voci; il massimo è {context.get('max_length')}."
        return "lunghezza", message, "Togli quelle che non servono."
    return "lunghezza", "l'elenco è vuoto: serve almeno una voce.", example


def _wanted(wanted: str, remedy: str = "") -> Maker:
    return lambda error, example: (
        "tipo-sbagliato",
        f"{_shown(error['input'])} non va bene: qui serve {wanted}.",
        remedy or example,
    )


def _text_wanted(error: ErrorDetails, _: str) -> Sentence:
    remedy = "Togli le parentesi e i trattini: qui va un testo solo."
    if isinstance(error["input"], dict):
        remedy = "Se il testo contiene i due punti, mettilo tutto tra virgolette doppie."
    return "tipo-sbagliato", f"{_shown(error['input'])} non va bene: qui serve un testo.", remedy


def _group_wanted(error: ErrorDetails, example: str) -> Sentence:
    return "tipo-sbagliato", f"{_shown(error['input'])} non va bene: qui serve un gruppo di chiavi.", example


def _value(message: str, remedy: str, code: str = "valore-non-valido") -> Maker:
    return lambda error, _: (code, message.format(found=_found(error)), remedy)


def _bounds(error: ErrorDetails, _: str) -> Sentence:
    context = error.get("ctx", {})
    limit = context.get("ge", context.get("le"))
    word = "almeno" if "ge" in context else "al massimo"
    return (
        "valore-non-valido",
        f"{_shown(error['input'])} è fuori dai limiti: {word} {limit}.",
        "Correggi il numero.",
    )


def _condition(error: ErrorDetails, _: str) -> Sentence:
    found = error["input"]
    if isinstance(found, dict) and len(found) > 1:
        remedy = "Mettile in un elenco: { tutte: [ { … }, { … } ] }, oppure { almeno_una: [ … ] }."
        return "condizione", "qui ci sono più condizioni insieme.", remedy
    key = next(iter(found), "") if isinstance(found, dict) else found if isinstance(found, str) else ""
    known = f"Le condizioni previste sono: {', '.join(CONDITIONS)}."
    remedy = f"{nearest(key, CONDITIONS)} {known} Se la regola è un'altra, lascia solo il «testo»."
    return "condizione", "questa condizione non è tra quelle previste.", remedy.strip()


_LIST = _wanted("un elenco", "Scrivilo tra parentesi quadre: [primo, secondo], oppure una voce per riga con «- ».")

_SENTENCES: dict[str, Maker] = {
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _length,
    "string_too_short": _length,
    "too_long": _length,
    "too_short": _length,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": _group_wanted,
    "model_attributes_type": _group_wanted,
    "dict_type": _group_wanted,
    "string_type": _text_wanted,
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
    "intero": _value("{found} non è un numero intero.", "Scrivi solo cifre, senza punti: 12."),
    "numero": _value(
        "{found} non è un numero.",
        "Scrivi solo cifre, senza punti delle migliaia: 65, oppure 7.5.",
    ),
    "gradi": _value("{found} non è una coordinata.", "Scrivi i gradi con il punto prima dei decimali: 45.6912."),
    "importo": _value(
        "{found} non è un importo.",
        "Scrivi le cifre con il punto prima dei centesimi, senza «€» e senza altri punti: 190260.60.",
    ),
    "si_no": _value("{found} non è né sì né no.", "Scrivi sì oppure no."),
    "indirizzo_web": _value("{found} non è un indirizzo web.", "Deve cominciare con https:// e non contenere spazi."),
    "condizione": _condition,
}
