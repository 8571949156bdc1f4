"""The service worker as the tests see it: when it looks after a page, and what it keeps."""

from playwright.sync_api import Page

PAGES_KEPT = "caches.open('aa-pagine').then(c => c.keys()).then(k => k.map(r => r.url))"


def until(page: Page, expression: str, patience: int = 100) -> None:
    """Waits until an expression is true. Playwright's own way to wait is refused by the site's strict policy."""
    for _ in range(patience):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"mai vero: {expression}")


def ready(page: Page) -> None:
    """Waits until the service worker looks after the page."""
    until(page, "navigator.serviceWorker.ready.then(r => r.active && r.active.state === 'activated')")
    until(page, "navigator.serviceWorker.controller !== null")


def kept_pages(page: Page) -> list[str]:
    """The addresses of the pages that can be read without a network."""
    found: list[str] = page.evaluate(PAGES_KEPT)
    return found


def until_kept(page: Page, *parts: str) -> None:
    """Waits until for each of these parts of an address a page is kept."""
    for part in parts:
        until(page, f"{PAGES_KEPT}.then(k => k.some(url => url.includes('{part}')))")
