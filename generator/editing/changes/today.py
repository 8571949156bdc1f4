"""The names of today's catalogue, for sentences about a version that was before it."""

from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.editing.changes.names import Reader
from generator.model.record import Filed
from generator.model.scheda import FOLDERS
from generator.site.labels import Labels


def all_names(catalogue: Catalogue, labels: Labels) -> Iterator[str]:
    """Every name that a sentence may quote besides the words of the scheda itself."""
    yield from (word for table in labels.tables.values() for word in table.values())
    for records in (
        *(catalogue.ambiti, catalogue.comuni, catalogue.enti, catalogue.sedi, catalogue.schede, catalogue.aree),
        *(catalogue.bisogni, catalogue.destinatari, catalogue.canali, catalogue.invianti, catalogue.tipologie),
        *(catalogue.leps, catalogue.situazioni, catalogue.prestazioni, catalogue.soglie),
    ):
        yield from (str(getattr(record, "nome", "")) for record in records.values())


def reader_of(catalogue: Catalogue) -> Reader:
    """Gives the records of a file of the catalogue as it is related today."""
    whole: dict[str, Mapping[str, Filed]] = {
        "documenti.yaml": catalogue.documenti,
        "vocabolari/aree.yaml": catalogue.aree,
        "vocabolari/bisogni.yaml": catalogue.bisogni,
        "vocabolari/canali.yaml": catalogue.canali,
        "vocabolari/destinatari.yaml": catalogue.destinatari,
        "vocabolari/invianti.yaml": catalogue.invianti,
        "vocabolari/leps.yaml": catalogue.leps,
        "vocabolari/prestazioni.yaml": catalogue.prestazioni,
        "vocabolari/situazioni.yaml": catalogue.situazioni,
        "vocabolari/soglie.yaml": catalogue.soglie,
        "vocabolari/tipologie.yaml": catalogue.tipologie,
    }
    for id, ambito in catalogue.ambiti.items():
        whole[f"{id}/ambito.yaml"] = {id: ambito}
        whole[f"{id}/comuni.yaml"] = {comune.id: comune for comune in catalogue.comuni_by_ambito.get(id, ())}
        whole[f"{id}/sedi.yaml"] = {
            key.partition("/")[2]: sede for key, sede in catalogue.sedi.items() if key.startswith(f"{id}/")
        }

    def read(path: str) -> Mapping[str, Filed]:
        if path in whole:
            return whole[path]
        home, _, name = path.removesuffix(".yaml").rpartition("/")
        if home == "enti":
            return {name: catalogue.enti[name]} if name in catalogue.enti else {}
        ambito, _, folder = home.partition("/")
        scheda = catalogue.schede.get(f"{ambito}/{name}") if folder in FOLDERS else None
        return {name: scheda} if scheda is not None else {}

    return read
