"""The strict Content-Security-Policy that a server may send: on no kind of page would anything be refused, and none
asks another host."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import served
from tests.browser.test_pages import every_kind

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
LISTEN = """
window.reports = [];
addEventListener('securitypolicyviolation', e =>
  reports.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`));
"""


@dataclass
class Visit:
    """A reader who goes from page to page, with a service worker; what was asked for and what was complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def watched(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(locale="it-IT")
    found = Visit(context.new_page())
    context.on("request", lambda request: found.asked.append(request.url))  # those of the service worker too
    found.page.on("console", lambda told: found.complaints.append(told.text) if told.type == "error" else None)
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.add_init_script(LISTEN)
    found.page.goto(address)
    yield found
    context.close()


@pytest.fixture(scope="module")
def visit(browser: Browser, real_site: Path) -> Iterator[tuple[Visit, str]]:
    headers = {"Content-Security-Policy-Report-Only": STRICT}
    with served(real_site, headers) as address, watched(browser, address) as found:
        yield found, address


@every_kind
def test_no_page_would_be_refused_anything_asks_another_host_or_complains(visit: tuple[Visit, str], url: str) -> None:
    found, address = visit
    found.asked.clear()
    found.complaints.clear()
    found.page.goto(address + url)
    found.page.wait_for_load_state("networkidle")
    assert found.page.evaluate("reports") == []
    assert found.asked
    assert [one for one in found.asked if not one.startswith(address)] == []
    assert found.complaints == []
    assert found.page.context.cookies() == []


def test_nor_would_what_one_does_with_it(visit: tuple[Visit, str]) -> None:
    page, address = visit[0].page, visit[1]
    page.goto(address)
    page.locator("#ricerca-testata").press_sequentially("badante")
    expect(page.locator("[role=option]").first).to_be_visible()
    assert page.evaluate("reports") == []
    page.goto(address + "cerca/?q=affitto")
    expect(page.locator("#risultati > li[data-scheda]").first).to_be_visible()
    assert page.evaluate("reports") == []
    page.goto(address + "lista/#schede=seregno/custodia-sociale")
    expect(page.locator("#lista > li")).to_have_count(1)
    assert page.evaluate("reports") == []


def test_a_page_that_breaks_the_policy_is_reported(browser: Browser, tmp_path: Path) -> None:
    html = "<!doctype html><title>x</title><p style='color:red'>x</p><script>document.title = 'y'</script>"
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    with (
        served(tmp_path, {"Content-Security-Policy-Report-Only": STRICT}) as address,
        watched(browser, address) as found,
    ):
        broken = [one.split()[0] for one in found.page.evaluate("reports")]
    assert set(broken) == {"style-src-attr", "script-src-elem"}


def test_the_policy_of_the_page_itself_lets_no_script_in(browser: Browser, real_site: Path) -> None:
    with served(real_site) as address, watched(browser, address) as found:
        page = found.page
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'entered = 1'}))")
        assert page.evaluate("window.entered") is None
        assert any(one.startswith("script-src-elem") for one in page.evaluate("reports"))
