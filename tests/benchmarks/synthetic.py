"""A synthetic catalogue of any size: invented places, bodies and texts, in the shape of real schede.

Each scheda takes the shape of a real one, field by field: as many items, texts as long and with the same Markdown,
words of the same lengths and as frequent. So it costs what a real one costs, and no two texts are the same: nothing
that remembers what it has seen has an advantage. The same seed and the same real schede give the same bytes.
"""

import json
import math
import random
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model.scheda import FOLDERS
from tests.benchmarks.shapes import Model

SCHEDE_OF_AMBITO = 160
COMUNI_OF_AMBITO = 15
BODIES_OF_AMBITO = 33
AVVISI_OF_AMBITO = 5
SEDI_OF_AMBITO = 24
COMUNI_OF_REAL_AMBITO = 10
KINDS_IN_TURN = (*(["servizi"] * 7), "progetti", "sportelli", "progetti", "contributi", "strutture")
"""What becomes of the services of the real Ambito, in turn, so that the five kinds are as many as in all Ambiti."""

TEXTS = frozenset(
    {
        *("nome", "in_breve", "nomi_alternativi", "parole_dei_cittadini", "motivo_stato", "nota_comuni", "nota"),
        *("a_chi_e_rivolto", "descrizione", "testo", "riferimento", "come_fare", "cosa_serve", "cosa_si_ottiene"),
        *("tempi_e_scadenze", "costo", "condizioni_di_servizio", "ulteriori_informazioni", "soggetti_coinvolti"),
        *("figura", "fonte", "unita", "qualita", "riferimenti_normativi", "obiettivi", "codici", "note_redazione"),
        *("lingue", "indicatore", "valore_programmato", "misura", "titolo"),
    }
)
"""The fields that hold words for people; the others hold ids, dates and numbers."""
BEGIN = "Bel Bor Cas Cer Cor Dol Fon Gal Lar Lov Mar Mon Nor Pal Ron San Ter Val Ver Zan".split()  # noqa: SIM905
MIDDLE = "a ada ago ali amo ana ari ella emi ena era ero ica ile ino ola ono ora usa uve".split()  # noqa: SIM905
END = (
    *("bia", "brate", "cco", "dolo", "gate", "glio", "late", "lengo", "mago", "nate"),
    *("nello", "rate", "rengo", "sate", "sco", "tello", "tone", "vaglio", "ve", "zago"),
)
"""The syllables of invented names: twenty of each."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a catalogue is. Every Ambito has the same size, so that only their number changes."""

    ambiti: int
    schede: int = SCHEDE_OF_AMBITO
    comuni: int = COMUNI_OF_AMBITO

    @property
    def all_schede(self) -> int:
        """How many schede there are in all."""
        return self.ambiti * self.schede


def write_catalogue(folder: Path, model: Model, size: Size, seed: int = 1) -> int:
    """Writes a catalogue with real vocabularies and invented everything else. Returns the mean bytes of a scheda."""
    shutil.copytree(model.vocabularies, folder / "vocabolari")
    (folder / "enti").mkdir()
    home = place_name(0).lower()
    documents: dict[str, Any] = {
        id: {"titolo": f"Documento {id}", "ente": f"ambito-di-{home}", "ambito": home} for id in model.documents
    }
    written = 0
    for number in range(size.ambiti):
        ambito = _Ambito(folder, model, size, number, random.Random(f"{seed}-{number}"))
        written += ambito.write()
        documents.update(ambito.documents())
    _dump(folder / "documenti.yaml", documents)
    return written // size.all_schede


def place_name(number: int) -> str:
    """The invented name of a place; another for every number below 8,000."""
    shuffled = number * 3169 % 8000
    return f"{BEGIN[shuffled % 20]}{MIDDLE[shuffled // 20 % 20]}{END[shuffled // 400]}"


