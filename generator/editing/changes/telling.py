"""Two versions of a record -> sentences: what holds for any field, whatever it is about."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from rapidfuzz import fuzz

from generator.editing.changes.change import Change, Severity
from generator.editing.changes.names import Names
from generator.editing.changes.words import (
    UNNOTICED,
    in_full,
    in_words,
    listed,
    past,
    phrase,
    quoted,
    sentences,
    summary,
    without_past,
)
from generator.editing.fields import Field, fields_of
from generator.model.record import Record

ALIKE = 55.0
"""From this likeness on (0 to 100) a text taken away and one added are one text that was changed."""
WHERE = frozenset({"indirizzo", "cap", "comune", "coordinate", "trasporti", "accessibilita"})
"""What would help someone to find a protected place: it is never said."""
_TEXTS = frozenset({"line", "prose", "markdown"})
_LONG = frozenset({"prose", "markdown"})


@dataclass(frozen=True)
class Ground:
    """What every teller needs. `lead` is what stands before the colon, `path` where the field is."""

    names: Names
    ambito: str
    tellers: "Mapping[str, Teller]"
    lead: str = ""
    path: str = ""
    unnoticed: bool = False

    def change(self, severity: Severity, sentence: str, field: str = "") -> Change:
        """A change at a field of this record. Inside what nobody notices, nothing is severe."""
        path = ".".join(part for part in (self.path, field) if part)
        said = f"{self.lead}: {sentence[:1].lower()}{sentence[1:]}" if self.lead else sentence
        return Change("bassa" if self.unnoticed else severity, in_full(said), path, without_past(said))

    def inside(self, field: Field, which: str = "") -> "Ground":
        """The ground of a record inside a field: the item that `which` names, if the field is a list."""
        lead = f"{phrase(field)}, {quoted(which)}" if which else phrase(field)
        path = f"{field.name}[{which}]" if which else field.name
        return replace(
            self,
            lead=f"{self.lead}, {lead[:1].lower()}{lead[1:]}" if self.lead else lead,
            path=f"{self.path}.{path}" if self.path else path,
            unnoticed=self.unnoticed or field.name in UNNOTICED,
        )

    def words(self, value: Any, field: Field) -> str:
        """A value of a field as people read it."""
        return in_words(value, field.value, field.name, self.names, self.ambito)


Teller = Callable[[Any, Any, Field, Ground], Iterator[Change]]
"""Tells the change of one field: the value before, the value after (None, () or {} where there was none)."""


def tell(before: Record, after: Record, ground: Ground) -> Iterator[Change]:
    """Every change between two versions of a record, in the order of its fields."""
    fields = {field.name: field for field in (*fields_of(type(after)), *fields_of(type(before)))}
    protected = any(getattr(record, "indirizzo_riservato", False) for record in (before, after))
    for field in fields.values():
        old, new = (getattr(record, field.name, None) for record in (before, after))
        if old == new:
            continue
        if protected and field.name in WHERE:
            yield ground.change("media", f"{phrase(field)}: cambiato; è protetto e qui non si scrive.", field.name)
        else:
            yield from ground.tellers.get(field.name, any_field)(old, new, field, ground)


def any_field(old: Any, new: Any, field: Field, ground: Ground) -> Iterator[Change]:
    """Tells the change of a field about which there is nothing particular to say."""
    if field.value.internal:
        yield ground.change("bassa", f"{phrase(field)}: cambiate (non si pubblicano).", field.name)
    elif field.value.kind == "list" and field.value.item and field.value.item.kind == "record":
        yield from _records(old or (), new or (), field, ground)
    elif isinstance(old, tuple) or isinstance(new, tuple):
        yield from of_list(_as_list(old, ground, field), _as_list(new, ground, field), field, ground)
    elif isinstance(old, Record) and isinstance(new, Record) and field.value.kind == "record":
        yield from tell(old, new, ground.inside(field))
    elif field.value.kind in _LONG and old and new:
        yield from _long_text(old, new, field, ground)
    else:
        yield of_value(old, new, field, ground)


def weight(field: Field) -> Severity:
    """How much a change of a field matters, where nothing else is known."""
    return "bassa" if field.name in UNNOTICED else "media"


def of_value(old: Any, new: Any, field: Field, ground: Ground, severity: Severity | None = None) -> Change:
    """«Quanto costa: «5 euro» invece di «3 euro».» and its like for what is new or gone."""
    name, matters = phrase(field), severity or weight(field)
    if new in (None, (), {}):
        return ground.change(
            matters, f"{name}: non si dice più{past(f' (era {_said(old, field, ground)})')}.", field.name
        )
    if old in (None, (), {}):
        return ground.change(matters, f"{name}: ora {_said(new, field, ground)}.", field.name)
    told = f"{name}: {_said(new, field, ground)}{past(f' invece di {_said(old, field, ground)}')}."
    return ground.change(matters, told, field.name)


def _said(value: Any, field: Field, ground: Ground) -> str:
    words = ground.words(value, field)
    plain = field.value.kind in {"day", "time", "whole", "number", "amount", "degrees", "yes_no", "number_or_threshold"}
    return words if plain else quoted(words)


def _as_list(value: Any, ground: Ground, field: Field) -> list[str]:
    if isinstance(value, str):
        return [ground.words(value, field)]
    item = field.value.item or field.value
    return [in_words(one, item, field.name, ground.names, ground.ambito) for one in value or ()]


def of_list(
    old: list[str],
    new: list[str],
    field: Field,
    ground: Ground,
    added: Severity | None = None,
    gone: Severity | None = None,
) -> Iterator[Change]:
    """What was added to a list, taken away, reworded or put in another order."""
    name, usual = phrase(field), weight(field)
    without, extra = [one for one in old if one not in new], [one for one in new if one not in old]
    if field.value.item and field.value.item.kind in _TEXTS:
        for before, after in _pairs(without, extra):
            without.remove(before)
            extra.remove(after)
            yield ground.change(usual, f"{name}: {quoted(after)}{past(f' invece di {quoted(before)}')}.", field.name)
    if without:
        gone_words = "tolto" if len(without) == 1 else "tolti"
        yield ground.change(
            gone or usual, f"{name}: {past(f'{gone_words} {listed(without)}', 'tolta una voce')}.", field.name
        )
    if extra:
        new_words = "aggiunto" if len(extra) == 1 else "aggiunti"
        yield ground.change(added or usual, f"{name}: {new_words} {listed(extra)}.", field.name)
    if sorted(old) == sorted(new):
        yield ground.change("bassa", f"{name}: in un altro ordine.", field.name)


def _pairs(without: Iterable[str], extra: Iterable[str]) -> list[tuple[str, str]]:
    """Texts that were changed rather than taken away: each with what it became, the most alike first."""
    scored = sorted(((fuzz.ratio(one, other), one, other) for one in without for other in extra), reverse=True)
    pairs: list[tuple[str, str]] = []
    for score, one, other in scored:
        taken = any(one == before or other == after for before, after in pairs)
        if score >= ALIKE and not taken:
            pairs.append((one, other))
    return pairs


def _long_text(old: str, new: str, field: Field, ground: Ground) -> Iterator[Change]:
    before, after = sentences(old), sentences(new)
    name, told = phrase(field), False
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = " ".join(before[i:j]), " ".join(after[k:m])
        if gone and come:
            sentence = f"{name}: {quoted(come)}{past(f' invece di {quoted(gone)}')}."
        else:
            sentence = (
                f"{name}: aggiunto {quoted(come)}."
                if come
                else f"{name}: {past(f'tolto {quoted(gone)}', 'tolta una frase')}."
            )
        told = True
        yield ground.change(weight(field), sentence, field.name)
    if not told:
        yield ground.change("bassa", f"{name}: cambia solo come va a capo.", field.name)


def _records(old: tuple[Record, ...], new: tuple[Record, ...], field: Field, ground: Ground) -> Iterator[Change]:
    """Items that are the same are those whose first field is: of them only what differs is told."""
    name, usual = phrase(field), weight(field)
    left, extra = [one for one in old if one not in new], [one for one in new if one not in old]
    for one in list(left):
        same = next((other for other in extra if _first(other) == _first(one)), None)
        if same is not None:
            left.remove(one)
            extra.remove(same)
            label = in_words(_first(one), fields_of(type(one))[0].value, "", ground.names, ground.ambito)
            yield from tell(one, same, ground.inside(field, label))
    for one in left:
        said = quoted(summary(one, ground.names, ground.ambito))
        yield ground.change(usual, f"{name}: {past(f'tolto {said}', 'tolta una voce')}.", field.name)
    for one in extra:
        said = quoted(summary(one, ground.names, ground.ambito))
        yield ground.change(usual, f"{name}: aggiunto {said}.", field.name)
    if not left and not extra and sorted(map(repr, old)) == sorted(map(repr, new)):
        yield ground.change("bassa", f"{name}: in un altro ordine.", field.name)


def _first(record: Record) -> Any:
    return getattr(record, fields_of(type(record))[0].name)
