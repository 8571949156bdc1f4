"""The editors' guide to the fields, as Markdown: every field with why and example, every problem with its remedy."""

import re
from collections.abc import Iterator, Mapping

from generator.editing.fields import Field, Value, fields_of, label_of, records_in
from generator.editing.schema import MANY_RECORDS, ONE_RECORD
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.record import Record, ReferenceKind
from generator.model.scheda import FOLDER_OF, KINDS, Scheda
from generator.reading.problem_kinds import PROBLEM_KINDS
from generator.reading.references import NAMES
from generator.reading.sentences import as_yaml

FILE = "redazione/guida-ai-campi.md"
"""Where the guide is, inside `content/`."""

_HEAD = """\
---
title: Guida ai campi delle schede
description: Ogni campo di una scheda, a che cosa serve e come si scrive; ogni problema con il suo rimedio.
solo_redazione: true
---
# Guida ai campi delle schede

Ogni riga di un file è `campo: valore`. Un campo che non sai, non scriverlo: la pagina dirà che non si sa e a chi
chiederlo. I campi **obbligatori** sono segnati. Se non sai da dove cominciare, `ambito nuova servizio --ambito seregno`
prepara il file con le spiegazioni, e `ambito check` dice che cosa correggere.

I testi sono in parole semplici. Le date si scrivono "2026-03-31" e le ore "09:30", tra virgolette. Gli importi hanno il
punto prima dei centesimi: 190260.60.
"""

TITLES: Mapping[str, str] = {
    "servizio": "Servizio",
    "sportello": "Sportello",
    "progetto": "Progetto",
    "contributo": "Contributo",
    "struttura": "Struttura",
    "ambito": "Ambito (ambito.yaml)",
    "avviso": "Avviso",
    "carta": "Carta dei Servizi (carta.yaml)",
    "ente": "Ente",
    "comuni": "Comuni (comuni.yaml)",
    "sedi": "Sedi (sedi.yaml)",
    "documenti": "Documenti (documenti.yaml)",
    "guida": "Guida (cartella guide)",
}
"""The heading of each kind of file; that of a vocabulary is made from its name."""

PAGES: Mapping[ReferenceKind, str] = {
    "ambito": "ambiti/",
    "area": "aree/",
    "bisogno": "bisogni/",
    "comune": "comuni/",
    "ente": "enti/",
    "leps": "leps/",
    "scheda": "a-z/",
    "tipologia": "tipologie/",
}
"""Where the site shows the words of a vocabulary."""

_WORDS: Mapping[str, str] = {
    "line": "una riga di testo",
    "prose": "testo",
    "markdown": "testo, anche con elenchi e grassetti",
    "day": "una data, tra virgolette",
    "time": "un'ora, tra virgolette",
    "whole": "un numero intero",
    "number": "un numero",
    "amount": "un importo in euro",
    "degrees": "gradi, con il punto",
    "yes_no": "sì oppure no",
    "web_address": "un indirizzo https://",
    "line_ranges": "righe, tra virgolette",
    "number_or_threshold": "un importo, o l'id di una [soglia](#soglie)",
    "condition": "una [condizione](#condizioni)",
}


def guide() -> str:
    """The whole guide."""
    return "\n".join([_HEAD, *_schede(), *_groups(), *_conditions(), *_others(), *_problems()])


def _schede() -> Iterator[str]:
    yield "## I campi di ogni scheda { #scheda }\n"
    yield from _table(fields_of(Scheda))
    shared = {field.name for field in fields_of(Scheda)}
    for name, model in KINDS.items():
        own = [field for field in fields_of(model) if field.name not in shared]
        yield f"## Solo per: {TITLES[name].lower()} {{ #{name} }}\n"
        if own:
            yield from _table(own)
        else:
            yield f"Un file della cartella `{FOLDER_OF[name]}` non ha altri campi.\n"


def _groups() -> Iterator[str]:
    yield "## I gruppi di campi\n"
    yield "Alcuni campi ne contengono altri.\n"
    for record in groups():
        yield f"### {title_of(record)} {{ #{_anchor(record)} }}\n"
        yield from _table(fields_of(record))


