"""A new file of the catalogue, ready to be filled in: each field explained, those that may wait commented out."""

import re
import unicodedata
from collections.abc import Iterator

from generator.editing.fields import Field, Value, fields_of
from generator.editing.guide import how
from generator.editing.scalars import quoted
from generator.editing.schema import ONE_RECORD, first_line
from generator.model.scheda import FOLDER_OF, KINDS
from generator.reading.layout import CatalogueFile
from generator.reading.sentences import as_yaml

NEW: tuple[str, ...] = (*KINDS, "avviso", "ente")
"""What can be begun."""
_INTRO = (
    "# Scrivi i valori dopo i due punti. Dei campi con il cancelletto (#) togli il cancelletto se li conosci,\n"
    "# altrimenti cancella la riga: quello che manca vuol dire «non si sa». Poi: ambito check\n"
)
_LINKS = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def path_of(kind: str, ambito: str, id: str) -> str:
    """Where a new file of a kind stands, inside the catalogue."""
    folder = next((folder for one, folder in FOLDER_OF.items() if one == kind), "avvisi")
    return f"enti/{id}.yaml" if kind == "ente" else f"{ambito}/{folder}/{id}.yaml"


def id_from(name: str) -> str:
    """An id made from a name: «Custodia sociale» is `custodia-sociale`. Empty if nothing is left of it."""
    ascii_only = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:80].strip("-")


def unnamed(kind: str) -> str:
    """The id of a file whose name nobody has said yet."""
    return f"{'nuova' if kind == 'struttura' else 'nuovo'}-{kind}"


def scaffold(kind: str, source: CatalogueFile, name: str = "", comuni: tuple[str, ...] = ()) -> str:
    """The text of a new file. Required fields are there without a value, so that the check asks for them."""
    lines = [first_line(source), _INTRO.rstrip("\n")]
    for field in fields_of(ONE_RECORD[kind]):
        lines.append("")
        lines.extend(_comments(field, comuni))
        lines.append(_line(field, name))
    return "\n".join(lines) + "\n"


def _comments(field: Field, comuni: tuple[str, ...]) -> Iterator[str]:
    needed = " Obbligatorio." if field.required else ""
    yield f"# {field.help}{needed}"
    yield f"# Come si scrive: {_plain(how(field.value))}"
    if comuni and _names_comuni(field.value):
        yield f"# I Comuni sono: {', '.join(comuni)}"
    if field.required:
        yield f"# Esempio: {field.name}: {as_yaml(field.example)}"


def _line(field: Field, name: str) -> str:
    if field.required:
        value = quoted(name) if name and field.name in {"nome", "titolo"} else ""
        return f"{field.name}: {value}".rstrip()
    return f"# {field.name}: {as_yaml(field.example)}"


def _names_comuni(value: Value) -> bool:
    return "comune" in (value.reference, value.item.reference if value.item else None)


def _plain(text: str) -> str:
    return " ".join(_LINKS.sub(r"\1", text).replace(" (quali)", "").split())
