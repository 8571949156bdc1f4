"""What `ambito check` proves of conditions and guides: nothing that nobody can meet, nothing that is asked in vain."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.catalogue import Catalogue
from generator.eligibility.answers import AnswerError, answer_of
from generator.eligibility.conditions import Facts, Ground, in_force, rule_of
from generator.eligibility.guides import Guides, guides_of
from generator.eligibility.plain import thresholds
from generator.eligibility.promise import attainable, promised
from generator.eligibility.reach import facts_of
from generator.eligibility.subjects import ground_of
from generator.eligibility.truth import Truth
from generator.eligibility.verdicts import OUTCOMES, outcome_of
from generator.model.condizione import Condizione
from generator.model.guida import Caso, Guida, Risposta
from generator.model.scheda import Scheda
from generator.model.vocabolario import Destinatari
from generator.reading.index import Index
from generator.reading.problem import Problem
from generator.reading.records import Entry
from generator.reading.references import Steps

FEWEST_CASES = 5
_VERDICTS = {"probabile": "probabile", "da_verificare": "da verificare", "no": "non adatta"}


def prove(catalogue: Catalogue, index: Index) -> Iterator[Problem]:
    """The problems of conditions, facts and guides. The catalogue has no errors of its own."""
    guides = guides_of(catalogue)
    yield from _facts(index)
    for entry in index.of("scheda").values():
        if isinstance(entry.record, Scheda):
            yield from _scheda(entry.record, entry, guides)
    for entry in index.of("destinatari").values():
        if isinstance(entry.record, Destinatari) and entry.record.condizione is not None:
            ground = Ground(catalogue.today, Facts(catalogue.fatti), catalogue.soglie)
            yield from _condition(entry.record.condizione, ("condizione",), entry, ground, guides)
    for entry in index.others:
        if isinstance(entry.record, Guida):
            yield from _guida(entry.record, entry, guides, index)


def _facts(index: Index) -> Iterator[Problem]:
    """Each word of the conditions is asked once."""
    seen: Counter[str] = Counter()
    for id, entry in index.of("fatto").items():
        fatto = entry.record
        words = (*getattr(fatto, "situazioni", ()), *getattr(fatto, "prestazioni", ()))
        key = str(getattr(fatto, "chiave", ""))
        for word in [f"{key} «{word}»" for word in words] or [f"la chiave «{key}»"]:
            seen[word] += 1
            if seen[word] > 1:
                message = f"{word} è già chiesta da un altro fatto."
                yield entry.problem("fatto-doppio", (), message, f"Togli una delle due: «{id}» o quella di prima.")


def _scheda(scheda: Scheda, entry: Entry, guides: Guides) -> Iterator[Problem]:
    ground = None
    for number, requisito in enumerate(scheda.requisiti):
        if requisito.condizione is not None:
            ground = ground or ground_of(scheda, guides.catalogue)
            yield from _condition(requisito.condizione, ("requisiti", number, "condizione"), entry, ground, guides)


def _condition(condizione: Condizione, steps: Steps, entry: Entry, ground: Ground, guides: Guides) -> Iterator[Problem]:
    rule = rule_of(condizione, ground)
    if all(fact in guides.catalogue.fatti for fact in facts_of(rule)):
        known, promise = guides.reaches.truths(rule), attainable(rule, {})
        if Truth.YES in promise and Truth.YES not in known:
            message = "nessuna persona può avere insieme tutto quello che chiede la condizione."
            remedy = "Rileggi la fonte: forse «tutte» è «almeno_una»."
            yield entry.problem("condizione-impossibile", steps, message, remedy)
        if Truth.NO in promise and Truth.NO not in known:
            message = "la condizione vale per chiunque: la domanda non serve a niente."
            yield entry.problem("condizione-inutile", steps, message, "Correggila, o lascia solo la frase.")
    for id in thresholds(condizione):
        soglia = ground.soglie[id]
        if not in_force(soglia, ground.today):
            when = f"è finita il {soglia.al:%d/%m/%Y}" if soglia.al else f"comincia il {soglia.dal:%d/%m/%Y}"
            message = f"la soglia «{id}» oggi non vale: {when}. Il verdetto sarà «da verificare»."
            yield entry.problem(
                "soglia-fuori-data", steps, message, "Aggiungi la soglia nuova in soglie.yaml e citala."
            )


def _guida(guida: Guida, entry: Entry, guides: Guides, index: Index) -> Iterator[Problem]:
    wrong = list(_answers(guida.premesse, ("premesse",), entry, guides))
    for number, caso in enumerate(guida.casi):
        wrong.extend(_answers(caso.risposte, ("casi", number, "risposte"), entry, guides))
    if wrong:
        yield from wrong
        return
    found = guides.interview(guida)
    if not found.subjects:
        message = "la guida non contiene nessuna scheda."
        yield entry.problem("guida-vuota", (), message, "Aggiungi «bisogni», «aree», «destinatari» o «schede».")
        return
    asked = {fact for subject in found.subjects for fact in subject.facts}
    if missing := sorted(asked - set(guides.catalogue.fatti)):
        message = f"le schede della guida chiedono «{missing[0]}», ma nessun fatto lo domanda."
        yield entry.problem("fatto-mancante", (), message, "Aggiungi la domanda in vocabolari/fatti.yaml.")
        return
    yield from _reachable(guida, guides, index)
    if not found.questions:
        message = "la guida non ha nessuna domanda: le premesse decidono già tutto."
        yield entry.problem("guida-senza-domande", (), message, "Va bene lo stesso, se è solo un elenco da leggere.")
    elif len(guida.casi) < FEWEST_CASES:
        message = f"la guida ha pochi casi: {len(guida.casi)} su {FEWEST_CASES}."
        yield entry.problem("guida-casi", (), message, "Aggiungi persone inventate e che cosa deve risultare.")
    for number, caso in enumerate(guida.casi):
        yield from _caso(caso, ("casi", number), entry, guides)


def _reachable(guida: Guida, guides: Guides, index: Index) -> Iterator[Problem]:
    """Every scheda can have every verdict that its rules promise."""
    found = guides.interview(guida)
    for subject in found.subjects:
        real = guides.reaches.of(subject, found.premises).examples
        lost = promised(subject, found.premises, found.fatti, found.today) - set(real)
        for outcome in sorted(lost):
            message = f"nella guida «{guida.id}» non può mai risultare «{_VERDICTS[outcome]}»."
            remedy = "Due condizioni si contraddicono: correggi la scheda, o le premesse della guida."
            entry = index.of("scheda")[subject.key]
            yield entry.problem("guida-contraddizione", ("requisiti",), message, remedy)


def _answers(given: Iterable[Risposta], steps: Steps, entry: Entry, guides: Guides) -> Iterator[Problem]:
    for number, one in enumerate(given):
        try:
            answer_of(guides.catalogue.fatti[one.fatto], one.valori)
        except AnswerError as failure:
            remedy = "Le risposte previste sono nel fatto, in vocabolari/fatti.yaml."
            yield entry.problem("guida-risposta", (*steps, number, "valori"), str(failure), remedy)


def _caso(caso: Caso, steps: Steps, entry: Entry, guides: Guides) -> Iterator[Problem]:
    guida = entry.record
    assert isinstance(guida, Guida)
    found = guides.interview(guida)
    subjects = {subject.key: subject for subject in found.subjects}
    fatti = guides.catalogue.fatti
    person = found.person({one.fatto: answer_of(fatti[one.fatto], one.valori) for one in caso.risposte})
    for outcome in OUTCOMES:
        for number, key in enumerate(getattr(caso.attesi, outcome)):
            where = (*steps, "attesi", outcome, number)
            if key not in subjects:
                message = f"«{key}» non è tra le schede della guida."
                yield entry.problem("guida-caso", where, message, "Togli la riga, o aggiungi la scheda alla guida.")
                continue
            real = outcome_of(subjects[key], person, caso.il or guides.catalogue.today)
            if real != outcome:
                message = f"«{key}» dovrebbe risultare «{_VERDICTS[outcome]}», ma risulta «{_VERDICTS[real]}»."
                yield entry.problem("guida-caso", where, message, "Se la scheda è cambiata, correggi il caso.")
