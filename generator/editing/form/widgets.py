"""Each field of the model as a field of the form: its control, with label, help, words to choose from and limits.

Only what both Sveltia CMS and Decap CMS understand is used. A text that YAML could mistake (an hour, a day, an amount,
a yes or no) stays a text here too: the form shows and gives back what is written in the file.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.editing.fields import Field, Value, fields_of, label_of
from generator.editing.form.options import Options
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.record import Record
from generator.site.labels import Labels

Widget = dict[str, Any]

TYPE = "tipo"
"""The key that tells which kind of condition an item of the form is."""
DEPTH = 3
"""How many conditions one inside the other the form shows; a file with more keeps them as they are."""
ANNO, VALORE, VOCE = "anno", "valore", "voce"
SINGULAR: Mapping[str, str] = {
    "almeno_una": "condizione",
    "codici": "codice",
    "come_fare": "passo",
    "condizione": "condizione",
    "contatti": "contatto",
    "cosa_serve": "documento",
    "finanziamenti": "finanziamento",
    "fonti": "fonte",
    "id_precedenti": "id",
    "importi": "importo",
    "indicatori": "indicatore",
    "lingue": "lingua",
    "nomi_alternativi": "nome",
    "non": "condizione",
    "obiettivi": "obiettivo",
    "orari": "orario",
    "parole_dei_cittadini": "parola o frase",
    "personale": "figura",
    "qualita": "controllo",
    "requisiti": "requisito",
    "riferimenti_normativi": "riferimento",
    "sedi": "sede",
    "soggetti_coinvolti": "soggetto",
    "standard": "standard",
    "tutte": "condizione",
    "valore_raggiunto": "anno",
}
"""What is added to a list, after «Aggiungi»."""

_PATTERNS: Mapping[str, tuple[str, str]] = {
    "time": (r"^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$|^24[:.]00$", "Scrivi ore:minuti, per esempio 09:30"),
    "whole": (r"^[0-9]{1,9}$", "Scrivi un numero intero, senza punti"),
    "number": (r"^[0-9]{1,9}([.,][0-9]{1,2})?$", "Scrivi un numero, per esempio 12 o 12,5"),
    "amount": (r"^[0-9]{1,12}(\.[0-9]{1,2})?$", "Scrivi gli euro senza punti tra le migliaia, per esempio 1250.50"),
    "degrees": (r"^-?[0-9]{1,3}\.[0-9]{1,8}$", "Scrivi i gradi con il punto, per esempio 45.69"),
    "web_address": (r"^https?://\S+\.\S+$", "Scrivi l'indirizzo intero, che comincia con https://"),
    "line_ranges": (
        r"^[0-9]{1,6}(-[0-9]{1,6})?(, ?[0-9]{1,6}(-[0-9]{1,6})?)*$",
        "Scrivi le righe, per esempio 57-75, 80",
    ),
    "number_or_threshold": (
        r"^[0-9]{1,12}(\.[0-9]{1,2})?$|^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        "Scrivi gli euro, per esempio 6000, o l'id di una soglia",
    ),
}
_SHOWN = {"line", "time", "whole", "number", "amount", "web_address", "line_ranges", "degrees", "number_or_threshold"}
"""Kinds whose example helps more than it takes room."""
_OF_THE_FILE = re.compile(
    r",? tra virgolette|, con le prime tre lettere|, dal file \S+(?: dell'Ambito)?|, da \S+\.yaml"
)
"""What a help says to who writes the file by hand; the form sees to it."""
_LONG = frozenset({"prose", "markdown"})
SENTENCE = 35
"""An example longer than this tells a field that holds a sentence."""


class Widgets:
    """Makes the form's fields. What does not depend on the Ambito is made once and shared by all its uses."""

    def __init__(self, options: Options, labels: Labels) -> None:
        self.options = options
        self.labels = labels
        self._made: dict[tuple[Any, ...], Widget] = {}

    def record(self, model: type[Record], ambito: str) -> list[Widget]:
        """The form's fields for a record, in the model's order."""
        return [self.field(model, field, ambito) for field in fields_of(model)]

    def field(self, model: type[Record], field: Field, ambito: str) -> Widget:
        """One field of a record."""
        place = ambito if _local(field.value) else ""
        return self._once((model, field.name, place), lambda: self._field(field, place))

    def _once(self, key: tuple[Any, ...], make: Callable[[], Widget]) -> Widget:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def _field(self, field: Field, ambito: str) -> Widget:
        return {
            "name": field.name,
            "label": field.label,
            "hint": _hint(field),
            "required": field.required,
            **({"label_singular": SINGULAR[field.name]} if field.name in SINGULAR else {}),
            **self._widget(field.value, field, ambito),
        }

    def _widget(self, value: Value, field: Field, ambito: str) -> Widget:
        match value.kind:
            case "record":
                assert value.record is not None
                return {"widget": "object", "collapsed": True, "fields": self.record(value.record, ambito)}
            case "condition":
                return self._conditions(DEPTH, ambito)
            case "by_year":
                return _rows([_text(ANNO, "Anno", r"^[0-9]{4}$"), _text(VALORE, "Valore")])
            case "list" | "word_or_list":
                return self._list(value, field, ambito)
            case "choice":
                return {"widget": "select", "options": self._words(value.choices)}
            case "yes_no":
                return {"widget": "select", "options": ["sì", "no"]}
            case "reference":
                return self._reference(value, ambito)
            case "day":
                return {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False}
        return _written(value, field)

    def _list(self, value: Value, field: Field, ambito: str) -> Widget:
        item = value.item
        assert item is not None
        limits = {"min": value.least or 1} if field.required else {}
        if item.kind == "reference":
            found = self._reference(item, ambito)
            if value.choices:
                found = {**found, "options": [*self._words(value.choices), *found["options"]]}
            return {**found, "multiple": True, **limits}
        if item.kind == "choice":
            return {"widget": "select", "multiple": True, **limits, "options": self._words(item.choices)}
        if item.kind == "record":
            assert item.record is not None
            return {**_rows(self.record(item.record, ambito)), **limits}
        if item.kind == "condition":
            return self._conditions(DEPTH - 1, ambito)
        inner = {"name": VOCE, "label": field.label, **_written(item, field)}
        return {"widget": "list", "collapsed": False, "minimize_collapsed": True, **limits, "field": inner}

    def _reference(self, value: Value, ambito: str) -> Widget:
        assert value.reference is not None
        if value.reference == "ente":
            shown = {"display_fields": ["nome"], "search_fields": ["nome", "sigla"]}
            return {"widget": "relation", "collection": "enti", "value_field": "{{slug}}", **shown}
        return {"widget": "select", "options": self.options.of(value.reference, ambito)}

    def _words(self, words: tuple[str, ...]) -> list[dict[str, str]]:
        """A closed set of words, each as the site calls it."""
        known = {"tutti": "Tutti", "comuni_della_scheda": "I Comuni della scheda"}
        known |= {"comuni_dell_ambito": "Tutti i Comuni dell'Ambito"}
        table = next((table for table in self.labels.tables.values() if set(words) <= set(table)), known)
        return [{"label": table.get(word, label_of(word)), "value": word} for word in words]

    def _conditions(self, depth: int, ambito: str) -> Widget:
        """A list of conditions, of which all must hold; each with its kind."""
        return self._once(("conditions", depth, ambito), lambda: self._typed(depth, ambito))

    def _typed(self, depth: int, ambito: str) -> Widget:
        kinds = {
            kind: record
            for kind, record in CONDITIONS.items()
            if depth > 1 or fields_of(record)[0].value.kind not in {"condition", "list"} or not _nests(record)
        }
        if depth == DEPTH:
            del kinds["tutte"]  # the list itself
        types = [
            {
                "name": kind,
                "label": fields_of(record)[0].label,
                "widget": "object",
                "fields": self._kind(record, depth, ambito),
            }
            for kind, record in kinds.items()
        ]
        return {"widget": "list", "typeKey": TYPE, "collapsed": False, "minimize_collapsed": True, "types": types}

    def _kind(self, record: type[Record], depth: int, ambito: str) -> list[Widget]:
        (field,) = fields_of(record)
        if field.value.kind == "record":
            assert field.value.record is not None
            return self.record(field.value.record, ambito)
        if _nests(record):
            nested = self._conditions(depth - 1, ambito)
            told = {"name": field.name, "label": field.label, "hint": field.help, "required": True}
            return [{**told, "label_singular": SINGULAR[field.name], **nested}]
        return [self.field(record, field, ambito)]


