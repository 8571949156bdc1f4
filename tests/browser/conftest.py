"""Ciò che serve alle prove nel browser: un solo Chromium per tutte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.find_chromium import LAUNCH_ARGS, chromium_path
from tests.browser.served import served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium senza finestra. Ogni prova apre il proprio contesto: `browser.new_context(...)`."""
    executable = chromium_path()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=LAUNCH_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Where the site of the project's own catalogue is served."""
    with served(real_site) as found:
        yield found
