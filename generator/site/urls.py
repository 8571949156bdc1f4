"""Where each page lives. URLs count from the site's root, without a leading slash; a page's URL ends with one."""

from generator.catalogue import folder_of
from generator.model.scheda import FOLDER_OF, Kind, Scheda

ASSETS = "risorse/"
FORM = "redazione/editor/"
"""The form in which schede are updated."""


def scheda_url(scheda: Scheda) -> str:
    """`servizi/<ambito>/<id>/` and its like for the other kinds."""
    return f"{folder_of(scheda)}/{scheda.ambito}/{scheda.id}/"


def former_urls(scheda: Scheda) -> tuple[str, ...]:
    """The URLs the scheda had under its former ids."""
    return tuple(f"{folder_of(scheda)}/{scheda.ambito}/{id}/" for id in scheda.id_precedenti)


def kind_url(kind: Kind) -> str:
    """The list of all schede of a kind."""
    return f"{FOLDER_OF[kind]}/"


def comune_url(id: str) -> str:
    """A Comune's page."""
    return f"comuni/{id}/"


def ambito_url(id: str) -> str:
    """An Ambito's page."""
    return f"ambiti/{id}/"


def area_url(id: str) -> str:
    """An area's page."""
    return f"aree/{id}/"


def bisogno_url(id: str) -> str:
    """A need's page."""
    return f"bisogni/{id}/"


def ente_url(id: str) -> str:
    """An ente's page."""
    return f"enti/{id}/"


def guida_url(id: str) -> str:
    """A guide's page."""
    return f"guide/{id}/"


def guide_data_url(id: str) -> str:
    """What the browser reads to run a guide."""
    return f"dati/guide/{id}.json"


def verify_data_url(scheda: Scheda) -> str:
    """What the browser reads to verify one scheda."""
    return f"dati/verifica/{scheda.ambito}/{scheda.id}.json"


def tipologia_url(id: str) -> str:
    """The page that compares the same kind of service across Ambiti."""
    return f"tipologie/{id}/"


def editors_url(ambito: str) -> str:
    """What is missing in an Ambito."""
    return f"redazione/{ambito}/"


def editors_ente_url(id: str) -> str:
    """What is missing in the schede of an ente."""
    return f"redazione/enti/{id}/"


def avviso_url(key: str) -> str:
    """An avviso's place on the page of all avvisi."""
    return f"avvisi/#{key.replace('/', '-')}"


def root_from(url: str) -> str:
    """The way from a page back to the site's root: `./` for the root itself, `../../` two folders down."""
    depth = url.count("/")
    return "../" * depth or "./"


def file_of(url: str) -> str:
    """The file that a static host serves for a URL."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def carta_url(ambito: str, *below: str) -> str:
    """The Carta dei Servizi of an Ambito, or a page below it: an edition by its year, the services, the forms."""
    return f"carta/{ambito}/{''.join(f'{piece}/' for piece in below)}"


def carta_pdf_url(ambito: str, year: int = 0) -> str:
    """The PDF of today's Carta, or of a frozen edition."""
    below = f"{year}/carta-dei-servizi-{ambito}-{year}" if year else f"carta-dei-servizi-{ambito}"
    return f"carta/{ambito}/{below}.pdf"
