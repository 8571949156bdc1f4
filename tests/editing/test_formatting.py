"""The canonical form: idempotent, losing nothing, the same whatever wrote the file."""

import datetime
import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.editing.formatting import formatted
from generator.editing.schema import first_line, model_of
from generator.editing.stamping import stamped
from generator.model.scheda import FOLDERS
from generator.reading.layout import CatalogueFile, walk
from generator.reading.loader import load_bytes
from generator.reading.records import validate
from tests.editing.yaml12 import read
from tests.projects import BASE, ROOT
from tests.reading.examples import copy_of_base
from tests.reading.strategies import records, tree

REAL = walk(ROOT / "catalogue")[0]
FILES = [*REAL, *walk(BASE)[0]]
SCHEDE = [file for file in FILES if file.shape in {"scheda", "avviso", "ente"}]
FEWER = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _text(file: CatalogueFile) -> str:
    return file.path.read_text(encoding="utf-8")


def _records(text: str, file: CatalogueFile) -> list[Any]:
    found = validate(file, load_bytes(text.encode(), file.file))
    assert not found.problems, found.problems[0]
    return [entry.record for entry in found.entries]


def _comments(text: str) -> list[str]:
    return sorted(re.findall(r"(?:^|(?<=\s))# .*", text, re.MULTILINE))


def test_the_catalogue_is_written_in_the_canonical_form() -> None:
    """So that the first change to a file, by hand or from the form, shows that change alone: `ambito formatta`."""
    loose = [file.file for file in REAL if formatted(_text(file), file) != _text(file)]
    assert loose == [], "Questi file non sono in ordine: esegui «ambito formatta»."


def test_every_real_file_keeps_its_facts_and_comments_and_the_form_is_idempotent() -> None:
    for file in FILES:
        before = _text(file)
        after = formatted(before, file)
        assert formatted(after, file) == after, file.file
        assert _records(after, file) == _records(before, file), file.file
        # a # inside a text may be folded elsewhere: what matters is that no comment is lost
        lost = [one for one in _comments(before) if one not in after and not one.startswith("# yaml-language")]
        assert lost == [], file.file


def test_whatever_wrote_a_scheda_the_canonical_form_is_the_same() -> None:
    chance = random.Random(7)
    for file in SCHEDE[::5]:
        values = load_bytes(_text(file).encode(), file.file).value
        keys = list(values)
        chance.shuffle(keys)
        other = yaml.dump(
            {key: values[key] for key in keys},
            Dumper=yaml.CSafeDumper,
            allow_unicode=True,
            sort_keys=False,
            default_style=chance.choice(['"', None]),
            width=chance.choice([40, 10_000]),
        )
        bare = yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        assert formatted(other, file) == formatted(bare, file), file.file


@pytest.mark.parametrize("folder", FOLDERS)
@FEWER
@given(data=st.data())
def test_any_scheda_is_kept_and_the_form_is_idempotent(folder: str, data: st.DataObject) -> None:
    path = Path(f"catalogue/valle/{folder}/prova.yaml")
    file = CatalogueFile(path, path.as_posix(), "scheda", "prova", "valle", folder)
    record = data.draw(records(model_of(file)[0], id="prova", ambito="valle"))
    written = yaml.dump(
        tree(record), Dumper=yaml.CSafeDumper, allow_unicode=True, width=data.draw(st.integers(20, 200))
    )
    after = formatted(written, file)
    assert _records(after, file) == [record]
    assert formatted(after, file) == after


@FEWER
@given(data=st.data(), chance=st.randoms(use_true_random=False))
def test_comments_anywhere_are_kept(data: st.DataObject, chance: random.Random) -> None:
    file = data.draw(st.sampled_from(SCHEDE))
    lines = formatted(_text(file), file).splitlines()
    put: list[str] = []
    commented: list[str] = []
    inside = -1  # the indentation of the key of a text on several lines
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and (not line or indent > inside):
            commented.append(line)
            continue
        inside = -1
        if chance.random() < 0.3:
            put.append(f"# sopra {len(put)}")
            commented.append(" " * indent + put[-1])
        if re.search(r"[>|]-$", line):
            inside = indent
        if chance.random() < 0.3 and not line.startswith("#"):
            put.append(f"# accanto {len(put)}")
            line += f"  {put[-1]}"
        commented.append(line)
    after = formatted("\n".join(commented) + "\n# in fondo\n", file)
    found = re.findall(r"# (?:sopra|accanto) \d+|# in fondo", after)
    assert sorted(found) == sorted([*put, "# in fondo"])
    assert _records(after, file) == _records(_text(file), file)
    assert formatted(after, file) == after


def test_a_comment_stays_with_its_key() -> None:
    file = next(file for file in FILES if file.shape == "ente")
    text = (
        "# yaml-language-server: $schema=../schema/ente.json\n"
        "tipo: comune # perché è un Comune\n"
        "# sul nome\n"
        "nome: Comune di Prova\n"
        "fonti:\n"
        "  # la più recente\n"
        "  - documento: piano # riletto\n"
        "    righe: 12\n"
    )
    assert formatted(text, file) == (
        f"{first_line(file)}\n"
        "# sul nome\n"
        "nome: Comune di Prova\n"
        "tipo: comune  # perché è un Comune\n"
        "fonti:\n"
        "  # la più recente\n"
        "  - documento: piano  # riletto\n"
        '    righe: "12"\n'
    )


