"""Many files are read by more than one process: what comes out is what one process gives."""

from pathlib import Path

import pytest

from generator.reading import reading
from generator.reading.layout import walk
from generator.reading.reading import read_catalogue, read_files
from tests.reading.examples import BASE, DAY, copy_of_base
from tests.reading.faults import GOOD


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    root = copy_of_base(tmp_path)
    for number in range(120):
        fault = "costo: <b>x</b>\n" if number % 3 == 0 else "collegate: [nulla]\n" if number % 3 == 1 else ""
        (root / f"valle/servizi/s{number}.yaml").write_text(GOOD + fault, encoding="utf-8")
    return root


def test_reading_in_parallel_gives_the_same(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serial = read_catalogue(catalogue, DAY)
    monkeypatch.setattr(reading, "PARALLEL_FROM", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    parallel = read_catalogue(catalogue, DAY)
    assert len(serial.problems) == 80
    assert parallel.problems == serial.problems
    assert parallel.files == serial.files
    assert parallel.index.declared == serial.index.declared
    one = [(entry.source, entry.record) for entry in serial.index.all()]
    assert [(entry.source, entry.record) for entry in parallel.index.all()] == one


def test_places_survive_the_way_between_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    files, _, _ = walk(BASE)
    serial = read_files(files, DAY)
    monkeypatch.setattr(reading, "PARALLEL_FROM", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    parallel = read_files(files, DAY)
    assert [file.source for file in parallel] == [file.source for file in serial]
    for one, other in zip(serial, parallel, strict=True):
        assert [entry.place for entry in one.entries] == [entry.place for entry in other.entries]
