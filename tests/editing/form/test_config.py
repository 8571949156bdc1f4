"""The form's configuration: valid, within what two programs read, and with a control for every field of the model."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.editing.fields import fields_of
from generator.editing.form.bundling import BUNDLE
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.scheda import FOLDER_OF, KINDS
from tests.editing.form.making import GITHUB, HERE, WORKSHOP, configuration
from tests.projects import ROOT

SCHEMA = HERE / "sveltia-cms-config.schema.json"
DECAP = {
    "boolean": set(),
    "datetime": {"format", "date_format", "time_format"},
    "list": {
        *("field", "fields", "types", "typeKey", "min", "max", "collapsed", "minimize_collapsed"),
        *("label_singular", "summary"),
    },
    "object": {"fields", "collapsed", "summary"},
    "relation": {"collection", "value_field", "display_fields", "search_fields", "multiple", "min", "max"},
    "select": {"options", "multiple", "min", "max"},
    "string": {"pattern", "maxlength", "minlength"},
    "text": {"pattern", "maxlength", "minlength"},
}
"""The controls of Decap CMS that the form uses, and their options (configSchema.js and the widgets of its core)."""
COMMON = {"name", "label", "hint", "required", "widget", "label_singular"}


def _fields(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "widget" in part:
            yield part
        for inner in part.values():
            yield from _fields(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _fields(inner)


def _field(collection: dict[str, Any], name: str) -> dict[str, Any]:
    return next(field for field in collection["fields"] if field["name"] == name)


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return configuration()


@pytest.fixture(scope="module")
def collections(whole: dict[str, Any]) -> dict[str, Any]:
    return {one["name"]: one for one in whole["collections"]}


def test_it_is_valid_against_the_programs_own_schema(whole: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message[:200] for error in Draft7Validator(schema).iter_errors(whole)] == []
    broken = {**whole, "collections": [{**whole["collections"][0], "fields": [{"name": "x", "widget": "select"}]}]}
    assert not Draft7Validator(schema).is_valid(broken)


def test_every_word_that_an_editor_reads_is_in_italian() -> None:
    """The program's own words, and where it has none ours; no editor reads those on a wrong configuration."""

    def flat(part: Any, path: str = "") -> dict[str, str]:
        if isinstance(part, str):
            return {path: part}
        return {key: word for name, one in part.items() for key, word in flat(one, f"{path}.{name}").items()}

    locales = WORKSHOP / "node_modules/@sveltia/cms/locales"
    files = (locales / "en-US.json", locales / "it.json", ROOT / "site_config/editor/it.json")
    english, theirs, ours = (flat(json.loads(file.read_text(encoding="utf-8"))) for file in files)
    assert [key for key in english if key not in theirs | ours and not key.startswith(".config.")] == []
    assert [key for key in ours if key not in english or key in theirs] == []  # what is no longer of use goes
    for key, word in ours.items():
        assert set(re.findall(r"\{\$\w+", word)) <= set(re.findall(r"\{\$\w+", english[key])), key
    bundled = "".join(file.read_text(encoding="utf-8") for file in (ROOT / BUNDLE).glob("it-*.js"))
    assert all(ours[key] in bundled for key in (".show_errors", ".save_conflict.save_anyway"))


def test_the_schema_is_that_of_the_version_in_the_lock() -> None:
    def without_words(part: Any) -> Any:
        if isinstance(part, dict):
            words = {"description", "markdownDescription", "deprecationMessage"}
            return {k: without_words(v) for k, v in part.items() if not (k in words and isinstance(v, str))}
        return [without_words(one) for one in part] if isinstance(part, list) else part

    package = WORKSHOP / "node_modules/@sveltia/cms"
    lock = json.loads((ROOT / "site_config/editor/package-lock.json").read_text(encoding="utf-8"))
    installed = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    assert lock["packages"]["node_modules/@sveltia/cms"]["version"] == installed
    theirs = json.loads((package / "schema/sveltia-cms.json").read_text(encoding="utf-8"))
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == without_words(theirs)


