"""The data beside the pages: `dati/schede.json`, `sitemap.xml`, `robots.txt` and the redirects of former ids."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape as xml_escape

from markupsafe import escape

from generator.catalogue import Catalogue, key_of, kind_of
from generator.model.scheda import Scheda
from generator.site.cards import PHONE, is_sensitive
from generator.site.context import Context
from generator.site.holidays import italian_holidays
from generator.site.urls import former_urls, root_from, scheda_url

YEARS_OF_HOLIDAYS = 2


def schede_json(catalogue: Catalogue) -> str:
    """`dati/schede.json`: a list with one object a scheda, sorted by id."""
    found = [_scheda(scheda, catalogue) for scheda in sorted(catalogue.schede.values(), key=key_of)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _scheda(scheda: Scheda, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "id": key_of(scheda),
        "tipo": kind_of(scheda),
        "nome": scheda.nome,
        "nomi_alternativi": list(scheda.nomi_alternativi),
        "in_breve": scheda.in_breve,
        "url": f"/{scheda_url(scheda)}",
        "ambito": scheda.ambito,
        "comuni": [comune.id for comune in catalogue.comuni_of(scheda)],
        "stato": scheda.stato,
        "tipologia": scheda.tipologia,
        "parte_di": key_of(catalogue.scheda(scheda.ambito, scheda.parte_di)) if scheda.parte_di else None,
        "fonti": [
            {
                "documento": fonte.documento,
                "trascrizione": catalogue.documenti[fonte.documento].trascrizione,
                "righe": fonte.righe,
            }
            for fonte in scheda.fonti
            if fonte.documento is not None
        ],
    }


def holidays_json(catalogue: Catalogue) -> str:
    """`dati/festivi.json`: the Italian holidays of this year and the next, by day; empty if no scheda has hours."""
    needed = any(used.orari for scheda in catalogue.schede.values() for used in scheda.sedi)
    found = italian_holidays(catalogue.today.year, YEARS_OF_HOLIDAYS) if needed else {}
    return json.dumps({str(day): name for day, name in found.items()}, ensure_ascii=False) + "\n"


def listed_schede(context: Context) -> Iterator[tuple[str, str]]:
    """For each Ambito what a reader's own list shows of its schede, by id: a file of `dati/elenco/`."""
    catalogue = context.catalogue
    for ambito in catalogue.ambiti:
        found = {
            scheda.id: {
                "nome": scheda.nome,
                "in_breve": scheda.in_breve,
                "url": scheda_url(scheda),
                "stato": scheda.stato,
                "stato_in_parole": context.labels("stato", scheda.stato),
                "telefono": next((one.valore for one in scheda.contatti if one.tipo in PHONE), ""),
            }
            for scheda in catalogue.by_ambito.get(ambito, ())
            if not is_sensitive(scheda, catalogue)
        }
        yield ambito, json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def sitemap(urls: Iterable[str], site_url: str) -> str:
    """`sitemap.xml` (sitemaps.org 0.9) of URLs that count from the site's root."""
    rows = "".join(f"  <url><loc>{xml_escape(site_url + url)}</loc></url>\n" for url in sorted(urls))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def robots(site_url: str) -> str:
    """`robots.txt`: everything may be read."""
    return f"User-agent: *\nAllow: /\n{f'Sitemap: {site_url}sitemap.xml' if site_url else ''}\n"


def redirects(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, str]]:
    """Former URL and the small page that leads from there to the scheda of today."""
    for scheda in catalogue.schede.values():
        for url in former_urls(scheda):
            yield url, _redirect(scheda, url, site_url)


def _redirect(scheda: Scheda, url: str, site_url: str) -> str:
    target = root_from(url) + scheda_url(scheda)
    canonical = f'<link rel="canonical" href="{site_url}{scheda_url(scheda)}">' if site_url else ""
    return (
        f'<!doctype html><html lang="it"><head><meta charset="utf-8"><title>{escape(scheda.nome)}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={target}">{canonical}</head>'
        f'<body><p>Questa pagina ha cambiato indirizzo: <a href="{target}">{escape(scheda.nome)}</a>.</p>'
        "</body></html>\n"
    )
