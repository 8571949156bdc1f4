"""Where the form writes: what the brand says wrongly is told, and the page may speak only to that host."""

from typing import Any

import pytest

from generator.editing.form.backend import backend_of
from generator.site.brand import BrandError


def test_without_an_address_there_is_no_form() -> None:
    assert backend_of({"url_codice": ""}) is None


@pytest.mark.parametrize(
    ("brand", "hosts"),
    [
        ({"url_codice": "https://github.com/a/b"}, ("https://api.github.com",)),
        ({"url_codice": "https://git.ente.example/a/b", "tipo_codice": "github"}, ("https://git.ente.example",)),
        ({"url_codice": "https://gitlab.ente.example/a/b"}, ("https://gitlab.ente.example",)),
        (
            {"url_codice": "https://codice.ente.example:8443/a/b", "tipo_codice": "gitea"},
            ("https://codice.ente.example:8443",),
        ),
        ({"tipo_codice": "prova"}, ()),
    ],
)
def test_the_page_speaks_only_to_the_host_of_the_code(brand: dict[str, Any], hosts: tuple[str, ...]) -> None:
    backend = backend_of(brand)
    assert backend is not None
    assert backend.hosts == hosts


@pytest.mark.parametrize(
    ("brand", "told"),
    [
        ({"url_codice": "http://github.com/a/b"}, "url_codice"),
        ({"url_codice": "https://github.com/a"}, "url_codice"),
        ({"url_codice": "https://github.com/a/b", "tipo_codice": "svn"}, "tipo_codice"),
        ({"url_codice": "https://github.com/a/b", "modulo": {"accesso": "x"}}, "modulo"),
        ({"url_codice": "https://github.com/a/b", "modulo": {"url_accesso": "http://x.example"}}, "url_accesso"),
    ],
)
def test_what_cannot_be_used_is_told(brand: dict[str, Any], told: str) -> None:
    with pytest.raises(BrandError, match=told):
        backend_of(brand)
