"""While the site is served, the form keeps in step with the catalogue."""

from pathlib import Path

from generator.building import Workshop
from generator.editing.form.bundling import BUNDLE, ENTRY
from tests.projects import ROOT, project


def test_the_form_follows_a_change_of_the_catalogue(tmp_path: Path) -> None:
    folder = project(tmp_path / "progetto")
    (folder / BUNDLE).mkdir()
    (folder / BUNDLE / ENTRY).write_text("// il modulo", encoding="utf-8")
    (folder / "site_config").mkdir()
    brand = (ROOT / "site_config/brand.yaml").read_text(encoding="utf-8")
    (folder / "site_config/brand.yaml").write_text(
        brand.replace('tipo_codice: ""', "tipo_codice: prova"), encoding="utf-8"
    )
    site = tmp_path / "sito"
    workshop = Workshop(folder / "mkdocs.yml", site)
    form = site / "redazione/editor"
    assert "label: Casa e alloggio" not in (form / "config.yml").read_text(encoding="utf-8")

    areas = folder / "catalogue/vocabolari/aree.yaml"
    areas.write_text(areas.read_text("utf-8").replace("nome: Casa,", "nome: Casa e alloggio,"), encoding="utf-8")
    workshop.rebuild()
    workshop.preview.finish()
    assert "label: Casa e alloggio" in (form / "config.yml").read_text(encoding="utf-8")

    (folder / BUNDLE / ENTRY).write_text("// rifatto", encoding="utf-8")
    assert folder / BUNDLE in workshop.watched()
    workshop.rebuild()
    workshop.preview.finish()
    assert (form / ENTRY).read_text(encoding="utf-8") == "// rifatto"
