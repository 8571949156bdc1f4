"""The sections that the law asks for: what the Carta and the schede say of each, and what they do not."""

from collections.abc import Callable, Iterable

from generator.carta import quality
from generator.carta.content import Line, Part, Section, Table
from generator.carta.editions import services_in_words
from generator.carta.law import Tenet
from generator.carta.material import Material, Told, text_part, told
from generator.carta.sheets import line_of
from generator.model.carta import Edizione, Principio, Testo
from generator.site.cards import contact
from generator.site.context import Context
from generator.site.labels import day, joined
from generator.site.text import without_markdown

MANY = 12
"""An ente that offers more services than this would fill a page with their names: their number is told."""


def sections(material: Material) -> tuple[Section, ...]:
    """Every section of the law, in its order. Raises KeyError for a section that nobody knows how to fill."""
    found = []
    for asked in material.law.sezioni:
        parts, missing = _MAKERS[asked.id](material)
        found.append(
            Section(id=asked.id, title=asked.titolo, law=asked.fonte, asks=asked.chiede, parts=parts, missing=missing)
        )
    return tuple(found)


def _testo(found: Testo | None, title: str = "") -> Part | None:
    if found is None:
        return None
    more = (
        (Line(name="Per saperne di più", text=found.collegamento, href=found.collegamento),)
        if found.collegamento
        else ()
    )
    return Part(title=title, text=found.testo, lines=more)


def _presentation(material: Material) -> Told:
    found = material.carta.presentazione
    catalogue = material.context.catalogue
    comuni = catalogue.comuni_by_ambito.get(material.ambito.id, ())
    people = [one for one in comuni if one.popolazione is not None]
    population = Table(
        title="Gli abitanti",
        header=("Comune", "Abitanti", "Al"),
        rows=tuple(
            (one.nome, f"{one.popolazione.abitanti:,}".replace(",", "."), day(one.popolazione.al))
            for one in people
            if one.popolazione is not None
        ),
    )
    contacts = tuple(line_of(contact(one, material.context.labels)) for one in material.ambito.contatti)
    who = Part(title="I Comuni", text=f"{joined([one.nome for one in comuni])}.") if comuni else None
    territory = text_part(found.territorio, "Il territorio") if found else None
    return told(
        ("chi siamo", text_part(found.chi_siamo) if found else None),
        ("il territorio", territory or who),
        ("gli abitanti", Part(table=population) if population.rows else None),
        ("chi decide", text_part(found.governo, "Chi decide e chi fa") if found else None),
        ("che cosa fa l'Ufficio di Piano", text_part(found.ufficio_di_piano, "L'Ufficio di Piano") if found else None),
        ("i recapiti dell'Ufficio di Piano", Part(title="Contatti", lines=contacts) if contacts else None),
    )


def _tenets(found: Iterable[Tenet | Principio], law: str, title: str = "") -> Part | None:
    lines = tuple(
        Line(name=one.nome, text=one.testo, note=(one.riferimento or "") if isinstance(one, Principio) else "")
        for one in found
    )
    return Part(title=title, text=f"Vengono da: {law}." if law else "", lines=lines) if lines else None


def _principles(material: Material) -> Told:
    own = _tenets(material.carta.principi, "", "I principi di questo Ambito")
    from_law = _tenets(material.law.principi, material.law.fonte_principi)
    return tuple(part for part in (from_law, own) if part), ()


def _use(material: Material) -> Told:
    return told(("come si usa la Carta", text_part(material.carta.come_si_usa or material.law.uso)))


def _services(material: Material) -> Told:
    count = len(material.sheets)
    text = services_in_words(count) if count else ""
    return told(("i servizi", text_part(text)))


def _bodies(material: Material) -> Told:
    catalogue = material.context.catalogue
    offered: dict[str, list[str]] = {}
    for scheda in material.schede:
        if id := scheda.gestore or scheda.titolare:
            offered.setdefault(id, []).append(scheda.nome)
    known = sum(map(len, offered.values()))
    rows = tuple(
        (catalogue.enti[id].nome, material.context.labels("ente", catalogue.enti[id].tipo), _offered(names))
        for id, names in sorted(offered.items(), key=lambda pair: catalogue.enti[pair[0]].nome.casefold())
    )
    table = Table(title="Gli enti che offrono i servizi", header=("Ente", "Che ente è", "Che cosa offre"), rows=rows)
    parts, missing = told(
        ("gli enti", Part(table=table) if rows else None),
        ("quali enti sono autorizzati, accreditati o convenzionati", None),
    )
    unknown = len(material.schede) - known
    return parts, (*missing, *((f"chi offre {unknown} dei servizi",) if rows and unknown else ()))


