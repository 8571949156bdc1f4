"""The brand: one file changes name, logo and colours, and nothing that cannot be read."""

from pathlib import Path

import pytest

from generator.site.brand import BEHIND, BrandError, brand_css, contrast, load_brand
from generator.site.icons import Icons
from tests.projects import ROOT, ambito, project


def brand(folder: Path, text: str) -> Path:
    file = folder / "brand.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_colours_take_the_place_of_the_sites_own(tmp_path: Path) -> None:
    file = brand(tmp_path, 'colori:\n  chiaro: { principale: "#7a0019" }\n  scuro: { testata: "#400010" }\n')
    css = brand_css(load_brand(file))
    assert css == (":root{--aa-primary:#7a0019;}\n@media (prefers-color-scheme:dark){:root{--aa-header:#400010;}}\n")


def test_without_colours_nothing_is_added(tmp_path: Path) -> None:
    assert brand_css(load_brand(brand(tmp_path, "nome: X\n"))) == ""


@pytest.mark.parametrize(
    ("colours", "message"),
    [
        ('chiaro: { principale: "#ffd000" }', "si legge male"),
        ('scuro: { principale: "#0059b3" }', "si legge male"),
        ("chiaro: { principale: rosso }", "non è un colore"),
        ('chiaro: { sfondo: "#ffffff" }', "non è un colore del sito"),
        ('notte: { principale: "#0059b3" }', "solo «chiaro» e «scuro»"),
    ],
)
def test_a_colour_that_cannot_be_used_is_told(tmp_path: Path, colours: str, message: str) -> None:
    with pytest.raises(BrandError, match=message):
        load_brand(brand(tmp_path, f"colori:\n  {colours}\n"))


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_grounds_are_those_of_the_tokens() -> None:
    tokens = (ROOT / "site_config/assets/css/tokens.css").read_text(encoding="utf-8")
    assert "--aa-background: #fff;" in tokens
    assert f"--aa-background: {BEHIND['scuro']};" in tokens


def test_every_icon_that_the_vocabularies_name_is_there() -> None:
    icons = Icons([ROOT / "site_config/icons"])
    for name in ("aree", "bisogni"):
        text = (ROOT / f"catalogue/vocabolari/{name}.yaml").read_text(encoding="utf-8")
        named = {line.split(":")[1].strip() for line in text.splitlines() if line.strip().startswith("icona:")}
        assert {one for one in named if one not in icons} == set()


def test_an_icon_is_hidden_from_screen_readers_and_an_unknown_one_is_nothing() -> None:
    icons = Icons([ROOT / "site_config/icons"])
    assert 'aria-hidden="true"' in icons("casa")
    assert icons("unicorno") == ""
    assert icons(None) == ""


def test_the_pages_about_rights_say_what_the_brand_says(tmp_path: Path, base_site: Path) -> None:
    root = project(tmp_path)
    text = (ROOT / "site_config/brand.yaml").read_text(encoding="utf-8")
    for key, value in (
        ("titolare_dati", "Comune di <Valle>"),
        ("url_dichiarazione_accessibilita", "https://form.agid.gov.it/view/1"),
        ("email_redazione", "redazione@comune.example"),
    ):
        text = text.replace(f'{key}: ""', f'{key}: "{value}"')
    (root / "site_config").mkdir()
    (root / "site_config/brand.yaml").write_text(text, encoding="utf-8")
    done = ambito(root, "build")
    assert done.returncode == 0, done.stderr
    privacy = (root / "site/privacy/index.html").read_text(encoding="utf-8")
    accessibility = (root / "site/accessibilita/index.html").read_text(encoding="utf-8")
    assert "Il titolare del trattamento è Comune di &lt;Valle&gt;." in privacy
    assert '<a href="https://form.agid.gov.it/view/1"' in accessibility
    assert "mailto:redazione@comune.example" in accessibility
    assert "aa-notice" not in privacy + accessibility
    assert 'class="aa-notice"' in (base_site / "privacy/index.html").read_text(encoding="utf-8")
    assert 'class="aa-notice"' in (base_site / "accessibilita/index.html").read_text(encoding="utf-8")