class _Ambito:
    """One invented Ambito: its Comuni, enti, sedi, avvisi and schede."""

    def __init__(self, folder: Path, model: Model, size: Size, number: int, chance: random.Random) -> None:
        self.folder, self.model, self.size, self.chance = folder, model, size, chance
        names = [place_name(number * size.comuni + one) for one in range(size.comuni)]
        self.number, self.name, self.id = number, names[0], names[0].lower()
        self.comuni = dict(zip((name.lower() for name in names), names, strict=True))
        self.bodies = [f"ente-{self.id}-{one}" for one in range(BODIES_OF_AMBITO)]
        self.sedi = [f"sede-{one}" for one in range(SEDI_OF_AMBITO)]
        self.kinds = [self._kind(place) for place in range(len(model.shapes))]

    def write(self) -> int:
        """Writes the files of the Ambito. Returns how many bytes its schede have."""
        home = self.folder / self.id
        for folder in (*FOLDERS, "avvisi"):
            (home / folder).mkdir(parents=True)
        self._write_places(home)
        self._write_enti()
        for number in range(AVVISI_OF_AMBITO):
            _dump(home / "avvisi" / f"avviso-{number}.yaml", self._avviso(number))
        files = [self._write_scheda(home, number) for number in range(self.size.schede)]
        return sum(path.stat().st_size for path in files)

    def documents(self) -> dict[str, Any]:
        """The source documents of the Ambito."""
        ente = f"ambito-di-{self.id}"
        return {
            f"documento-{self.id}-{number}": {
                "titolo": f"Piano di Zona dell'Ambito di {self.name}, parte {number + 1}",
                "ente": ente,
                "ambito": self.id,
                "anno": "2025-2027",
                "trascrizione": f"{self.id}-{number}.txt",
            }
            for number in range(4)
        }

    def _write_places(self, home: Path) -> None:
        brief = f"{len(self.comuni)} Comuni che programmano e gestiscono insieme i servizi sociali."
        ambito = {
            "nome": f"Ambito Territoriale Sociale di {self.name}",
            "nome_breve": self.name,
            "in_breve": brief,
            "descrizione": self._text(_DESCRIPTION),
            "ente": f"ambito-di-{self.id}",
            "capofila": f"comune-di-{self.id}",
            "ufficio_di_piano": f"ufficio-di-piano-{self.id}",
            "segretariato_sociale": self._scheda_id(0),
            "contatti": [self._phone()],
            "fonti": [self._source()],
        }
        comuni = {
            id: {
                "nome": name,
                "istat": f"{100000 + self.number * self.size.comuni + number}",
                "provincia": "MB",
                "ente": f"comune-di-{id}",
                "contatti": [self._phone()],
            }
            for number, (id, name) in enumerate(self.comuni.items())
        }
        sedi = {id: self._sede(number) for number, id in enumerate(self.sedi)}
        _dump(home / "ambito.yaml", ambito)
        _dump(home / "comuni.yaml", comuni)
        _dump(home / "sedi.yaml", sedi)
        outlines = [self._outline(number, id) for number, id in enumerate(self.comuni)]
        whole = {"type": "FeatureCollection", "features": outlines}
        (home / "confini.geojson").write_text(json.dumps(whole), encoding="utf-8")

    def _write_enti(self) -> None:
        enti: dict[str, dict[str, Any]] = {
            f"ambito-di-{self.id}": {"nome": f"Ambito Territoriale Sociale di {self.name}", "tipo": "ambito"},
            f"ufficio-di-piano-{self.id}": {"nome": f"Ufficio di Piano di {self.name}", "tipo": "organo"},
            **{f"comune-di-{id}": {"nome": f"Comune di {name}", "tipo": "comune"} for id, name in self.comuni.items()},
        }
        for number, id in enumerate(self.bodies):
            name = (
                self._text("Cooperativa sociale Quartiere solidale")
                if number % 2
                else self._text("Associazione Famiglie insieme")
            )
            enti[id] = {
                "nome": f"{name} di {place_name(self.number * 101 + number * 37)}",
                "tipo": "cooperativa" if number % 2 else "associazione",
                "ruolo": self._text("Ha appoggiato il progetto per le persone con difficoltà legate alla casa."),
            }
            if number % 4 == 0:
                enti[id]["contatti"] = [self._phone()]
        for id, ente in enti.items():
            _dump(self.folder / "enti" / f"{id}.yaml", {**ente, "ambiti": [self.id], "fonti": [self._source()]})

    def _avviso(self, number: int) -> dict[str, Any]:
        return {
            "titolo": self._text("Manifestazione di interesse per la gestione dei servizi"),
            "in_breve": self._text(
                "L'Ambito cerca enti del Terzo settore per gestire insieme i servizi per la famiglia."
            ),
            "testo": self._text(_DESCRIPTION),
            "pubblico": ["ets"],
            "pubblicato_il": "2026-03-01",
            "scade_il": f"2026-{4 + number:02d}-30",
            "schede": [self._scheda_id(number * 7 % self.size.schede)],
            "fonti": [self._source()],
        }

    def _write_scheda(self, home: Path, number: int) -> Path:
        shape = self.model.shapes[number % len(self.model.shapes)]
        kind = self.kinds[number % len(self.model.shapes)]
        values = {key: self._value(key, value, number) for key, value in shape.values.items()}
        self._enrich(values, kind, number)
        path = home / kind / f"{self._scheda_id(number)}.yaml"
        _dump(path, {key: value for key, value in values.items() if value not in (None, [], {})})
        return path

    def _kind(self, place: int) -> str:
        folder = self.model.shapes[place].folder
        return KINDS_IN_TURN[place % len(KINDS_IN_TURN)] if folder == "servizi" else folder

    def _scheda_id(self, number: int) -> str:
        round_, place = divmod(number, len(self.model.shapes))
        return f"{self.model.shapes[place].id[:60]}-{round_}"

    def _enrich(self, values: dict[str, Any], kind: str, number: int) -> None:
        """Adds what real schede will have when the Ambiti fill them in: places, hours, contacts, checks."""
        values.pop("sedi", None)
        if kind in {"sportelli", "strutture"} or number % 10 == 0:
            values["sedi"] = [self._open_place() for _ in range(1 + number % 3)]
        if number % 3 == 0:
            values["contatti"] = [
                self._phone(),
                {"tipo": "email", "valore": f"servizio{number}@{self.id}.example"},
            ]
        if kind == "contributi":
            values |= {
                "importi": [{"descrizione": self._text("Ogni mese, al massimo"), "valore": "400.00", "ogni": "mese"}]
            }
            values |= {"apertura": "2026-09-01", "scadenza": "2026-12-31"}
        if number % 4 == 0:
            values["verificato"] = {"il": "2026-06-01", "da": f"ufficio-di-piano-{self.id}"}
        if number % 40 == 39:
            values["id_precedenti"] = [f"vecchia-scheda-{number}"]

    def _open_place(self) -> dict[str, Any]:
        hours = [
            {"giorni": ["lun", "mer"], "dalle": "09:00", "alle": "12:30"},
            {"giorni": ["mar"], "dalle": "14:00", "alle": "17:00"},
            {"giorni": ["gio", "ven"], "dalle": "09:30", "alle": "12:00", "su_appuntamento": "sì"},
        ]
        return {"sede": self.chance.choice(self.sedi), "orari": hours}

    def _sede(self, number: int) -> dict[str, Any]:
        comune = self.chance.choice(list(self.comuni))
        return {
            "nome": self._text("Centro civico del quartiere"),
            "comune": comune,
            "indirizzo": f"via {place_name(self.number * 29 + number * 53)}, {self.number * SEDI_OF_AMBITO + number}",
            "cap": "20800",
            "contatti": [self._phone()],
            **({"indirizzo_riservato": "sì"} if number == 0 else {}),
        }

    def _value(self, key: str, value: Any, number: int) -> Any:
        """The value of a field of the shape, as the scheda `number` of this Ambito says it."""
        if key in TEXTS:
            return [self._text(item) for item in value] if isinstance(value, list) else self._text(str(value))
        match key:
            case "comuni":
                return value if value == "tutti" else self._some_comuni(len(value))
            case "comune":
                return self.chance.choice(list(self.comuni))
            case "residenza":
                return value if isinstance(value, str) else "comuni_della_scheda"
            case "gestore" | "titolare" | "da" | "responsabile":
                return self._ente()
            case "partner":
                return sorted({self._ente() for _ in value})
            case "documento":
                return f"documento-{self.id}-{self.chance.randrange(4)}"
            case "parte_di" | "collegate":
                return self._others(value, number)
            case "contatti" | "id_precedenti":
                return None
        if isinstance(value, dict):
            return {name: self._value(name, inner, number) for name, inner in value.items()}
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [self._value("", item, number) for item in value]
        return value

    def _some_comuni(self, count: int) -> list[str]:
        share = count / COMUNI_OF_REAL_AMBITO
        return sorted(
            self.chance.sample(list(self.comuni), max(1, min(len(self.comuni) - 1, round(share * len(self.comuni)))))
        )

    def _ente(self) -> str:
        return self.chance.choice((*self.bodies, f"ambito-di-{self.id}", *(f"comune-di-{id}" for id in self.comuni)))

    def _others(self, value: str | list[str], number: int) -> Any:
        """The same neighbours as the real scheda has, in the same round of shapes."""
        count = len(self.model.shapes)
        places = {shape.id: place for place, shape in enumerate(self.model.shapes)}
        wanted = [
            places[id] + number // count * count
            for id in ([value] if isinstance(value, str) else value)
            if id in places
        ]
        found = [self._scheda_id(other) for other in wanted if other < self.size.schede]
        return (found[0] if found else None) if isinstance(value, str) else found

    def _text(self, like: str) -> str:
        return self.model.text(like, self.chance)

    def _phone(self) -> dict[str, str]:
        return {"tipo": "telefono", "valore": f"0362 {self.chance.randrange(100000, 999999)}"}

    def _source(self) -> dict[str, str]:
        start = self.chance.randrange(1, 900)
        return {
            "documento": f"documento-{self.id}-{start % 4}",
            "righe": f"{start}-{start + 12}, {start + 40}",
        }

    def _outline(self, number: int, id: str) -> dict[str, Any]:
        """A star of 40 points around a knot of a net, as heavy as a real outline."""
        east, north = 9 + self.number % 10 + number % 4 * 0.1, 44 + self.number // 10 + number // 4 * 0.1
        ring = []
        for step in range(40):
            angle, far = step * math.tau / 40, 0.04 + 0.02 * self.chance.random()
            ring.append([round(east + far * math.cos(angle), 4), round(north + far * math.sin(angle), 4)])
        geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
        return {"type": "Feature", "properties": {"comune": id}, "geometry": geometry}


_DESCRIPTION = (
    "L'Ambito riunisce quindici Comuni. Il Comune capofila ospita l'Ufficio di Piano, che organizza i servizi che i "
    "Comuni gestiscono insieme. Non tutti i servizi ci sono in tutti i Comuni: lo dice ogni scheda, con gli orari."
)


class _Dumper(yaml.CSafeDumper):
    """Writes YAML as editors do: a text of several lines keeps its lines."""


def _as_text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _as_text)


def _dump(path: Path, values: Mapping[str, Any]) -> None:
    text = yaml.dump(
        dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=118
    )
    path.write_text(text, encoding="utf-8")
