"""The conformity criteria of the Italian model for municipal sites (C.SI), applied to every page of a built site.

What each criterion looks at is what the official validator looks at
(italia/pa-website-validator-ng 1.1.38).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.site.conformity.built import BuiltPage, BuiltSite

LEAST_LINKS = 10
"""How many services the page of the services must name (C.SI.1.3)."""
LEAST_TEXT = 3
SERVICE = re.compile(r"servizi/[^/]+/[^/]+/$")
SCHEDA = re.compile(r"(?:servizi|sportelli|progetti|contributi|strutture)/[^/]+/[^/]+/$")
CONTENT = (
    ("A chi è rivolto", ("service-addressed",)),
    ("Come fare", ("service-how-to",)),
    ("Cosa serve", ("service-needed",)),
    ("Cosa si ottiene", ("service-achieved",)),
    ("Tempi e scadenze", ("service-calendar-text", "service-calendar-list")),
    ("Accedi al servizio", ("service-generic-access", "service-booking-access", "service-online-access")),
    ("Condizioni di servizio", ("service-file",)),
    ("Contatti", ("service-area",)),
)
"""The entries of a service page in their order, and the element that holds each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong on a page, or on the whole site where `url` is empty. `tolerated` does not fail the criterion."""

    url: str
    message: str
    tolerated: bool = False


@cache
def model() -> Mapping[str, Any]:
    """The words of the Italian model."""
    found: Mapping[str, Any] = json.loads((Path(__file__).parent / "modello_comuni.json").read_text(encoding="utf-8"))
    return found


def font(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.1.1: titles and paragraphs in Titillium Web."""
    if not re.search(r'--aa-font:\s*"Titillium Web"', site.styles):
        yield Finding("", "il primo carattere dei testi non è Titillium Web")


