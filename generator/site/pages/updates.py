"""`/aggiornamenti/` and its Atom feed (RFC 4287): what changed in the schede, from Git, in sentences without names."""

import uuid
from collections.abc import Iterable
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generator.catalogue import key_of
from generator.editing.history import Moment
from generator.model.scheda import Scheda
from generator.site.cards import card
from generator.site.context import Context
from generator.site.labels import day
from generator.site.page import HOME, Link, Page
from generator.site.urls import scheda_url

UPDATES = "aggiornamenti/"
FEED = "aggiornamenti/atom.xml"
_DESCRIPTION = "Che cosa è cambiato nelle schede dei servizi, giorno per giorno."


def moments_of(scheda: Scheda, context: Context) -> list[dict[str, Any]]:
    """The changes of a scheda, the newest first: the day and the sentences."""
    return [
        {"day": day(one.day), "iso": one.day.isoformat(), "sentences": one.sentences}
        for one in context.history.of.get(key_of(scheda), ())
    ]


def updates_page(context: Context) -> Page:
    """The latest changes of all schede, by day."""
    return Page(
        url=UPDATES,
        template="aggiornamenti.html",
        title="Aggiornamenti",
        description=_DESCRIPTION,
        view=lambda: {"days": _days(context), "feed": FEED},
        path=(HOME, Link("Aggiornamenti", "")),
    )


def _days(context: Context) -> list[dict[str, Any]]:
    groups = groupby(_shown(context), key=lambda moment: moment.day)
    return [{"day": day(date), "moments": [_moment(one, context) for one in moments]} for date, moments in groups]


def _shown(context: Context) -> Iterable[Moment]:
    return (one for one in context.history.latest if one.key in context.catalogue.schede)


def _moment(moment: Moment, context: Context) -> dict[str, Any]:
    return {"card": card(context.catalogue.schede[moment.key], context), "sentences": moment.sentences}


def feed(context: Context) -> str:
    """The Atom feed. Without the site's address the links count from the site's root."""
    site, name = context.site_url, str(context.brand["nome"])
    moments = list(_shown(context))
    updated = max((one.when for one in moments), default=None)
    stamp = updated.isoformat() if updated else f"{context.catalogue.today.isoformat()}T00:00:00Z"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it">',
        f"<title>{escape(name)}: aggiornamenti</title>",
        f"<subtitle>{_DESCRIPTION}</subtitle>",
        f"<id>{_id(site or name, 'aggiornamenti')}</id>",
        f"<link href={quoteattr(f'{site}{UPDATES}')}/>",
        *([f'<link rel="self" type="application/atom+xml" href={quoteattr(f"{site}{FEED}")}/>'] if site else []),
        f"<updated>{stamp}</updated>",
        f"<author><name>{escape(name)}</name></author>",
    ]
    for moment in moments:
        scheda = context.catalogue.schede[moment.key]
        link = f"{site}{scheda_url(scheda)}" if site else f"../{scheda_url(scheda)}"
        when = moment.when.isoformat()
        lines += [
            "<entry>",
            f"<title>{escape(scheda.nome)} ({escape(context.catalogue.ambiti[scheda.ambito].nome_breve)})</title>",
            f"<id>{_id(site or name, moment.key, when, *moment.sentences)}</id>",
            f"<link href={quoteattr(link)}/>",
            f"<updated>{when}</updated>",
            f"<summary>{escape(' '.join(moment.sentences))}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>"]) + "\n"


def _id(*parts: str) -> str:
    """An identifier that is the same at every build."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join(parts))}"
