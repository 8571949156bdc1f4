"""What the guides ask of a slow phone: the time to the next question in Chromium, four times slower, and the bytes."""

import gzip
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.find_chromium import LAUNCH_ARGS, chromium_path
from tests.browser.served import served

if TYPE_CHECKING:
    from tests.benchmarks.measures import Bench, Row

SLOWER = 4
MOST_MS, MOST_KB = 20.0, 40.0
PEOPLE = 60

_WALKS = """async ({data, people}) => {
  const { Interview } = await import("/risorse/js/guide/interview.js");
  const interview = new Interview(await (await fetch(data)).json(), "2026-11-22");
  let seed = 328;
  const chance = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const answerTo = ({ chiave, opzioni }) => {
    if (chiave === "eta") return new Array(2).fill(20 + chance(80));
    const { risposta } = opzioni[chance(opzioni.length)];
    if (chiave === "eta_dei_figli") return [risposta];
    return chiave === "situazione" || chiave === "percepisce" ? { si: [risposta], altri: "no" } : risposta;
  };
  const spent = [];
  for (let person = 0; person < people; person += 1) {
    const answers = {};
    const passed = new Set();
    for (;;) {
      const from = performance.now();
      const question = interview.next(answers, passed);
      spent.push(performance.now() - from);
      if (!question) break;
      interview.next(answers, new Set([...passed, question.fatto])); // as the page does while the person reads
      if (chance(5) === 0) passed.add(question.fatto);
      else answers[question.fatto] = answerTo(question);
    }
  }
  return spent;
}"""


def guides(bench: "Bench") -> Iterator["Row"]:
    """The guide with the most schede, on random people, and the guide that weighs most."""
    from tests.benchmarks.measures import KB, Row

    project = bench.real()
    files = sorted((project / "site/dati/guide").glob("*.json"), key=lambda path: path.stat().st_size)
    largest = files[-1]
    with served(project / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        page = browser.new_page(service_workers="block")
        page.goto(f"{address}guide/{largest.stem}/")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        spent = page.evaluate(_WALKS, {"data": f"/dati/guide/{largest.name}", "people": PEOPLE})
        browser.close()
    slow = statistics.quantiles(spent, n=20)[-1]
    measured = f"{_tenths(slow)} ms (il più lento {_tenths(max(spent))})"
    what = f"guida «{largest.stem}»: la domanda dopo, Chromium {SLOWER} × più lento, 95º percentile"
    yield Row(what, measured, f"< {MOST_MS:.0f} ms", slow < MOST_MS)
    code = sum(_packed(script) for script in (project / "site/risorse/js/guide").glob("*.js"))
    weight = (code + max(_packed(file) for file in files)) / KB
    yield Row(
        "codice e dati della guida più pesante, gzip", f"{_tenths(weight)} KB", f"≤ {MOST_KB:.0f} KB", weight <= MOST_KB
    )


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def _tenths(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
