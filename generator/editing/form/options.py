"""What can be chosen where a field names another record of the catalogue: its words for people, its id for the file.

The form can relate a field to files that hold one record each (the enti). Comuni, sedi and vocabularies are many in one
file, under their id, so they are written here from the catalogue each time the site is built.
"""

from collections.abc import Mapping
from typing import Any

from generator.catalogue import Catalogue, key_of
from generator.model.record import ReferenceKind
from generator.model.scheda import Scheda
from generator.reading.references import references

Choice = dict[str, str]

_TABLES: Mapping[ReferenceKind, str] = {
    "ambito": "ambiti",
    "area": "aree",
    "bisogno": "bisogni",
    "canale": "canali",
    "destinatari": "destinatari",
    "documento": "documenti",
    "fatto": "fatti",
    "inviante": "invianti",
    "leps": "leps",
    "prestazione": "prestazioni",
    "situazione": "situazioni",
    "soglia": "soglie",
    "tipologia": "tipologie",
}


class Options:
    """The choices of each kind of reference, made once for each Ambito."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._made: dict[tuple[ReferenceKind, str], list[Choice]] = {}

    def of(self, kind: ReferenceKind, ambito: str) -> list[Choice]:
        """The choices for a reference inside an Ambito, by name; `ambito` empty for those that are everyone's."""
        key = (kind, ambito)
        if key not in self._made:
            self._made[key] = sorted(self._find(kind, ambito), key=lambda one: (one["label"].casefold(), one["value"]))
        return self._made[key]

    def _find(self, kind: ReferenceKind, ambito: str) -> list[Choice]:
        catalogue = self.catalogue
        if kind == "comune":
            return [_choice(one.nome, one.id) for one in catalogue.comuni.values() if ambito in ("", one.ambito)]
        if kind == "sede":
            own = {key.partition("/")[2]: sede for key, sede in catalogue.sedi.items() if key.startswith(f"{ambito}/")}
            return [_choice(sede.nome, id) for id, sede in own.items()]
        if kind == "scheda":
            return [_choice(_name(scheda, ambito), id) for id, scheda in self._schede(ambito).items()]
        records: Mapping[str, Any] = getattr(catalogue, _TABLES[kind])
        return [_choice(str(getattr(one, "nome", "") or one.titolo), id) for id, one in records.items()]

    def _schede(self, ambito: str) -> dict[str, Scheda]:
        """The schede of an Ambito by id, and those of others that its own already name, as `<ambito>/<id>`."""
        own = self.catalogue.by_ambito.get(ambito, ())
        named = {value for scheda in own for kind, value, _ in references(scheda) if kind == "scheda" and "/" in value}
        found = {scheda.id: scheda for scheda in own}
        return found | {key_of(scheda): scheda for scheda in self.catalogue.schede.values() if key_of(scheda) in named}


def _name(scheda: Scheda, ambito: str) -> str:
    return scheda.nome if scheda.ambito == ambito else f"{scheda.nome} ({scheda.ambito})"


def _choice(label: str, value: str) -> Choice:
    return {"label": label, "value": value}