def _offered(names: list[str]) -> str:
    if len(names) <= MANY:
        return "; ".join(names)
    return f"{len(names)} servizi di questa Carta: la scheda di ognuno dice chi lo offre"


def _levels(material: Material) -> Told:
    rows = tuple(
        (level.nome, level.riferimento, "; ".join(names))
        for level in material.context.catalogue.leps.values()
        if (names := [scheda.nome for scheda in material.schede if level.id in scheda.leps])
    )
    table = Table(
        title="I livelli e i servizi che vi contribuiscono", header=("Livello", "Norma", "Servizi"), rows=rows
    )
    return told(("i livelli essenziali", Part(table=table) if rows else None))


def _fees(material: Material) -> Told:
    rows = tuple(
        (scheda.nome, without_markdown(scheda.costo))
        for scheda in material.schede
        if scheda.costo and "\n" not in scheda.costo
    )
    table = Table(title="Quello che le schede dicono del costo", header=("Servizio", "Costo"), rows=rows)
    known = (Part(table=table),) if rows else ()
    parts, missing = told(("le tariffe e la quota secondo l'ISEE", _testo(material.carta.tariffe)))
    return (*parts, *known), missing


def _rights(material: Material) -> Told:
    rights = _tenets((*material.law.diritti, *material.carta.diritti), material.law.fonte_diritti, "I diritti")
    return told(("i diritti", rights), ("i doveri", _tenets(material.carta.doveri, "", "I doveri")))


def _costs(material: Material) -> Told:
    return told(("i costi contabilizzati", _testo(material.carta.costi)))


def approval(edition: Edizione, context: Context) -> str:
    """Who approved the edition, when, by which act; empty for a draft."""
    if edition.approvata_il is None:
        return ""
    who = f" da {context.catalogue.enti[edition.organo].nome}" if edition.organo else ""
    return f"Approvata{who} il {day(edition.approvata_il)}{f', {edition.atto}' if edition.atto else ''}."


def _validity(material: Material) -> Told:
    edition = material.carta.edizione
    approved = approval(edition, material.context)
    draft = "Questa edizione è una bozza: non è ancora approvata."
    parts, missing = told(
        ("l'atto che approva la Carta e la sua data", text_part(approved)),
        ("da quando vale", text_part(f"Vale dal {day(edition.valida_dal)}." if edition.valida_dal else None)),
        ("fino a quando vale", text_part(f"Vale fino al {day(edition.valida_fino)}." if edition.valida_fino else None)),
        (
            "la prossima revisione",
            text_part(f"Sarà rivista il {day(edition.prossima_revisione)}." if edition.prossima_revisione else None),
        ),
    )
    return ((*(() if approved else (Part(text=draft),)), *parts)), missing


def _data(material: Material) -> Told:
    brand = material.context.brand
    reading = _testo(material.carta.accessibilita, "Come leggere la Carta") or Part(
        title="Come leggere la Carta",
        text="Le stesse informazioni sono nelle pagine del sito, che si leggono anche con uno screen reader e si "
        "stampano. Il PDF è accessibile (PDF/UA).",
    )
    mail = str(brand.get("email_redazione", ""))
    contacts = (Line(name="E-mail", text=mail, href=f"mailto:{mail}"),) if mail else ()
    return told(
        ("come si trattano i dati", _testo(material.carta.privacy, "I tuoi dati")),
        ("la lettura", reading),
        ("a chi segnalare un errore", Part(title="Per segnalare un errore", lines=contacts) if contacts else None),
    )


_MAKERS: dict[str, Callable[[Material], Told]] = {
    "presentazione": _presentation,
    "principi": _principles,
    "uso": _use,
    "servizi": _services,
    "soggetti": _bodies,
    "leps": _levels,
    "tariffe": _fees,
    "standard": quality.standards,
    "diritti-doveri": _rights,
    "tutela": quality.remedies,
    "rimborsi": quality.refunds,
    "partecipazione": quality.participation,
    "rendicontazione": quality.yearly,
    "costi": _costs,
    "validita": _validity,
    "privacy-accessibilita": _data,
}
