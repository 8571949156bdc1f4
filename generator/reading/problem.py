"""A problem is data: what was found, where, what is expected and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["errore", "avviso"]

MAX_PROBLEMS = 100
"""After this many problems in one file the rest of them is not told."""


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: its code, its severity, and one sentence for the editors' guide."""

    code: str
    severity: Severity
    explanation: str


_KINDS = (
    # the file as such
    ProblemKind("file-troppo-grande", "errore", "Il file supera 256 KiB."),
    ProblemKind("file-illeggibile", "errore", "Il file non si può aprire."),
    ProblemKind("file-vuoto", "errore", "Il file non contiene niente."),
    ProblemKind("file-fuori-posto", "errore", "Il file o la cartella non è tra quelli previsti dal catalogo."),
    ProblemKind("nome-file", "errore", "Il nome del file non può fare da id."),
    ProblemKind("collegamento-simbolico", "errore", "Il catalogo contiene file veri, non collegamenti ad altri file."),
    ProblemKind("codifica", "errore", "Il file non è testo UTF-8, o comincia con un BOM."),
    ProblemKind("carattere-nascosto", "errore", "C'è un carattere invisibile, di controllo o che inverte il testo."),
    ProblemKind("troppi-problemi", "errore", "Nel file ci sono più di 100 problemi: si dicono i primi."),
    # the syntax
    ProblemKind("sintassi", "errore", "Il file non è YAML corretto."),
    ProblemKind("tabulazione", "errore", "In YAML il rientro si fa con spazi, non con tabulazioni."),
    ProblemKind("virgolette", "errore", "Una virgoletta aperta non è stata chiusa."),
    ProblemKind("chiave-doppia", "errore", "La stessa chiave compare due volte."),
    ProblemKind("chiave-non-valida", "errore", "La chiave non è una parola."),
    ProblemKind("ancora", "errore", "Ancore (&), richiami (*) e unioni (<<) non sono ammessi."),
    ProblemKind("etichetta-yaml", "errore", "Le etichette YAML (!qualcosa) e le direttive (%) non sono ammesse."),
    ProblemKind("piu-documenti", "errore", "Un file contiene un solo documento YAML."),
    ProblemKind("troppi-livelli", "errore", "Ci sono più di 20 livelli, uno dentro l'altro."),
    ProblemKind("valore-vuoto", "errore", "La chiave c'è, ma non ha valore."),
    # the model
    ProblemKind("campo-sconosciuto", "errore", "La chiave non esiste in questo tipo di file."),
    ProblemKind("campo-mancante", "errore", "Manca un campo obbligatorio."),
    ProblemKind("tipo-sbagliato", "errore", "Serve un altro tipo di valore: testo, elenco o gruppo di chiavi."),
    ProblemKind("valore-non-valido", "errore", "Il valore non ha la forma richiesta."),
    ProblemKind("parola-non-prevista", "errore", "La parola non è tra quelle previste."),
    ProblemKind("lunghezza", "errore", "Il testo o l'elenco è troppo corto o troppo lungo."),
    ProblemKind("codice-nel-testo", "errore", "Nel testo c'è HTML o uno script."),
    ProblemKind("nota-interna", "errore", "In un campo pubblico c'è un appunto tra redattori."),
    ProblemKind("condizione", "errore", "La condizione di un requisito non è tra quelle previste."),
    ProblemKind("confini", "errore", "Il file dei confini non è GeoJSON, o è troppo grande."),
    # between files
    ProblemKind("riferimento", "errore", "L'id citato non esiste."),
    ProblemKind("comune-di-altro-ambito", "errore", "Il Comune non è dell'Ambito della scheda."),
    ProblemKind("doppione", "errore", "Lo stesso id o lo stesso valore è usato due volte."),
    ProblemKind("periodo", "errore", "Un periodo finisce prima di cominciare."),
    ProblemKind("orari-sovrapposti", "errore", "Due orari della stessa sede si sovrappongono."),
    ProblemKind("indirizzo-riservato", "errore", "Un indirizzo protetto compare in un testo pubblico."),
    ProblemKind("motivo-stato", "errore", "Una scheda non attiva deve dire perché."),
    ProblemKind("parte-di-se-stessa", "errore", "Una scheda fa parte di se stessa."),
    ProblemKind("condizione-senza-limiti", "errore", "Un intervallo senza `almeno` né `al_massimo`, o impossibile."),
    ProblemKind("fonte", "errore", "La fonte non dice da quale documento o pagina viene il fatto."),
    ProblemKind("troppo-difficile", "errore", "Il testo che un cittadino legge per primo è troppo difficile."),
    ProblemKind("parola-d-ufficio", "avviso", "C'è una parola d'ufficio, o una norma nella frase breve."),
    ProblemKind("come-chiederlo", "avviso", "Una scheda attiva non dice come chiedere il servizio."),
    ProblemKind("fine-passata", "avviso", "Il periodo è finito ma la scheda risulta ancora attiva."),
    ProblemKind("ente-simile", "avviso", "Due enti hanno nomi quasi uguali: forse sono lo stesso."),
)

PROBLEM_KINDS: dict[str, ProblemKind] = {kind.code: kind for kind in _KINDS}
"""Every kind of problem by its code."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place. `line` and `column` count from 1; `path` is like `comuni[1]`."""

    file: str
    line: int
    column: int
    code: str
    path: str
    message: str
    remedy: str = ""

    @property
    def severity(self) -> Severity:
        """`errore` stops a build; `avviso` does not."""
        return PROBLEM_KINDS[self.code].severity

    def __str__(self) -> str:
        """The whole sentence: place, key path, message and remedy."""
        place = f"{self.file}:{self.line}:{self.column}"
        head = f"{place} {self.path}:" if self.path else f"{place}"
        return f"{head} {self.message}" + (f" {self.remedy}" if self.remedy else "")


def first_of_each_file(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in order; of a file that has too many to read only the first, and one that says so."""
    told: list[Problem] = []
    number, file = 0, ""
    for problem in sorted(problems):
        number = number + 1 if problem.file == file else 1
        file = problem.file
        if number <= MAX_PROBLEMS:
            told.append(problem)
        elif number == MAX_PROBLEMS + 1:
            last = told[-1]
            message = f"in questo file ci sono più di {MAX_PROBLEMS} problemi: qui si vedono i primi."
            remedy = "Correggi questi e ripeti il controllo."
            told.append(Problem(file, last.line, last.column, "troppi-problemi", "", message, remedy))
    return tuple(told)


def errors(problems: "tuple[Problem, ...]") -> tuple[Problem, ...]:
    """Only the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "errore")
