"""Name, colours and addresses of a site, from `site_config/brand.yaml`: all that a fork must change."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

Brand = Mapping[str, Any]
"""The values of the file by their key; what was left empty is an empty text."""

COLOURS: Mapping[str, str] = {
    "principale": "--aa-primary",
    "principale_forte": "--aa-primary-strong",
    "testata": "--aa-header",
    "istituzione": "--aa-institution",
}
"""The colours a brand may set, and the custom property of each."""
BEHIND: Mapping[str, str] = {"chiaro": "#ffffff", "scuro": "#0e1a26"}
"""The ground of the pages in each scheme, as in `tokens.css`."""
WHITE_ON = frozenset({"testata", "istituzione"})
"""Colours that stand behind white text; the others are text themselves."""
ENOUGH = 4.5
"""Contrast of text, WCAG 2.2, 1.4.3."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class BrandError(ValueError):
    """The brand's file says something that cannot be used; the message tells what and how to mend it."""


def load_brand(file: Path) -> Brand:
    """Reads the file. Raises BrandError for an unknown or malformed colour, or one on which text is hard to read."""
    found = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    brand = {str(key): "" if value is None else value for key, value in found.items()}
    for scheme, colours in _schemes(brand).items():
        for name, colour in colours.items():
            _check(scheme, name, colour)
    return brand


def code_host(brand: Brand) -> str:
    """Which kind of host the code is on (github, gitlab, gitea): as the brand says, else by the name of the site."""
    told = str(brand.get("tipo_codice") or "")
    return told or ("gitlab" if "gitlab" in (urlsplit(str(brand.get("url_codice") or "")).hostname or "") else "github")


def brand_css(brand: Brand) -> str:
    """The rules that put the brand's colours in the place of the site's own."""
    schemes = {scheme: _rules(colours) for scheme, colours in _schemes(brand).items()}
    light, dark = schemes.get("chiaro", ""), schemes.get("scuro", "")
    return (f":root{{{light}}}\n" if light else "") + (
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n" if dark else ""
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _schemes(brand: Brand) -> Mapping[str, Mapping[str, str]]:
    schemes = brand.get("colori") or {}
    if not isinstance(schemes, dict) or not set(schemes) <= set(BEHIND):
        raise BrandError("brand.yaml: sotto «colori» ci possono essere solo «chiaro» e «scuro».")
    return {scheme: colours or {} for scheme, colours in schemes.items()}


def _check(scheme: str, name: str, colour: object) -> None:
    where = f"brand.yaml: colori, {scheme}, {name}"
    if name not in COLOURS:
        raise BrandError(f"{where}: non è un colore del sito. Quelli che si possono cambiare: {', '.join(COLOURS)}.")
    if not isinstance(colour, str) or not _HEX.fullmatch(colour):
        raise BrandError(f'{where}: «{colour}» non è un colore. Scrivilo così, tra virgolette: "#0059b3".')
    found = contrast(colour, "#ffffff" if name in WHITE_ON else BEHIND[scheme])
    if found < ENOUGH:
        words = f"{found:.1f}".replace(".", ",")
        raise BrandError(f"{where}: con {colour} il testo si legge male (contrasto {words}, ne serve almeno 4,5).")


def _rules(colours: Mapping[str, str]) -> str:
    return "".join(f"{COLOURS[name]}:{colour};" for name, colour in colours.items())


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
