"""The strict Content-Security-Policy that a server may send: on no kind of page would anything be refused."""

from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def watched(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(locale="it-IT", service_workers="block")
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.goto(address)
    yield page
    context.close()


@pytest.fixture(scope="module")
def reporting(browser: Browser, real_site: Path) -> Iterator[tuple[Page, str]]:
    headers = {"Content-Security-Policy-Report-Only": STRICT}
    with served(real_site, headers) as address, watched(browser, address) as page:
        yield page, address


@every_kind
def test_no_page_would_be_refused_anything(reporting: tuple[Page, str], url: str) -> None:
    page, address = reporting
    page.goto(address + url)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("reports") == []


def test_nor_would_what_one_does_with_it(reporting: tuple[Page, str]) -> None:
    page, address = reporting
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
        watched(browser, address) as page,
    ):
        broken = [one.split()[0] for one in page.evaluate("reports")]
    assert set(broken) == {"style-src-attr", "script-src-elem"}


def test_the_policy_of_the_page_itself_lets_no_script_in(browser: Browser, real_site: Path) -> None:
    with served(real_site) as address, watched(browser, address) as page:
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'entered = 1'}))")
        assert page.evaluate("window.entered") is None
        assert any(one.startswith("script-src-elem") for one in page.evaluate("reports"))
