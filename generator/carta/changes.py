"""What changed between two editions of a Carta, in sentences."""

from collections.abc import Iterator

from generator.carta.content import Content, Fact, Section, Sheet
from generator.site.text import without_markdown

LONGEST = 160
"""A text longer than this is not repeated: it is enough to know that it changed."""


def changes(before: Content, after: Content) -> tuple[str, ...]:
    """One sentence a change: services first, then the facts of each, then the sections."""
    return (*_services(before, after), *_facts(before, after), *_sections(before, after))


def _services(before: Content, after: Content) -> Iterator[str]:
    old, new = ({sheet.key: sheet for sheet in one.sheets} for one in (before, after))
    for key, sheet in new.items():
        if key not in old:
            yield f"C'è un servizio in più: «{sheet.name}»."
    for key, sheet in old.items():
        if key not in new:
            yield f"Non c'è più il servizio «{sheet.name}»."
    for key in old.keys() & new.keys():
        if old[key].name != new[key].name:
            yield f"«{old[key].name}» ora si chiama «{new[key].name}»."


def _facts(before: Content, after: Content) -> Iterator[str]:
    old = {sheet.key: sheet for sheet in before.sheets}
    for sheet in after.sheets:
        if sheet.key in old:
            yield from _of_sheet(old[sheet.key], sheet)


def _of_sheet(old: Sheet, new: Sheet) -> Iterator[str]:
    if old.state != new.state:
        yield f"«{new.name}»: lo stato era «{old.state or 'Attivo'}», ora è «{new.state or 'Attivo'}»."
    if old.comuni != new.comuni:
        yield f"«{new.name}»: cambiano i Comuni. Prima: {old.comuni}. Ora: {new.comuni}."
    if old.provider != new.provider:
        was, now = old.provider or "non definito", new.provider or "non definito"
        yield f"«{new.name}»: cambia chi lo offre. Prima: {was}. Ora: {now}."
    facts = {fact.id: fact for fact in old.facts}
    for fact in new.facts:
        if fact.id in facts and facts[fact.id] != fact:
            yield f"«{new.name}», {fact.label.lower()}: {_turn(facts[fact.id], fact)}"


def _turn(was: Fact, now: Fact) -> str:
    if was.missing:
        return "prima non era definito, ora sì."
    if now.missing:
        return "ora non è più definito."
    old, new = without_markdown(was.text), without_markdown(now.text)
    if not was.lines and not now.lines and old != new and len(old) + len(new) <= LONGEST:
        return f"prima «{old.rstrip('.')}», ora «{new.rstrip('.')}»."
    return "il testo è cambiato."


def _sections(before: Content, after: Content) -> Iterator[str]:
    old = {section.id: section for section in before.sections}
    for section in after.sections:
        if section.id in old and section.id != "servizi":
            yield from _of_section(old[section.id], section)


def _of_section(old: Section, new: Section) -> Iterator[str]:
    told = [what for what in old.missing if what not in new.missing]
    lost = [what for what in new.missing if what not in old.missing]
    if told:
        yield f"«{new.title}»: ora è definito {'; '.join(told)}."
    if lost:
        yield f"«{new.title}»: non è più definito {'; '.join(lost)}."
    if not told and not lost and old.parts != new.parts:
        yield f"La sezione «{new.title}» è cambiata."
