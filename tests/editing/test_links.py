"""Links are tried within bounds, against a server of this computer."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.clock import today
from generator.editing.links import Answer, Limits, addresses, check_links
from generator.reading.reading import read_catalogue
from tests.projects import BASE

QUICK = Limits(each=0.5, all=20, pause=0.05, private=True)


class Site(ThreadingHTTPServer):
    """A site with every kind of answer; it counts what it is asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Page)
        self.asked: Counter[str] = Counter()
        self.now = 0
        self.most = 0
        self.lock = threading.Lock()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _Page(BaseHTTPRequestHandler):
    server: Site

    def do_HEAD(self) -> None:  # the name that the library calls
        site = self.server
        with site.lock:
            site.asked[f"{self.command} {self.path}"] += 1
            site.now += 1
            site.most = max(site.most, site.now)
            times = site.asked[f"{self.command} {self.path}"]
        try:
            self._answer(times)
        finally:
            with site.lock:
                site.now -= 1

    do_GET = do_HEAD  # noqa: N815

    def _answer(self, times: int) -> None:
        path = self.path
        if path.startswith("/lento"):
            time.sleep(0.1)
        if path == "/muto":
            time.sleep(1.5)
        codes = {"/via": 404, "/rotto": 500, "/vietato": 403, "/gira": 302, "/dentro": 302}
        code = codes.get(path, 200)
        if path == "/solo-get":
            code = 405 if self.command == "HEAD" else 200
        if path == "/incerto":
            code = 503 if times == 1 else 200
        self.send_response(code)
        if path == "/gira":
            self.send_header("Location", "/buono")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def _one(url: str, limits: Limits = QUICK) -> Answer:
    (answer,) = check_links({url: ("a.yaml",)}, limits)
    return answer


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/buono", "risponde"),
        ("/gira", "risponde"),
        ("/solo-get", "risponde"),
        ("/incerto", "risponde"),
        ("/via", "rotto"),
        ("/rotto", "incerto"),
        ("/vietato", "incerto"),
        ("/muto", "incerto"),
    ],
)
def test_an_answer_is_told_for_what_it_is(site: Site, path: str, outcome: str) -> None:
    assert _one(site.url(path)).outcome == outcome


def test_what_answers_is_asked_once_and_what_does_not_is_asked_once_more(site: Site) -> None:
    _one(site.url("/buono"))
    _one(site.url("/via"))
    assert site.asked == {"HEAD /buono": 1, "HEAD /via": 2, "GET /via": 2}


def test_a_site_that_is_not_there_is_broken(site: Site) -> None:
    assert _one("http://non-esiste.invalid/").outcome == "rotto"


def test_no_more_are_asked_at_once_than_was_said(site: Site) -> None:
    wanted = {site.url(f"/lento{number}"): ("a.yaml",) for number in range(12)}
    answers = list(check_links(wanted, Limits(at_once=3, private=True)))
    assert [one.outcome for one in answers] == ["risponde"] * 12
    assert [one.url for one in answers] == list(wanted)
    assert site.most <= 3


def test_it_ends_in_the_time_that_was_given(site: Site) -> None:
    wanted = {site.url(f"/lento{number}"): ("a.yaml",) for number in range(60)}
    start = time.monotonic()
    answers = list(check_links(wanted, Limits(at_once=2, each=1, all=0.5, private=True)))
    assert time.monotonic() - start < 2.5
    assert any("tempo" in one.detail for one in answers)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/meta", "http://[::1]/", "http://10.0.0.1/"],
)
def test_an_address_of_a_private_network_is_not_opened(url: str) -> None:
    answer = _one(url, Limits(pause=0.01, each=0.2))
    assert (answer.outcome, answer.detail) == ("incerto", "è un indirizzo interno: non lo apro")


def test_every_public_address_of_the_catalogue_is_tried_with_its_files() -> None:
    found = addresses(read_catalogue(BASE, today()).index)
    assert found["https://www.comune.valdirose.example.it/tariffe"] == (
        "base/valle/servizi/assistenza-domiciliare.yaml",
    )
    assert "https://www.valle.example.it/prenota" in found
    assert not any(url.endswith((".", ",")) for url in found)