def _nests(record: type[Record]) -> bool:
    value = fields_of(record)[0].value
    return "condition" in (value.kind, value.item.kind if value.item else "")


def _local(value: Value) -> bool:
    """Whether what may be chosen depends on the Ambito."""
    if value.reference in {"comune", "sede", "scheda"} or value.kind == "condition":
        return True
    inner = fields_of(value.record) if value.record is not None else ()
    return any(_local(field.value) for field in inner) or (value.item is not None and _local(value.item))


def _written(value: Value, field: Field) -> Widget:
    """A text that is typed in: in a box that shows all of it where it may well be a sentence."""
    sentence = value.kind == "line" and len(str(field.example)) > SENTENCE and not value.pattern
    widget: Widget = {"widget": "text" if value.kind in _LONG or sentence else "string"}
    if value.most and value.kind in {*_LONG, "line"}:
        widget["maxlength"] = value.most
    if value.least and field.required and value.kind in {*_LONG, "line"}:
        widget["minlength"] = value.least
    if value.pattern:
        widget["pattern"] = [value.pattern, "Non è scritto come nell'esempio"]
    elif value.kind in _PATTERNS:
        widget["pattern"] = list(_PATTERNS[value.kind])
    return widget


def _rows(fields: list[Widget]) -> Widget:
    told = [f"{{{{fields.{field['name']}}}}}" for field in fields if field["required"] and field["widget"] != "list"]
    return {
        "widget": "list",
        "collapsed": True,
        "minimize_collapsed": True,
        "summary": " ".join(told[:3]) or f"{{{{fields.{fields[0]['name']}}}}}",
        "fields": fields,
    }


def _text(name: str, label: str, pattern: str = "") -> Widget:
    found: Widget = {"name": name, "label": label, "required": True, "widget": "string"}
    return {**found, "pattern": [pattern, "Scrivi l'anno con quattro cifre"]} if pattern else found


def _hint(field: Field) -> str:
    told = _OF_THE_FILE.sub("", field.help)
    if field.value.kind in _SHOWN and isinstance(field.example, str | int):
        return f"{told} Per esempio: {field.example}"
    return told
