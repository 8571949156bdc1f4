"""Faults that a text file cannot show: encodings, sizes, file names, links, several files at once."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

GOOD = """nome: Aiuto per la spesa
in_breve: Qualcuno che fa la spesa per te quando non puoi uscire.
stato: attivo
aree: [anziani]
destinatari: [anziani]
comuni: tutti
come_fare: [Telefona al tuo Comune.]
fonti: [{ documento: piano-di-zona }]
"""
PROVA = "valle/servizi/prova.yaml"


@dataclass(frozen=True)
class Fault:
    """What is done to a copy of the base catalogue, and the problems that must come of it: `file:line:column code`."""

    name: str
    do: Callable[[Path], object]
    expected: tuple[str, ...]


def _file(name: str, content: bytes | str, code: str, at: str = "1:1", file: str = PROVA) -> Fault:
    raw = content.encode() if isinstance(content, str) else content

    def write(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(raw)

    return Fault(name, write, (f"catalogue/{file}:{at} {code}",))


def _link(target: str, name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).symlink_to(root / target)


def _cycle(root: Path) -> None:
    (root / "valle/servizi/uno.yaml").write_text(GOOD + "parte_di: due\n", encoding="utf-8")
    (root / "valle/servizi/due.yaml").write_text(GOOD + "parte_di: uno\n", encoding="utf-8")


def _laughs(size: int) -> str:
    lines = ["a0: &a0 [ah, ah, ah, ah, ah, ah, ah, ah, ah]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, size)]
    return "\n".join(lines) + "\n"


MANY = "".join(f"campo{number}: x\n" for number in range(2000))

FAULTS = (
    _file("byte order mark", b"\xef\xbb\xbf" + GOOD.encode(), "codifica"),
    _file("UTF-16 with a byte order mark", GOOD.encode("utf-16"), "codifica"),
    _file("UTF-16 without a byte order mark", GOOD.encode("utf-16-le"), "carattere-nascosto", "1:2"),
    _file("UTF-32 with a byte order mark", GOOD.encode("utf-32"), "codifica"),
    _file("Windows-1252", (GOOD + "costo: Perché è gratis\n").encode("cp1252"), "codifica", "9:13"),
    _file("a cut UTF-8 sequence", GOOD.encode() + b"costo: \xc3\n", "codifica", "9:8"),
    _file("an overlong UTF-8 sequence", GOOD.encode() + b"costo: \xc0\xaf\n", "codifica", "9:8"),
    _file("a UTF-8 surrogate", GOOD.encode() + b"costo: \xed\xa0\x80\n", "codifica", "9:8"),
    _file("a null byte", GOOD + "costo: a\0b\n", "carattere-nascosto", "9:9"),
    _file("a bell", GOOD + "costo: \x07\n", "carattere-nascosto", "9:8"),
    _file("an escape sequence of a terminal", GOOD + "costo: \x1b[31mrosso\n", "carattere-nascosto", "9:8"),
    _file("a delete character", GOOD + "costo: a\x7f\n", "carattere-nascosto", "9:9"),
    _file("a next-line character", GOOD + "costo: a\x85b\n", "carattere-nascosto", "9:9"),
    _file("a line separator", GOOD + "costo: a\u2028b\n", "carattere-nascosto", "9:9"),
    _file("a right-to-left isolate", GOOD + "costo: a\u2067b\n", "carattere-nascosto", "9:9"),
    _file("a byte order mark inside", GOOD + "costo: a\ufeffb\n", "carattere-nascosto", "9:9"),
    _file("a noncharacter", GOOD + "costo: a\uffffb\n", "carattere-nascosto", "9:9"),
    _file("letters hidden in tags", GOOD + "costo: a\U000e0041b\n", "carattere-nascosto", "9:9"),
    _file("an empty file", b"", "file-vuoto"),
    _file("only spaces and line ends", b"  \n\n   \n", "file-vuoto"),
    _file("only three hyphens", b"---\n", "file-vuoto"),
    _file("one megabyte", GOOD + "# " + "x" * 1_000_000 + "\n", "file-troppo-grande"),
    _file("a thousand brackets", "nome: " + "[" * 1000 + "]" * 1000, "troppi-livelli", "1:26"),
    _file("a thousand open brackets", "[" * 1000, "troppi-livelli", "1:21"),
    _file("a thousand braces", "{a: " * 1000, "troppi-livelli", "1:81"),
    _file(
        "six hundred indented levels",
        "".join(" " * n + "a:\n" for n in range(600)),
        "troppi-livelli",
        "21:21",
    ),
    _file("a thousand hyphens", "- " * 1000 + "a\n", "troppi-livelli", "1:41"),
    _file("too many problems", GOOD + MANY, "troppi-problemi", "108:1"),
    _file("a billion laughs", GOOD + _laughs(12), "ancora", "9:5"),
    _file("a .yml file", GOOD, "file-fuori-posto", file="valle/servizi/prova.yml"),
    _file("a file in capitals", GOOD, "file-fuori-posto", file="valle/servizi/PROVA.YAML"),
    _file("a file of another kind", "x", "file-fuori-posto", file="valle/servizi/foto.jpg"),
    _file("an unknown folder", GOOD, "file-fuori-posto", file="valle/servizzi/prova.yaml"),
    _file("a scheda in the Ambito's folder", GOOD, "file-fuori-posto", file="valle/prova.yaml"),
    _file("a scheda in the catalogue's folder", GOOD, "file-fuori-posto", file="prova.yaml"),
    _file("a scheda one folder too deep", GOOD, "file-fuori-posto", file="valle/servizi/casa/prova.yaml"),
    _file("an unknown vocabulary", "a: { nome: Alba }\n", "file-fuori-posto", file="vocabolari/colori.yaml"),
    _file("a folder that is no Ambito", GOOD, "file-fuori-posto", file="vale/servizi/prova.yaml"),
    _file("a name with capitals", GOOD, "nome-file", file="valle/servizi/Prova.yaml"),
    _file("a name with spaces", GOOD, "nome-file", file="valle/servizi/la spesa.yaml"),
    _file("a name with accents", GOOD, "nome-file", file="valle/servizi/età.yaml"),
    _file("a name with dots", GOOD, "nome-file", file="valle/servizi/a..b.yaml"),
    _file("a name that is too long", GOOD, "nome-file", file=f"valle/servizi/{'a' * 81}.yaml"),
    Fault(
        "a name with an escape sequence",
        lambda root: (root / "valle/servizi/a\x1b[2J.yaml").write_text(GOOD, encoding="utf-8"),
        ("catalogue/valle/servizi/a�[2J.yaml:1:1 nome-file",),
    ),
    Fault(
        "a name that is no UTF-8",
        lambda root: Path(os.fsdecode(os.fsencode(root) + b"/valle/servizi/a\xff.yaml")).write_bytes(b""),
        ("catalogue/valle/servizi/a�.yaml:1:1 nome-file",),
    ),
    Fault(
        "a link to a file",
        _link("documenti.yaml", "valle/servizi/prova.yaml"),
        ("catalogue/valle/servizi/prova.yaml:1:1 collegamento-simbolico",),
    ),
    Fault("a link to a folder", _link("valle", "monte"), ("catalogue/monte:1:1 collegamento-simbolico",)),
    Fault(
        "a link to nothing",
        _link("nulla", "valle/x.yaml"),
        ("catalogue/valle/x.yaml:1:1 collegamento-simbolico",),
    ),
    Fault(
        "a circle of schede",
        _cycle,
        (
            "catalogue/valle/servizi/due.yaml:9:11 parte-di-se-stessa",
            "catalogue/valle/servizi/uno.yaml:9:11 parte-di-se-stessa",
        ),
    ),
    _file("outlines that are no JSON", "{", "confini", file="valle/confini.geojson"),
    _file("outlines nested without end", "[" * 100_000, "confini", file="valle/confini.geojson"),
    _file("outlines of another kind", '{"type": "Polygon"}', "confini", file="valle/confini.geojson"),
    Fault("no catalogue", shutil.rmtree, ("catalogue:1:1 file-illeggibile",)),
)
