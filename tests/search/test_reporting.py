"""The results of `ambito cerca`, as a person and as a program read them."""

import io
import json

from generator.search.engine import FOR_ME, Hit, Library
from generator.search.reporting import report_hits

GUIDE = Hit(
    "guide/casa/",
    0.5,
    FOR_ME,
    "pagine",
    {"tipo": "guida", "nome": "Trovare casa", "in_breve": "Che cosa fare.", "stato": "attivo", "url": "guide/casa/"},
)


def _report(hits: list[Hit], *, as_json: bool) -> str:
    stream = io.StringIO()
    report_hits(hits, stream, as_json=as_json)
    return stream.getvalue()


def test_schede_and_guides_are_told_in_their_order(library: Library) -> None:
    hits = [*library.search("affitto")[:1], GUIDE]
    told = _report(hits, as_json=False)
    assert told.index("alba/contributo-affitto") < told.index("Trovare casa  guide/casa/ [guida]")


def test_a_program_reads_the_same(library: Library) -> None:
    scheda, guide = json.loads(_report([*library.search("affitto")[:1], GUIDE], as_json=True))
    assert (scheda["id"], scheda["tipo"]) == ("alba/contributo-affitto", "contributo")
    assert scheda["url"] == "/contributi/alba/contributo-affitto/"
    assert (guide["id"], guide["url"], guide["tipo"], guide["gruppo"]) == ("guide/casa/", "/guide/casa/", "guida", 1)


def test_a_desk_where_to_ask_is_no_result(library: Library) -> None:
    assert _report(library.search("xyzt"), as_json=False).startswith("Nessun risultato.")
