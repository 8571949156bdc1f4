"""The example files under `tests/examples`: how they are placed in the base catalogue and what they expect."""

import datetime
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.reading.problem import Problem

EXAMPLES = Path(__file__).parent.parent / "examples"
BASE = EXAMPLES / "base"
DAY = datetime.date(2026, 6, 15)
"""The day on which every example is read."""

SCHEDE = frozenset({"servizi", "sportelli", "progetti", "contributi", "strutture", "avvisi"})
OTHER_AMBITO = {
    "mare/ambito.yaml": (
        "nome: Ambito del Mare\nnome_breve: Mare\nin_breve: Un Comune sul mare.\n"
        "ente: ambito-della-valle\nfonti: [{ documento: piano-di-zona }]\n"
    ),
    "mare/comuni.yaml": ('marina: { nome: Marina, istat: "017099", provincia: BS, ente: comune-di-valdirose }\n'),
}


@dataclass(frozen=True)
class Example:
    """An invalid file: where it is put, and the one problem it must give, as its first lines say."""

    path: Path
    where: str
    expected: str

    @property
    def code(self) -> str:
        """The code of the expected problem."""
        return self.expected.split(" ")[1]


def copy_of_base(folder: Path) -> Path:
    """A copy of the base catalogue that a test may change."""
    return Path(shutil.copytree(BASE, folder / "catalogue"))


def target(where: str) -> str:
    """The path in the catalogue for the word after `# in:`."""
    if where.startswith("come: "):
        return where.removeprefix("come: ")
    if where in SCHEDE:
        return f"valle/{where}/prova.yaml"
    if where in {"ambito", "comuni", "sedi", "carta"}:
        return f"valle/{where}.yaml"
    if where == "enti":
        return "enti/prova.yaml"
    return "valle/servizi/prova.yaml" if where == "altro-ambito" else f"{where}.yaml"


def place(content: bytes, where: str, folder: Path) -> Path:
    """A copy of the base catalogue with one file more, or one file replaced."""
    root = copy_of_base(folder)
    if where == "altro-ambito":
        (root / "mare").mkdir()
        for name, text in OTHER_AMBITO.items():
            (root / name).write_text(text, encoding="utf-8")
    (root / target(where)).write_bytes(content)
    return root


def render(problem: Problem) -> str:
    """A problem as the first line of an example says it (see tests/examples/README.md)."""
    head = f"{problem.line}:{problem.column} {problem.code} {problem.path or '-'}"
    return " | ".join(part for part in (head, problem.message, problem.remedy) if part)


def _where(path: Path) -> str:
    second = path.read_text(encoding="utf-8").split("\n", 2)[1]
    return second.removeprefix("# in: ") if second.startswith("# in: ") else "servizi"


def invalid_examples() -> list[Example]:
    """Every file of `tests/examples/invalid`."""
    found = []
    for path in sorted((EXAMPLES / "invalid").glob("*.yaml")):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        found.append(Example(path, _where(path), first.removeprefix("# atteso: ")))
    return found


def valid_examples() -> list[tuple[Path, str]]:
    """Every file of `tests/examples/valid`, with the place where it is put."""
    return [(path, _where(path)) for path in sorted((EXAMPLES / "valid").glob("*.yaml"))]
