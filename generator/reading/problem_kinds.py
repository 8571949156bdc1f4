"""Every kind of problem: its code, its severity, what it means and how it is mended, for the editors' guide."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["errore", "avviso"]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: its code, its severity, and for the editors' guide what it means and how it is mended."""

    code: str
    severity: Severity
    explanation: str
    remedy: str = ""


_KINDS = (
    # the file as such
    ProblemKind(
        "file-troppo-grande",
        "errore",
        "Il file supera 256 KiB.",
        "Una scheda pesa circa 3 KiB: togli quello che non serve, o dividi il file.",
    ),
    ProblemKind(
        "file-illeggibile",
        "errore",
        "Il file non si può aprire.",
        "Controlla i permessi del file e che la cartella sia quella del progetto.",
    ),
    ProblemKind(
        "file-vuoto",
        "errore",
        "Il file non contiene niente.",
        "Scrivi la scheda, o cancella il file.",
    ),
    ProblemKind(
        "file-fuori-posto",
        "errore",
        "Il file o la cartella non è tra quelli previsti dal catalogo.",
        "Sposta il file nella sua cartella, con estensione «.yaml»; `ambito nuova` lo mette al posto giusto.",
    ),
    ProblemKind(
        "nome-file",
        "errore",
        "Il nome del file non può fare da id.",
        "Solo lettere minuscole senza accenti, cifre e trattini: «custodia-sociale.yaml».",
    ),
    ProblemKind(
        "collegamento-simbolico",
        "errore",
        "Il catalogo contiene file veri, non collegamenti ad altri file.",
        "Metti il file vero al posto del collegamento.",
    ),
    ProblemKind(
        "codifica",
        "errore",
        "Il file non è testo UTF-8, o comincia con un BOM.",
        "Salva il file come «UTF-8», senza BOM.",
    ),
    ProblemKind(
        "carattere-nascosto",
        "errore",
        "C'è un carattere invisibile, di controllo o che inverte il testo.",
        "Cancella quel punto del testo e riscrivilo a mano.",
    ),
    ProblemKind(
        "troppi-problemi",
        "errore",
        "Nel file ci sono più di 100 problemi: si dicono i primi.",
        "Correggi i primi e ripeti il controllo.",
    ),
    # the syntax
    ProblemKind(
        "sintassi",
        "errore",
        "Il file non è YAML corretto.",
        "Guarda la riga indicata: spesso manca uno spazio dopo i due punti, o un testo con «: » vuole le virgolette.",
    ),
    ProblemKind(
        "tabulazione",
        "errore",
        "In YAML il rientro si fa con spazi, non con tabulazioni.",
        "Cancella il rientro e rifallo con la barra spaziatrice: due spazi per livello.",
    ),
    ProblemKind(
        "virgolette",
        "errore",
        "Una virgoletta aperta non è stata chiusa.",
        "Chiudi la virgoletta; dentro il testo usa « ».",
    ),
    ProblemKind(
        "chiave-doppia",
        "errore",
        "La stessa chiave compare due volte.",
        "Unisci i due valori e lascia la chiave una volta sola.",
    ),
    ProblemKind(
        "chiave-non-valida",
        "errore",
        "La chiave non è una parola.",
        "Ogni riga è «chiave: valore»; se il testo contiene «: », mettilo tra virgolette.",
    ),
    ProblemKind(
        "ancora",
        "errore",
        "Ancore (&), richiami (*) e unioni (<<) non sono ammessi.",
        "Scrivi il valore per intero; se è testo, mettilo tra virgolette doppie.",
    ),
    ProblemKind(
        "etichetta-yaml",
        "errore",
        "Le etichette YAML (!qualcosa) e le direttive (%) non sono ammesse.",
        "Togli il segno; se è testo, mettilo tra virgolette doppie.",
    ),
    ProblemKind(
        "piu-documenti",
        "errore",
        "Un file contiene un solo documento YAML.",
        "Una scheda per file: togli la riga «---» e quello che segue.",
    ),
    ProblemKind(
        "troppi-livelli",
        "errore",
        "Ci sono più di 20 livelli, uno dentro l'altro.",
        "Controlla i rientri e le parentesi.",
    ),
    ProblemKind(
        "valore-vuoto",
        "errore",
        "La chiave c'è, ma non ha valore.",
        "Scrivi il valore, o togli la riga: quello che manca vuol dire «non si sa».",
    ),
    # the model
    ProblemKind(
        "campo-sconosciuto",
        "errore",
        "La chiave non esiste in questo tipo di file.",
        "Cerca il nome giusto in questa guida, o togli la riga.",
    ),
    ProblemKind(
        "campo-mancante",
        "errore",
        "Manca un campo obbligatorio.",
        "Aggiungi il campo: qui sopra c'è un esempio per ciascuno.",
    ),
    ProblemKind(
        "tipo-sbagliato",
        "errore",
        "Serve un altro tipo di valore: testo, elenco o gruppo di chiavi.",
        "Guarda nella tabella «come si scrive» di quel campo.",
    ),
    ProblemKind(
        "valore-non-valido",
        "errore",
        "Il valore non ha la forma richiesta.",
        "Guarda l'esempio di quel campo.",
    ),
    ProblemKind(
        "parola-non-prevista",
        "errore",
        "La parola non è tra quelle previste.",
        "Usa una delle parole elencate per quel campo.",
    ),
    ProblemKind(
        "lunghezza",
        "errore",
        "Il testo o l'elenco è troppo corto o troppo lungo.",
        "Accorcia, o scrivi per intero, fino alla misura indicata.",
    ),
    ProblemKind(
        "codice-nel-testo",
        "errore",
        "Nel testo c'è HTML o uno script.",
        "Solo testo: `**due asterischi**` per il grassetto, `[testo](indirizzo)` per un collegamento.",
    ),
    ProblemKind(
        "nota-interna",
        "errore",
        "In un campo pubblico c'è un appunto tra redattori.",
        "Sposta l'appunto in `note_redazione`, che non si pubblica.",
    ),
    ProblemKind(
        "condizione",
        "errore",
        "La condizione di un requisito non è tra quelle previste.",
        "Una condizione sola tra quelle elencate qui sopra; se la regola è un'altra, lascia solo `testo`.",
    ),
    ProblemKind(
        "confini",
        "errore",
        "Il file dei confini non è GeoJSON, o è troppo grande.",
        "Rifallo con un programma di mappe: una FeatureCollection con «comune» tra le proprietà.",
    ),
    # between files
    ProblemKind(
        "riferimento",
        "errore",
        "L'id citato non esiste.",
        "Correggi l'id, o aggiungi prima il file o la voce che manca.",
    ),
    ProblemKind(
        "comune-di-altro-ambito",
        "errore",
        "Il Comune non è dell'Ambito della scheda.",
        "Togli il Comune: per un altro Ambito serve una scheda in quell'Ambito.",
    ),
    ProblemKind(
        "doppione",
        "errore",
        "Lo stesso id o lo stesso valore è usato due volte.",
        "Scegli un altro id, o unisci le due voci.",
    ),
    ProblemKind(
        "voce-ripetuta",
        "errore",
        "Lo stesso id, o la stessa parola prevista, è due volte nello stesso elenco.",
        "Togli la seconda.",
    ),
    ProblemKind(
        "periodo",
        "errore",
        "Un periodo finisce prima di cominciare.",
        "Controlla le due date o le due ore.",
    ),
    ProblemKind(
        "orari-sovrapposti",
        "errore",
        "Due orari della stessa sede si sovrappongono.",
        "Unisci i due orari, o correggili.",
    ),
    ProblemKind(
        "indirizzo-riservato",
        "errore",
        "Un indirizzo protetto compare in un testo pubblico.",
        "Toglilo subito: chi è accolto in quel posto non deve poter essere trovato.",
    ),
    ProblemKind(
        "motivo-stato",
        "errore",
        "Una scheda non attiva deve dire perché.",
        "Aggiungi `motivo_stato` con una frase.",
    ),
    ProblemKind(
        "parte-di-se-stessa",
        "errore",
        "Una scheda fa parte di se stessa.",
        "Togli la riga `parte_di`.",
    ),
    ProblemKind(
        "condizione-senza-limiti",
        "errore",
        "Un intervallo senza `almeno` né `al_massimo`, o impossibile.",
        "Scrivi almeno uno dei due limiti, con il più basso in `almeno`.",
    ),
    ProblemKind(
        "fonte",
        "errore",
        "La fonte non dice da quale documento o pagina viene il fatto.",
        "Scrivi il documento con le righe, o il titolo e l'indirizzo della pagina.",
    ),
    ProblemKind(
        "troppo-difficile",
        "errore",
        "Il testo che un cittadino legge per primo è troppo difficile.",
        "Dividi le frasi e scegli parole di tutti i giorni.",
    ),
    ProblemKind(
        "parola-d-ufficio",
        "avviso",
        "C'è una parola d'ufficio, o una norma nella frase breve.",
        "Usa la parola semplice che il controllo propone.",
    ),
    ProblemKind(
        "come-chiederlo",
        "avviso",
        "Una scheda attiva non dice come chiedere il servizio.",
        "Aggiungi `come_fare`, `contatti`, `sedi` o `accesso`.",
    ),
    ProblemKind(
        "fine-passata",
        "avviso",
        "Il periodo è finito ma la scheda risulta ancora attiva.",
        "Se è finito, lo stato è `concluso`; se continua, correggi `periodo`.",
    ),
    ProblemKind(
        "ente-simile",
        "avviso",
        "Due enti hanno nomi quasi uguali: forse sono lo stesso.",
        "Se sono lo stesso ente, tieni un file solo; se non lo sono, distingui i nomi.",
    ),
    # conditions and guides
    ProblemKind(
        "condizione-impossibile",
        "errore",
        "Nessuna persona può soddisfare la condizione.",
        "Rileggi la fonte: forse `tutte` è `almeno_una`, o due limiti sono scambiati.",
    ),
    ProblemKind(
        "condizione-inutile",
        "avviso",
        "La condizione vale per chiunque: chiederla non serve.",
        "Correggila, o lascia solo la frase del requisito.",
    ),
    ProblemKind(
        "soglia-fuori-data",
        "avviso",
        "La condizione usa una soglia che oggi non vale: il verdetto sarà «da verificare».",
        "Aggiungi la soglia nuova in `vocabolari/soglie.yaml` e citala; quella vecchia resta.",
    ),
    ProblemKind(
        "fatto-doppio",
        "errore",
        "Due fatti chiedono la stessa cosa.",
        "Lascia ogni situazione, prestazione e chiave in un fatto solo.",
    ),
    ProblemKind(
        "fatto-mancante",
        "errore",
        "Una condizione chiede qualcosa che nessuna domanda chiede.",
        "Aggiungi la domanda in `vocabolari/fatti.yaml`.",
    ),
    ProblemKind(
        "guida-risposta",
        "errore",
        "Una premessa o un caso dà una risposta che il suo fatto non prevede.",
        "Usa un numero, un intervallo o le parole del fatto.",
    ),
    ProblemKind(
        "guida-vuota",
        "errore",
        "La guida non contiene nessuna scheda.",
        "Scegli le schede con `bisogni`, `aree`, `destinatari` o `schede`.",
    ),
    ProblemKind(
        "guida-contraddizione",
        "errore",
        "Una scheda della guida non può mai avere un verdetto che i suoi requisiti promettono.",
        "Correggi le condizioni della scheda, o le premesse della guida.",
    ),
    ProblemKind(
        "guida-senza-domande",
        "avviso",
        "Le premesse della guida decidono già tutto: non c'è niente da chiedere.",
        "Togli una premessa, o lascia la guida come elenco da leggere.",
    ),
    ProblemKind(
        "guida-casi",
        "avviso",
        "La guida ha meno di cinque casi.",
        "Aggiungi persone inventate e che cosa deve risultare per loro.",
    ),
    ProblemKind(
        "guida-caso",
        "avviso",
        "Un caso della guida dà un verdetto diverso da quello atteso.",
        "Se la scheda è cambiata correggi il caso, altrimenti correggi la scheda.",
    ),
)

PROBLEM_KINDS: dict[str, ProblemKind] = {kind.code: kind for kind in _KINDS}
"""Every kind of problem by its code."""
