"""What is due: schede to verify, periods, bandi, thresholds, broken links; and how it is told."""

import csv
import datetime
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.catalogue import Catalogue, relate
from generator.cli import app
from generator.editing.deadline_reports import REPORTS, by_ente
from generator.editing.deadlines import Due, after_months, deadlines, only
from generator.reading.problem import errors
from generator.reading.reading import read_catalogue
from tests.reading.examples import copy_of_base

DESK = "valle/sportelli/sportello-casa.yaml"
HOME = "valle/servizi/assistenza-domiciliare.yaml"
MONEY = "valle/contributi/aiuto-affitto.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_base(tmp_path)


def _add(root: Path, file: str, line: str) -> None:
    with (root / file).open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")


def _read(root: Path, day: str) -> Catalogue:
    today = datetime.date.fromisoformat(day)
    reading = read_catalogue(root, today)
    assert not errors(reading.problems), reading.problems[0]
    return relate(reading, today)


def _due(root: Path, day: str, days: int = 60) -> dict[tuple[str, str], Due]:
    return {(due.reason, due.key): due for due in deadlines(_read(root, day), days)}


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-03-01", 12, "2027-03-01"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2026-10-31", 2, "2026-12-31"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 1, "2026-12-30"),
    ],
)
def test_months_are_added_as_people_do(start: str, months: int, end: str) -> None:
    assert after_months(datetime.date.fromisoformat(start), months) == datetime.date.fromisoformat(end)


def test_a_scheda_asks_to_be_verified_before_its_term_and_not_sooner(root: Path) -> None:
    key = ("verifica", "valle/assistenza-domiciliare")  # verified on 1 March 2026 for twelve months
    assert key not in _due(root, "2026-12-30")
    assert _due(root, "2026-12-31")[key].on == datetime.date(2027, 3, 1)
    assert _due(root, "2027-06-01")[key].sentence.startswith("Verificata il 1° marzo 2026")


def test_what_was_never_verified_is_due_now_and_what_is_over_is_not(root: Path) -> None:
    found = _due(root, "2026-06-15")
    assert found["verifica", "valle/sportello-casa"].on is None
    assert found["verifica", "valle/sportello-casa"].ente == "associazione-porte-aperte"
    text = (root / DESK).read_text(encoding="utf-8")
    (root / DESK).write_text(text.replace("stato: attivo", "stato: concluso\nmotivo_stato: Finito."), encoding="utf-8")
    assert ("verifica", "valle/sportello-casa") not in _due(root, "2026-06-15")


def test_periods_and_bandi_that_end_are_told_before_and_after(root: Path) -> None:
    _add(root, DESK, 'periodo: { dal: "2026-01-01", al: "2026-07-31" }')
    _add(root, MONEY, 'scadenza: "2026-07-10"')
    found = _due(root, "2026-06-15")
    assert found["periodo", "valle/sportello-casa"].sentence == (
        "Il periodo finisce il 31 luglio 2026: continua, o è concluso?"
    )
    assert found["bando", "valle/aiuto-affitto"].sentence == "Si può chiedere solo fino al 10 luglio 2026."
    assert "È scaduto il 10 luglio 2026: riapre?" in _due(root, "2026-08-01")["bando", "valle/aiuto-affitto"].sentence
    assert ("periodo", "valle/sportello-casa") not in _due(root, "2026-01-15")


def test_a_threshold_that_ends_is_told_with_who_uses_it_and_an_old_one_is_not(root: Path) -> None:
    path = root / "vocabolari/soglie.yaml"
    text = path.read_text(encoding="utf-8")
    assert "isee-affitto-2026:" in text
    old = text[text.index("isee-affitto-2026:") :].split("\n\n")[0]
    (root / "vocabolari/soglie.yaml").write_text(
        text + "\nvecchia:\n  nome: Vecchia\n  valore: 1.00\n  unita: euro\n"
        '  dal: "2020-01-01"\n  al: "2020-12-31"\n  fonti: [{ documento: piano-di-zona, righe: "1" }]\n',
        encoding="utf-8",
    )
    found = _due(root, "2026-12-01")
    assert ("soglia", "vecchia") not in found
    if "al:" in old:
        assert "Aiuto per l'affitto" in found["soglia", "isee-affitto-2026"].sentence


def test_a_broken_link_goes_to_the_ente_that_answers_for_the_scheda(root: Path) -> None:
    broken = {"https://www.valle.example.it/prenota": f"catalogue/{DESK}", "https://x.example": "catalogue/enti/x.yaml"}
    found = [due for due in deadlines(_read(root, "2026-06-15"), 60, broken) if due.reason == "collegamento"]
    assert {due.ente for due in found} == {"associazione-porte-aperte", ""}


def test_only_an_ambito_or_an_ente_may_be_asked_for(root: Path) -> None:
    found = deadlines(_read(root, "2026-06-15"), 60)
    mine = only(found, "valle", "associazione-porte-aperte")
    assert {due.key for due in mine} == {"valle/sportello-casa"}
    assert only(found, "altrove", "") == ()


def test_a_calendar_is_well_formed(root: Path) -> None:
    _add(root, MONEY, 'scadenza: "2026-07-10"')
    catalogue = _read(root, "2026-06-15")
    broken = {f"https://www.valle.example.it/{page}": f"catalogue/{DESK}" for page in ("uno", "due")}
    found = deadlines(catalogue, 60, broken)
    told = REPORTS["ics"](found, catalogue)
    lines = told.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in told.replace("\r\n", "")
    assert "DTSTART;VALUE=DATE:20260710" in lines
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == len(found)
    assert told.count("BEGIN:VEVENT") == told.count("DTSTART") == sum(due.on is not None for due in found) > 0
    assert told.count("BEGIN:VTODO") == told.count("STATUS:NEEDS-ACTION") == sum(due.on is None for due in found) > 2
    assert told == REPORTS["ics"](deadlines(catalogue, 60, broken), catalogue)


