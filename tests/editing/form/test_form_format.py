"""The form's file format: nothing of a file is lost, only what was changed is written, and in the canonical form."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from generator.editing.deadlines import answering
from generator.editing.formatting import formatted
from generator.editing.stamping import stamped
from generator.reading.layout import CatalogueFile, classify, walk
from generator.reading.loader import load_bytes
from generator.reading.records import validate
from tests.editing.form.making import catalogue, collection_of, job, run
from tests.projects import BASE, ROOT

REAL = ROOT / "catalogue"
SERVICES = "valle-servizi"
HOME = (BASE / "valle/servizi/assistenza-domiciliare.yaml").read_text(encoding="utf-8")


def shown(root: Path) -> list[CatalogueFile]:
    """The files that the form shows."""
    return [file for file in walk(root)[0] if file.shape in {"scheda", "avviso", "ente", "sedi"}]


def one(text: str, edit: str = "asItIs", collection: str = SERVICES, **change: Any) -> dict[str, Any]:
    (found,) = run(BASE, [job(collection, text, edit, **change)])
    assert "failure" not in found, found
    return found


def sound(text: str, name: str = "prova") -> None:
    """The file has no problem that can be seen in it alone."""
    source = classify(BASE / f"valle/servizi/{name}.yaml", BASE, [])
    assert isinstance(source, CatalogueFile)
    assert [str(problem) for problem in validate(source, load_bytes(text.encode(), source.file)).problems] == []


@pytest.mark.parametrize("root", [BASE, REAL], ids=["example", "real"])
def test_a_file_that_was_only_opened_is_saved_as_it_was(root: Path) -> None:
    files = shown(root)
    texts = [file.path.read_text(encoding="utf-8") for file in files]
    answers = run(root, [job(collection_of(file), text) for file, text in zip(files, texts, strict=True)])
    changed = [file.file for file, text, answer in zip(files, texts, answers, strict=True) if answer["text"] != text]
    assert changed == []


@pytest.mark.parametrize("root", [BASE, REAL], ids=["example", "real"])
def test_a_new_file_is_written_as_the_formatter_would(root: Path) -> None:
    files = shown(root)
    texts = [file.path.read_text(encoding="utf-8") for file in files]
    answers = run(root, [job(collection_of(file), text, "asNew") for file, text in zip(files, texts, strict=True)])

    def data(file: CatalogueFile, text: str) -> str:
        first, *rest = formatted(text, file).split("\n")
        many = file.shape == "sedi"  # whose empty lines are the editors'
        return "\n".join([first, *(line for line in rest if not line.lstrip().startswith("#") and (line or not many))])

    wrong = [
        file.file
        for file, text, answer in zip(files, texts, answers, strict=True)
        if answer["text"].rstrip("\n") != data(file, text).rstrip("\n")
    ]
    assert wrong == []


def test_only_the_key_that_changed_is_written_again() -> None:
    text = HOME.replace("stato: attivo", "# perché\nstato: 'attivo'  # lo dice la fonte")
    changed = one(text, "with", costo="Gratuito: lo paga il Comune.")["text"]
    before, after = text.split("\n"), changed.split("\n")
    assert [line for line in after if line not in before] == ['costo: "Gratuito: lo paga il Comune."']
    assert all(line in after for line in before if not line.startswith("costo:"))
    sound(changed)


def test_a_key_that_the_form_does_not_know_stays() -> None:
    text = HOME + "parole_nuove: { a: [1, no, 09:30] }  # di domani\n"
    assert one(text)["text"] == text
    changed = one(text, "with", costo="Dieci euro all'ora.")["text"]
    assert changed.endswith("parole_nuove: { a: [1, no, 09:30] }  # di domani\n")


def test_comments_inside_a_value_that_changed_are_kept() -> None:
    text = (
        "nome: P\nsedi:\n  # il venerdì è chiuso\n  - { sede: municipio }  # in centro\nfonti:\n  - { documento: x }\n"
    )
    changed = one(text, "with", sedi=[{"sede": "municipio", "nota": "Primo piano"}])["text"]
    assert "# il venerdì è chiuso" in changed
    assert "# in centro" in changed
    assert "  - { sede: municipio, nota: Primo piano }" in changed


def test_a_field_that_was_emptied_goes_and_a_new_one_finds_its_place() -> None:
    form = one(HOME)["form"]
    changed = one(HOME, "with", costo="", qualita=["Un questionario"], motivo_stato=None)["text"]
    keys = [line.split(":")[0] for line in changed.split("\n") if line[:1].isalpha()]
    assert "costo" in form
    assert "costo" not in keys
    assert keys.index("qualita") < keys.index("fonti")
    assert keys.index("qualita") > keys.index("comuni")
    sound(changed)


def test_what_yaml_would_mistake_keeps_its_spelling() -> None:
    changed = one(
        HOME,
        "with",
        costo="no",
        contatti=[{"tipo": "telefono", "valore": "0301234567"}],
        finanziamenti=[{"fonte": "Comune", "importo": "5000.5"}],
        periodo={"dal": "2026-01-05"},
        nota_comuni="righe\ndiverse",
    )["text"]
    for line in (
        'costo: "no"',
        '  - { tipo: telefono, valore: "0301234567" }',
        "  - { fonte: Comune, importo: 5000.50 }",
        'periodo: { dal: "2026-01-05" }',
        "nota_comuni: righe diverse",
    ):
        assert line in changed.split("\n")
    sound(changed)


@pytest.mark.parametrize(
    ("condition", "shown_as"),
    [
        ("{ eta: { almeno: 65 } }", [{"tipo": "eta", "almeno": "65"}]),
        ("{ residenza: comuni_della_scheda }", [{"tipo": "residenza", "residenza": ["comuni_della_scheda"]}]),
        ("{ residenza: [valdirose] }", [{"tipo": "residenza", "residenza": ["valdirose"]}]),
        ("{ percepisce: [pensione] }", [{"tipo": "percepisce", "percepisce": ["pensione"]}]),
        ("{ accompagnamento: sì }", [{"tipo": "accompagnamento", "accompagnamento": "sì"}]),
        (
            "{ tutte: [{ eta: { almeno: 65 } }, { non: { nucleo: { almeno: 2 } } }] }",
            [{"tipo": "eta", "almeno": "65"}, {"tipo": "non", "non": [{"tipo": "nucleo", "almeno": "2"}]}],
        ),
        (
            "{ almeno_una: [{ isee: { al_massimo: soglia-a } }, { tutte: [{ eta: { almeno: 65 } }] }] }",
            [
                {
                    "tipo": "almeno_una",
                    "almeno_una": [
                        {"tipo": "isee", "al_massimo": "soglia-a"},
                        {"tipo": "tutte", "tutte": [{"tipo": "eta", "almeno": "65"}]},
                    ],
                }
            ],
        ),
    ],
)
def test_a_condition_is_a_list_in_the_form_and_comes_back(condition: str, shown_as: list[Any]) -> None:
    text = f"nome: Prova\nrequisiti:\n  - testo: Uno\n    condizione: {condition}\n"
    found = one(text)
    assert found["text"] == text
    assert found["form"]["requisiti"][0]["condizione"] == shown_as
    again = one(text, "with", requisiti=[{"testo": "Due", "condizione": shown_as}])["text"]
    assert again.replace("Due", "Uno").split() == formatted(text, _source()).split()[2:] or _same(again, text)


def _source() -> CatalogueFile:
    source = classify(BASE / "valle/servizi/prova.yaml", BASE, [])
    assert isinstance(source, CatalogueFile)
    return source


def _same(one_text: str, other: str) -> bool:
    conditions = [load_bytes(text.encode(), "x.yaml").value["requisiti"][0]["condizione"] for text in (one_text, other)]
    return bool(conditions[0] == conditions[1])


def test_a_condition_too_deep_for_the_form_is_left_as_it_is() -> None:
    deep = "{ almeno_una: [{ tutte: [{ non: { almeno_una: [{ eta: { almeno: 65 } }] } }] }] }"
    text = f"nome: Prova\nrequisiti:\n  - testo: Uno\n    condizione: {deep}\n"
    found = one(text)
    assert found["text"] == text
    requisito = found["form"]["requisiti"][0]
    assert "condizione" not in requisito
    assert _same(one(text, "with", requisiti=[{**requisito, "testo": "Due"}])["text"], text)


def test_years_are_rows_in_the_form() -> None:
    text = 'nome: P\nstandard:\n  - { dimensione: efficacia, indicatore: A, valore_raggiunto: { "2025": "28" } }\n'
    found = one(text)
    assert found["text"] == text
    assert found["form"]["standard"][0]["valore_raggiunto"] == [{"anno": "2025", "valore": "28"}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            'nome: P\ngestore: a\nverificato: { il: "2020-01-01", da: b, ogni_mesi: 6 }\n',
            'verificato: { il: "2026-11-21", da: b, ogni_mesi: 6 }',
        ),
        ("nome: P\ngestore: a\ntitolare: c\n", 'verificato: { il: "2026-11-21", da: a, ogni_mesi: 12 }'),
        ("nome: P\ntitolare: c\n", 'verificato: { il: "2026-11-21", da: c, ogni_mesi: 12 }'),
        ("nome: P\n", 'verificato: { il: "2026-11-21", da: ambito-della-valle, ogni_mesi: 12 }'),
    ],
)
def test_still_true_is_one_click(text: str, line: str) -> None:
    changed = one(text, "with", ancora_vero=True)["text"]
    assert line in changed.split("\n")
    assert len([key for key in changed.split("\n") if key.startswith("verificato")]) == 1
    assert "ancora_vero" not in changed
    assert one(text, "with", ancora_vero=False)["text"] == text


def test_still_true_writes_what_the_command_writes() -> None:
    day, schede = datetime.date(2026, 11, 21), catalogue(REAL).schede
    files = [file for file in shown(REAL) if file.shape == "scheda"]
    texts = [file.path.read_text(encoding="utf-8") for file in files]
    jobs = [job(collection_of(file), text, "with", ancora_vero=True) for file, text in zip(files, texts, strict=True)]
    for file, text, answer in zip(files, texts, run(REAL, jobs), strict=True):
        scheda = schede[f"{file.ambito}/{file.name}"]
        before = scheda.verificato
        ente = before.da if before else answering(scheda, catalogue(REAL))
        by_command = stamped(text, file, day, ente, before.ogni_mesi if before else 12)
        assert answer["text"] == by_command, file.file


def test_a_place_among_many_changes_alone() -> None:
    text = (BASE / "valle/sedi.yaml").read_text(encoding="utf-8")
    form = one(text, collection="valle-luoghi")["form"]
    first = next(key for key in form if key != "testo_del_file")
    changed = one(
        text, "with", collection="valle-luoghi", **{first: {**form[first], "note_redazione": "Chiedere del parcheggio"}}
    )["text"]
    added = [line for line in changed.split("\n") if line not in text.split("\n")]
    assert added == ["  note_redazione: Chiedere del parcheggio"]
    assert len(changed.split("\n")) == len(text.split("\n")) + 1


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "nome: [\n", "- a\n- b\n", "a: 1\na: 2\n", "solo testo\n"])
def test_a_file_that_the_catalogue_refuses_is_refused_here_too(text: str) -> None:
    (found,) = run(BASE, [job(SERVICES, text)])
    assert "failure" in found


def test_a_change_made_here_looks_like_one_made_by_hand() -> None:
    """The catalogue is in the canonical form; so is each of its schede after a change in the form."""
    files = [file for file in shown(REAL) if file.shape == "scheda"]
    texts = [file.path.read_text(encoding="utf-8") for file in files]
    change = {"costo": "Due euro, poi niente: è gratuito.", "contatti": [{"tipo": "telefono", "valore": "0362 000000"}]}
    jobs = [job(collection_of(file), text, "with", **change) for file, text in zip(files, texts, strict=True)]
    for file, text, answer in zip(files, texts, run(REAL, jobs), strict=True):
        after = answer["text"]
        assert after != text, file.file
        assert formatted(after, file) == after, file.file
