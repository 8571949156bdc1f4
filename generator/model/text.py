"""The kinds of text a scheda is made of. Texts come from strangers: what could be code is refused."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.record import Internal, Reference

HTML = re.compile(
    r"<\s*[a-z/!?]|&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]{1,31});|(?:java|vb)script\s*:|\bdata\s*:\s*[a-z]+/[a-z]",
    re.IGNORECASE,
)
EDITORS_NOTE = re.compile(
    r"\(\?+\)|\?\?+|\bTODO\b|\bFIXME\b|\bXXX\b|\bTBD\b"
    r"|\bda (?:verificare|confermare|definire|chiedere) (?:con|a) "
    r"|\b(?:da verificare|da confermare|da completare|da rivedere)\s*[!)\]]|lorem ipsum",
    re.IGNORECASE,
)
_SIGNS_OF_A_NOTE = (
    *("?", "todo", "fixme", "xxx", "tbd", "lorem"),
    *("da verif", "da confer", "da defin", "da chied", "da complet", "da rived"),
)
"""Each alternative of EDITORS_NOTE has one: they are looked for first, many times faster than the expression itself."""


def without_code(text: str) -> str:
    """The text itself; `html` if it holds tags, entities or a script address."""
    suspect = "<" in text or "&" in text or ":" in text  # one of them is in every alternative of HTML
    if suspect and (found := HTML.search(text)):
        raise PydanticCustomError("html", "{found}", {"found": text[found.start() : found.start() + 20]})
    return text


def without_editors_notes(text: str) -> str:
    """The text itself; `nota_interna` if it holds words that editors leave for each other."""
    lower = text.lower()
    for sign in _SIGNS_OF_A_NOTE:
        if sign in lower:
            break
    else:
        return text
    if found := EDITORS_NOTE.search(text):
        raise PydanticCustomError("nota_interna", "{found}", {"found": found.group().strip()})
    return text


def on_one_line(text: str) -> str:
    """The text itself; `una_riga` if it breaks the line."""
    if "\n" in text:
        raise PydanticCustomError("una_riga", "{found}", {"found": text.split("\n", 1)[0][:40]})
    return text


def composed(text: str) -> str:
    """The text in Unicode form NFC, so that an accent is one character whoever typed it."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """The text in NFC, if it holds neither code nor notes among editors."""
    return without_editors_notes(without_code(composed(text)))


Line = Annotated[
    str, StringConstraints(min_length=1, max_length=300), AfterValidator(plain), AfterValidator(on_one_line)
]
"""One line of plain text, up to 300 characters."""

Title = Annotated[
    str, StringConstraints(min_length=2, max_length=160), AfterValidator(plain), AfterValidator(on_one_line)
]
"""A name: one line, up to 160 characters."""

Brief = Annotated[
    str, StringConstraints(min_length=10, max_length=160), AfterValidator(plain), AfterValidator(on_one_line)
]
"""The sentence that says it all: one line, 10 to 160 characters (limit of the Italian model)."""

Words = Annotated[
    str, StringConstraints(min_length=2, max_length=80), AfterValidator(plain), AfterValidator(on_one_line)
]
"""A few words, as someone would type them in a search box."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(plain)]
"""Plain text; an empty line begins a new paragraph."""

Markdown = Annotated[str, StringConstraints(min_length=1, max_length=8000), AfterValidator(plain)]
"""Text in Markdown: paragraphs, lists, bold, links. No HTML."""

EditorsNote = Annotated[str, StringConstraints(min_length=1, max_length=8000), AfterValidator(composed), Internal()]
"""A note among editors. Never on a public page."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""An id: lower-case letters, digits and single hyphens, as it stands in a URL."""

AmbitoId = Annotated[Slug, Reference("ambito")]
AreaId = Annotated[Slug, Reference("area")]
BisognoId = Annotated[Slug, Reference("bisogno")]
CanaleId = Annotated[Slug, Reference("canale")]
ComuneId = Annotated[Slug, Reference("comune")]
SomeComuni = Annotated[tuple[ComuneId, ...], Field(min_length=1)]
"""One Comune or more."""
DestinatariId = Annotated[Slug, Reference("destinatari")]
DocumentoId = Annotated[Slug, Reference("documento")]
EnteId = Annotated[Slug, Reference("ente")]
FattoId = Annotated[Slug, Reference("fatto")]
InvianteId = Annotated[Slug, Reference("inviante")]
LepsId = Annotated[Slug, Reference("leps")]
PrestazioneId = Annotated[Slug, Reference("prestazione")]
SchedaId = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z0-9-]+/)?[a-z0-9]+(-[a-z0-9]+)*$", max_length=120),
    Reference("scheda"),
]
"""The id of a scheda of the same Ambito, or `<ambito>/<id>` for one of another."""
SedeId = Annotated[Slug, Reference("sede")]
SituazioneId = Annotated[Slug, Reference("situazione")]
SogliaId = Annotated[Slug, Reference("soglia")]
TipologiaId = Annotated[Slug, Reference("tipologia")]
