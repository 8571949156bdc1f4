"""Trova il Chromium con cui le prove guardano il sito e, dove si può, lo installa.

    python -m tests.browser.find_chromium            dice dov'è
    python -m tests.browser.find_chromium --install  se manca, su Debian e da root, lo installa

Le prove nel browser non si saltano mai: senza browser falliscono, e dicono come procurarselo.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

LAUNCH_ARGS = (
    *(("--no-sandbox",) if IS_ROOT else ()),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Nessuna richiesta del browser stesso: le prove vedono solo quelle del sito.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Opzioni con cui avviare il browser, anche in un contenitore o senza rete."""

HOW_TO_GET_ONE = """\
Non trovo un browser Chromium, che serve alle prove. Ci sono tre modi per averlo:
  1. installare Chromium o Google Chrome, in modo che «chromium» o «google-chrome» sia nel PATH;
  2. scaricare quello di Playwright: .venv/bin/playwright install chromium
  3. su Debian, da root: apt-get install chromium (è ciò che «make test» prova da solo)."""


class ChromiumNotFoundError(RuntimeError):
    """Nessun Chromium: il messaggio dice come procurarselo."""

    def __init__(self) -> None:
        super().__init__(HOW_TO_GET_ONE)


def chromium_path() -> Path:
    """Il primo Chromium trovato: nel PATH, altrimenti quello di Playwright."""
    path = _on_path() or _from_playwright()
    if path is None:
        raise ChromiumNotFoundError
    return path


def install_chromium() -> Path:
    """Il Chromium trovato; se manca, prima lo installa con apt-get (solo su Debian e da root)."""
    try:
        return chromium_path()
    except ChromiumNotFoundError:
        if not (IS_ROOT and Path("/etc/debian_version").exists() and shutil.which("apt-get")):
            raise
    sys.stderr.write("Chromium manca: lo installo con apt-get.\n")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "chromium"]):
        command = ["apt-get", "-q", *arguments]
        if subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
            sys.stderr.write(f"Non riuscito: {' '.join(command)}\n")
    return chromium_path()


def _on_path() -> Path | None:
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path), None)


def _from_playwright() -> Path | None:
    try:
        with sync_playwright() as playwright:
            path = Path(playwright.chromium.executable_path)
    except PlaywrightError:
        return None
    return path if path.is_file() else None


def main() -> int:
    """Stampa dov'è il browser; esce con 1, e dice perché, se non c'è."""
    parser = argparse.ArgumentParser(description="Trova il browser Chromium per le prove.")
    parser.add_argument("--install", action="store_true", help="se manca, lo installa (Debian, da root)")
    options = parser.parse_args()
    try:
        path = install_chromium() if options.install else chromium_path()
    except ChromiumNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    print(f"Browser per le prove: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
