"""What `make bench` measures: each measure is a function that gives rows of the table."""

import gzip
import json
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.benchmarks import plain_material
from tests.benchmarks.carta import carta
from tests.benchmarks.guides import guides
from tests.benchmarks.phone import phone
from tests.benchmarks.process import CommandError, Run, run
from tests.benchmarks.review import review
from tests.benchmarks.search import search
from tests.benchmarks.serve import serve
from tests.benchmarks.shapes import Model, model_of
from tests.benchmarks.synthetic import SCHEDE_OF_AMBITO, Size, write_catalogue

ROOT = Path(__file__).resolve().parents[2]
AMBITO, MKDOCS = (Path(sys.executable).with_name(name) for name in ("ambito", "mkdocs"))
MB = 1_000_000
KB = 1024


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `good` is None where there is no budget."""

    what: str
    measured: str
    budget: str = ""
    good: bool | None = None


@dataclass
class Bench:
    """The folder where catalogues are made and built, how large they are, and how often each is built."""

    folder: Path
    quick: bool = False
    runs: int = 3

    @cached_property
    def model(self) -> Model:
        """The shapes of the real schede."""
        return model_of(ROOT / "catalogue")

    @property
    def large(self) -> int:
        """How many schede the whole build has."""
        return 800 if self.quick else 3200

    def project(self, schede: int, *, of_ambito: int = SCHEDE_OF_AMBITO) -> Path:
        """The folder of a synthetic catalogue of so many schede, ready to be built."""
        folder = self.folder / f"{schede}-{of_ambito}"
        if not folder.exists():
            folder.mkdir()
            size = Size(max(1, schede // of_ambito), min(schede, of_ambito))
            write_catalogue(folder / "catalogue", self.model, size)
            shutil.copy(ROOT / "mkdocs.yml", folder)
        return folder

    def real(self) -> Path:
        """A copy of the real catalogue, built. Raises CommandError if it has errors."""
        folder = self.folder / "vero"
        if not folder.exists():
            shutil.copytree(ROOT / "catalogue", folder / "catalogue")
            shutil.copy(ROOT / "mkdocs.yml", folder)
        if not (folder / "site").exists():
            run([AMBITO, "build"], folder)
        return folder


def build_cold(folder: Path, *, memory: bool = False) -> Run:
    """One build with nothing there before."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run([AMBITO, "build"], folder, memory=memory)


def check(bench: Bench) -> Iterator[Row]:
    """`ambito check` on the real catalogue."""
    files = sum(1 for _ in (ROOT / "catalogue").rglob("*.yaml"))
    what = f"`ambito check`, il catalogo vero ({files} file)"
    try:
        seconds = statistics.median(run([AMBITO, "check"], ROOT).seconds for _ in range(5))
    except CommandError:
        yield Row(what, "il catalogo ha errori: prima vanno corretti", "< 1 s", False)
        return
    yield Row(what, f"{_number(seconds, 2)} s", "< 1 s", seconds < 1)


def build(bench: Bench) -> Iterator[Row]:
    """The whole cold build, its memory, and plain Material on the same pages."""
    schede = bench.large
    runs = [build_cold(bench.project(schede)) for _ in range(bench.runs)]
    seconds = statistics.median(one.seconds for one in runs)
    processor = statistics.median(one.processor for one in runs)
    folder = bench.project(schede)
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    comuni = sum(1 for _ in (folder / "site/comuni").iterdir()) - 1
    what = f"costruzione completa da zero: {_thousands(schede)} schede, {comuni} Comuni, {_thousands(pages)} pagine"
    shown = f"{_number(seconds)} s (processore {_number(processor)} s)"
    if bench.quick:
        yield Row(what, shown)
    else:
        yield Row(what, shown, "≤ 6 s", seconds <= 6)
    memory = build_cold(folder, memory=True).memory
    if memory:
        yield Row("… memoria di tutti i processi insieme", f"{memory / MB:.0f} MB", "< 500 MB", memory < 500 * MB)
    plain = bench.folder / "material"
    same = plain_material.write_project(folder / "site", plain)
    material = run([MKDOCS, "build", "-q"], plain)
    ratio = material.seconds / seconds
    yield Row(f"… Material da solo, le stesse {_thousands(same)} pagine in Markdown", f"{_number(material.seconds)} s")
    yield Row("… quante volte più veloce", f"{_number(ratio)} ×", "≥ 8 ×", ratio >= 8)


