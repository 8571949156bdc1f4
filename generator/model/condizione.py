"""The closed language of eligibility conditions: data, in words instead of symbols.

A condition is a mapping with exactly one key. `tutte`, `almeno_una` and `non` hold other conditions. What is
not listed here cannot be said to the machine: it stays a sentence for people.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from generator.model.record import Record, WordOr, described
from generator.model.text import PrestazioneId, SituazioneId, SogliaId, SomeComuni
from generator.model.value import Amount, Number, YesNo


def _number_or_threshold(written: Any) -> str:
    return "number" if isinstance(written, Decimal) or str(written)[:1].isdigit() else "threshold"


NumberOrThreshold = Annotated[
    Annotated[Amount, Tag("number")] | Annotated[SogliaId, Tag("threshold")],
    Discriminator(_number_or_threshold),
]
"""An amount in euro, or the id of a dated threshold."""


class Limiti(Record):
    """From and to of a quantity, ends included."""

    almeno: Number | None = described("Il valore più basso ammesso, compreso.", 65, None)
    al_massimo: Number | None = described("Il valore più alto ammesso, compreso.", 17, None)


class LimitiIsee(Record):
    """From and to of an ISEE in euro: a number, or the id of a threshold in `vocabolari/soglie.yaml`."""

    almeno: NumberOrThreshold | None = described("ISEE minimo, in euro o come id di una soglia.", "soglia-minima", None)
    al_massimo: NumberOrThreshold | None = described("ISEE massimo, in euro o come id di una soglia.", "6000", None)


class Eta(Record):
    """How old the person is, in whole years."""

    eta: Limiti = described("Età in anni compiuti.", {"almeno": 65})


class Isee(Record):
    """The household's ISEE in euro."""

    isee: LimitiIsee = described("ISEE del nucleo, in euro.", {"al_massimo": "6000"})


class Residenza(Record):
    """Where the person lives: the scheda's Comuni, the whole Ambito, or some Comuni by name."""

    residenza: WordOr[Literal["comuni_della_scheda", "comuni_dell_ambito"], SomeComuni] = described(
        "Dove abita la persona.", "comuni_della_scheda"
    )


class Invalidita(Record):
    """Recognised civil invalidity, as a percentage from 0 to 100."""

    invalidita: Limiti = described("Percentuale di invalidità civile riconosciuta.", {"almeno": 74})


class Legge104(Record):
    """Recognition under L. 104/1992: article 3 paragraph 1, or paragraph 3 (serious)."""

    legge_104: tuple[Literal["art3-comma1", "art3-comma3"], ...] = described(
        "Riconoscimento della legge 104: basta uno di quelli elencati.", ["art3-comma3"], min_length=1
    )


class Accompagnamento(Record):
    """Whether the person receives the attendance allowance (L. 18/1980)."""

    accompagnamento: YesNo = described("Ha l'indennità di accompagnamento?", "sì")


class Percepisce(Record):
    """Benefits the person receives: one of the list is enough."""

    percepisce: tuple[PrestazioneId, ...] = described(
        "Prestazioni che la persona riceve: basta una.", ["assegno-di-inclusione"], min_length=1
    )


class Situazione(Record):
    """Situations the person is in: one of the list is enough."""

    situazione: tuple[SituazioneId, ...] = described(
        "Situazioni in cui si trova la persona: basta una.", ["sfratto"], min_length=1
    )


class FigliMinori(Record):
    """How many children under 18 live in the household."""

    figli_minori: Limiti = described("Numero di figli minorenni nel nucleo.", {"almeno": 1})


class EtaDeiFigli(Record):
    """The age of at least one child, in whole years."""

    eta_dei_figli: Limiti = described("Età di almeno un figlio, in anni compiuti.", {"al_massimo": 11})


class Nucleo(Record):
    """How many people are in the household."""

    nucleo: Limiti = described("Numero di persone nel nucleo familiare.", {"almeno": 2})


class Tutte(Record):
    """Every one of the conditions holds."""

    tutte: tuple["Condizione", ...] = described(
        "Devono essere vere tutte.",
        [{"eta": {"almeno": 65}}, {"residenza": "comuni_della_scheda"}],
        min_length=1,
    )


class AlmenoUna(Record):
    """At least one of the conditions holds."""

    almeno_una: tuple["Condizione", ...] = described(
        "Ne basta una.", [{"eta": {"almeno": 65}}, {"invalidita": {"almeno": 74}}], min_length=1
    )


class Non(Record):
    """The condition does not hold."""

    non: "Condizione" = described("Non deve essere vera.", {"situazione": ["casa-popolare"]})


KINDS: dict[str, type[Record]] = {
    "eta": Eta,
    "isee": Isee,
    "residenza": Residenza,
    "invalidita": Invalidita,
    "legge_104": Legge104,
    "accompagnamento": Accompagnamento,
    "percepisce": Percepisce,
    "situazione": Situazione,
    "figli_minori": FigliMinori,
    "eta_dei_figli": EtaDeiFigli,
    "nucleo": Nucleo,
    "tutte": Tutte,
    "almeno_una": AlmenoUna,
    "non": Non,
}
"""Every kind of condition by its key."""


def _kind(written: Any) -> str | None:
    if isinstance(written, Mapping) and len(written) == 1:
        return str(next(iter(written)))
    if isinstance(written, Record):
        return next(iter(type(written).model_fields))
    return None


Condizione = Annotated[
    Annotated[Eta, Tag("eta")]
    | Annotated[Isee, Tag("isee")]
    | Annotated[Residenza, Tag("residenza")]
    | Annotated[Invalidita, Tag("invalidita")]
    | Annotated[Legge104, Tag("legge_104")]
    | Annotated[Accompagnamento, Tag("accompagnamento")]
    | Annotated[Percepisce, Tag("percepisce")]
    | Annotated[Situazione, Tag("situazione")]
    | Annotated[FigliMinori, Tag("figli_minori")]
    | Annotated[EtaDeiFigli, Tag("eta_dei_figli")]
    | Annotated[Nucleo, Tag("nucleo")]
    | Annotated[Tutte, Tag("tutte")]
    | Annotated[AlmenoUna, Tag("almeno_una")]
    | Annotated[Non, Tag("non")],
    Discriminator(_kind, custom_error_type="condizione", custom_error_message="condizione"),
]
"""Any condition."""

for _record in (Tutte, AlmenoUna, Non):
    _record.model_rebuild()

LIMITS = (Limiti, LimitiIsee)
"""Records that mean nothing without `almeno` or `al_massimo`."""
