"""What lets the site be read without a network: the service worker with its list of files, and the manifest."""

import hashlib
import json
import re
from collections.abc import Mapping

from generator.site.brand import Brand

PAGES = ("", "emergenza/", "senza-rete/")
"""Pages that can always be read."""
NEEDED = re.compile(
    r"risorse/(?:stile\.css|fonts/[^/]+\.woff2|img/[^/]+\.svg|js/[^/]+\.js)$|assets/stylesheets/.+\.css$"
)
"""Files without which a page has no look; those of the search are kept when they are used."""
LATER = frozenset({"risorse/js/lunr.js"})


def service_worker(source: str, files: Mapping[str, bytes]) -> str:
    """`sw.js`: the source with the files to have at once and a version that changes with their bytes only.

    `files` are those of the site that are not pages, by path.
    """
    needed = sorted(path for path in files if NEEDED.search(path) and path not in LATER)
    digest = hashlib.sha256(source.encode())
    for path in needed:
        digest.update(path.encode() + b"\0" + files[path])
    shell = json.dumps([*PAGES, *needed], separators=(",", ":"))
    return f'const VERSION = "{digest.hexdigest()[:12]}";\nconst SHELL = {shell};\n{source}'


def manifest(brand: Brand) -> str:
    """`manifest.webmanifest` (W3C Web App Manifest)."""
    colours = (brand.get("colori") or {}).get("chiaro") or {}
    found = {
        "name": brand["nome"],
        "short_name": brand["nome"],
        "description": brand["descrizione"],
        "lang": "it",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": colours.get("testata", "#0059b3"),
        "icons": [{"src": f"risorse/{brand['icona']}", "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
