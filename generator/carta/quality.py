"""The sections on quality: standards, complaints, refunds, participation, and the yearly report."""

from generator.carta.content import UNDEFINED, Line, Measure, Part, Report, Table
from generator.carta.material import Material, Told, text_part, told
from generator.carta.sheets import line_of, measure
from generator.site.cards import contact
from generator.site.labels import number


def standards(material: Material) -> Told:
    """The promises that hold for every service, and those of single services."""
    general = [measure(one, "Tutti i servizi", material.context.catalogue) for one in material.carta.standard]
    own = [one for sheet in material.sheets for one in sheet.measures]
    quality = sum(bool(scheda.qualita) for scheda in material.schede)
    note = f"{quality} schede dicono come si controlla la qualità." if quality > 1 else ""
    parts, missing = told(
        ("gli standard generali", _measures("Gli standard generali", general)),
        ("gli standard dei singoli servizi", _measures("Gli standard dei servizi", own)),
    )
    undecided = tuple(f"il valore promesso di «{one.indicator}»" for one in (*general, *own) if not one.promised)
    return (*parts, *((Part(text=note),) if note else ())), (*missing, *undecided)


def _measures(title: str, measures: list[Measure]) -> Part | None:
    rows = tuple(
        (
            one.indicator if not one.whose else f"{one.indicator} ({one.whose})",
            one.dimension,
            "; ".join(part for part in (one.formula, one.unit) if part) or "–",
            one.promised or UNDEFINED,
            "; ".join(f"{year}: {value}" for year, value in one.reached) or "–",
            one.responsible or "–",
            one.refund or "–",
        )
        for one in measures
    )
    header = ("Indicatore", "Qualità", "Formula e unità", "Promesso", "Raggiunto", "Chi risponde", "Rimborso")
    return Part(table=Table(title=title, header=header, rows=rows)) if rows else None


def remedies(material: Material) -> Told:
    """How to complain, to whom, within which term, and what comes after."""
    found, catalogue = material.carta.reclami, material.context.catalogue
    law = Part(title="Che cosa chiede la legge", lines=tuple(Line(text=one) for one in material.law.tutela))
    if found is None:
        parts, missing = told(
            *(
                (name, None)
                for name in (
                    "come si fa un reclamo",
                    "i canali",
                    "l'ufficio che risponde",
                    "il termine di risposta",
                    "il ricorso ai responsabili",
                    "il Difensore civico",
                )
            )
        )
        return (*parts, law), missing
    channels = tuple(line_of(contact(one, material.context.labels)) for one in found.canali)
    office = f"Risponde: {catalogue.enti[found.ufficio].nome}." if found.ufficio else None
    term = f"La risposta arriva entro {found.termine_giorni} giorni." if found.termine_giorni else None
    parts, missing = told(
        ("come si fa un reclamo", text_part(found.come)),
        ("i canali", Part(title="Dove si manda", lines=channels) if channels else None),
        ("l'ufficio che risponde", text_part(office)),
        ("il termine di risposta", text_part(term)),
        ("il ricorso ai responsabili", text_part(found.ricorso, "Se la risposta non basta")),
        ("il Difensore civico", text_part(found.difensore_civico, "Il Difensore civico")),
    )
    return (*parts, law), missing


def refunds(material: Material) -> Told:
    """What is due when a promise is not kept."""
    found = material.carta.indennizzi
    if found is None:
        return (), ("se è previsto un rimborso",)
    return (Part(text=f"{'È' if found.previsto else 'Non è'} previsto. {found.misura or ''}".strip()),), ()


def participation(material: Material) -> Told:
    """How people take part and how satisfaction is measured."""
    found = material.carta.partecipazione
    surveys = _surveys(report(material))
    return told(
        ("come si partecipa", text_part(found.come) if found else None),
        ("come si misura la soddisfazione", text_part(found.soddisfazione, "La soddisfazione") if found else None),
        ("gli ultimi risultati", surveys),
    )


def _surveys(found: Report) -> Part | None:
    header = ("Anno", "Su che cosa", "Risposte", "Soddisfatti", "Che cosa è emerso")
    return Part(table=Table(title="I risultati", header=header, rows=found.surveys)) if found.surveys else None


def yearly(material: Material) -> Told:
    """What was promised and reached, year by year."""
    found = report(material)
    reached = [one for one in found.measures if one.reached]
    complaints = Table(
        title="I reclami",
        header=("Anno", "Ricevuti", "Giorni per rispondere, in media", "Fondati"),
        rows=found.complaints,
    )
    done = tuple(Line(name=year, text=action) for year, action in found.improvements)
    return told(
        ("gli standard promessi e raggiunti", _measures("Promessi e raggiunti", reached)),
        ("i reclami ricevuti e i loro tempi", Part(table=complaints) if found.complaints else None),
        ("i risultati sulla soddisfazione", _surveys(found)),
        ("che cosa si è migliorato", Part(title="Che cosa si è fatto per migliorare", lines=done) if done else None),
    )


def report(material: Material) -> Report:
    """The yearly report."""
    carta, catalogue = material.carta, material.context.catalogue
    complaints = carta.reclami.ricevuti if carta.reclami else ()
    surveys = carta.partecipazione.rilevazioni if carta.partecipazione else ()
    return Report(
        measures=(
            *(measure(one, "Tutti i servizi", catalogue) for one in carta.standard),
            *(one for sheet in material.sheets for one in sheet.measures),
        ),
        complaints=tuple(
            (
                str(one.anno),
                str(one.ricevuti),
                number(one.giorni_medi) if one.giorni_medi is not None else "–",
                str(one.accolti) if one.accolti is not None else "–",
            )
            for one in sorted(complaints, key=lambda one: one.anno)
        ),
        surveys=tuple(
            (
                str(one.anno),
                one.oggetto,
                str(one.risposte) if one.risposte is not None else "–",
                f"{number(one.soddisfatti)} %" if one.soddisfatti is not None else "–",
                one.esito or "–",
            )
            for one in sorted(surveys, key=lambda one: one.anno)
        ),
        improvements=tuple((str(one.anno), one.azione) for one in carta.miglioramenti),
    )
