"""How long an editor waits between saving a scheda and seeing it on the site that `ambito serve` shows."""

import socket
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.measures import Bench, Row

EDITS = 5
SHOWN = 0.5
"""Seconds within which an edit must be on the page."""
BETWEEN = 3
"""Seconds between two edits: nobody saves faster. Meanwhile the rest of the site follows the first."""
PATIENCE = 60


def serve(bench: "Bench") -> Iterator["Row"]:
    """The real catalogue, served and edited; then the large one, without a budget."""
    from tests.benchmarks.measures import AMBITO, Row

    for folder, what, limit in (
        (bench.real(), "il catalogo vero", SHOWN),
        (bench.project(bench.large), f"{bench.large} schede", None),
    ):
        address = f"127.0.0.1:{_free_port()}"
        file = sorted((folder / "catalogue").glob("*/servizi/*.yaml"))[0]
        url = f"http://{address}/servizi/{file.parent.parent.name}/{file.stem}/"
        server = subprocess.Popen([AMBITO, "serve", "--indirizzo", address], cwd=folder, stdout=subprocess.DEVNULL)
        before = file.read_text(encoding="utf-8")
        try:
            _wait(url, "<title>")
            waits = []
            for number in range(EDITS):
                word = f"Parolanuova{number}"
                file.write_text(before.replace("nome: ", f"nome: {word} ", 1), encoding="utf-8")
                started = time.perf_counter()
                _wait(url, word)
                waits.append(time.perf_counter() - started)
                time.sleep(BETWEEN)
        finally:
            server.terminate()
            server.wait()
            file.write_text(before, encoding="utf-8")
        seconds = statistics.median(waits)
        shown = f"{seconds:.2f} s".replace(".", ",")
        name = f"una scheda cambiata, `ambito serve` la mostra ({what})"
        yield (
            Row(name, shown)
            if limit is None
            else Row(name, shown, f"< {limit:.1f} s".replace(".", ","), seconds < limit)
        )


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(url: str, text: str) -> None:
    """Until the page has the text. Raises TimeoutError after a minute."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as page:
                if text in page.read().decode():
                    return
        except OSError:
            pass  # not there yet
        time.sleep(0.02)
    raise TimeoutError(f"{url}: «{text}» not shown after {PATIENCE} s")
