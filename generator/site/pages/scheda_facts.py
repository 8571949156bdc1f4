"""The facts of a scheda about period, money, staff and numbers, in words."""

from dataclasses import dataclass
from typing import Any

from generator.model.scheda import (
    Contributo,
    Finanziamento,
    Importo,
    Indicatore,
    Personale,
    Progetto,
    Scheda,
    Sportello,
    Struttura,
)
from generator.site.context import Context
from generator.site.labels import day, euro, number


@dataclass(frozen=True, slots=True)
class Row:
    """A name and a value, for the facts about staff, money and numbers."""

    name: str
    value: str
    note: str = ""


def period(scheda: Scheda) -> str:
    """«Dal 1° luglio 2026 al 31 dicembre 2028.», and what else is known of the period."""
    known = scheda.periodo
    if known is None:
        return ""
    parts = [f"dal {day(known.dal)}" if known.dal else "", f"al {day(known.al)}" if known.al else ""]
    dates = " ".join(part for part in parts if part)
    sentence = f"{dates[:1].upper()}{dates[1:]}." if dates else ""
    return " ".join(part for part in (sentence, known.nota or "") if part)


def kind_facts(scheda: Scheda) -> dict[str, Any]:
    """What only one kind of scheda says."""
    return {
        "amounts": [amount(one) for one in scheda.importi] if isinstance(scheda, Contributo) else [],
        "aims": scheda.obiettivi if isinstance(scheda, Progetto) else (),
        "codes": scheda.codici if isinstance(scheda, Progetto) else (),
        "languages": scheda.lingue if isinstance(scheda, Sportello) else (),
        "capacity": scheda.posti if isinstance(scheda, Struttura) else None,
    }


def amount(one: Importo) -> Row:
    """What a person may receive."""
    often = {"una_volta": "una volta sola"}.get(one.ogni or "", f"ogni {one.ogni}" if one.ogni else "")
    value = f"{'fino a ' if one.massimo else ''}{euro(one.valore)}" if one.valore is not None else ""
    return Row(one.descrizione, " ".join(part for part in (value, often) if part))


def staff(one: Personale, context: Context) -> Row:
    """Who works there, and for how long."""
    where = context.catalogue.comuni[one.comune].nome if one.comune else ""
    people = f"{number(one.numero)} {'persona' if one.numero == 1 else 'persone'}" if one.numero is not None else ""
    time = (
        f"{number(one.ore)} ore {context.labels('ogni', one.ogni) if one.ogni else ''}".strip()
        if one.ore is not None
        else ""
    )
    name = f"{one.figura} ({where})" if where else one.figura
    return Row(name, ", ".join(part for part in (people, time) if part), one.nota or "")


def money(one: Finanziamento, context: Context) -> Row:
    """From where, how much, for when."""
    where = context.catalogue.comuni[one.comune].nome if one.comune else ""
    name = one.fonte if not where or where in one.fonte else f"{one.fonte} ({where})"
    amount = euro(one.importo) + (" all'anno" if one.ogni_anno else "") if one.importo is not None else ""
    period = ""
    if one.periodo:
        ends = (one.periodo.dal, one.periodo.al)
        period = " – ".join(day(end) for end in ends if end) or one.periodo.nota or ""
    return Row(name, amount, "; ".join(part for part in (period, one.nota or "") if part))


def figure(one: Indicatore, context: Context) -> Row:
    """A number that says how the service goes, or where it wants to get."""
    where = context.catalogue.comuni[one.comune].nome if one.comune else ""
    name = f"{one.nome} ({where})" if where else one.nome
    aim = "Obiettivo: " if one.tipo == "obiettivo" else ""
    return Row(
        name,
        f"{aim}{one.valore} {one.unita or ''}".strip(),
        f"al {one.al}" if one.al and one.al[:1].isdigit() else one.al or "",
    )
