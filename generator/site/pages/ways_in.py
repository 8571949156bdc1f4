"""Three ways to mend a scheda, from its own page: the form, a report, and for those with neither the desk's contact."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from generator.catalogue import folder_of, key_of
from generator.editing.form.config import collection_name
from generator.model.scheda import Scheda
from generator.site.brand import Brand, code_host
from generator.site.cards import first_door
from generator.site.context import Context
from generator.site.page import Link
from generator.site.urls import FORM, scheda_url

TEMPLATE = "segnalazione.yml"
"""The issue form that a citizen's report opens."""


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Where each way leads; empty where the site has not been given it. Addresses are whole, `desk` is of the site."""

    form: str
    report: str
    mail: str
    desk: Link | None


def ways_in(scheda: Scheda, context: Context) -> WaysIn:
    """The ways in for one scheda, as far as `brand.yaml` gives them."""
    brand = context.brand
    desk = first_door(scheda.ambito, context.catalogue)
    return WaysIn(
        form=form_of_scheda(scheda, context),
        report=_report(scheda, brand, context.site_url),
        mail=_mail(scheda, brand),
        desk=None if desk is not None and desk.url == scheda_url(scheda) else desk,
    )


def form_of_scheda(scheda: Scheda, context: Context) -> str:
    """The form that the brand names, that of the site, else the host's own editor of the file."""
    brand = context.brand
    pattern, code = _told(brand, "url_modulo"), _told(brand, "url_codice").rstrip("/")
    if pattern:
        places = {"{ambito}": scheda.ambito, "{cartella}": folder_of(scheda), "{id}": scheda.id}
        for place, value in places.items():
            pattern = pattern.replace(place, quote(value))
        return pattern
    if context.has_form and context.site_url:
        entry = f"{collection_name(scheda.ambito, folder_of(scheda))}/entries/{scheda.id}"
        return f"{context.site_url}{FORM}#/collections/{entry}"
    file = context.catalogue.files.get(f"scheda:{key_of(scheda)}", "")
    if not code or not file:
        return ""
    branch = quote(_told(brand, "ramo_codice") or "main")
    edit = {"gitlab": f"-/edit/{branch}", "gitea": f"_edit/{branch}"}.get(code_host(brand), f"edit/{branch}")
    return f"{code}/{edit}/{quote(file)}"


def _report(scheda: Scheda, brand: Brand, site_url: str) -> str:
    """A report that already says of which scheda it is."""
    code = _told(brand, "url_codice").rstrip("/")
    if not code:
        return ""
    title, page = f"Segnalazione: {scheda.nome}", f"{key_of(scheda)} {site_url}{scheda_url(scheda)}".strip()
    if code_host(brand) == "gitlab":
        asked = {"issue[title]": title, "issue[description]": f"Scheda: {page}\n\nChe cosa non va:\n"}
        return f"{code}/-/issues/new?{urlencode(asked, quote_via=quote)}"
    template = TEMPLATE if code_host(brand) == "github" else f".github/ISSUE_TEMPLATE/{TEMPLATE}"
    return f"{code}/issues/new?{urlencode({'template': template, 'title': title, 'scheda': page}, quote_via=quote)}"


def _mail(scheda: Scheda, brand: Brand) -> str:
    address = _told(brand, "email_redazione")
    if not address:
        return ""
    body = f"Scheda: {scheda.nome} ({key_of(scheda)})\n\nChe cosa non va:\n"
    asked = {"subject": f"Segnalazione: {key_of(scheda)}", "body": body}
    return f"mailto:{quote(address, safe='@+.')}?{urlencode(asked, quote_via=quote)}"


def _told(brand: Brand, key: str) -> str:
    return str(brand.get(key) or "")
