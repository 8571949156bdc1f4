"""The example files: a valid one gives no problem, an invalid one gives exactly the problem it states."""

from pathlib import Path

import pytest

from generator.checking import checked
from generator.model.scheda import KINDS, Scheda
from generator.reading.problem import PROBLEM_KINDS
from generator.reading.reading import read_catalogue
from generator.reading.sentences import written
from tests.reading.examples import (
    BASE,
    DAY,
    SCHEDE,
    Example,
    copy_of_base,
    invalid_examples,
    place,
    render,
    target,
    valid_examples,
)
from tests.reading.faults import FAULTS, Fault

INVALID = invalid_examples()


def test_the_base_catalogue_has_no_problem() -> None:
    reading, _ = checked(BASE, DAY)
    assert reading.problems == ()
    kinds = {type(entry.record) for entry in reading.index.of("scheda").values()}
    assert kinds == set(KINDS.values())


@pytest.mark.parametrize(("path", "where"), valid_examples(), ids=lambda value: Path(value).stem)
def test_a_valid_file_gives_no_problem(path: Path, where: str, tmp_path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    root = place(path.read_bytes(), where, tmp_path)
    assert [str(problem) for problem in checked(root, DAY)[0].problems] == []


@pytest.mark.parametrize("example", INVALID, ids=lambda example: example.path.stem)
def test_an_invalid_file_gives_exactly_its_problem(example: Example, tmp_path: Path) -> None:
    root = place(example.path.read_bytes(), example.where, tmp_path)
    problems = checked(root, DAY)[0].problems
    assert [render(problem) for problem in problems] == [example.expected]
    assert problems[0].file == f"catalogue/{target(example.where)}"


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_built_by_code_gives_exactly_its_problems(fault: Fault, tmp_path: Path) -> None:
    root = copy_of_base(tmp_path)
    fault.do(root)
    problems = read_catalogue(root, DAY).problems
    told = [f"{p.file}:{p.line}:{p.column} {p.code}" for p in problems]
    if fault.name in {"too many problems", "a billion laughs"}:  # one more problem for each line of the file
        assert set(fault.expected) <= set(told)
    else:
        assert told == list(fault.expected)


def test_every_kind_of_problem_has_an_example() -> None:
    shown = {example.code for example in INVALID}
    shown |= {expected.rsplit(" ", 1)[1] for fault in FAULTS for expected in fault.expected}
    assert shown == set(PROBLEM_KINDS)


def test_there_are_faults_enough() -> None:
    assert len(INVALID) >= 70
    assert len({example.path.stem for example in INVALID} | {fault.name for fault in FAULTS}) >= 250


def test_every_field_of_a_scheda_is_filled_in_some_valid_file() -> None:
    filled: dict[str, set[str]] = {folder: set() for folder in SCHEDE}
    for path, where in valid_examples():
        lines = path.read_text(encoding="utf-8").splitlines()
        filled[where] |= {line.split(":")[0] for line in lines if line[:1].isalpha()}
    everywhere = set().union(*filled.values())
    for model in KINDS.values():
        fields = {name for name, field in model.model_fields.items() if written(field)}
        assert fields <= everywhere, model.__name__
    assert {name for name, field in Scheda.model_fields.items() if written(field)} <= filled["sportelli"]


def test_every_message_is_a_sentence_with_a_remedy() -> None:
    for example in INVALID:
        _, _, message = example.expected.partition(" | ")
        said, _, remedy = message.partition(" | ")
        assert said.endswith("."), example.path.name
        assert remedy, example.path.name
