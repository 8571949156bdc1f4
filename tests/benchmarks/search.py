"""The search beside Pagefind, MiniSearch and Material's own: the same pages of schede, the same queries, in Chromium.

Pagefind and MiniSearch come from npm into a temporary folder; what cannot be had is left out and said. None of the
others knows of Comuni: where a query has one, the schede that are not for its residents are taken out of every
engine's results, so that only what it finds and its order are compared. MiniSearch gets the fields and weights of
our index and the words of the vocabularies, accents folded, prefixes and slips, as its documentation suggests; no
synonyms.
"""

import gzip
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, Page, sync_playwright

from generator.catalogue import Catalogue, relate
from generator.clock import today
from generator.reading.reading import read_catalogue
from generator.search.concepts import KINDS as KINDS_OF_CONCEPT
from generator.search.concepts import words_of_concepts
from generator.search.documents import FIELDS, documents_of
from generator.search.evaluation import Domanda, read_questions
from generator.search.matching import OF_KIND
from tests.benchmarks import plain_material
from tests.benchmarks.process import CommandError, run
from tests.browser.find_chromium import LAUNCH_ARGS, chromium_path
from tests.browser.served import served

if TYPE_CHECKING:
    from tests.benchmarks.measures import Bench, Row

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("servizi", "sportelli", "progetti", "contributi", "strutture")
LARGEST = "cinisello-balsamo"
MOST_MS = 10.0

_OURS = """async ({queries}) => {
  const { openLibrary } = await import("/risorse/js/search/loader.js");
  const { ask } = await import("/risorse/js/search/engine.js");
  const library = openLibrary();
  const { contents, lexicon } = await library.knowledge();
  const indexes = await Promise.all(contents.indici.map(library.index));
  for (const [text] of queries.slice(0, 20)) ask(text, lexicon, null, indexes);
  for (const index of indexes) index.asked.clear();
  const made = [];
  for (const [text, comune] of queries) {
    const own = indexes.filter(({ id }) => id === lexicon.ambitoOf.get(comune) || id === "pagine");
    const asked = own.length > 1 ? own : indexes;
    const from = performance.now();
    const { hits } = ask(text, lexicon, comune, asked);
    made.push([hits.filter(({ index }) => index !== "pagine").map(({ key }) => key), performance.now() - from]);
    if (own.length > 1) {
      const start = performance.now();
      ask(text, lexicon, "tutti", indexes);
      made.at(-1)[1] = performance.now() - start;
    }
  }
  return made;
}"""

_MINISEARCH = """async ({queries, documents, fields, weights}) => {
  const { default: MiniSearch } = await import("/minisearch.js");
  const fold = (term) => term.toLowerCase().normalize("NFD").replace(/[\\u0300-\\u036f]/g, "");
  const tokenize = (text) => text.split(/[^\\p{L}\\p{N}]+/u).filter((term) => term.length > 1);
  const mini = new MiniSearch({ fields, tokenize, processTerm: fold });
  mini.addAll(documents);
  const options = { boost: weights, prefix: (term) => term.length > 3, fuzzy: 0.2, processTerm: fold, tokenize };
  const index = JSON.stringify(mini);
  for (const [text] of queries.slice(0, 20)) mini.search(text, options);
  const made = queries.map(([text]) => {
    const from = performance.now();
    const keys = mini.search(text, options).map(({ id }) => id);
    return [keys, performance.now() - from];
  });
  return { made, index };
}"""

_PAGEFIND = """async ({queries}) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.options({ excerptLength: 1 });
  await pagefind.search(queries[0][0]);
  const made = [];
  for (const [text] of queries) {
    const from = performance.now();
    const { results } = await pagefind.search(text);
    const spent = performance.now() - from;
    const first = await Promise.all(results.slice(0, 30).map((result) => result.data()));
    made.push([first.map(({ url }) => url), spent]);
  }
  return made;
}"""

_MATERIAL_SPY = """(() => {
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(...given) { super(...given); window.searchWorker = this; }
  };
})()"""

_MATERIAL = """async ({queries}) => {
  const box = document.querySelector(".md-search__input");
  box.focus();
  const reply = (wait) => new Promise((resolve) => {
    const worker = window.searchWorker;
    const end = (found) => { worker.removeEventListener("message", hear); resolve(found); };
    const hear = ({ data }) => data.type === 3 && end(data.data);
    worker.addEventListener("message", hear);
    setTimeout(end, wait, null);
  });
  const type = (text) => { box.value = text; box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); };
  for (let tries = 0; tries < 40; tries += 1) {
    const ready = reply(500);
    type("prova " + tries);
    if (await ready) break;
  }
  const made = [];
  for (const [text] of queries) {
    const answer = reply(3000);
    const from = performance.now();
    type(text);
    const found = await answer;
    made.push([(found?.items ?? []).map(([page]) => page.location), performance.now() - from]);
  }
  return made;
}"""


