"""The map of the Comuni: an inline SVG made of links, from the ISTAT outlines. The list beside it says the same."""

import math
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue
from generator.site.urls import comune_url

WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Shape:
    """A Comune on the map: a path in the units of the view box, and where its name goes."""

    id: str
    name: str
    url: str
    group: int
    """The place of its Ambito among those on the map, from 1."""
    path: str
    x: int
    y: int
    current: bool


@dataclass(frozen=True, slots=True)
class Map:
    """All shapes and the size of the view box."""

    width: int
    height: int
    shapes: tuple[Shape, ...]

    def at(self, comune: str) -> "Map":
        """The same map for the page of a Comune."""
        return replace(
            self, shapes=tuple(replace(one, current=True) if one.id == comune else one for one in self.shapes)
        )


def territory_map(catalogue: Catalogue, ambito: str = "") -> Map | None:
    """The map of all Comuni with an outline, or of those of one Ambito."""
    wanted = [
        comune
        for comune in catalogue.comuni.values()
        if comune.id in catalogue.outlines and (not ambito or comune.ambito == ambito)
    ]
    points = [point for comune in wanted for ring in catalogue.outlines[comune.id] for point in ring]
    if not points:
        return None
    west, north = min(x for x, _ in points), max(y for _, y in points)
    east, south = max(x for x, _ in points), min(y for _, y in points)
    shrink = math.cos(math.radians((north + south) / 2))  # a degree of longitude is shorter than one of latitude
    scale = WIDTH / ((east - west) * shrink)

    def place(x: float, y: float) -> tuple[int, int]:
        return round((x - west) * shrink * scale), round((north - y) * scale)

    groups = list(dict.fromkeys(comune.ambito for comune in wanted))
    shapes = []
    for comune in wanted:
        rings = [[place(x, y) for x, y in ring] for ring in catalogue.outlines[comune.id]]
        path = "".join("M" + "L".join(f"{x} {y}" for x, y in ring[:-1]) + "Z" for ring in rings)
        xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
        middle = (min(xs) + max(xs)) // 2, (min(ys) + max(ys)) // 2
        shapes.append(
            Shape(
                comune.id,
                comune.nome,
                comune_url(comune.id),
                groups.index(comune.ambito) + 1,
                path,
                *middle,
                current=False,
            )
        )
    return Map(WIDTH, round((north - south) * scale), tuple(shapes))
