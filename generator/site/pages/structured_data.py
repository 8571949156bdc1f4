"""schema.org JSON-LD of a scheda, after the Italian model for public service pages (R.SI.1.1). Unknown is left out."""

import json
from typing import Any

from generator.catalogue import Catalogue
from generator.model.scheda import Scheda
from generator.site.labels import Labels
from generator.site.urls import scheda_url


def service(scheda: Scheda, catalogue: Catalogue, labels: Labels, site_url: str) -> str:
    """A `GovernmentService` as JSON that can stand inside a script element."""
    operator = scheda.gestore or scheda.titolare
    url = f"{site_url}{scheda_url(scheda)}"
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": scheda.nome,
        "description": scheda.in_breve,
        "url": url,
        "serviceType": labels("tipo", _type(scheda, catalogue)),
        "areaServed": {
            "@type": "AdministrativeArea",
            "name": ", ".join(comune.nome for comune in catalogue.comuni_of(scheda)),
        },
        "audience": {
            "@type": "Audience",
            "audienceType": ", ".join(catalogue.destinatari[id].nome for id in scheda.destinatari),
        },
    }
    if operator:
        found["serviceOperator"] = {"@type": "GovernmentOrganization", "name": catalogue.enti[operator].nome}
    found["availableChannel"] = {"@type": "ServiceChannel", "serviceUrl": url, **_location(scheda, catalogue)}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _type(scheda: Scheda, catalogue: Catalogue) -> str:
    return catalogue.tipologie[scheda.tipologia].nome if scheda.tipologia else "Servizio sociale"


def _location(scheda: Scheda, catalogue: Catalogue) -> dict[str, Any]:
    for used in scheda.sedi:
        sede = catalogue.sede(scheda.ambito, used.sede)
        if sede.indirizzo_riservato:
            continue
        comune = catalogue.comuni[sede.comune].nome if sede.comune else None
        parts = {"streetAddress": sede.indirizzo, "postalCode": sede.cap, "addressLocality": comune}
        address = {key: value for key, value in parts.items() if value}
        place: dict[str, Any] = {"@type": "Place", "name": sede.nome}
        if address:
            place["address"] = {"@type": "PostalAddress", **address}
        return {"serviceLocation": place}
    return {}