def search(bench: "Bench") -> Iterator["Row"]:
    """Success, bytes before the first result, and milliseconds a query, of four engines."""
    from tests.benchmarks.measures import Row

    real = bench.real()
    catalogue = relate(read_catalogue(real / "catalogue", today()), today())
    questions = read_questions(ROOT / "tests/search/domande.yaml")
    # Not in `bench.folder`: that may be in memory, where a program may not be run from.
    with tempfile.TemporaryDirectory(prefix="ambito-ricerca-") as folder, sync_playwright() as playwright:
        work = Path(folder)
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        rival = _Rivals(browser, catalogue, questions, real / "site", work)
        for name, engine in (
            ("questa", rival.ours),
            ("Pagefind", rival.pagefind),
            ("MiniSearch, stessi campi", rival.minisearch),
            ("Material", rival.material),
        ):
            try:
                made, size = engine()
            except (CommandError, OSError, subprocess.SubprocessError) as missing:
                yield Row(f"ricerca, {name}", f"non si può avere qui: {str(missing).splitlines()[0][:60]}")
                continue
            yield from _rows(Row, name, rival.success(made), [spent for _, spent in made], size, ours=name == "questa")
        browser.close()


def _rows(
    row: type["Row"], name: str, success: tuple[float, float, float], spent: list[float], size: int, *, ours: bool
) -> Iterator["Row"]:
    shown = " / ".join(f"{one:.0f}" for one in success)
    yield row(f"ricerca, {name}: domande con la scheda giusta al primo posto, nei primi 3, nei primi 5", f"{shown} %")
    slow = statistics.quantiles(spent, n=20)[-1]
    told = f"{slow:.1f} ms".replace(".", ",")
    kilobytes = size / 1024
    if ours:
        what = f"… byte alla prima ricerca (gzip), {LARGEST}, con tutti gli script"
        yield row(what, f"{kilobytes:.0f} KB")
        yield row("… una ricerca, 95° percentile, tutte le schede", told, f"≤ {MOST_MS:.0f} ms", slow <= MOST_MS)
    else:
        yield row("… byte alla prima ricerca (gzip)", f"{kilobytes:.0f} KB")
        yield row("… una ricerca, 95° percentile", told)