def test_another_program_reads_it_too(whole: dict[str, Any]) -> None:
    assert "singletons" not in whole
    found = list(_fields(whole["collections"]))
    assert len(found) > 500
    for field in found:
        assert set(field) - COMMON <= DECAP[field["widget"]], field["name"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_model_has_its_control_with_label_and_help(kind: Any, collections: dict[str, Any]) -> None:
    shown = collections[f"valle-{FOLDER_OF[kind]}"]["fields"]
    assert {field["name"] for field in shown} == {"ancora_vero"} | {field.name for field in fields_of(KINDS[kind])}
    assert shown[0]["name"] == "ancora_vero"
    for field in fields_of(KINDS[kind]):
        control = _field(collections[f"valle-{FOLDER_OF[kind]}"], field.name)
        assert (control["label"], control["required"]) == (field.label, field.required)
        assert control["hint"].startswith(field.help.split(",")[0].rstrip("."))
        assert "virgolette" not in control["hint"]


def test_what_one_may_choose_comes_from_the_catalogue(collections: dict[str, Any]) -> None:
    service = collections["valle-servizi"]
    comuni = _field(service, "comuni")
    assert comuni["options"][0] == {"label": "Tutti", "value": "tutti"}
    assert {"label": "Valdirose", "value": "valdirose"} in comuni["options"]
    assert comuni["multiple"]
    assert _field(service, "gestore")["collection"] == "enti"
    assert _field(service, "gestore")["value_field"] == "{{slug}}"
    sede = next(one for one in _field(service, "sedi")["fields"] if one["name"] == "sede")
    assert {one["value"] for one in sede["options"]} == {
        one["name"] for one in collections["valle-luoghi"]["files"][0]["fields"]
    }
    days = next(one for one in _fields(_field(service, "sedi")) if one["name"] == "giorni")
    assert {"label": "lunedì", "value": "lun"} in days["options"]
    assert all(one["options"] for one in _fields(service) if one["widget"] == "select")


def test_conditions_are_lists_with_a_kind(collections: dict[str, Any]) -> None:
    requisiti = _field(collections["valle-servizi"], "requisiti")
    condition = next(one for one in requisiti["fields"] if one["name"] == "condizione")
    assert (condition["widget"], condition["typeKey"]) == ("list", "tipo")
    assert {one["name"] for one in condition["types"]} == set(CONDITIONS) - {"tutte"}  # the list itself
    inner = next(one for one in condition["types"] if one["name"] == "almeno_una")["fields"][0]
    assert {one["name"] for one in inner["types"]} == set(CONDITIONS)
    innermost = next(one for one in inner["types"] if one["name"] == "tutte")["fields"][0]
    assert {one["name"] for one in innermost["types"]} == set(CONDITIONS) - {"tutte", "almeno_una", "non"}


def test_texts_are_quoted_and_what_is_empty_is_not_written(whole: dict[str, Any]) -> None:
    assert whole["output"] == {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}}
    assert all(one.get("delete", False) is False for one in whole["collections"] if "folder" in one)


def test_who_writes_in_the_form_does_not_approve(whole: dict[str, Any]) -> None:
    assert all(one["publish"] is False for one in whole["collections"])


def test_github_proposes_from_a_copy(whole: dict[str, Any]) -> None:
    assert whole["publish_mode"] == "editorial_workflow"
    assert whole["backend"] == {
        "name": "github",
        "repo": "organizzazione/progetto",
        "branch": "main",
        "open_authoring": True,
        "auth_scope": "public_repo",
        "auth_methods": ["token"],
    }


def test_each_host_has_its_backend() -> None:
    gitlab = configuration(
        brand={"url_codice": "https://gitlab.com/gruppo/sotto/progetto", "modulo": {"id_applicazione": "x"}}
    )
    assert gitlab["publish_mode"] == "editorial_workflow"
    assert gitlab["backend"]["repo"] == "gruppo/sotto/progetto"
    assert (gitlab["backend"]["auth_type"], gitlab["backend"]["app_id"]) == ("pkce", "x")
    forgejo = configuration(brand={"url_codice": "https://codeberg.org/ente/progetto", "tipo_codice": "gitea"})
    assert forgejo["publish_mode"] == "simple"  # it cannot open proposals: it writes to a branch apart
    assert forgejo["backend"]["branch"] == "proposte"
    assert forgejo["backend"]["api_root"] == "https://codeberg.org/api/v1"
    login = configuration(brand={**GITHUB, "modulo": {"url_accesso": "https://accesso.example/"}})
    assert login["backend"]["base_url"] == "https://accesso.example"
