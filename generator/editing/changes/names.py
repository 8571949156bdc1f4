"""What ids are called: «comune-di-meda» is «Comune di Meda». Only the files that a sentence needs are opened."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from generator.model.record import Filed, ReferenceKind
from generator.model.scheda import FOLDERS, Scheda
from generator.model.vocabolario import VOCABULARIES
from generator.site.labels import Labels

Reader = Callable[[str], Mapping[str, Filed]]
"""The records of a file of either version, by id; empty where there is no such file."""

_FILES: Mapping[str, str] = {
    vocabulary.kind: f"vocabolari/{name}.yaml" for name, vocabulary in VOCABULARIES.items() if vocabulary.kind
}
_NAMES = ("nome_breve", "nome", "titolo")


class Names:
    """Finds the name of what an id refers to; the id itself where it is not found."""

    def __init__(self, read: Reader, ambiti: tuple[str, ...], labels: Labels) -> None:
        self.read = read
        self.ambiti = ambiti
        self.labels = labels

    def __call__(self, kind: ReferenceKind, id: str, ambito: str = "") -> str:
        """The name that people read."""
        record = self.record(kind, id, ambito)
        return next((str(name) for key in _NAMES if (name := getattr(record, key, None))), id)

    def record(self, kind: ReferenceKind, id: str, ambito: str = "") -> Any:
        """The record that an id inside an Ambito refers to; None where it is not found."""
        if kind == "comune":
            return self.comuni.get(id)
        if kind == "scheda":
            home, _, own = id.rpartition("/")
            files = (f"{home or ambito}/{folder}/{own}.yaml" for folder in FOLDERS)
            return next((found for file in files for found in self.read(file).values()), None)
        if kind == "ente":
            return self.read(f"enti/{id}.yaml").get(id)
        if kind == "ambito":
            return self.read(f"{id}/ambito.yaml").get(id)
        file = {"sede": f"{ambito}/sedi.yaml", "documento": "documenti.yaml"}.get(kind) or _FILES.get(kind, "")
        return self.read(file).get(id)

    @cached_property
    def comuni(self) -> Mapping[str, Filed]:
        """Every Comune by id."""
        return {id: one for ambito in self.ambiti for id, one in self.read(f"{ambito}/comuni.yaml").items()}

    def comuni_of(self, scheda: Scheda) -> tuple[str, ...]:
        """The ids of the Comuni in which a scheda holds."""
        if scheda.comuni == "tutti":
            return tuple(self.read(f"{scheda.ambito}/comuni.yaml"))
        return scheda.comuni
