"""Every field has its sentence, and the sentences say what changes for a citizen."""

import copy
from pathlib import Path
from typing import Any

import pytest

from generator.editing.changes.change import Change
from generator.editing.changes.compare import compare
from generator.editing.changes.version import Version, of_folder
from generator.editing.changes.words import PHRASES, UNNOTICED, sentences
from generator.editing.fields import fields_of
from generator.editing.guide import groups
from generator.editing.schema import MANY_RECORDS, ONE_RECORD
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.record import Filed, Record
from generator.model.scheda import FOLDER_OF, KINDS
from generator.reading.loader import load_bytes
from generator.site.labels import Labels
from tests.projects import BASE, ROOT
from tests.reading.trees import filled

LABELS = Labels.load(ROOT / "site_config" / "strings.yaml")
ALL = {**ONE_RECORD, **MANY_RECORDS}
RECORDS: tuple[type[Record], ...] = (*ALL.values(), *groups(), *CONDITIONS.values())
BEFORE = of_folder(BASE)


def _edited(file: str, *pairs: tuple[str, str]) -> tuple[Change, ...]:
    """The changes told when texts of a file of the base catalogue are replaced."""
    text = BEFORE.files[file].decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    found = compare(BEFORE, Version("dopo", {**BEFORE.files, file: text.encode()}), LABELS)
    (record,) = found.records
    return record.changes


DESK = "valle/sportelli/sportello-casa.yaml"
HOME = "valle/servizi/assistenza-domiciliare.yaml"
MONEY = "valle/contributi/aiuto-affitto.yaml"
REFUGE = "valle/strutture/casa-rifugio.yaml"
PLACES = "valle/sedi.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "severity", "sentence"),
    [
        (DESK, 'dalle: "10:00"', 'dalle: "9:00"', "media", "il giovedì apre alle 9 invece che alle 10."),
        (DESK, 'dalle: "10:00"', 'dalle: "10:30"', "alta", "il giovedì apre alle 10:30 invece che alle 10."),
        (DESK, "giorni: [sab]", "giorni: [ven]", "alta", "il sabato non apre più (era dalle 9 alle 11"),
        (DESK, "giorni: [gio]", "giorni: [mar, gio]", "media", "apre anche il martedì, dalle 10 alle 12"),
        (DESK, "dalle: 9:00, alle: 12:30", "dalle: 9:00, alle: 12:00", "alta", "il lunedì chiude alle 12 invece che"),
        (DESK, "comuni: [valdirose, pontelungo]", "comuni: [valdirose]", "alta", "Non è più disponibile a Pontelungo."),
        (DESK, "[valdirose, pontelungo]", "tutti", "media", "Ora è disponibile anche a Sasso Alto."),
        (DESK, "stato: attivo", "stato: sospeso\nmotivo_stato: Ferie.", "alta", "Non si può più chiedere: da «Attivo»"),
        (DESK, "costo: Gratuito.", "costo: 5 euro.", "alta", "Quanto costa: «5 euro» invece di «Gratuito»."),
        (DESK, "diretto: sì", "diretto: no", "alta", "Non si può chiedere da soli: serve che qualcuno invii."),
        (DESK, "canali: [sportello, telefono]", "canali: [sportello]", "alta", "Come si può chiedere: tolto «"),
        (DESK, ", prenotazione: https://www.valle.example.it/prenota", "", "alta", "La prenotazione in linea: non si"),
        (
            DESK,
            'contatti:\n  - { tipo: numero-verde, valore: "800 000000" }\n',
            "",
            "alta",
            "Tolto un recapito: Numero verde 800 000000.",
        ),
        (DESK, "800 000000", "800 111111", "media", "Numero verde: 800 111111 invece di 800 000000."),
        (
            DESK,
            "lingue: [italiano, inglese, arabo]",
            "lingue: [italiano, arabo]",
            "media",
            "Le lingue: tolto «inglese».",
        ),
        (DESK, "gestore: associazione-porte-aperte", "gestore: comune-di-valdirose", "media", "L'ente che lo offre: «"),
        (HOME, "cosa_serve: [", "cosa_serve: [Certificato medico, ", "alta", "I documenti da portare: aggiunto «Cert"),
        (
            HOME,
            "La prima visita avviene entro 15",
            "La visita avviene entro 30",
            "media",
            "Tempi e scadenze: «La visita",
        ),
        (
            HOME,
            'il: "2026-03-01"',
            'il: "2026-09-01"',
            "bassa",
            "Verificata il 1° settembre 2026 da Comune di Valdirose",
        ),
        (HOME, "Da verificare con", "Chiedere con", "bassa", "Le note della redazione: cambiate (non si pubblicano)."),
        (HOME, "restare-a-casa", "casa", "media", "I bisogni a cui risponde: tolto «"),
        (HOME, "Avere almeno 65 anni", "Avere almeno 70 anni", "alta", "Il requisito «Avere almeno 65 anni, oppure"),
        (HOME, "almeno: 65", "almeno: 70", "media", "Età: almeno 70 oppure Invalidità: almeno 74» invece di «"),
        (
            HOME,
            "id_precedenti: [sad, aiuto-a-casa]",
            "id_precedenti: [sad]",
            "alta",
            "Chi arriva da «aiuto-a-casa» non",
        ),
        (HOME, '"15"', '"20"', "media", "il valore promesso: «20» invece di «15»."),
        (MONEY, "1200.00", "1000.00", "alta", "Una volta sola, per famiglia: 1.000 euro invece di 1.200 euro."),
        (
            MONEY,
            "costo: Gratuito.",
            'costo: Gratuito.\nscadenza: "2026-05-31"',
            "alta",
            "Fino a quando si può chiedere",
        ),
        (
            MONEY,
            "  - testo: Non abitare in una casa popolare.",
            "  - testo: ISEE corrente.\n  - testo: Non abitare in una casa popolare.",
            "alta",
            "Nuovo requisito: «ISEE corrente».",
        ),
        (REFUGE, "posti: 6", "posti: 4", "alta", "I posti: 4 invece di 6."),
        (
            PLACES,
            "Piazza delle Rose, 1",
            "Piazza delle Rose, 3",
            "media",
            "L'indirizzo: «Piazza delle Rose, 3» invece di",
        ),
        (
            PLACES,
            "indirizzo_riservato: sì",
            "indirizzo_riservato: no",
            "alta",
            "L'indirizzo era protetto e ora si pubblica.",
        ),
    ],
)
def test_a_change_is_said_with_its_weight(file: str, old: str, new: str, severity: str, sentence: str) -> None:
    found = _edited(file, (old, new))
    assert any(sentence in one.sentence and one.severity == severity for one in found), found