def flat(bench: Bench) -> Iterator[Row]:
    """The cost of a page, from a small catalogue to one sixteen times larger. What starting costs is taken away."""
    small, many = (800, 3200) if bench.quick else (800, 12800)
    runs: dict[int, list[Run]] = {16: [], small: [], many: []}
    for schede in (16, small, small, many, small, small, 16):  # before and after: processors are not always as fast
        runs[schede].append(build_cold(bench.project(schede)))
    start = statistics.median(one.processor for one in runs[16])
    costs = []
    for schede in (small, many):
        pages = sum(1 for _ in (bench.project(schede) / "site").rglob("*.html"))
        costs.append((statistics.median(one.processor for one in runs[schede]) - start) / pages * 1000)
    change = costs[1] / costs[0] - 1
    what = f"costo di una pagina, da {_thousands(small)} a {_thousands(many)} schede (millisecondi di processore)"
    shown = f"{_number(costs[0], 2)} → {_number(costs[1], 2)} ms ({change:+.0%})".replace("%", " %")
    yield Row(what, shown, "± 20 %", abs(change) <= 0.2)
    yield Row(f"… costruzione da zero di {_thousands(many)} schede", f"{_number(runs[many][0].seconds)} s")


def page_size(bench: Bench) -> Iterator[Row]:
    """The HTML of the real schede's pages, as it travels."""
    try:
        site = bench.real() / "site"
    except CommandError:
        yield Row("HTML di una scheda", "il catalogo ha errori: prima vanno corretti", "≤ 12 KB gzip", False)
        return
    schede = json.loads((site / "dati/schede.json").read_text(encoding="utf-8"))
    sizes = sorted(len(_zipped(site / one["url"].strip("/") / "index.html")) for one in schede)
    shown = f"{_number(statistics.median(sizes) / KB)} KB in mezzo, {_number(sizes[-1] / KB)} KB la più grande"
    yield Row(f"HTML di una scheda, gzip ({len(sizes)} schede vere)", shown, "≤ 12 KB", sizes[-1] <= 12 * KB)


def first_search(bench: Bench) -> Iterator[Row]:
    """What the first search downloads: lunr, the lexicon and the index of an Ambito."""
    synthetic = bench.project(150, of_ambito=150)
    build_cold(synthetic)
    yield _search_row("un Ambito sintetico", synthetic / "site")
    try:
        site = bench.real() / "site"
        yield _search_row("il più grande dei veri", site)
        scripts = (site / f"risorse/js/search/{name}.js" for name in ("main", "combobox", "remote", "worker"))
        size = sum(len(_zipped(script)) for script in scripts)
        yield Row("… più gli script che cercano e mostrano", f"{_number(size / KB)} KB")
        size = len(_zipped(site / "dati/ricerca/dialetti.json"))
        yield Row("… più i dialetti, solo per chi scrive una parola sconosciuta", f"{_number(size / KB)} KB")
    except CommandError:
        yield Row("prima ricerca", "il catalogo ha errori: prima vanno corretti", "≤ 70 KB gzip", False)


def _search_row(which: str, site: Path) -> Row:
    data = site / "dati/ricerca"
    shared = sum(len(_zipped(path)) for path in (site / "risorse/js/lunr.js", data / "indice.json"))
    indexes = [path for path in data.glob("*.json") if path.stem not in {"indice", "pagine", "dialetti"}]
    largest = max(indexes, key=lambda path: len(_zipped(path)))
    schede = len(json.loads(largest.read_text(encoding="utf-8"))["schede"])
    size = shared + len(_zipped(largest))
    what = f"prima ricerca, gzip: lunr, parole e indice di {schede} schede ({which})"
    return Row(what, f"{_number(size / KB)} KB", "≤ 70 KB", size <= 70 * KB)


MEASURES: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "check": check,
    "build": build,
    "pagina": flat,
    "html": page_size,
    "ricerca": first_search,
    "telefono": phone,
    "serve": serve,
    "redazione": review,
    "carta": carta,
    "guide": guides,
    "confronto": search,
    # a new measure is a function like those above and a line here
}


def _zipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 9, mtime=0)


def _number(value: float, decimals: int = 1) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")


def _thousands(value: int) -> str:
    return f"{value:,}".replace(",", ".") if value >= 10_000 else str(value)
