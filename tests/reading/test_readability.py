"""The Gulpease index: letters only, apostrophes divide words, abbreviations and numbers end no sentence."""

import pytest

from generator.reading.readability import MIN_WORDS, gulpease

LONG = " ".join(["casa"] * 40)


def _index(words: int, letters: int, sentences: int) -> float:
    return 89 + (300 * sentences - 10 * letters) / words


def _of(text: str) -> float:
    found = gulpease(text)
    assert found is not None
    return found


def test_the_formula() -> None:
    assert _of(f"{LONG}.") == pytest.approx(_index(40, 160, 1))
    assert _of(f"{LONG}. {LONG}.") == pytest.approx(_index(80, 320, 2))


def test_a_short_text_says_nothing() -> None:
    assert gulpease(" ".join(["casa"] * (MIN_WORDS - 1))) is None
    assert gulpease(" ".join(["casa"] * MIN_WORDS)) is not None
    assert gulpease() is None


def test_the_index_stays_between_0_and_100() -> None:
    assert _of(" ".join(["precipitevolissimevolmente"] * 40)) == 0
    assert _of("Va. " * 40) == 100


def test_an_apostrophe_divides_words() -> None:
    divided = _of("L'assistenza dell'operatore all'anziano " * 12)
    assert divided == pytest.approx(_of("L’assistenza dell’operatore all’anziano " * 12))
    letters = len("LassistenzadelloperatoreallAnziano") * 12
    assert divided == pytest.approx(_index(72, letters, 1))


def test_digits_are_no_letters_and_numbers_no_words() -> None:
    assert _of(f"{LONG} 65 12.485,70 2026") == pytest.approx(_of(LONG))
    assert _of(f"{LONG} 9.360 euro") == pytest.approx(_index(41, 164, 1))


@pytest.mark.parametrize(
    "text",
    [
        "ai sensi dell'art. 8 della L. 328/2000",
        "il D.Lgs. 117/2017 e la L.R. 3/2008",
        "tel. 0362 123456",
        "per es. la spesa, ecc. senza costi",
        "il programma P.I.P.P.I. per le famiglie",
        "al n. 3 di pag. 12",
    ],
)
def test_the_point_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert _of(f"{LONG} {text}") == pytest.approx(_of(f"{LONG} {text}".replace(". ", " ").replace(".", "")))


def test_addresses_are_left_out_and_links_read_by_their_words() -> None:
    assert _of(f"{LONG} https://www.comune.example.it/a.b?c=d info@comune.example.it") == pytest.approx(_of(LONG))
    assert _of(f"{LONG} [casa](https://www.comune.example.it)") == pytest.approx(_of(f"{LONG} casa"))


def test_items_and_paragraphs_are_sentences() -> None:
    items = "\n".join(["- assistenza domiciliare continua"] * 10)
    assert _of(items) == pytest.approx(_index(30, 290, 10))
    assert _of(f"{LONG}\n\n{LONG}") == pytest.approx(_of(f"{LONG}. {LONG}."))
    assert gulpease(LONG, LONG) == pytest.approx(_of(f"{LONG}. {LONG}."))


def test_plain_words_read_better_than_office_words() -> None:
    plain = (
        "Se hai più di 65 anni e vivi da solo, puoi chiedere aiuto. Un operatore viene a casa tua due volte la "
        "settimana. Ti aiuta a lavarti e a fare la spesa. Il servizio costa poco. Chiama il tuo Comune."
    )
    office = (
        "L'erogazione delle prestazioni socio-assistenziali domiciliari è subordinata alla presentazione di apposita "
        "istanza corredata della documentazione attestante la condizione di non autosufficienza del richiedente, "
        "ai sensi dell'art. 8 della vigente regolamentazione intercomunale in materia."
    )
    assert _of(plain) > 70
    assert _of(office) < 40