def test_what_closes_a_door_comes_first() -> None:
    found = _edited(DESK, ("italiano, inglese", "italiano"), ("[valdirose, pontelungo]", "[valdirose]"))
    assert [one.severity for one in found] == ["alta", "media"]


def test_a_protected_address_is_never_said() -> None:
    for new in ("Vicolo dei Tigli, 11", "Piazza Nuova, 2"):
        found = _edited(PLACES, ("Vicolo dei Tigli, 9", new))
        assert [one.sentence for one in found] == ["L'indirizzo: cambiato; è protetto e qui non si scrive."]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_has_its_words(record: type[Record]) -> None:
    """A new field of the model is given its words in `phrases.toml`."""
    assert {field.name for field in fields_of(record)} <= set(PHRASES)


def test_no_words_are_left_of_fields_that_are_gone() -> None:
    names = {field.name for record in RECORDS for field in fields_of(record)}
    assert set(PHRASES) == names
    assert names >= UNNOTICED


def _version(name: str, tree: dict[str, Any]) -> Version:
    places = {"ente": "enti/prova.yaml", "guida": "guide/prova.yaml", "avviso": "valle/avvisi/prova.yaml"}
    kinds = {str(kind): f"valle/{folder}/prova.yaml" for kind, folder in FOLDER_OF.items()}
    own = {one: f"valle/{one}.yaml" for one in ("ambito", "carta", "comuni", "sedi")}
    file = {**places, **kinds, **own, "documenti": "documenti.yaml"}.get(name, f"vocabolari/{name}.yaml")
    text = _dump({"prova": tree} if name in MANY_RECORDS else tree)
    return Version("", {**BEFORE.files, file: text.encode()})


def _dump(tree: Any) -> str:
    import yaml

    return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def _sound(name: str, tree: dict[str, Any]) -> bool:
    model: type[Filed] = ALL[name]
    given = {key: "valle" if key == "ambito" else "prova" for key in ("id", "ambito") if key in model.model_fields}
    loaded = load_bytes(_dump(tree).encode(), "prova.yaml").value
    try:
        model.model_validate({**loaded, **{key: one for key, one in given.items() if key not in tree}})
    except ValueError:
        return False
    return True


def _other(value: Any) -> Any:
    """A value of the same shape that says something else."""
    if isinstance(value, list):
        return [*value[1:], _other(value[0])] if value else value
    if isinstance(value, dict):
        return {key: _other(one) for key, one in value.items()}
    return {"sì": "no", "no": "sì"}.get(str(value), value)


@pytest.mark.parametrize("name", ALL)
def test_every_change_of_every_field_is_told_in_a_sentence(name: str) -> None:
    whole = filled(ALL[name], conditions=name != "destinatari")
    for field in fields_of(ALL[name]):
        without = {key: value for key, value in whole.items() if key != field.name}
        other = copy.deepcopy(whole) | {field.name: _other(whole[field.name])}
        for tree in (without, other):
            if not _sound(name, tree) or tree == whole:
                continue
            for old, new in ((whole, tree), (tree, whole)):
                found = compare(_version(name, old), _version(name, new), LABELS)
                told = [change for record in found.records for change in record.changes]
                same = load_bytes(_dump(old).encode(), "").value == load_bytes(_dump(new).encode(), "").value
                assert told or same or not found.records, (field.name, old.get(field.name), new.get(field.name))
                for change in told:
                    assert change.sentence.endswith((".", ".»")), change
                    assert change.sentence[:1].isupper() or not change.sentence[:1].isalpha(), change
                    assert "None" not in change.sentence, change


def test_a_text_is_compared_sentence_by_sentence() -> None:
    assert sentences("Uno. Due è lungo.\nTre?") == ["Uno.", "Due è lungo.", "Tre?"]
    assert sentences("Per esempio:\n\n- a casa\n- fuori") == ["Per esempio:", "- a casa", "- fuori"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_scheda_can_be_added_and_taken_away(kind: str) -> None:
    version = _version(kind, filled(KINDS[kind]))  # type: ignore[index]
    (come,) = compare(BEFORE, version, LABELS).records
    (gone,) = compare(version, BEFORE, LABELS).records
    assert (come.event, come.severity) == ("aggiunta", "media")
    assert (gone.event, gone.severity) == ("tolta", "alta")
    assert come.pages[0] == f"{FOLDER_OF[kind]}/valle/prova/"  # type: ignore[index]


def test_the_paths_of_the_tests_are_those_of_the_catalogue() -> None:
    assert Path(BASE / DESK).is_file()
