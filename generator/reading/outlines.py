"""The outlines of the Comuni, from GeoJSON (RFC 7946): one feature a Comune, named by its id."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.reading.index import Index
from generator.reading.layout import shown
from generator.reading.problem import Problem
from generator.reading.sentences import nearest

MAX_BYTES = 1024 * 1024
"""An outline for a map on a phone weighs a few KiB: more than this for an Ambito is a mistake."""

Degrees = Annotated[float, Field(ge=-180, le=180)]
Ring = tuple[tuple[Degrees, Degrees], ...]
"""A closed line of points: longitude and latitude, WGS84, in decimal degrees."""


class _Lenient(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Polygon(_Lenient):
    type: Literal["Polygon"]
    coordinates: Annotated[tuple[Ring, ...], Field(min_length=1)]


class _MultiPolygon(_Lenient):
    type: Literal["MultiPolygon"]
    coordinates: Annotated[tuple[Annotated[tuple[Ring, ...], Field(min_length=1)], ...], Field(min_length=1)]


class _Properties(_Lenient):
    comune: str


class _Feature(_Lenient):
    properties: _Properties
    geometry: Annotated[_Polygon | _MultiPolygon, Field(discriminator="type")]


class _Collection(_Lenient):
    features: tuple[_Feature, ...]


Outlines = dict[str, tuple[Ring, ...]]
"""The outer rings of each Comune, by its id."""


def read_outlines(files: list[Path], root: Path, index: Index) -> tuple[Outlines, list[Problem]]:
    """The outlines of all files, and what is wrong with them."""
    outlines: Outlines = {}
    problems: list[Problem] = []
    for path in files:
        file = shown(path, root)
        found = _read(path, file, problems)
        if found is None:
            continue
        problems.extend(_unknown(found, file, index))
        for feature in found.features:
            shape = feature.geometry
            polygons = shape.coordinates if isinstance(shape, _MultiPolygon) else (shape.coordinates,)
            outlines[feature.properties.comune] = tuple(polygon[0] for polygon in polygons)
    return outlines, problems


def _read(path: Path, file: str, problems: list[Problem]) -> _Collection | None:
    remedy = "Rifallo con un programma di mappe: una FeatureCollection con «comune» tra le proprietà."
    try:
        if path.stat().st_size > MAX_BYTES:
            message = f"i confini pesano più di {MAX_BYTES // 1024} KiB."
            remedy = "Semplificali: bastano pochi KiB a Comune."
            problems.append(Problem(file, 1, 1, "confini", "", message, remedy))
            return None
        return _Collection.model_validate_json(path.read_bytes())
    except (OSError, RecursionError, json.JSONDecodeError):
        problems.append(Problem(file, 1, 1, "confini", "", "il file dei confini non si legge.", remedy))
    except ValidationError as failure:
        place = ".".join(str(step) for step in failure.errors(include_url=False)[0]["loc"])
        problems.append(Problem(file, 1, 1, "confini", place, "i confini non sono GeoJSON.", remedy))
    return None


def _unknown(found: _Collection, file: str, index: Index) -> Iterator[Problem]:
    known = index.of("comune")
    for number, feature in enumerate(found.features):
        comune = feature.properties.comune
        if not index.exists("comune", comune):
            path = f"features[{number}].properties.comune"
            remedy = nearest(comune, known) or "I Comuni sono nel file comuni.yaml."
            message = f'"{comune}" non è un Comune del catalogo.'
            yield Problem(file, 1, 1, "riferimento", path, message, remedy)