def test_a_spreadsheet_takes_no_cell_for_a_formula(root: Path) -> None:
    text = (root / DESK).read_text(encoding="utf-8")
    (root / DESK).write_text(text.replace("nome: Sportello Casa", 'nome: "=1+1"'), encoding="utf-8")
    catalogue = _read(root, "2026-06-15")
    rows = list(csv.reader(io.StringIO(REPORTS["csv"](deadlines(catalogue, 60), catalogue))))
    assert rows[0] == ["motivo", "entro", "id", "nome", "ambito", "ente", "frase", "file"]
    assert [row[3] for row in rows if row[2] == "valle/sportello-casa"] == ["'=1+1"]


def test_each_ente_has_an_issue_with_its_title_on_the_first_line(root: Path) -> None:
    catalogue = _read(root, "2026-06-15")
    lists = by_ente(deadlines(catalogue, 60), catalogue)
    text = lists["associazione-porte-aperte"]
    assert text.startswith("# Schede da verificare: ")
    assert "- [ ] **Sportello Casa** (Valle): Nessun ente l'ha ancora verificata." in text
    assert "ambito verifica" in text


def test_an_issue_holds_what_its_host_lets_it_hold(root: Path) -> None:
    catalogue = _read(root, "2026-06-15")
    ente = "associazione-porte-aperte"
    due = next(one for one in deadlines(catalogue, 60) if one.ente == ente)
    many = tuple(
        replace(due, key=f"valle/{n}", reason=reason) for n in range(400) for reason in ("verifica", "periodo")
    )
    text = by_ente(many, catalogue)[ente]
    assert len(text) < 65_536
    assert f"Qui non ci stanno altre {800 - text.count('- [ ]')}: `ambito scadenze` le dice tutte." in text
    assert REPORTS["markdown"](many, catalogue).count("- [ ]") == 800


def _run(root: Path, *arguments: str) -> Result:
    day = {"SOURCE_DATE_EPOCH": "1781517600"}  # 15 June 2026
    return CliRunner().invoke(app, [*arguments, "--catalogo", str(root)], env=day)


def test_the_command_tells_writes_lists_and_refuses_what_is_not_there(root: Path, tmp_path: Path) -> None:
    told = json.loads(_run(root, "scadenze", "--formato", "json", "--ente", "associazione-porte-aperte").output)
    assert [one["id"] for one in told] == ["valle/sportello-casa"]
    assert _run(root, "scadenze", "--cartella", str(tmp_path / "elenchi")).exit_code == 0
    assert (tmp_path / "elenchi/associazione-porte-aperte.md").is_file()
    assert "Da verificare (" in _run(root, "scadenze").output
    for arguments in (("--ambito", "x"), ("--ente", "x"), ("--formato", "x"), ("--giorni", "-1")):
        assert _run(root, "scadenze", *arguments).exit_code == 2


@pytest.mark.parametrize("id", ["valle/assistenza-domiciliare", "sportello-casa", "casa-rifugio"])
def test_a_stamp_changes_the_verification_and_nothing_else(root: Path, id: str) -> None:
    file = next(root.glob(f"valle/*/{id.rpartition('/')[2]}.yaml"))
    before = file.read_text(encoding="utf-8").splitlines()
    was = _read(root, "2026-06-15").schede[f"valle/{file.stem}"]
    result = _run(root, "verifica", id)
    assert result.exit_code == 0, result.output
    after = file.read_text(encoding="utf-8").splitlines()
    changed = [line for line in after if line not in before]
    assert [line.partition(":")[0] for line in changed] == ["verificato"]
    assert 'il: "2026-06-15"' in changed[0]
    now = _read(root, "2026-06-15").schede[f"valle/{file.stem}"]
    assert now.model_copy(update={"verificato": was.verificato}) == was
    assert ("verifica", f"valle/{file.stem}") not in _due(root, "2026-06-15")


def test_a_stamp_keeps_comments_line_ends_and_a_stamp_of_several_lines(root: Path) -> None:
    path = root / DESK
    text = path.read_text(encoding="utf-8") + (
        "# detto al telefono\nverificato: # visto\n  il: 2025-01-01\n  da: comune-di-valdirose\n# in fondo\n"
    )
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert _run(root, "verifica", "sportello-casa", "--ogni-mesi", "6").exit_code == 0
    after = path.read_bytes().decode()
    assert "# detto al telefono" in after
    assert "# visto" in after
    assert after.rstrip().endswith("# in fondo")
    check = _read(root, "2026-06-15").schede["valle/sportello-casa"].verificato
    assert check is not None
    assert (check.da, check.ogni_mesi, check.il.isoformat()) == ("comune-di-valdirose", 6, "2026-06-15")


def test_a_wrong_stamp_is_refused_and_writes_nothing(root: Path) -> None:
    before = (root / DESK).read_bytes()
    assert _run(root, "verifica", "sportelo-casa").exit_code == 2
    assert _run(root, "verifica", "sportello-casa", "--da", "nessuno").exit_code == 2
    assert (root / DESK).read_bytes() == before
