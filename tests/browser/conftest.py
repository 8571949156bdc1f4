"""Ciò che serve alle prove nel browser: un solo Chromium per tutte."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.find_chromium import LAUNCH_ARGS, chromium_path
from tests.browser.served import served

expect.set_options(timeout=15_000)  # milliseconds: a machine that does other things too opens the form in more than 5 s


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium senza finestra. Ogni prova apre il proprio contesto: `browser.new_context(...)`."""
    executable = chromium_path()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=LAUNCH_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def real_size(real_site: Path) -> dict[str, int]:
    """How many bytes each file of that site takes on the way, compressed as servers do (gzip, level 6)."""
    ready = {".woff2", ".pdf", ".png"}  # already compressed
    return {
        path.relative_to(real_site).as_posix(): len(raw if path.suffix in ready else gzip.compress(raw, 6))
        for path in real_site.rglob("*")
        if path.is_file()
        for raw in (path.read_bytes(),)
    }


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Where the site of the project's own catalogue is served."""
    with served(real_site) as found:
        yield found


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[Page]:
    """A page for tests that only look: one for all, its files fetched once, no service worker, nothing kept."""
    context = browser.new_context(locale="it-IT", service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def base_address(base_site: Path) -> Iterator[str]:
    """Where the site of the small example catalogue is served."""
    with served(base_site) as found:
        yield found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page in a context of its own."""
    contexts: list[BrowserContext] = []

    def open_page(address: str, width: int = 360, height: int = 740, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=script, locale="it-IT"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
