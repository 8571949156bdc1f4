"""`config.yml` of the form: where the files are, and one collection of schede for each Ambito and kind."""

from collections.abc import Iterator
from typing import Any

import yaml

from generator.catalogue import Catalogue
from generator.editing.form.backend import Backend
from generator.editing.form.options import Options
from generator.editing.form.widgets import Widget, Widgets
from generator.model.contatto import Sede
from generator.model.record import Filed
from generator.model.scheda import FOLDER_OF, KINDS
from generator.model.territorio import Avviso, Ente
from generator.site.labels import Labels

FIRST = ("nome", "titolo", "in_breve", "stato", "motivo_stato", "sedi", "contatti", "costo", "tempi_e_scadenze")
"""What changes most often comes first; the rest follows in the model's order. The file keeps its own order."""
STILL_TRUE: Widget = {
    "name": "ancora_vero",
    "label": "È tutto ancora vero",
    "hint": "Accendilo se hai ricontrollato tutta la scheda: salvando, resta scritta la verifica con la data di oggi.",
    "required": False,
    "widget": "boolean",
}
"""The verification in one click; `format.js` turns it into `verificato`."""
PREVIEW_OFF = {"preview": False}
"""What the page will look like is shown by the check of the proposal: the form would only list the values again."""


def config(catalogue: Catalogue, labels: Labels, backend: Backend, site_url: str, name: str) -> str:
    """The text of the configuration; equal parts are written once and referred to."""
    widgets = Widgets(Options(catalogue), labels)
    found: dict[str, Any] = {
        "backend": dict(backend.settings),
        "publish_mode": "editorial_workflow" if backend.proposes else "simple",
        "media_folder": "content/immagini",
        "public_folder": "/immagini",
        "app_title": f"{name}: aggiorna le schede",
        **({"site_url": site_url, "display_url": site_url} if site_url.startswith("http") else {}),
        "logo": {"src": "../../risorse/img/icona.svg"},
        **({"issue_reports": {"url": backend.issues}} if backend.issues else {}),
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-", "maxlength": 80},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": list(_collections(catalogue, labels, widgets)),
    }
    return _HEAD + yaml.dump(found, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)


_HEAD = "# Generato dal modello del catalogo: non si corregge a mano.\n"


class _Dumper(yaml.CSafeDumper):
    """PyYAML's, which writes a value used twice as an anchor and a reference; an empty list stands for itself."""

    def ignore_aliases(self, data: Any) -> bool:
        return data in ([], {}) or super().ignore_aliases(data)


def collection_name(ambito: str, folder: str) -> str:
    """The name of a collection, which is also in the address of each of its entries."""
    return f"{ambito}-{folder}"


def _collections(catalogue: Catalogue, labels: Labels, widgets: Widgets) -> Iterator[dict[str, Any]]:
    root = _root(catalogue)
    for ambito in catalogue.ambiti.values():
        for kind, model in KINDS.items():
            folder = FOLDER_OF[kind]
            yield _folder(
                collection_name(ambito.id, folder),
                f"{ambito.nome_breve}: {labels('tipi', kind).lower()}",
                labels("tipo", kind),
                f"{root}/{ambito.id}/{folder}",
                [STILL_TRUE, *_ordered(model, widgets, ambito.id)],
                f"{folder}/{ambito.id}/{{{{slug}}}}/",
            )
        avvisi = _folder(
            collection_name(ambito.id, "avvisi"),
            f"{ambito.nome_breve}: avvisi",
            "Avviso",
            f"{root}/{ambito.id}/avvisi",
            widgets.record(Avviso, ambito.id),
            "avvisi/",
        )
        yield {**avvisi, "identifier_field": "titolo", "summary": "{{titolo}}"}
        if sedi := _sedi(ambito.id, catalogue, widgets):
            name = collection_name(ambito.id, "luoghi")
            file = {"name": "sedi", "label": "Luoghi", "file": f"{root}/{ambito.id}/sedi.yaml", "format": name}
            files = [{**file, "fields": sedi}]
            label = f"{ambito.nome_breve}: luoghi"
            yield {"name": name, "label": label, "publish": False, "editor": PREVIEW_OFF, "files": files}
    yield _folder("enti", "Enti", "Ente", f"{root}/enti", widgets.record(Ente, ""), "enti/{{slug}}/")


def _root(catalogue: Catalogue) -> str:
    """The catalogue's folder in the repository, as its files are told."""
    return next((file.partition("/")[0] for file in catalogue.files.values()), "catalogue")


def _folder(name: str, label: str, singular: str, folder: str, fields: list[Widget], url: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "label_singular": singular,
        "folder": folder,
        "create": True,
        "publish": False,  # a proposal is approved where its check is seen, by who answers for it
        "delete": False,  # what is over is «concluso», and its page stays
        "extension": "yaml",
        "format": name,  # ours (format.js): it knows the fields, the first line and who verifies
        "identifier_field": "nome",
        "slug": "{{slug}}",
        "summary": "{{nome}}",
        "preview_path": url,
        "editor": PREVIEW_OFF,
        "fields": fields,
    }


def _ordered(model: type[Filed], widgets: Widgets, ambito: str) -> list[Widget]:
    place = {name: number for number, name in enumerate(FIRST)}
    return sorted(widgets.record(model, ambito), key=lambda field: place.get(field["name"], len(place)))


def _sedi(ambito: str, catalogue: Catalogue, widgets: Widgets) -> list[Widget]:
    """The places of an Ambito, a group of fields each: what is there can be corrected, a new one is for the file."""
    own = {key.partition("/")[2]: sede for key, sede in catalogue.sedi.items() if key.startswith(f"{ambito}/")}
    fields = widgets.record(Sede, ambito)
    return [
        {"name": id, "label": sede.nome, "required": False, "widget": "object", "collapsed": True, "fields": fields}
        for id, sede in sorted(own.items(), key=lambda one: one[1].nome.casefold())
    ]
