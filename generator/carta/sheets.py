"""The uniform sheet of each service, and how sheets are grouped by need."""

from collections.abc import Iterable

from generator.carta.content import Entry, Fact, Line, Measure, Need, Sheet
from generator.catalogue import Catalogue, key_of, kind_of
from generator.model.scheda import Scheda
from generator.model.standard import Standard
from generator.site.cards import EMERGENCY_AREAS, Contact, Hours, comuni_in_words, contact
from generator.site.context import Context
from generator.site.labels import joined
from generator.site.pages.scheda_facts import kind_facts, period
from generator.site.pages.scheda_sections import Place, access, place
from generator.site.urls import scheda_url

IN_FORCE = frozenset({"attivo", "in_avvio"})
"""What can be asked for, or is about to be: it has a sheet. The rest is only named."""


def sheet(scheda: Scheda, context: Context) -> Sheet:
    """The sheet of a scheda."""
    catalogue, labels = context.catalogue, context.labels
    places = [place(scheda, used, context) for used in scheda.sedi]
    state = "" if scheda.stato == "attivo" else labels("stato", scheda.stato)
    if state and scheda.motivo_stato:
        state = f"{state}. {scheda.motivo_stato}"
    return Sheet(
        key=key_of(scheda),
        name=scheda.nome,
        kind=labels("tipo", kind_of(scheda)),
        state=state,
        brief=scheda.in_breve,
        url=scheda_url(scheda),
        comuni=comuni_in_words(scheda, catalogue),
        comune_ids=tuple(one.id for one in catalogue.comuni_of(scheda)),
        provider=_provider(scheda, catalogue),
        facts=(
            _who(scheda),
            _what(scheda),
            _how(scheda, catalogue),
            _where(scheda, places, catalogue),
            _contacts(scheda, places, context),
            Fact(id="quando", label="Tempi", text=_paragraphs(scheda.tempi_e_scadenze, period(scheda))),
            Fact(id="costo", label="Quanto costa", text=scheda.costo or ""),
            Fact(
                id="standard",
                label="Impegni sulla qualità",
                lines=(
                    *(Line(text=promise(one)) for one in scheda.standard),
                    *(Line(text=one) for one in scheda.qualita),
                ),
            ),
        ),
        measures=tuple(measure(one, scheda.nome, catalogue) for one in scheda.standard),
        sensitive=any(area in EMERGENCY_AREAS for area in scheda.aree),
    )


def _provider(scheda: Scheda, catalogue: Catalogue) -> str:
    id = scheda.gestore or scheda.titolare
    return catalogue.enti[id].nome if id else ""


def _paragraphs(*texts: str | None) -> str:
    return "\n\n".join(text for text in texts if text)


def _who(scheda: Scheda) -> Fact:
    lines = tuple(
        Line(text=one.testo, note=one.riferimento or "") for one in scheda.requisiti if one.testo != scheda.in_breve
    )
    return Fact(id="chi", label="Per chi è", text=scheda.a_chi_e_rivolto or "", lines=lines)


def _what(scheda: Scheda) -> Fact:
    amounts = tuple(Line(name=one.name, text=one.value) for one in kind_facts(scheda)["amounts"])
    return Fact(id="cosa", label="Che cosa offre", text=scheda.cosa_si_ottiene or "", lines=amounts)


def _how(scheda: Scheda, catalogue: Catalogue) -> Fact:
    steps = tuple(Line(text=step) for step in scheda.come_fare)
    needed = f"Da portare: {'; '.join(_lowered(one) for one in scheda.cosa_serve)}." if scheda.cosa_serve else ""
    ways = " ".join(access(scheda, catalogue))
    return Fact(id="come", label="Come si chiede", text=_paragraphs(ways, needed), lines=steps, steps=True)


def _lowered(text: str) -> str:
    return text.rstrip(".;") if text[:2].isupper() else f"{text[:1].lower()}{text[1:]}".rstrip(".;")