class _Rivals:
    """The engines, each asked the same; `made` is for each question the keys found and the milliseconds."""

    def __init__(
        self, browser: Browser, catalogue: Catalogue, questions: Sequence[Domanda], site: Path, work: Path
    ) -> None:
        self.browser, self.catalogue, self.questions, self.site, self.work = browser, catalogue, questions, site, work
        self.queries = [[one.cerca, one.comune] for one in questions]
        self.key_of = {
            f"{kind}/{key}": key
            for key in catalogue.schede
            for kind in KINDS
            if (site / kind / key / "index.html").is_file()
        }

    def success(self, made: Sequence[Sequence[Any]]) -> tuple[float, float, float]:
        """Per cent of the questions whose answer is first, in the first 3, in the first 5."""
        places = [self._place(question, keys) for question, (keys, _) in zip(self.questions, made, strict=True)]
        first, third, fifth = (100 * statistics.mean(place <= most for place in places) for most in (1, 3, 5))
        return first, third, fifth

    def _place(self, question: Domanda, keys: Sequence[str]) -> int:
        asked = question.comune or next(
            (self.catalogue.schede[key].ambito for key in question.giuste if question.genere == "con-comune"), None
        )
        mine = [key for key in keys if self._for(key, asked)]
        return next((place for place, key in enumerate(mine, 1) if key in question.giuste), 999)

    def _for(self, key: str, asked: str | None) -> bool:
        scheda = self.catalogue.schede[key]
        return asked in (None, scheda.ambito) or asked in {one.id for one in self.catalogue.comuni_of(scheda)}

    def ours(self) -> tuple[list[Any], int]:
        """This project's, on the site as it is. The bytes are those of a search from a page of the largest Ambito."""
        with served(self.site) as address:
            page = self._open(address)
            made: list[Any] = page.evaluate(_OURS, {"queries": self.queries})
            page.context.close()
            page = self._open(address + f"ambiti/{LARGEST}/")
            page.wait_for_load_state("networkidle")
            sent = _listen(page, self.site, address)
            page.locator("#ricerca-testata").press_sequentially("affitto")
            page.locator("[role=option][data-scheda]").first.wait_for()
            size = sum(size for file, size in sent.items() if _of_this_search(file))
            page.context.close()
        return made, size

    def pagefind(self) -> tuple[list[Any], int]:
        """Pagefind's own program on the pages of the schede."""
        self._npm("pagefind")
        folder = self.work / "pagefind"
        self._pages(folder)
        program = next((self.work / "node_modules/@pagefind").glob("*/bin/pagefind_extended"))
        run([program, "--site", str(folder), "--root-selector", "article", "--force-language", "it"], folder)
        (folder / "index.html").write_text("<!doctype html><title>prova</title>", "utf-8")
        with served(folder) as address:
            page = self._open(address)
            sent = _listen(page, folder, address)
            page.evaluate(_PAGEFIND, {"queries": self.queries[:1]})
            size = sum(sent.values())
            made = page.evaluate(_PAGEFIND, {"queries": self.queries})
            page.context.close()
        return [[self._keys(urls), spent] for urls, spent in made], size

    def minisearch(self) -> tuple[list[Any], int]:
        """MiniSearch on the texts of our own index."""
        self._npm("minisearch")
        folder = self.work / "minisearch"
        folder.mkdir()
        source = self.work / "node_modules/minisearch/dist/es/index.js"
        shutil.copy(source, folder / "minisearch.js")
        (folder / "index.html").write_text("<!doctype html><title>prova</title>", "utf-8")
        documents = [
            {
                "id": f"{ambito}/{one.id}",
                **{field.name: " . ".join(text) for field, text in zip(FIELDS, one.texts, strict=True)},
                **words_of_concepts(self.catalogue, one.concetti),
            }
            for ambito in self.catalogue.ambiti
            for one in documents_of(self.catalogue, ambito)
        ]
        given = {
            "queries": self.queries,
            "documents": documents,
            "fields": [*(field.name for field in FIELDS), *KINDS_OF_CONCEPT],
            "weights": {field.name: field.weight for field in FIELDS}
            | dict(zip(KINDS_OF_CONCEPT, OF_KIND, strict=True)),
        }
        with served(folder) as address:
            page = self._open(address)
            answer = page.evaluate(_MINISEARCH, given)
            page.context.close()
        size = _zipped(answer["index"].encode()) + _zipped(source.read_bytes())
        return answer["made"], size

    def material(self) -> tuple[list[Any], int]:
        """The search that Material brings along, in Italian, on the same pages in Markdown."""
        from tests.benchmarks.measures import MKDOCS

        pages, plain = self.work / "pagine", self.work / "material"
        self._pages(pages)
        (pages / "index.html").write_text("<!doctype html><title>prova</title>", "utf-8")
        plain_material.write_project(pages, plain)
        run([MKDOCS, "build", "-q"], plain)
        site = plain / "site"
        with served(site) as address:
            page = self._open("about:blank")
            page.add_init_script(_MATERIAL_SPY)
            sent = _listen(page, site, address)
            page.goto(address)
            made = page.evaluate(_MATERIAL, {"queries": self.queries})
            page.context.close()
        size = sum(size for file, size in sent.items() if "search" in file)
        return [[self._keys(urls), spent] for urls, spent in made], size

    def _open(self, address: str) -> Page:
        page = self.browser.new_context(service_workers="block").new_page()
        page.goto(address)
        return page

    def _keys(self, urls: Sequence[str]) -> list[str]:
        paths = (url.split("#")[0].strip("/") for url in urls)
        return list(dict.fromkeys(self.key_of[path] for path in paths if path in self.key_of))

    def _pages(self, folder: Path) -> None:
        """The pages of the schede, alone."""
        for kind in KINDS:
            for file in (self.site / kind).glob("*/*/index.html"):
                target = folder / file.relative_to(self.site)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, target)

    def _npm(self, package: str) -> None:
        command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(self.work), package]
        run(command, self.work)


def _of_this_search(file: str) -> bool:
    """What the first result needs; the indexes of the other Ambiti come after it."""
    data = {f"dati/ricerca/{name}.json" for name in ("indice", LARGEST)}
    return "js/search/" in file or file in data or file.endswith(("js/lunr.js", "js/opening.js"))


def _listen(page: Page, site: Path, address: str) -> dict[str, int]:
    """The files that the page asks for from now on, each with its bytes as a server would send them."""
    sent: dict[str, int] = {}

    def note(url: str) -> None:
        file = site / url.removeprefix(address).split("?")[0]
        if url.startswith(address) and file.is_file():
            whole = file.read_bytes()
            sent[file.relative_to(site).as_posix()] = min(len(whole), _zipped(whole))

    page.context.on("request", lambda request: note(request.url))
    return sent


def _zipped(whole: bytes) -> int:
    return len(gzip.compress(whole, 9))
