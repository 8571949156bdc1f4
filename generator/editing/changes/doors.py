"""What makes a door easier or harder to find open: state, Comuni, requirements, access, phones, cost, deadlines."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from generator.editing.changes.change import Change, Severity
from generator.editing.changes.hours import tell_hours
from generator.editing.changes.telling import ALIKE, Ground, Teller, any_field, of_list, of_value, tell, weight
from generator.editing.changes.words import condition, listed, past, phrase, quoted
from generator.editing.fields import Field
from generator.model.contatto import Contatto, SedeDellaScheda
from generator.model.scheda import Importo, Requisito, Verifica
from generator.site.labels import day, euro, joined

CAN_ASK = frozenset({"attivo", "in_avvio"})
REACHED_BY_VOICE = frozenset({"telefono", "cellulare", "numero-verde", "whatsapp"})


def _state(old: str, new: str, field: Field, ground: Ground) -> Iterator[Change]:
    was, now = (ground.names.labels("stato", word) for word in (old, new))
    harder = old in CAN_ASK and new not in CAN_ASK
    opened = new in CAN_ASK and old not in CAN_ASK
    told = f"Non si può più chiedere: da {quoted(was)} a {quoted(now)}." if harder else ""
    told = told or (f"Ora si può chiedere: da {quoted(was)} a {quoted(now)}." if opened else "")
    severity: Severity = "alta" if harder else "media"
    yield ground.change(severity, told or f"Lo stato: {quoted(now)} invece di {quoted(was)}.", field.name)


def _comuni(old: Any, new: Any, field: Field, ground: Ground) -> Iterator[Change]:
    if field.value.kind != "word_or_list":
        yield from any_field(old, new, field, ground)  # where an ente works, not where a service is
        return
    before, after = _comuni_in(old, ground), _comuni_in(new, ground)
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    if gone:
        yield ground.change("alta", f"Non è più disponibile {_at(gone)}.", field.name)
    if come:
        yield ground.change("media", f"Ora è disponibile anche {_at(come)}.", field.name)
    if not gone and not come:
        yield ground.change("bassa", "I Comuni sono gli stessi, scritti in un altro modo.", field.name)


def _comuni_in(value: Any, ground: Ground) -> list[str]:
    ids = ground.names.read(f"{ground.ambito}/comuni.yaml") if value == "tutti" else value or ()
    return [ground.names("comune", id) for id in ids]


def _at(names: list[str]) -> str:
    return joined([f"{'ad' if name[:1] == 'A' else 'a'} {name}" for name in names])


def _requirements(
    old: tuple[Requisito, ...], new: tuple[Requisito, ...], field: Field, ground: Ground
) -> Iterator[Change]:
    left, extra = [one for one in old if one not in new], [one for one in new if one not in old]
    for one in list(extra):
        same = max(left, key=lambda other: fuzz.ratio(other.testo, one.testo), default=None)
        if same is None or fuzz.ratio(same.testo, one.testo) < ALIKE:
            continue
        left.remove(same)
        extra.remove(one)
        if same.testo != one.testo:
            told = f"{past(f'Il requisito {quoted(same.testo)} diventa', 'Cambia un requisito:')} {quoted(one.testo)}."
            yield ground.change("alta", told, field.name)
        if same.condizione != one.condizione:
            yield ground.change("media", _rule(same, one, ground), f"{field.name}.condizione")
        if same.riferimento != one.riferimento:
            told = f"La norma del requisito {quoted(one.testo)}: {quoted(one.riferimento or 'non si dice')}."
            yield ground.change("bassa", told, f"{field.name}.riferimento")
    for one in extra:
        yield ground.change("alta", f"Nuovo requisito: {quoted(one.testo)}.", field.name)
    for one in left:
        yield ground.change(
            "media",
            f"{past(f'Non è più un requisito: {quoted(one.testo)}', 'Non è più richiesto uno dei requisiti')}.",
            field.name,
        )
    if set(map(repr, old)) == set(map(repr, new)):
        yield ground.change("bassa", "I requisiti sono in un altro ordine.", field.name)


def _rule(old: Requisito, new: Requisito, ground: Ground) -> str:
    was = condition(old.condizione, ground.names) if old.condizione else "nessuna"
    now = condition(new.condizione, ground.names) if new.condizione else "nessuna"
    return f"La regola del requisito {quoted(new.testo)}: {quoted(now)}{past(f' invece di {quoted(was)}')}."


def _contacts(
    old: tuple[Contatto, ...] | None, new: tuple[Contatto, ...] | None, field: Field, ground: Ground
) -> Iterator[Change]:
    left, extra = [c for c in old or () if c not in (new or ())], [c for c in new or () if c not in (old or ())]
    for one in list(extra):
        same = next((c for c in left if c.valore == one.valore), None) or next(
            (c for c in left if c.tipo == one.tipo), None
        )
        if same is None:
            continue
        left.remove(same)
        extra.remove(one)
        kind = ground.names.labels("contatto", one.tipo)
        if same.valore != one.valore:
            yield ground.change("media", f"{kind}: {one.valore}{past(f' invece di {same.valore}')}.", field.name)
        elif same.tipo != one.tipo:
            yield ground.change("bassa", f"{one.valore} ora è indicato come {kind}.", field.name)
        if same.nota != one.nota:
            note = quoted(one.nota) if one.nota else f"tolta la nota{past(f' {quoted(same.nota or str())}')}"
            yield ground.change("media", f"{kind} {one.valore}: {note}.", field.name)
    for one in left:
        severity: Severity = "alta" if one.tipo in REACHED_BY_VOICE else "media"
        kind = ground.names.labels("contatto", one.tipo)
        yield ground.change(severity, f"Tolto un recapito{past(f': {kind} {one.valore}')}.", field.name)
    for one in extra:
        kind = ground.names.labels("contatto", one.tipo)
        note = f" ({one.nota})" if one.nota else ""
        yield ground.change("media", f"Nuovo recapito: {kind} {one.valore}{note}.", field.name)
    if not left and not extra and set(map(repr, old or ())) == set(map(repr, new or ())):
        yield ground.change("bassa", "I recapiti sono in un altro ordine.", field.name)


def _places(
    old: tuple[SedeDellaScheda, ...] | None, new: tuple[SedeDellaScheda, ...] | None, field: Field, ground: Ground
) -> Iterator[Change]:
    if field.value.item is None or field.value.item.record is not SedeDellaScheda:
        yield from any_field(old, new, field, ground)
        return
    before, after = {one.sede: one for one in old or ()}, {one.sede: one for one in new or ()}
    for id in before.keys() - after.keys():
        yield ground.change("alta", f"Non c'è più nella sede {quoted(_place(id, ground))}.", field.name)
    for id in (id for id in after if id not in before):
        yield ground.change("media", f"Nuova sede: {quoted(_place(id, ground))}.", field.name)
        if after[id].orari:
            yield from tell_hours((), after[id].orari, _place(id, ground), ground)
    for id in (id for id in after if id in before):
        was, now = before[id], after[id]
        name = _place(id, ground) if len(after) > 1 else ""
        if was.orari != now.orari:
            yield from tell_hours(was.orari, now.orari, name, ground)
        rest = {"orari": now.orari}
        if was.model_copy(update=rest) != now:
            yield from tell(was.model_copy(update=rest), now, ground.inside(field, _place(id, ground)))
    if before == after:
        yield ground.change("bassa", "Le sedi sono in un altro ordine.", field.name)


def _place(id: str, ground: Ground) -> str:
    return ground.names("sede", id, ground.ambito)


def _direct(_: bool | None, new: bool | None, field: Field, ground: Ground) -> Iterator[Change]:
    told = {
        True: "Si può chiedere da soli, senza essere inviati.",
        False: "Non si può chiedere da soli: serve che qualcuno invii.",
        None: "Non si dice più se si può chiedere da soli.",
    }
    yield ground.change("alta" if new is False else "media", told[new], field.name)


def _senders(old: Any, new: Any, field: Field, ground: Ground) -> Iterator[Change]:
    before, after = ([ground.names("inviante", id) for id in one or ()] for one in (old, new))
    yield from of_list(before, after, field, ground, gone="alta")


def _channels(old: Any, new: Any, field: Field, ground: Ground) -> Iterator[Change]:
    if field.value.item is None or field.value.item.kind != "reference":
        yield from _contacts(old, new, field, ground)
        return
    before, after = ([ground.names("canale", id) for id in one or ()] for one in (old, new))
    yield from of_list(before, after, field, ground, gone="alta")


def _online(old: str | None, new: str | None, field: Field, ground: Ground) -> Iterator[Change]:
    yield of_value(old, new, field, ground, "media" if new else "alta")


def _access(old: Any, new: Any, _: Field, ground: Ground) -> Iterator[Change]:
    """Access told field by field, even where it was wholly unknown before."""
    model = type(old or new)
    empty = model()
    yield from tell(old or empty, new or empty, ground)


def _cost(old: str | None, new: str | None, field: Field, ground: Ground) -> Iterator[Change]:
    was_free, is_free = ("gratuit" in (text or "").lower() for text in (old, new))
    for one in any_field(old, new, field, ground):
        yield replace(one, severity="alta") if was_free and not is_free else one


def _documents(old: Any, new: Any, field: Field, ground: Ground) -> Iterator[Change]:
    yield from of_list(list(old or ()), list(new or ()), field, ground, added="alta")


def _deadline(old: datetime.date | None, new: datetime.date | None, field: Field, ground: Ground) -> Iterator[Change]:
    last = field.name != "apertura"
    harder = old is not None and new is not None and (new < old if last else new > old)
    if old is None or new is None:
        yield of_value(old, new, field, ground, "alta" if new and last else "media")
        return
    verb = "Si può chiedere fino al" if last else "Si può chiedere dal"
    instead = "invece che fino al" if last else "invece che dal"
    told = f"{verb} {day(new)} {instead} {day(old)}."
    yield ground.change("alta" if harder else "media", told, field.name)


def _sums(old: tuple[Importo, ...], new: tuple[Importo, ...], field: Field, ground: Ground) -> Iterator[Change]:
    before = {one.descrizione: one for one in old or ()}
    rest_old, rest_new = list(old or ()), list(new or ())
    for one in new or ():
        was = before.get(one.descrizione)
        if was is None or was.valore is None or one.valore is None or was.valore == one.valore:
            continue
        told = f"{one.descrizione}: {euro(one.valore)}{past(f' invece di {euro(was.valore)}')}."
        yield ground.change("alta" if one.valore < was.valore else "media", told, field.name)
        rest_old[rest_old.index(was)] = was.model_copy(update={"valore": one.valore})
    if rest_old != rest_new:
        yield from any_field(tuple(rest_old), tuple(rest_new), field, ground)


def _beds(old: int | None, new: int | None, field: Field, ground: Ground) -> Iterator[Change]:
    fewer = old is not None and (new is None or new < old)
    yield of_value(old, new, field, ground, "alta" if fewer else "media")


def _public(old: Any, new: Any, field: Field, ground: Ground) -> Iterator[Change]:
    was, now = ([ground.names.labels("pubblico", one) for one in value or ()] for value in (old, new))
    yield from of_list(was, now, field, ground, gone="alta" if "cittadini" in (old or ()) else None)


def _verified(_: Verifica | None, new: Verifica | None, field: Field, ground: Ground) -> Iterator[Change]:
    if new is None:
        yield ground.change("media", "Non risulta più verificata da un ente.", field.name)
    else:
        told = f"Verificata il {day(new.il)} da {ground.names('ente', new.da)}, vale {new.ogni_mesi} mesi."
        yield ground.change("bassa", told, field.name)


def _protected(_: bool, new: bool, field: Field, ground: Ground) -> Iterator[Change]:
    told = "L'indirizzo ora è protetto: non si pubblica." if new else "L'indirizzo era protetto e ora si pubblica."
    yield ground.change("media" if new else "alta", told, field.name)


def _sources(old: Any, new: Any, field: Field, ground: Ground) -> Iterator[Change]:
    was, now = (list(dict.fromkeys(_source(one, ground) for one in value or ())) for value in (old, new))
    changed = [one for one in of_list(was, now, field, ground) if "ordine" not in one.sentence]
    yield from changed or [ground.change(weight(field), f"{phrase(field)}: cambiano le righe citate.", field.name)]


def _source(fonte: Any, ground: Ground) -> str:
    return ground.names("documento", fonte.documento) if fonte.documento else fonte.titolo or fonte.url or ""


def _former(old: Any, new: Any, field: Field, ground: Ground) -> Iterator[Change]:
    come = [one for one in new or () if one not in (old or ())]
    gone = [one for one in old or () if one not in (new or ())]
    if come:
        yield ground.change("bassa", f"Chi arriva da {listed(come)} viene portato qui.", field.name)
    if gone:
        yield ground.change("alta", f"Chi arriva da {listed(gone)} non trova più la pagina.", field.name)
    if not come and not gone:
        yield ground.change("bassa", f"{phrase(field)}: in un altro ordine.", field.name)


TELLERS: Mapping[str, Teller] = {
    "accesso": _access,
    "apertura": _deadline,
    "canali": _channels,
    "chi_invia": _senders,
    "comuni": _comuni,
    "contatti": _contacts,
    "cosa_serve": _documents,
    "costo": _cost,
    "diretto": _direct,
    "fonti": _sources,
    "id_precedenti": _former,
    "importi": _sums,
    "indirizzo_riservato": _protected,
    "online": _online,
    "posti": _beds,
    "prenotazione": _online,
    "pubblico": _public,
    "requisiti": _requirements,
    "scade_il": _deadline,
    "scadenza": _deadline,
    "sedi": _places,
    "stato": _state,
    "verificato": _verified,
}
"""Fields that are told in a way of their own."""
