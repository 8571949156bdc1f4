"""Where a fact comes from: the source documents, and public pages outside them."""

from generator.model.record import Filed, Record, described
from generator.model.text import AmbitoId, DocumentoId, EditorsNote, EnteId, Line, Title
from generator.model.value import Day, LineRanges, WebAddress, Whole


class Fonte(Record):
    """A source: lines of a catalogued document, or a public page with its title and the day it was read."""

    documento: DocumentoId | None = described("L'id del documento, da documenti.yaml.", "seregno-domiciliarita", None)
    righe: LineRanges | None = described("Le righe della trascrizione, tra virgolette.", "57-75, 80", None)
    titolo: Line | None = described(
        "Il titolo della pagina pubblica, se la fonte non è un documento.", "Numero 1522", None
    )
    url: WebAddress | None = described("L'indirizzo della pagina pubblica.", "https://www.1522.eu/", None)
    consultata_il: Day | None = described("Quando è stata letta la pagina.", "2026-11-20", None)


class Documento(Filed):
    """A source document: what the catalogue cites."""

    titolo: Title = described("Il titolo del documento.", "Piano di Zona 2025-2027")
    ente: EnteId = described("Chi lo ha pubblicato.", "ambito-di-seregno")
    ambito: AmbitoId = described("L'Ambito di cui parla.", "seregno")
    data: Day | None = described("La data del documento.", "2024-12-20", None)
    anno: Line | None = described("L'anno o gli anni, se la data non si conosce.", "2025-2027", None)
    trascrizione: Line | None = described("Il nome del file della trascrizione.", "004_c010f4648fc12dfa.txt", None)
    righe_totali: Whole | None = described("Quante righe ha la trascrizione.", 182, None, ge=1)
    url: WebAddress | None = described("Dove si può leggere.", "https://www.comune.example.it/piano.pdf", None)
    nota: Line | None = described("Che cosa sapere di questo documento.", "È la bozza allegata all'avviso.", None)
    note_redazione: EditorsNote | None = described(
        "Note per chi cura il catalogo. Non si pubblicano.", "Manca la data", None
    )
