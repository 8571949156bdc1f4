"""What the law asks and the data lacks: section by section, then scheda by scheda."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.carta.content import Content


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing in one place: a section of the Carta, or the sheet of a scheda (then `key` names it)."""

    place: str
    missing: tuple[str, ...]
    law: str = ""
    key: str = ""


def of_sections(content: Content) -> tuple[Gap, ...]:
    """The sections that lack something, in their order."""
    return tuple(Gap(one.title, one.missing, one.law) for one in content.sections if one.missing)


def of_sheets(content: Content) -> tuple[Gap, ...]:
    """The sheets that lack something, the emptiest first."""
    gaps = []
    for sheet in content.sheets:
        missing = [fact.label.lower() for fact in sheet.facts if fact.missing]
        if not sheet.provider:
            missing.append("chi lo offre")
        if missing:
            gaps.append(Gap(sheet.name, tuple(missing), key=sheet.key))
    return tuple(sorted(gaps, key=lambda gap: (-len(gap.missing), gap.place.casefold())))


def in_words(content: Content) -> Iterator[str]:
    """The gaps as lines to print, with the totals."""
    sections, sheets = of_sections(content), of_sheets(content)
    yield f"Carta dei Servizi {content.year}, {content.name}: che cosa manca"
    yield ""
    where = f"catalogue/{content.ambito}/carta.yaml"
    yield f"Sezioni ({len(sections)} su {len(content.sections)} da completare, in {where})"
    for gap in sections:
        yield f"  {gap.place} [{gap.law}]"
        yield from (f"    - {what}" for what in gap.missing)
    yield ""
    yield f"Schede ({len(sheets)} su {len(content.sheets)} da completare)"
    for gap in sheets:
        yield f"  {gap.place} ({gap.key}): {'; '.join(gap.missing)}"
    if not sheets and not sections:
        yield "Non manca niente di ciò che la legge chiede."
