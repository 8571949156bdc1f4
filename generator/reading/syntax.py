"""libyaml's complaints, said in Italian with a remedy."""

import re

from yaml import MarkedYAMLError

_REMEDY_COLON = "Se il testo contiene «: » o comincia con un segno, mettilo tra virgolette doppie."

_SENTENCES: tuple[tuple[str, str, str, str], ...] = (
    (
        r"cannot start any token",
        "sintassi",
        "il valore comincia con un segno che in YAML ha un altro significato.",
        "Metti il testo tra virgolette doppie.",
    ),
    (
        r"unexpected end of stream",
        "virgolette",
        "una virgoletta aperta non è stata chiusa: il file finisce prima.",
        "Chiudi la virgoletta nella riga indicata; dentro le virgolette doppie, un'altra virgoletta si scrive \\\".",
    ),
    (
        r"mapping values are not allowed",
        "sintassi",
        "ci sono due punti in un posto che non va, o il rientro è sbagliato.",
        _REMEDY_COLON,
    ),
    (
        r"could not find expected ':'",
        "sintassi",
        "manca il segno «:» dopo una chiave.",
        "Ogni riga è «chiave: valore»; un testo che va a capo va rientrato.",
    ),
    (
        r"did not find expected key",
        "sintassi",
        "qui dovrebbe cominciare una chiave.",
        "Controlla che il rientro sia uguale a quello delle righe sopra e che le virgolette siano chiuse.",
    ),
    (
        r"did not find expected '-' indicator",
        "sintassi",
        "in un elenco, ogni voce comincia con «- ».",
        "Controlla il rientro e il trattino.",
    ),
    (
        r"did not find expected ',' or '[\]}]'",
        "sintassi",
        "una parentesi aperta non è stata chiusa, o manca una virgola.",
        "Chiudi la parentesi e separa le voci con la virgola.",
    ),
    (
        r"block (?:sequence entries|collections) are not allowed",
        "sintassi",
        "un elenco con i trattini non può stare qui.",
        "Va a capo, rientrato sotto la sua chiave.",
    ),
    (r"unknown escape|hexdecimal|escape", "virgolette", "dopo una barra \\ c'è una lettera che non vale.", "Scrivi \\\\ al posto di \\."),
    (r"while scanning a directive|directive", "etichetta-yaml", "c'è una direttiva (riga che comincia con %).", "Togli la riga."),
    (r"undefined alias|found undefined", "ancora", "c'è un richiamo a un'ancora che non esiste.", "Se il testo comincia con «*», mettilo tra virgolette."),
    (r"anchor|alias", "ancora", "c'è un'ancora o un richiamo.", "Se il testo comincia con «&» o «*», mettilo tra virgolette."),
    (r"tag", "etichetta-yaml", "c'è un'etichetta YAML.", "Se il testo comincia con «!», mettilo tra virgolette."),
    (r"<document start>|document", "piu-documenti", "dopo la fine della scheda c'è dell'altro.", "Togli le righe in più e i segni «---» e «...»."),
    (r"block scalar", "sintassi", "il testo su più righe (| o >) non è scritto bene.", "Va a capo dopo il segno e rientra il testo di due spazi."),
    (r"invalid .*UTF-8|control characters|unacceptable character", "carattere-nascosto", "c'è un carattere non ammesso.", "Cancella quel punto e riscrivilo a mano."),
)


def describe_syntax_error(failure: MarkedYAMLError, text: str) -> tuple[str, str, str]:
    """Code, message and remedy for a syntax error of libyaml in `text`."""
    mark = failure.problem_mark or failure.context_mark
    if mark is not None:
        lines = text.splitlines()
        line = lines[mark.line] if mark.line < len(lines) else ""
        if re.match(r"\s*\t", line) or line[mark.column : mark.column + 1] == "\t":
            return (
                "tabulazione",
                "la riga è rientrata con una tabulazione.",
                "Usa due spazi per ogni livello: molti editor li mettono da soli col tasto Tab.",
            )
    said = f"{failure.context or ''} {failure.problem or ''}"
    for pattern, code, message, remedy in _SENTENCES:
        if re.search(pattern, said):
            return code, message, remedy
    return "sintassi", "il file non è YAML corretto.", "Confrontalo con una scheda che funziona."
