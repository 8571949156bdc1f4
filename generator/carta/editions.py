"""Frozen editions: the data of an approved Carta, kept as it was in `catalogue/<ambito>/edizioni/<anno>.json`."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from generator.carta.content import Content, Part, Section

FOLDER = "edizioni"


class EditionError(ValueError):
    """An edition cannot be read or frozen; the message says why, in Italian."""


def read_editions(catalogue: Path, ambito: str) -> Mapping[int, Content]:
    """The frozen editions of an Ambito by year, oldest first. Raises EditionError for a file that is not one."""
    found = {}
    for file in sorted((catalogue / ambito / FOLDER).glob("*.json")):
        try:
            content = Content.model_validate_json(file.read_bytes())
        except ValidationError as failure:
            raise EditionError(
                f"«{file.name}» non è un'edizione della Carta: {failure.error_count()} errori."
            ) from failure
        found[content.year] = content
    return dict(sorted(found.items()))


def freeze(content: Content, catalogue: Path) -> Path:
    """Stores an edition. Raises EditionError if an approved edition of that year is there already."""
    folder = catalogue / content.ambito / FOLDER
    file = folder / f"{content.year}.json"
    if file.is_file():
        before = read_editions(catalogue, content.ambito).get(content.year)
        if before is not None and before.approved:
            raise EditionError(
                f"L'edizione {content.year} è approvata e non si cambia più. "
                f"Per una nuova edizione scrivi il nuovo «anno» in catalogue/{content.ambito}/carta.yaml."
            )
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content.model_dump(mode="json"), ensure_ascii=False, indent=1)
    file.write_text(f"{text}\n", encoding="utf-8")
    return file


def extract(content: Content, comune: str, name: str) -> Content:
    """The part of a Carta that holds in one Comune; the sections about the whole Ambito stay."""
    sheets = tuple(sheet for sheet in content.sheets if comune in sheet.comune_ids)
    keys = {sheet.key for sheet in sheets}
    names = {sheet.name for sheet in sheets}
    needs = [
        need.model_copy(
            update={
                "keys": tuple(key for key in need.keys if key in keys),
                "also": tuple(one for one in need.also if one in names),
            }
        )
        for need in content.needs
    ]
    return content.model_copy(
        update={
            "comune": name,
            "sheets": sheets,
            "needs": tuple(need for need in needs if need.keys or need.also),
            "planned": tuple(one for one in content.planned if comune in one.comune_ids),
            "for_bodies": tuple(one for one in content.for_bodies if comune in one.comune_ids),
            "sections": tuple(_counted(one, len(sheets)) for one in content.sections),
        }
    )


def _counted(section: Section, count: int) -> Section:
    if section.id != "servizi":
        return section
    return section.model_copy(update={"parts": (Part(text=services_in_words(count)),)})


def services_in_words(count: int) -> str:
    """How many services a Carta has."""
    if count == 1:
        return "Il servizio che si può chiedere è uno."
    return f"I servizi che si possono chiedere sono {count}, raccolti per bisogno."
