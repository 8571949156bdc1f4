"""Whether the addresses of the web in the catalogue answer. Only when asked: a build needs no network.

Bounded in everything: requests at once, time for each, time for all, one retry. What is broken is told, never removed.
An address inside a private network is not opened: the catalogue is written by many, and this may run on a server.
"""

import ipaddress
import re
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Literal
from urllib.parse import urlsplit

from generator.reading.index import Index
from generator.reading.references import public_texts

Outcome = Literal["risponde", "rotto", "incerto"]
ADDRESS = re.compile(r"https?://[^\s<>\"'`()\[\]«»]+")
AGENT = "Mozilla/5.0 (compatible; ambito-aperto; controllo dei collegamenti)"
GONE = frozenset({404, 410})
NO_SITE = "il nome del sito non esiste"
"""Of one address, that it is broken; of all of them, that there is no network."""
NOT_ALLOWED = frozenset({403, 405, 501})
"""Answers to HEAD after which it is asked again as a browser would."""


@dataclass(frozen=True)
class Limits:
    """How much is asked of the network. Times in seconds."""

    at_once: int = 8
    each: float = 15.0
    all: float = 600.0
    pause: float = 5.0
    """Before the one retry."""
    private: bool = False
    """Whether addresses of private networks are opened: only in tests."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an address, and the files where it stands."""

    url: str
    outcome: Outcome
    detail: str
    files: tuple[str, ...]


def addresses(index: Index) -> dict[str, tuple[str, ...]]:
    """Every address of the web in the catalogue, with the files that have it, in the order of the files."""
    found: dict[str, dict[str, None]] = {}
    for entry in index.all():
        for text, _ in public_texts(entry.record):
            if "://" in text:
                for url in ADDRESS.findall(text):
                    found.setdefault(url.rstrip(".,;:!?"), {})[entry.source.file] = None
    return {url: tuple(sorted(found[url])) for url in sorted(found)}


def check_links(wanted: Mapping[str, tuple[str, ...]], limits: Limits) -> Iterator[Answer]:
    """An answer for each address, in order. What there was no time for is `incerto`."""
    visitor = _Visitor(limits)
    with ThreadPoolExecutor(limits.at_once) as pool:
        for url, (outcome, detail) in zip(wanted, pool.map(visitor.ask, wanted), strict=True):
            yield Answer(url, outcome, detail, wanted[url])


_Told = tuple[Outcome, str]


class _PrivateError(Exception):
    """A redirect leads where an address may not lead."""


class _Visitor(urllib.request.HTTPRedirectHandler):
    """Asks for addresses and follows their redirects, within the limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.until = time.monotonic() + limits.all
        self.hosts: dict[str, _Told | None] = {}

    def ask(self, url: str) -> _Told:
        """What became of an address; asked once more where it did not answer."""
        told = self._once(url)
        if told[0] != "risponde" and time.monotonic() + self.limits.pause < self.until:
            time.sleep(self.limits.pause)
            told = self._once(url)
        return told

    def _once(self, url: str) -> _Told:
        for method in ("HEAD", "GET"):
            left = self.until - time.monotonic()
            if left <= 0:
                return "incerto", "non c'è stato il tempo di provare"
            if reason := self._forbidden(url):
                return reason
            request = urllib.request.Request(url, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
            try:
                opener = urllib.request.build_opener(self)
                with opener.open(request, timeout=min(self.limits.each, left)) as answer:
                    return "risponde", str(answer.status)
            except urllib.error.HTTPError as refused:
                refused.close()
                if method == "HEAD" and refused.code in NOT_ALLOWED | GONE:
                    continue  # some sites answer only a browser's request
                return ("rotto" if refused.code in GONE else "incerto"), f"risposta {refused.code}"
            except _PrivateError:
                return "incerto", "porta a un indirizzo interno: non lo apro"
            except urllib.error.URLError as failure:
                return _unreachable(failure.reason)
            except (OSError, ValueError, HTTPException) as failure:
                return _unreachable(failure)
        return "incerto", "nessuna risposta"

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        """Raises _PrivateError where a redirect leads inside a private network."""
        if self._forbidden(newurl):
            raise _PrivateError
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def _forbidden(self, url: str) -> _Told | None:
        """Why an address is not opened; None where it may be."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme not in {"http", "https"}:
            return "incerto", "non è un indirizzo web"
        if self.limits.private:
            return None
        if host not in self.hosts:
            self.hosts[host] = _of_host(host)
        return self.hosts[host]


def _of_host(host: str) -> _Told | None:
    try:
        found = {item[4][0] for item in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return "rotto", NO_SITE
    if all(ipaddress.ip_address(str(one).partition("%")[0]).is_global for one in found):
        return None
    return "incerto", "è un indirizzo interno: non lo apro"


def _unreachable(reason: Any) -> _Told:
    if isinstance(reason, socket.gaierror):
        return "rotto", NO_SITE
    if isinstance(reason, TimeoutError):
        return "incerto", "non risponde in tempo"
    return "incerto", f"non si apre ({type(reason).__name__})"
