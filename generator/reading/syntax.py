"""libyaml's complaints, said in Italian with a remedy."""

import re
from dataclasses import dataclass

from yaml import MarkedYAMLError


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What libyaml says, and how we say it. `begun`: mend it where the piece began, not where it broke."""

    said: re.Pattern[str]
    code: str
    message: str
    remedy: str
    begun: bool = False


def _complaint(said: str, code: str, message: str, remedy: str, begun: bool = False) -> _Complaint:
    return _Complaint(re.compile(said), code, message, remedy, begun)


_QUOTE = "Metti tutto il testo tra virgolette doppie."

_COMPLAINTS = (
    _complaint(
        r"cannot start any token",
        "sintassi",
        "il valore comincia con un segno che in YAML ha un altro significato.",
        _QUOTE,
    ),
    _complaint(
        r"unexpected end of stream|unexpected document indicator",
        "virgolette",
        "la virgoletta aperta qui non è stata chiusa.",
        "Chiudila alla fine del testo; dentro il testo usa le virgolette « ».",
        begun=True,
    ),
    _complaint(
        r"mapping values are not allowed",
        "sintassi",
        "qui non ci possono stare i due punti, o la riga è rientrata più di quella sopra.",
        "Se i due punti fanno parte del testo, metti tutto il testo tra virgolette doppie.",
    ),
    _complaint(
        r"could not find expected ':'",
        "sintassi",
        "in questa riga manca «: » dopo la chiave.",
        "Ogni riga è «chiave: valore»; un testo che va a capo va rientrato.",
        begun=True,
    ),
    _complaint(
        r"expected '-' indicator",
        "sintassi",
        "in un elenco ogni voce comincia con un trattino e uno spazio (- ).",
        "Aggiungi il trattino, o togli spazi all'inizio della riga se è una chiave nuova.",
    ),
    _complaint(
        r"expected ',' or '[\]}]'",
        "sintassi",
        "la parentesi aperta qui non è stata chiusa, o tra due voci manca la virgola.",
        "Chiudi la parentesi e separa le voci con una virgola.",
        begun=True,
    ),
    _complaint(
        r"expected node content",
        "sintassi",
        "qui manca un valore, o una parentesi aperta prima non è stata chiusa.",
        "Scrivi il valore, togli la virgola in più o chiudi la parentesi.",
    ),
    _complaint(
        r"did not find expected key",
        "sintassi",
        "la riga non è allineata con quelle sopra.",
        "Falla cominciare nella stessa colonna delle altre, e controlla che le virgolette siano chiuse.",
    ),
    _complaint(
        r"block (?:sequence entries|collections) are not allowed",
        "sintassi",
        "un elenco con i trattini non può cominciare su questa riga.",
        "Va a capo dopo i due punti e metti una voce per riga, ciascuna con il suo trattino.",
    ),
    _complaint(
        r"escape|hexdecimal|unicode character code",
        "virgolette",
        "dentro le virgolette doppie la barra \\ ha un significato speciale.",
        "Scrivine due (\\\\), oppure usa le virgolette semplici.",
        begun=True,
    ),
    _complaint(
        r"directive|incompatible YAML",
        "etichetta-yaml",
        "c'è una riga che comincia con %.",
        "Togli la riga.",
        begun=True,
    ),
    _complaint(
        r"anchor|alias",
        "ancora",
        "il testo comincia con * o &, che in YAML hanno un altro significato.",
        _QUOTE,
        begun=True,
    ),
    _complaint(
        r"tag",
        "etichetta-yaml",
        "il testo comincia con un punto esclamativo, che in YAML ha un altro significato.",
        _QUOTE,
        begun=True,
    ),
    _complaint(
        r"document",
        "piu-documenti",
        "dopo la fine della scheda c'è dell'altro.",
        "Togli le righe in più e i segni «---» e «...».",
    ),
    _complaint(
        r"block scalar",
        "sintassi",
        "il testo su più righe non è scritto bene.",
        "Dopo il segno | o > va a capo, e rientra il testo di due spazi.",
        begun=True,
    ),
)


def describe_syntax_error(failure: MarkedYAMLError, text: str) -> tuple[str, str, str, int, int]:
    """Code, message, remedy, line and column for a syntax error of libyaml in `text`."""
    mark = failure.problem_mark or failure.context_mark
    row, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.splitlines()
    line = lines[row] if row < len(lines) else ""
    if re.match(r"\s*\t", line) or line[column : column + 1] == "\t":
        return (
            "tabulazione",
            "la riga è rientrata con una tabulazione (tasto Tab).",
            "Cancella il rientro e rifallo con la barra spaziatrice: due spazi per ogni livello.",
            row + 1,
            column + 1,
        )
    start = failure.context_mark
    if start is not None and start.line < len(lines) and re.match(r"<{7}|={7}|>{7}", lines[start.line]):
        return (
            "sintassi",
            "questa riga è il segno di un conflitto tra due versioni del file.",
            "Tieni una delle due versioni e cancella le righe che cominciano con <<<, === e >>>.",
            start.line + 1,
            1,
        )
    if line[:column].rstrip().endswith(('"', "'")) and line[column : column + 1] not in {"", ":", "#"}:
        return (
            "virgolette",
            "dopo la virgoletta che chiude c'è ancora del testo.",
            "Metti tutto il testo tra virgolette doppie; dentro il testo usa le virgolette « ».",
            row + 1,
            column + 1,
        )
    said = f"{failure.context or ''} {failure.problem or ''}"
    for complaint in _COMPLAINTS:
        if complaint.said.search(said):
            if complaint.begun and failure.context_mark is not None:
                row, column = failure.context_mark.line, failure.context_mark.column
            return complaint.code, complaint.message, complaint.remedy, row + 1, column + 1
    return (
        "sintassi",
        "il file non è YAML corretto.",
        "Confrontalo con una scheda che funziona.",
        row + 1,
        column + 1,
    )
