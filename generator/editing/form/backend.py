"""Where the form reads and writes: the repository that `brand.yaml` names, on GitHub, GitLab, Gitea or Forgejo."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator.site.brand import Brand, BrandError, code_host

TRIAL = "prova"
"""The kind of host that is none: what is saved stays in the browser."""
PROPOSALS = "proposte"
"""The branch to which the form writes where it cannot open proposals by itself (Gitea, Forgejo)."""
_KEYS = frozenset({"url_accesso", "id_applicazione", "ramo_proposte"})


@dataclass(frozen=True, slots=True)
class Backend:
    """The `backend` of the form's configuration. `hosts` are the only other sites that its page may speak to."""

    settings: Mapping[str, Any]
    proposes: bool
    """Whether each change becomes a proposal by itself."""
    hosts: tuple[str, ...] = ()
    issues: str = ""


def backend_of(brand: Brand) -> Backend | None:
    """The backend; None where the brand does not say where the code is. Raises BrandError for what cannot be used."""
    kind, code = code_host(brand), str(brand.get("url_codice") or "").rstrip("/")
    settings = _settings(brand)
    if kind == TRIAL:
        return Backend({"name": "test-repo"}, proposes=False)
    if not code:
        return None
    parts = urlsplit(code)
    repo = parts.path.strip("/")
    if parts.scheme != "https" or not parts.hostname or "/" not in repo:
        raise BrandError(
            f"brand.yaml: url_codice: «{code}» non è l'indirizzo di un progetto. "
            "Scrivilo così: https://github.com/organizzazione/progetto"
        )
    site, branch = f"https://{parts.netloc}", str(brand.get("ramo_codice") or "main")
    app = settings["id_applicazione"]
    common = {"name": kind, "repo": repo, "branch": branch}
    issues = f"{code}/issues/new"
    match kind:
        case "github":
            return _github(common, site, settings["url_accesso"], issues)
        case "gitlab":
            api = f"{site}/api/v4"
            login = {"auth_type": "pkce", "app_id": app} if app else {"auth_methods": ["token"]}
            found = {**common, "api_root": api, "base_url": site, **login}
            return Backend(found, proposes=True, hosts=(site,), issues=f"{code}/-/issues/new")
        case "gitea":
            login = {"app_id": app} if app else {"auth_methods": ["token"]}
            found = {**common, "branch": settings["ramo_proposte"] or PROPOSALS, "api_root": f"{site}/api/v1"}
            return Backend({**found, "base_url": site, **login}, proposes=False, hosts=(site,), issues=issues)
    raise BrandError(f"brand.yaml: tipo_codice: «{kind}» non c'è. Quelli previsti: github, gitlab, gitea, {TRIAL}.")


def _github(common: Mapping[str, Any], site: str, login: str, issues: str) -> Backend:
    """Who may not write there proposes from a copy of their own, and gives access to their public projects alone."""
    api = "https://api.github.com" if site == "https://github.com" else f"{site}/api/v3"
    found = {**common, "open_authoring": True, "auth_scope": "public_repo"}
    if site != "https://github.com":
        found |= {"api_root": api, "graphql_api_root": f"{site}/api/graphql"}
    found |= {"base_url": login.rstrip("/")} if login else {"auth_methods": ["token"]}
    hosts = ("https://api.github.com",) if site == "https://github.com" else (site,)
    return Backend(found, proposes=True, hosts=hosts, issues=issues)


def _settings(brand: Brand) -> dict[str, str]:
    told = brand.get("modulo") or {}
    if not isinstance(told, Mapping) or not set(told) <= _KEYS:
        raise BrandError(f"brand.yaml: sotto «modulo» ci possono essere solo: {', '.join(sorted(_KEYS))}.")
    found = {key: str(told.get(key) or "") for key in _KEYS}
    if found["url_accesso"] and not found["url_accesso"].startswith("https://"):
        raise BrandError("brand.yaml: modulo, url_accesso: deve cominciare con https://.")
    return found