def test_empty_lines_between_the_comments_at_the_head_stay() -> None:
    file = next(file for file in FILES if file.shape == "ente")
    head = f"{first_line(file)}\n# Uno.\n\n# Due.\n"
    assert formatted(f"{head}\nnome: Prova\n", file) == f"{head}nome: Prova\n"
    after = formatted(f"# Uno.\n\n{first_line(file)}\nnome: Prova\n", file)
    assert after == f"{first_line(file)}\n# Uno.\nnome: Prova\n"


def test_what_a_kind_adds_stands_before_what_closes_every_scheda() -> None:
    file = next(file for file in FILES if file.folder == "progetti")
    text = "fonti: [{documento: a}]\nobiettivi: [Uno.]\nnome: A\n"
    after = f"{first_line(file)}\nnome: A\nobiettivi: [Uno.]\nfonti:\n  - documento: a\n"
    assert formatted(text, file) == after


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("costo: 'Gratuito.'", "costo: Gratuito."),
        ('costo: "no"', 'costo: "no"'),
        ("costo: 12", 'costo: "12"'),
        ('costo: "due: tre"', 'costo: "due: tre"'),
        ("costo: 0x1f", 'costo: "0x1f"'),
        ("verificato: {da: uno, il: 2026-01-05}", 'verificato: { il: "2026-01-05", da: uno }'),
        ("accesso:\n  diretto: Yes", "accesso: { diretto: sì }"),
        ("finanziamenti: [{importo: 190260.6, fonte: A}]", "finanziamenti:\n  - { fonte: A, importo: 190260.60 }"),
        ("personale: [{figura: A, ore: 7.50}]", "personale:\n  - { figura: A, ore: 7.5 }"),
        ('aree: ["anziani", "minori"]', "aree: [anziani, minori]"),
        ("contatti: [{tipo: telefono, valore: 030 12}]", 'contatti:\n  - { tipo: telefono, valore: "030 12" }'),
        ("requisiti: [{testo: Uno.}]", "requisiti:\n  - testo: Uno."),
        ('descrizione: "Uno.\\n\\nDue."', "descrizione: |-\n  Uno.\n\n  Due."),
        ("come_fare: [Vai.]", "come_fare:\n  - Vai."),
        ("chiave_ignota: { b: 1, a: [x] }", 'chiave_ignota: { b: "1", a: [x] }'),
    ],
)
def test_there_is_one_way_to_write_a_value(written: str, canonical: str) -> None:
    file = next(file for file in FILES if file.folder == "servizi")
    assert formatted(written, file) == f"{first_line(file)}\n{canonical}\n"


def test_a_long_text_is_folded_at_words_and_gives_the_same_text_back() -> None:
    file = next(file for file in FILES if file.folder == "servizi")
    text = "parola " * 60 + "fine."
    after = formatted(f"costo: {text}", file)
    assert after.split("\n")[1] == "costo: >-"
    assert max(map(len, after.split("\n"))) <= 120
    assert load_bytes(after.encode(), "prova.yaml").value == {"costo": text}


def test_a_reader_of_yaml_1_2_takes_no_text_for_something_else() -> None:
    def odd(value: Any) -> list[Any]:
        if isinstance(value, dict | list):
            return [found for one in (value.values() if isinstance(value, dict) else value) for found in odd(one)]
        return [] if isinstance(value, str | int | float) and not isinstance(value, bool) else [value]

    assert [found for file in FILES for found in odd(read(formatted(_text(file), file)))] == []


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["formatta", "--catalogo", str(root), *arguments])


def test_the_command_writes_once_and_then_finds_nothing_to_do(tmp_path: Path) -> None:
    root = copy_of_base(tmp_path)
    first = _run(root, "--controlla")
    assert first.exit_code == 1
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before
    assert _run(root).exit_code == 0
    again = _run(root, "--controlla")
    assert (again.exit_code, "0 da riscrivere" in again.output) == (0, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nome: [a\n", "valle/servizi/assistenza-domiciliare.yaml:"),
        ("solo testo\n", "il file deve contenere righe «chiave: valore»."),
        ("- uno\n- due\n", "il file deve contenere righe «chiave: valore»."),
        ("a" * 300_000, "il file pesa 292 KiB"),
        ("\ufeffnome: A\n", "BOM"),
        ("", "il file è vuoto."),
    ],
    ids=["broken", "text", "list", "huge", "bom", "empty"],
)
def test_a_file_with_errors_is_told_and_left_alone(tmp_path: Path, text: str, said: str) -> None:
    root = copy_of_base(tmp_path)
    path = root / "valle/servizi/assistenza-domiciliare.yaml"
    path.write_text(text, encoding="utf-8")
    result = _run(root, str(path))
    assert result.exit_code == 1
    assert said in result.output
    assert "1 con errori" in result.output
    assert path.read_text(encoding="utf-8") == text


def test_a_verification_is_written_in_the_canonical_form() -> None:
    for file in REAL:
        if file.shape == "scheda":
            after = stamped(_text(file), file, datetime.date(2026, 11, 21), "un-ente", 12)
            assert formatted(after, file) == after, file.file