def title_of(record: type[Record]) -> str:
    """The name of a group of fields, in words: «Sede della scheda»."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).capitalize()


def groups() -> list[type[Record]]:
    """The records inside those of the files, each once, but for conditions."""
    met: dict[type[Record], None] = {}
    for model in (*ONE_RECORD.values(), *MANY_RECORDS.values(), *CONDITIONS.values()):
        met |= dict.fromkeys(records_in(model))
    return list(met)


def _conditions() -> Iterator[str]:
    yield "## Le condizioni di un requisito { #condizioni }\n"
    yield (
        "Una condizione ha una chiave sola. `tutte`, `almeno_una` e `non` ne contengono altre. "
        "Una regola che qui non c'è resta nel `testo` del requisito.\n"
    )
    yield from _table([field for record in CONDITIONS.values() for field in fields_of(record)])


def _others() -> Iterator[str]:
    for name, model in {**ONE_RECORD, **MANY_RECORDS}.items():
        if name in KINDS:
            continue
        yield f"## {TITLES.get(name, f'{label_of(name)} (vocabolari/{name}.yaml)')} {{ #{name} }}\n"
        if name in MANY_RECORDS:
            yield "Il file contiene un gruppo di campi per ogni id.\n"
        yield from _table(fields_of(model))


def _problems() -> Iterator[str]:
    yield "## I problemi, e come si rimedia { #problemi }\n"
    yield "Un **errore** ferma la pubblicazione, un **avviso** no.\n"
    yield "| codice | | che cosa vuol dire | che cosa fare |"
    yield "|---|---|---|---|"
    for kind in PROBLEM_KINDS.values():
        yield f"| `{kind.code}` | {kind.severity} | {_cell(kind.explanation)} | {_cell(kind.remedy)} |"
    yield ""


def _table(fields: tuple[Field, ...] | list[Field]) -> Iterator[str]:
    yield "| campo | a che cosa serve | come si scrive | esempio |"
    yield "|---|---|---|---|"
    for one in fields:
        needed = " **obbligatorio**" if one.required else ""
        shown = f"`{_cell(f'{one.name}: {as_yaml(one.example)}')}`"
        yield f"| `{one.name}`{needed} | {_cell(one.help)} | {_how(one)} | {shown} |"
    yield ""


def _how(field: Field) -> str:
    words = how(field.value)
    if field.default not in (None, False):
        default = ", ".join(field.default) if isinstance(field.default, tuple) else str(field.default)
        words += f"; se manca vale {default}"
    return words


def how(value: Value) -> str:
    """How a value is written, in words."""
    match value.kind:
        case "choice":
            return f"una parola tra: {', '.join(value.choices)}"
        case "reference" if value.reference is not None:
            return _referred(value.reference)
        case "record" if value.record is not None:
            return f"un gruppo: [{title_of(value.record)}](#{_anchor(value.record)})"
        case "list" if value.item is not None:
            return f"un elenco; ogni voce è {how(value.item)}{_most(value, 'voci')}"
        case "word_or_list" if value.item is not None:
            return f"{' o '.join(value.choices)}, o un elenco; ogni voce è {how(value.item)}"
        case "by_year":
            return "un testo per ogni anno"
    words = _WORDS[value.kind]
    if value.kind in {"line", "prose", "markdown"}:
        return words + _most(value, "caratteri")
    if value.kind == "whole" and value.most is not None:
        return f"{words} da {value.least or 0} a {value.most}"
    return words


def _most(value: Value, what: str) -> str:
    return f", al massimo {value.most} {what}" if value.most else ""


def _referred(kind: ReferenceKind) -> str:
    what, where = NAMES[kind]
    page = f" ([quali](../../{PAGES[kind]}))" if kind in PAGES else ""
    return f"l'id di {what}{page}. {where}" if not what.startswith("tra ") else f"un id {what}. {where}"


def _anchor(record: type[Record]) -> str:
    return f"gruppo-{record.__name__.lower()}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