def _where(scheda: Scheda, places: Iterable[Place], catalogue: Catalogue) -> Fact:
    lines = [Line(name=one.name, text=_address(one), note="; ".join(map(_opening, one.hours))) for one in places]
    where = comuni_in_words(scheda, catalogue)
    return Fact(
        id="dove",
        label="Dove e quando",
        text=f"{where}.{f' {scheda.nota_comuni}' if scheda.nota_comuni else ''}",
        lines=tuple(lines),
    )


def _address(found: Place) -> str:
    if found.reserved:
        return "L'indirizzo non è pubblico, per proteggere chi è accolto."
    return "; ".join(part for part in (found.address, found.note) if part)


def _opening(hours: Hours) -> str:
    return f"{hours.days} {hours.times}{f' ({hours.note})' if hours.note else ''}"


def _contacts(scheda: Scheda, places: Iterable[Place], context: Context) -> Fact:
    own = [line_of(contact(one, context.labels)) for one in scheda.contatti]
    of_places = [line_of(one, found.name) for found in places for one in found.contacts]
    return Fact(
        id="contatti", label="Contatti", lines=tuple({(one.text, one.note): one for one in (*own, *of_places)}.values())
    )


def line_of(one: Contact, where: str = "") -> Line:
    """A contact as a line."""
    note = "; ".join(part for part in (one.note, where) if part)
    return Line(name=one.label, text=one.value, href=one.href, note=note)


def promise(standard: Standard) -> str:
    """A standard in a sentence; without a promised value it says so."""
    unit = f" {standard.unita}" if standard.unita else ""
    value = f"{standard.valore_programmato}{unit}" if standard.valore_programmato else "valore non ancora definito"
    return f"{standard.indicatore}: {value}"


def measure(standard: Standard, whose: str, catalogue: Catalogue) -> Measure:
    """A standard as data."""
    refund = standard.rimborso
    return Measure(
        whose=whose,
        dimension=standard.dimensione,
        indicator=standard.indicatore,
        formula=standard.formula or "",
        unit=standard.unita or "",
        promised=standard.valore_programmato or "",
        reached=tuple(sorted(standard.valore_raggiunto.items())),
        responsible=catalogue.enti[standard.responsabile].nome if standard.responsabile else "",
        refund=""
        if refund is None
        else f"{'sì' if refund.previsto else 'no'}{f': {refund.misura}' if refund.misura else ''}",
    )


def by_need(schede: Iterable[Scheda], catalogue: Catalogue) -> tuple[Need, ...]:
    """The needs in the order of the vocabulary, then the areas of what answers no need; schede in the order given.

    A scheda stands under the first need it names; under its other needs only its name is told.
    """
    needs: dict[str, list[str]] = {id: [] for id in catalogue.bisogni}
    also: dict[str, list[str]] = {id: [] for id in catalogue.bisogni}
    areas: dict[str, list[str]] = {id: [] for id in catalogue.aree}
    for scheda in schede:
        first = scheda.bisogni[0] if scheda.bisogni else None
        (needs[first] if first is not None else areas[scheda.aree[0]]).append(key_of(scheda))
        for id in scheda.bisogni[1:]:
            if id != first:
                also[id].append(scheda.nome)
    return (
        *(
            Need(id=id, name=catalogue.bisogni[id].nome, keys=tuple(keys), also=tuple(also[id]))
            for id, keys in needs.items()
            if keys or also[id]
        ),
        *(Need(id=f"area-{id}", name=catalogue.aree[id].nome, keys=tuple(keys)) for id, keys in areas.items() if keys),
    )


def entry(scheda: Scheda, note: str, catalogue: Catalogue) -> Entry:
    """A scheda that is only named."""
    return Entry(
        key=key_of(scheda),
        name=scheda.nome,
        note=note,
        brief=scheda.in_breve,
        url=scheda_url(scheda),
        comune_ids=tuple(one.id for one in catalogue.comuni_of(scheda)),
    )


def only_for(scheda: Scheda, context: Context) -> str:
    """«Per gli enti del Terzo settore e per gli operatori»."""
    words = [context.labels("pubblico", one) for one in scheda.pubblico]
    return joined([words[0], *(f"{word[:1].lower()}{word[1:]}" for word in words[1:])])