def service_page(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.1.3: entries in order with their content, title, description, status, topic, category."""
    links = len(site.pages["servizi/"].all("service-link")) if "servizi/" in site.pages else 0
    if links < LEAST_LINKS:
        yield Finding("servizi/", f"elenca {links} servizi, ne servono almeno {LEAST_LINKS}")
    for page in site.like(SCHEDA):
        index = next((one.links for one in page.all("page-index")), [])
        labels = [label for label, _ in CONTENT]
        if [one for one in index if one in labels] != labels:
            yield Finding(page.url, "l'indice della pagina non ha le otto voci nel loro ordine")
        for label, elements in CONTENT:
            if not any(len(page.text(element)) >= LEAST_TEXT for element in elements):
                yield Finding(page.url, f"la voce «{label}» è vuota")
        for element, name in (("service-title", "il titolo"), ("service-description", "la descrizione breve")):
            if len(page.text(element)) < LEAST_TEXT:
                yield Finding(page.url, f"manca {name}")
        if not page.all("service-status"):
            yield Finding(page.url, "manca lo stato")
        if not any(one.text.strip() for one in page.all("service-topic")):
            yield Finding(page.url, "manca un argomento")
        path = next((one.items for one in page.all("breadcrumb")), [])
        words = [re.sub(r"[^a-z0-9 ]", "", one.lower()) for one in path]
        if SERVICE.fullmatch(page.url) and (
            "servizi" not in words[:-1] or len(words[words.index("servizi") + 1]) < LEAST_TEXT
        ):
            yield Finding(page.url, "il percorso non dice la categoria dopo «Servizi»")


def topics(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.1.5: from the home page to the topics of the model."""
    page = _led_to(site, "all-topics")
    if page is None:
        yield Finding("", "manca il collegamento agli argomenti")
        return
    found = [one.text.strip() for one in page.all("topic-element")]
    others = [topic for topic in found if topic not in model()["argomenti"]]
    if not found:
        yield Finding(page.url, "la pagina non elenca nessun argomento")
    elif others:
        yield Finding(page.url, f"non sono argomenti del modello: {', '.join(others)}", len(others) * 2 <= len(found))


def booking(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.2.1: on services and their list, where to ask for an appointment."""
    for page in (*site.like(SERVICE), *site.like(re.compile("servizi/"))):
        if not any(one.href for one in page.all("appointment-booking")):
            yield Finding(page.url, "manca dove chiedere un appuntamento")


def contacts(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.2.2: who answers, on every service page."""
    for page in site.like(SCHEDA):
        if not page.text("service-area"):
            yield Finding(page.url, "manca chi risponde del servizio")


def questions(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.2.3: the frequent questions, in the foot of the page."""
    yield from _in_footer(site, "faq", ("faq", "domande frequenti"))


def report(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.2.4: where to report what does not work."""
    yield from _in_footer(
        site, "report-inefficiency", ("disservizio", "segnala disservizio", "segnalazione disservizio")
    )


def rating(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.2.5 and C.SI.2.6: the rating on every page, with the exact words."""
    words = model()["feedback"]
    expected = {
        "feedback-title": [words["title"]],
        "feedback-rating-question": [words["positive_question"], words["negative_question"]],
        "feedback-rating-answer": [*words["positive_answers"], *words["negative_answers"]],
    }
    for page in site.pages.values():
        if page.url.endswith(".html") or not page.marked:
            continue  # the page of errors, and former addresses that only lead elsewhere
        for element, texts in expected.items():
            if [" ".join(one.text.split()) for one in page.all(element)] != texts:
                yield Finding(page.url, f"le parole di «{element}» non sono quelle del modello")
        stars = [f"feedback-rate-{number}" for number in range(1, words["stars"] + 1)]
        parts = [*stars, "feedback-rating-positive", "feedback-rating-negative", "feedback-input-text"]
        if missing := [part for part in parts if not page.all(part)]:
            yield Finding(page.url, f"manca {', '.join(missing)}")


def cookies(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.3.1: no cookies: no script of the site writes one."""
    if any("document.cookie" in script for script in site.scripts):
        yield Finding("", "uno script usa i cookie")


def accessibility(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.3.2: the declaration, on AgID's site."""
    link = next((one for one in site.home.all("accessibility-link") if one.in_footer), None)
    if link is None:
        yield Finding("", "manca il collegamento alla dichiarazione di accessibilità")
    elif not link.href.startswith("https://form.agid.gov.it/"):
        message = "la dichiarazione non è su form.agid.gov.it: indica l'indirizzo in brand.yaml"
        yield Finding("", message, tolerated=True)


def privacy(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.3.3: the privacy page."""
    if _led_to(site, "privacy-policy-link") is None:
        yield Finding("", "manca la pagina sulla privacy")


def licence(site: BuiltSite) -> Iterator[Finding]:
    """C.SI.3.4: the licence of the contents, with the exact words."""
    page, words = _led_to(site, "legal-notes"), model()["note_legali"]
    if page is None:
        yield Finding("", "mancano le note legali")
        return
    body = "".join(one.text for one in page.all("legal-notes-body"))
    if page.text("legal-notes-section") != words["section_title"] or _plain(body) != _plain(words["body"]):
        yield Finding(page.url, "il testo della licenza non è quello del modello")


def metatag(site: BuiltSite) -> Iterator[Finding]:
    """R.SI.1.1: the data about the service, for machines.

    Who offers it and where is left out if no source says it: that is tolerated, because nothing is invented.
    """
    always = ("name", "serviceType", "areaServed.name", "audience.audienceType", "availableChannel.serviceUrl")
    address = "availableChannel.serviceLocation.address"
    if_known = (
        "serviceOperator.name",
        "availableChannel.serviceLocation.name",
        *(f"{address}.{part}" for part in ("streetAddress", "postalCode", "addressLocality")),
    )
    for page in site.like(SERVICE):
        found = page.all("metatag")
        data = json.loads(found[0].text) if found else {}
        missing = [leaf for leaf in (*always, *if_known) if not _leaf(data, leaf)]
        if missing:
            yield Finding(page.url, f"non dice {', '.join(missing)}", not set(missing) & set(always))


def links(site: BuiltSite) -> Iterator[Finding]:
    """Not of the model: every link and anchor inside the site is alive."""
    for page in site.pages.values():
        for link in dict.fromkeys(page.links):
            if re.match(r"[a-z][a-z+.-]*:|//", link):
                continue
            target, _, anchor = link.partition("#")
            url = _resolved(page.url, target.partition("?")[0])
            there = site.pages.get(url)
            if (there is None and url.endswith(("/", ".html"))) or url.startswith(".."):
                yield Finding(page.url, f"porta a una pagina che non c'è: {link}")
            elif there is not None and anchor and anchor not in there.anchors and not anchor.startswith("schede="):
                yield Finding(page.url, f"porta a un punto che non c'è: {link}")


def _led_to(site: BuiltSite, element: str) -> BuiltPage | None:
    """The page that a marked link of the home page leads to."""
    href = next((one.href for one in site.home.all(element) if one.href), None)
    return site.pages.get(_resolved("", href.partition("#")[0])) if href else None


def _in_footer(site: BuiltSite, element: str, texts: tuple[str, ...]) -> Iterator[Finding]:
    found = [one for one in site.home.all(element) if one.in_footer and one.href]
    if not found:
        yield Finding("", f"nel piede manca «{texts[-1]}»")
    elif found[0].text.strip().lower() not in texts:
        yield Finding("", f"nel piede il testo «{found[0].text.strip()}» non è quello del modello", tolerated=True)
    elif not found[0].href.startswith("mailto:") and _led_to(site, element) is None:
        yield Finding("", f"«{found[0].text.strip()}» porta a una pagina che non c'è")


def _resolved(base: str, link: str) -> str:
    """The URL, from the site's root, of a link written on the page `base`; above the root it begins with `..`."""
    if not link:
        return base
    parts = base.split("/")[:-1]
    for part in link.split("/"):
        if part == "..":
            parts = parts[:-1] if parts and parts[-1] != ".." else [*parts, ".."]
        elif part not in (".", ""):
            parts.append(part)
    found = "/".join(parts)
    folder = link.endswith(("/", "/..", "/.")) or link in (".", "..")
    return f"{found}/" if found and folder else found


def _plain(text: str) -> str:
    return "".join(text.replace("'", "’").lower().split())


def _leaf(data: Any, path: str) -> str:
    for key in path.split("."):
        data = data.get(key) if isinstance(data, dict) else None
    return data.strip() if isinstance(data, str) else ""
