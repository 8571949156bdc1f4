"""The form's own folder of the site: its page, its bundle (from `make editor`) and what it knows of the catalogue."""

from dataclasses import dataclass
from pathlib import Path

from generator.editing.form.backend import Backend, backend_of
from generator.editing.form.bundling import BUNDLE, ENTRY
from generator.editing.form.config import config
from generator.editing.form.shapes import shapes
from generator.site.brand import Brand
from generator.site.render import Renderer
from generator.site.urls import FORM, file_of, root_from
from generator.site.writer import Writer


@dataclass(frozen=True, slots=True)
class FormParts:
    """A form that can be published: its bundle and where it reads and writes."""

    bundle: Path
    backend: Backend


def form_of(project: Path, brand: Brand) -> FormParts | None:
    """The form of a site; None where it was not bundled or has nowhere to write. Raises BrandError."""
    backend, bundle = backend_of(brand), project / BUNDLE
    return FormParts(bundle, backend) if backend is not None and (bundle / ENTRY).is_file() else None


def write_form(form: FormParts, renderer: Renderer, writer: Writer) -> None:
    """Writes the form's folder."""
    context = renderer.context
    name = str(context.brand["nome"])
    for path in sorted(form.bundle.rglob("*")):
        if path.is_file():
            writer.write(f"{FORM}{path.relative_to(form.bundle).as_posix()}", path.read_bytes())
    page = renderer.environment.get_template("editor.html")
    writer.write(file_of(FORM), page.render(name=name, hosts=form.backend.hosts, entry=ENTRY, root=root_from(FORM)))
    text = config(context.catalogue, context.labels, form.backend, context.site_url, name)
    writer.write(f"{FORM}config.yml", text)
    writer.write(f"{FORM}campi.json", shapes(context.catalogue))
